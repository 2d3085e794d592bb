"""Who asked for a person and waits: nobody came in time, or somebody is there."""

from bot import posting
from bot.stage import Work
from dialogs.model import Phrase, Say
from dialogs.tickets.ticket import Role, Task
from storage import chats, tasks
from storage.tasks import CALL, WAITS


def waited(work: Work, chat: int) -> None:
    """Nobody came in time: a supervisor is told, and the subscriber how it stands; once a call."""
    ahead = tasks.place(work.c, chat, CALL)
    if ahead is None:
        return
    lead = Task(kind=WAITS, role=Role.SUPERVISOR, due=work.now)
    tasks.add(work.c, lead, None, chat, work.now)
    if work.stage.house.staffed(work.now):
        words = Phrase("human-waits", {"place": ahead + 1})
        posting.tell(work, chats.person(work.c, chat), Say(words))


def came(work: Work, chat: int, staff: int) -> None:
    """This person of the staff is there, so that nobody waits any more."""
    for kind in (CALL, WAITS):
        tasks.done_for_chat(work.c, chat, kind, staff, work.now)
