"""What each of us has on the table, did, and is said about how we were; never who scores how.

The score judges what the company did, so it stands with no person (domain.md §6, Q3).
"""

from collections import Counter

from bot.web.figures import saying
from bot.web.figures.asked import Asked
from bot.web.figures.sheet import Cell, Column, Row, Sheet, Tile
from dialogs.figures.rates import Share
from dialogs.figures.sums import Sums
from storage import Connection, figures, staff
from storage.staff import Staff

MEASURES = ("handled", "act", "person")
NOBODY = 0


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    span = asked.span
    opened = figures.open_now(c, span.category, span.department)
    load = Counter(one.owner for one in opened)
    sums = figures.totals(c, span, MEASURES)
    return _tiles(load, sums, asked), [_people(staff.everybody(c), load, sums, asked)]


def kind(sums: Sums, who: int | None = None) -> Share:
    """How often somebody (None: anybody) was found to be good to deal with, of all answers."""
    found = {key: n for key, n in sums.of("person").items() if who is None or _of(key) == who}
    good = sum(n for key, n in found.items() if key.endswith(":satisfied"))
    return Share(good, sum(found.values()))


def _of(key: str) -> int:
    return int(key.partition(":")[0])


def _tiles(load: Counter[int], sums: Sums, asked: Asked) -> list[Tile]:
    words, link = asked.words, asked.behind
    working = [n for who, n in load.items() if who != NOBODY]
    return [
        saying.count_tile(
            words("figure-unclaimed"), load[NOBODY], link("load", "0"), words("figure-now")
        ),
        Tile(
            words("figure-most-open"),
            f"{max(working, default=0):,}",
            words("figure-people", n=len(working)),
        ),
        saying.count_tile(words("figure-handled"), sums.total("handled"), link("handled")),
        saying.tile(words("figure-kind"), kind(sums), words, link=link("person")),
    ]


def _people(everybody: tuple[Staff, ...], load: Counter[int], sums: Sums, asked: Asked) -> Sheet:
    words, rows = asked.words, list[tuple[tuple[int, str], Row]]()
    for who in everybody:
        this = f"{who.id}"
        handled, acts = sums.total("handled", [this]), sums.total("act", [this])
        said = kind(sums, who.id)
        if not (load[who.id] or handled or acts or said.of):
            continue
        keys = [key for key in sums.of("person") if _of(key) == who.id]
        cells = [
            Cell(who.name),
            Cell(words.department(who.department) if who.department else words("figure-none")),
            Cell(load[who.id], asked.behind("load", this)),
            Cell(handled, asked.behind("handled", this)),
            Cell(acts, asked.behind("act", this)),
            Cell(said, asked.behind("person", *keys) if keys else ""),
        ]
        rows.append(((-load[who.id], who.name), cells))
    return Sheet(
        code="people",
        title=words("figure-load"),
        note=words("figure-load-note"),
        columns=[
            Column(words("figure-column-person")),
            Column(words("figure-column-department")),
            Column(words("figure-column-open"), "count"),
            Column(words("figure-column-handled"), "count"),
            Column(words("figure-column-acts"), "count"),
            Column(words("figure-column-kind"), "share"),
        ],
        rows=[cells for _, cells in sorted(rows, key=lambda row: row[0])],
        bars=2,
    )
