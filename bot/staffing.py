"""Who works at the desk, and as what: what the desk's pages and `redress staff` have in common.

Nobody gives a role above their own, nor changes somebody of such a role; an administrator, who has
no right on money, may give all. Commands may do everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.first_staff import LASTS
from dialogs.model import Phrase
from dialogs.tickets.ticket import Role
from dialogs.understand.places import Places
from storage import Connection, staff
from storage.staff import Staff

ROLES = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)
MOST_NAME = 40  # characters
GIVES: Mapping[Role, tuple[Role, ...]] = {
    Role.SUPERVISOR: ROLES[:2],
    Role.DIRECTOR: ROLES[:4],
    Role.ADMIN: ROLES,
}
LASTING = (Role.DIRECTOR, Role.ADMIN)  # who decides on money, who lets people in: one stays


@dataclass(frozen=True, slots=True)
class New:
    """What is known of a person: `areas` are codes of provinces, () for all."""

    name: str
    role: Role
    department: str = ""
    areas: tuple[str, ...] = ()


def gives(by: Staff | None) -> tuple[Role, ...]:
    """The roles that this person may give; all of them by command."""
    return ROLES if by is None else GIVES.get(by.role, ())


def add(c: Connection, by: Staff | None, new: New, now: datetime) -> int | Phrase:
    """Somebody new works here; returns their id, or why not."""
    if by is not None:
        if new.role not in gives(by):
            return Phrase("desk-staff-above")
        if not new.name or len(new.name) > MOST_NAME:
            return Phrase("desk-staff-no-name")
        if any(one.active and one.name == new.name for one in staff.everybody(c)):
            return Phrase("desk-staff-there", {"name": new.name})
    made = staff.add(c, new.name, new.role, new.department, new.areas)
    staff.note(c, made, [("added", "", new.role.value)], by.id if by else None, now)
    return made


def change(c: Connection, by: Staff, this: int, to: New, now: datetime) -> Phrase | None:
    """Another role, department or other provinces; why not, or None once it is done."""
    known = staff.load(c, this)
    why = _kept_from(c, by, known)
    if why or known is None:
        return why
    if to.role is not known.role:
        if this == by.id or to.role not in gives(by):
            return Phrase("desk-staff-own-role" if this == by.id else "desk-staff-above")
        if last := _last(c, known):
            return last
    made = [
        (what, was, became)
        for what, was, became in (
            ("role", known.role.value, to.role.value),
            ("department", known.department, to.department),
            ("areas", " ".join(known.areas), " ".join(to.areas)),
        )
        if was != became
    ]
    staff.change(c, this, to.role, to.department, to.areas)
    staff.note(c, this, made, by.id, now)
    return None


def leave(c: Connection, by: Staff, this: int, now: datetime) -> Phrase | None:
    """They work here no longer, and are signed out everywhere; why not, or None once it is so."""
    known = staff.load(c, this)
    why = _kept_from(c, by, known)
    if why or known is None:
        return why
    if this == by.id:
        return Phrase("desk-staff-not-oneself")
    if why := _last(c, known):
        return why
    if left := len(staff.load_of(c, this)):
        return Phrase("desk-staff-has-tickets", {"count": left})
    staff.active(c, this, working=False)
    staff.shut_out(c, this)
    staff.note(c, this, [("left", "", "")], by.id, now)
    return None


def come_back(c: Connection, by: Staff, this: int, now: datetime) -> Phrase | None:
    """They work here again, as what they were; why not, or None once it is so."""
    known = staff.load(c, this)
    why = _kept_from(c, by, known)
    if why or known is None:
        return why
    if any(one.active and one.name == known.name for one in staff.everybody(c)):
        return Phrase("desk-staff-there", {"name": known.name})
    staff.active(c, this, working=True)
    staff.note(c, this, [("returned", "", "")], by.id, now)
    return None


def may_change(by: Staff, known: Staff) -> bool:
    """Whether this person may say what becomes of that one."""
    return known.role in gives(by)


def _kept_from(c: Connection, by: Staff, known: Staff | None) -> Phrase | None:
    """Why `by` may change nothing about this person, None if they may.

    Who asks is read again, so that a right taken away a moment ago counts.
    """
    now = staff.load(c, by.id)
    if known is None or now is None or not now.active:
        return Phrase("not-allowed-role")
    return None if may_change(now, known) else Phrase("desk-staff-above")


def _last(c: Connection, known: Staff) -> Phrase | None:
    """That nobody else has the role, where somebody must."""
    others = (one for one in staff.everybody(c) if one.active and one.id != known.id)
    if known.role not in LASTING or any(one.role is known.role for one in others):
        return None
    return Phrase("desk-staff-last", {"role": Phrase(f"role-{known.role}")})


def province(said: str, places: Places) -> str:
    """The code of a province named by code or by name, "" where it is none."""
    code = places.resolve(said).province or (said if said.endswith("0000") else "")
    return code if code and places.name(code, "en") else ""


def provinces(said: Sequence[str], places: Places) -> tuple[tuple[str, ...], str]:
    """The codes of provinces named so, and the first that is none ("" where all are)."""
    found = [(one, province(one, places)) for one in said]
    wrong = next((one for one, code in found if not code), "")
    return tuple(dict.fromkeys(code for _, code in found if code)), wrong


def link(c: Connection, by: Staff, this: int, now: datetime) -> str:
    """A token that signs them in once within ten minutes; "" where `by` may not give it."""
    known = staff.load(c, this)
    if _kept_from(c, by, known) or known is None or not known.active:
        return ""
    staff.note(c, this, [("link", "", "")], by.id, now)
    return staff.sign_in_link(c, this, now, LASTS)
