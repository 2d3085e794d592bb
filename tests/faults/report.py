"""Writes the tables of docs/reliability.md from the figures that the runs left under `build/`."""

import re
import sys
from pathlib import Path
from typing import Any

import orjson

from tests.faults import figures
from tests.faults.points import POINTS

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
PLACE = "<!-- {edge}: {name} -->"


def runs(known: dict[str, Any]) -> str:
    """What was played and what was found."""
    head = (
        "| run | conversations | messages | calls spoilt | kills | stops | "
        "twice: on the wire at a kill | twice: answer lost | promises broken |"
    )
    rows = [head, "| --- | " + "--- | " * 8]
    for name, one in sorted(known.items()):
        if "conversations" not in one or name.startswith("mutant"):
            continue
        stops = one["ends"].get("stop", 0)
        cells = (
            *(one["conversations"], one["messages"], sum(one["faults"].values())),
            *(sum(one["ends"].values()) - stops, stops),
            *(one["twice"]["kill"], one["twice"]["answer lost"]),
            sum(one["violations"].values()),
        )
        rows.append(f"| {name} | " + " | ".join(f"{cell:,}" for cell in cells) + " |")
    return "\n".join(row.rstrip() for row in rows)


def kills(known: dict[str, Any]) -> str:
    """How often each point was hit, over all runs."""
    rows = ["| died | times |", "| --- | --- |"]
    for point in ("kill", *POINTS):
        times = sum(one.get("ends", {}).get(point, 0) for one in known.values())
        rows.append(f"| {'at random' if point == 'kill' else point} | {times} |")
    return "\n".join(rows)


def mutants(known: dict[str, Any]) -> str:
    """What the checker said of each mutant."""
    rows = ["| mutant | found |", "| --- | --- |"]
    for name, one in sorted(known.items()):
        if name.startswith("mutant"):
            found = ", ".join(f"{kind} {times}" for kind, times in one["violations"].items())
            rows.append(f"| {name.removeprefix('mutant: ')} | {found} |")
    return "\n".join(rows)


def stuck(known: dict[str, Any]) -> str:
    """How long others wait."""
    rows = [
        "| each call to the chat ends with | answers | p50 | p99 |",
        "| --- | --- | --- | --- |",
    ]
    for name, one in sorted(known.items()):
        if name.startswith("stuck"):
            what = {"429": "429", "reset_before": "a reset"}[name.removeprefix("stuck: ")]
            rows.append(f"| {what} | {one['inputs']} | {one['p50']} | {one['p99']} |")
    return "\n".join(rows)


TABLES = {"runs": runs, "kills": kills, "mutants": mutants, "stuck": stuck}


def filled(page: str, known: dict[str, Any]) -> str:
    """The page with each table between its marks."""
    for name, table in TABLES.items():
        first, last = (PLACE.format(edge=edge, name=name) for edge in ("begin", "end"))
        pattern = re.compile(f"{re.escape(first)}.*?{re.escape(last)}", re.DOTALL)
        assert pattern.search(page), f"{PAGE} has no place for {name}"
        page = pattern.sub(f"{first}\n{table(known)}\n{last}", page)
    return page


def main() -> int:
    """Fill the page in; 1 where there are no figures yet."""
    if not figures.FILE.exists():
        sys.stderr.write("no figures yet: make faults\n")
        return 1
    known = orjson.loads(figures.FILE.read_bytes())
    PAGE.write_text(filled(PAGE.read_text("utf-8"), known), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
