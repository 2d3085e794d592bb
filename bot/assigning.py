"""Who may be given a ticket: a colleague who works here and is there; and who may take one."""

from bot.siblings import TAKING
from bot.stage import Work
from dialogs.model import Json, Moment, Move, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.ticket import Actor
from storage import rota, staff
from storage.rota import Absence
from storage.staff import Staff

ASSIGN = "assign"


def kept_from(work: Work, by: Actor, order: Move) -> Phrase | None:
    """Why nobody gets a ticket by this move: who would is absent; None where nothing hinders."""
    if order.name in TAKING:
        away = rota.absent(work.c, by.staff, work.now)
        return _absent(away) if away else None
    to = _to(work, order)
    if order.name != ASSIGN or to is None:
        return None
    away = rota.absent(work.c, to.id, work.now)
    return Phrase("not-allowed-absent-other", {"name": to.name}) if away else None


def _absent(away: Absence) -> Phrase:
    """That they are absent, and until when where that is known."""
    if away.ends is None:
        return Phrase("not-allowed-absent-open")
    return Phrase("not-allowed-absent", {"until": Moment(away.ends)})


def named(work: Work, order: Move) -> Move:
    """A ticket is given by the id alone; name and department are those on record."""
    if order.name != ASSIGN:
        return order
    to = _to(work, order)
    fields: dict[str, Json] = {"staff": to.id, "name": to.name} if to else {}
    if to is not None and to.department:
        fields["department"] = to.department
    words = read.words(order.fields, "words")
    return Move(order.ticket, ASSIGN, {**fields, "words": words} if words else fields)


def _to(work: Work, order: Move) -> Staff | None:
    """Who is to get it, if they work here."""
    found = staff.load(work.c, read.whole(order.fields, "staff") or 0)
    return found if found is not None and found.active else None
