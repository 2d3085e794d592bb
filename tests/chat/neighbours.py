"""Several people step by step in one transaction that is taken back: quick enough for any order.

What each of them is told is read from the log of messages, numbers of tickets made alike.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from bot import clockwork
from bot.stage import Stage, Work
from bot.step import Came, step
from dialogs.model import Address, Event, Tap, Text, What
from dialogs.tickets.numbers import TYPED
from storage import chats, sessions
from storage.schema import message


@dataclass
class Street:
    """A world: its people are chats on one channel, found by their names."""

    c: Connection
    stage: Stage
    channel: str
    now: datetime
    count: int = 0
    shown: dict[str, dict[str, str]] = field(default_factory=dict)

    def does(self, name: str, what: What) -> None:
        """An event of this person, stepped as the service does it."""
        self.count += 1
        where = Address(self.channel, "", name)
        event = Event(f"e{self.count}", where, self.now, what, f"m{self.count}", "zh")
        step(Work(self.stage, self.c, self.now), Came(event))

    def says(self, name: str, *lines: str) -> None:
        for line in lines:
            self.does(name, Text(line))

    def presses(self, name: str, place: int) -> None:
        """One of the choices that the last message put before this person."""
        offers = sessions.load(self.c, self.chat(name)).session.offers
        if offers:
            self.does(name, Tap(offers[place % len(offers)].data, f"p{self.count}"))

    def proves(self, name: str, number: str) -> None:
        """The number is verified as this person's own, by a code."""
        chats.verify(self.c, self.chat(name), number, "code", self.now)

    def waits(self, span: timedelta) -> None:
        """Time passes, and all that was due by then happens."""
        self.now += span
        for _ in range(50):
            due = clockwork.due(self.c, self.now)
            if not due:
                return
            for one in due:
                clockwork.fire(Work(self.stage, self.c, self.now), one)

    def chat(self, name: str) -> int:
        return chats.locate(self.c, Address(self.channel, "", name), self.now, "zh-CN", "")

    def told(self, name: str) -> list[str]:
        """All that this person was told, with the choices, in order."""
        mine = (message.c.chat == self.chat(name)) & (message.c.direction == "out")
        found = self.c.execute(
            select(message.c.words, message.c.choices).where(mine).order_by(message.c.id)
        )
        return ["\n".join((row.words, *row.choices)) for row in found]


def alike(lines: list[str]) -> list[str]:
    """The lines with ticket numbers as TS#1, TS#2 in the order in which they come up."""
    known: dict[str, str] = {}

    def name(number: str) -> str:
        return known.setdefault(number, f"TS#{len(known) + 1}")

    return [TYPED.sub(lambda found: name(found[0]), line) for line in lines]
