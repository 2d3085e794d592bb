"""Delivery: what is owed goes out in order, once, and how it ended is kept."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise

import pytest

from bot.channels.base import Gone, Halted, Later, Moved, Refused, Request, Unknown
from bot.delivery import Delivery
from bot.mailbag import SENDING
from bot.pacing import Rates
from bot.stage import Stage
from dialogs.model import Address
from dialogs.tickets.lifecycle import ROWS
from dialogs.tickets.moves import open_ticket
from dialogs.tickets.ticket import Filing, Ticket
from storage import Connection, chats, lines, messages, outbox, outcomes, tasks, tickets
from storage.messages import Said
from storage.outbox import ANSWER, BROADCAST, NewRow
from storage.store import Store
from tests.bot.postman import Postman

FREE = {"telegram": Rates()}


def now() -> datetime:
    return datetime.now(UTC)


def chat(c: Connection, name: str) -> int:
    return chats.locate(c, Address("telegram", "42", name), now(), "en", "Ann")


async def owe(
    store: Store, name: str, *texts: str, priority: int = ANSWER, spacing: float = 0
) -> int:
    def put(c: Connection) -> int:
        rows = [NewRow(method="send", body={"text": text}, priority=priority) for text in texts]
        here = chat(c, name)
        outbox.post(c, here, rows, now(), spacing=spacing)
        return here

    return await store.write(put)


async def counts(store: Store) -> dict[str, int]:
    return await store.read(outcomes.counts)


async def until(store: Store, true: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something that commits bring about: looked at again after each; five seconds."""
    rung = asyncio.Event()
    store.on_commit(rung.set)
    async with asyncio.timeout(5):
        while not await true():
            await rung.wait()
            rung.clear()


async def turns(store: Store) -> None:
    """Give every other task a good many turns, real threads included, and write nothing."""
    for _ in range(30):
        await store.read(outbox.next_due)


@asynccontextmanager
async def delivering(
    stage: Stage, store: Store, rates: dict[str, Rates] | None = None
) -> AsyncIterator[Delivery]:
    delivery = Delivery(stage, store, now, rates or FREE, renew=0.3)
    task = asyncio.create_task(delivery.run())
    yield delivery
    delivery.stop()
    async with asyncio.timeout(5):
        await task


async def settled(store: Store, **wanted: int) -> None:
    async def so() -> bool:
        found = await counts(store)
        return all(found[name] == number for name, number in wanted.items())

    await until(store, so)


async def test_what_was_owed_before_the_start_goes_out_in_order(
    stage: Stage, store: Store, postman: Postman
) -> None:
    await owe(store, "1", "a", "b", "c")
    async with delivering(stage, store):
        await settled(store, sent=3, pending=0)
    assert postman.texts == ["a", "b", "c"]
    assert postman.sent[0].address == Address("telegram", "42", "1")


