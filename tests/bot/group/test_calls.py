"""Calls in the group: the owner before a limit is over, a lead after it, nobody too often."""

from datetime import timedelta
from itertools import pairwise

import pytest

from dialogs.group.calls import call, look_at
from dialogs.model import Json
from dialogs.tickets.showing import deadline, deadlines
from dialogs.tickets.ticket import Clock
from storage import accounts
from tests.bot.group.room import Room
from tests.bot.group.shift import Shift
from tests.dialogs.tickets.office import MONDAY, filed, house
from tests.peers.world import Message

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
async def shift(room: Room) -> Shift:
    return await Shift.begins(room)


async def limit(shift: Shift) -> tuple[Clock, str]:
    """The limit of the ticket that is over first, and what it is called."""
    known = shift.room.stage.house.catalogue
    clock = deadline(await shift.now(), deadlines(known))
    assert clock is not None
    return clock, known.clocks[clock.rule].label.words["zh-CN"]


def named(message: Message) -> list[int]:
    """The accounts that a message tells."""
    entities = message.raw.get("entities", [])
    return [int(one["user"]["id"]) for one in entities if one["type"] == "text_mention"]


def calls(shift: Shift) -> list[Message]:
    return [one for one in shift.room.group.chat if one.by_bot and named(one)]


async def test_the_owner_is_called_when_four_fifths_of_a_limit_are_gone(shift: Shift) -> None:
    await shift.claimed()
    clock, name = await limit(shift)
    near = clock.started + (clock.due - clock.started) * 0.8
    shift.room.now = near - MINUTE
    await shift.room.passes(30 * timedelta(seconds=1))
    assert not calls(shift)
    await shift.room.passes(MINUTE)
    (told,) = calls(shift)
    assert f"“{name}”" in told.text
    assert "只剩不到两成时间" in told.text
    assert told.text.startswith("陈工：")
    assert named(told) == [shift.lin.id]
    assert told in shift.room.group.inside(shift.own)


async def test_a_lead_is_called_when_a_limit_is_over_and_each_once(shift: Shift) -> None:
    await shift.claimed()
    clock, name = await limit(shift)
    shift.room.now = clock.due + MINUTE
    await shift.room.passes(2 * MINUTE, step=timedelta(seconds=5))
    over = [one for one in calls(shift) if f"“{name}”" in one.text]
    assert [named(one) for one in over] == [[shift.mei.id]]
    assert "已超时" in over[0].text
    await shift.room.passes(2 * HOUR, step=MINUTE)
    assert len([one for one in calls(shift) if f"“{name}”" in one.text]) == 1


async def test_one_ticket_calls_no_more_than_once_in_half_an_hour(shift: Shift) -> None:
    """Several limits are over at once, after a night in which nobody served the group."""
    await shift.claimed()
    shift.room.now += timedelta(days=20)
    began = shift.room.now
    await shift.room.passes(29 * MINUTE, step=timedelta(seconds=20))
    assert len(calls(shift)) == 1
    await shift.room.passes(3 * HOUR, step=MINUTE)
    times = [
        at
        for at, made in shift.room.calls
        if made.method == "sendMessage" and at >= began and "entities" in made.body
    ]
    assert len(times) > 1
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert all(gap >= 30 * MINUTE for gap in gaps), gaps


async def test_for_an_owner_who_is_not_linked_a_lead_is_called(shift: Shift) -> None:
    await shift.claimed()
    await shift.room.store.write(lambda c: accounts.unlink(c, shift.chen.staff))
    clock = min(
        (one for one in (await shift.now()).clocks if one.rule == "R3"), key=lambda o: o.due
    )
    shift.room.now = clock.started + (clock.due - clock.started) * 0.8
    await shift.room.passes(MINUTE)
    assert {tuple(named(one)) for one in calls(shift)} == {(shift.mei.id,)}


async def test_a_lead_is_called_when_leave_is_asked(shift: Shift) -> None:
    await shift.claimed()
    items: Json = [{"code": "goodwill", "minor": 9000, "due": "2026-11-27"}]
    await shift.room.moves(
        shift.ticket,
        "ask_approval",
        shift.chen,
        liability="operator",
        finding="属误扣",
        items=items,
        reviewed=True,
        words="拖了一个月",
    )
    await shift.room.passes(MINUTE)
    (told,) = calls(shift)
    assert named(told) == [shift.mei.id]
    assert "陈工的方案（90 元）等您批准" in told.text


async def test_a_hundred_limits_at_once_keep_the_pace_and_nobody_from_an_answer(
    shift: Shift,
) -> None:
    room = shift.room
    for n in range(20):
        made = await room.files(f"p{n}")
        await room.moves(made, "claim", shift.chen)
    await room.draws()
    room.now += timedelta(days=20)
    await room.passes(2 * MINUTE)
    assert room.busiest() <= 20
    before = room.now
    press = await shift.lin.taps("写备注", to=room.group)
    await room.hears()
    assert press.answer is not None
    assert room.now == before


def test_what_is_called_for_is_told_once_and_the_worst_first() -> None:
    ticket = filed().ticket
    first = deadline(ticket, deadlines(house().catalogue))
    assert first is not None
    assert call(ticket, house(), MONDAY, frozenset()) is None
    found = call(ticket, house(), first.due, frozenset())
    assert found is not None
    assert found.key.startswith("over ")
    later = call(ticket, house(), first.due, frozenset({found.key}))
    assert later is None or later.key != found.key


def test_a_ticket_is_looked_at_again_until_every_limit_is_over() -> None:
    ticket, now, looks = filed().ticket, MONDAY, 0
    while (later := look_at(ticket, house(), now)) is not None:
        assert later > now
        now, looks = later, looks + 1
    assert looks >= 3
