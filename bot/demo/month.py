"""The month of the demo: people, staff and clocks, each in its turn, in the order of time.

All goes through the steps of the service, only that the time is another one and the next thing is
done as soon as the last one is. Many are done in one transaction, which also delivers, so that
nothing of the demo is ever owed.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from typing import TypeAlias

from bot import clock
from bot.channels.base import Outcome, Sent
from bot.clockwork import Due, fire
from bot.demo.many import Many, Rounds
from bot.demo.tally import Tally
from bot.endings import settle
from bot.stage import Stage, Work
from dialogs.tickets.limits import next_due
from dialogs.tickets.ticket import Ticket
from storage import Connection, demo, outbox, tickets
from storage.demo import CHANNEL
from storage.store import Store

log = logging.getLogger(__name__)

OWNER = "demo"
HELD = 0.04  # seconds of one transaction
AGAIN = timedelta(minutes=30)  # what was put off until people are awake still names its first hour
MOST = 20  # messages of one moment

Play: TypeAlias = Generator[datetime, None, None]  # a story: the moments at which it goes on
Answering: TypeAlias = Callable[[datetime], Outcome]  # how a message ends that goes out then


class Stuck(Exception):
    """A story ends before its time: the product did not let it go on, and said why."""


@dataclass
class Month:
    """Plays until `until`; `now` is the moment at which everything stands just now.

    `work` is the transaction at hand. `unwell`: chats in which messages do not simply arrive.
    `report` hears after each transaction how far it is; `pause` is how many seconds then are left
    to others who write.
    """

    stage: Stage
    until: datetime
    now: datetime
    tally: Tally
    report: Callable[[datetime, int], None] = lambda _now, _filed: None
    pause: float = 0.0
    tickets: dict[int, Ticket] = field(default_factory=dict)
    unwell: dict[int, Answering] = field(default_factory=dict)
    many: Many = field(default_factory=Many)
    _turns: list[tuple[datetime, int, Play | Due]] = field(default_factory=list)
    _due: dict[Due, datetime] = field(default_factory=dict)
    _chats: dict[int, int] = field(default_factory=dict)  # ticket -> its chat
    _count: int = 0
    _work: Work | None = None
    _failed: Exception | None = None

    @property
    def work(self) -> Work:
        """The transaction at hand, at the moment that it is."""
        assert self._work is not None
        return Work(self.stage, self._work.c, self.now, self._work.outgoing)

    @property
    def c(self) -> Connection:
        """Its connection."""
        return self.work.c

    def begin(self, at: datetime, play: Play) -> None:
        """A story goes on at that moment."""
        self._count += 1
        heappush(self._turns, (at, self._count, play))

    async def run(self, store: Store) -> None:
        """Play all that was begun. Raises StoreBroken."""
        rounds = Rounds(self.stage, store)
        while await store.write(self._some):
            self.report(self.now, len(self.tickets))
            if self.many.asked:
                self.many.asked = False
                await rounds.all(self.now)
                await store.write(self._heard)
            await asyncio.sleep(self.pause)

    def _heard(self, c: Connection) -> None:
        """What all of an incident were told arrives, and each of them is looked at."""
        self._work = Work(self.stage, c, self.now)
        self._work.outgoing.owes = True
        self.deliver()
        for one in sorted(self.many.look(c, self.now, self._wake)):
            self.look(one, self._chats.get(one, 0))

    def _some(self, c: Connection) -> bool:
        """As much as fits into one transaction; False when all is played.

        What a story has done cannot be undone in it, so this must not be run a second time.
        """
        if self._failed is not None:
            raise self._failed
        try:
            self._work = Work(self.stage, c, self.now)
            demo.play(c, clock.now())
            return self._turn_by_turn()
        except Exception as error:
            self._failed = error
            raise

    def _turn_by_turn(self) -> bool:
        held = time.monotonic() + HELD
        while self._turns and self._turns[0][0] < self.until:
            if time.monotonic() > held:
                return True
            at, _, what = heappop(self._turns)
            if isinstance(what, Due) and self._due.get(what) != at:
                continue  # it was put off, or is over
            self.now = max(self.now, at)
            self._take(what)
            if self.many.asked:
                return True
        self.now = self.until
        demo.played(self.c)
        return False

    def _take(self, what: "Play | Due") -> None:
        if isinstance(what, Due):
            del self._due[what]
            if what.kind == "incident":
                self.many.asked = True
                return
            fire(self.work, what)
            self.deliver()
            self.look(what.id if what.kind == "ticket" else 0, self._chat_of(what))
            return
        try:
            self.begin(max(next(what), self.now + timedelta(seconds=1)), what)
        except StopIteration:
            return
        except Stuck as why:
            self.tally.refused(str(why))

    def _chat_of(self, what: Due) -> int:
        return self._chats.get(what.id, 0) if what.kind == "ticket" else what.id

    def deliver(self) -> None:
        """Everything that is owed now is sent."""
        assert self._work is not None
        owes, self._work.outgoing.owes = self._work.outgoing.owes, False
        for _ in range(MOST if owes or self.unwell else 0):
            rows = outbox.claim(self.c, CHANNEL, self.now, OWNER, 100)
            for row in rows:
                answering = self.unwell.get(row.chat)
                ended = answering(self.now) if answering else Sent(str(row.id))
                settle(self.work, row, ended)
                if isinstance(ended, Sent):
                    self.tally.message(row.notice)
            if not rows:
                return

    def look(self, ticket: int, chat: int) -> None:
        """See what became of a ticket and a chat: what happened to it, and when it is due again."""
        if ticket:
            self._look_at(ticket)
        if chat:
            for kind, due in demo.waiting(self.c, chat).items():
                self._wake(Due(kind, chat), due)

    def _look_at(self, number: int) -> None:
        ticket = tickets.load(self.c, number)
        if ticket is None:
            return
        before = self.tickets.get(number)
        self.tally.ticket(before, ticket, self.stage.house.catalogue)
        if before is None:
            self.many.filed(ticket.filing)
        self.tickets[number] = ticket
        self._chats[number] = ticket.chat
        self._wake(Due("ticket", number), next_due(ticket))

    def _wake(self, what: Due, at: datetime | None) -> None:
        if at is None:
            self._due.pop(what, None)
            return
        at = at if at > self.now else self.now + AGAIN
        if self._due.get(what) != at:
            self._due[what] = at
            self._count += 1
            heappush(self._turns, (at, self._count, what))
