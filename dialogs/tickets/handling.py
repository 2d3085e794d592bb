"""Moves of the first half: who takes the ticket, what is asked and found, what may be offered."""

from dataclasses import replace
from datetime import timedelta

from dialogs.model import Move
from dialogs.tickets import facts
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.guards import LEADS
from dialogs.tickets.repeats import asked_a_lead
from dialogs.tickets.routing import Route, route, sent
from dialogs.tickets.ticket import LIABILITIES, Question, Role, State, Task, Ticket

MOST_SEVERE = 3  # no loss, slight loss, serious loss (domain.md §3.7)
LONGEST_HOLD = timedelta(days=3)  # domain.md §3.4 move 7
NO_WORDS = NotAllowed("not-allowed-no-words")
NO_REASON = NotAllowed("not-allowed-no-reason")


def refile(act: Act) -> Outcome:
    """The missing item came: the same number goes on from the start. Fields: words."""
    if not read.words(act.fields, "words"):
        return NO_WORDS
    again = replace(act.ticket, inadmissible="", inadmissible_by=0, result="", closed_at=None)
    return Done(ticket=again, then=Move(again.id, "dispatch"))


def solve(act: Act) -> Outcome:
    """Put right on the spot. Fields: words, what was done."""
    done = read.words(act.fields, "words")
    return Done(ticket=replace(act.ticket, finding=done)) if done else NO_WORDS


def dispatch(act: Act) -> Outcome:
    """By the rules of routing, or to the department named, which a return does not undo.

    Fields: department (its code), if somebody decides it.
    """
    named = read.words(act.fields, "department")
    if named and named not in act.house.catalogue.departments:
        return NotAllowed("not-allowed-department")
    found = route(act.ticket, act.house, act.now)
    way = replace(found, department=named, rule="") if named else found
    if way.department not in act.house.catalogue.departments:
        return NotAllowed("not-allowed-department")
    dispatched = sent(act.ticket, way)
    if act.actor.role is not Role.BOT:
        dispatched = replace(dispatched, next_step_at=act.promise())
        return Done(ticket=dispatched, detail=way.detail())
    # M04 joins M01, whose date stands.
    return Done(ticket=dispatched, say=False, detail=way.detail(), tasks=told_of(way, act))


def told_of(way: Route, act: Act) -> tuple[Task, ...]:
    """A route to a lead tells one at once, with the rule, unless that was just asked of them."""
    if act.ticket.alarms or asked_a_lead(act.ticket, act.house.catalogue):
        return ()
    lead = Task(kind="escalated", role=way.role, due=act.now, words=way.rule)
    return (lead,) if way.role in LEADS else ()


def claim(act: Act) -> Outcome:
    """The actor takes the ticket; the first to do so stays the subscriber's contact."""
    ticket, actor = act.ticket, act.actor
    mine = replace(
        ticket,
        owner=actor.staff,
        owner_name=actor.name,
        first_agent=ticket.first_agent or actor.staff,
        first_agent_name=ticket.first_agent_name or actor.name,
        department=ticket.department or actor.department,
        next_step_at=act.promise(),
    )
    return Done(ticket=mine)


def contact(act: Act) -> Outcome:
    """Who took a ticket of the same story is the subscriber's contact for this one too (§3.6).

    Fields: staff (the id), name; whoever was the contact before stays it.
    """
    ticket, staff = act.ticket, act.fields.get("staff")
    if ticket.first_agent or not isinstance(staff, int):
        return Done(ticket=ticket)
    name = read.words(act.fields, "name")
    return Done(ticket=replace(ticket, first_agent=staff, first_agent_name=name))


def key(act: Act) -> Outcome:
    """The number is a key account's (重点客户), or no longer; staff alone see it. Fields: key."""
    return Done(ticket=replace(act.ticket, key=read.yes(act.fields, "key")))


def return_routing(act: Act) -> Outcome:
    """Wrong department: back to be dispatched anew. Fields: reason."""
    reason = read.words(act.fields, "reason")
    if not reason:
        return NO_REASON
    back = replace(
        act.ticket, returns=act.ticket.returns + 1, department="", area="", owner=0, owner_name=""
    )
    return Done(ticket=back, tasks=(act.task("dispatch", Role.SUPERVISOR, reason),))


