"""What delivery counts, and what it tells staff of: a message that will not arrive."""

from dataclasses import replace

from bot.channels.base import Gone, Later, Outcome, Refused, Request, Unknown
from bot.metrics import Metrics
from bot.stage import Stage
from dialogs.tickets.ticket import Role
from storage import tasks
from storage.store import Store
from tests.bot.postman import Postman
from tests.bot.test_delivery import delivering, owe, settled


async def told(store: Store) -> list[tuple[str, int | None]]:
    """The open tasks about messages: which kind, which chat."""
    found = await store.read(lambda c: tasks.of_kinds(c, ["delivery"], 9))
    assert all(one.task.role == Role.AGENT for one in found)
    return [(one.task.kind, one.chat) for one in found]


async def test_staff_hear_once_of_messages_that_were_given_up(
    stage: Stage, store: Store, postman: Postman
) -> None:
    plain = Request("send", {"text": "plain"})
    postman.endings.extend([Refused("400", plain), Refused("400"), Refused("400"), Refused("400")])
    chat = await owe(store, "1", "fancy", "and another")
    other = await owe(store, "2", "to somebody else")
    async with delivering(stage, store):
        await settled(store, failed=3)
    assert sorted(await told(store)) == sorted([("delivery", chat), ("delivery", other)])


async def test_what_goes_in_a_plainer_form_is_no_loss(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Refused("400", Request("send", {"text": "plain"})))
    await owe(store, "1", "fancy")
    async with delivering(stage, store):
        await settled(store, sent=1)
    assert await told(store) == []


async def test_each_end_of_a_send_is_counted(stage: Stage, store: Store, postman: Postman) -> None:
    counted = replace(stage, metrics=Metrics())
    endings: list[Outcome | Exception] = [
        Later(0, "429"),
        Unknown(0, "lost"),
        RuntimeError("a fault"),
    ]
    postman.endings.extend([*endings, Refused("400"), Gone("403")])
    for name in "12345678":
        await owe(store, name, "a")
    async with delivering(counted, store):
        await settled(store, failed=1, sent=5)
    sends = counted.metrics.sends
    assert sends["telegram", "later"] >= 2
    assert sends["telegram", "unknown"] == 1
    assert (sends["telegram", "refused"], sends["telegram", "gone"]) == (1, 1)
    assert sends["telegram", "sent"] == sum(counted.metrics.to_delivered.counts) >= 5
