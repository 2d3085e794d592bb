"""A ticket joins an incident, and is told once how that stands."""

from datetime import datetime

from bot.orders import Effects, moved
from bot.stage import Work
from dialogs.incidents.incident import Broadcast, Incident
from dialogs.incidents.telling import fields_of, news_for, standing
from dialogs.model import Json, Move
from dialogs.tickets.moves import BOT
from dialogs.tickets.ticket import Ticket
from dialogs.values import replace
from storage import broadcasts, incidents


def join(work: Work, ticket: Ticket, incident: int, *, by: str = "", mass: bool = False) -> Effects:
    """Make the ticket a child of the incident; its notices are in what comes back.

    `by`: the name of who of the staff adds it. `mass`: one of many that join at once, whose
    messages go with those to many.
    """
    found = incidents.hold(work.c, incident)
    fields: dict[str, Json] = {}
    if found is not None and found.live:
        fields = _fields(work, ticket, found, mass) | ({"name": by} if by else {})
    return moved(work, ticket, Move(ticket.id, "join_incident", fields), BOT)


def _fields(work: Work, ticket: Ticket, incident: Incident, mass: bool) -> dict[str, Json]:
    last = broadcasts.last(work.c, incident.id)
    fields: dict[str, Json] = {
        "incident": incident.id,
        "number": incident.number,
        "department": incident.department,
        "seq": last,
    }
    told = _told(work, ticket, incident, last, work.now)
    if told is not None:
        said = {name: one for name, one in told.fields.items() if name != "broadcast"}
        fields |= {"tell": told.name, "told": {**said, "mass": True} if mass else said}
    return fields


def _told(work: Work, ticket: Ticket, incident: Incident, last: int, now: datetime) -> Move | None:
    """The move that says how the incident stands now, to one who joins it."""
    news = standing(incident)
    if news is None:
        return None
    word = Broadcast(
        id=max(last, 1),
        incident=incident.id,
        news=news,
        at=now,
        staff=0,
        name="",
        fields=fields_of(incident, work.stage.house.catalogue),
    )
    return news_for(replace(ticket, incident=incident.id, heard=0), word)
