"""How people judge what was done: the scores, who answered, and what the goal is."""

from datetime import date, timedelta

from bot.web.figures import charts, saying
from bot.web.figures.asked import Asked
from bot.web.figures.charts import Point
from bot.web.figures.sheet import Cell, Column, Sheet, Tile, percent, tenths
from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import TARGET, Report
from dialogs.figures.sums import Sums
from dialogs.tickets.wording import BEST, WORST
from storage import Connection, figures

SCORES = range(WORST, BEST + 1)
FIRST, LEGAL = "R3", "C1"  # the clocks of the first proper reply and of the legal one


def look(c: Connection, asked: Asked) -> tuple[list[Tile], list[Sheet]]:
    """The page's figures."""
    cut = asked.words.catalogue.satisfied_from
    made = figures.report(c, asked.span, cut)
    by_category = figures.by(c, asked.span, ["scored"], "category")
    by_department = figures.by(c, asked.span, ["scored"], "department")
    sheets = [
        _scores(made.score, asked),
        _weeks(made, asked, cut),
        _groups("categories", by_category, asked, cut),
        _groups("departments", by_department, asked, cut),
    ]
    return tiles(made, asked, cut), sheets


def tiles(made: Report, asked: Asked, cut: int) -> list[Tile]:
    """The head of the page: the goal first."""
    words, link = asked.words, asked.behind
    good = [f"{score}" for score in SCORES if score >= cut]
    first, legal = (made.deadlines.get(rule) for rule in (FIRST, LEGAL))
    found = [
        saying.tile(
            words("figure-satisfied", score=cut),
            made.satisfied,
            words,
            link=link("scored", *good),
            goal=made.target,
        ),
        saying.mean_tile(words("figure-mean"), made.score, words, link("scored")),
        saying.tile(
            words("figure-answered"), made.answered, words, link=link("surveyed", "answered")
        ),
        saying.tile(words("figure-solved"), made.solved, words, link=link("solved", "yes")),
        saying.tile(words("figure-called-back"), made.called_back, words, link=link("call_back")),
        saying.tile(words("figure-rescued"), made.rescued, words, link=link("came", "content")),
        saying.tile(
            words("figure-first-accepted"),
            made.first_accepted,
            words,
            link=link("offer", "1:accepted"),
        ),
        saying.tile(words("figure-reopened"), made.reopened, words, link=link("reopened")),
    ]
    for rule, share in ((FIRST, first), (LEGAL, legal)):
        if share is not None:
            name = words("figure-met", clock=words.clock(rule))
            found.append(saying.tile(name, share, words, link=link("clock", f"{rule}:breached")))
    return found


def _scores(score: Spread, asked: Asked) -> Sheet:
    words = asked.words
    rows = [
        [
            Cell(one),
            Cell(score.counts.get(one, 0), asked.behind("scored", f"{one}")),
            Cell(Share(score.counts.get(one, 0), score.n)),
        ]
        for one in SCORES
    ]
    points = [
        Point(f"{one}", score.counts.get(one, 0), f"{score.counts.get(one, 0)}", score.few)
        for one in SCORES
    ]
    told = words("figure-scores-told", n=score.n, mean=tenths(score) or words("figure-none"))
    return Sheet(
        code="scores",
        title=words("figure-scores"),
        note=words("figure-scores-note"),
        columns=[
            Column(words("figure-column-score"), "count"),
            Column(words("figure-column-tickets"), "count"),
            Column(words("figure-column-part"), "share"),
        ],
        rows=rows,
        chart=charts.columns(words("figure-scores"), told, points),
    )


def _weeks(made: Report, asked: Asked, cut: int) -> Sheet:
    words = asked.words
    rows, points = [], []
    for week, score in made.weeks.items():
        share, link = score.part(cut), _week_link(week, asked)
        rows.append([Cell(week), Cell(share, link), Cell(score, link)])
        points.append(Point(saying.day(week), percent(share), saying.rate(share, words), share.few))
    title = words("figure-weeks", score=cut)
    told = words("figure-weeks-told", weeks=len(points), rate=saying.rate(made.satisfied, words))
    return Sheet(
        code="weeks",
        title=title,
        note=words("figure-weeks-note", score=cut, rate=round(TARGET * 100)),
        columns=[
            Column(words("figure-column-week"), "day"),
            Column(words("figure-column-satisfied", score=cut), "share", TARGET),
            Column(words("figure-column-mean"), "mean"),
        ],
        rows=rows,
        chart=charts.line(
            title,
            told,
            points,
            least=0,
            most=100,
            steps=4,
            unit="%",
            goal=(TARGET * 100, words("figure-goal", rate=round(TARGET * 100))),
        ),
    )


def _week_link(week: date, asked: Asked) -> str:
    return asked.within(week, week + timedelta(days=6)).behind("scored")


def _groups(what: str, found: dict[str, Sums], asked: Asked, cut: int) -> Sheet:
    words = asked.words
    one = "category" if what == "categories" else "department"
    rows = []
    for code, sums in found.items():
        score = sums.spread("scored")
        name = saying.category(code, words) if one == "category" else saying.department(code, words)
        link = asked.behind("scored", **{one: code})
        cells = [Cell(name), Cell(score.part(cut), link), Cell(score)]
        rows.append((-score.n, name, cells))
    return Sheet(
        code=what,
        title=words(f"figure-by-{one}"),
        note=words("figure-groups-note", score=cut),
        columns=[
            Column(words(f"figure-column-{one}")),
            Column(words("figure-column-satisfied", score=cut), "share", TARGET),
            Column(words("figure-column-mean"), "mean"),
        ],
        rows=[cells for _, _, cells in sorted(rows, key=lambda row: row[:2])],
        bars=1,
    )
