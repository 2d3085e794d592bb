"""Stops and kills between any two messages: the chat goes on, nothing is lost, one ticket."""

from pathlib import Path

from tests.e2e.letter import STEPS, Step, hears, takes, times
from tests.e2e.running import Running
from tests.e2e.words import said
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person

# Five messages of one person, each with what must be heard after it.
FIVE: tuple[Step, ...] = (
    *STEPS,
    (lambda person: person.says("补充一点：停机那天我在外地，联系不上家里"), said("tell-noted")),
)


async def test_stops_and_kills_between_any_two_messages_lose_nothing(
    redress: Running, api: FakeBotApi, catalog: Path
) -> None:
    """Ann is one message ahead of Bo, so that each of his gaps has the other kind of end."""
    redress.configure(api, catalog)
    ann, bo = api.person("Ann"), api.person("Bo")
    await redress.start()
    await takes(ann, FIVE[0])
    for gap in range(1, len(FIVE)):
        ending = stopped if gap % 2 else killed
        await ending(redress, api, [(ann, gap), (bo, gap - 1)])
    await takes(bo, FIVE[-1])
    await redress.stop()
    for person in (ann, bo):
        assert [times(person, answer) for _, answer in FIVE] == [1] * len(FIVE)
    stats = await redress.told("stats")
    assert stats["tickets"] == {"dispatched": 2}
    # Each of the two kills came before two updates were confirmed, so those came twice; a stop
    # may come between a commit and the call that confirms it.
    again = stats["events"].pop("duplicate")
    assert stats["events"] == {"accepted": 2 * len(FIVE), "parked": 0}
    assert 4 <= again <= 8
    assert stats["outbox"] == {"pending": 0, "sent": 2 * len(FIVE), "failed": 0, "unknown": 0}


async def stopped(redress: Running, api: FakeBotApi, turns: list[tuple[Person, int]]) -> None:
    """An orderly stop; people write on meanwhile and are answered after the start."""
    await redress.stop()
    for person, step in turns:
        await FIVE[step][0](person)
    await redress.start()
    for person, step in turns:
        await hears(person, FIVE[step][1])


async def killed(redress: Running, api: FakeBotApi, turns: list[tuple[Person, int]]) -> None:
    """Killed while each answer is on the wire and no update is confirmed: all comes again."""
    await api.inbox.polled()
    unconfirmed = api.fault("getUpdates", "hang")  # the next one, which would confirm
    faults = [api.fault("*", "hang", chat=person.id) for person, _ in turns]
    for person, step in turns:
        await FIVE[step][0](person)
    while any(fault.times for fault in (unconfirmed, *faults)):
        await redress.health()
    await redress.kill()
    await redress.start()
    for person, step in turns:
        await hears(person, FIVE[step][1])
