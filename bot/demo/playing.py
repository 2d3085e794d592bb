"""Deals the stories over a month and plays them: what `redress demo` does."""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.demo import correcting, files, lessons, records, rota
from bot.demo import tally as counting
from bot.demo.crowd import Crowd
from bot.demo.desk import Desk, employed
from bot.demo.matters import ANY, categories, drawn
from bot.demo.month import Month, Play, Stuck
from bot.demo.office import doubtful, looked_into, mornings, rounds
from bot.demo.stories import STORIES, Story
from bot.demo.tale import Tale
from bot.demo.tally import Tally
from bot.hinting import hints_of
from bot.stage import Stage
from dialogs.house import House
from dialogs.incidents.limits import TASKS
from dialogs.tickets.calendar import calendar
from storage import Connection, demo, incidents, tasks, tickets
from storage.store import Store

log = logging.getLogger(__name__)

DAYS = timedelta(days=30)  # over which the complaints are filed; what takes longer began before
EARLIEST = 2 * DAYS
EVERY = 5.0  # seconds between two words on how far it is
SLICE = 100  # tickets looked at in one reading


@dataclass(frozen=True, slots=True)
class Played:
    """How many tickets were filed, in how many seconds, and what happened to them."""

    tickets: int
    seconds: float
    tally: Tally


async def play(  # noqa: PLR0913, PLR0917  what is played where, beside whom
    stage: Stage,
    store: Store,
    count: int,
    now: datetime,
    pause: float = 0.0,
    folder: Path | None = None,
    stories: Sequence[Story] = STORIES,
) -> Played:
    """Play a month up to `now` with so many people, beside others who write. Raises StoreBroken.

    `pause`: seconds left to the others after each transaction. `folder`: where people's files lie;
    without it those that are sent are never fetched. `stories`: what is told.
    """
    before, desk = await store.read(demo.people), await store.write(employed)
    known = await store.read(demo.without_tickets)
    await store.write(partial(rota.shifts, desk=desk))
    await store.write(partial(records.put, until=now, zone=stage.house.zone))
    began = time.monotonic()
    rng = Random(f"demo {before}")  # noqa: S311  a play, not a secret
    month = Month(stage, now, now - EARLIEST, Tally(), _reporter(began, count), pause)
    _people(month, desk, dealt(count, rng, stories), before, rng)
    month.begin(now - DAYS, mornings(month, desk))
    month.begin(month.now, rounds(month, desk, Random(rng.random())))  # noqa: S311
    month.begin(month.now, doubtful(month))
    month.begin(month.now, looked_into(month, desk))
    await month.run(store)
    await store.write(partial(lessons.chosen, filed=month.tickets, desk=desk, stage=stage))
    await correcting.played(stage, store, now, desk, Random(rng.random()))  # noqa: S311
    await store.write(partial(rota.away, desk=desk, now=now))
    if folder is not None:
        await files.fetched(stage, store, now, folder)
    await _counted(month, store)
    await store.read(partial(_incidents, month=month))
    month.tally.counts.update(await store.read(demo.without_tickets))
    month.tally.counts.subtract(known)
    return Played(len(month.tickets), time.monotonic() - began, month.tally)


def dealt(count: int, rng: Random, stories: Sequence[Story] = STORIES) -> list[tuple[Story, bool]]:
    """Stories of so many tickets: each once and to its end (True), the others by their share.

    Too few for all of them are dealt by their share alone, as on an ordinary day.
    """
    enough = count >= sum(one.tickets for one in stories)
    once = list(stories) if enough else []
    rng.shuffle(once)
    deck = [(one, True) for one in once]
    left = count - sum(one.tickets for one in once)
    while left > 0:
        one = rng.choices(stories, [story.share for story in stories])[0]
        if one.tickets <= left:
            deck.append((one, False))
            left -= one.tickets
    return deck


def _people(
    month: Month, desk: Desk, deck: Iterable[tuple[Story, bool]], number: int, rng: Random
) -> None:
    """Everybody of the deck, numbered from there on, each with a matter and a moment to begin.

    Whoever may complain of anything does so of one category after the other, so that each is there.
    """
    every = cycle(replace(ANY, categories=(one,)) for one in categories())
    for story, whole in deck:
        early = whole or story.files > 1  # so that each of its tickets is filed in time
        at = moment(story, month.until, rng, month.stage.house, whole=early)
        wanted = next(every) if whole and story.wanted is ANY else story.wanted
        told, began = story.telling(wanted), at
        tales = []
        for place in range(story.crowd):
            own = Random(rng.random())  # noqa: S311
            matter = drawn(told.wanted, at, number, own, month.stage.house.zone)
            tales.append(Tale(month, desk, f"demo-{number}", matter, own, place=place))
            month.begin(at, _named(f"{story.name} ({matter.code})", story.play(tales[-1])))
            number, at = number + 1, at + timedelta(seconds=rng.randint(20, 90))
        if story.desk is not None:
            crowd = Crowd(month, desk, tuple(tales), Random(rng.random()))  # noqa: S311
            month.begin(began, _named(story.desk.__name__, story.desk(crowd)))


def _named(name: str, play: Play) -> Play:
    """The play; where it gets stuck, its name is said with the reason."""
    try:
        yield from play
    except Stuck as why:
        raise Stuck(f"{name}: {why}") from why


def moment(story: Story, until: datetime, rng: Random, house: House, *, whole: bool) -> datetime:
    """When a story begins: one to be told whole on a working day, early enough for its end."""
    if story.ago:
        return until - timedelta(hours=story.ago)
    least = story.days if whole else 0.02
    most = story.recent or (least + 2 if whole else DAYS.days)
    back = timedelta(days=least + rng.random() * (most - least))
    kind = "WD" if whole and story.working else "CAL"
    day = calendar(kind, house).add(until, -back)[0].astimezone(ZoneInfo(house.zone))
    while whole and not house.workdays.is_work(day.date()):
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
        ticket = month.tickets[one]
        month.tally.counts.update(counting.talks(ticket))
        month.tally.counts.update(counting.looked_at(ticket.filing))
        found = hints_of(c, ticket, month.stage.house, month.until)
        month.tally.counts.update(f"hint {hint.code} {hint.verdict}" for hint in found)


def _incidents(c: Connection, month: Month) -> None:
    """What became of the incidents, and what leads were asked about them."""
    counts, numbers = month.tally.counts, set()
    for one in filter(None, (incidents.load(c, number) for number in sorted(month.many.known))):
        of = incidents.counts(c, one.id)
        counts.update(counting.of_incident(one, incidents.history(c, one.id), of))
        numbers.add(one.number)
    todos = tasks.ever(c, TASKS)
    counts.update(f"task {one.task.kind}" for one in todos if one.task.words in numbers)
