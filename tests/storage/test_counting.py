"""Figures follow the tickets, whatever happens to them: counted, corrected, opened again, gone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from bot.counting import count_some
from dialogs.figures.addends import What
from dialogs.figures.sums import Span
from dialogs.tickets.ticket import Clock, Entry, Role, Score, State, Task, Ticket
from storage import call_backs, counting, demo, figures, retention, staff, surveys, tasks, tickets
from storage.call_backs import Call
from storage.counting import Way
from storage.figures import Behind
from storage.reach import EVERYTHING, Reach
from storage.schema import addend, figure_day, figure_due, ticket
from storage.store import Store
from tests.storage.values import NOW, chat, entry, filed, of

WAY = Way(ZoneInfo("Asia/Shanghai"), frozenset({"C1", "R3"}))
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TODAY = date(2026, 11, 2)
SPAN = Span(since=TODAY, until=TODAY + 9 * DAY)


async def count(store: Store) -> int:
    """Count all that is due."""
    done = 0
    while some := await count_some(store, WAY):
        done += some
    return done


def change(c: Connection, before: Ticket, after: Ticket, *entries: Entry) -> Ticket:
    newer = replace(after, revision=before.revision + 1)
    assert tickets.save(c, before, newer, entries)
    return newer


def of_ticket(c: Connection, number: int) -> dict[What, int]:
    rows = c.execute(select(addend).where(addend.c.ticket == number))
    return {(row.measure, row.key, row.day): row.value for row in rows}


def drift(c: Connection) -> dict[tuple[object, ...], int]:
    """Where a sum is not the sum of what tickets add; nothing if all is well."""
    found: Counter[tuple[object, ...]] = Counter()
    for row in c.execute(select(figure_day)):
        found[row.measure, row.day, row.category, row.department, row.key] += row.value
    for row in c.execute(select(addend)):
        found[row.measure, row.day, row.category, row.department, row.key] -= row.value
    return {cell: n for cell, n in found.items() if n}


def numbers(c: Connection, figure: str, span: Span = SPAN) -> Sequence[int]:
    name, _, keys = figure.partition(":")
    wanted = Behind(figure=name, keys=tuple(filter(None, keys.split(","))), span=span)
    found = select(ticket.c.id).where(figures.behind(c, wanted, NOW)).order_by(ticket.c.id)
    return list(c.execute(found).scalars())


async def test_a_ticket_is_counted_where_it_stands(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    assert await count(store) == 1
    assert await store.read(of(of_ticket, made.id)) == {
        ("filed", "complaint", TODAY): 1,
        ("topic", "unexplained_fee@110100", TODAY): 1,
        ("channel", "telegram", TODAY): 1,
        ("province", "110000", TODAY): 1,
        ("valid", "yes", TODAY): 1,
    }
    sums = await store.read(of(figures.totals, SPAN, ["filed", "channel"]))
    assert sums.values == {("filed", "complaint"): 1, ("channel", "telegram"): 1}
    assert await count(store) == 0


async def test_a_correction_moves_the_score_and_a_reopening_takes_the_end_away(
    store: Store,
) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    closed = replace(
        made,
        state=State.CLOSED,
        result="solved",
        closed_at=NOW + DAY,
        scores=(Score(at=NOW + DAY, score=3),),
    )
    first = await store.write(of(change, made, closed))
    await store.write(of(surveys.sent, made.id, NOW + DAY - HOUR))
    await count(store)
    wanted = ["scored", "ended", "surveyed"]
    assert (await store.read(of(figures.totals, SPAN, wanted))).values == {
        ("scored", "3"): 1,
        ("ended", "solved"): 1,
        ("surveyed", "answered"): 1,
    }
    corrected = replace(first, scores=(*first.scores, Score(at=NOW + 2 * DAY, score=9)))
    second = await store.write(of(change, first, corrected))
    await count(store)
    assert await store.read(of(numbers, "scored:3")) == []
    assert await store.read(of(numbers, "scored:8,9,10")) == [made.id]
    again = replace(second, state=State.INVESTIGATING, result="", closed_at=None)
    await store.write(of(change, second, again, replace(entry("reopen"), at=NOW + 3 * DAY)))
    await count(store)
    sums = await store.read(of(figures.totals, SPAN, [*wanted, "reopened"]))
    assert sums.values == {
        ("scored", "9"): 1,
        ("surveyed", "answered"): 1,
        ("reopened", ""): 1,
    }
    assert await store.read(drift) == {}


async def test_a_ticket_that_is_passed_on_takes_its_figures_along(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    await count(store)
    await store.write(of(change, made, replace(made, department="VAS")))
    await count(store)
    found = await store.read(of(figures.by, SPAN, ["filed"], "department"))
    assert {code: sums.total("filed") for code, sums in found.items()} == {"VAS": 1}
    assert await store.read(drift) == {}


async def test_a_call_back_is_noticed_when_it_is_done(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    asked = Task(kind="low_score", role=Role.SUPERVISOR, due=NOW + DAY)
    task = await store.write(of(tasks.add, asked, made.id, None, NOW))
    await count(store)
    assert (await store.read(of(figures.totals, SPAN, ["call_back"]))).of("call_back") == {
        "open": 1
    }
    await store.write(of(tasks.done, task, None, NOW + 2 * DAY))
    await count(store)
    found = await store.read(of(figures.totals, SPAN, ["call_back"]))
    assert found.of("call_back") == {"late": 1}


async def test_what_came_of_a_call_is_counted_with_the_score_it_was_made_for(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    due, who = NOW + DAY, await store.write(of(staff.add, "陈工", Role.SUPERVISOR))

    def called(c: Connection) -> None:
        for at in (due, due + 2 * DAY):  # a second score has a call of its own
            task = tasks.add(
                c, Task(kind="low_score", role=Role.SUPERVISOR, due=at), made.id, None, NOW
            )
            tasks.done(c, task, who, at)
        call = Call(ticket=made.id, at=due, staff=who, score=3, due=due, reached=True,
                    came="content", words="已致歉")  # fmt: skip
        call_backs.add(c, call)
        call_backs.add(c, replace(call, due=due + 2 * DAY, reached=False, came=""))

    await store.write(called)
    await count(store)
    found = await store.read(of(figures.totals, SPAN, ["call_back", "came"]))
    assert found.of("call_back") == {"in_time": 1, "vain": 1}
    assert found.of("came") == {"content": 1}


async def test_weeks_categories_and_the_list_say_the_same(store: Store) -> None:
    def many(c: Connection) -> list[int]:
        here = chat(c)
        made = []
        for days in (0, 0, 6, 7):  # Monday twice, Sunday, the Monday after
            one = filed(c, here)
            made.append(change(c, one, replace(one, opened_at=NOW + days * DAY)).id)
        return made

    ids = await store.write(many)
    await count(store)
    weeks = await store.read(of(figures.by_week, SPAN, ["filed"]))
    assert {week: sums.total("filed") for week, sums in weeks.items()} == {
        date(2026, 11, 2): 3,
        date(2026, 11, 9): 1,
    }
    short = replace(SPAN, until=TODAY + 6 * DAY)
    assert (await store.read(of(figures.totals, short, ["filed"]))).total("filed") == 3
    assert await store.read(of(numbers, "filed", short)) == ids[:3]
    assert await store.read(of(numbers, "filed", replace(SPAN, category="NET-M"))) == []
    assert await store.read(of(numbers, "filed", replace(SPAN, department="BIL"))) == ids
    by = await store.read(of(figures.by, SPAN, ["filed"], "category"))
    assert {code: sums.total("filed") for code, sums in by.items()} == {"BIL": 4}


async def test_what_changes_while_it_is_counted_is_counted_again(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    seen = await store.read(of(counting.changed, WAY, 10))
    await store.write(of(change, made, replace(made, department="VAS")))
    assert await store.write(of(counting.keep, seen)) == 0
    assert await store.read(of(of_ticket, made.id)) == {}
    assert await count(store) == 1
    assert await store.write(of(counting.keep, seen)) == 0  # another replica's, come late
    found = await store.read(of(figures.by, SPAN, ["filed"], "department"))
    assert list(found) == ["VAS"]


async def test_sums_outlive_tickets_that_were_kept_long_enough(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    await count(store)
    await store.write(of(retention.remove, [made.id]))
    assert await count(store) == 0
    assert (await store.read(of(figures.totals, SPAN, ["filed"]))).total("filed") == 1
    assert await store.read(of(numbers, "filed")) == []


async def test_the_demo_leaves_no_trace_in_the_figures(store: Store) -> None:
    mine = await store.write(lambda c: filed(c, chat(c)))
    await store.write(lambda c: filed(c, chat(c, "1", demo.CHANNEL)))
    await count(store)
    await store.write(lambda c: filed(c, chat(c, "2", demo.CHANNEL)))  # not counted yet
    assert await store.write(of(demo.clear, 10)) == 2
    await count(store)
    found = await store.read(of(figures.totals, SPAN, ["filed", "channel"]))
    assert found.values == {("filed", "complaint"): 1, ("channel", "telegram"): 1}
    assert await store.read(of(numbers, "filed")) == [mine.id]
    assert await store.read(drift) == {}
    assert await store.read(lambda c: c.execute(select(figure_due)).all()) == []


async def test_all_is_counted_anew_when_it_is_counted_otherwise(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    await count(store)
    wrong = update(addend).where(addend.c.measure == "topic").values(key="old@")
    await store.write(lambda c: c.execute(wrong) and None)
    wrong_sum = update(figure_day).where(figure_day.c.measure == "topic").values(key="old@")
    await store.write(lambda c: c.execute(wrong_sum) and None)
    assert await store.write(of(counting.again, 0, 1000)) == 1000
    assert await store.write(of(counting.again, 1000, 1000)) is None
    await count(store)
    found = await store.read(of(figures.totals, SPAN, ["topic"]))
    assert found.of("topic") == {"unexplained_fee@110100": 1}
    assert await store.read(of(of_ticket, made.id)) != {}
    assert await store.read(drift) == {}


async def test_clocks_that_run_out_are_counted_without_a_move(store: Store) -> None:
    made = await store.write(lambda c: filed(c, chat(c)))
    await count(store)
    over = Clock(rule="C1", started=NOW, due=NOW + DAY, result="breached")
    await store.write(of(change, made, replace(made, clocks=(over,))))
    await count(store)
    found = await store.read(of(figures.totals, SPAN, ["clock"]))
    assert found.of("clock") == {"C1:breached": 1}
    assert await store.read(of(numbers, "clock:C1:breached")) == [made.id]


async def test_what_is_open_by_age_and_by_who_has_it(store: Store) -> None:
    def many(c: Connection) -> list[int]:
        here = chat(c)
        ages = (timedelta(0), 20 * HOUR, DAY, 6 * DAY, 40 * DAY)
        made = [(filed(c, here), age) for age in ages]
        new = [change(c, one, replace(one, opened_at=NOW - age)) for one, age in made]
        change(c, new[0], replace(new[0], state=State.CLOSED, closed_at=NOW))
        return [one.id for one in new]

    ids = await store.write(many)
    opened = await store.read(figures.open_now)
    assert figures.ages(opened, NOW) == {
        **{"0-1": 1, "1-3": 1, "3-7": 1},
        **{"7-15": 0, "15-30": 0, "30-": 1},
    }
    assert await store.read(of(numbers, "open:0-1")) == [ids[1]]
    assert await store.read(of(numbers, "open:1-3")) == [ids[2]]
    assert await store.read(of(numbers, "open:30-")) == [ids[4]]
    assert await store.read(of(numbers, "open")) == ids[1:]
    assert await store.read(of(numbers, "load:0")) == ids[1:]


async def test_a_list_ends_where_its_reader_may_not_look(store: Store) -> None:
    def two(c: Connection) -> list[int]:
        here = chat(c)
        made = [filed(c, here), filed(c, here), filed(c, here)]
        areas = ("110000", "310000", "")
        return [
            change(c, one, replace(one, area=area)).id
            for one, area in zip(made, areas, strict=True)
        ]

    ids = await store.write(two)
    await count(store)
    wanted = Behind(figure="filed", keys=(), span=SPAN)
    mine = Reach(1, ("310000",), ())
    listed = await store.read(of(figures.listed, wanted, mine, NOW, range(10)))
    assert listed == (ids[2], ids[1])
    assert await store.read(of(figures.listed, wanted, EVERYTHING, NOW, range(1, 3))) == (
        ids[1],
        ids[0],
    )
    assert (await store.read(of(figures.totals, SPAN, ["filed"]))).total("filed") == 3


def test_an_address_says_which_figure() -> None:
    said = {"figure": "scored:8,9", "from": "2026-11-02", "to": "2026-11-08", "category": "BIL"}
    found = Behind.read(said)
    assert found is not None
    assert (found.figure, found.keys) == ("scored", ("8", "9"))
    assert (found.span.since, found.span.until) == (date(2026, 11, 2), date(2026, 11, 8))
    assert found.query() == "figure=scored%3A8%2C9&from=2026-11-02&to=2026-11-08&category=BIL"
    assert Behind.read({"figure": "clock:R3:breached"}) is not None
    assert Behind.read({"figure": "nothing"}) is None
    assert Behind.read({"figure": "filed", "from": "yesterday"}) is None
    assert Behind.read({}) is None
