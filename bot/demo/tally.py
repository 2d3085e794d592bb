"""What happened in the demo's month: how often each rule of the process did something."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.catalogue import Catalogue, ClockRule
from dialogs.incidents.incident import Counts, Incident, Record
from dialogs.tickets.ticket import Clock, Entry, Filing, Ticket
from storage.tasks import Todo

THIRD = 3
CARD = "iccid"


@dataclass
class Tally:
    """Counts by rule: "clock R2 · started". `why` is what the product did not let a story do."""

    counts: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)

    def refused(self, why: str) -> None:
        """A story could not go on."""
        self.why[why] += 1

    def message(self, notice: str) -> None:
        """A ticket's message arrived."""
        if notice:
            self.counts[f"message {notice}"] += 1

    def happened(self, what: str, times: int = 1) -> None:
        """Something happened that has a name of its own."""
        self.counts[what] += times

    def ticket(self, before: Ticket | None, after: Ticket, known: Catalogue) -> None:
        """A ticket as it was, and as it is now."""
        if before is None:
            self.counts[f"kind {after.filing.kind}"] += 1
            self.counts[f"category {after.filing.category}"] += 1
            self.counts[f"level {after.level}"] += 1
        elif before.level != after.level:
            self.counts[f"level {after.level}"] += 1
        old = {_key(one): one for one in before.clocks} if before else {}
        for clock in after.clocks:
            rule = known.clocks.get(clock.rule)
            if rule is not None:
                self.counts.update(changes(old.get(_key(clock)), clock, rule))
        self.counts.update(_marked(before, after))


def _marked(before: Ticket | None, after: Ticket) -> Iterator[str]:
    """What a ticket has become: referred, a key account's, a repeat."""
    if after.key and not (before and before.key):
        yield "key account"
    if after.repeat_of and not (before and before.repeat_of):
        yield "repeat linked" if after.repeat_shown else "repeat for staff alone"
    if after.times >= THIRD > (before.times if before else 0):
        yield "repeat a third time"
    if after.next_step_expected and not (before and before.next_step_expected):
        yield "date told as expected"
    known = before.alarms if before else ()
    yield from (f"trigger {code}" for code in after.alarms if code not in known)
    if after.tone and after.tone != (before.tone if before else ""):
        yield f"tone {after.tone}"


def _key(clock: Clock) -> tuple[str, str, datetime]:
    return clock.rule, clock.subject, clock.started


def changes(before: Clock | None, after: Clock, rule: ClockRule) -> Iterator[str]:
    """What a clock did between two looks at it."""
    name = f"clock {rule.code} · "
    fired = before.fired if before else 0
    if before is None:
        yield f"{name}started"
        if after.provisional:
            yield f"{name}provisional"
    for place in range(fired, min(after.fired, len(rule.marks))):
        yield f"{name}{mark(rule, place)}"
    if after.paused and not (before and before.paused):
        yield f"{name}rests"
    if before and before.paused and not after.paused and not after.stopped:
        yield f"{name}goes on"
    if after.result == "breached" and (before is None or before.result != "breached"):
        yield f"{name}breached"
    if after.stopped and not (before and before.stopped):
        yield f"{name}{after.result or 'met'}" if after.result != "breached" else f"{name}met late"


def mark(rule: ClockRule, place: int) -> str:
    """A mark by its place and what it does: "mark 2 supervisor"."""
    one = rule.marks[place]
    what = " ".join(filter(None, (one.tell, one.message, one.task, one.move)))
    return f"mark {place + 1} {what}"


def moves(entries: Iterable[Entry]) -> Iterator[str]:
    """The moves of a timeline, and the rules of routing that sent it on."""
    for one in entries:
        yield f"move {one.move}"
        rule = one.detail.get("rule")
        if isinstance(rule, str) and rule:
            yield f"route {rule}"


def of_incident(one: Incident, history: Iterable[Record], counts: Counts) -> Iterator[str]:
    """What an incident was: how it was found, what was done with it, where it stands."""
    yield f"incident found by {one.source}"
    yield f"incident {one.stage}"
    yield from (f"incident: {line.act}" for line in history)
    if counts.parted:
        yield "incident with a ticket split off"


def talks(ticket: Ticket) -> Iterator[str]:
    """How a ticket was negotiated: rounds, promises, leave, good will."""
    for one in ticket.proposals:
        if one.outcome == "accepted":
            yield f"talks agreed in round {one.round}"
        if any(item.promise for item in one.items):
            yield "talks promise kept"
        if any(item.code == "goodwill" for item in one.items):
            yield "talks goodwill offered"
    for leave in ticket.approvals:
        yield f"talks leave {leave.outcome}"
        if leave.passed_by:
            yield "talks leave passed up"
    hold = ticket.credit
    if hold is not None:
        placed = "placed" if hold.placed_at else "asked for"
        yield f"talks amount on hold {placed}"
        if hold.ended_at is not None:
            yield "talks amount on hold lifted"


def looked_at(filing: Filing) -> Iterator[str]:
    """What a filing has that is checked for the finding."""
    yield from (f"hint picture {one}" for one in filing.evidence_sent)
    if filing.store:
        yield "hint store known"
    if filing.staff_number:
        yield "hint staff number known"
    if CARD in filing.answers:
        yield "hint card decoded"


def asked(todos: Iterable[Todo], clocks: Iterable[Clock], known: Catalogue) -> Iterator[str]:
    """What staff were asked to do about a ticket, and of whom a limit was told day by day."""
    over = {one.rule: one.due for one in clocks if one.result == "breached"}
    for one in todos:
        yield f"task {one.task.kind}"
        if one.count > 1:
            yield "ladder: asked again within the cool-down, kept as one"
        if one.gathered:
            yield "ladder: gathered into one number"
        rule, due = known.clocks.get(one.task.words), over.get(one.task.words)
        if rule and rule.then_every and due and one.created_at >= due + rule.then_every / 2:
            yield f"clock {rule.code} · daily {one.task.role}"
