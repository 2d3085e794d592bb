"""A sheet as a file to take: CSV that a table program opens as it is, or XLSX with typed cells."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.web.figures.sheet import Column, Sheet, Value, flat

BOM = "\ufeff"  # without it, a table program reads Chinese as Latin letters
# How a cell begins that a table program would take for a formula, or for a way around one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
FORMATS: Mapping[str, str] = {
    "count": "#,##0",
    "share": "0.0%",
    "change": "+0.0%;-0.0%;0.0%",
    "mean": "0.00",
    "whole": "#,##0.##",
    "money": "#,##0.00",
    "day": "yyyy-mm-dd",
}
NARROW, WIDE = 12, 28  # signs


def as_csv(sheet: Sheet, words: Mapping[str, str]) -> bytes:
    """The sheet as CSV in UTF-8: shares from 0 to 1, money in whole units, days as ISO 8601.

    What could be taken for a formula begins with an apostrophe.
    """
    columns, rows = flat(sheet, words)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(one.name) for one in columns])
    for row in rows:
        writer.writerow([_plain(value, one) for value, one in zip(row, columns, strict=True)])
    return (BOM + out.getvalue()).encode()


def as_xlsx(sheet: Sheet, words: Mapping[str, str]) -> bytes:
    """The sheet as a workbook: cells of their own type, and a second leaf that says what it is.

    `words` name its leaves too: "sheet", "about"; "span" says which days it is of.
    """
    return as_book([(words["sheet"], sheet)], words)


def as_book(sheets: Sequence[tuple[str, Sheet]], words: Mapping[str, str]) -> bytes:
    """Several sheets as one workbook, each under the name of its leaf; the last leaf is about them.

    `words` are "about", the name of that leaf, and "span", which days it is all of.
    """
    out = BytesIO()
    book = Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    for name, sheet in sheets:
        _leaf(book, name, sheet, words)
    about, wrapped = book.add_worksheet(words["about"]), book.add_format({"text_wrap": True})
    about.set_column(0, 0, 90)
    said = [words["span"], *(line for _, one in sheets for line in (one.title, one.note))]
    if len(sheets) == 1:
        said[:2] = [said[1], said[0]]
    for line, one in enumerate(said):
        about.write_string(line, 0, one, wrapped)
    book.close()
    return out.getvalue()


def _leaf(book: Workbook, name: str, sheet: Sheet, words: Mapping[str, str]) -> None:
    leaf = book.add_worksheet(name)
    columns, rows = flat(sheet, words)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {kind: book.add_format({"num_format": way}) for kind, way in FORMATS.items()}
    for place, one in enumerate(columns):
        leaf.write_string(0, place, one.name, bold)
        leaf.set_column(place, place, WIDE if one.kind in {"text", "mark"} else NARROW)
        for line, row in enumerate(rows, 1):
            _write(leaf, (line, place), row[place], one, formats)
    leaf.freeze_panes(1, 0)
    if rows:
        leaf.autofilter(0, 0, len(rows), len(columns) - 1)


def _write(
    leaf: Worksheet,
    at: tuple[int, int],
    value: Value,
    column: Column,
    formats: Mapping[str, Format],
) -> None:
    way = formats.get(column.kind)
    match value:
        case None:
            leaf.write_blank(*at, None)
        case date():
            leaf.write_datetime(*at, value, way)
        case int() | float():
            leaf.write_number(*at, value / 100 if column.kind == "money" else value, way)
        case _:
            leaf.write_string(*at, str(value))


def _plain(value: Value, column: Column) -> str:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case int() if column.kind == "money":
            return f"{value / 100:.2f}"
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case int():
            return f"{value}"
        case _:
            return _safe(str(value))


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(FORMULA) else words