def inadmissible(act: Act) -> Outcome:
    """Asked for with a code, then confirmed by another. Fields: reason; mend when confirmed."""
    if act.target is State.INVALID:
        return Done(ticket=replace(act.ticket, result="invalid", closed_at=act.now))
    code = read.words(act.fields, "reason")
    if code not in act.house.catalogue.inadmissible:
        return NO_REASON
    asked = replace(act.ticket, inadmissible=code, inadmissible_by=act.actor.staff)
    return Done(ticket=asked, tasks=(act.task("approve", Role.SUPERVISOR, code),))


def admissible(act: Act) -> Outcome:
    """A supervisor does not confirm: the ticket goes on."""
    return Done(ticket=replace(act.ticket, inadmissible="", inadmissible_by=0))


def ask(act: Act) -> Outcome:
    """Facts are asked of the subscriber. Fields: words, facts (codes of those that are lacking)."""
    words, named = read.words(act.fields, "words"), read.strings(act.fields, "facts")
    if not words and not named:
        return NO_WORDS
    open_ones = {one.code for one in facts.askable(act.ticket, act.house.catalogue)}
    if not open_ones.issuperset(named):
        return NotAllowed("not-allowed-fact")
    filing = act.ticket.filing
    pictures = dict.fromkeys((*filing.evidence_asked, *facts.pictures(named)))
    question = Question(words=words, at=act.now, facts=tuple(dict.fromkeys(named)))
    asked = replace(
        act.ticket,
        filing=replace(filing, evidence_asked=tuple(pictures)),
        questions=(*act.ticket.questions, question),
        asks=act.ticket.asks + 1,
        back=act.ticket.state,
    )
    return Done(ticket=asked, detail={"category": filing.category} if named else {})


def answer(act: Act) -> Outcome:
    """The fact came, in words or as a file. Fields: words, file (true if one was sent)."""
    words = read.words(act.fields, "words")
    if not words and not read.yes(act.fields, "file"):
        return NO_WORDS
    questions = act.ticket.questions
    if questions:
        answered = replace(questions[-1], answer=words, answered_at=act.now)
        questions = (*questions[:-1], answered)
    return Done(ticket=_gone_on(act, replace(act.ticket, questions=questions)))


def go_on(act: Act) -> Outcome:
    """After silence, or at the end of a hold: work goes on with what is known."""
    return Done(ticket=_gone_on(act, act.ticket))


def _gone_on(act: Act, ticket: Ticket) -> Ticket:
    return replace(ticket, back=None, hold_reason="", next_step_at=act.promise())


def hold(act: Act) -> Outcome:
    """An outside cause: rests at most 3 days. Fields: reason, until."""
    reason = read.words(act.fields, "reason")
    until = read.moment(act.fields, "until", act.now, act.house)
    if not reason:
        return NO_REASON
    if until is None:
        return NotAllowed("not-allowed-no-date")
    # A date means its last second, so the day of the limit is still within it.
    if until - act.now > LONGEST_HOLD + timedelta(days=1):
        return NotAllowed("not-allowed-hold-too-long", {"days": LONGEST_HOLD.days})
    held = replace(act.ticket, back=act.ticket.state, hold_reason=reason, next_step_at=until)
    return Done(ticket=held)


def set_liability(act: Act) -> Outcome:
    """Who is liable, on which facts. Fields: liability, finding; severity of leads, see `grade`."""
    liability, finding = read.words(act.fields, "liability"), read.words(act.fields, "finding")
    if liability not in LIABILITIES:
        return NotAllowed("not-allowed-liability")
    if not finding:
        return NO_WORDS
    graded = read.whole(act.fields, "severity") if act.actor.role in LEADS else None
    severity = act.ticket.severity if graded is None else graded
    found = replace(
        act.ticket,
        liability=liability,
        finding=finding,
        severity=severity if severity <= MOST_SEVERE else act.ticket.severity,
        next_step_at=act.promise(),
    )
    return Done(ticket=found)


def grade(act: Act) -> Outcome:
    """How badly staff caused it, for quality inspection alone: the subscriber never hears of it
    (domain.md §3.7). Fields: severity, 1 no loss, 2 slight loss or a bad attitude, 3 serious loss
    or an insult; 0 where staff did not cause it."""
    severity = read.whole(act.fields, "severity")
    if severity is None or not 0 <= severity <= MOST_SEVERE:
        return NotAllowed("not-allowed-severity", {"most": MOST_SEVERE})
    return Done(ticket=replace(act.ticket, severity=severity))
