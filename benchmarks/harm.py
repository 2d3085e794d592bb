"""Runs in which things go wrong: SIGKILL in the middle, or a server on a bad day."""

import asyncio
from collections import Counter

from benchmarks.contestants import Contestant
from benchmarks.crowd import Crowd, Manner
from benchmarks.figures import Loss
from benchmarks.machine import Bot
from benchmarks.runs import Bench, bench
from benchmarks.trouble import FIVE_PERCENT, Trouble

HUMAN = Manner(thought=(0.15, 0.45), patience=5.0)
DEAD = 1.0  # seconds between a kill and the next start
KILLS = (1 / 3, 2 / 3)  # shares of the conversations at which it is killed
SETTLE = 3.0  # seconds without a message after which nothing more is on its way
SETTLED = 60.0  # seconds that this may take
LONGEST = 900.0  # seconds that a run may take


async def killed(contestant: Contestant, size: int, conversations: int) -> Loss:
    """People at their own pace; the bot is killed twice and started again."""
    async with bench(contestant) as here:
        bot = await here.start()
        crowd = Crowd(here.api, contestant.script, size, most=conversations, manner=HUMAN)
        marks = [asyncio.Event() for _ in KILLS]

        def reached(ended: int) -> None:
            for share, mark in zip(KILLS, marks, strict=True):
                if ended >= share * conversations:
                    mark.set()

        crowd.on_end = reached
        crowd.begin()
        async with asyncio.timeout(LONGEST):
            here.slowest = 0.0
            for mark in marks:
                await mark.wait()
                bot.kill()
                await asyncio.sleep(DEAD)
                bot = await here.start()
            await crowd.over.wait()
        return await _judged(here, bot, crowd, "kill")


async def faulty(contestant: Contestant, size: int, conversations: int) -> Loss:
    """People at their own pace; five in a hundred calls fail."""
    async with bench(contestant) as here:
        bot = await here.start()
        here.api.trouble = Trouble(FIVE_PERCENT, seed=conversations)
        crowd = Crowd(here.api, contestant.script, size, most=conversations, manner=HUMAN)
        crowd.begin()
        async with asyncio.timeout(LONGEST):
            await crowd.over.wait()
        return await _judged(here, bot, crowd, "faults")


async def _quiet(here: Bench) -> None:
    """Wait until the bot has said all that it still has to say."""
    for _ in range(int(SETTLED / SETTLE)):
        said = here.api.accepted
        await asyncio.sleep(SETTLE)
        if here.api.accepted == said:
            return


async def _judged(here: Bench, bot: Bot, crowd: Crowd, kind: str) -> Loss:
    """Compare what the bot stored with what the server accepted."""
    await _quiet(here)
    bot.stop()
    kept = here.contestant.tickets(here.folder, here.server)
    tally, per_chat = crowd.tally, Counter(one.chat for one in kept)
    trouble = here.api.trouble
    return Loss(
        bot=here.contestant.name,
        kind=kind,
        size=tally.begun,
        finished=tally.finished,
        given_up=tally.given_up,
        lost=tally.lost,
        rescued=tally.rescued,
        repeated=tally.repeated,
        tickets=len(kept),
        untold=len({one.number for one in kept} - tally.told),
        doubled=sum(count - 1 for count in per_chat.values()),
        restart=here.slowest,
        unanswered=crowd.presses - len(here.api.answered),
        struck={strike.value: count for strike, count in trouble.struck.items()} if trouble else {},
    )
