"""How much comes in, of what, from where, and what grows."""

from dataclasses import replace
from datetime import date, timedelta

from bot.web.desk_words import Words
from bot.web.figures import charts, saying
from bot.web.figures.asked import Asked
from bot.web.figures.charts import Point
from bot.web.figures.parts import split
from bot.web.figures.sheet import Cell, Column, Sheet, Tile
from dialogs.figures import topics
from dialogs.figures.rates import FEW, Share
from dialogs.figures.sums import Span, Sums
from dialogs.figures.topics import Topic
from dialogs.tickets.ticket import FRIENDLY, Kind
from storage import Connection, figures

MARKS = ("mass", "repeat", "hurried", "raised")  # what is true of some that were filed
MEASURES = ("filed", "ended", "channel", "routing", "severity", *MARKS)
COMPLAINTS = tuple(kind.value for kind in Kind if kind not in FRIENDLY)


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    span = asked.span
    sums = figures.totals(c, span, MEASURES)
    weeks = figures.by_week(c, span, ["filed", "ended"])
    categories = figures.by(c, span, ["filed"], "category")
    earlier = figures.by(c, span.before, ["filed"], "category")
    hot = topics.topics(
        _topics(c, span, topics.week_of(span.until)), _topics(c, span, topics.before(span.until))
    )
    before = Sums({("filed", "all"): sum(one.total("filed") for one in earlier.values())})
    return _tiles(sums, before, asked), [
        _weeks(weeks, asked),
        _topic_sheet(hot, asked),
        _categories(categories, earlier, asked),
        _marks(sums, asked),
        _channels(sums, asked),
        _kinds(sums, asked),
    ]


def _topics(c: Connection, span: Span, days: tuple[date, date]) -> dict[tuple[str, str], int]:
    narrowed = replace(span, since=days[0], until=days[1])
    found = figures.by(c, narrowed, ["topic"], "category")
    return {(code, key): n for code, sums in found.items() for key, n in sums.of("topic").items()}


def _tiles(sums: Sums, before: Sums, asked: Asked) -> list[Tile]:
    words, link = asked.words, asked.behind
    filed, earlier = sums.total("filed"), before.total("filed")
    told = words("figure-before", n=earlier, days=asked.span.days)
    found = [
        saying.count_tile(words("figure-filed"), filed, link("filed"), told),
        saying.count_tile(words("figure-ended"), sums.total("ended"), link("ended")),
    ]
    complaints = sums.total("filed", COMPLAINTS)
    for name in MARKS:
        share = Share(sums.total(name), complaints)
        found.append(saying.tile(words(f"figure-{name}"), share, words, link=link(name)))
    return found


def _weeks(weeks: dict[date, Sums], asked: Asked) -> Sheet:
    words = asked.words
    rows, points = [], []
    for week, sums in weeks.items():
        filed, days = sums.total("filed"), asked.within(week, week + timedelta(days=6))
        rows.append(
            [
                Cell(week),
                Cell(filed, days.behind("filed")),
                Cell(sums.total("ended"), days.behind("ended")),
            ]
        )
        points.append(Point(saying.day(week), filed, f"{filed}"))
    whole = sum(one.total("filed") for one in weeks.values())
    told = words("figure-volume-told", n=whole, weeks=len(rows))
    return Sheet(
        code="weeks",
        title=words("figure-volume"),
        note=words("figure-volume-note"),
        columns=[
            Column(words("figure-column-week"), "day"),
            Column(words("figure-column-filed"), "count"),
            Column(words("figure-column-ended"), "count"),
        ],
        rows=rows,
        chart=charts.columns(words("figure-volume"), told, points),
    )


def _topic_sheet(found: list[Topic], asked: Asked) -> Sheet:
    words = asked.words
    week = asked.on(*topics.week_of(asked.span.until))
    rows = []
    for one in found:
        key = f"{one.subtype}@{one.place}"
        link = week.behind("topic", key, category=one.category)
        rows.append(
            [
                *map(Cell, topic_names(one, words)),
                Cell(one.now, link),
                Cell(one.before / topics.WEEKS),
                Cell(one.rise if one.before >= FEW else None),
                Cell(words("figure-hot") if one.hot else ""),
            ]
        )
    return Sheet(
        code="topics",
        title=words("figure-topics"),
        note=words("figure-topics-note", rate=round(topics.RISE * 100), least=topics.LEAST),
        columns=topic_columns(words),
        rows=rows,
    )


def topic_names(one: Topic, words: Words) -> tuple[str, str, str]:
    """What a topic is called: its category, its kind, its place."""
    return (
        saying.category(one.category, words),
        saying.subtype(one.category, one.subtype, words),
        words.place(one.place) if one.place else words("figure-nowhere"),
    )


def topic_columns(words: Words) -> list[Column]:
    """What a table of topics says of each, first what it is called."""
    return [
        Column(words("figure-column-category")),
        Column(words("figure-column-subtype")),
        Column(words("figure-column-place")),
        Column(words("figure-column-this-week"), "count"),
        Column(words("figure-column-usual"), "whole"),
        Column(words("figure-column-rise"), "change"),
        Column(words("figure-column-mark"), "mark"),
    ]


def _categories(found: dict[str, Sums], earlier: dict[str, Sums], asked: Asked) -> Sheet:
    words = asked.words
    whole = sum(one.total("filed") for one in found.values())
    counts = {code: sums.total("filed") for code, sums in found.items()}
    rows = []
    for code, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        was = earlier[code].total("filed") if code in earlier else 0
        rows.append(
            [
                Cell(saying.category(code, words)),
                Cell(n, asked.behind("filed", category=code)),
                Cell(Share(n, whole)),
                Cell(was),
                Cell((n - was) / was if was >= FEW else None),
            ]
        )
    return Sheet(
        code="categories",
        title=words("figure-by-category"),
        note=words("figure-categories-note"),
        columns=[
            Column(words("figure-column-category")),
            Column(words("figure-column-filed"), "count"),
            Column(words("figure-column-part"), "share"),
            Column(words("figure-column-before"), "count"),
            Column(words("figure-column-change"), "change"),
        ],
        rows=rows,
        bars=1,
    )


def _marks(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    complaints = sums.total("filed", COMPLAINTS)
    rows = [
        [
            Cell(words(f"figure-{name}")),
            Cell(Share(sums.total(name), complaints), asked.behind(name)),
        ]
        for name in MARKS
    ]
    sent, returned = (sums.total("routing", [key]) for key in ("sent", "returned"))
    misrouted = Cell(Share(returned, sent), asked.behind("routing", "returned"))
    rows.append([Cell(words("figure-returned")), misrouted])
    for grade in ("1", "2", "3"):
        share = Share(sums.total("severity", [grade]), complaints)
        rows.append(
            [Cell(words("figure-severity", n=grade)), Cell(share, asked.behind("severity", grade))]
        )
    return Sheet(
        code="marks",
        title=words("figure-marks"),
        note=words("figure-marks-note"),
        columns=[Column(words("figure-column-what")), Column(words("figure-column-part"), "share")],
        rows=rows,
        bars=1,
    )


def _channels(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    return split("channels", "channel", sums, asked, lambda key: saying.channel(key, words))


def _kinds(sums: Sums, asked: Asked) -> Sheet:
    words = asked.words
    return split("kinds", "filed", sums, asked, lambda key: words.known(f"kind-{key}", key))
