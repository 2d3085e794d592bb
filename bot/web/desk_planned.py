"""The calendar of planned outages at the desk: what is done on the network, where and until when.

Everybody may look; supervisors and above may enter work, move its end and cancel it, and each act
has a name beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import replanning
from bot.desk_acts import actor
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words
from dialogs.incidents.entering import Fault, Typed, moment, order, read, services
from dialogs.incidents.planned import Planned, notice, notice_given
from dialogs.model import Joined
from dialogs.tickets.guards import LEADS
from storage import Connection, planned
from storage.calendar import By
from storage.planned import Entry

PLACE = f"{HOME}/planned"
MOST_TYPED = 1000  # characters
OVER = 50  # shown of what is over
REFUSED = 422
DONE = ("added", "moved", "cancelled", "same")
TYPED = ("areas", "starts", "ends", "announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One piece of work, in words."""

    id: int
    area: str
    services: str
    span: str
    notice: str
    noticed: str  # "ok", "short" or "none"
    words: tuple[str, ...]
    log: tuple[tuple[str, str], ...]  # what was done, and by whom when
    ends: str  # as a field for a time wants it
    cancelled: bool
    free: bool  # it can still be moved or cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed, and what is wrong with it.

    `work` is the entry whose end was typed, 0 for the form of a new one.
    """

    said: Mapping[str, str]
    chosen: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    work: int = 0


async def page(visit: Visit) -> Response:
    """GET what is done now, what is to come and what is over."""
    return await _page(visit, Tried(said={}))


async def add(visit: Visit) -> Response:
    """POST announced work; what cannot be taken comes back with the reasons."""
    form = await visit.request.form(max_files=0, max_fields=30)
    languages = visit.words.catalogue.languages
    said = {name: _said(form, name) for name in (*TYPED, *languages)}
    chosen = tuple(one for one in form.getlist("services") if isinstance(one, str))
    typed = Typed(
        areas=said["areas"],
        services=";".join(chosen),
        starts=said["starts"],
        ends=said["ends"],
        announced=said["announced"],
        words={language: said[language] for language in languages},
    )
    work = read(typed, visit.door.stage.house, visit.words.now)
    if not isinstance(work, Planned):
        wrong = tuple(_fault(one, visit.words) for one in work)
        return await _page(visit, Tried(said=said, chosen=chosen, wrong=wrong), REFUSED)

    def put(c: Connection) -> int:
        return planned.add(c, work, _by(c, visit), visit.words.now).id

    return _back("added", await visit.door.store.write(put))


async def move_end(visit: Visit) -> Response:
    """POST another end, with the reason."""
    which, said = visit.number("id"), await _typed(visit, "ends", "reason")
    ends = moment(said["ends"], visit.door.stage.house)

    def move(c: Connection) -> str:
        by, held = _by(c, visit, said["reason"]), planned.load(c, which)
        if held is None:
            raise HTTPException(404)
        faults = [Fault("ends", "time", said["ends"])] if ends is None else order(held.starts, ends)
        if faults or ends is None:
            return _fault(faults[0], visit.words)
        if not said["reason"].strip():
            return visit.words("planned-no-reason")
        return "" if replanning.move_end(visit.work(c), which, ends, by) else "same"

    why = await visit.door.store.write(move)
    if why in {"", "same"}:
        return _back(why or "moved", which)
    return await _page(visit, Tried(said=said, wrong=(why,), work=which), REFUSED)


async def cancel(visit: Visit) -> Response:
    """POST that it does not take place, with the reason."""
    which, said = visit.number("id"), await _typed(visit, "reason")
    if not said["reason"].strip():
        why = (visit.words("planned-no-reason"),)
        return await _page(visit, Tried(said=said, wrong=why, work=which), REFUSED)

    def call_off(c: Connection) -> bool:
        return replanning.cancel(visit.work(c), which, _by(c, visit, said["reason"]))

    done = await visit.door.store.write(call_off)
    return _back("cancelled" if done else "same", which)


def _by(c: Connection, visit: Visit, reason: str = "") -> By:
    """In whose name; 403 for those who may not."""
    who = actor(c, visit.who.id)
    if who is None or who.role not in LEADS:
        raise HTTPException(403)
    return By(who.name, reason.strip(), who.staff)


def _back(done: str, which: int) -> Response:
    return RedirectResponse(f"{PLACE}?done={done}#w{which}", SEE_OTHER)


async def _page(visit: Visit, tried: Tried, status: int = 200) -> Response:
    now, words = visit.words.now, visit.words

    def look(
        c: Connection,
    ) -> tuple[tuple[Planned, ...], tuple[Planned, ...], tuple[Entry, ...]]:
        coming, over = planned.coming(c, now), planned.past(c, now, OVER)
        return coming, over, planned.history(c, [one.id for one in (*coming, *over)])

    coming, over, entries = await visit.door.store.read(look)
    log: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        log[entry.planned].append(entry)
    groups = (
        ("now", [one for one in coming if one.starts <= now]),
        ("coming", [one for one in coming if one.starts > now]),
        ("over", list(over)),
    )
    empty = dict.fromkeys((*TYPED, *words.catalogue.languages, "reason"), "")
    house, done = words.stage.house, visit.request.query_params.get("done", "")
    values: dict[str, object] = {
        "groups": [(name, [_line(one, log[one.id], words) for one in of]) for name, of in groups],
        "may": visit.who.role in LEADS,
        "tried": tried,
        "said": {**empty, **({} if tried.work else tried.said)},
        "moving": {**empty, **(tried.said if tried.work else {})},
        "least": int(house.catalogue.planned.notice.total_seconds() // 3600),
        "services": [(code, _service(code, words)) for code in services(house)],
        "done": done if done in DONE and not tried.wrong else "",
    }
    return visit.page("desk_planned.html", values, status)


def _line(work: Planned, log: Iterable[Entry], words: Words) -> Line:
    told = notice(work, work.starts, words.catalogue.planned.notice)
    said = words(f"planned-notice-{told}", hours=notice_given(work, work.starts) or 0)
    if work.announced_at is not None:
        said = words("planned-announced", at=words.at(work.announced_at), notice=said)
    return Line(
        id=work.id,
        area=area_words(work.areas, words),
        services=words.of(Joined(tuple(_service(one, words) for one in work.categories))),
        span=words("planned-span", start=words.at(work.starts), end=words.at(work.ends)),
        notice=said,
        noticed=str(told),
        words=tuple(work.words.values()),
        log=tuple(_entry(one, words) for one in log),
        ends=_field(work.ends, words),
        cancelled=work.cancelled_at is not None,
        free=work.cancelled_at is None and work.ends > words.now,
    )


def area_words(areas: Iterable[str], words: Words) -> str:
    """Where, in words; everywhere without any."""
    places = words.stage.house.places
    names = tuple(places.name(one, words.language) for one in areas)
    return words.of(Joined(names)) if names else words("planned-everywhere")


def _service(code: str, words: Words) -> str:
    known = words.catalogue.categories.get(code)
    return words.of(known.label) if known else code


def _entry(one: Entry, words: Words) -> tuple[str, str]:
    match one.what:
        case "moved" if one.was is not None and one.became is not None:
            what = words("planned-log-moved", was=words.at(one.was), became=words.at(one.became))
        case "cancelled":
            what = words("planned-log-cancelled")
        case _:
            what = words("planned-log-added")
    why = words("planned-why", reason=one.reason) if one.reason else ""
    return f"{what} {why}".strip(), words("planned-by", name=one.name, at=words.at(one.at))


def _fault(fault: Fault, words: Words) -> str:
    """What is wrong, in words that say how to mend it."""
    name = words(f"planned-{'words' if fault.reason == 'words' else fault.field}")
    places = words.stage.house.places
    choices = tuple(f"{places.name(one, words.language)} {one}" for one in fault.choices)
    said, listed = fault.said[:60], words.of(Joined(choices)) if choices else ""
    return words(f"planned-wrong-{fault.reason}", field=name, said=said, choices=listed)


def _field(at: datetime, words: Words) -> str:
    """A moment as a field for local times keeps it."""
    return f"{at.astimezone(ZoneInfo(words.stage.house.zone)):%Y-%m-%dT%H:%M}"


def _said(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value[:MOST_TYPED] if isinstance(value, str) else ""


async def _typed(visit: Visit, *names: str) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=10)
    return {name: _said(form, name) for name in names}
