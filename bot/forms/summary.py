"""The return-visit summary report (回访总结报告): what the visits brought, and room to judge it.

The figures are those of the desk (`docs/figures.md`), so that both say the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.forms.clerk import Clerk
from bot.forms.form import Box, Form, Part, Table, signature
from bot.forms.visits import reason
from bot.web.figures import saying
from bot.web.figures.sheet import tenths
from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import TARGET
from dialogs.figures.sums import Sums
from storage.forms import Given

MEASURES = ("ended", "followed", "surveyed", "scored", "solved", "call_back", "came")
BY_CATEGORY = ("surveyed", "scored")
BANDS = (("very-satisfied", 9, 10), ("satisfied", 8, 8), ("average", 6, 7), ("low", 1, 5))
SOLVED = ("yes", "partly", "no")
CALLS = ("in_time", "late", "vain", "open")
CAME = ("content", "explained", "again")
SHOWN = 20  # suggestions, the newest
GROUPS = (
    ("category", 50),
    ("asked-n", 20),
    ("answered-n", 26),
    ("mean", 22),
    ("satisfied-n", 36),
)


@dataclass(slots=True)
class Heard:
    """What was said in a span: the newest answer of each ticket."""

    last: dict[int, Given]

    def take(self, some: Sequence[Given]) -> None:
        """Later ones take the place of earlier ones."""
        self.last |= {one.ticket: one for one in some}

    def reasons(self) -> list[tuple[str, int]]:
        """Why people were not satisfied, the commonest first."""
        found = Counter(code for one in self.last.values() for code in one.reasons)
        return found.most_common()

    def paid(self) -> int:
        """How many say that money was taken from them on a home visit."""
        return sum(1 for one in self.last.values() if one.paid == "yes")

    def suggestions(self) -> list[Given]:
        """Those who said something in words, the newest first."""
        found = (one for one in self.last.values() if one.words.strip())
        return sorted(found, key=lambda one: one.at, reverse=True)


@dataclass(frozen=True, slots=True)
class Figures:
    """The sums of the span, and of each category; `left` tickets are not counted yet."""

    sums: Sums
    by_category: Mapping[str, Sums]
    left: int = 0


def summary(figures: Figures, heard: Heard, under: str, clerk: Clerk) -> Form:
    """The report, with room for what is to be concluded, and lines to sign on."""
    cut = clerk.words.catalogue.satisfied_from
    scores = figures.sums.spread("scored")
    dated = clerk("date")
    parts = (
        Part(
            title=clerk("part-coverage"),
            boxes=tuple(_coverage(figures.sums, clerk)),
            remark=clerk.words("figure-left", n=figures.left) if figures.left else "",
        ),
        Part(
            title=clerk("part-satisfaction"),
            boxes=_satisfied(scores, cut, clerk),
            table=_bands(scores, clerk),
            remark=clerk("cut-remark", score=cut, rate=round(TARGET * 100)),
        ),
        Part(title=clerk("part-solved"), boxes=_solved(figures.sums, clerk)),
        Part(title=clerk("part-categories"), table=_groups(figures, cut, clerk)),
        Part(title=clerk("part-low"), boxes=_calls(figures.sums, heard, clerk)),
        Part(title=clerk("part-reasons"), table=_reasons(heard, clerk)),
        Part(title=clerk("part-said"), table=_suggestions(heard, clerk)),
        Part(title=clerk("part-conclusion"), boxes=_conclusion(clerk)),
        Part(
            title=clerk("part-signatures"),
            boxes=tuple(
                signature(clerk(f"sign-{who}"), dated)
                for who in ("writer", "service", "management")
            ),
        ),
    )
    return clerk.form("summary", parts, under)


def _coverage(sums: Sums, clerk: Clerk) -> Iterator[tuple[Box, ...]]:
    answered = sums.share("surveyed", ["answered"])
    in_time = sums.share("followed", ["in_time"])
    yield (
        clerk.box("closed-n", f"{sums.total('ended')}", 6),
        clerk.box("visited-n", f"{answered.of}", 6),
    )
    yield (clerk.box("in-time-n", _share(in_time, clerk)),)
    yield (
        clerk.box("answered-n", _share(answered, clerk), 6),
        clerk.box("silent-n", f"{answered.of - answered.n}", 6),
    )


def _satisfied(scores: Spread, cut: int, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    good = scores.part(cut)
    met = "few" if good.few else "met" if (good.rate or 0) >= TARGET else "missed"
    return (
        (
            clerk.box("satisfied-n", _share(good, clerk), 6),
            clerk.box("mean", clerk("of-n", mean=tenths(scores) or "—", n=scores.n), 6),
        ),
        (clerk.box("target", clerk(f"target-{met}", rate=round(TARGET * 100))),),
    )


def _bands(scores: Spread, clerk: Clerk) -> Table:
    """How many of each band of scores (domain.md §6)."""
    heads = (("band", 50, "text"), ("scores", 26, "text"), ("n", 20, "count"), ("part", 36, "text"))
    rows = []
    for name, low, high in BANDS:
        n = sum(scores.counts.get(score, 0) for score in range(low, high + 1))
        span = f"{low}" if low == high else f"{low}–{high}"
        rows.append((clerk(f"band-{name}"), span, f"{n}", _share(Share(n, scores.n), clerk)))
    columns = tuple(clerk.column(f"column-{key}", width, kind) for key, width, kind in heads)
    return Table(columns=columns, rows=tuple(rows))


def _solved(sums: Sums, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    return (
        tuple(
            Box(clerk.words(f"solved-{one}"), _share(sums.share("solved", [one]), clerk), 4)
            for one in SOLVED
        ),
    )


def _groups(figures: Figures, cut: int, clerk: Clerk) -> Table:
    rows = []
    for code, sums in figures.by_category.items():
        scores, asked = sums.spread("scored"), sums.share("surveyed", ["answered"])
        if not asked.of and not scores.n:
            continue
        told = (
            f"{asked.of}",
            _share(asked, clerk),
            tenths(scores),
            _share(scores.part(cut), clerk),
        )
        rows.append((-asked.of, (saying.category(code, clerk.words), *told)))
    columns = tuple(clerk.column(f"column-{key}", width) for key, width in GROUPS)
    table = tuple(row for _, row in sorted(rows))
    return Table(columns=columns, rows=table, none=clerk("none-visited"))


def _calls(sums: Sums, heard: Heard, clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    due, came = sums.of("call_back"), sums.of("came")
    calls = tuple(
        clerk.box(f"call-{one.replace('_', '-')}", f"{due.get(one, 0)}", 3) for one in CALLS
    )
    words = clerk.words
    ends = tuple(Box(words(f"came-{one}"), f"{came.get(one, 0)}", 4) for one in CAME)
    return (calls, ends, (clerk.box("paid-n", f"{heard.paid()}"),))


def _reasons(heard: Heard, clerk: Clerk) -> Table:
    columns = (clerk.column("column-reason", 100), clerk.column("column-n", 30, "count"))
    rows = tuple((reason(code, clerk), f"{n}") for code, n in heard.reasons())
    return Table(columns=columns, rows=rows, none=clerk("none-reasons"))


def _suggestions(heard: Heard, clerk: Clerk) -> Table:
    columns = (
        clerk.column("column-answered", 24, "moment"),
        clerk.column("column-number", 26),
        clerk.column("column-score", 12, "count"),
        clerk.column("column-said", 90),
    )
    rows = tuple(
        (
            clerk.moment(one.at),
            one.number,
            "" if one.score is None else f"{one.score}",
            clerk.text(one.words),
        )
        for one in heard.suggestions()[:SHOWN]
    )
    return Table(columns=columns, rows=rows, none=clerk("none-said"))


def _conclusion(clerk: Clerk) -> tuple[tuple[Box, ...], ...]:
    return tuple(
        (clerk.box(key, "", 12, 5),) for key in ("conclusion-problems", "conclusion-measures")
    )


def _share(share: Share, clerk: Clerk) -> str:
    """A share with its n; the rate alone is never printed."""
    words = clerk.words
    if not share.of:
        return clerk("of-none")
    return clerk("of", rate=saying.rate(share, words), n=share.n, of=share.of)
