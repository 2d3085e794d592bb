"""The link by which whoever called follows their complaint in a chat of their own.

What it proves and shows: staff gave it to the person who filed, once, so the chat that comes with
it counts as the one that filed these tickets (DESIGN §6, identity). It shows their number and
state, and what rests for the person; it verifies no service number, so that no other ticket of
that number, and no bill, is shown by it. It works once, a newer one ends the older, and it lapses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import posting, resting
from bot.channels import by_hand
from bot.orders import Conflict, Effects
from bot.stage import Work
from dialogs.dialog import hotline
from dialogs.model import Choice, Phrase, Say
from dialogs.tickets.applied import Applied, Notify
from dialogs.tickets.ticket import Actor, Entry, Role, Ticket
from dialogs.values import replace
from storage import Connection, chats, joining, notices, tasks, tickets
from storage.chats import Person

LASTS = timedelta(days=30)
FOLLOWED = "followed"
LINE = "follow_link"  # how the timeline calls the giving of a link


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: the chat of the filing, and its tickets."""

    chat: int
    tickets: tuple[Ticket, ...]


def new(work: Work, ticket: Ticket, by: Actor) -> str:
    """A fresh token for the chat of this ticket; the one before it leads nowhere from now on.

    32 letters that cannot be guessed behind the day on which it lapses: with "follow-" it fits the
    64 of a Telegram link.
    """
    tickets.note(work.c, ticket.id, (_entry(work, ticket, LINE, by),))
    lapses = (work.now + LASTS).date().toordinal()
    return chats.new_resume(work.c, ticket.chat, head=f"{lapses:06x}")


def find(c: Connection, token: str, now: datetime) -> Link | None:
    """Where the token leads; None where it was used, replaced or has lapsed, or is none."""
    if _lapsed(token, now):
        return None
    chat = chats.by_resume(c, token)
    if chat is None or chats.address(c, chat).channel != by_hand.NAME:
        return None
    return Link(chat, tickets.all_of_chat(c, chat))


def _lapsed(token: str, now: datetime) -> bool:
    try:
        return int(token[:6], 16) < now.date().toordinal()
    except ValueError:
        return True


def follow(work: Work, person: Person, token: str) -> Effects:
    """The tickets of the link belong to this chat from now on, and what rested is told here."""
    link = find(work.c, token, work.now)
    if link is None or not link.tickets:
        return Effects(
            said=(Say((Phrase("follow-gone"), *hotline(work.stage.house))),), refused=True
        )
    made = [_moved(work, person, one) for one in link.tickets]
    waiting = notices.of_chat(work.c, link.chat)
    tasks.done_for_chat(work.c, link.chat, resting.CALL, None, work.now)
    agreed = chats.person(work.c, link.chat).agreed
    joining.into(work.c, link.chat, person.chat)
    if not person.agreed:
        chats.agree(work.c, person.chat, agreed, work.now)
    told = posting.still(work, waiting)
    posting.drop(work, waiting, {(ticket.id, notice.code) for ticket, notice in told})
    return Effects(_told(made, told))


def _moved(work: Work, person: Person, ticket: Ticket) -> Applied:
    entry = _entry(work, ticket, "follow", Actor(Role.SUBSCRIBER))
    entry = replace(entry, detail={"channel": person.address.channel})
    moved = replace(
        ticket,
        chat=person.chat,
        subscriber=person.subscriber,
        revision=ticket.revision + 1,
    )
    # A new revision: whoever is at work on it just now does not put it back where it was.
    if not tickets.save(work.c, ticket, moved, (entry,)):
        raise Conflict(ticket.number)
    return Applied(ticket=moved, entries=(entry,))


def _told(made: Sequence[Applied], rests: Sequence[tuple[Ticket, Notify]]) -> tuple[Applied, ...]:
    """Each ticket is named first; then what rests about it, or else the way to its state."""
    found = []
    for one in made:
        about = tuple(notice for ticket, notice in rests if ticket.id == one.ticket.id)
        status = Choice(Phrase("button-status"), f"t:{one.ticket.id}:status")
        asks = any(notice.choices for notice in about)
        first = Notify(
            code=FOLLOWED,
            args={"no": one.ticket.number},
            choices=() if asks else (status,),
        )
        found.append(replace(one, notices=(first, *about)))
    return tuple(found)


def _entry(work: Work, ticket: Ticket, move: str, by: Actor) -> Entry:
    return Entry(at=work.now, move=move, actor=by, before=ticket.state, after=ticket.state)
