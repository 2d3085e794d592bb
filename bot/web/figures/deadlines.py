"""Whether what was due came in time, how long it takes, and how old what is open has become."""

from bot.web.figures import charts, saying
from bot.web.figures.asked import Asked
from bot.web.figures.charts import Point
from bot.web.figures.sheet import Cell, Column, Sheet, Tile
from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import deadlines
from dialogs.figures.sums import Sums
from storage import Connection, figures

MEASURES = ("clock", "answer", "life")


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    sums = figures.totals(c, asked.span, MEASURES)
    departments = figures.by(c, asked.span, ["clock"], "department")
    opened = figures.open_now(c, asked.span.category, asked.span.department)
    ages = figures.ages(opened, asked.now)
    return _tiles(sums, len(opened), asked), [
        _clocks(sums, asked),
        _departments(departments, asked),
        _times(sums, asked),
        _ages(ages, asked),
    ]


def _tiles(sums: Sums, opened: int, asked: Asked) -> list[Tile]:
    words, link = asked.words, asked.behind
    keys = list(sums.of("clock"))
    met = sums.share("clock", [key for key in keys if key.endswith(":met")])
    late = [key for key in keys if key.endswith(":breached")]
    answer, life = sums.spread("answer"), sums.spread("life")
    found = [
        saying.tile(words("figure-in-time"), met, words, link=link("clock", *late) if late else ""),
        saying.count_tile(words("figure-open"), opened, link("open"), words("figure-now")),
    ]
    for name, spread, measure, unit in (
        ("figure-answer-middle", answer, "answer", "figure-hours"),
        ("figure-life-middle", life, "life", "figure-days"),
    ):
        middle = spread.at(0.5)
        value = words(unit, n=middle) if middle is not None else words("figure-none")
        of = words("figure-n", n=spread.n)
        found.append(Tile(words(name), value, of, link(measure), spread.few))
    return found


def _clocks(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    rows = [
        [
            Cell(words.clock(rule)),
            Cell(share),
            Cell(share.n, asked.behind("clock", f"{rule}:met")),
            Cell(share.of - share.n, asked.behind("clock", f"{rule}:breached")),
        ]
        for rule, share in sorted(
            deadlines(sums).items(), key=lambda pair: (pair[1].rate or 0, pair[0])
        )
    ]
    return Sheet(
        code="clocks",
        title=words("figure-clocks"),
        note=words("figure-clocks-note"),
        columns=[
            Column(words("figure-column-clock")),
            Column(words("figure-column-in-time"), "share"),
            Column(words("figure-column-met"), "count"),
            Column(words("figure-column-breached"), "count"),
        ],
        rows=rows,
        bars=1,
    )


def _departments(found: dict[str, Sums], asked: Asked) -> Sheet:
    words = asked.words
    rows = []
    for code, sums in found.items():
        shares = deadlines(sums)
        late = [f"{rule}:breached" for rule, one in shares.items() if one.n < one.of]
        met, of = sum(one.n for one in shares.values()), sum(one.of for one in shares.values())
        link = asked.behind("clock", *late, department=code) if late else ""
        rows.append(
            [
                Cell(saying.department(code, words)),
                Cell(Share(met, of)),
                Cell(of - met, link),
            ]
        )
    return Sheet(
        code="departments",
        title=words("figure-deadlines-department"),
        note=words("figure-deadlines-department-note"),
        columns=[
            Column(words("figure-column-department")),
            Column(words("figure-column-in-time"), "share"),
            Column(words("figure-column-breached"), "count"),
        ],
        rows=rows,
        bars=1,
    )


def _times(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words

    def row(name: str, measure: str) -> list[Cell]:
        spread: Spread = sums.spread(measure)
        shown = [Cell(spread.at(part)) for part in (0.5, 0.8, 0.95)]
        return [Cell(words(name)), Cell(spread, asked.behind(measure)), *shown]

    return Sheet(
        code="times",
        title=words("figure-times"),
        note=words("figure-times-note"),
        columns=[
            Column(words("figure-column-what")),
            Column(words("figure-column-mean"), "mean"),
            Column(words("figure-column-half"), "whole"),
            Column(words("figure-column-most"), "whole"),
            Column(words("figure-column-nearly"), "whole"),
        ],
        rows=[row("figure-time-answer", "answer"), row("figure-time-life", "life")],
    )


def _ages(ages: dict[str, int], asked: Asked) -> Sheet:
    words = asked.words

    def name(key: str) -> str:
        low, _, high = key.partition("-")
        if not high:
            return words("figure-age-more", low=low)
        return words("figure-age", low=low, high=high)

    rows = [[Cell(name(key)), Cell(n, asked.behind("open", key))] for key, n in ages.items()]
    points = [
        Point(key if key[-1] != "-" else f"{key[:-1]}+", n, f"{n}") for key, n in ages.items()
    ]
    whole = sum(ages.values())
    return Sheet(
        code="ages",
        title=words("figure-ages"),
        note=words("figure-ages-note"),
        columns=[
            Column(words("figure-column-age")),
            Column(words("figure-column-open"), "count"),
        ],
        rows=rows,
        chart=charts.columns(words("figure-ages"), words("figure-ages-told", n=whole), points),
    )
