"""The limits of an incident: reported upward in time (I10), over in time (F2), over when said.

Its children's own limits are not these: one incident is one breach, not five thousand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.catalogue import Catalogue
from dialogs.incidents.incident import Incident, News, Stage
from dialogs.tickets.ticket import Role, Task
from dialogs.values import replace

REPORT, OUTAGE, EXPECTED = "I10", "F2", "expected"  # the first two as the catalogue's clocks
# Kinds of tasks; their words are the incident's number.
FOUND, LATE, DATE = "incident", "incident_late", "incident_date"
TASKS = (FOUND, LATE, DATE)
SETTLING = timedelta(minutes=10)  # between two looks whether all children have ended
ENDING = frozenset({Stage.FIXED, Stage.SETTLED})


@dataclass(frozen=True, slots=True)
class Limit:
    """What happens to an incident at a moment: which role is told, and whether all children are."""

    code: str  # by which it is known that it went off
    at: datetime
    role: Role
    task: str
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Fired:
    """The incident after what was due, the tasks for staff, and what all are told, if anything."""

    incident: Incident
    tasks: tuple[Task, ...] = ()
    news: News | None = None


def limits(incident: Incident, catalogue: Catalogue) -> Iterator[Limit]:
    """What is still to come, in no order."""
    found = (*_report(incident, catalogue), *_outage(incident, catalogue), *_expected(incident))
    yield from (one for one in found if one.code not in incident.fired)


def _report(incident: Incident, catalogue: Catalogue) -> Iterator[Limit]:
    """Nobody has looked at it: after the limit it goes to the next level (I10)."""
    rule = catalogue.clocks.get(REPORT)
    if incident.stage is Stage.SUSPECTED and not incident.owner and rule is not None:
        yield Limit(REPORT, incident.found_at + rule.limit, Role.DIRECTOR, FOUND)


def _outage(incident: Incident, catalogue: Catalogue) -> Iterator[Limit]:
    """A service is down: the marks of F2, counted from when it was confirmed or told.

    Work that was announced has the end that was announced with it, and no other limit.
    """
    rule, since = catalogue.clocks.get(OUTAGE), incident.confirmed_at or incident.told_at
    down = incident.fault and incident.running and not incident.planned
    if rule is None or since is None or not down:
        return
    for place, mark in enumerate(rule.marks):
        after = mark.after if mark.after is not None else rule.limit * (mark.share or 0.0)
        role = Role(mark.tell) if mark.tell else Role.SUPERVISOR
        yield Limit(f"{OUTAGE}:{place}", since + after, role, LATE, tells=mark.breach)


def _expected(incident: Incident) -> Iterator[Limit]:
    """The end that people were told has passed: its owner names another."""
    at = incident.expected
    if at is not None and incident.running:
        yield Limit(f"{EXPECTED}:{at.isoformat()}", at, Role.SUPERVISOR, DATE)


def timed(incident: Incident, catalogue: Catalogue, now: datetime) -> Incident:
    """The incident with the moment at which it is to be looked at next."""
    upcoming = min((one.at for one in limits(incident, catalogue)), default=None)
    if incident.stage in ENDING:
        upcoming = now + SETTLING
    return replace(incident, next_due=upcoming)


def fire(incident: Incident, catalogue: Catalogue, now: datetime) -> Fired:
    """All that is due by `now`; of several to one role that one is told once."""
    due = sorted((one for one in limits(incident, catalogue) if one.at <= now), key=_at)
    wanted = {(one.task, one.role): one for one in due}
    tasks = tuple(
        Task(kind=kind, role=role, due=one.at, words=incident.number)
        for (kind, role), one in wanted.items()
    )
    tells = any(one.tells for one in due) and incident.told_at is not None
    after = incident
    if due:
        fired = (*incident.fired, *(one.code for one in due))
        after = replace(incident, revision=incident.revision + 1, fired=fired)
    return Fired(timed(after, catalogue, now), tasks, News.NOTE if tells else None)


def _at(one: Limit) -> datetime:
    return one.at
