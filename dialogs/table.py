"""The routing table of dialogs and of tickets: which state is next; alone to import transitions.

A table is data: states and rows. A Machine without models, callbacks and auto-transitions is built
of it, and the ways that it knows are read out once, since driving it costs ten times as much; a
test drives it for every state and trigger and holds the two together.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from transitions import Machine, Transition

EVERY = "*"


class On(NamedTuple):
    """A row: `trigger` leads from `source` ("*": every state) to `target`, if `when(fact)`."""

    trigger: str
    source: str
    target: str
    when: Callable[[Any], bool] | None = None


class Table:
    """States and rows, checked when built; the first row that fits wins.

    Raises ValueError for a state that is declared twice, for a row that names an undeclared one,
    and for an undeclared `initial`.
    """

    def __init__(self, states: Iterable[str], rows: Iterable[On], initial: str) -> None:
        self.states = tuple(str(state) for state in states)
        self.rows = tuple(
            row._replace(source=str(row.source), target=str(row.target)) for row in rows
        )
        self.initial = str(initial)
        self._check()
        self._names = tuple(dict.fromkeys(row.trigger for row in self.rows))
        self.machine = Machine(
            model=None,
            states=list(self.states),
            initial=self.initial,
            auto_transitions=False,
            send_event=False,
        )
        for row in self.rows:
            self.machine.add_transition(row.trigger, row.source, row.target, conditions=row.when)
        self._ways = {
            (source, trigger): tuple((way.dest, _conditions(way)) for way in ways)
            for trigger, event in self.machine.events.items()
            for source, ways in event.transitions.items()
        }

    def _check(self) -> None:
        for state in self.states:
            if self.states.count(state) > 1:
                raise ValueError(f"state {state!r} is declared twice")
        if self.initial not in self.states:
            raise ValueError(f"initial state {self.initial!r} is not declared")
        for row in self.rows:
            for state in (row.source, row.target):
                if state not in self.states and not (state == EVERY and state == row.source):
                    raise ValueError(f"row {row.trigger!r} names unknown state {state!r}")

    def next(self, state: str, trigger: str, fact: Any) -> str | None:
        """The state that `trigger` leads to from `state`, or None where no row fits.

        `fact` is handed to the conditions. An unknown state or trigger is None as well.
        """
        for target, conditions in self._ways.get((state, trigger), ()):
            if all(fits(fact) for fits in conditions):
                return target
        return None

    def triggers(self, state: str, fact: Any) -> tuple[str, ...]:
        """The triggers that lead on from `state` with this fact, in the order of the rows."""
        return tuple(name for name in self._names if self.next(state, name, fact) is not None)

    def reachable(self, initial: str | None = None) -> frozenset[str]:
        """The states that some walk from `initial` (the table's own if None) can come to."""
        found = {self.initial if initial is None else str(initial)}
        while True:
            more = {row.target for row in self.rows if row.source in found or row.source == EVERY}
            if more <= found:
                return frozenset(found)
            found |= more

    def mermaid(self) -> str:
        """The table as a stateDiagram-v2: one arrow for a pair of states, rows in their order."""
        arrows: dict[tuple[str, str], list[str]] = {}
        for row in self.rows:
            sources = self.states if row.source == EVERY else (row.source,)
            for source in sources:
                words = arrows.setdefault((source, row.target), [])
                if row.trigger not in words:
                    words.append(row.trigger)
        lines = [f"    [*] --> {self.initial}"]
        lines += [f"    {a} --> {b} : {', '.join(words)}" for (a, b), words in arrows.items()]
        return "\n".join(("stateDiagram-v2", *lines)) + "\n"


def _conditions(way: Transition) -> tuple[Callable[..., bool | None], ...]:
    """What a row's `when` became; a name of a method, which a Machine takes too, is never one."""
    return tuple(one.func for one in way.conditions if not isinstance(one.func, str))
