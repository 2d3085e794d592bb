"""The tables of a report: the measures, the hot topics, the days watched, the quarter."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reporting.rows import Told, told
from bot.web.desk_words import Words
from bot.web.figures.sheet import Cell, Column, Row, Sheet, Value
from bot.web.figures.volume import topic_columns, topic_names
from dialogs.figures import topics, watching
from dialogs.figures.account import Account, quarter_cell, topic_cells
from dialogs.figures.measures import CLASSES
from dialogs.figures.outside import cell_form, kept_back
from dialogs.figures.quarters import Line
from dialogs.figures.rates import FEW
from dialogs.figures.withholding import Form, number

NAMES = ("measures", "topics", "days", "quarter")
INSIDE = "days"  # its forecasts would tell the numbers of days that are withheld
MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Makes the tables of one account; `outside`: as they may leave the firm."""

    account: Account
    words: Words
    outside: bool = False
    kept: frozenset[Form] = field(default_factory=frozenset)

    @property
    def names(self) -> tuple[str, ...]:
        """Those of NAMES that it has."""
        return tuple(one for one in NAMES if not (self.outside and one == INSIDE))

    def sheet(self, name: str) -> Sheet:
        """One of the tables that it has."""
        ways = {
            "measures": self.measures,
            "topics": self.topics,
            "days": self.days,
            "quarter": self.quarter,
        }
        return ways[name]()

    def told(self) -> tuple[Told, ...]:
        """The measures in words."""
        return told(self.account, self.words, self.kept, outside=self.outside)

    def measures(self) -> Sheet:
        """All 21, a row for each number."""
        words = self.words
        rows: list[Row] = []
        for one in self.told():
            for row in one.rows:
                values: list[Value] = [one.name, row.name, row.result, row.n, row.of, row.number]
                unit = words(f"report-unit-name-{row.unit.replace('_', '-')}")
                rows.append([Cell(value) for value in (*values, unit)])
        return Sheet(
            code="measures",
            title=words("report-measures"),
            note=words("report-measures-note"),
            columns=[
                Column(words("report-measure")),
                Column(words("report-figure")),
                Column(words("report-result")),
                Column(words("figure-file-n"), "count"),
                Column(words("figure-file-of"), "count"),
                Column(words("report-value"), "whole"),
                Column(words("report-unit")),
            ],
            rows=rows,
        )

    def topics(self) -> Sheet:
        """The ten topics that were filed most in the last week of the span."""
        words, rows = self.words, list[Row]()
        for one in self.account.hot:
            now, before = topic_cells(one)
            open_ = not self._hides(now) and not self._hides(before)
            rise = one.rise if open_ and one.before >= FEW else None
            values: list[Value] = [
                *topic_names(one, words),
                self._cell(now, one.now),
                self._cell(before, one.before / topics.WEEKS),
                rise,
                words("figure-hot") if one.hot and open_ else "",
            ]
            rows.append([Cell(value) for value in values])
        since, until = topics.week_of(self.account.facts.span.until)
        rate, least = round(topics.RISE * 100), topics.LEAST
        return Sheet(
            code="topics",
            title=words("report-topics", since=since, until=until),
            note=words("report-topics-note", rate=rate, least=least),
            columns=topic_columns(words),
            rows=rows,
        )

    def days(self) -> Sheet:
        """Each day with the band that its like forecast."""
        words, rows = self.words, list[Row]()
        for one in self.account.days:
            mark = "" if one.verdict == "within" else words(f"report-day-{one.verdict}")
            values: list[Value] = [
                one.day,
                one.n,
                round(one.forecast, 1),
                round(one.low, 1),
                round(one.high, 1),
                one.of,
                mark,
            ]
            rows.append([Cell(value) for value in values])
        return Sheet(
            code="days",
            title=words("report-days"),
            note=words("report-days-note", width=watching.WIDTH, days=watching.BACK.days),
            columns=[
                Column(words("report-day"), "day"),
                Column(words("figure-column-filed"), "count"),
                Column(words("report-forecast"), "whole"),
                Column(words("report-low"), "whole"),
                Column(words("report-high"), "whole"),
                Column(words("report-alike"), "count"),
                Column(words("figure-column-mark"), "mark"),
            ],
            rows=rows,
        )

    def quarter(self) -> Sheet:
        """Complaints and appeals by province and class, and among a million users."""
        words, table = self.words, self.account.quarter
        rows = [self._province(line) for line in table.lines]
        rows.append(self._sums(words("report-all"), table.lines, table.users))
        names = [words(f"report-class-{one or 'none'}") for one in CLASSES]
        both = ("report-complaints", "report-appeals")
        columns = [Column(words("report-province"))]
        for kind in both:
            columns += [Column(words(f"{kind}-of", of=name), "count") for name in names]
            columns.append(Column(words(kind), "count"))
        columns.append(Column(words("report-users"), "count"))
        columns += [Column(words(f"{kind}-million"), "whole") for kind in both]
        return Sheet(
            code="quarter",
            title=words("report-quarter", quarter=table.quarter.name),
            note=self._quarter_note(),
            columns=columns,
            rows=rows,
        )

    def _quarter_note(self) -> str:
        words, table = self.words, self.account.quarter
        said = [words("report-quarter-note")]
        if not table.whole:
            said.append(words("report-quarter-through", day=table.through))
        if not table.given:
            said.append(words("report-no-users"))
        else:
            name = "report-users-example" if table.example else "report-users-given"
            said.append(words(name, quarter=table.given))
        return " ".join(said) if words.language == "en" else "".join(said)

    def _province(self, line: Line) -> Row:
        words = self.words
        name = words.province(line.province) or line.province
        return self._sums(name or words("figure-nowhere"), (line,), line.users)

    def _sums(self, name: str, lines: Sequence[Line], users: int | None) -> Row:
        values: list[Value] = []
        rates: list[Value] = []
        for kind in ("class", "appeal"):
            whole: list[tuple[str, str]] = []
            total = 0
            for of in CLASSES:
                cells, n = _counted(kind, of, lines)
                values.append(self._group(cells, n))
                whole, total = [*whole, *cells], total + n
            shown = self._group(whole, total)
            values.append(shown)
            known = isinstance(shown, int) and users
            rates.append(round(total * MILLION / users, 2) if known and users else None)
        return [Cell(value) for value in (name, *values, users, *rates)]

    def _hides(self, cell: tuple[str, str]) -> bool:
        return cell_form(cell) in self.kept

    def _cell(self, cell: tuple[str, str], value: float) -> Value:
        return self.words("report-withheld") if self._hides(cell) else value

    def _group(self, cells: Sequence[tuple[str, str]], n: int) -> Value:
        small = self.outside and not cells  # nothing was counted: 0 is under 5 as well
        kept = bool(cells) and number(cells, n).form in self.kept
        return self.words("report-withheld") if small or kept else n


def tables(account: Account, words: Words, *, outside: bool) -> Tables:
    """The tables of an account; `outside`: without what may not leave the firm."""
    kept = kept_back(account) if outside else frozenset[Form]()
    return Tables(account=account, words=words, outside=outside, kept=kept)


def _counted(kind: str, of: str, lines: Sequence[Line]) -> tuple[list[tuple[str, str]], int]:
    """The cells of a class in these provinces, and what they hold."""
    cells, n = list[tuple[str, str]](), 0
    for line in lines:
        counts = line.complaints if kind == "class" else line.appeals
        if of in counts:
            cells.append(quarter_cell(kind, line.province, of))
            n += counts[of]
    return cells, n
