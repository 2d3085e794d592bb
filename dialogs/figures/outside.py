"""Which numbers of a report are withheld where it leaves the firm."""

from collections.abc import Hashable, Iterable, Iterator

from dialogs.figures import topics
from dialogs.figures.account import Account, quarter_cell, topic_cells
from dialogs.figures.cells import Amount, Average, Figure, Group, PerMillion, Ratio
from dialogs.figures.measures import CLASSES
from dialogs.figures.quarters import quarter_of
from dialogs.figures.withholding import Form, Number, number, rest, withheld

KINDS = ("class", "appeal")


def kept_back(account: Account) -> frozenset[Form]:
    """The numbers that may not be given out (`form`)."""
    figures = [one for _, found in account.measures(outside=True) for one in found]
    printed = [one for figure in figures for one in _printed(figure)]
    printed += [*_topics(account), *_quarter(account)]
    hidden = [one for figure in figures for one in _hidden(figure)]
    return withheld(printed, hidden, _same(account))


def form(of: Group) -> Form:
    """A number by what it is made of."""
    return number(of.cells, of.n).form


def cell_form(cell: Hashable) -> Form:
    """The number of one cell."""
    return number([cell], 0).form


def _printed(figure: Figure) -> Iterator[Number]:
    match figure.value:
        case Group(cells, n):
            yield number(cells, n)
        case Ratio(n, of):
            yield from (number(one.cells, one.n) for one in (n, of))
        case Average(of=of) | Amount(of=of) | PerMillion(n=of):
            yield number(of.cells, of.n)


def _hidden(figure: Figure) -> Iterator[Number]:
    """What a rate tells beside its own two numbers."""
    match figure.value:
        case Ratio(n, of, within=True):
            yield rest(number(of.cells, of.n), number(n.cells, n.n))
        case _:
            return


def _topics(account: Account) -> Iterator[Number]:
    for one in account.hot:
        now, before = topic_cells(one)
        yield number([now], one.now)
        yield number([before], one.before)


def _quarter(account: Account) -> Iterator[Number]:
    """Each class in each province, each province, each class, and all."""
    lines = account.quarter.lines
    for kind in KINDS:
        counts = {
            quarter_cell(kind, line.province, of): n
            for line in lines
            for of, n in (line.complaints if kind == "class" else line.appeals).items()
        }
        groups = [[cell] for cell in counts]
        groups += [_these(counts, province=line.province) for line in lines]
        groups += [_these(counts, of=one) for one in CLASSES]
        yield from (number(some, sum(counts[one] for one in some)) for some in groups)


def _these(
    cells: Iterable[tuple[str, str]], province: str | None = None, of: str | None = None
) -> list[tuple[str, str]]:
    split = ((cell, cell[1].split(":")) for cell in cells)
    return [
        cell for cell, (where, what) in split if province in {None, where} and of in {None, what}
    ]


def _same(account: Account) -> Iterator[Form]:
    """Numbers that are the same by another way of counting, each as a sum that is 0."""
    facts, filed = account.facts, account.filed
    yield _difference(filed.cells, facts.every("class").cells)
    yield _difference(filed.cells, facts.every("valid").cells)
    week = topics.week_of(facts.span.until)
    if week == (facts.span.since, facts.span.until):
        yield _difference(
            filed.cells, [*(topic_cells(one)[0] for one in account.hot), ("topic:now", "others")]
        )
    quarter = quarter_of(facts.span.until).span(facts.span.until)
    if (quarter.since, quarter.until) == (facts.span.since, facts.span.until):
        cells = facts.every("quarter:class").cells
        for one in CLASSES:
            yield _difference(facts.some("class", one).cells, _these(cells, of=one))


def _difference(some: Iterable[Hashable], others: Iterable[Hashable]) -> Form:
    return frozenset([*((cell, 1) for cell in some), *((cell, -1) for cell in others)])
