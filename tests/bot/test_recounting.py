"""A changed calendar: every process takes it, and each ticket that it moves is recounted once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.dispatch import Dispatcher
from bot.orders import counted, keep
from bot.recounting import MOVED, SETTLED
from bot.stage import Stage, Work
from dialogs import values
from dialogs.house import House
from dialogs.model import Move
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket
from storage import Connection, calendar, chats, staff, tickets
from storage.calendar import By
from storage.schema import outbox
from storage.store import Store
from storage.workdays_seed import seed
from tests.bot.postman import Postman
from tests.storage.values import chat, of

CHANGED = datetime(2026, 12, 30, 2, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Beijing
BY = By("陈工", "国务院办公厅通知")
MINUTE = timedelta(minutes=1)
NEW_YEAR = date(2027, 1, 1)  # a Friday: worked, as long as nobody knows better
# The third working day after Wednesday 30 December, at its end in Beijing.
MONDAY = datetime(2027, 1, 4, 15, 59, 59, tzinfo=UTC)
TUESDAY = datetime(2027, 1, 5, 15, 59, 59, tzinfo=UTC)


def moved() -> dict[date, bool]:
    return {NEW_YEAR: False}


def expecting(c: Connection, name: str, house: House) -> int:
    """A ticket that was claimed, whose date of next news lies in a year not published yet."""
    calendar.seed(c, seed((2026,)), CHANGED)
    house = replace(house, workdays=calendar.workdays(c))
    here = chat(c, name, Postman.name)
    opened = moves.open_ticket(
        Filing(story="扣费不明", category="BIL", subtype="unexplained_fee"),
        id=tickets.next_id(c),
        number=tickets.next_number(c, CHANGED, house.zone),
        chat=here,
        subscriber=chats.person(c, here).subscriber,
        language="zh-CN",
        now=CHANGED,
        house=house,
    )
    who = Actor(Role.AGENT, staff.add(c, f"王敏 {name}", Role.AGENT), "王敏", "BIL")
    claim = Move(opened.ticket.id, "claim", {})
    claimed = moves.apply(opened.ticket, claim, who, CHANGED, house)
    assert isinstance(claimed, Applied)
    ticket = values.replace(claimed.ticket, counted=house.workdays.version)
    tickets.insert(c, ticket)
    return ticket.id


async def loaded(store: Store, number: int) -> Ticket:
    found = await store.read(of(tickets.load, number))
    assert found is not None
    return found


async def told(store: Store, code: str = "M36") -> int:
    rows = await store.read(lambda c: c.execute(outbox.select()).mappings().all())
    return sum(row["notice"] == code for row in rows)


class Place:
    """A dispatcher whose time the test sets."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self.now = CHANGED
        self.dispatcher = Dispatcher(stage, store, lambda: self.now, {})

    async def after(self, span: timedelta) -> None:
        self.now += span
        await self.dispatcher.tick()


async def test_a_published_holiday_moves_the_date_and_tells_the_new_one_once(
    stage: Stage, store: Store
) -> None:
    number = await store.write(of(expecting, "1", stage.house))
    before = await loaded(store, number)
    assert (before.next_step_at, before.next_step_expected) == (MONDAY, True)
    place = Place(stage, store)
    await place.dispatcher.tick()
    await store.write(of(calendar.put, moved(), BY, CHANGED))
    await store.write(of(calendar.confirm, 2027, BY, CHANGED))
    await place.dispatcher.tick()
    assert stage.house.workdays.is_work(NEW_YEAR) is False  # taken at once
    assert (await loaded(store, number)).next_step_at == MONDAY  # more days may follow
    await place.after(SETTLED)
    after = await loaded(store, number)
    assert (after.next_step_at, after.next_step_expected) == (TUESDAY, False)
    promised = {one.rule: one for one in after.clocks if one.stopped is None}["P1"]
    assert (promised.due, promised.provisional) == (TUESDAY, False)
    assert await told(store) == 1
    for _ in range(3):
        await place.after(MINUTE)
    assert await told(store) == 1


async def test_a_year_confirmed_without_a_change_makes_dates_sure_and_tells_nothing(
    stage: Stage, store: Store
) -> None:
    number = await store.write(of(expecting, "1", stage.house))
    place = Place(stage, store)
    await store.write(of(calendar.confirm, 2027, BY, CHANGED))
    await place.after(MINUTE)
    after = await loaded(store, number)
    assert (after.next_step_at, after.next_step_expected) == (MONDAY, False)
    assert not any(one.provisional for one in after.clocks if one.stopped is None)
    assert await told(store) == 0


async def test_days_set_one_by_one_are_told_of_once(stage: Stage, store: Store) -> None:
    await store.write(of(expecting, "1", stage.house))
    place = Place(stage, store)
    for day in (date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 5)):
        await store.write(of(calendar.put, {day: False}, BY, place.now))
        await place.after(timedelta(seconds=20))
    await place.after(MINUTE)
    assert await told(store) == 1


async def test_a_restart_goes_on_where_the_sweep_was_cut_off(stage: Stage, store: Store) -> None:
    numbers = [await store.write(of(expecting, f"{n}", stage.house)) for n in range(3)]
    await store.write(of(calendar.put, moved(), BY, CHANGED))
    first = Place(stage, store)
    await first.dispatcher.tick()

    def one_of_them(c: Connection) -> None:
        work, ticket = Work(stage, c, first.now), tickets.load(c, numbers[0])
        assert ticket is not None
        keep(work, ticket, Applied(ticket=counted(work, ticket)[0]))

    await store.write(one_of_them)
    again = Place(stage, store)
    await again.after(MINUTE)
    assert [(await loaded(store, one)).next_step_at for one in numbers] == [TUESDAY] * 3
    assert await told(store) == 2


async def test_who_changes_a_ticket_before_the_sweep_counts_it_anew(
    stage: Stage, store: Store
) -> None:
    number = await store.write(of(expecting, "1", stage.house))
    await store.write(of(calendar.put, moved(), BY, CHANGED))
    place = Place(stage, store)
    await place.dispatcher.tick()

    def now(c: Connection) -> tuple[Ticket, bool]:
        ticket = tickets.load(c, number)
        assert ticket is not None
        return counted(Work(stage, c, CHANGED), ticket)

    ticket, moves_date = await store.read(now)
    assert (ticket.next_step_at, moves_date) == (TUESDAY, True)


async def test_a_change_that_concerns_no_ticket_writes_none(stage: Stage, store: Store) -> None:
    number = await store.write(of(expecting, "1", stage.house))
    place = Place(stage, store)
    await store.write(of(calendar.put, {date(2027, 9, 6): False}, BY, CHANGED))
    before = await loaded(store, number)
    await place.after(SETTLED)
    assert await loaded(store, number) == before
    assert await told(store) == 0


async def test_many_tickets_are_recounted_over_some_rounds(stage: Stage, store: Store) -> None:
    numbers = [await store.write(of(expecting, f"{n}", stage.house)) for n in range(MOVED + 3)]
    place = Place(stage, store)
    await store.write(of(calendar.put, moved(), BY, CHANGED))
    await place.after(SETTLED)
    assert await told(store) == MOVED
    await place.after(MINUTE)
    assert await told(store) == len(numbers)
