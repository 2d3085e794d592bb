"""What is pressed on the pages of the staff: somebody new, other roles, shifts, absences, loads."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import staffing
from bot.handing_over import FREE, Handing, hand_over
from bot.staffing import New
from bot.web.desk_people import minute
from bot.web.desk_staff import PLACE, REASONS, Tried, list_page, person_page
from bot.web.desk_visit import SEE_OTHER, Visit
from bot.web.desk_words import Words
from dialogs.model import Phrase
from dialogs.tickets.guards import LEADS
from dialogs.tickets.ticket import Role
from storage import Connection, rota, staff
from storage.rota import Absence, Shift

MOST_TYPED = 400  # characters
REFUSED, CREATED = 422, 201
FARTHEST = timedelta(days=366)  # how far ahead an absence may begin or end


async def add(visit: Visit) -> Response:
    """POST somebody new: their page, with a link that signs them in once."""
    typed = await _typed(visit)
    new, wrong = _new(typed, visit.words)
    if wrong or new is None:
        return await _back(visit, wrong or Phrase("desk-staff-above"), typed)
    made = await visit.door.store.write(lambda c: staffing.add(c, visit.who, new, visit.words.now))
    if isinstance(made, Phrase):
        return await _back(visit, made, typed)
    token = await visit.door.store.write(
        lambda c: staffing.link(c, visit.who, made, visit.words.now)
    )
    tried = Tried(form="added", link=_address(visit, token))
    return await person_page(visit, made, tried, CREATED)


async def _back(visit: Visit, why: Phrase, typed: dict[str, str]) -> Response:
    tried = Tried(form="add", why=visit.words.of(why), typed=typed)
    return await list_page(visit, tried, REFUSED)


async def link(visit: Visit) -> Response:
    """POST: a fresh link for somebody, shown this once."""
    this = visit.number("id")
    token = await visit.door.store.write(
        lambda c: staffing.link(c, visit.who, this, visit.words.now)
    )
    if not token:
        raise HTTPException(403)
    return await person_page(visit, this, Tried(form="link", link=_address(visit, token)))


def _address(visit: Visit, token: str) -> str:
    base = visit.door.public_url or str(visit.request.base_url)
    return f"{base.rstrip('/')}/desk?once={token}"


async def change(visit: Visit) -> Response:
    """POST another role, department or other provinces."""
    this, typed = visit.number("id"), await _typed(visit)
    new, wrong = _new({**typed, "name": "-"}, visit.words)
    if wrong or new is None:
        return await _refused(visit, "change", wrong or Phrase("desk-staff-above"), typed)
    return await _made(
        visit, "change", "changed", lambda c: staffing.change(c, visit.who, this, new, _now(visit))
    )


def _new(typed: Mapping[str, str], words: Words) -> tuple[New | None, Phrase | None]:
    """What was typed about a person, or what is wrong with it."""
    role, department = typed.get("role", ""), typed.get("department", "")
    if role not in staffing.ROLES or (department and department not in words.catalogue.departments):
        raise HTTPException(400)
    said = typed.get("areas", "").replace(",", " ").replace("，", " ").replace("、", " ").split()
    found, none = staffing.provinces(said, words.stage.house.places)
    if none:
        return None, Phrase("desk-staff-no-province", {"said": none[:40]})
    return New(typed.get("name", "").strip(), Role(role), department, found), None


async def shifts(visit: Visit) -> Response:
    """POST the week in which they work; no times at all: at any time."""
    this, typed = visit.number("id"), await _typed(visit)
    week, wrong = _week(typed)
    if wrong:
        return await _refused(visit, "shifts", wrong, typed)

    def keep(c: Connection) -> Phrase | None:
        if why := _kept_from(c, visit, this, own=False):
            return why
        rota.work(c, this, week)
        staff.note(c, this, [("shifts", "", "")], visit.who.id, _now(visit))
        return None

    return await _made(visit, "shifts", "shifts", keep)


def _week(typed: Mapping[str, str]) -> tuple[list[Shift], Phrase | None]:
    found = []
    for day in range(7):
        said = [typed.get(f"{key}-{day}", "") for key in ("starts", "ends")]
        if not any(said):
            continue
        starts, ends = (minute(one) for one in said)
        if starts is None or ends is None:
            return [], Phrase("desk-staff-no-times")
        found.append(Shift(day, starts, ends))
    return found, None


async def absent(visit: Visit) -> Response:
    """POST that they are absent: from when, until when, why, and who stands in."""
    this, typed = visit.number("id"), await _typed(visit)
    new, wrong = _absence(this, typed, visit)
    if wrong or new is None:
        return await _refused(visit, "absent", wrong or Phrase("desk-absence-no-dates"), typed)

    def keep(c: Connection) -> Phrase | None:
        if why := _kept_from(c, visit, this, own=True):
            return why
        stand_in = staff.load(c, new.stand_in) if new.stand_in else None
        if new.stand_in and (stand_in is None or not stand_in.active or stand_in.id == this):
            return Phrase("not-allowed-nobody")
        rota.put(c, new, visit.who.id, _now(visit))
        staff.note(c, this, [("absent", "", "")], visit.who.id, _now(visit))
        return None

    return await _made(visit, "absent", "absent", keep)


def _absence(
    this: int, typed: Mapping[str, str], visit: Visit
) -> tuple[Absence | None, Phrase | None]:
    """From the first day (today: from now on) to the end of the last one, if there is one."""
    now, zone = _now(visit), ZoneInfo(visit.words.stage.house.zone)
    first, last = _day(typed.get("starts", "")), _day(typed.get("ends", ""))
    reason, stand_in = typed.get("reason", ""), typed.get("stand_in", "")
    if reason not in REASONS:
        raise HTTPException(400)
    today = now.astimezone(zone).date()
    if first is None or first < today or (typed.get("ends") and (last is None or last < first)):
        return None, Phrase("desk-absence-no-dates")
    if max(first, last or first) > today + FARTHEST:
        return None, Phrase("desk-absence-no-dates")
    starts = now if first == today else _midnight(first, zone)
    ends = _midnight(last + timedelta(days=1), zone) if last else None
    to = int(stand_in) if stand_in.isascii() and stand_in.isdecimal() else None
    new = Absence(id=0, staff=this, starts=starts, ends=ends, reason=reason, stand_in=to)
    return new, None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


async def back(visit: Visit) -> Response:
    """POST that they are back, or do not go after all."""
    this, which = visit.number("id"), visit.number("absence")

    def end(c: Connection) -> Phrase | None:
        if why := _kept_from(c, visit, this, own=True):
            return why
        found = rota.absence_of(c, which)
        if found is None or found.staff != this:
            return Phrase("desk-absence-gone")
        rota.end(c, found, _now(visit))
        staff.note(c, this, [("back", "", "")], visit.who.id, _now(visit))
        return None

    return await _made(visit, "absent", "back", end)


async def load(visit: Visit) -> Response:
    """POST to whom all their open tickets go."""
    this, typed = visit.number("id"), await _typed(visit)
    wrong = await _give(visit, this, typed)
    return wrong or RedirectResponse(f"{PLACE}/{this}?done=handed", SEE_OTHER)


async def _give(visit: Visit, this: int, typed: dict[str, str]) -> Response | None:
    """Hand their tickets over; the page where some stayed, None where all went."""
    said = typed.get("to", "")
    if not (said == "free" or (said.isascii() and said.isdecimal() and len(said) < 18)):
        return await _refused(visit, "load", Phrase("not-allowed-nobody"), typed)
    to = FREE if said == "free" else int(said)
    words = typed.get("words", "").strip()
    handed = await hand_over(visit.door, Handing(visit.who.id, this, to, words))
    if not handed.stayed and not handed.left:
        return None
    return await person_page(visit, this, Tried(form="load", handed=handed, typed=typed), REFUSED)


async def leave(visit: Visit) -> Response:
    """POST that they work here no longer, and to whom their open tickets go."""
    this, typed = visit.number("id"), await _typed(visit)
    found = await visit.door.store.read(lambda c: staff.load(c, this))
    if found is None:
        raise HTTPException(404)
    if typed.get("to") and staffing.may_change(visit.who, found) and this != visit.who.id:
        stopped = await _give(visit, this, typed)
        if stopped is not None:
            return stopped
    return await _made(
        visit, "leave", "left", lambda c: staffing.leave(c, visit.who, this, _now(visit))
    )


async def come_back(visit: Visit) -> Response:
    """POST that they work here again."""
    this = visit.number("id")
    return await _made(
        visit, "leave", "returned", lambda c: staffing.come_back(c, visit.who, this, _now(visit))
    )


def _kept_from(c: Connection, visit: Visit, this: int, *, own: bool) -> Phrase | None:
    """Why this person's times are not theirs to say, None if they are. `own`: one's own are."""
    by, of = staff.load(c, visit.who.id), staff.load(c, this)
    if by is None or not by.active or of is None:
        return Phrase("not-allowed-role")
    mine = own and by.id == this
    return None if mine or by.role in LEADS else Phrase("not-allowed-role")


async def _made(
    visit: Visit, form: str, done: str, change_it: Callable[[Connection], Phrase | None]
) -> Response:
    """Change it, and show the page again: with what was done, or why it was not."""
    this = visit.number("id")
    why = await visit.door.store.write(change_it)
    if why is not None:
        return await _refused(visit, form, why, await _typed(visit))
    return RedirectResponse(f"{PLACE}/{this}?done={done}", SEE_OTHER)


async def _refused(visit: Visit, form: str, why: Phrase, typed: dict[str, str]) -> Response:
    tried = Tried(form=form, why=visit.words.of(why), typed=typed)
    return await person_page(visit, visit.number("id"), tried, REFUSED)


def _now(visit: Visit) -> datetime:
    return visit.words.now


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=40)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
