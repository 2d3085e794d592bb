"""What `redress run` prints when it has started: where everything is, and how to turn on the rest.

One line a part: name, state, place or reason, and after the arrow the command that mends it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

WIDTH = 10  # of the names
ARROW = "→"


@dataclass(frozen=True, slots=True)
class Part:
    """One line: `state` is on, off, FAIL, WARN or a plain word; `mend` a command, "" for none."""

    name: str
    state: str
    words: str = ""
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """The parts in their order."""

    parts: tuple[Part, ...]

    def lines(self) -> Iterator[str]:
        """The screen, ending with the line that says that it serves."""
        yield "Redress"
        wide = max((len(part.words) for part in self.parts if part.mend), default=0)
        for part in self.parts:
            yield _line(part, wide)
        yield "ready"


def _line(part: Part, wide: int) -> str:
    said = f"  {part.name:<{WIDTH}} {part.state:<5} {part.words:<{wide}}"
    return f"{said}  {ARROW}  {part.mend}" if part.mend else said.rstrip()
