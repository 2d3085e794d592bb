"""The routing table of dialogs and of tickets: which state is next; alone to import transitions.

A table is data: states and rows. One shared Machine without models, callbacks and auto-transitions
answers for it, driven with a throw-away cursor; all effects are values made elsewhere.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from transitions import Machine

EVERY = "*"


class On(NamedTuple):
    """A row: `trigger` leads from `source` ("*": every state) to `target`, if `when(fact)`."""

    trigger: str
    source: str
    target: str
    when: Callable[[Any], bool] | None = None


class _Cursor:
    """Where the machine stands for the length of one question."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


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
        self._known = frozenset(self.states)
        self._names = tuple(dict.fromkeys(row.trigger for row in self.rows))
        self._machine = Machine(
            model=None,
            states=list(self.states),
            initial=self.initial,
            auto_transitions=False,
            send_event=False,
        )
        for row in self.rows:
            self._machine.add_transition(row.trigger, row.source, row.target, conditions=row.when)

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
        event = self._machine.events.get(trigger)
        # Asked beforehand, for the machine raises (or logs) where a state has no such trigger.
        if event is None or state not in self._known or str(state) not in event.transitions:
            return None
        cursor = _Cursor(str(state))
        return cursor.state if event.trigger(cursor, fact) else None

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
