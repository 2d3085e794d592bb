"""All open tickets of one person go to another, or back to whoever claims them.

Each goes in a transaction of its own, so that nobody waits for the whole of it; what cannot go
stays where it is and is named with its reason.
"""

from dataclasses import dataclass
from functools import partial

from bot import desk_acts
from bot.desk_acts import Made, Overtaken, Refused
from bot.stage import Work
from bot.web.door import Door
from dialogs.model import Arg, Json, Move, Phrase
from storage import Connection, staff, tickets

MOST = 200  # tickets in one go
FREE = 0  # to whoever claims them


@dataclass(frozen=True, slots=True)
class Stayed:
    """A ticket that could not go, and why."""

    number: str
    why: Arg


@dataclass(frozen=True, slots=True)
class Handed:
    """How many went, which could not, and how many more are left to go."""

    gone: int
    stayed: tuple[Stayed, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Handing:
    """In whose name the tickets of whom go to whom (0: to whoever claims them); all staff ids."""

    by: int
    whose: int
    to: int
    words: str = ""


async def hand_over(door: Door, what: Handing) -> Handed:
    """Give the open tickets of one person to another."""
    theirs = await door.store.read(lambda c: staff.load_of(c, what.whose))
    gone = 0
    stayed: list[Stayed] = []
    for one in theirs[:MOST]:
        chat = await door.store.read(partial(_chat, this=one))
        lanes = (chat,) if chat else ()
        made = await door.store.write(partial(_one, door=door, what=what, this=one), lanes=lanes)
        gone += made is None
        stayed += [made] if made is not None else []
    return Handed(gone, tuple(stayed), max(0, len(theirs) - MOST))


def _chat(c: Connection, this: int) -> int:
    found = tickets.load(c, this)
    return found.chat if found is not None else 0


def _one(c: Connection, *, door: Door, what: Handing, this: int) -> Stayed | None:
    """One of them goes; None where it is theirs no longer, or has gone."""
    work, ticket = Work(door.stage, c, door.now()), tickets.load(c, this)
    if ticket is None or ticket.owner != what.whose:
        return None
    fields: dict[str, Json] = {"staff": what.to} if what.to else {}
    order = Move(this, "assign" if what.to else "release", {**fields, "words": what.words})
    match desk_acts.act(work, what.by, order, ticket.revision):
        case Made():
            return None
        case Refused(why):
            return Stayed(ticket.number, why)
        case Overtaken():
            return Stayed(ticket.number, Phrase("desk-overtaken"))
