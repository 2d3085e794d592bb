"""What a channel's answers say of the whole channel: too fast, well, or not taking this one row."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.channels.base import Later, Outcome, Sent, Unknown
from bot.delivery import TRIES, Delivery
from bot.mailbag import FLOODS, Mailbag
from bot.pacing import Rates
from bot.stage import Stage
from dialogs.model import Address
from storage import outbox, tasks
from storage.outbox import ANSWER, BROADCAST, NOTICE, Claimed
from storage.store import Store
from tests.bot.postman import Postman
from tests.bot.test_delivery import chat, counts, now, owe, settled


def row(number: int, priority: int = ANSWER) -> Claimed:
    return Claimed(
        id=number,
        chat=number,
        fence=1,
        address=Address("telegram", "42", f"{number}"),
        method="send",
        body={},
        file=None,
        card="",
        edits=False,
        target="",
        attempts=1,
        plain=False,
        priority=priority,
        notice="",
        created_at=now(),
        free=now(),
    )


class Clock:
    at = 100.0

    def __call__(self) -> float:
        return self.at


async def test_the_most_urgent_goes_first_and_the_rest_in_their_order() -> None:
    went: list[int] = []

    async def send(one: Claimed) -> None:
        went.append(one.id)

    bag = Mailbag(send, 0)
    for number, priority in enumerate((BROADCAST, NOTICE, ANSWER, NOTICE, ANSWER)):
        bag.put(row(number, priority))
    bag.pump()
    await asyncio.gather(*bag.flying)
    assert went == [2, 4, 1, 3, 0]


async def test_one_chat_that_is_told_to_wait_waits_alone_and_several_are_the_bot() -> None:
    async def send(one: Claimed) -> None:
        raise AssertionError("nothing is sent here")

    clock = Clock()
    bag = Mailbag(send, 30, clock)
    for _ in range(5):
        bag.flooded(7, 9.0)
    assert bag.pace.wait() == 0
    for number in range(FLOODS):
        bag.flooded(number, 9.0)
    assert bag.pace.wait() == pytest.approx(9)
    clock.at += 60
    for number in range(FLOODS - 1):
        bag.flooded(number, 9.0)
        clock.at += 60
    assert bag.pace.wait() == 0


async def test_places_are_kept_for_answers_that_are_about_to_be_written() -> None:
    async def send(one: Claimed) -> None:
        raise AssertionError("nothing is sent here")

    bag = Mailbag(send, 1)
    before = bag.room()
    assert bag.reserve()
    assert bag.room() == before - 1
    bag.release()
    assert bag.room() == before
    bag.close()
    assert not bag.reserve()


class Grudge(Postman):
    """A network that takes everything but what is meant for one person."""

    async def send(self, owed: object) -> Outcome:
        ended = await super().send(owed)  # type: ignore[arg-type]
        chat = owed.address.chat  # type: ignore[attr-defined]
        return Unknown(0, "HTTP 500") if chat == "13" else ended


@asynccontextmanager
async def delivering(stage: Stage, store: Store) -> AsyncIterator[Delivery]:
    delivery = Delivery(stage, store, now, {"telegram": Rates()})
    task = asyncio.create_task(delivery.run())
    yield delivery
    delivery.stop()
    async with asyncio.timeout(5):
        await task


async def test_a_row_that_its_channel_never_takes_is_given_up_and_staff_are_told(
    stage: Stage, store: Store
) -> None:
    stage.channels["telegram"].__class__ = Grudge
    await owe(store, "8", "hello")
    await owe(store, "13", "never", "next")
    async with delivering(stage, store):
        await settled(store, sent=1, failed=2)
    assert (await counts(store))["unknown"] == 0
    todo = await store.read(lambda c: tasks.open_ones(c, 9))
    assert {one.task.kind for one in todo} <= {"delivery"}


async def test_nothing_is_given_up_while_the_channel_takes_nothing_at_all(
    stage: Stage, store: Store, postman: Postman
) -> None:
    lost = [Unknown(0, "HTTP 502")] * (TRIES + 3)
    away = [Later(0, "no connection", reached=False)] * (TRIES + 3)
    postman.endings.extend([*lost, *away, Sent("1")])
    await owe(store, "1", "hello")
    async with delivering(stage, store):
        await settled(store, sent=1, failed=0)
    assert len(postman.sent) == 2 * (TRIES + 3) + 1


async def test_an_answer_of_a_step_is_sent_without_the_queue(
    stage: Stage, store: Store, postman: Postman
) -> None:
    async with delivering(stage, store) as delivery:
        here = await store.write(lambda c: chat(c, "1"))
        hold = delivery.reserve(Address("telegram", "42", "1"))
        assert hold is not None
        new = [outbox.NewRow(method="send", body={"text": "at once"})]
        posted = await store.write(
            lambda c: outbox.post(c, here, new, now(), hold=hold), quiet=True
        )
        assert posted.taken is not None
        delivery.begin(hold, [posted.taken])
        await settled(store, sent=1)
    assert postman.texts == ["at once"]
