"""The calendar of working days at the desk: a year as twelve months, each day one click to change.

Everybody may look; supervisors and above may change, and each change has a reason and a name.
"""

from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.calendars import adopt
from bot.desk_acts import actor
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words
from dialogs.arrangement import Wrong, read
from dialogs.texts import month_name, weekday_names, whole_day
from dialogs.tickets.guards import LEADS
from dialogs.workdays import SATURDAY, Workdays
from storage import Connection, calendar
from storage.calendar import By, Change

PLACE = f"{HOME}/calendar"
FIRST, LAST = 2000, 2100  # years that can be asked for
MOST = 400  # changes of a year that are shown
MOST_TYPED = 4000  # characters
REFUSED = 422
DONE = ("day", "year", "import")
WEEKS = Calendar()


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the page. `kind`: "work", "rest" (a plain weekend), "holiday" or "makeup"."""

    day: str
    number: int
    kind: str
    words: str
    chosen: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the page; None stands for the days of its neighbours."""

    number: int
    name: str
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """Lines of the log that one person made at once."""

    at: str
    name: str
    reason: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed, and why it was not taken."""

    lines: str = ""
    reason: str = ""
    why: str = ""  # a key of the desk's texts
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The year to show, and the day of it that is to be changed."""

    year: int
    day: date | None


async def page(visit: Visit) -> Response:
    """GET a year, with a day of it chosen where the address names one."""
    told = visit.request.query_params
    return await _page(visit, _asked(told.get("year", ""), told.get("day", ""), visit.words))


async def change_day(visit: Visit) -> Response:
    """POST whether a day is worked, with the reason."""
    typed = await _typed(visit)
    day, work, reason = _day(typed.get("day", "")), typed.get("work"), typed.get("reason", "")
    if day is None or work not in {"off", "work"}:
        raise HTTPException(400)
    if not reason.strip():
        asked = Asked(day.year, day)
        return await _page(visit, asked, Tried(why="calendar-no-reason"), REFUSED)
    days = {day: work == "work"}
    await _change(visit, reason, lambda c, by: calendar.put(c, days, by, visit.words.now))
    return _back(day.year, "day", day)


async def change_year(visit: Visit) -> Response:
    """POST that a year is published and complete, or that it is not after all."""
    typed = await _typed(visit)
    asked, confirmed = _asked(typed.get("year", ""), "", visit.words), typed.get("confirmed")
    if confirmed not in {"yes", "no"}:
        raise HTTPException(400)
    await _change(
        visit,
        typed.get("reason", ""),
        lambda c, by: calendar.confirm(
            c, asked.year, by, visit.words.now, confirmed=confirmed == "yes"
        ),
    )
    return _back(asked.year, "year")


async def take(visit: Visit) -> Response:
    """POST the lines of an arrangement: taken whole, or shown again with what is wrong in them."""
    typed = await _typed(visit)
    asked = _asked(typed.get("year", ""), "", visit.words)
    lines, reason = typed.get("lines", ""), typed.get("reason", "")
    days, wrong = read(lines, asked.year)
    why = "" if days or wrong else "calendar-no-lines"
    why = why or ("" if reason.strip() else "calendar-no-reason")
    if wrong or why:
        tried = Tried(lines=lines, reason=reason, why=why, wrong=wrong)
        return await _page(visit, asked, tried, REFUSED)
    await _change(visit, reason, lambda c, by: calendar.put(c, days, by, visit.words.now))
    return _back(asked.year, "import")


async def _change(visit: Visit, reason: str, change: Callable[[Connection, By], object]) -> None:
    """Make the change in the name of who asks; 403 for those who may not."""

    def run(c: Connection) -> bool:
        by = actor(c, visit.who.id)
        if by is None or by.role not in LEADS:
            return False
        change(c, By(by.name, reason.strip(), by.staff))
        return True

    if not await visit.door.store.write(run):
        raise HTTPException(403)
    await adopt(visit.door.stage, visit.door.store)


