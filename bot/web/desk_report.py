"""The report of the 21 measures at the desk: the measures, the sheets of the week, of the days and
of the quarter, each to be printed, and all of it as a file.
"""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

import orjson
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.reporting import files
from bot.reporting.sheets import INSIDE, NAMES, Tables, tables
from bot.web.desk_figures import XLSX, told
from bot.web.desk_visit import Visit
from bot.web.figures.asked import Asked, asked
from dialogs.figures.quarters import Quarter, quarter_of
from dialogs.figures.rates import FEW
from storage import Connection, counting, measuring

FIRST = "measures"
TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "json": "application/json",
}


async def page(visit: Visit) -> Response:
    """GET one table of the report, of the days that the address names; `outside=1`: as it may leave
    the firm.
    """
    name = visit.request.path_params.get("page", FIRST)
    wanted, outside = _asked(visit)
    if name not in NAMES or (outside and name == INSIDE):
        raise HTTPException(404)

    def read(c: Connection) -> tuple[Tables, int]:
        return _tables(c, wanted, outside=outside), counting.left(c)

    made, left = await visit.door.store.read(read)
    sheet = None if name == FIRST else made.sheet(name)
    values: dict[str, object] = {
        "chosen": name,
        "tabs": [(one, f"{_path(one)}?{_query(wanted, outside)}") for one in made.names],
        "asked": wanted,
        "quarters": [(one.name, _of_quarter(one, wanted)) for one in _quarters(wanted)],
        "outside": outside,
        "other": f"{_path(FIRST if name == INSIDE else name)}?{_query(wanted, not outside)}",
        "path_of": _path(name),
        "query": _query(wanted, outside),
        "files": _files(name),
        "measures": made.told() if sheet is None else (),
        "sheet": sheet,
        "left": left,
        "least": FEW,
        "told": partial(told, words=visit.words),
    }
    return visit.page("desk_report.html", values)


async def file(visit: Visit) -> Response:
    """GET the report as a file: report.xlsx or report.json with all of it, or a table as CSV."""
    name, _, kind = visit.request.path_params["file"].rpartition(".")
    wanted, outside = _asked(visit)
    known = name in NAMES if kind == "csv" else name == "report" and kind in TYPES
    if not known or (outside and name == INSIDE):
        raise HTTPException(404)

    def read(c: Connection) -> bytes:
        return _body(_tables(c, wanted, outside=outside), name, kind)

    body = await visit.door.store.read(read)
    span = wanted.span
    mark = "-outside" if outside else ""
    called = f"redress-{name}-{span.since}-{span.until}{mark}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{called}"'}
    return Response(body, 200, headers, TYPES[kind])


def _asked(visit: Visit) -> tuple[Asked, bool]:
    said = visit.request.query_params
    days = {name: said[name] for name in ("from", "to") if name in said}
    return asked(days, visit.words), said.get("outside") == "1"


def _tables(c: Connection, wanted: Asked, *, outside: bool) -> Tables:
    house = wanted.words.stage.house
    return tables(
        measuring.account(c, wanted.span, house, wanted.now), wanted.words, outside=outside
    )


def _body(made: Tables, name: str, kind: str) -> bytes:
    match kind:
        case "csv":
            return files.as_csv(made, name)
        case "xlsx":
            return files.as_xlsx(made)
        case _:
            return orjson.dumps(files.as_json(made), option=orjson.OPT_INDENT_2)


def _files(name: str) -> list[tuple[str, str]]:
    return [("XLSX", "report.xlsx"), ("CSV", f"{name}.csv"), ("JSON", "report.json")]


def _quarters(wanted: Asked) -> tuple[Quarter, Quarter]:
    """The quarter that is over, and the one that runs."""
    now = quarter_of(wanted.today)
    return now.before, now


def _of_quarter(one: Quarter, wanted: Asked) -> str:
    until = min(one.last, wanted.today)
    return urlencode({"from": f"{one.first}", "to": f"{until}"})


def _query(wanted: Asked, outside: bool) -> str:
    said = {"from": f"{wanted.span.since}", "to": f"{wanted.span.until}"}
    return urlencode(said | ({"outside": "1"} if outside else {}))


def _path(name: str) -> str:
    return "/desk/report" if name == FIRST else f"/desk/report/{name}"
