"""Many who complain of the same: filed in bulk, and what each of them was told."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.tickets import moves
from dialogs.tickets.ticket import Filing, Role, Ticket, Where, Wish
from storage import Connection, chats, incidents, staff, tickets
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
    tickets.insert(c, opened.ticket, opened.entries)
    return opened.ticket.id


async def many(
    store: Store, stage: Stage, count: int, at: datetime, filings: Sequence[Filing] = (NO_SIGNAL,)
) -> list[int]:
    """So many people file, a second between two of them, each what is next of the filings."""
    made: list[int] = []
    for start in range(0, count, 100):
        some = range(start, min(start + 100, count))

        def put(c: Connection, some: Iterable[int] = some) -> list[int]:
            return [
                file(c, stage, f"p{n}", at + n * SECOND / 10, filings[n % len(filings)])
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
