"""What happens in the staff group, or in private with the bot that serves it: who did it, and what
follows. One event, one transaction, as with every other chat.
"""

from bot.group import talk
from bot.group.place import LINK, UNLINK
from bot.group.saying import Words, say
from bot.group.talk import Heard
from bot.stage import Work
from bot.step import Came, Done, key_of
from dialogs.model import Command, Event, Phrase, Reachable, Tap
from storage import accounts, chats, inbox, topics
from storage.topics import Topic


def take(work: Work, came: Came) -> Done:
    """Take one event of the staff channel: all that it brings about is written, or nothing is."""
    event, c = came.event, work.c
    chat = chats.locate(c, event.address, work.now, work.stage.default, "")
    if not _fresh(work, chat, came):
        return Done(result="duplicate")
    heard = _heard(work, event, chat)
    query = event.what.query if isinstance(event.what, Tap) else ""
    out = work.outgoing
    return Done(query, heard.toast, "accepted", tuple(out.taken), out.owes)


def _fresh(work: Work, chat: int, came: Came) -> bool:
    key = key_of(came.event)
    if came.again:
        return inbox.handled(work.c, key)
    return inbox.accept(work.c, key, chat, "", work.now)


def _heard(work: Work, event: Event, chat: int) -> Heard:
    if isinstance(event.what, Reachable):
        chats.reachable(work.c, chat, event.what.reachable, work.now)
        return Heard()
    who = accounts.staff_of(work.c, event.sender)
    if event.private:
        return _in_private(work, event, chat)
    group = work.stage.group
    if group is None or group.chat != chat:
        return Heard()  # some other group that the bot was taken into
    return talk.heard(work, event, who, topic_of(work, event))


def topic_of(work: Work, event: Event) -> Topic | None:
    """The topic in which it happened: a department's, a ticket's, or (None) none of ours."""
    group = work.stage.group
    return topics.by_thread(work.c, group.chat, event.thread) if group else None


def _in_private(work: Work, event: Event, chat: int) -> Heard:
    """Link the account by a link of the desk, end that, or say what this bot is for."""
    match event.what:
        case Command("start", argument) if argument.startswith(LINK):
            person = accounts.use(work.c, argument.removeprefix(LINK), event.sender, work.now)
            key = "group-linked" if person else "group-link-spent"
            told = Phrase(key, {"name": person.name} if person else {})
        case Command(name, _) if name == UNLINK:
            known = accounts.staff_of(work.c, event.sender)
            if known is not None:
                accounts.unlink(work.c, known.id)
            told = Phrase("group-unlinked" if known else "group-not-linked")
        case _:
            known = accounts.staff_of(work.c, event.sender)
            told = Phrase("group-here", {"name": known.name} if known else {})
            told = told if known else Phrase("group-not-linked")
    language = work.stage.language(event.language)
    say(work, chat, Words(work.stage.texts.words(language, told, work.now)))
    return Heard()
