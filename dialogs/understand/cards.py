"""Numbers of SIM cards: what their places say, and how they are hidden in other text.

`domain.md` §2: an ICCID has 19 or 20 places and the last may be a maker's letter, an IMSI has 15.
What the tables do not know stays unknown. A check digit is told where ITU-T E.118 puts one (19
places, all digits); on cards of 20 places makers print what they like there.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.understand import phones
from dialogs.understand.digits import plain
from dialogs.understand.private import luhn

_GAP = r"[ -]?"
_ICCID = rf"89(?:{_GAP}\d){{16,17}}{_GAP}[0-9A-Za-z]"
_IMSI = rf"460(?:{_GAP}\d){{12}}"
_FOUND = re.compile(rf"(?<![\dA-Za-z+])(?:{_ICCID}|{_IMSI})(?![\dA-Za-z])", re.ASCII)
_TAIL = re.compile(r"(?<![\dA-Za-z])(?=[0-9A-Za-z]{0,3}\d)[0-9A-Za-z]{4}(?![\dA-Za-z])", re.ASCII)
ICCID = re.compile(r"89\d{16,17}[0-9A-Z]", re.ASCII)
IMSI = re.compile(r"\d{15}", re.ASCII)
CHINA, CHINESE = "8986", 20  # places of a mainland card at most
LAST = 4  # places that are shown
CENTURY = 95  # a year from here on is of the last century: the first cards are from then
MASK = "****"
SEVEN = 7  # digits of a mobile number that say where it belongs
NOWHERE = "00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card's number says. `kind` is "iccid", "imsi" or "tail" (its last four places alone).

    `country` is an ISO 3166 code, `issuer` one of the catalogue's companies, `area` the GB/T 2260
    code of a province; "" where it is not known. `check`: whether the check digit fits, None where
    there is none. `year` of its making, None if not known.
    """

    kind: str
    last: str
    country: str = ""
    issuer: str = ""
    area: str = ""
    year: int | None = None
    check: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Who was given the number's first places, if a virtual operator sells it, and the GB/T 2260
    code of the province that it belongs to ("" if not known)."""

    places: str
    issuer: str
    resold: bool = False
    area: str = ""


@dataclass(frozen=True, slots=True)
class Regions:
    """Provinces of mobile numbers: from each seven digits on, up to the next, the same province."""

    starts: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()

    def of(self, seven: str) -> str:
        """The GB/T 2260 code of the province that the first seven digits belong to, or ""."""
        place = bisect_right(self.starts, int(seven)) - 1
        code = self.codes[place] if place >= 0 else NOWHERE
        return "" if code == NOWHERE else f"{code}0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The tables, by what stands in a number: see `cards.toml` for their sources."""

    issuers: Mapping[str, str] = field(default_factory=dict)  # six places -> company
    layouts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    provinces: Mapping[str, str] = field(default_factory=dict)
    networks: Mapping[str, str] = field(default_factory=dict)  # MCC and MNC -> company
    segments: Mapping[str, str] = field(default_factory=dict)
    resold: tuple[str, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)  # MCC -> ISO 3166
    regions: Regions = Regions()

    def read(self, number: str, year: int) -> Card | None:
        """What a number says that `typed` gave; None if it is none. `year` is the present one."""
        if len(number) == LAST:
            return Card(kind="tail", last=number)
        if ICCID.fullmatch(number):
            return self._iccid(number, year)
        return self._imsi(number) if IMSI.fullmatch(number) else None

    def segment(self, number: str) -> Segment | None:
        """Who was given a mainland mobile number (E.164) in the first place; None if not known."""
        bare = number.removeprefix("+86")
        if len(bare) != 11 or not bare.startswith("1"):
            return None
        for size in (4, 3):
            issuer = self.segments.get(bare[:size])
            if issuer:
                resold, area = bare[:3] in self.resold, self.regions.of(bare[:SEVEN])
                return Segment(places=bare[:size], issuer=issuer, resold=resold, area=area)
        return None

    def _iccid(self, number: str, year: int) -> Card:
        last = number[-LAST:]
        check = luhn(number) if len(number) < CHINESE and number.isdecimal() else None
        if not number.startswith(CHINA):
            country = phones.country(number[2:])
            return Card(kind="iccid", last=last, country=country, check=check)
        issuer = self.issuers.get(number[:6], "")
        layout = self.layouts.get(issuer, {})
        return Card(
            kind="iccid",
            last=last,
            country="CN",
            issuer=issuer,
            area=self.provinces.get(_two(number, layout.get("province")), ""),
            year=_year(_two(number, layout.get("year")), year),
            check=check,
        )

    def _imsi(self, number: str) -> Card:
        country, issuer = self.countries.get(number[:3], ""), self.networks.get(number[:5], "")
        return Card(kind="imsi", last=number[-LAST:], country=country, issuer=issuer)


NO_CARDS = Cards()


def regions_of(text: str) -> Regions:
    """The table of `regions.csv`: "1300000,37" a line, the lowest number first."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    pairs = [line.partition(",") for line in lines]
    return Regions(tuple(int(one[0]) for one in pairs), tuple(one[2] for one in pairs))


def cards_of(document: Mapping[str, Any], regions: Regions) -> Cards:
    """The tables as `cards.toml` has them, turned round to be looked up."""
    return Cards(
        issuers=_turned(document["issuers"]),
        layouts=document["layouts"],
        provinces=document["provinces"],
        networks=_turned(document["networks"]),
        segments=_turned(document["segments"]),
        resold=tuple(document["resold"]["segments"]),
        countries=_turned(document["countries"]),
        regions=regions,
    )


def _turned(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {one: name for name, many in table.items() for one in many}


def typed(text: str) -> str | None:
    """The card's number in an answer, or its last four places, in capitals without gaps.

    "" where the answer has no figure and so is no number; None where its figures are none.
    """
    told = plain(text).strip()
    found = _FOUND.search(told)
    if found:
        return re.sub(r"[ -]", "", found[0]).upper()
    whole = re.sub(r"[ -]", "", told)
    if IMSI.fullmatch(whole):
        return whole
    tails = _TAIL.findall(told)
    if len(tails) == 1 and len(re.findall(r"\d", told)) <= LAST:
        return str(tails[0]).upper()
    return None if re.search(r"\d", told) else ""


def shown(answer: str) -> str:
    """The answer to the question for a card as viewers see it: its last four places, or words."""
    number = typed(answer)
    return MASK + number[-LAST:] if number else answer


def found_in(text: str) -> str:
    """The first card number that stands in a text, "" if none does."""
    found = _FOUND.search(plain(text))
    return re.sub(r"[ -]", "", found[0]).upper() if found else ""


def hidden(text: str) -> str:
    """The text with the numbers of cards hidden but for their last four places."""
    told, clean, at = plain(text), [], 0
    for found in _FOUND.finditer(told):
        last = re.sub(r"[ -]", "", found[0])[-LAST:]
        clean += [text[at : found.start()], MASK, last]
        at = found.end()
    return "".join([*clean, text[at:]])


def _two(number: str, place: int | None) -> str:
    """Two places of a number, the first counted from 1."""
    return number[place - 1 : place + 1] if place else ""


def _year(said: str, present: int) -> int | None:
    if not said.isdecimal():
        return None
    year = int(said) + (1900 if int(said) >= CENTURY else 2000)
    return year if year <= present else None
