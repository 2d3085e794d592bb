"""The desk: who may come in, what they see first, what is to be done."""

from dataclasses import replace
from datetime import date, timedelta

from dialogs.tickets.ticket import Role, Score, State, Task, Ticket
from storage import (
    calendar,
    desk,
    inbox,
    notices,
    outbox,
    staff,
    stats,
    surveys,
    tasks,
    tickets,
)
from storage.calendar import By
from storage.desk import Filter, Looking, Sort, Tab
from storage.notices import Held
from storage.store import Store
from storage.workdays_seed import seed
from tests.storage.values import MINUTE, NOW, chat, filed, of, running

HOUR = timedelta(hours=1)
EVERYTHING, ME = Filter(), Looking(0, NOW)


async def new(store: Store, name: str = "100", **changes: object) -> Ticket:
    here = await store.write(of(chat, name))
    ticket = await store.write(of(filed, here))
    changed = replace(ticket, revision=2, **changes)  # type: ignore[arg-type]
    assert await store.write(of(tickets.save, ticket, changed, ()))
    return changed


async def test_a_sign_in_link_works_once_and_not_for_ever(store: Store) -> None:
    anna = await store.write(of(staff.add, "Anna", Role.AGENT, "CS"))
    link = await store.write(of(staff.sign_in_link, anna, NOW, HOUR))
    late = await store.write(of(staff.sign_in_link, anna, NOW, HOUR))
    entered = await store.write(of(staff.use, link, NOW))
    assert entered is not None
    person, session = entered
    assert (person.id, person.name, person.role, person.department) == (
        anna,
        "Anna",
        Role.AGENT,
        "CS",
    )
    assert await store.write(of(staff.use, link, NOW)) is None
    assert await store.write(of(staff.use, late, NOW + HOUR)) is None
    assert await store.write(of(staff.use, "guess", NOW)) is None
    assert await store.read(of(staff.by_session, session, NOW)) == person
    assert await store.read(of(staff.by_session, session, NOW + staff.SESSION_LASTS)) is None
    await store.write(of(staff.sign_out, session))
    assert await store.read(of(staff.by_session, session, NOW)) is None


async def test_who_has_left_is_out_at_once(store: Store) -> None:
    anna = await store.write(of(staff.add, "Anna", Role.AGENT))
    unused = await store.write(of(staff.sign_in_link, anna, NOW, HOUR))
    link = await store.write(of(staff.sign_in_link, anna, NOW, HOUR))
    entered = await store.write(of(staff.use, link, NOW))
    assert entered is not None
    await store.write(of(staff.active, anna, False))
    assert await store.read(of(staff.by_session, entered[1], NOW)) is None
    assert await store.write(of(staff.use, unused, NOW)) is None
    assert [one.active for one in await store.read(staff.everybody)] == [False]


async def seen(
    store: Store,
    tab: Tab = "open",
    wanted: Filter = EVERYTHING,
    sort: Sort = "left",
    places: range = range(10),
) -> list[int]:
    return list(await store.read(of(desk.page, tab, wanted, ME, sort, places)))


async def test_the_queue_shows_what_runs_out_first(store: Store) -> None:
    slow = await new(store, "1", clocks=(running("C1", NOW + 9 * HOUR),))
    past = await new(store, "2", clocks=(running("C1", NOW - HOUR),))
    calm = await new(store, "3", clocks=(), level=3)
    done = await new(store, "4", state=State.CLOSED, closed_at=NOW)
    assert await seen(store) == [past.id, slow.id, calm.id]
    assert await seen(store, sort="newest") == [calm.id, past.id, slow.id]
    assert await seen(store, sort="oldest") == [slow.id, past.id, calm.id]
    assert await seen(store, sort="level") == [calm.id, past.id, slow.id]
    assert await seen(store, places=range(1, 3)) == [slow.id, calm.id]
    assert await seen(store, "due") == [slow.id]
    assert await seen(store, "breached") == [past.id]
    assert await seen(store, "ended") == [done.id]


