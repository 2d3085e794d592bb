"""Neighbours who complain of the same as the first person did, and whom nobody listens to here."""

from datetime import datetime

from bot.stage import Stage
from dialogs.model import Address
from dialogs.tickets import limits, moves
from dialogs.values import replace
from storage import Connection, broadcasts, chats, incidents, tickets
from tests.bot.postman import Postman

CHANNEL = "crowd"


def channel() -> Postman:
    """What takes all that they are told."""
    return Postman(name=CHANNEL)


def file(c: Connection, stage: Stage, count: int, now: datetime) -> None:
    """So many more people file what the first ticket says, each in a chat of their own."""
    first = tickets.load(c, 1)
    assert first is not None, "nobody has filed yet"
    for _ in range(count):
        number = tickets.next_id(c)
        chat = chats.locate(c, Address(CHANNEL, "", f"n{number}"), now, first.language, "")
        opened = moves.open_ticket(
            first.filing,
            id=number,
            number=tickets.next_number(c, now, stage.house.zone),
            chat=chat,
            subscriber=chats.person(c, chat).subscriber,
            language=first.language,
            now=now,
            house=stage.house,
        )
        clocks = limits.delivered(opened.ticket, "M01", now, stage.house)
        tickets.insert(c, replace(opened.ticket, clocks=clocks), opened.entries)


def standing(c: Connection, number: int) -> str:
    """How an incident stands: its stage, its children, what they were told."""
    found = incidents.load(c, number)
    if found is None:
        return f"== incident {number} is not there"
    counts, told = incidents.counts(c, number), broadcasts.progress(c, number)
    words = " ".join(f"{one.news}={one.done}/{one.total}" for one in reversed(told))
    kept = f"children={counts.children} open={counts.open} parted={counts.parted}"
    return f"== incident {number} {found.stage} {kept} {words}".rstrip()