async def test_a_commit_wakes_it_and_no_sweep(
    stage: Stage, store: Store, postman: Postman, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.SWEEP", 3600.0)
    async with delivering(stage, store):
        await turns(store)
        for number in (1, 2, 3):
            await owe(store, "1", "hello")
            await settled(store, sent=number)
    assert len(postman.sent) == 3


async def test_it_rests_when_nothing_is_owed(stage: Stage, store: Store) -> None:
    await owe(store, "1", "a")
    async with delivering(stage, store):
        await settled(store, sent=1)
        await turns(store)
        quiet = store.commits
        await turns(store)
        assert store.commits - quiet <= 1


async def test_rows_of_a_channel_that_is_off_wait_without_spinning(
    stage: Stage, store: Store
) -> None:
    def put(c: Connection) -> None:
        here = chats.locate(c, Address("wechat", "1", "x"), now(), "en", "Ann")
        outbox.post(c, here, [NewRow(method="send", body={})], now())

    await store.write(put)
    async with delivering(stage, store):
        await turns(store)
        quiet = store.commits
        await turns(store)
        assert store.commits - quiet <= 1
    assert (await counts(store))["pending"] == 1


async def test_many_chats_are_served_at_once_but_not_more_than_the_bound(
    stage: Stage, store: Store, postman: Postman
) -> None:
    for number in range(SENDING + 20):
        await owe(store, str(number), "hello")
    postman.gate.clear()
    async with delivering(stage, store):
        await postman.busy(SENDING)
        await turns(store)
        assert postman.most == SENDING
        postman.gate.set()
        await settled(store, sent=SENDING + 20)


async def test_one_stuck_chat_holds_up_nobody_and_its_own_order_stays(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Later(0.3, "429"))
    await owe(store, "slow", "first", "second")
    async with delivering(stage, store):
        await postman.busy(0, sent=1)
        await owe(store, "other", "hello")
        await settled(store, sent=3)
    assert postman.texts == ["first", "hello", "first", "second"]
    assert postman.sent[2].attempts == 2


async def test_an_answer_goes_before_a_broadcast(
    stage: Stage, store: Store, postman: Postman
) -> None:
    for number in range(5):
        await owe(store, str(number), "news", priority=BROADCAST)
    await owe(store, "me", "answer")
    async with delivering(stage, store, {"telegram": Rates(bot=20)}):
        await settled(store, sent=6)
    assert postman.texts[0] == "answer"


async def test_a_lost_answer_is_unknown_until_it_was_sent_again(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Unknown(0.2, "time-out"))
    await owe(store, "1", "a")
    async with delivering(stage, store):
        await settled(store, unknown=1)
        await settled(store, unknown=0, sent=1)
    assert postman.texts == ["a", "a"]


async def test_who_is_gone_is_noted_and_what_is_owed_waits_for_them(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Gone("blocked"))
    here = await owe(store, "1", "a")
    await store.write(lambda c: filed(c, stage, here))
    async with delivering(stage, store):
        await until(store, lambda: gone(store, here))
        todo = await store.read(lambda c: tasks.open_ones(c, 9))
        assert [one.task.kind for one in todo] == ["unreachable"]
        await store.write(lambda c: chats.reachable(c, here, True, now()))
        await settled(store, sent=1, pending=0)


async def test_staff_need_not_call_who_wrote_while_they_seemed_gone(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Gone("blocked"))
    postman.gate.clear()
    here = await owe(store, "1", "a")
    await store.write(lambda c: filed(c, stage, here))
    async with delivering(stage, store):
        await postman.busy(1)
        await store.write(lambda c: lines.heard(c, here))
        postman.gate.set()
        await settled(store, sent=1, pending=0)
    assert postman.texts == ["a", "a"]
    assert not await gone(store, here)
    assert await store.read(lambda c: tasks.open_ones(c, 9)) == ()


async def gone(store: Store, here: int) -> bool:
    return not (await store.read(lambda c: chats.person(c, here))).reachable


async def test_a_refused_row_is_tried_once_in_a_plainer_form_and_holds_up_nothing(
    stage: Stage, store: Store, postman: Postman
) -> None:
    plain = Request("send", {"text": "plain"})
    postman.endings.extend([Refused("400 markup", plain), Refused("400 again", plain)])
    await owe(store, "1", "fancy", "next")
    async with delivering(stage, store):
        await settled(store, failed=1, sent=1)
    assert postman.texts == ["fancy", "plain", "next"]


async def test_a_chat_that_moved_is_followed(stage: Stage, store: Store, postman: Postman) -> None:
    postman.endings.append(Moved("-1002"))
    await owe(store, "-1", "a")
    async with delivering(stage, store):
        await settled(store, sent=1)
    assert [owed.address.chat for owed in postman.sent] == ["-1", "-1002"]


async def test_a_chat_that_moved_onto_another_becomes_a_task_of_staff(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Moved("2"))
    here = await owe(store, "1", "a")
    await owe(store, "2", "b")
    await store.write(lambda c: filed(c, stage, here))
    async with delivering(stage, store):
        await until(store, lambda: gone(store, here))
        (todo,) = await store.read(lambda c: tasks.open_ones(c, 9))
    assert (todo.task.kind, todo.chat) == ("unreachable", here)


async def test_a_chat_that_moved_and_is_followed_is_no_task(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Moved("-1002"))
    here = await owe(store, "-1", "a")
    await store.write(lambda c: filed(c, stage, here))
    async with delivering(stage, store):
        await settled(store, sent=1)
    assert await store.read(lambda c: tasks.open_ones(c, 9)) == ()


async def test_a_channel_that_refuses_us_rests_and_keeps_its_rows(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.extend([Halted("401")])
    await owe(store, "1", "a")
    async with delivering(stage, store) as delivery:
        await postman.busy(0, sent=1)
        await owe(store, "2", "b")
        await turns(store)
        assert (delivery.halted, postman.texts) == ({"telegram": "401"}, ["a"])
        assert (await counts(store))["pending"] == 2
        delivery.resume("telegram")
        await settled(store, sent=2)
        assert delivery.halted == {}


async def test_a_fault_of_ours_costs_that_row_alone(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(RuntimeError("a fault"))
    await owe(store, "1", "a")
    await owe(store, "2", "b")
    async with delivering(stage, store):
        await settled(store, sent=1, pending=1)


async def test_an_orderly_stop_waits_for_the_wire_and_sends_nothing_twice(
    stage: Stage, store: Store, postman: Postman
) -> None:
    await owe(store, "1", "a", "b")
    postman.gate.clear()
    delivery = Delivery(stage, store, now, FREE)
    task = asyncio.create_task(delivery.run())
    await postman.busy(1)
    delivery.stop()
    await turns(store)
    postman.gate.set()
    await task
    assert postman.texts == ["a"]
    assert await counts(store) == {"pending": 1, "sent": 1, "failed": 0, "unknown": 0}


async def test_the_pace_of_a_chat_is_three_at_once_then_one_after_the_other(
    stage: Stage, store: Store, postman: Postman
) -> None:
    times: list[float] = []
    postman.told = lambda _: times.append(asyncio.get_running_loop().time())
    await owe(store, "1", *"abcde", spacing=0.2)
    async with delivering(stage, store):
        await settled(store, sent=5)
    gaps = [later - before for before, later in pairwise(times)]
    assert max(gaps[:2]) < 0.15
    assert all(0.1 < gap < 0.5 for gap in gaps[2:])


async def test_the_pace_of_the_bot_holds_for_all_chats_together(
    stage: Stage, store: Store, postman: Postman
) -> None:
    times: list[float] = []
    postman.told = lambda _: times.append(asyncio.get_running_loop().time())
    for number in range(15):
        await owe(store, str(number), "a")
    async with delivering(stage, store, {"telegram": Rates(bot=10)}):
        await settled(store, sent=15)
    assert 0.4 < times[-1] - times[0] < 1.5


async def test_stopping_gives_back_what_waits_for_its_turn(
    stage: Stage, store: Store, postman: Postman
) -> None:
    await owe(store, "1", *"abcd")
    async with delivering(stage, store, {"telegram": Rates(bot=0.4)}):
        await settled(store, sent=1)
        await turns(store)
    assert await counts(store) == {"pending": 3, "sent": 1, "failed": 0, "unknown": 0}


async def test_nobody_else_gets_a_row_whose_send_takes_longer_than_its_lease(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.gate.clear()
    await owe(store, "1", "a")
    async with delivering(stage, store) as delivery:
        await postman.busy(1)
        first = await store.read(outbox.next_due)
        assert first is not None
        await until(store, partial(_later_than, store, first))
        others = await store.write(lambda c: outbox.claim(c, "telegram", first, "other", 9))
        assert (others, delivery.held) == ([], 1)
        postman.gate.set()
        await settled(store, sent=1)


async def _later_than(store: Store, first: datetime) -> bool:
    until = await store.read(outbox.next_due)
    return until is not None and until > first


def filed(c: Connection, stage: Stage, here: int) -> Ticket:
    person = chats.person(c, here)
    opened = open_ticket(
        Filing(story="charged twice", category="BIL", subtype="billing_error"),
        id=tickets.next_id(c),
        number=tickets.next_number(c, now(), stage.house.zone),
        chat=here,
        subscriber=person.subscriber,
        language="en",
        now=now(),
        house=stage.house,
    )
    tickets.insert(c, opened.ticket, opened.entries)
    return opened.ticket


async def test_a_message_that_arrives_stops_the_clock_that_waited_for_it(
    stage: Stage, store: Store
) -> None:
    rule = next(rule for rule in stage.house.catalogue.clocks.values() if rule.on_delivery)
    code = waited_for(rule.stop)
    here = await owe(store, "1")
    ticket = await store.write(lambda c: filed(c, stage, here))

    def put(c: Connection) -> None:
        (row,) = outbox.post(c, here, [NewRow(method="send", body={}, notice=code)], now()).ids
        said = Said(chat=here, at=now(), direction="out", words="", ticket=ticket.id, outbox=row)
        messages.log_out(c, said)

    await store.write(put)
    async with delivering(stage, store):
        await settled(store, sent=1)
    after = await store.read(lambda c: tickets.load(c, ticket.id))
    assert after is not None
    stopped = [clock.rule for clock in after.clocks if clock.stopped]
    assert stopped == [rule.code]


def waited_for(moves: Sequence[str]) -> str:
    return next(row.message for row in ROWS if row.move in moves and row.message)
