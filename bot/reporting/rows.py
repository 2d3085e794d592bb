"""The numbers of a report as rows: what it is called, of how many, and the number with its unit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.web.desk_words import Words
from bot.web.figures import saying
from bot.web.figures.asked import address
from dialogs.figures.account import Account
from dialogs.figures.cells import Amount, Average, Figure, Group, PerMillion, Ratio
from dialogs.figures.measures import GOAL
from dialogs.figures.outside import form
from dialogs.figures.rates import Share
from dialogs.figures.sums import Span
from dialogs.figures.withholding import Form
from dialogs.model import Phrase
from dialogs.stores.grading import TENTHS
from storage.figures import MEASURED, NOW, Behind

# Of an average of times: which values stand beside the mean, as parts of all (domain.md §7).
PARTS = (("half", 0.5), ("most", 0.8), ("nearly", 0.95))
TIMES = frozenset({"hours", "minutes"})
LISTED = frozenset({*MEASURED, *NOW})  # what the desk can list the tickets of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One number. `line` and `key` name it in files, `name` and `result` in words.

    `n` is what was counted, `of` among how many; `number` is the rate (0 to 1) or the value in
    `unit`: "rate", "count", "hours", "minutes", "rounds", "score", "points", "money",
    "per_million". Where a number is withheld it is None, and `withheld` is true.
    """

    line: str
    key: str = ""
    name: str
    result: str = ""
    n: int | None = None
    of: int | None = None
    number: float | None = None
    unit: str = "count"
    goal: float | None = None
    few: bool = False
    withheld: bool = False
    link: str = ""  # where the desk lists the tickets behind it, "" where it is of none

    @property
    def among(self) -> str:
        """The n that stands beside it: what was counted and of how many; "" beside a count."""
        n, of = (f"{one:,}" if one is not None else "?" for one in (self.n, self.of))
        if self.unit == "count" or (self.n is None and self.of is None):
            return ""
        return f"{n} / {of}" if self.unit in {"rate", "per_million"} else of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A measure in words."""

    code: str
    name: str
    formula: str
    rows: tuple[Row, ...]


def told(
    account: Account, words: Words, kept: frozenset[Form], *, outside: bool
) -> tuple[Told, ...]:
    """All measures, but for the numbers that are `kept` back; `outside`: as they may leave the
    firm.
    """
    speaker = Speaker(words, kept, account.facts.span, outside)
    return tuple(
        Told(
            code=measure.code,
            name=words.of(Phrase(f"measure-{measure.code}")),
            formula=words.of(
                Phrase(f"measure-{measure.code}-formula", {"score": account.facts.satisfied_from})
            ),
            rows=tuple(row for one in figures for row in speaker.rows(measure.code, one)),
        )
        for measure, figures in account.measures(outside=outside)
    )


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts numbers into words, but for those that are `kept` back."""

    words: Words
    kept: frozenset[Form]
    span: Span
    outside: bool

    def rows(self, measure: str, one: Figure) -> Iterator[Row]:
        """The rows of one number: an average of times has its spread beside it."""
        key = key_of(measure, one, self.words)
        name = self.words.of(Phrase(f"measure-{measure}-{one.line}", {"key": key}))
        row = Row(line=one.line, key=one.key, name=name)
        match one.value:
            case Group() as counted:
                yield self._counted(row, counted)
            case Ratio() as ratio:
                yield self._ratio(row, ratio)
            case Average() as average:
                yield from self._average(row, average)
            case Amount() as amount:
                yield self._amount(row, amount)
            case PerMillion() as rate:
                yield self._per_million(row, rate)

    def _hides(self, of: Group) -> bool:
        """What has no cells was never counted: it is 0, and that is under 5 as well."""
        return form(of) in self.kept or (self.outside and not of.cells)

    def _withheld(self, row: Row) -> Row:
        return replace(row, result=self.words("report-withheld"), withheld=True)

    def _link(self, of: Group) -> str:
        measures = {measure for measure, _ in of.cells}
        if self.outside or not of.n or len(measures) != 1 or not measures <= LISTED:
            return ""
        keys = tuple(sorted(key for _, key in of.cells if key))
        return address(Behind(figure=min(measures), keys=keys, span=self.span))

    def _counted(self, row: Row, of: Group) -> Row:
        if self._hides(of):
            return self._withheld(row)
        row = replace(row, link=self._link(of))
        return replace(row, n=of.n, number=of.n, result=f"{of.n:,}")

    def _ratio(self, row: Row, of: Ratio) -> Row:
        """What one of the two is withheld of is no rate any more."""
        row = replace(row, unit="rate", goal=GOAL.get(row.line))
        n, whole = (None if self._hides(one) else one.n for one in (of.n, of.of))
        if n is None or whole is None:
            return replace(self._withheld(row), n=n, of=whole)
        share = Share(n, whole)
        result = saying.rate(share, self.words)
        row = replace(row, link=self._link(of.n))
        return replace(
            row, n=n, of=whole, number=share.rate, result=result, few=bool(whole) and share.few
        )

    def _average(self, row: Row, of: Average) -> Iterator[Row]:
        row = replace(row, unit=of.unit or "score")
        if self._hides(of.of):
            yield self._withheld(row)
            return
        spread = of.spread
        row = replace(row, of=spread.n, few=bool(spread.n) and spread.few)
        mean = spread.mean
        if of.unit == "points" and mean is not None:
            mean /= TENTHS
        values: list[tuple[str, float | None]] = [("", mean)]
        if of.unit in TIMES:
            values += [(part, spread.at(share)) for part, share in PARTS]
        for part, value in values:
            name = self.words(f"report-{part}", name=row.name) if part else row.name
            line = f"{row.line}-{part}" if part else row.line
            said = self._unit(value, row.unit, whole=bool(part))
            yield replace(row, line=line, name=name, number=value, result=said)

    def _unit(self, value: float | None, unit: str, *, whole: bool) -> str:
        if value is None:
            return self.words("figure-none")
        number = f"{value:,.0f}" if whole else f"{value:,.1f}"
        return self.words(f"report-unit-{unit}", n=number)

    def _amount(self, row: Row, of: Amount) -> Row:
        row = replace(row, unit="money")
        if self._hides(of.of):
            return self._withheld(row)
        said = self.words.money(of.minor)
        if of.whole:
            part = saying.rate(Share(of.minor, of.whole), self.words)
            said = self.words("report-of-money", money=said, rate=part)
        return replace(row, of=of.of.n, number=of.minor / 100, result=said)

    def _per_million(self, row: Row, of: PerMillion) -> Row:
        row = replace(row, unit="per_million")
        if self._hides(of.n):
            return replace(self._withheld(row), of=of.users)
        said = self.words("report-no-users") if of.rate is None else f"{of.rate:,.2f}"
        return replace(row, n=of.n.n, of=of.users, number=of.rate, result=said)


def key_of(measure: str, one: Figure, words: Words) -> str:
    """What a number is about, in words; "" for nothing in particular."""
    key = one.key
    match measure, one.line:
        case _, "clock":
            return words.clock(key)
        case "stores", "grade":
            return words(f"report-grade-{key}")
        case "stores", _:
            store = words.catalogue.stores.get(key)
            return words.of(store.label) if store else key
        case "volume", "class":
            return words(f"report-class-{key or 'none'}")
        case "upgraded", "way":
            return words(f"report-way-{key}")
        case "valid", "liable":
            return words.known(f"liability-{key}", key)
        case "routing", "age":
            return age(key, words)
        case _:
            return key


def age(key: str, words: Words) -> str:
    """How long a ticket has been open."""
    low, _, high = key.partition("-")
    if high:
        return words("figure-age", low=low, high=high)
    return words("figure-age-more", low=low)
