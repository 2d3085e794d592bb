"""`redress records`: the log of consumption reminders, and the ends of services."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.cli.calling import fail, inside, note, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from bot.house import catalogue_of, places
from dialogs.catalogue.block import nearest
from dialogs.incidents.entering import Fault
from dialogs.tickets import logs
from dialogs.tickets.logs import Known, Reminded, Row
from dialogs.tickets.records import Ending
from storage import Connection, records
from storage.store import Store

Record: TypeAlias = Reminded | Ending
Line: TypeAlias = tuple[int, Row]
KINDS: Mapping[str, tuple[str, ...]] = {"reminders": logs.REMINDERS, "endings": logs.ENDINGS}
SLICE = 100  # lines in one transaction, so that nobody who writes to us waits for it
TELL = 10_000  # lines between two words on how far it is
SHOWN = 20  # faults that are told one by one
FAULTS: Mapping[str, str] = {
    "none": "is missing",
    "number": "“{said}” is no phone number and no account of 4 to 40 characters",
    "kind": "“{said}” is no reminder of the catalogue; {mend}",
    "month": "“{said}” is no month like “2026-10”",
    "time": "“{said}” is no time like “2026-10-04 09:30”",
    "later": "“{said}” is still to come",
    "far": "“{said}” is more than half a month away from its period",
    "words": "is too long: 100 characters at most, 40 for a threshold",
    "unknown": "“{said}” is not known",
    "many": "“{said}” may mean {choices}; say which, by its code",
}


@dataclass(slots=True)
class Count:
    """What a file brought: its lines, how many were new, and the months that are known by it."""

    lines: int = 0
    new: int = 0


def take(config: str, file: Path, kind: str, months: Sequence[str], *, as_json: bool) -> None:
    """Take in a file, whole or not at all; what is known already changes nothing.

    `months`: the file is the whole log of these months, also for kinds of which none was sent.
    """
    if kind not in KINDS:
        wrong(f'redress: --kind is "reminders" or "endings", not "{kind}"')
    whole = tuple(map(_month, months))
    if whole and kind != "reminders":
        wrong("redress: --covers goes with --kind reminders")

    async def go(settings: Settings, store: Store) -> tuple[Count, tuple[tuple[str, date], ...]]:
        known = _known(settings)
        total, covered = _looked_over(file, kind, known)
        covered |= {(one, month) for one in known.kinds for month in whole}
        count = await _kept(store, _records(file, kind, known), total, known.now)
        for one, month in sorted(covered):
            await store.write(_loading(one, month, known.now))
        return count, tuple(sorted(covered))

    count, covered = inside(config, go)
    if as_json:
        told = [{"kind": one, "month": f"{month:%Y-%m}"} for one, month in covered]
        counts = {"lines": count.lines, "new": count.new, "known": count.lines - count.new}
        say_json({"kind": kind, **counts, "months": told})
        return
    say(f"{count.lines:,} lines: {count.new:,} new, {count.lines - count.new:,} known already")
    for one, month in covered:
        say(f"{month:%Y-%m}  {one}: the log is known")


def everything(config: str, *, as_json: bool) -> None:
    """The months whose log is known, and the services that ended or will."""

    async def find(settings: Settings, store: Store) -> str:
        found = await store.read(lambda c: (records.listed(c), records.endings(c)))
        _show(*found, settings.operator.timezone, as_json=as_json)
        return ""

    inside(config, find)


def _show(
    months: Sequence[records.Month], endings: Sequence[Ending], zone: str, *, as_json: bool
) -> None:
    if as_json:
        logged = [
            {"kind": m.kind, "month": f"{m.month:%Y-%m}", "sent": m.sent, "loaded_at": m.loaded_at}
            for m in months
        ]
        say_json({"reminders": logged, "endings": [_as_json(one) for one in endings]})
        return
    for m in months:
        taken = f"{m.loaded_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
        say(f"{m.month:%Y-%m}  {m.kind:<24} {m.sent:>10,} sent   taken in {taken}")
    for one in endings:
        told = _local(one.announced_at, zone) if one.announced_at else "never"
        where = ";".join(one.areas) or "everywhere"
        say(f"{_local(one.ends_at, zone)}  {one.service}  announced {told}  {where}")
    if not months and not endings:
        say("nothing is on record; see `redress records import --help`")


def _as_json(one: Ending) -> dict[str, object]:
    return {
        "service": one.service,
        "announced_at": one.announced_at,
        "ends_at": one.ends_at,
        "areas": one.areas,
        "words": one.words,
    }


def _local(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d}"


def _known(settings: Settings) -> Known:
    catalogue = catalogue_of(settings.operator)
    where = places(settings.operator.profile)
    zone, kinds = settings.operator.timezone, frozenset(catalogue.reminders)
    return Known(kinds, where, zone, now(), catalogue.country)


def _month(said: str) -> date:
    try:
        return date.fromisoformat(f"{said}-01")
    except ValueError:
        wrong(f"redress: --covers is a month like 2026-10, not {said}")


def _looked_over(file: Path, kind: str, known: Known) -> tuple[int, set[tuple[str, date]]]:
    """Read every line once; the first faults are told, and with any nothing is changed.

    Returns the number of lines, and the kinds and months that stand in them.
    """
    total, wrong_lines, covered = 0, 0, set()
    for number, row in _rows(file, KINDS[kind]):
        total += 1
        read = _read(row, kind, known)
        if isinstance(read, tuple):
            wrong_lines += 1
            for fault in read if wrong_lines <= SHOWN else ():
                note(f"line {number}: {fault.field} {_why(fault, known)}")
        elif isinstance(read, Reminded):
            covered.add((read.sent.kind, read.sent.month))
    if wrong_lines > SHOWN:
        note(f"and {wrong_lines - SHOWN:,} more lines")
    if wrong_lines:
        fail(f"redress: {wrong_lines:,} of {total:,} lines are wrong; nothing was changed")
    return total, covered


def _read(row: Row, kind: str, known: Known) -> Record | tuple[Fault, ...]:
    return logs.reminder(row, known) if kind == "reminders" else logs.ending(row, known)


def _records(file: Path, kind: str, known: Known) -> Iterator[Record]:
    for number, row in _rows(file, KINDS[kind]):
        read = _read(row, kind, known)
        if isinstance(read, tuple):
            fail(f"redress: line {number} was changed while it was read; import the file again")
        yield read


async def _kept(store: Store, found: Iterator[Record], total: int, at: datetime) -> Count:
    """Keep the records a slice at a time, and say now and then how far it is."""
    count = Count()
    while some := tuple(islice(found, SLICE)):
        count.new += await store.write(_keeping(some, at))
        count.lines += len(some)
        if count.lines % TELL == 0:
            note(f"{count.lines:,} of {total:,} lines")
    return count


def _keeping(some: Sequence[Record], at: datetime) -> Callable[[Connection], int]:
    return lambda c: sum(_keep(c, one, at) for one in some)


def _keep(c: Connection, one: Record, at: datetime) -> bool:
    if isinstance(one, Reminded):
        return records.add_sent(c, one.number, one.sent, at)
    return records.add_ending(c, one, at)


def _loading(kind: str, month: date, at: datetime) -> Callable[[Connection], None]:
    return lambda c: records.loaded(c, kind, month, at)


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[Line]:
    """The lines of the file by their numbers in it; its first line names the columns."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            read = csv.DictReader(lines, restval="", strict=True)
            _check_columns(tuple(read.fieldnames or ()), columns)
            for row in read:
                if None in row:
                    fail(f"redress: line {read.line_num} has more values than there are columns")
                if any(value.strip() for value in row.values()):
                    yield read.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        mend = "; save it as CSV in UTF-8" if isinstance(error, UnicodeDecodeError) else ""
        fail(f"redress: {file} cannot be read: {error}{mend}")


def _check_columns(found: tuple[str, ...], columns: tuple[str, ...]) -> None:
    for one in found:
        if one not in columns:
            fail(f'redress: line 1: "{one}" is no column here; {nearest(one, columns)}')
    missing = [one for one in columns if one not in found and one not in logs.OPTIONAL]
    if missing:
        fail(f"redress: line 1: column {missing[0]} is missing; it begins {','.join(columns)}")


def _why(fault: Fault, known: Known) -> str:
    names = known.places
    choices = ", ".join(f"{code} {names.name(code, 'en')}" for code in fault.choices)
    mend = nearest(fault.said, known.kinds) if fault.reason == "kind" else ""
    return FAULTS[fault.reason].format(said=fault.said, choices=choices, mend=mend)
