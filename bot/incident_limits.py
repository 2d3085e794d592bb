"""What time brings about for an incident: its limits, and its end once all its children ended."""

from dataclasses import replace
from datetime import datetime

from bot.stage import Stage
from dialogs.incidents import limits
from dialogs.incidents.incident import Incident, Record
from dialogs.incidents.incident import Stage as Stages
from dialogs.incidents.telling import fields_of
from storage import Connection, broadcasts, incidents, tasks


def look(stage: Stage, number: int, now: datetime, c: Connection) -> None:
    """What an incident's limits bring about now; and its end, once all its children have ended."""
    found = incidents.load(c, number)
    if found is None or found.next_due is None or found.next_due > now:
        return
    known = stage.house.catalogue
    fired = limits.fire(found, known, now)
    after = fired.incident
    if found.stage in limits.ENDING and _over(c, found):
        after = replace(after, stage=Stages.CLOSED, closed_at=now, next_due=None)
    if not incidents.save(c, found, after):
        return
    for task in fired.tasks:
        tasks.add(c, task, None, None, now)
    if fired.news is not None:
        fields = {**fields_of(after, known), "late": True}
        broadcasts.announce(c, number, fired.news, fields, (0, ""), now)
    if after.stage is Stages.CLOSED:
        incidents.note(c, number, Record(at=now, act="ended"))


def _over(c: Connection, found: Incident) -> bool:
    """Whether nobody of it waits for anything any more."""
    under_way = any(one.incident == found.id for one in broadcasts.unfinished(c))
    return not under_way and not incidents.counts(c, found.id).open
