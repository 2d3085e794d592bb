"""The staff at the desk: who works here as what, who is there, who stands in; one page each.

Everybody may look, and say that they themselves are absent; leads change the rest, as far as
`bot.staffing` lets them.
"""

from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import staffing
from bot.handing_over import Handed
from bot.web import desk_people, desk_queue
from bot.web.desk_visit import HOME, Visit
from bot.web.desk_words import Words
from dialogs.texts import weekday_names
from dialogs.tickets.guards import LEADS
from dialogs.tickets.ticket import Ticket
from storage import Connection, rota, staff, tickets
from storage.rota import Absence, Rota
from storage.staff import Entry, Staff

PLACE = f"{HOME}/staff"
SHOWN = 20  # tickets of a person's load, and lines of their history
ABSENCES = 8
EMPTY = {"starts": "", "ends": "", "words": "", "areas": ""}
REASONS = ("leave", "sick", "training", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What was pressed before: why it was not taken and what was typed, or what came of it."""

    form: str = ""
    why: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    link: str = ""  # a sign-in link, shown this once
    handed: Handed | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One person with all that their page shows, as one state of the database."""

    of: Staff
    everybody: tuple[Staff, ...]
    known: Rota
    here: tuple[Staff, ...]
    absences: tuple[Absence, ...]
    load: int
    tickets: tuple[Ticket, ...]
    history: tuple[Entry, ...]


async def page(visit: Visit) -> Response:
    """GET everybody."""
    return await list_page(visit)


async def list_page(visit: Visit, tried: Tried | None = None, status: int = 200) -> Response:
    """Everybody, with the form for somebody new as it came back."""
    words = visit.words

    def look(c: Connection) -> tuple[tuple[Staff, ...], Rota, dict[int, int]]:
        known = rota.load(c, words.now, words.stage.house.zone)
        return staff.everybody(c), known, staff.loads(c)

    everybody, known, loads = await visit.door.store.read(look)
    names = desk_people.named(everybody)
    rows = [_row(one, known, names, loads, words) for one in desk_people.ranked(everybody)]
    values: dict[str, Any] = {
        "rows": [row for row in rows if row["code"] != "left"],
        "gone": [row for row in rows if row["code"] == "left"],
        "days": [name for _, name in desk_people.days(words)],
        "roles": _roles(visit),
        "departments": departments(words),
        "tried": tried or Tried(),
        "typed": {"name": "", "role": "", "department": "", "areas": ""}
        | (tried.typed if tried else {}),
    }
    return visit.page("desk_staff.html", values, status)


def _row(
    of: Staff, known: Rota, names: dict[int, str], loads: dict[int, int], words: Words
) -> dict[str, Any]:
    there = desk_people.standing(of, known, names, words)
    return {
        "id": of.id,
        "name": of.name,
        "role": words.role(of.role),
        "department": words.department(of.department) if of.department else "",
        "areas": desk_people.areas(of, words),
        "code": there.code,
        "there": there.words,
        "load": loads.get(of.id, 0),
        "week": desk_people.week(of, known, words),
    }


def _roles(visit: Visit) -> list[tuple[str, str]]:
    """The roles that whoever looks may give, none for those who may give none."""
    return [(one.value, visit.words.role(one)) for one in staffing.gives(visit.who)]


def departments(words: Words) -> list[tuple[str, str]]:
    """All departments, as a form's options."""
    return [(one.code, words.of(one.label)) for one in words.catalogue.departments.values()]


async def person(visit: Visit) -> Response:
    """GET one person."""
    return await person_page(visit, visit.number("id"))


async def person_page(
    visit: Visit, this: int, tried: Tried | None = None, status: int = 200
) -> Response:
    """One person, with what came of what was pressed before."""
    seen = await _read(visit, this)
    values = _values(seen, visit, tried or Tried())
    return visit.page("desk_person.html", values, status)


async def _read(visit: Visit, this: int) -> Seen:
    words = visit.words

    def look(c: Connection) -> Seen | None:
        of = staff.load(c, this)
        if of is None:
            return None
        known = rota.load(c, words.now, words.stage.house.zone)
        load = staff.load_of(c, this)
        return Seen(
            of,
            staff.everybody(c),
            known,
            rota.here(c, known, words.now),
            rota.absences(c, this, ABSENCES),
            len(load),
            tickets.load_many(c, load[:SHOWN]),
            staff.history(c, this, SHOWN),
        )

    seen = await visit.door.store.read(look)
    if seen is None:
        raise HTTPException(404)
    return seen


def _values(seen: Seen, visit: Visit, tried: Tried) -> dict[str, Any]:
    of, words = seen.of, visit.words
    names = desk_people.named(seen.everybody)
    others = [one for one in seen.everybody if one.active and one.id != of.id]
    lead = visit.who.role in LEADS
    may = lead and staffing.may_change(visit.who, of)
    done = visit.request.query_params.get("done", "")
    return {
        "of": of,
        "there": desk_people.standing(of, seen.known, names, words),
        "role": words.role(of.role),
        "department": words.department(of.department) if of.department else "",
        "areas": desk_people.areas(of, words),
        "area_words": " ".join(words.province(one) or one for one in of.areas),
        "may": may,
        "own": of.id == visit.who.id,
        "may_rota": lead or of.id == visit.who.id,
        "private": lead or of.id == visit.who.id,
        "lead": lead,
        "roles": _roles(visit),
        "departments": departments(words),
        "week": shifts(of, seen.known, tried, words),
        "absences": [_absence(one, names, words) for one in seen.absences],
        "today": desk_people.today(words).isoformat(),
        "reasons": [(one, words(f"absence-{one}")) for one in REASONS],
        "others": [(one.id, one.name) for one in others],
        "takers": [
            (one.id, desk_people.option(one, seen.known, words))
            for one in seen.here
            if one.id != of.id
        ],
        "load": seen.load,
        "rows": [desk_queue.row(one, visit.who, words) for one in seen.tickets],
        "history": [_entry(one, words) for one in seen.history] if lead else [],
        "tried": tried,
        "typed": EMPTY | tried.typed,
        "stayed": _stayed(tried, words),
        "done": done if done in DONE and not tried.why else "",
    }


DONE = ("changed", "shifts", "absent", "back", "left", "returned", "handed")


def shifts(of: Staff, known: Rota, tried: Tried, words: Words) -> list[dict[str, str]]:
    """The form of a week: a row a day, as it is or as it was typed."""
    theirs = {one.weekday: one for one in known.shifts.get(of.id, ())}
    made: list[dict[str, str]] = []
    for day, (_, name) in enumerate(weekday_names(words.language)):
        one = theirs.get(day)
        starts = desk_people.clock(one.starts) if one else ""
        ends = desk_people.clock(one.ends) if one else ""
        if tried.form == "shifts":
            starts, ends = (tried.typed.get(f"{key}-{day}", "") for key in ("starts", "ends"))
        made.append({"day": str(day), "name": name, "starts": starts, "ends": ends})
    return made


def _absence(of: Absence, names: dict[int, str], words: Words) -> dict[str, Any]:
    over = of.ends is not None and of.ends <= words.now
    ends = words.at(desk_people.last_moment(of.ends)) if of.ends else words("absence-no-end")
    state = "over" if over else "now" if of.at(words.now) else "coming"
    return {
        "id": of.id,
        "span": words("absence-span", start=words.at(of.starts), end=ends),
        "reason": words(f"absence-{of.reason}"),
        "stand_in": words("staff-instead", name=names[of.stand_in]) if of.stand_in else "",
        "state": state,
        "code": words(f"absence-is-{state}"),
        "open": not over,
    }


def _entry(one: Entry, words: Words) -> dict[str, str]:
    was, became = (_said(one.what, said, words) for said in (one.was, one.became))
    what = words(f"staff-did-{one.what}")
    change = words("staff-change", was=was or words("words-nothing"), became=became)
    plain = one.what not in {"role", "department", "areas"}
    return {
        "at": words.at(one.at),
        "by": one.by or words("keys-command"),
        "what": f"{what} {became}".strip() if plain else f"{what} {change}",
    }


def _said(what: str, said: str, words: Words) -> str:
    """A role, a department or provinces in words."""
    if what in {"role", "added"}:
        return words.known(f"role-{said}", said)
    if what == "department":
        return words.department(said) if said else ""
    if what == "areas":
        return " ".join(words.province(one) or one for one in said.split())
    return said


def _stayed(tried: Tried, words: Words) -> list[tuple[str, str]]:
    if tried.handed is None:
        return []
    return [(one.number, words.of(one.why)) for one in tried.handed.stayed]