async def test_reminders_and_stopped_clocks_are_no_deadlines(store: Store) -> None:
    stopped = replace(running("C1", NOW - HOUR), stopped=NOW)
    paused = replace(running("C2", NOW - HOUR), paused=NOW)
    clocks = (stopped, paused, running("nudge", NOW - HOUR), running("C3", NOW + 5 * HOUR))
    ticket = await new(store, clocks=clocks)
    rules = Filter(clocks=("C1", "C2", "C3"))
    assert await seen(store, "breached", rules) == []
    assert await seen(store, "due", rules) == [ticket.id]
    assert await seen(store, "breached") == [ticket.id]


async def test_every_tab_counts_what_it_shows(store: Store) -> None:
    """Whatever a ticket is, it is counted where it stands, and nowhere else."""
    anna = await store.write(of(staff.add, "Anna", Role.AGENT))
    by = Looking(anna, NOW)
    owned = await new(store, "1", owner=anna, state=State.INVESTIGATING)
    waits = await new(store, "2", owner=anna, state=State.PROPOSED)
    held = await new(store, "3", state=State.ON_HOLD, clocks=(running("C1", NOW - HOUR),))
    scored = await new(store, "4", state=State.CLOSED, closed_at=NOW)
    asked = await new(store, "5", clocks=(running("C1", NOW + HOUR),))
    for kind, about in (("low_score", scored), ("human", asked), ("approve", owned)):
        one = Task(kind=kind, role=Role.SUPERVISOR, due=NOW)
        await store.write(of(tasks.add, one, about.id, about.chat, NOW))
    expected: dict[Tab, set[int]] = {
        "mine": {owned.id, waits.id},
        "unclaimed": {held.id, asked.id},
        "open": {owned.id, waits.id, held.id, asked.id},
        "waiting": {waits.id},
        "due": {asked.id},
        "breached": {held.id},
        "callback": {scored.id},
        "handover": {asked.id},
        "approval": {owned.id},
        "parked": {held.id},
        "ended": {scored.id},
    }
    for tab, ids in expected.items():
        page = of(desk.page, tab, EVERYTHING, by, "left", range(10))
        assert set(await store.read(page)) == ids, tab
    counted = await store.read(of(desk.counts, EVERYTHING, by))
    assert counted == {tab: len(ids) for tab, ids in expected.items() if tab != "ended"}


async def test_the_queue_is_narrowed(store: Store) -> None:
    anna = await store.write(of(staff.add, "Anna", Role.AGENT))
    mine = await new(
        store, "1", owner=anna, department="NET", state=State.INVESTIGATING, language="en", level=3
    )
    free = await new(store, "2")
    for wanted, expected in (
        (Filter(owner=anna), mine),
        (Filter(owner=0), free),
        (Filter(department="NET"), mine),
        (Filter(language="en"), mine),
        (Filter(level=3), mine),
        (Filter(level=2), free),
        (Filter(states=(State.REGISTERED,)), free),
        (Filter(only=(free.id,)), free),
    ):
        assert await seen(store, wanted=wanted) == [expected.id]
        assert (await store.read(of(desk.counts, wanted, ME)))["open"] == 1
    for nothing in (Filter(category="NET-M"), Filter(channel="web"), Filter(only=())):
        assert await seen(store, wanted=nothing) == []
        assert set((await store.read(of(desk.counts, nothing, ME))).values()) == {0}
    assert len(await seen(store, wanted=Filter(channel="telegram", category="BIL"))) == 2


async def test_tasks_wait_in_their_order_until_somebody_did_them(store: Store) -> None:
    anna = await store.write(of(staff.add, "Anna", Role.AGENT))
    first, second = await store.write(chat), await store.write(of(chat, "200"))
    human = Task(kind="human", role=Role.AGENT, due=NOW, words="转人工")
    numbers = [await store.write(of(tasks.add, human, None, here, NOW)) for here in (first, second)]
    assert await store.read(of(tasks.place, second, "human")) == 1
    assert await store.read(of(tasks.place, first, "human")) == 0
    assert await store.read(of(tasks.place, first, "call_back")) is None
    assert await store.write(of(tasks.done, numbers[0], anna, NOW))
    assert not await store.write(of(tasks.done, numbers[0], anna, NOW))
    assert await store.read(of(tasks.place, second, "human")) == 0
    assert await store.read(of(tasks.waiting, "human")) == 1
    (left,) = await store.read(of(tasks.open_ones, 10))
    assert (left.id, left.task) == (numbers[1], human)
    assert await store.write(of(tasks.done_for_chat, second, "human", None, NOW)) == 1


