"""Corrective actions in the course of things: owed where we are found liable, then reminded of, and
counted, by the clock.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial

from bot.stage import Stage, Work
from dialogs.correcting.action import Corrective, Record, Recurred
from dialogs.correcting.action import Stage as Stages
from dialogs.correcting.limits import TASKS, fire, timed, working
from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.ticket import FRIENDLY, Ticket
from dialogs.values import replace
from storage import Connection, correctives, tasks
from storage.store import Store

AT_A_TIME = 50  # actions looked at in one round
MANY = 1000  # open tasks on actions


def follow(work: Work, before: Ticket, after: Ticket) -> None:
    """A ticket's liability changed: an action is owed for it, or none any more."""
    rule = work.stage.house.catalogue.corrective
    was, is_on = (one.liability in rule.liabilities for one in (before, after))
    if was == is_on or after.filing.kind in FRIENDLY:
        return
    if is_on:
        _owe(work, after)
    else:
        _spare(work, after)


def _owe(work: Work, ticket: Ticket) -> None:
    """The ticket joins what is owed for its incident, or for its matter; else an action opens."""
    c = work.c
    if correctives.of_ticket(c, ticket.id) is not None:
        return
    new = new_for(ticket, work.now, work.stage.house)
    mark = correctives.mark_of(new)
    found = (
        correctives.of_incident(c, ticket.incident)
        if ticket.incident
        else correctives.owed(c, mark)
    )
    if found is None:
        found = correctives.insert_new(c, new, mark, work.stage.house.zone)
        if found is None:  # another was quicker
            found = correctives.of_incident(c, ticket.incident)
        else:
            detail: dict[str, Json] = {"ticket": ticket.number}
            correctives.note(c, found.id, Record(at=work.now, act="open", detail=detail))
    if found is not None:
        correctives.link(c, found.id, ticket.id)


def new_for(ticket: Ticket, now: datetime, house: House) -> Corrective:
    """The action that is owed for this ticket, not kept yet."""
    filing = ticket.filing
    new = Corrective(
        id=0,
        number="",
        revision=1,
        stage=Stages.OWED,
        category=filing.category,
        subtype=filing.subtype,
        province=filing.where.province if filing.where else "",
        store=filing.store,
        department=ticket.department,
        incident=ticket.incident,
        opened_at=now,
        plan_due=working(now, house.catalogue.corrective.plan, house),
    )
    return timed(new, house)


def _spare(work: Work, ticket: Ticket) -> None:
    """We are not liable after all: what nobody has accepted yet falls with its last ticket.

    An action of which nobody ever wrote anything leaves no trace.
    """
    c = work.c
    found = correctives.of_ticket(c, ticket.id)
    if found is None or found.stage not in {Stages.OWED, Stages.PLANNED}:
        return
    correctives.unlink(c, ticket.id)
    detail: dict[str, Json] = {"ticket": ticket.number}
    correctives.note(c, found.id, Record(at=work.now, act="spare", detail=detail))
    if correctives.sizes(c, [found.id]):
        return
    settle(work, found.number, TASKS, None)
    if not found.planner:
        correctives.remove_empty(c, [found.id])
        return
    gone = replace(found, stage=Stages.DROPPED, closed_at=work.now, revision=found.revision + 1)
    correctives.save(c, found, timed(gone, work.stage.house))


def settle(work: Work, number: str, kinds: Collection[str], by: int | None) -> None:
    """What was asked about the action of this number is answered (`by`: a staff id)."""
    for one in tasks.of_kinds(work.c, sorted(kinds), MANY) if kinds else ():
        if one.task.words == number:
            tasks.done(work.c, one.id, by, work.now)


class Correcting:
    """The looks of one process at what is due on corrective actions."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store

    async def round(self, now: datetime) -> int:
        """Do what is due; returns how many actions were looked at."""
        due = await self._store.read(partial(correctives.due, now=now, limit=AT_A_TIME))
        for one in due:
            await self._store.write(partial(look, self._stage, one, now), quiet=True)
        return len(due)


def look(stage: Stage, number: int, now: datetime, c: Connection) -> None:
    """What an action's limits bring about now: tasks, and the count when its days are over."""
    found = correctives.load(c, number)
    if found is None or found.next_due is None or found.next_due > now:
        return
    fired = fire(found, stage.house, now)
    after = fired.action
    counted = recurred(c, found, now, stage.house) if fired.count else None
    if counted is not None:
        after = replace(after, recurred=counted)
    if not correctives.save(c, found, after):
        return
    if counted is not None:
        said: dict[str, Json] = {"same": counted.same, "alike": counted.alike}
        line = Record(at=now, act="count", detail={**said, "before": counted.before})
        correctives.note(c, number, line)
    about, _ = correctives.first(c, number)
    for task in fired.tasks:
        tasks.add(c, task, about or None, None, now)


def recurred(c: Connection, action: Corrective, now: datetime, house: House) -> Recurred | None:
    """How often its matter was complained of since it was carried out, up to 30 days after; None
    for one that was not carried out.
    """
    since, rule = action.done_at, house.catalogue.corrective
    if since is None:
        return None
    until = min(now, since + rule.verify)
    same, alike = correctives.caused(c, action, since, until, rule.liabilities)
    _, began = correctives.first(c, action.id)
    began = began or action.opened_at
    span = max(until - since, timedelta())
    before, _ = correctives.caused(c, action, began - span, began, rule.liabilities)
    return Recurred(since=since, until=until, same=same, alike=alike, before=before)
