"""`redress report`."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import clock
from bot.cli.calling import inside, note, say, say_json, wrong
from bot.config import Settings
from bot.counting import Counting
from bot.house import house_of, texts_of, workdays
from bot.reporting import files
from bot.reporting.sheets import INSIDE, NAMES, Tables, tables
from bot.stage import Stage
from bot.web.desk_words import Words
from dialogs.figures.sums import Span
from dialogs.flows import ROOMS
from storage import counting, measuring
from storage.store import Store

DEFAULT = 30  # days
MANY = 2000  # tickets that are counted without a word about it
FORMATS = ("table", "csv", "xlsx", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for: days as typed ("" for the default), a format, a table of the CSV."""

    since: str = ""
    until: str = ""
    form: str = "table"
    sheet: str = ""
    outside: bool = False
    language: str = ""


def run(config: str, wanted: Wanted) -> None:
    """Print the report of a span of days, or write it as a file to stdout."""
    _checked(wanted)

    async def make(settings: Settings, store: Store) -> Tables:
        now = clock.now()
        days = await store.write(lambda c: workdays(c, now, settings.operator))
        house = house_of(settings, days)
        stage = Stage(house, ROOMS, texts_of(house.catalogue, house.zone), {})
        span = _span(wanted, now, house.zone)
        await _counted(stage, store, now)
        account = await store.read(lambda c: measuring.account(c, span, house, now))
        language = wanted.language or settings.operator.default_language
        if language not in stage.texts.languages:
            known = ", ".join(stage.texts.languages)
            wrong(f"redress: --language is one of {known}, not {language}")
        return tables(account, Words(stage, language, now), outside=wanted.outside)

    _print(inside(config, make), wanted)


def _checked(wanted: Wanted) -> None:
    if wanted.form not in FORMATS:
        wrong(f"redress: --format is one of {', '.join(FORMATS)}, not {wanted.form}")
    if wanted.sheet and wanted.sheet not in NAMES:
        wrong(f"redress: --sheet is one of {', '.join(NAMES)}, not {wanted.sheet}")
    if wanted.sheet == INSIDE and wanted.outside:
        wrong("redress: the daily watch is not for outside; leave --outside or name another table")
    if wanted.sheet and wanted.form != "csv":
        wrong("redress: --sheet goes with --format csv; the other formats hold all tables")


def _span(wanted: Wanted, now: datetime, zone: str) -> Span:
    today = now.astimezone(ZoneInfo(zone)).date()
    until = _day("--to", wanted.until) or today
    since = _day("--from", wanted.since) or until - timedelta(days=DEFAULT - 1)
    if since > until:
        wrong(f"redress: --from {since} is after --to {until}")
    return Span(since=since, until=min(until, today))


def _day(option: str, said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        wrong(f"redress: {option} must be a day like 2026-11-30, not {said}")


async def _counted(stage: Stage, store: Store, now: datetime) -> None:
    """Count what changed since the service last did, so that the report is of now."""
    left = await store.read(counting.left)
    if left > MANY:
        note(f"counting {left:,} tickets that changed")
    counter = Counting(stage, store)
    while await counter.round(now) or await store.read(counting.left):
        pass


def _print(made: Tables, wanted: Wanted) -> None:
    ways: Mapping[str, Callable[[], bytes]] = {
        "csv": lambda: files.as_csv(made, wanted.sheet or NAMES[0]),
        "xlsx": lambda: files.as_xlsx(made),
    }
    if wanted.form == "json":
        say_json(files.as_json(made))
    elif wanted.form == "table":
        for line in files.as_lines(made):
            say(line)
    else:
        sys.stdout.buffer.write(ways[wanted.form]())
        sys.stdout.buffer.flush()
