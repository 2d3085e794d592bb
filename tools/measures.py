"""Writes the 21 measures and their formulas into docs/figures.md: run `python -m tools.measures`.

The formulas are the English texts that page and files show; a test fails when the page is old.
"""

from datetime import UTC, datetime
from pathlib import Path

from bot.config import Operator
from bot.house import catalogue_of, texts_of
from dialogs.figures.measures import GOAL, MEASURES, VERSION
from dialogs.model import Phrase
from dialogs.texts import Texts

HERE = Path(__file__).resolve().parents[1]
PLACE = "docs/figures.md"
BEGIN = "<!-- made by `python -m tools.measures` from the texts: the measures -->\n"
END = "<!-- end of the measures -->"
WHEN = datetime(2026, 1, 1, tzinfo=UTC)  # no text here tells a date


def page() -> str:
    """docs/figures.md with the measures as they are now."""
    before, _, rest = (HERE / PLACE).read_text("utf-8").partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


def table() -> str:
    """The measures, each with its formula and its number in domain.md §7's order."""
    known = catalogue_of(Operator())
    texts, score = texts_of(known, "UTC"), known.satisfied_from
    lines = [f"Version {VERSION} of the formulas.", "", "| | measure | code | formula |"]
    lines.append("| --- | --- | --- | --- |")
    for place, one in enumerate(MEASURES, 1):
        name = _said(texts, f"measure-{one.code}")
        formula = _said(texts, f"measure-{one.code}-formula", score=score)
        inside = " Not in the version for outside." if one.inside else ""
        lines.append(f"| {place} | {name} | `{one.code}` | {formula}{inside} |")
    goals = ", ".join(f"`{line}` {goal:.0%}" for line, goal in GOAL.items())
    return "\n".join([*lines, "", f"Goals: {goals}.", ""])


def _said(texts: Texts, key: str, **args: int) -> str:
    return texts.words("en", Phrase(key, dict(args)), WHEN)


if __name__ == "__main__":
    made = page()
    (HERE / PLACE).write_text(made, "utf-8")
