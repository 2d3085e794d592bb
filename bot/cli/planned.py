"""`redress planned`: the calendar of planned outages."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot import replanning
from bot.cli.calling import fail, inside, note, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from bot.house import house_of, texts_of, workdays
from bot.stage import Stage, Work
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.incidents.entering import Fault, Typed, moment, order, read, rows
from dialogs.incidents.planned import Planned, notice, notice_given
from storage import Connection, planned
from storage.calendar import By
from storage.store import Store

T = TypeVar("T")

NAME = "command line"
FAULTS: Mapping[str, str] = {
    "none": "is missing",
    "unknown": "“{said}” is not known",
    "many": "“{said}” may mean {choices}; say which, by its code",
    "time": "“{said}” is no time like “2026-11-20 01:00”",
    "order": "is not after the start",
    "long": "is more than 14 days after the start; enter it in parts",
    "later": "“{said}” is still to come",
    "words": "is longer than 300 characters",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """One transaction on the calendar."""

    c: Connection
    house: House
    now: datetime

    @property
    def work(self) -> Work:
        """The transaction, for what concerns more than the calendar."""
        house = self.house
        texts = texts_of(house.catalogue, house.zone)
        stage = Stage(house, ROOMS, texts, {})
        return Work(stage, self.c, self.now)

    def named(self, work: Planned) -> str:
        """Where, in words."""
        places = self.house.places
        return "; ".join(places.name(one, "en") for one in work.areas) or "everywhere"

    def local(self, at: datetime) -> str:
        """A moment in the operator's time."""
        return f"{at.astimezone(ZoneInfo(self.house.zone)):%Y-%m-%d %H:%M}"

    def noticed(self, work: Planned) -> str:
        """What is to be said of its announcement."""
        told = notice(work, work.starts, self.house.catalogue.planned.notice)
        hours = notice_given(work, work.starts)
        return "not announced" if hours is None else f"announced {hours} h ahead ({told})"


def add(config: str, typed: Typed) -> None:
    """Enter announced work."""

    def put(desk: Desk) -> str | None:
        work = read(typed, desk.house, desk.now)
        if not isinstance(work, Planned):
            for fault in work:
                note(f"{fault.field} {_why(fault, desk.house)}")
            return None
        kept = planned.add(desk.c, work, By(NAME), desk.now)
        return _line(kept, desk)

    line = _do(config, put)
    if line is None:
        wrong("redress: nothing was entered")
    say(line)


def everything(config: str, *, past: bool, as_json: bool) -> None:
    """What goes on or is to come; `past`: what is over."""

    def find(desk: Desk) -> None:
        found = (planned.past if past else planned.coming)(desk.c, desk.now)
        if as_json:
            say_json([_as_json(one, desk) for one in found])
        for one in () if as_json else found:
            say(_line(one, desk))

    _do(config, find)


def cancel(config: str, which: int, reason: str) -> None:
    """Say that it does not take place."""
    by = By(NAME, _reason(reason))
    if not _do(config, lambda desk: replanning.cancel(desk.work, which, by)):
        fail(f"redress: no work of number {which} to cancel; see `redress planned list`")
    say(f"{which} is cancelled")


def end(config: str, which: int, said: str, reason: str) -> None:
    """Say that it ends at another time."""
    by = By(NAME, _reason(reason))

    def move(desk: Desk) -> str:
        held, ends = planned.load(desk.c, which), moment(said, desk.house)
        if held is None or held.cancelled_at is not None:
            return f"no work of number {which}; see `redress planned list`"
        if ends is None:
            return f"“{said}” is no time like “2026-11-20 01:00”"
        for fault in order(held.starts, ends):
            return f"the end {_why(fault, desk.house)}"
        replanning.move_end(desk.work, which, ends, by)
        return ""

    why = _do(config, move)
    if why:
        fail(f"redress: {why}")
    say(f"{which} ends {said}")


def take(config: str, file: Path) -> None:
    """Take in a file of announced work, whole or not at all."""
    text = sys.stdin.read() if str(file) == "-" else _text(file)

    def put(desk: Desk) -> int:
        typed_rows = rows(text, desk.house.catalogue.languages)
        lines = [(number, read(typed, desk.house, desk.now)) for number, typed in typed_rows]
        faults = [(number, one) for number, one in lines if not isinstance(one, Planned)]
        for number, wrong_ones in faults:
            for fault in wrong_ones:
                note(f"line {number}: {fault.field} {_why(fault, desk.house)}")
        works = [one for _, one in lines if isinstance(one, Planned)]
        for work in works if not faults else ():
            planned.add(desk.c, work, By(NAME), desk.now)
        return 0 if faults else len(works)

    count = _do(config, put)
    if not count:
        fail("redress: nothing was entered")
    say(f"{count} entered")


def _do(config: str, act: Callable[[Desk], T]) -> T:
    """Do it in one transaction, beside a running server or without one."""

    async def go(settings: Settings, store: Store) -> T:
        at, operator = now(), settings.operator
        days = await store.write(lambda c: workdays(c, at, operator))
        house = house_of(settings, days)
        return await store.write(lambda c: act(Desk(c, house, at)))

    return inside(config, go)


def _why(fault: Fault, house: House) -> str:
    names = (f"{code} {house.places.name(code, 'en')}" for code in fault.choices)
    return FAULTS[fault.reason].format(said=fault.said, choices=" or ".join(names))


def _reason(said: str) -> str:
    if not said.strip():
        wrong("redress: a change needs a --reason; everybody sees it beside the work")
    return said.strip()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"redress: {file} cannot be read: {error}")


def _line(work: Planned, desk: Desk) -> str:
    return "  ".join(_parts(work, desk))


def _parts(work: Planned, desk: Desk) -> Iterator[str]:
    yield f"{work.id:<4}"
    yield f"{desk.local(work.starts)} to {desk.local(work.ends)}"
    yield ",".join(work.categories)
    yield desk.named(work)
    yield desk.noticed(work)
    if work.cancelled_at:
        yield f"cancelled {desk.local(work.cancelled_at)}"


def _as_json(work: Planned, desk: Desk) -> Mapping[str, object]:
    told = {name: getattr(work, name) for name in Planned.__slots__}
    least = desk.house.catalogue.planned.notice
    return {
        **told,
        "places": [desk.house.places.name(one, "en") for one in work.areas],
        "notice": notice(work, work.starts, least),
        "notice_hours": notice_given(work, work.starts),
    }
