"""Tickets: what is filed is found, and only who holds the newest revision saves."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.tickets.ticket import Clock, Role, Score, State, Ticket
from storage import staff, tickets
from storage.store import Store
from tests.storage.shapes import any_of
from tests.storage.values import NOW, chat, entry, filed, of, running

DAY = timedelta(days=1)


async def new(store: Store, name: str = "100") -> Ticket:
    here = await store.write(of(chat, name))
    return await store.write(of(filed, here))


async def test_numbers_count_up_within_the_month_of_the_zone(store: Store) -> None:
    late = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)  # already December in Shanghai
    one, two = [await store.write(of(tickets.next_number, NOW, "Asia/Shanghai")) for _ in "ab"]
    next_month = await store.write(of(tickets.next_number, late, "Asia/Shanghai"))
    assert (one[:10], two[:10], next_month[:10]) == ("TS26110000", "TS26110000", "TS26120000")
    assert (one[10:12], two[10:12], next_month[10:12]) == ("01", "02", "01")


async def test_numbers_are_never_given_twice(store: Store) -> None:
    made = await asyncio.gather(
        *(store.write(of(tickets.next_number, NOW, "Asia/Shanghai")) for _ in range(50))
    )
    assert len(set(made)) == 50


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(given_values=any_of(Ticket))
async def test_any_ticket_is_loaded_as_it_was_kept(store: Store, given_values: Ticket) -> None:
    here = await store.write(chat)
    owner = await store.write(of(staff.add, "王敏", Role.AGENT))
    number = await store.write(of(tickets.next_id))
    kept = replace(
        given_values, id=number, number=f"{number}", chat=here, subscriber=1, owner=owner
    )
    kept = replace(kept, repeat_of=0)
    await store.write(of(tickets.insert, kept))
    assert await store.read(of(tickets.load, number)) == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(any_of(Clock), max_size=4), st.lists(any_of(Clock), max_size=4))
async def test_any_change_of_the_clocks_is_kept(
    store: Store, old: list[Clock], new_ones: list[Clock]
) -> None:
    first = replace(await new(store), clocks=())
    for clocks in (tuple(old), tuple(new_ones), (*new_ones[:1], *old[1:])):
        before = await store.read(of(tickets.load, first.id))
        assert before is not None
        after = replace(before, clocks=clocks, revision=before.revision + 1)
        assert await store.write(of(tickets.save, before, after, ()))
        assert await store.read(of(tickets.load, first.id)) == after


async def test_of_two_who_change_a_ticket_the_second_is_refused(store: Store) -> None:
    before = await new(store)
    mine = replace(before, revision=2, state=State.DISPATCHED)
    theirs = replace(before, revision=2, state=State.WITHDRAWN)
    kept = await asyncio.gather(
        store.write(of(tickets.save, before, mine, (entry("dispatch"),))),
        store.write(of(tickets.save, before, theirs, (entry("withdraw"),))),
    )
    assert list(kept) == [True, False]
    assert await store.read(of(tickets.load, before.id)) == mine
    moves = [one.move for one in await store.read(of(tickets.timeline, before.id))]
    assert moves == ["file", "dispatch"]


async def test_the_timeline_keeps_every_word_of_an_entry(store: Store) -> None:
    before = await new(store)
    lines = (entry("note"), entry("claim"), entry("note"))
    assert await store.write(of(tickets.save, before, replace(before, revision=4), lines))
    assert await store.read(of(tickets.timeline, before.id)) == (entry("file"), *lines)


async def test_scores_only_grow(store: Store) -> None:
    first = await new(store)
    low = replace(first, revision=2, scores=(Score(at=NOW, score=3, reasons=("slow",)),))
    both = replace(low, revision=3, scores=(*low.scores, Score(at=NOW, score=9, words="好了")))
    assert await store.write(of(tickets.save, first, low, ()))
    assert await store.write(of(tickets.save, low, both, ()))
    assert await store.read(of(tickets.load, first.id)) == both
    with pytest.raises(ValueError, match="never changed"):
        await store.write(of(tickets.save, both, replace(both, scores=low.scores), ()))


async def test_a_chat_sees_its_open_tickets_and_those_closed_lately(store: Store) -> None:
    here = await store.write(chat)
    closed = {days: NOW - days * DAY for days in (1, 40)}
    kept = [await store.write(of(filed, here)) for _ in range(3)]
    for ticket, at in zip(kept, closed.values(), strict=False):
        done = replace(ticket, revision=2, state=State.CLOSED, closed_at=at)
        await store.write(of(tickets.save, ticket, done, ()))
    seen = await store.read(of(tickets.of_chat, here, NOW, 30 * DAY))
    assert [one.id for one in seen] == [kept[2].id, kept[0].id]
    assert await store.read(of(tickets.of_chat, here + 1, NOW, DAY)) == ()


async def test_a_ticket_is_found_by_number_and_by_service_number(store: Store) -> None:
    one, two = await new(store), await new(store, "200")
    assert await store.read(of(tickets.by_number, one.number)) == one
    assert await store.read(of(tickets.by_number, "TS00000000000")) is None
    assert await store.read(of(tickets.same_number, "+8613812345678")) == (two.id, one.id)
    assert await store.read(of(tickets.same_number, "+8613800000000")) == ()


async def test_the_ticker_is_woken_by_the_first_clock_that_wants_it(store: Store) -> None:
    ticket = await new(store)
    wakes = NOW + timedelta(hours=47)
    assert await store.read(of(tickets.due, wakes - timedelta(seconds=1), 10)) == []
    assert await store.read(of(tickets.due, wakes, 10)) == [ticket.id]
    sooner = replace(ticket, revision=2, clocks=(*ticket.clocks, running("C2", NOW)))
    await store.write(of(tickets.save, ticket, sooner, ()))
    assert await store.read(of(tickets.due, NOW, 10)) == [ticket.id]
    quiet = replace(sooner, revision=3, clocks=(replace(sooner.clocks[0], next=None),))
    await store.write(of(tickets.save, sooner, quiet, ()))
    assert await store.read(of(tickets.due, wakes, 10)) == []


async def test_filings_of_a_day_are_counted_for_their_chat_only(store: Store) -> None:
    one = await new(store)
    await new(store, "200")
    assert await store.read(of(tickets.filed_since, one.chat, NOW)) == 1
    assert await store.read(of(tickets.filed_since, one.chat, NOW + DAY)) == 0
