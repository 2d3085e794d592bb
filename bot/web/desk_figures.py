"""The desk's figures: a page for each side of the work, and each of its tables as a file."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web.desk_visit import Visit
from bot.web.figures import (
    deadlines,
    files,
    incidents,
    negotiation,
    people,
    satisfaction,
    saying,
    volume,
)
from bot.web.figures.asked import Asked, asked
from bot.web.figures.sheet import Cell, Column, Sheet, Tile, counted, few, length, tenths
from dialogs.figures.rates import FEW, Share, Spread
from storage import Connection, counting

Look: TypeAlias = Callable[[Connection, Asked], tuple[list[Tile], list[Sheet]]]
PAGES: Mapping[str, Look] = {
    "satisfaction": satisfaction.look,
    "deadlines": deadlines.look,
    "volume": volume.look,
    "negotiation": negotiation.look,
    "incidents": incidents.look,
    "people": people.look,
}
FIRST = "satisfaction"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def page(visit: Visit) -> Response:
    """GET the figures of one side of the work, of the days that the address names."""
    name = visit.request.path_params.get("page", FIRST)
    look = PAGES.get(name)
    if look is None:
        raise HTTPException(404)
    wanted = asked(visit.request.query_params, visit.words)

    def read(c: Connection) -> tuple[list[Tile], list[Sheet], int]:
        return *look(c, wanted), counting.left(c)

    tiles, sheets, left = await visit.door.store.read(read)
    values: dict[str, Any] = {
        "chosen": name,
        "tabs": [(one, f"{_path(one)}?{wanted.query()}") for one in PAGES],
        "asked": wanted,
        "spans": wanted.spans(),
        "categories": _choices(visit.words.catalogue.categories, visit),
        "departments": _choices(visit.words.catalogue.departments, visit),
        "tiles": tiles,
        "sheets": sheets,
        "left": left,
        "least": FEW,
        "told": partial(told, words=visit.words),
        "path_of": _path(name),
        "length": length,
        "few": few,
        "counted": counted,
    }
    return visit.page("desk_figures.html", values)


async def file(visit: Visit) -> Response:
    """GET one table of a page as CSV or XLSX, of the same days."""
    look = PAGES.get(visit.request.path_params["page"])
    code, _, kind = visit.request.path_params["file"].rpartition(".")
    if look is None or kind not in {"csv", "xlsx"}:
        raise HTTPException(404)
    wanted = asked(visit.request.query_params, visit.words)
    _, sheets = await visit.door.store.read(lambda c: look(c, wanted))
    sheet = next((one for one in sheets if one.code == code), None)
    if sheet is None:
        raise HTTPException(404)
    words = _file_words(wanted)
    body = files.as_csv(sheet, words) if kind == "csv" else files.as_xlsx(sheet, words)
    span = wanted.span
    name = f"redress-{visit.request.path_params['page']}-{code}-{span.since}-{span.until}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, 200, headers, "text/csv; charset=utf-8" if kind == "csv" else XLSX)


def told(cell: Cell, column: Column, words: Any) -> tuple[str, str]:
    """A cell in words, and what stands small beside it: of how many."""
    value = cell.value
    match value:
        case None:
            return words("figure-none"), ""
        case Share():
            return saying.rate(value, words), saying.part(value, words) if value.of else ""
        case Spread():
            return tenths(value) or words("figure-none"), words("figure-n", n=value.n)
        case float() if column.kind == "change":
            return words("figure-change", rate=f"{value * 100:+.0f}"), ""
        case float():
            return f"{value:,.1f}", ""
        case int() if column.kind == "money":
            return words.money(value), ""
        case int():
            return f"{value:,}", ""
        case str():
            return value, ""
        case _:
            return words.of(value), ""


def _file_words(wanted: Asked) -> dict[str, str]:
    words, span = wanted.words, wanted.span
    narrowed = [words("figure-span", since=span.since, until=span.until)]
    narrowed += [saying.category(span.category, words)] if span.category else []
    narrowed += [words.department(span.department)] if span.department else []
    return {
        "n": words("figure-file-n"),
        "of": words("figure-file-of"),
        "sheet": words("figure-file-sheet"),
        "about": words("figure-file-about"),
        "span": " · ".join(narrowed),
    }


def _choices(known: Mapping[str, Any], visit: Visit) -> list[tuple[str, str]]:
    return [(code, visit.words.of(one.label)) for code, one in known.items()]


def _path(name: str) -> str:
    return "/desk/figures" if name == FIRST else f"/desk/figures/{name}"
