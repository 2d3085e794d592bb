"""Where the tickets of incidents are, as tiles: a schematic picture, and the same as a table.

A province is a square that stands about where it lies; no border is drawn. The cities of one are
squares in the order of their codes. Shade and number say the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.web.desk_words import Words
from dialogs.incidents.incident import Incident
from dialogs.understand.place_scan import level
from storage.incident_pages import Spot

# code of the province: row, column, and its short names (GB/T 2260 letters in English).
GRID: Mapping[str, tuple[int, int, str, str]] = {
    "230000": (0, 7, "黑", "HL"),
    "150000": (1, 5, "蒙", "NM"), "220000": (1, 7, "吉", "JL"),
    "650000": (2, 0, "新", "XJ"), "110000": (2, 5, "京", "BJ"), "120000": (2, 6, "津", "TJ"),
    "210000": (2, 7, "辽", "LN"),
    "630000": (3, 1, "青", "QH"), "620000": (3, 2, "甘", "GS"), "640000": (3, 3, "宁", "NX"),
    "140000": (3, 4, "晋", "SX"), "130000": (3, 5, "冀", "HE"), "370000": (3, 6, "鲁", "SD"),
    "540000": (4, 1, "藏", "XZ"), "510000": (4, 2, "川", "SC"), "610000": (4, 3, "陕", "SN"),
    "410000": (4, 4, "豫", "HA"), "340000": (4, 5, "皖", "AH"), "320000": (4, 6, "苏", "JS"),
    "500000": (5, 3, "渝", "CQ"), "420000": (5, 4, "鄂", "HB"), "360000": (5, 5, "赣", "JX"),
    "330000": (5, 6, "浙", "ZJ"), "310000": (5, 7, "沪", "SH"),
    "530000": (6, 2, "云", "YN"), "520000": (6, 3, "贵", "GZ"), "430000": (6, 4, "湘", "HN"),
    "440000": (6, 5, "粤", "GD"), "350000": (6, 6, "闽", "FJ"), "710000": (6, 7, "台", "TW"),
    "450000": (7, 4, "桂", "GX"), "820000": (7, 5, "澳", "MO"), "810000": (7, 6, "港", "HK"),
    "460000": (8, 4, "琼", "HI"),
}  # fmt: skip
COLUMNS = 8
SIDE, STEP = 56, 60  # of a square, and from one to the next, in the picture's own units
SHADES = (0.15, 0.4, 0.75)  # shares of the most at which a shade ends
LONGEST = 5  # letters of a name on a tile
ENDS = ("特别行政区", "自治区", "自治州", "地区", "省", "市")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A place: where its square stands, its short and its whole name, and what is counted there."""

    code: str
    x: int
    y: int
    short: str
    name: str
    incidents: int
    whole: int
    open: int
    shade: int  # 0 for nothing, up to 4
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All tiles, how large the picture is, and those with something to count as rows of a table."""

    tiles: tuple[Tile, ...]
    width: int
    height: int
    rows: tuple[Tile, ...]
    unknown: int  # tickets whose place is not known
    province: str  # whose cities they are, "" for all provinces
    province_name: str
    desc: str


@dataclass(frozen=True, slots=True)
class _Sum:
    """What is counted by place."""

    whole: Counter[str]
    open: Counter[str]
    incidents: Mapping[str, int]


def picture(
    spots: Iterable[Spot], of: Sequence[Incident], words: Words, province: str = ""
) -> Picture:
    """The tickets of these incidents by province; with `province`, a code, by its cities."""
    known = list(spots)
    if province:
        known = [one for one in known if one.province == province]
    found = _sum(known, of, words, province)
    places = _cities(province, found, words) if province else _regions(found, words)
    most = max(found.whole.values(), default=0)
    tiles = tuple(_tile(code, at, found, most, words) for code, at in places.items())
    rows = sorted(
        (one for one in tiles if one.whole or one.incidents),
        key=lambda one: (-one.whole, -one.incidents, one.code),
    )
    name = words.place(province) if province else ""
    return Picture(
        tiles,
        max((one.x for one in tiles), default=0) + SIDE,
        max((one.y for one in tiles), default=0) + SIDE,
        tuple(rows),
        found.whole[""],
        province,
        name,
        words("tiles-desc", places=len(rows), tickets=sum(found.whole.values())),
    )


def narrowest(spots: Iterable[Spot], of: Incident, words: Words) -> str:
    """The province in which all of an incident is, "" where it is in several or in none."""
    where = words.stage.house.places.where
    found = {one.province for one in spots if one.province}
    found |= {where(area).province for area in of.areas}
    return found.pop() if len(found) == 1 else ""


def _sum(spots: Iterable[Spot], of: Sequence[Incident], words: Words, province: str) -> _Sum:
    whole, open_ones = Counter[str](), Counter[str]()
    named: defaultdict[str, set[int]] = defaultdict(set)
    for one in spots:
        place = one.city if province else one.province
        whole[place] += one.whole
        open_ones[place] += one.open
        named[place].add(one.incident)
    for incident in of:
        for area in incident.areas:
            found = words.stage.house.places.where(area)
            if not province or found.province == province:
                named[found.city if province else found.province].add(incident.id)
    return _Sum(whole, open_ones, {place: len(ids) for place, ids in named.items()})


def _regions(found: _Sum, words: Words) -> dict[str, tuple[int, int]]:
    """All provinces of the grid, and below it those that it does not know.

    In a country of which the grid knows nothing, they stand in the order of their codes.
    """
    known = words.stage.house.places.names
    grid = {code: (row, column) for code, (row, column, _, _) in GRID.items()}
    places = {code: at for code, at in grid.items() if code in known}
    below = max((row + 1 for row, _ in places.values()), default=0)
    here = () if places else (code for code in known if level(code) == 1)
    others = sorted({*found.whole, *found.incidents, *here} - {*places, ""})
    for n, code in enumerate(others):
        places[code] = (below + n // COLUMNS, n % COLUMNS)
    return places


def _cities(province: str, found: _Sum, words: Words) -> dict[str, tuple[int, int]]:
    """All cities of the province in the order of their codes; itself where it has none."""
    places = words.stage.house.places
    near = (code for code in places.names if code[:2] == province[:2] and code.endswith("00"))
    mine = sorted(code for code in near if places.where(code).city == code)
    rest = sorted({*found.whole, *found.incidents} - {*mine, ""})
    return {
        code: (n // COLUMNS, n % COLUMNS) for n, code in enumerate([*mine, *rest] or [province])
    }


def _tile(code: str, at: tuple[int, int], found: _Sum, most: int, words: Words) -> Tile:
    whole, incidents, name = found.whole[code], found.incidents.get(code, 0), words.place(code)
    return Tile(
        code=code,
        x=at[1] * STEP,
        y=at[0] * STEP,
        short=_short(code, words),
        name=name or code,
        incidents=incidents,
        whole=whole,
        open=found.open[code],
        shade=shade(whole, incidents, most),
        said=words("tiles-said", place=name or code, incidents=incidents, tickets=whole),
    )


def shade(whole: int, incidents: int, most: int) -> int:
    """How dark a tile is: 0 where there is nothing, 4 where there is the most."""
    if not whole:
        return 1 if incidents else 0
    share = whole / most
    return 1 + sum(share > end for end in SHADES)


def _short(code: str, words: Words) -> str:
    chinese = words.language.startswith("zh")
    if code in GRID:
        _, _, zh, en = GRID[code]
        return zh if chinese else en
    names = words.stage.house.places.names.get(code, (code, code))
    name = names[0 if chinese else 1]
    end = next((one for one in ENDS if name.endswith(one)), "")
    return name.removesuffix(end)[:LONGEST] if chinese else name[: LONGEST + 2]
