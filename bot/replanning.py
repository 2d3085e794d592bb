"""Announced work that ends otherwise than was said: who waits for its end is told."""

from datetime import datetime

from bot.incidents import turn
from bot.planned import running
from bot.stage import Work
from dialogs.tickets.ticket import Actor, Role
from storage import planned
from storage.calendar import By


def move_end(work: Work, number: int, ends: datetime, by: By) -> bool:
    """The work ends at another time; all who wait for it are told. False if that was said."""
    moved = planned.move_end(work.c, number, ends, by, work.now)
    if moved:
        _told(work, number, ends, by)
    return moved


def cancel(work: Work, number: int, by: By) -> bool:
    """The work does not take place, or is broken off; who waits for it is told that its end is not
    known, until its incident is put right. False if that was said."""
    cancelled = planned.cancel(work.c, number, by, work.now)
    if cancelled:
        _told(work, number, None, by)
    return cancelled


def _told(work: Work, number: int, ends: datetime | None, by: By) -> None:
    incident = running(work, number)
    if incident is not None:
        lead = Actor(Role.SUPERVISOR, by.staff, by.name)
        turn(work, lead, incident, ("rewrite", {"expected": ends.isoformat() if ends else ""}))
