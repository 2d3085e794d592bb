"""The people of the desk in words: who is there, until when, and whom a ticket can be given to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.web.desk_words import Words
from dialogs.model import Joined
from storage import Connection, rota
from storage.rota import DAY, Absence, Rota, Shift
from storage.staff import Staff

WEEK = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether somebody is there: `code` is "here", "shift", "off", "absent" or "left"."""

    code: str
    words: str


def colleagues(c: Connection, words: Words) -> tuple[tuple[str, str], ...]:
    """Those to whom a ticket can be given, as a form's options: who is on shift comes first."""
    known = rota.load(c, words.now, words.stage.house.zone)
    return tuple((str(one.id), option(one, known, words)) for one in rota.here(c, known, words.now))


def option(of: Staff, known: Rota, words: Words) -> str:
    """A person with what they do; that they are off shift, where they are."""
    off = "" if known.on_shift(of.id, words.now) else words("off-shift")
    where = words.department(of.department) if of.department else ""
    return " · ".join(filter(None, (of.name, words.role(of.role), where, off)))


def standing(of: Staff, known: Rota, names: dict[int, str], words: Words) -> Standing:
    """Whether this person is there now, until when, and who answers for them."""
    if not of.active:
        return Standing("left", words("staff-left"))
    gone = known.absent(of.id, words.now)
    if gone is not None:
        instead = names.get(known.instead(of.id, words.now), "")
        return Standing("absent", away(gone, instead, words))
    if of.id not in known.shifts:
        return Standing("here", words("staff-here"))
    until = known.until(of.id, words.now)
    if until is not None:
        return Standing("shift", words("staff-on-shift", until=words.clock_of(until)))
    comes = known.comes(of.id, words.now)
    return Standing("off", words("staff-off", at=words.at(comes)) if comes else words("off-shift"))


def away(gone: Absence, instead: str, words: Words) -> str:
    """That somebody is absent: until when, and who answers meanwhile."""
    who = words("staff-instead", name=instead) if instead else words("staff-instead-leads")
    if gone.ends is None:
        return words("staff-absent-open", who=who)
    return words("staff-absent", until=words.at(last_moment(gone.ends)), who=who)


def last_moment(ends: datetime) -> datetime:
    """The last minute of an absence: one to the end of a day names that day."""
    return ends - timedelta(minutes=1)


def areas(of: Staff, words: Words) -> str:
    """The provinces that they work for; all of them where none is named."""
    if not of.areas:
        return words("staff-everywhere")
    return words.of(Joined(tuple(words.province(one) or one for one in of.areas)))


def today(words: Words) -> date:
    """Today where the operator is."""
    return words.now.astimezone(ZoneInfo(words.stage.house.zone)).date()


def days(words: Words) -> list[tuple[date, str]]:
    """Today and the days after it, with their names."""
    first = today(words)
    coming = (first + timedelta(days=n) for n in range(WEEK))
    return [(one, words.of(one)) for one in coming]


def week(of: Staff, known: Rota, words: Words) -> list[tuple[str, str]]:
    """What they do on each of these days: a code and words."""
    return [_day(of, one, known, words) for one, _ in days(words)]


def _day(of: Staff, day: date, known: Rota, words: Words) -> tuple[str, str]:
    noon = _noon(day, words)
    if any(one.staff == of.id and one.at(noon) for one in known.absences):
        return "absent", words("staff-day-absent")
    if of.id not in known.shifts:
        return "any", words("staff-day-any")
    theirs = [one for one in known.shifts[of.id] if one.weekday == day.weekday()]
    return ("shift", " ".join(map(span, theirs))) if theirs else ("off", words("staff-day-off"))


def _noon(day: date, words: Words) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(words.stage.house.zone))


def span(one: Shift) -> str:
    """A shift as its two times of day."""
    return f"{clock(one.starts)}–{clock(one.ends)}"


def clock(minute: int) -> str:
    """Minutes of a day as a field for times keeps them."""
    return f"{minute % DAY // 60:02}:{minute % 60:02}"


def minute(said: str) -> int | None:
    """The minute of the day that a field for times says; None where it says none."""
    hours, _, minutes = said.partition(":")
    digits = all(
        part.isascii() and part.isdecimal() and len(part) == 2 for part in (hours, minutes)
    )
    if not digits or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def named(everybody: Iterable[Staff]) -> dict[int, str]:
    """The names by their ids."""
    return {one.id: one.name for one in everybody}


def ranked(everybody: Sequence[Staff]) -> list[Staff]:
    """Who works here first, in the order of departments and names."""
    return sorted(everybody, key=lambda one: (not one.active, one.department, one.id))
