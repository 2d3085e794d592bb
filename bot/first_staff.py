"""The first people of the desk, made when there is nobody, and the link that lets one in."""

from datetime import datetime, timedelta

from dialogs.model import Language, Phrase
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import Connection, settings, staff

LASTS = timedelta(minutes=10)
BEGUN = "desk.begun"
FIRST = (Role.DIRECTOR, Role.ADMIN)  # a director decides on money, which an admin may not


def link(c: Connection, texts: Texts, language: Language, now: datetime) -> str:
    """A token that signs the first director in once, within ten minutes.

    Makes a director and an admin where the desk has nobody yet.
    """
    settings.first(c, BEGUN, True)  # replicas that start at once wait here for each other
    if not staff.everybody(c):
        for role in FIRST:
            staff.add(c, texts.words(language, Phrase(f"staff-{role}"), now), role)
    working = [one for one in staff.everybody(c) if one.active]
    ranked = sorted(working, key=lambda one: (one.role is not Role.DIRECTOR, one.id))
    return staff.sign_in_link(c, ranked[0].id, now, LASTS) if ranked else ""
