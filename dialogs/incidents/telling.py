"""What a word to all comes to for one child, as it stands when its turn comes. Nothing acts."""

from collections.abc import Mapping

from dialogs.catalogue import Catalogue
from dialogs.incidents.incident import Broadcast, Incident, News
from dialogs.model import Json, Move
from dialogs.tickets.lifecycle import UNDECIDED
from dialogs.tickets.ticket import State, Ticket

REPAIR = frozenset({"repair", "record"})  # wishes that are met once it works again
FIXABLE = frozenset(UNDECIDED) - {State.NEGOTIATING}
ANSWERED = frozenset({State.AWAITING_CONFIRM, State.SURVEY, State.CLOSED})


def news_for(ticket: Ticket, word: Broadcast) -> Move | None:
    """The bot's move that tells this child; None where it does not concern it, or it knows.

    Who ended is told only what all get; who is offered something of their own already hears
    nothing of the offer to all: that is between them and whoever has the ticket.
    """
    if ticket.incident != word.incident or ticket.heard >= word.id:
        return None
    name = _move(ticket, word)
    if not name:
        return None
    fields: dict[str, Json] = {**word.fields, "seq": word.id, "broadcast": word.id}
    if word.news is News.DISMISSED:
        fields["quiet"] = not ticket.heard
    return Move(ticket.id, name, fields)


def _move(ticket: Ticket, word: Broadcast) -> str:
    match word.news:
        case News.FOUND:
            return "incident_found" if ticket.open else ""
        case News.NOTE:
            waits = ticket.open and ticket.state is not State.AWAITING_CONFIRM
            return "incident_note" if waits else ""
        case News.FIXED:
            if not ticket.open or ticket.state is State.AWAITING_CONFIRM:
                return ""
            checks = ticket.state in FIXABLE and wants_repair_alone(ticket)
            return "incident_fixed" if checks and word.fields.get("fault") else "incident_back"
        case News.SETTLED:
            if ticket.state in UNDECIDED:
                return "incident_settled"
            return "incident_credited" if ticket.state in ANSWERED else ""
        case News.DISMISSED:
            return "part" if ticket.open else ""


def wants_repair_alone(ticket: Ticket) -> bool:
    """Whether all that was wished is that it works again."""
    return {one.code for one in ticket.filing.wishes} <= REPAIR


def fields_of(incident: Incident, catalogue: Catalogue) -> dict[str, Json]:
    """What every word on the incident carries, so that it can be said without it."""
    words: dict[str, Json] = {**_words(incident, catalogue)}
    areas: list[Json] = list(incident.areas)
    found: dict[str, Json] = {
        "incident": incident.id,
        "fault": incident.fault,
        "planned": incident.planned > 0,
        "words": words,
        "areas": areas,
        "owner": incident.owner,
        "owner_name": incident.owner_name,
        "expected": incident.expected.isoformat() if incident.expected else "",
    }
    if incident.fixed_at:
        found["at"] = incident.fixed_at.isoformat()
    if incident.offer:
        found["items"] = [
            {
                "code": one.code,
                "words": one.words,
                "minor": one.minor,
                "due": one.due.isoformat() if one.due else "",
            }
            for one in incident.offer
        ]
        found["finding"] = words
        found["liability"] = incident.liability
        found["by"] = incident.owner_name
    return found


def _words(incident: Incident, catalogue: Catalogue) -> Mapping[str, str]:
    """The one wording: its owner's, else that of the rule which found it."""
    if incident.words:
        return incident.words
    rule = next((one for one in catalogue.batches if one.code == incident.rule), None)
    return rule.words.words if rule is not None and rule.words is not None else {}


def standing(incident: Incident) -> News | None:
    """What a child that joins now is told of how it stands; None while nobody was told."""
    if incident.told_at is None:
        return None
    if incident.running:
        return News.FOUND
    return News.SETTLED if incident.settled_at else News.FIXED
