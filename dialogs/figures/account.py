"""A report before it is put into words: the measures, and the tables that go with them."""

from dataclasses import dataclass

from dialogs.figures.cells import Cell, Figure, Group
from dialogs.figures.facts import Facts
from dialogs.figures.measures import COMPLAINTS, MEASURES, Measure
from dialogs.figures.quarters import Quarterly
from dialogs.figures.topics import Topic
from dialogs.figures.watching import Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`hot` are the topics of the week that ends with the span, `days` its days that were watched.

    `quarter` is the table of the quarter in which the span ends, as far as the span goes.
    """

    facts: Facts
    hot: tuple[Topic, ...]
    days: tuple[Watched, ...]
    quarter: Quarterly

    def measures(self, *, outside: bool = False) -> tuple[tuple[Measure, tuple[Figure, ...]], ...]:
        """Each measure with its numbers; `outside`: without those that stay in the firm."""
        told = (one for one in MEASURES if not (outside and one.inside))
        return tuple((one, one.figures(self.facts)) for one in told)

    @property
    def filed(self) -> Group:
        """All complaints and faults of the span."""
        return self.facts.some("filed", *COMPLAINTS)


def topic_cells(one: Topic) -> tuple[Cell, Cell]:
    """The cells of a topic: of this week, and of the four before."""
    key = f"{one.category}:{one.subtype}@{one.place}"
    return ("topic:now", key), ("topic:before", key)


def quarter_cell(kind: str, province: str, of: str) -> Cell:
    """The cell of a class in a province; `kind` is "class" (complaints) or "appeal"."""
    return f"quarter:{kind}", f"{province}:{of}"
