"""A report as a file: JSON, CSV of one table, XLSX of all, or lines for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from unicodedata import east_asian_width

from bot.reporting.rows import Row
from bot.reporting.sheets import MILLION, Tables
from bot.web.figures import files
from bot.web.figures.sheet import Value
from dialogs.figures import addends, measures, topics
from dialogs.figures.account import quarter_cell, topic_cells
from dialogs.figures.outside import cell_form
from dialogs.figures.quarters import Line

WIDEST = 46  # columns of a terminal that a cell may take


def as_json(tables: Tables) -> Mapping[str, Any]:
    """All of it; the shape stands in docs/figures.md. What is withheld is null."""
    account, words = tables.account, tables.words
    span = account.facts.span
    since, until = topics.week_of(span.until)
    return {
        "version": {"measures": measures.VERSION, "counting": addends.VERSION},
        "from": span.since,
        "to": span.until,
        "made_at": words.now,
        "zone": words.stage.house.zone,
        "outside": tables.outside,
        "measures": [
            {
                "code": one.code,
                "name": one.name,
                "formula": one.formula,
                "figures": [_figure(row) for row in one.rows],
            }
            for one in tables.told()
        ],
        "topics": {"from": since, "to": until, "rows": list(_topics(tables))},
        "days": [] if tables.outside else list(_days(tables)),
        "quarter": _quarter(tables),
    }


def _figure(row: Row) -> Mapping[str, Any]:
    return {
        "line": row.line,
        "key": row.key,
        "name": row.name,
        "n": row.n,
        "of": row.of,
        "value": row.number,
        "unit": row.unit,
        "withheld": row.withheld,
    }


def _topics(tables: Tables) -> Iterator[Mapping[str, Any]]:
    for one in tables.account.hot:
        hidden = [cell_form(cell) in tables.kept for cell in topic_cells(one)]
        whole = not any(hidden)
        yield {
            "category": one.category,
            "subtype": one.subtype,
            "place": one.place,
            "n": None if hidden[0] else one.now,
            "usual": None if hidden[1] else one.before / topics.WEEKS,
            "rise": one.rise if whole else None,
            "hot": one.hot if whole else None,
        }


def _days(tables: Tables) -> Iterator[Mapping[str, Any]]:
    for one in tables.account.days:
        yield {
            "day": one.day,
            "n": one.n,
            "forecast": one.forecast,
            "low": one.low,
            "high": one.high,
            "of": one.of,
            "verdict": one.verdict,
        }


def _quarter(tables: Tables) -> Mapping[str, Any]:
    table = tables.account.quarter
    return {
        "quarter": table.quarter.name,
        "through": table.through,
        "whole": table.whole,
        "users": table.users,
        "users_of": table.given,
        "users_are_an_example": table.example,
        "million": MILLION,
        "rows": [_province(line, tables) for line in table.lines],
    }


def _province(line: Line, tables: Tables) -> Mapping[str, Any]:
    told: dict[str, Any] = {"province": line.province, "users": line.users}
    for name, kind, counts in (
        ("complaints", "class", line.complaints),
        ("appeals", "appeal", line.appeals),
    ):
        told[name] = {
            of or "other": None
            if cell_form(quarter_cell(kind, line.province, of)) in tables.kept
            else n
            for of, n in sorted(counts.items())
        }
    return told


def as_csv(tables: Tables, name: str) -> bytes:
    """One of the tables that it has (`names`) as CSV."""
    return files.as_csv(tables.sheet(name), _names(tables))


def as_xlsx(tables: Tables) -> bytes:
    """All tables, each a leaf of one workbook."""
    words = tables.words
    named = [(words(f"report-leaf-{name}"), tables.sheet(name)) for name in tables.names]
    return files.as_book(named, _names(tables))


def _names(tables: Tables) -> dict[str, str]:
    words, span = tables.words, tables.account.facts.span
    said = [words("figure-span", since=f"{span.since}", until=f"{span.until}")]
    said += [words("report-outside-note")] if tables.outside else []
    return {
        "n": words("figure-file-n"),
        "of": words("figure-file-of"),
        "about": words("figure-file-about"),
        "span": " · ".join(said),
    }


def as_lines(tables: Tables) -> Iterator[str]:
    """All of it for a terminal: the measures with n beside each number, then the tables."""
    words, span = tables.words, tables.account.facts.span
    yield words("figure-span", since=f"{span.since}", until=f"{span.until}")
    if tables.outside:
        yield words("report-outside-note")
    for place, one in enumerate(tables.told(), 1):
        yield ""
        yield f"{place}. {one.name}"
        yield from _aligned(
            [["  " + row.name, row.result, row.among and f"n = {row.among}"] for row in one.rows]
        )
    for sheet in (tables.sheet(name) for name in tables.names[1:]):
        yield ""
        yield sheet.title
        heads = [one.name for one in sheet.columns]
        kinds = [one.kind for one in sheet.columns]
        rows = [
            [_plain(cell.value, kind) for cell, kind in zip(row, kinds, strict=True)]
            for row in sheet.rows
        ]
        yield from _aligned([heads, *rows])
        yield sheet.note


def _plain(value: Value, kind: str) -> str:
    match value:
        case None:
            return "–"
        case float() if kind == "change":
            return f"{value:+.0%}"
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
        case date():
            return value.isoformat()
        case int():
            return f"{value:,}"
        case _:
            return str(value)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    widths = [min(WIDEST, max(_width(row[place]) for row in rows)) for place in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in cell)