async def test_tasks_stand_with_their_ticket(store: Store) -> None:
    ticket = await new(store)
    low = Task(kind="low_score", role=Role.SUPERVISOR, due=NOW)
    await store.write(of(tasks.add, low, ticket.id, ticket.chat, NOW))
    assert [one.task for one in await store.read(of(tasks.of_ticket, ticket.id))] == [low]


async def test_held_notices_come_out_when_their_rest_is_over(store: Store) -> None:
    ticket = await new(store)
    held = Held(ticket=ticket.id, chat=ticket.chat, code="M09", args={"n": 1}, due_at=NOW + HOUR)
    number = await store.write(of(notices.hold, held, NOW))
    assert await store.read(of(notices.due, NOW, 10)) == ()
    (found,) = await store.read(of(notices.due, NOW + HOUR, 10))
    assert found == replace(held, id=number)
    assert await store.read(of(notices.of_ticket, ticket.id)) == (found,)
    await store.write(of(notices.drop, [number]))
    assert await store.read(of(notices.due, NOW + HOUR, 10)) == ()


async def test_a_seeded_year_is_confirmed_and_a_corrected_day_stays(store: Store) -> None:
    await store.write(of(calendar.put, {date(2026, 10, 1): True}, By("Anna"), NOW))
    for _ in "twice":
        await store.write(of(calendar.seed, seed([2026, 2090]), NOW))
    days = await store.read(calendar.workdays)
    assert days.is_work(date(2026, 10, 1))
    assert not days.is_work(date(2026, 10, 2))
    assert not days.provisional(date(2026, 6, 1))
    assert days.provisional(date(2090, 6, 3))


async def test_the_counts_have_the_promised_shape(store: Store) -> None:
    assert await store.read(stats.counts) == {
        "tickets": {},
        "events": {"accepted": 0, "duplicate": 0, "parked": 0},
        "outbox": {"pending": 0, "sent": 0, "failed": 0, "unknown": 0},
        "sessions": 0,
        "surveys": {"sent": 0, "answered": 0, "mean": None},
        "contacts": {},
        "repeats": {"linked": 0, "shown": 0},
    }


async def test_the_counts_count(store: Store) -> None:
    scored = await new(store, "1", scores=(Score(at=NOW, score=3), Score(at=NOW, score=8)))
    await new(store, "2", scores=(Score(at=NOW, score=9), Score(at=NOW, words="谢谢")))
    await new(store, "3", state=State.CLOSED)
    await store.write(of(surveys.sent, scored.id, NOW))
    key = inbox.EventKey("telegram", "42", "1")
    for _ in range(3):
        await store.write(of(inbox.accept, key, None, "", NOW))
    row = outbox.NewRow(method="sendMessage", body={})
    await store.write(of(outbox.post, scored.chat, [row], NOW))
    counts = await store.read(stats.counts)
    assert counts["tickets"] == {"closed": 1, "registered": 2}
    assert counts["events"] == {"accepted": 1, "duplicate": 2, "parked": 0}
    assert counts["outbox"] == {"pending": 1, "sent": 0, "failed": 0, "unknown": 0}
    assert counts["surveys"] == {"sent": 1, "answered": 2, "mean": 8.5}


async def test_a_person_surveyed_lately_is_known(store: Store) -> None:
    ticket = await new(store)
    assert await store.read(of(surveys.last, ticket.subscriber)) is None
    for later in (NOW, NOW + MINUTE):
        await store.write(of(surveys.sent, ticket.id, later))
    assert await store.read(of(surveys.last, ticket.subscriber)) == NOW + MINUTE
