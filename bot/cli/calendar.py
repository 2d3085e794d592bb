"""`redress calendar`: the table of working days."""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.cli.calling import command, fail, inside, note, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from dialogs.arrangement import Wrong, read
from dialogs.workdays import SATURDAY, Workdays
from storage import Connection, calendar
from storage.calendar import By, Change
from storage.store import Store

NAME = "command line"
MOST = 200  # changes shown
SAYS: Mapping[str, bool] = {"off": False, "work": True}
WHY: Mapping[str, str] = {
    "form": "is not like `2027-02-06..2027-02-12 off` or `2027-02-20 work`",
    "day": "names a day that does not exist",
    "order": "ends before it begins",
    "long": "is longer than a month",
    "year": "is about another year",
    "twice": "says of a day what another line says otherwise",
}
RECOUNTED = "running limits are counted anew, also by servers that run"


def show(config: str, year: int, *, as_json: bool) -> None:
    """The days of a year that differ from the weekday rule, and what was changed."""

    async def find(_: Settings, store: Store) -> tuple[Workdays, tuple[Change, ...]]:
        return await store.read(lambda c: (calendar.workdays(c), calendar.changes(c, year, MOST)))

    days, changes = inside(config, find)
    if as_json:
        say_json(_as_json(year, days, changes))
        return
    confirmed = year in days.confirmed_years
    say(f"{year}  {'published and complete' if confirmed else 'provisional: not published yet'}")
    for day in _exceptions(year, days):
        say(f"{day:%Y-%m-%d %a}  {_said(days.is_work(day))}")
    for one in changes:
        about = f"{one.day:%m-%d}" if one.day else "year "
        say(f"  {one.at:%Y-%m-%d %H:%M} UTC  {about} {one.became:<9} {one.name}  {one.reason}")


def put(config: str, day: str, said: str, reason: str) -> None:
    """Say of one day whether it is worked."""
    work, known = SAYS.get(said), _day(day)
    if work is None or known is None:
        wrong("redress: say it like `redress calendar set 2027-02-20 work --reason …`")
    moment = now()
    by = By(NAME, _reason(reason))
    count = _write(config, lambda c: calendar.put(c, {known: work}, by, moment))
    say(f"{known} is {said}; {RECOUNTED}" if count else f"{known} was {said} already")


def confirm(config: str, year: int, reason: str, *, undo: bool) -> None:
    """Say that a year is published and complete, or that it is not."""
    moment, by = now(), By(NAME, reason.strip())
    changed = _write(config, lambda c: calendar.confirm(c, year, by, moment, confirmed=not undo))
    state = "provisional" if undo else "confirmed"
    say(f"{year} is {state}; {RECOUNTED}" if changed else f"{year} was {state} already")


def take(config: str, year: int, file: Path, reason: str) -> None:
    """Take in a published arrangement, whole or not at all."""
    text = sys.stdin.read() if str(file) == "-" else _text(file)
    days, faults = read(text, year)
    for one in faults:
        note(_fault(one))
    if faults or not days:
        fail("redress: nothing was changed")
    moment, by = now(), By(NAME, _reason(reason))
    count = _write(config, lambda c: calendar.put(c, days, by, moment))
    say(f"{count} days changed; {RECOUNTED}")
    say(f"when all of {year} is in: {command()} calendar confirm {year}")


def _write(config: str, fn: Callable[[Connection], int]) -> int:
    async def go(_: Settings, store: Store) -> int:
        return await store.write(fn)

    return inside(config, go)


def _reason(said: str) -> str:
    if not said.strip():
        wrong("redress: a change needs a --reason; everybody sees it beside the day")
    return said.strip()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"redress: {file} cannot be read: {error}")


def _fault(one: Wrong) -> str:
    return f"line {one.line}: “{one.said}” {WHY[one.why]}"


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _said(work: bool) -> str:
    return "work" if work else "off"


def _exceptions(year: int, days: Workdays) -> Iterator[date]:
    known = sorted(day for day in days.days if day.year == year)
    return (day for day in known if days.is_work(day) is not (day.weekday() < SATURDAY))


def _as_json(year: int, days: Workdays, changes: tuple[Change, ...]) -> Mapping[str, object]:
    return {
        "year": year,
        "confirmed": year in days.confirmed_years,
        "provisional": year not in days.confirmed_years,
        "exceptions": {str(day): _said(days.is_work(day)) for day in _exceptions(year, days)},
        "changes": [{name: getattr(one, name) for name in Change.__slots__} for one in changes],
    }
