"""What staff do with an incident, each in one transaction: an act, and what all are told by it.

Who acts is read again inside the transaction, so that a right taken away a moment ago counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import posting
from bot.desk_acts import Made, Outcome, Overtaken, Refused, actor
from bot.joining import join as joined
from bot.orders import Conflict, move
from bot.stage import Work
from dialogs.house import House
from dialogs.incidents import life, limits
from dialogs.incidents.incident import Incident, News, Record, Stage
from dialogs.incidents.telling import fields_of
from dialogs.model import Json, Move, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.guards import LEADS
from dialogs.tickets.pressing import PRESSED, presses
from dialogs.tickets.ticket import Actor
from storage import broadcasts, incidents, tasks, tickets

BEFORE = timedelta(minutes=30)  # what was filed so shortly before is taken for one of it
MANY = 1000  # open tasks on incidents
NO_RIGHT = Refused(Phrase("not-allowed-role"))
NOT_THERE = Refused(Phrase("not-allowed-no-incident"))


@dataclass(frozen=True, slots=True)
class Opened:
    """An incident was opened; its children join with the next tick, and are told then."""

    incident: Incident


def open_by_hand(work: Work, who: int, fields: Mapping[str, Json]) -> Opened | Refused:
    """A lead opens an incident.

    Fields: categories; subtypes, areas, campaign, department, words {language: text}, expected,
    fault (false: no service is down), began (when it did: half an hour ago if not said).
    """
    by, made = actor(work.c, who), by_hand(work, who, fields)
    if by is None or isinstance(made, Refused):
        return made if isinstance(made, Refused) else NO_RIGHT
    kept = incidents.insert_new(work.c, made, work.stage.house.zone)
    if kept is None:
        return NOT_THERE
    line = Record(at=work.now, act="open", staff=by.staff, name=by.name, detail=dict(fields))
    incidents.note(work.c, kept.id, line)
    return Opened(kept)


def by_hand(work: Work, who: int, fields: Mapping[str, Json]) -> Incident | Refused:
    """The incident that these fields would open, not kept yet: who fits can be looked at first."""
    by = actor(work.c, who)
    if by is None or by.role not in LEADS:
        return NO_RIGHT
    if presses(dict(fields)):
        return Refused(PRESSED.words)
    made = _by_hand(fields, by, work.now, work.stage.house)
    return Refused(made.words) if isinstance(made, NotAllowed) else made


def _by_hand(
    fields: Mapping[str, Json], by: Actor, now: datetime, house: House
) -> Incident | NotAllowed:
    known = house.catalogue
    categories = read.strings(fields, "categories")
    if not categories or any(one not in known.categories for one in categories):
        return NotAllowed("not-allowed-incident-category")
    began = life.past(fields, "began", now - timedelta(days=7), now) or now - BEFORE
    bare = Incident(
        id=0,
        number="",
        revision=1,
        stage=Stage.OPEN,
        source="staff",
        categories=categories,
        subtypes=read.strings(fields, "subtypes"),
        began_at=began,
        found_at=now,
        confirmed_at=now,
        fault=fields.get("fault") is not False
        and all(known.categories[one].repair for one in categories),
        department=known.categories[categories[0]].department,
        owner=by.staff,
        owner_name=by.name,
    )
    made = life.reworded(life.Doing(bare, by, now, house, fields))
    return made if isinstance(made, NotAllowed) else limits.timed(made, known, now)


def act(work: Work, who: int, order: tuple[int, str, Mapping[str, Json]], expected: int) -> Outcome:
    """An act on an incident that is still at revision `expected`.

    `order`: its id, the act's name, its fields as `dialogs.incidents.life` tells them.
    """
    number, name, fields = order
    by, found = actor(work.c, who), incidents.load(work.c, number)
    if by is None or found is None:
        return NO_RIGHT if by is None else NOT_THERE
    if found.revision != expected:
        return Overtaken(())
    return turn(work, by, found, (name, fields))


def turn(work: Work, by: Actor, found: Incident, order: tuple[str, Mapping[str, Json]]) -> Outcome:
    """An act, by its name and fields, on an incident as it was loaded in this transaction."""
    name, fields = order
    turned = life.act(found, name, fields, by, work.now, work.stage.house)
    if isinstance(turned, NotAllowed):
        return Refused(turned.words)
    after = limits.timed(turned.incident, work.stage.house.catalogue, work.now)
    if not incidents.save(work.c, found, after):
        return Overtaken(())
    incidents.note(work.c, found.id, turned.record)
    _seen_to(work, found.number, by)
    if turned.news is not None:
        _announce(work, after, turned.news, turned.detail, by)
    return Made()


def _seen_to(work: Work, number: str, by: Actor) -> None:
    """Somebody is at it: what leads were asked about it is answered."""
    for one in tasks.of_kinds(work.c, limits.TASKS, MANY):
        if one.task.words == number:
            tasks.done(work.c, one.id, by.staff, work.now)


def _announce(
    work: Work, incident: Incident, news: News, detail: Mapping[str, Json], by: Actor
) -> None:
    told = {**fields_of(incident, work.stage.house.catalogue), **detail}
    if news is News.SETTLED:
        told["by"] = by.name
    broadcasts.announce(work.c, incident.id, news, told, (by.staff, by.name), work.now)


def add(work: Work, who: int, number: int, ticket: int) -> Outcome:
    """Staff add a ticket to an incident: it is told at once how that stands."""
    by, found = actor(work.c, who), tickets.load(work.c, ticket)
    if by is None or found is None:
        return NO_RIGHT
    try:
        made = joined(work, found, number, by=by.name)
    except Conflict:
        return Overtaken(())
    if made.refused:
        return Refused(made.said[0].words)
    posting.push(work, made)
    detail: dict[str, Json] = {"ticket": found.number}
    line = Record(at=work.now, act="add", staff=by.staff, name=by.name, detail=detail)
    incidents.note(work.c, number, line)
    return Made()


def take_out(work: Work, who: int, ticket: int, words: str = "") -> Outcome:
    """Staff take a ticket out of its incident: it goes its own way, and its subscriber hears it."""
    by, found = actor(work.c, who), tickets.load(work.c, ticket)
    if by is None or found is None:
        return NO_RIGHT
    fields: dict[str, Json] = {"quiet": not found.heard} | ({"words": words} if words else {})
    try:
        made = move(work, Move(ticket, "part", fields), by)
    except Conflict:
        return Overtaken(())
    if made.refused:
        return Refused(made.said[0].words)
    posting.push(work, made)
    return Made()