def _back(year: int, done: str, day: date | None = None) -> Response:
    place = f"#m{day.month}" if day else ""
    return RedirectResponse(f"{PLACE}?year={year}&done={done}{place}", SEE_OTHER)


async def _page(
    visit: Visit, asked: Asked, tried: Tried | None = None, status: int = 200
) -> Response:
    year, words = asked.year, visit.words

    def look(c: Connection) -> tuple[Workdays, tuple[Change, ...]]:
        return calendar.workdays(c), calendar.changes(c, year, MOST)

    days, changes = await visit.door.store.read(look)
    done = visit.request.query_params.get("done", "")
    values: dict[str, object] = {
        "year": year,
        "confirmed": year in days.confirmed_years,
        "may": visit.who.role in LEADS,
        "months": _months(asked, days, words),
        "weekdays": weekday_names(words.language),
        "log": _log(changes, words),
        "tried": tried or Tried(),
        "wrong": [_fault(one, words) for one in tried.wrong] if tried else [],
        "chosen": _chosen(asked.day, days, changes, words) if asked.day else None,
        "done": done if done in DONE and tried is None else "",
    }
    return visit.page("desk_calendar.html", values, status)


def _months(asked: Asked, days: Workdays, words: Words) -> list[Month]:
    made = []
    for number in range(1, 13):
        weeks = WEEKS.monthdatescalendar(asked.year, number)
        cells = (
            tuple(_cell(day, asked, days, words) if day.month == number else None for day in week)
            for week in weeks
        )
        made.append(Month(number, month_name(words.language, number), tuple(cells)))
    return made


def _cell(day: date, asked: Asked, days: Workdays, words: Words) -> Cell:
    kind = _kind(day, days)
    today = words.now.astimezone(ZoneInfo(words.stage.house.zone)).date()
    said = words("calendar-cell", day=whole_day(words.language, day), kind=_named(kind, words))
    return Cell(day.isoformat(), day.day, kind, said, day == asked.day, day == today)


def _kind(day: date, days: Workdays) -> str:
    if days.is_work(day):
        return "work" if day.weekday() < SATURDAY else "makeup"
    return "holiday" if day.weekday() < SATURDAY else "rest"


def _named(kind: str, words: Words) -> str:
    return words(f"calendar-{kind}")


def _chosen(
    day: date, days: Workdays, changes: Iterable[Change], words: Words
) -> Mapping[str, object]:
    """What is known of the day that is to be changed."""
    return {
        "day": day.isoformat(),
        "month": day.month,
        "name": whole_day(words.language, day),
        "kind": _named(_kind(day, days), words),
        "work": days.is_work(day),
        "log": _log((one for one in changes if one.day == day), words),
    }


def _log(changes: Iterable[Change], words: Words) -> list[Noted]:
    """The log, newest first; what one person changed at once is one entry."""
    made = []
    for (at, name, reason), group in groupby(changes, lambda one: (one.at, one.name, one.reason)):
        what = tuple(_what(one, words) for one in reversed(list(group)))
        made.append(Noted(words.at(at), name, reason, what))
    return made


def _what(one: Change, words: Words) -> str:
    became = words(f"calendar-became-{one.became}")
    if one.day is None:
        return words("calendar-changed-year", year=str(one.year), became=became)
    return words("calendar-changed", day=whole_day(words.language, one.day), became=became)


def _fault(one: Wrong, words: Words) -> str:
    why = words(f"calendar-wrong-{one.why}")
    return words("calendar-wrong", line=one.line, said=one.said[:60], why=why)


def _asked(year: str, day: str, words: Words) -> Asked:
    """The year of the address, this one where it names none; a day only of that year."""
    this = words.now.astimezone(ZoneInfo(words.stage.house.zone)).year
    named = int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else this
    if not FIRST <= named <= LAST:
        raise HTTPException(404)
    found = _day(day)
    return Asked(named, found if found is not None and found.year == named else None)


def _day(said: str) -> date | None:
    try:
        found = date.fromisoformat(said)
    except ValueError:
        return None
    return found if FIRST <= found.year <= LAST else None


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=10)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
