"""A whole told by its parts: one row a key, the largest first."""

from collections.abc import Callable

from bot.web.figures.asked import Asked
from bot.web.figures.sheet import Cell, Column, Sheet
from dialogs.figures.rates import Share
from dialogs.figures.sums import Sums


def split(code: str, measure: str, sums: Sums, asked: Asked, named: Callable[[str], str]) -> Sheet:
    """The sheet `code` of how a measure falls into its keys."""
    words, found = asked.words, sums.of(measure)
    whole = sum(found.values())
    rows = [
        [Cell(named(key)), Cell(Share(n, whole), asked.behind(measure, key))]
        for key, n in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return Sheet(
        code=code,
        title=words(f"figure-{code}"),
        note=words(f"figure-{code}-note"),
        columns=[
            Column(words(f"figure-column-{code}")),
            Column(words("figure-column-part"), "share"),
        ],
        rows=rows,
        bars=1,
    )
