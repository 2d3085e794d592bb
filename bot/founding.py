"""What was found becomes an incident: kept once, explained by announced work, put before a lead."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.stage import Stage
from dialogs.incidents import limits, matching
from dialogs.incidents.batches import Found
from dialogs.incidents.incident import Incident, Record
from dialogs.incidents.incident import Stage as Stages
from dialogs.model import Json
from dialogs.tickets.ticket import Role, Task
from storage import Connection, incidents, planned, tasks, tickets

LOOKED_AT = 20  # of the complaints that found an incident


def opened(stage: Stage, found: Found, now: datetime, c: Connection) -> Incident | None:
    """Keep the incident, with a task for a lead (I10); None where another was quicker, or where all
    of those who complained want theirs answered by itself."""
    seen = _incident(stage, c, found, now)
    complained = tickets.load_many(c, [one.id for one in found.filed[:LOOKED_AT]])
    if not any(matching.fits(seen, one.filing) for one in complained):
        return None
    first = incidents.began(c, seen, now - found.span)  # there may be more than were looked at
    seen = replace(seen, began_at=min(seen.began_at, first or seen.began_at))
    made = incidents.insert_new(c, seen, stage.house.zone)
    if made is None:
        return None
    detail: dict[str, Json] = {"rule": found.rule.code, "why": found.why, "count": len(found.filed)}
    incidents.note(c, made.id, Record(at=now, act="found", detail=detail))
    rule = stage.house.catalogue.clocks.get(limits.REPORT)
    due = now + (rule.limit if rule else timedelta(minutes=15))
    task = Task(kind=limits.FOUND, role=Role.SUPERVISOR, due=due, words=made.number)
    tasks.add(c, task, None, None, now)
    return made


def _incident(stage: Stage, c: Connection, found: Found, now: datetime) -> Incident:
    """What was found, as one; work that was announced explains it first (domain.md §3.6)."""
    rule, key, known = found.rule, found.key, stage.house.catalogue
    categories = (key.category,) if key.category else rule.categories
    pairs = [one.partition(":") for one in rule.subtypes]
    named = tuple(dict.fromkeys(sub for code, _, sub in pairs if code in categories))
    repairs = [known.categories[code].repair for code in categories]
    made = Incident(
        id=0,
        number="",
        revision=1,
        stage=Stages.SUSPECTED,
        source="threshold",
        categories=categories,
        subtypes=(key.subtype,) if key.subtype else named,
        areas=(key.area,) if key.area else (),
        began_at=found.filed[0].at,
        found_at=now,
        rule=rule.code,
        mark=key.mark,
        fault=all(repairs),
        department=rule.department or known.categories[categories[0]].department,
    )
    return limits.timed(_explained(c, made, found, now), known, now)


def _explained(c: Connection, made: Incident, found: Found, now: datetime) -> Incident:
    first = found.filed[0]
    codes = [one for one in (first.province, first.city, first.district) if one]
    work = next(iter(planned.covering(c, first.category, codes, now)), None)
    if work is None:
        return made
    return replace(
        made,
        source="planned",
        stage=Stages.OPEN,
        planned=work.id,
        words=dict(work.words),
        expected=work.ends,
        confirmed_at=now,
    )
