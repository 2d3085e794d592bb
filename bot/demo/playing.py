"""Deals the stories over a month and plays them: what `redress demo` does."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle
from random import Random
from zoneinfo import ZoneInfo

from bot.demo import tally as counting
from bot.demo.desk import Desk, employed
from bot.demo.matters import ANY, categories, drawn
from bot.demo.month import Month, Play, Stuck
from bot.demo.office import doubtful, mornings, rounds
from bot.demo.stories import STORIES, Story
from bot.demo.tale import Tale
from bot.demo.tally import Tally
from bot.stage import Stage
from dialogs.house import House
from dialogs.tickets.calendar import calendar
from storage import Connection, demo, tasks, tickets
from storage.store import Store

log = logging.getLogger(__name__)

DAYS = 30  # over which the complaints are filed; what takes longer began before
EVERY = 5.0  # seconds between two words on how far it is
SLICE = 100  # tickets looked at in one reading


@dataclass(frozen=True, slots=True)
class Played:
    """How many tickets were filed, in how many seconds, and what happened to them."""

    tickets: int
    seconds: float
    tally: Tally


async def play(stage: Stage, store: Store, count: int, now: datetime, pause: float = 0.0) -> Played:
    """Play a month up to `now` with so many people, beside others who write. Raises StoreBroken.

    `pause`: seconds left to the others after each transaction.
    """
    before, desk = await store.read(demo.people), await store.write(employed)
    known = await store.read(demo.without_tickets)
    began = time.monotonic()
    rng = Random(f"demo {before}")  # noqa: S311  a play, not a secret
    month = Month(
        stage,
        now,
        now - timedelta(days=2 * DAYS),
        Tally(),
        report=_reporter(began, count),
        pause=pause,
    )
    every = cycle(replace(ANY, categories=(one,)) for one in categories())
    deck, number = dealt(count, rng), before
    for place, story in enumerate(deck):
        first = place < len(STORIES)
        at = moment(story, now, rng, stage.house, first=first)
        for _ in range(story.crowd):
            wanted = next(every) if first and story.wanted is ANY else story.wanted
            _begin(month, desk, story.telling(wanted), number, at, Random(rng.random()))  # noqa: S311
            number, at = number + 1, at + timedelta(seconds=rng.randint(20, 90))
    month.begin(now - timedelta(days=DAYS), mornings(month, desk))
    month.begin(month.now, rounds(month, desk, Random(rng.random())))  # noqa: S311
    month.begin(month.now, doubtful(month))
    await month.run(store)
    await _counted(month, store)
    month.tally.counts.update(await store.read(demo.without_tickets))
    month.tally.counts.subtract(known)
    return Played(len(month.tickets), time.monotonic() - began, month.tally)


def dealt(count: int, rng: Random) -> list[Story]:
    """Stories of so many tickets: each once as far as that goes, the others by their share."""
    once = list(STORIES)
    rng.shuffle(once)
    deck: list[Story] = []
    left, more = count, iter(once)
    while left > 0:
        one = next(more, None) or rng.choices(STORIES, [story.share for story in STORIES])[0]
        if one.tickets <= left:
            deck.append(one)
            left -= one.tickets
    return deck


def _begin(  # noqa: PLR0913, PLR0917  who tells what, when, where
    month: Month, desk: Desk, story: Story, number: int, at: datetime, rng: Random
) -> None:
    matter = drawn(story.wanted, at, number, rng, month.stage.house.zone)
    tale = Tale(month, desk, f"demo-{number}", matter, rng)
    month.begin(at, _named(story, tale))


def _named(story: Story, tale: Tale) -> Play:
    """The story; where it gets stuck, its name is said with the reason."""
    try:
        yield from story.play(tale)
    except Stuck as why:
        raise Stuck(f"{story.name} ({tale.matter.code}): {why}") from why


def moment(story: Story, until: datetime, rng: Random, house: House, *, first: bool) -> datetime:
    """When a story begins: the first of its kind on a working day, early enough for its end."""
    least = story.days if first else 0.02
    most = story.recent or (least + 2 if first else DAYS)
    back = timedelta(days=least + rng.random() * (most - least))
    kind = "WD" if first and story.working else "CAL"
    day = calendar(kind, house).add(until, -back)[0].astimezone(ZoneInfo(house.zone))
    while first and not house.workdays.is_work(day.date()):
        day -= timedelta(days=1)
    hour = rng.randint(*story.hours) % 24
    at = day.replace(hour=hour, minute=rng.randrange(60), second=rng.randrange(60))
    at = at.astimezone(until.tzinfo)
    return min(at, until - timedelta(minutes=rng.randint(8, 90)))


def _reporter(began: float, count: int) -> Callable[[datetime, int], None]:
    told = began

    def report(now: datetime, filed: int) -> None:
        nonlocal told
        if time.monotonic() - told < EVERY:
            return
        told = time.monotonic()
        rate = filed / (told - began)
        log.info(
            "%s: %s of %s tickets, %.0f a second", f"{now:%d %B}", f"{filed:,}", f"{count:,}", rate
        )

    return report


async def _counted(month: Month, store: Store) -> None:
    """What stands in the timelines and among the tasks is counted at the end."""
    ids = sorted(month.tickets)
    for start in range(0, len(ids), SLICE):
        some = ids[start : start + SLICE]
        await store.read(partial(_count, month=month, some=some))


def _count(c: Connection, month: Month, some: Sequence[int]) -> None:
    known = month.stage.house.catalogue
    for one in some:
        month.tally.counts.update(counting.moves(tickets.timeline(c, one)))
        todos = tasks.of_ticket(c, one)
        month.tally.counts.update(counting.asked(todos, month.tickets[one].clocks, known))
