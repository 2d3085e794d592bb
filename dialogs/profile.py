"""A country's rules as a folder of data: what stands in it, and what it takes as shipped.

`profile.toml` says where the country's people live and which tables it brings: a file of the
folder, "shipped" for the one that comes with Redress (mainland China's), or nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.catalogue.block import Block

FILE = "profile.toml"
SHIPPED = "shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a country's folder says.

    `timezone` (IANA) and `default_language` hold where the configuration says nothing. `catalog`,
    `holidays`, `places` and `cards` name a file of the folder or are "shipped"; "" is none.
    """

    code: str
    timezone: str
    default_language: str
    catalog: str = SHIPPED
    holidays: str = ""
    places: str = ""
    cards: str = ""


def profile_of(code: str, document: Mapping[str, object]) -> Profile:
    """The profile that the document says. Raises CatalogueError with the mend."""
    block = Block(f"{code}/{FILE}", document)
    read = Profile(
        code=code,
        timezone=block.text("timezone"),
        default_language=block.text("default_language"),
        catalog=block.text("catalog", SHIPPED),
        holidays=block.text("holidays", ""),
        places=block.text("places", ""),
        cards=block.text("cards", ""),
    )
    block.end()
    return read


def holidays_of(
    document: Mapping[str, object], years: Iterable[int]
) -> tuple[tuple[date, bool, str], ...]:
    """(day, is it worked, source) for the days off of the years that the document lists.

    A year that is listed has been published as a whole. Raises CatalogueError.
    """
    top = Block("holidays", document)
    source, listed = top.text("source"), top.table("years")
    known = {year: _days(listed, year) for year in listed.says()}
    top.end()
    return tuple((day, False, source) for year in years for day in known.get(str(year), ()))


def _days(listed: Block, year: str) -> tuple[date, ...]:
    found = listed.dates(year)
    if any(str(day.year) != year for day in found):
        raise listed.wrong(f"{year} lists a day of another year; move it")
    return found


def places_rows(document: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """(code, "", name) of each place; of several names of a code the first is the one that is said.

    A code has six digits: region, city or county within it, district within that. 00 is none.
    """
    top = Block("places", document)
    listed = top.table("names")
    rows = [(code, "", name) for code in listed.says() for name in listed.words(code)]
    top.end()
    for code, _, _ in rows:
        if len(code) != 6 or not code.isdecimal():
            raise listed.wrong(f'"{code}" is no code of six digits')
    return tuple(rows)
