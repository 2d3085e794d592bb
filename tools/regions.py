"""Make dialogs/understand/regions.csv: run it by hand when many new segments were given out.

Needs, in a throw-away environment and not the project's,
`pip install --no-deps phonenumbers==9.0.42` (phonenumberslite comes without these tables).
Then, from the top of the repository: `python -m tools.regions`.

The package (Apache License 2.0, from Google's libphonenumber) says of which province a mainland
mobile number is by its first seven digits. Neighbours of one province become one line: the first
seven digits and the first two of the GB/T 2260 code; 00 where nothing is known.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from phonenumbers.geodata import GEOCODE_DATA

from bot.house import places

TABLE = Path("dialogs/understand/regions.csv")
MOBILE = re.compile(r"86(1[3-9]\d{1,5})")
PLACES = 7
NOWHERE = "00"
TYPES = re.compile(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$")


def provinces() -> dict[str, str]:
    """The short names of provinces ("内蒙古"), with the first two digits of their codes."""
    names = places().names
    return {TYPES.sub("", names[code][0]): code[:2] for code in names if code.endswith("0000")}


def numbers() -> dict[int, str]:
    """The province of every seven digits that the package knows; a longer prefix goes before."""
    known = provinces()
    found: dict[int, str] = {}
    prefixes = sorted(
        (
            (one[1], GEOCODE_DATA[key]["zh"])
            for key in GEOCODE_DATA
            if (one := MOBILE.fullmatch(key))
        ),
        key=lambda pair: len(pair[0]),
    )
    for prefix, name in prefixes:
        code = next(code for short, code in known.items() if name.startswith(short))
        size = 10 ** (PLACES - len(prefix))
        found.update(dict.fromkeys(range(int(prefix) * size, (int(prefix) + 1) * size), code))
    return found


def lines(found: Mapping[int, str]) -> Iterator[str]:
    """A line where the province changes, and where what is known ends."""
    before, at = NOWHERE, 0
    for number in sorted(found):
        if number != at and before != NOWHERE:
            yield f"{at},{NOWHERE}"
            before = NOWHERE
        if found[number] != before:
            yield f"{number},{found[number]}"
            before = found[number]
        at = number + 1
    yield f"{at},{NOWHERE}"


def main() -> None:
    """Write the table."""
    head = (
        f"# Provinces of mobile numbers by their first seven digits, from phonenumbers "
        f"{version('phonenumbers')} (Apache-2.0, regions.LICENSE): made by tools/regions.py, "
        "not by hand"
    )
    TABLE.write_text("\n".join((head, *lines(numbers()), "")), "utf-8")


if __name__ == "__main__":
    main()
