"""Corrective actions at the desk: the list by stage, and the page of one."""

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import correcting
from bot.desk_acts import actor
from bot.web import desk_people
from bot.web.desk_corrective_forms import SPLIT, Scene, Tried, forms
from bot.web.desk_corrective_words import counted, head, matter, plan, stage, timeline
from bot.web.desk_queue import row as ticket_row
from bot.web.desk_tasks import reach_of
from bot.web.desk_visit import HOME, Visit
from bot.web.desk_words import Words
from dialogs.correcting import life
from dialogs.correcting.action import Corrective, Record, Recurred, Stage
from dialogs.tickets.ticket import Ticket
from storage import Connection, correctives, tickets
from storage.correctives import Standing

PLACE = f"{HOME}/corrective"
PAGE = 100
TICKETS = 50  # shown of those that it stands for
ALIKE = 5
TABS: dict[str, tuple[Stage, ...]] = {
    "owed": (Stage.OWED,),
    "planned": (Stage.PLANNED,),
    "running": (Stage.RUNNING,),
    "watched": (Stage.WATCHED,),
    "over": (Stage.PROVED, Stage.DROPPED, Stage.JOINED),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page of one shows, as one state of the database."""

    action: Corrective
    may: tuple[str, ...]
    size: int
    tickets: tuple[Ticket, ...]
    history: tuple[Record, ...]
    alike: tuple[Corrective, ...]
    into: Corrective | None  # what it was joined to
    recurred: Recurred | None
    colleagues: tuple[tuple[str, str], ...]


async def page(visit: Visit) -> Response:
    """GET the actions of a stage, what is due first; `?department=` narrows them."""
    told = visit.request.query_params
    chosen = told.get("stage", "")
    chosen = chosen if chosen in TABS else "owed"
    department = told.get("department", "")
    department = department if department in visit.words.catalogue.departments else ""

    def look(c: Connection) -> tuple[tuple[Corrective, ...], Standing, dict[int, int]]:
        found = correctives.in_stages(c, TABS[chosen], PAGE + 1, department)
        sizes = correctives.sizes(c, [one.id for one in found])
        return found, correctives.standing(c, visit.words.now), sizes

    found, standing, sizes = await visit.door.store.read(look)
    values: dict[str, Any] = {
        "chosen": chosen,
        "department": department,
        "departments": [
            (code, visit.words.department(code)) for code in visit.words.catalogue.departments
        ],
        "tabs": tuple(TABS),
        "counts": {
            tab: sum(standing.by_stage.get(one, 0) for one in stages)
            for tab, stages in TABS.items()
        },
        "late": {tab: sum(standing.late.get(one, 0) for one in TABS[tab]) for tab in TABS},
        "rows": [_row(one, sizes.get(one.id, 0), visit) for one in found[:PAGE]],
        "more": len(found) > PAGE,
    }
    return visit.page("desk_correctives.html", values)


def _row(one: Corrective, size: int, visit: Visit) -> dict[str, Any]:
    words = visit.words
    left, urgency = words.left(one.limit) if one.limit else ("", "")
    return {
        "id": one.id,
        "number": one.number,
        "title": matter(one, words),
        "cause": one.cause,
        "stage": stage(one, words),
        "stage_code": one.stage.value,
        "limit": words.at(one.limit, day=True) if one.limit else "",
        "left": left,
        "urgency": urgency,
        "owner": one.owner_name or words("nobody"),
        "own": bool(one.owner) and one.owner == visit.who.id,
        "department": words.department(one.department) if one.department else "",
        "total": size,
    }


async def action(visit: Visit) -> Response:
    """GET the page of one."""
    return await sheet_page(visit)


async def sheet_page(visit: Visit, tried: Tried | None = None, status: int = 200) -> Response:
    """The page of one, with a form that came back."""
    this = visit.number("id")
    sheet = await visit.door.store.read(lambda c: _sheet(c, this, visit))
    if sheet is None:
        raise HTTPException(404)
    values = _values(sheet, visit, tried or Tried())
    made = visit.request.query_params.get("done", "")
    known = made in {one.act for one in sheet.history}
    said = visit.words.known(f"desk-corrective-act-{made}", "") if known else ""
    values["made"] = visit.words("made", move=said) if said else ""
    return visit.page("desk_corrective.html", values, status)


def _sheet(c: Connection, this: int, visit: Visit) -> Sheet | None:
    found, by, words = correctives.load(c, this), actor(c, visit.who.id), visit.words
    if found is None or by is None:
        return None
    seen = correctives.tickets_of(c, this, TICKETS, reach_of(c, visit.who, words))
    size = correctives.sizes(c, [this]).get(this, 0)
    may = life.may(found, by, words.now)
    may = (*may, SPLIT) if "plan" in may and size > 1 else may
    running = found.stage is Stage.WATCHED and found.recurred is None
    return Sheet(
        action=found,
        may=may,
        size=size,
        tickets=tickets.load_many(c, seen),
        history=correctives.history(c, this),
        alike=correctives.alike(c, found, ALIKE) if "join" in may else (),
        into=correctives.load(c, found.joined) if found.joined else None,
        recurred=correcting.recurred(c, found, words.now, words.stage.house)
        if running
        else found.recurred,
        colleagues=desk_people.colleagues(c, words) if "plan" in may else (),
    )


def _values(sheet: Sheet, visit: Visit, tried: Tried) -> dict[str, Any]:
    words, of = visit.words, sheet.action
    scene = Scene(of, sheet.may, words, sheet.colleagues)
    return {
        "head": head(of, sheet.size, words),
        "returned": of.returned if of.stage is Stage.OWED else "",
        "again": of.rounds > 1,
        "plan": plan(of, words),
        "counted": counted(sheet.recurred, words),
        "counting": of.stage is Stage.WATCHED and of.recurred is None,
        "tickets": [ticket_row(one, visit.who, words) for one in sheet.tickets],
        "left_out": sheet.size - len(sheet.tickets),
        "alike": [_row(one, 0, visit) for one in sheet.alike],
        "into": _row(sheet.into, 0, visit) if sheet.into else None,
        "incident": of.incident,
        "forms": forms(scene, tried),
        "timeline": timeline(sheet.history, words),
        "since": timeline(tried.since, words),
    }


def card(of: Corrective | None, words: Words) -> dict[str, Any] | None:
    """What a ticket's page says of its action."""
    if of is None:
        return None
    left, urgency = words.left(of.limit) if of.limit else ("", "")
    return {
        "id": of.id,
        "number": of.number,
        "stage": stage(of, words),
        "stage_code": of.stage.value,
        "limit": words(f"corrective-limit-{of.stage}") if of.limit else "",
        "left": left,
        "urgency": urgency,
        "cause": of.cause,
        "prevention": of.prevention,
    }
