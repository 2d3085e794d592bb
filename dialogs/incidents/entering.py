"""Announced work as staff type it, at the desk, as a command or in a file; or what is wrong."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

from dialogs.house import House
from dialogs.incidents.planned import Planned
from dialogs.understand.places import Places

EVERYWHERE = frozenset({"everywhere", "全网", "全国", "所有地区"})
LONGEST = timedelta(days=14)  # longer work is entered in parts: people are told its end
WORDS = 300  # characters
COLUMNS = ("areas", "services", "starts", "ends", "announced")  # and one for each language
PARTS = re.compile(r"[;；、，\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed. Times are local to the operator: "2026-11-20 02:00".

    `areas` are names or codes, one after the other with ; or 、 between them; `services` codes or
    labels of the catalogue's categories likewise; `announced` may be left empty.
    """

    areas: str = ""
    services: str = ""
    starts: str = ""
    ends: str = ""
    announced: str = ""
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why it cannot be taken: the field, a reason by its name, and what was typed there.

    `reason` is "none", "unknown", "many", "time", "order", "long", "later" or "words". `choices`
    are the codes of the places that an area's name may mean.
    """

    field: str
    reason: str
    said: str = ""
    choices: tuple[str, ...] = ()


def read(typed: Typed, house: House, now: datetime) -> Planned | tuple[Fault, ...]:
    """The work that was typed, or all that is wrong with it."""
    areas, unknown = _areas(typed.areas, house.places)
    services, strange = _services(typed.services, house)
    starts, ends = moment(typed.starts, house), moment(typed.ends, house)
    announced = moment(typed.announced, house) if typed.announced.strip() else None
    faults = [*unknown, *strange]
    faults += [
        Fault(field, "time", said)
        for field, said in (("starts", typed.starts), ("ends", typed.ends))
        if moment(said, house) is None
    ]
    if starts and ends:
        faults += order(starts, ends)
    if typed.announced.strip() and announced is None:
        faults.append(Fault("announced", "time", typed.announced))
    if announced and announced > now:
        faults.append(Fault("announced", "later", typed.announced))
    words = {language: said.strip() for language, said in typed.words.items() if said.strip()}
    faults += [Fault(language, "words") for language, said in words.items() if len(said) > WORDS]
    if faults or starts is None or ends is None:
        return tuple(faults)
    return Planned(
        areas=areas,
        categories=services,
        starts=starts,
        ends=ends,
        announced_at=announced,
        words=words,
    )


def order(starts: datetime, ends: datetime) -> list[Fault]:
    """What is wrong with an end: it comes before its start, or is too far from it."""
    if ends <= starts:
        return [Fault("ends", "order")]
    return [Fault("ends", "long")] if ends - starts > LONGEST else []


def moment(said: str, house: House) -> datetime | None:
    """A moment as typed ("2026-11-20 02:00", or with a zone of its own); None if it is none."""
    try:
        read = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    if len(said.strip()) <= len("2026-11-20"):
        return None  # a day alone does not say from when
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(house.zone))


def services(house: House) -> tuple[str, ...]:
    """The categories that work on the network can be complained of under: those to be repaired."""
    return tuple(one.code for one in house.catalogue.categories.values() if one.repair)


def rows(text: str, languages: Iterable[str]) -> Iterator[tuple[int, Typed]]:
    """The lines of a CSV file, numbered as in it; its first line names the columns."""
    read = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    for row in read:
        told = {name: (row.get(name) or "") for name in COLUMNS}
        words = {tag: (row.get(tag) or "") for tag in languages}
        if any(one.strip() for one in (*told.values(), *words.values())):
            yield read.line_num, Typed(**told, words=words)


def _areas(said: str, places: Places) -> tuple[tuple[str, ...], list[Fault]]:
    parts = [part.strip() for part in PARTS.split(said) if part.strip()]
    if not parts:
        return (), [Fault("areas", "none")]
    if len(parts) == 1 and parts[0].casefold() in EVERYWHERE:
        return (), []
    found, faults = [], []
    for part in parts:
        match area(part, places):
            case str(code):
                found.append(code)
            case Fault() as fault:
                faults.append(fault)
    return tuple(dict.fromkeys(found)), faults


def area(said: str, places: Places) -> str | Fault:
    """The code of one place by name or code: "110108", "海淀区", "Haidian, Beijing"."""
    if said in places.names:
        return said
    found = places.find(said)
    if not found:
        return Fault("areas", "unknown", said)
    if len(found) > 1:
        return Fault("areas", "many", said, found)
    told = places.resolve(said)  # "Haidian, Beijing" means the first of both
    within = found[0] in places.parents.get(told.district or told.city, ())
    known = places.where(found[0])
    same = (told.city, told.district) == (known.city, known.district)
    return told.district or told.city if within and not same else found[0]


def _services(said: str, house: House) -> tuple[tuple[str, ...], list[Fault]]:
    known = services(house)
    called = {code.casefold(): code for code in known}
    for code in known:
        label = house.catalogue.categories[code].label
        called |= {word.casefold(): code for word in label.words.values()}
    parts = [part.strip() for part in PARTS.split(said) if part.strip()]
    if not parts:
        return (), [Fault("services", "none")]
    strange = [Fault("services", "unknown", one) for one in parts if one.casefold() not in called]
    found = (called[one.casefold()] for one in parts if one.casefold() in called)
    return tuple(dict.fromkeys(found)), strange
