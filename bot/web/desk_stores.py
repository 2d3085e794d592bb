"""Stores at the desk: points and grades of a quarter or a month, with the complaints about each.

Everybody may look; leads enter an inspection or take in a list of them.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.desk_acts import actor
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words, hide
from bot.web.figures import files
from bot.web.figures.sheet import Cell, Column, Sheet
from dialogs.catalogue.finding import Store
from dialogs.stores import listing
from dialogs.stores.grading import GRADES, TENTHS, Graded, Inspection, counting, graded
from dialogs.stores.listing import Wrong
from dialogs.stores.period import Period, choices, period, quarter_of
from dialogs.tickets.guards import LEADS
from dialogs.tickets.ticket import FRIENDLY, Kind
from dialogs.values import replace
from storage import Connection, inspections

PLACE = f"{HOME}/stores"
SERVICE = "SRV"  # the category that a store's people are complained of under (domain.md §1)
MOST_BYTES, MOST_TYPED = 400_000, 200_000
LINES = 200  # inspections shown one by one
REFUSED = 422
TYPED = ("store", "day", "points", "inspector", "words")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed into it, and what is wrong with it."""

    typed: dict[str, str] = field(default_factory=dict)
    lines: str = ""
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a period holds."""

    period: Period
    graded: tuple[Graded, ...]
    found: tuple[Inspection, ...]
    complaints: dict[str, dict[str, int]]


async def page(visit: Visit) -> Response:
    """GET the stores of `?period=2026-Q4` or `2026-11`; of the running quarter if none is named."""
    return await _page(visit, Tried())


async def add(visit: Visit) -> Response:
    """POST one inspection."""
    form = await visit.request.form(max_files=0, max_fields=10)
    typed = {name: _said(form, name) for name in TYPED}
    parts = [typed[name].strip() for name in TYPED]
    made = listing.line(1, parts, _codes(visit.words), _today(visit), visit.words.now)
    if isinstance(made, Wrong):
        return await _page(visit, Tried(typed=typed, wrong=(_fault(made, visit.words),)), REFUSED)
    return await _keep(visit, (made,))


async def take(visit: Visit) -> Response:
    """POST a list of inspections, as a file or as lines: taken whole, or not at all."""
    async with visit.request.form(max_files=1, max_fields=4) as form:
        lines, file = _said(form, "lines"), form.get("file")
        sent = await file.read(MOST_BYTES + 1) if isinstance(file, UploadFile) else b""
    text = _decoded(sent) if sent.strip() else lines
    if text is None or len(sent) > MOST_BYTES:
        why = visit.words("stores-wrong-file")
        return await _page(visit, Tried(lines=lines, wrong=(why,)), REFUSED)
    read = listing.read(text, _codes(visit.words), _today(visit), visit.words.now)
    made = tuple(one for one in read if isinstance(one, Inspection))
    wrong = tuple(_fault(one, visit.words) for one in read if isinstance(one, Wrong))
    if wrong:
        shown = text if len(text) <= MOST_TYPED else ""
        return await _page(visit, Tried(lines=shown, wrong=wrong[:LINES]), REFUSED)
    return await _keep(visit, made)


async def file(visit: Visit) -> Response:
    """GET the table of the period as CSV or XLSX."""
    kind = str(visit.request.path_params["kind"])
    if kind not in {"csv", "xlsx"}:
        raise HTTPException(404)
    look = await _look(visit)
    sheet, words = _sheet(look, visit.words), _file_words(look.period, visit.words)
    body = files.as_csv(sheet, words) if kind == "csv" else files.as_xlsx(sheet, words)
    name = f"redress-stores-{look.period.name}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, 200, headers, "text/csv; charset=utf-8" if kind == "csv" else XLSX)


async def _keep(visit: Visit, these: tuple[Inspection, ...]) -> Response:
    """Keep them in the name of who entered them; 403 for those who may not."""

    def put(c: Connection) -> int:
        by = actor(c, visit.who.id)
        if by is None or by.role not in LEADS:
            raise HTTPException(403)
        mine = (replace(one, staff=by.staff, name=by.name) for one in these)
        return inspections.add_all(c, mine)

    count = await visit.door.store.write(put, quiet=True)
    last = max(one.day for one in these)
    return RedirectResponse(f"{PLACE}?period={quarter_of(last)}&done={count}", SEE_OTHER)


async def _look(visit: Visit) -> Look:
    of = period(visit.request.query_params.get("period", ""))
    of = of or period(quarter_of(_today(visit)))
    assert of is not None  # today lies in a quarter

    def read(c: Connection) -> tuple[tuple[Inspection, ...], dict[str, dict[str, int]]]:
        found = inspections.within(c, of.since, of.until)
        return found, inspections.complaints(c, of.since, of.until)

    found, complaints = await visit.door.store.read(read)
    rows = graded(found, visit.words.catalogue.inspecting)
    return Look(of, rows, found, complaints)


async def _page(visit: Visit, tried: Tried, status: int = 200) -> Response:
    look, words = await _look(visit), visit.words
    today, rule = _today(visit), words.catalogue.inspecting
    done = visit.request.query_params.get("done", "")
    names = dict.fromkeys((look.period.name, *choices(today)))
    stores = words.catalogue.stores.values()
    values: dict[str, Any] = {
        "period": look.period.name,
        "periods": [(name, _named(name, words)) for name in names],
        "rows": _rows(look, words),
        "seen": _inspections(look, words),
        "more": len(look.found) > LINES,
        "rule": words(
            "stores-rule",
            excellent=rule.excellent,
            good=rule.good,
            passed=rule.passed,
            excellent_cap=round(rule.excellent_cap * 100),
            good_cap=round(rule.good_cap * 100),
        ),
        "grades": [
            (words(f"grade-{one}"), sum(row.grade == one for row in look.graded)) for one in GRADES
        ],
        "may": visit.who.role in LEADS,
        "stores": [(one.code, f"{words.of(one.label)} · {one.code}") for one in stores],
        "today": f"{today}",
        "tried": tried,
        "typed": {**dict.fromkeys(TYPED, ""), **tried.typed},
        "done": int(done) if done.isascii() and done.isdecimal() and len(done) < 5 else 0,
    }
    return visit.page("desk_stores.html", values, status)


def _rows(look: Look, words: Words) -> list[dict[str, Any]]:
    """The stores, the best first; those that nobody visited after them, as complained of."""
    seen = {one.store: one for one in look.graded}
    known = words.catalogue.stores
    rest = [code for code in {**known, **look.complaints} if code not in seen]
    rest.sort(key=lambda code: (-_complained(look, code), code))
    return [
        {
            "code": code,
            "name": _name(known.get(code), code, words),
            "points": f"{one.points / TENTHS:.1f}" if one else "",
            "grade": words(f"grade-{one.grade}") if one else "",
            "grade_code": one.grade if one else "none",
            "capped": bool(one and one.capped),
            "times": one.times if one else 0,
            "last": f"{one.last}" if one else "",
            "service": look.complaints.get(code, {}).get(SERVICE, 0),
            "all": _complained(look, code),
            "praise": look.complaints.get(code, {}).get(Kind.PRAISE, 0),
        }
        for code, one in [*((code, seen[code]) for code in seen), *((code, None) for code in rest)]
    ]


def _complained(look: Look, code: str) -> int:
    """How many complaints name the store; what is friendly is none."""
    return sum(n for kind, n in look.complaints.get(code, {}).items() if kind not in FRIENDLY)


def _inspections(look: Look, words: Words) -> list[dict[str, Any]]:
    """What was entered, the newest first; what a later entry replaced is told apart."""
    kept = {id(one) for one in counting(look.found)}
    return [
        {
            "name": _name(words.catalogue.stores.get(one.store), one.store, words),
            "day": f"{one.day}",
            "points": f"{one.points / TENTHS:.1f}",
            "inspector": one.inspector,
            "words": hide(one.words),
            "by": words("stores-by", name=one.name, at=words.at(one.at)),
            "replaced": id(one) not in kept,
        }
        for one in sorted(look.found, key=lambda one: (one.day, one.at), reverse=True)[:LINES]
    ]


def _sheet(look: Look, words: Words) -> Sheet:
    names = (*("store", "code", "points", "grade", "times", "last", "service", "all", "praise"),)
    kinds: dict[str, Any] = {
        "points": "whole", "times": "count", "last": "text", "service": "count", "all": "count",
        "praise": "count",
    }  # fmt: skip
    columns = [Column(words(f"stores-{name}"), kinds.get(name, "text")) for name in names]
    rows = [
        [
            Cell(row["name"]),
            Cell(row["code"]),
            Cell(float(row["points"]) if row["points"] else None),
            Cell(row["grade"]),
            *(Cell(row[name]) for name in ("times", "last", "service", "all", "praise")),
        ]
        for row in _rows(look, words)
    ]
    title = words("stores-of", period=_named(look.period.name, words))
    note = words("stores-about")
    return Sheet(code="stores", title=title, note=note, columns=columns, rows=rows)


def _file_words(of: Period, words: Words) -> dict[str, str]:
    return {
        "n": words("figure-file-n"),
        "of": words("figure-file-of"),
        "sheet": words("stores"),
        "about": words("figure-file-about"),
        "span": words("figure-span", since=f"{of.since}", until=f"{of.until}"),
    }


def _name(store: Store | None, code: str, words: Words) -> str:
    return words.of(store.label) if store else code


def _named(name: str, words: Words) -> str:
    year, _, part = name.partition("-")
    if part.startswith("Q"):
        return words("stores-quarter", year=year, quarter=part[1:])
    return words("stores-month", year=year, month=str(int(part)))


def _codes(words: Words) -> tuple[str, ...]:
    return tuple(words.catalogue.stores)


def _today(visit: Visit) -> date:
    return visit.words.now.astimezone(ZoneInfo(visit.door.stage.house.zone)).date()


def _said(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value[:MOST_TYPED] if isinstance(value, str) else ""


def _decoded(sent: bytes) -> str | None:
    """The text of a file as a table program saves it: UTF-8, or the older Chinese encodings."""
    for way in ("utf-8-sig", "gb18030"):
        try:
            return sent.decode(way)
        except UnicodeDecodeError:
            continue
    return None


def _fault(wrong: Wrong, words: Words) -> str:
    """What is wrong, in words that say how to mend it."""
    codes = ", ".join(_codes(words)[:20])
    said = words(f"stores-wrong-{wrong.reason}", said=wrong.said[:60], codes=codes)
    return words("stores-wrong-line", line=wrong.line, why=said) if wrong.line > 1 else said
