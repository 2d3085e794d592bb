"""Many who complain of the same: filed in bulk, and what each of them was told."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot import incidents as acts
from bot.desk_acts import Made, Outcome
from bot.dispatch import Dispatcher
from bot.orders import move
from bot.posting import push
from bot.stage import Stage, Work
from dialogs.incidents.incident import Incident, Progress
from dialogs.model import Json, Move
from dialogs.tickets import limits, moves
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket, Where, Wish
from dialogs.values import replace
from storage import Connection, broadcasts, chats, incidents, staff, tickets
from storage.schema import message, outbox
from storage.store import Store
from tests.bot.postman import Postman
from tests.storage.values import chat

MORNING = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in Beijing
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
HAIDIAN = Where(words="海淀区中关村", province="110000", city="110100", district="110108")
TIANHE = Where(words="天河", province="440000", city="440100", district="440106")
REPAIR, WAIVER = (Wish(code="repair"),), (Wish(code="repair"), Wish(code="waiver", minor=3000))
NO_SIGNAL = Filing(
    story="从早上开始手机没信号",
    category="NET-M",
    subtype="no_signal",
    where=HAIDIAN,
    wishes=REPAIR,
)

WORDS: dict[str, Json] = {
    "zh-CN": "海淀区一处基站断电，正在抢修。",
    "en": "A mast in Haidian has lost power.",
}
GIFT: list[Json] = [{"code": "waiver", "words": "", "minor": 1000, "due": "2026-11-30"}]


def file(c: Connection, stage: Stage, name: str, at: datetime, filing: Filing = NO_SIGNAL) -> int:
    """A person files this; returns the ticket's id."""
    here = chat(c, name, Postman.name)
    opened = moves.open_ticket(
        filing,
        id=tickets.next_id(c),
        number=tickets.next_number(c, at, stage.house.zone),
        chat=here,
        subscriber=chats.person(c, here).subscriber,
        language="zh-CN",
        now=at,
        house=stage.house,
    )
    clocks = limits.delivered(opened.ticket, "M01", at, stage.house)  # the number was told
    tickets.insert(c, replace(opened.ticket, clocks=clocks), opened.entries)
    return opened.ticket.id


async def many(
    store: Store,
    stage: Stage,
    count: int,
    at: datetime,
    filings: Sequence[Filing] = (NO_SIGNAL,),
    who: str = "p",
) -> list[int]:
    """So many people file, a second between two of them, each what is next of the filings."""
    made: list[int] = []
    for start in range(0, count, 100):
        some = range(start, min(start + 100, count))

        def put(c: Connection, some: Iterable[int] = some) -> list[int]:
            return [
                file(c, stage, f"{who}{n}", at + n * SECOND / 10, filings[n % len(filings)])
                for n in some
            ]

        made += await store.write(put)
    return made


async def lead(store: Store, name: str = "赵敏", role: Role = Role.SUPERVISOR) -> int:
    """Somebody of the staff."""
    return await store.write(lambda c: staff.add(c, name, role, "NET"))


async def told(store: Store, code: str) -> dict[int, int]:
    """How many messages of this code each ticket's chat is owed or was sent."""

    def read(c: Connection) -> dict[int, int]:
        rows = c.execute(
            select(message.c.ticket)
            .select_from(message.join(outbox, outbox.c.id == message.c.outbox))
            .where(outbox.c.notice == code)
        )
        found: dict[int, int] = {}
        for (one,) in rows:
            found[one] = found.get(one, 0) + 1
        return found

    return await store.read(read)


async def loaded(store: Store, ids: Sequence[int]) -> tuple[Ticket, ...]:
    return await store.read(lambda c: tickets.load_many(c, ids))


async def settled(dispatcher: Dispatcher, most: int = 1000) -> int:
    """Tick until nothing is left to be done; returns how many ticks it took."""
    for count in range(1, most):
        if not await dispatcher.tick():
            return count
    raise AssertionError(f"something is always left to do after {most} ticks")


async def the_incident(store: Store) -> int:
    """The id of the one incident that there is."""
    found = await store.read(lambda c: incidents.newest(c, 10))
    assert len(found) == 1, [one.number for one in found]
    return found[0].id


class Scene:
    """A dispatcher on a clock that is set by hand."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self.now = MORNING
        self.store, self.stage = store, stage
        self.dispatcher = Dispatcher(stage, store, lambda: self.now, {})

    async def tick(self, after: timedelta = MINUTE) -> None:
        self.now += after
        await settled(self.dispatcher)

    async def incident(self) -> Incident:
        number = await the_incident(self.store)
        found = await self.store.read(lambda c: incidents.load(c, number))
        assert found is not None
        return found

    async def act(self, who: int, name: str, **fields: Json) -> None:
        """An act that is allowed."""
        made = await self.tries(who, name, **fields)
        assert isinstance(made, Made), made

    async def tries(self, who: int, name: str, **fields: Json) -> Outcome:
        found = await self.incident()

        def put(c: Connection) -> Outcome:
            work = Work(self.stage, c, self.now)
            return acts.act(work, who, (found.id, name, fields), found.revision)

        return await self.store.write(put)

    async def moves(
        self, ticket: int, name: str, role: Role = Role.SUBSCRIBER, **fields: Json
    ) -> bool:
        """A move on a ticket with its messages; whether it was taken."""

        def put(c: Connection) -> bool:
            work = Work(self.stage, c, self.now)
            made = move(work, Move(ticket, name, fields), Actor(role))
            push(work, made)
            return not made.refused

        return await self.store.write(put)

    async def told_so_far(self) -> Progress | None:
        """How far the newest word to all is; None when there is none yet."""
        number = await the_incident(self.store)
        found = await self.store.read(lambda c: broadcasts.progress(c, number))
        return found[0] if found else None

    async def progress(self) -> Progress:
        found = await self.told_so_far()
        assert found is not None
        return found
