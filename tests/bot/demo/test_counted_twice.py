"""The month counted twice: by the sums, and slowly by reading each ticket's history. Both agree."""

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.counting import count_some, way_of
from dialogs.catalogue import ClockRule
from dialogs.figures.measures import MEASURES
from dialogs.figures.sums import Span
from dialogs.house import House
from dialogs.texts import Texts
from storage import Connection, counting, measuring, tickets
from storage.schema import outbox, survey
from storage.schema import ticket as rows
from storage.store import Store
from tests import slow_figures
from tests.bot.conftest import KEYS
from tests.bot.web.demo_month import NOW, played
from tests.slow_figures import Told
from tests.storage.test_thirty import plain

DAYS = 30
# What the history of tickets does not tell: incidents, inspections and corrective actions have
# records of their own, and whether an offer was below policy was judged when it was made.
UNTOLD = {"actions"}
UNTOLD_LINES = {
    *(("batch", "incidents"), ("batch", "dismissed"), ("batch", "alert"), ("warnings", "below")),
    *(("stores", "grade"), ("stores", "points")),
}


@pytest.fixture(scope="module")
def file(
    tmp_path_factory: pytest.TempPathFactory, migrated: bytes, house: House, texts: Texts
) -> Path:
    return played(tmp_path_factory.mktemp("twice"), migrated, house, texts).file


async def test_both_ways_of_counting_agree_on_the_month(file: Path, house: House) -> None:
    store = await Store.open(f"sqlite+aiosqlite:///{file}", KEYS)
    try:
        while await store.read(counting.left):
            await count_some(store, way_of(house))
        until = NOW.astimezone(ZoneInfo(house.zone)).date()
        span = Span(since=until - timedelta(days=DAYS - 1), until=until)
        account = await store.read(lambda c: measuring.account(c, span, house, NOW))
        slow = slow_figures.measured(await store.read(lambda c: month(c, house, span)))
    finally:
        await store.close()
    quick: Told = {}
    for measure in MEASURES:
        for one in measure.figures(account.facts):
            told = measure.code, one.line, one.key
            value = plain(one.value)
            users = measure.code == "per-million"
            quick[told] = value[0] if users and isinstance(value, tuple) else value
    compared = {key for key in quick if key[0] not in UNTOLD and key[:2] not in UNTOLD_LINES}
    assert {key: slow.get(key, 0) for key in compared} == {key: quick[key] for key in compared}
    assert set(slow) <= set(quick)


def month(c: Connection, house: House, span: Span) -> slow_figures.Month:
    """All tickets with their histories."""
    ids = c.execute(select(rows.c.id).order_by(rows.c.id)).scalars().all()
    known = tickets.load_many(c, ids)
    sent: defaultdict[int, list[datetime]] = defaultdict(list)
    for row in c.execute(select(survey).order_by(survey.c.at, survey.c.id)):
        sent[row.ticket].append(row.at)
    reached: defaultdict[int, list[datetime]] = defaultdict(list)
    asked = outbox.c.notice.in_(["SURVEY", "M19"]) & outbox.c.sent_at.is_not(None)
    for row in c.execute(select(outbox).where(asked)):
        reached[row.chat].append(row.sent_at)
    return slow_figures.Month(
        stories=[slow_figures.story(one, tickets.timeline(c, one.id)) for one in known],
        clocks={one.id: one.clocks for one in known},
        limits=[code for code, one in house.catalogue.clocks.items() if one.shown and misses(one)],
        surveys=sent,
        reached=reached,
        since=span.since,
        until=span.until,
        now=NOW,
        zone=ZoneInfo(house.zone),
        rollup={code: one.rollup for code, one in house.catalogue.categories.items()},
        is_work=house.workdays.is_work,
        cut=house.catalogue.satisfied_from,
    )


def misses(rule: ClockRule) -> bool:
    """Whether it can be missed."""
    return any(mark.breach for mark in rule.marks)
