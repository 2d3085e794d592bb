"""Moves of the end and of any time: checked, scored, reopened, closed; reminded, raised, noted."""

from dataclasses import replace

from dialogs.appeals.cases import DECIDED
from dialogs.appeals.noting import ended_case
from dialogs.model import Move
from dialogs.tickets import fields as read
from dialogs.tickets import joining
from dialogs.tickets.act import Act, Done, Outcome, with_proposal
from dialogs.tickets.alarms import raise_alarm
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import calendar
from dialogs.tickets.guards import LEADS, named_item
from dialogs.tickets.handling import NO_REASON, NO_WORDS
from dialogs.tickets.levels import raised
from dialogs.tickets.repeats import at_once, third
from dialogs.tickets.served import answered
from dialogs.tickets.surveying import of_closing, visit_noted
from dialogs.tickets.thinking import thought
from dialogs.tickets.ticket import (
    ENDED,
    LIABILITIES,
    Filing,
    Kind,
    Role,
    Score,
    State,
    Task,
    Ticket,
)
from dialogs.tickets.wishing import wished
from dialogs.tickets.wording import BEST, DAY, WORST, is_low

SOLVED = ("yes", "partly", "no")
PERSON = ("satisfied", "average", "dissatisfied")
PAID = ("no", "yes")
THEIR_TURN = frozenset(
    {State.AWAITING_USER, State.PROPOSED, State.DEADLOCK, State.AWAITING_CONFIRM}
)


def fixed(act: Act) -> Outcome:
    """The subscriber found it in order."""
    return Done(ticket=replace(act.ticket, result="solved"))


def not_fixed(act: Act) -> Outcome:
    """Not in order: back to work, which is no reopening. Fields: words; item (from 1) if meant.

    Where it was over for all of an incident, it is split off: what is wrong here is its own.
    """
    ticket, place = act.ticket, named_item(act.ticket, act.fields)
    if place is not None and (proposal := ticket.proposal) is not None:
        again = replace(proposal.items[place], done_at=None)
        items = (*proposal.items[:place], again, *proposal.items[place + 1 :])
        ticket = with_proposal(ticket, replace(proposal, items=items))
    split = bool(ticket.incident) and act.target is State.INVESTIGATING
    tasks = (joining.task(act.now),) if split else ()
    ticket = joining.parted(ticket, act) if split else ticket
    back = replace(ticket, next_step_at=act.promise())
    if ticket.filing.kind is Kind.FAULT:  # a poor result makes it a complaint (domain.md §3.1)
        worse = Move(ticket.id, "complain", {"why": "not_fixed"})
        return Done(ticket=back, then=worse, tasks=tasks)
    return Done(ticket=back, tasks=tasks)


def complain(act: Act) -> Outcome:
    """It is a complaint from now on: because the subscriber says so, it took too long, or the
    result is poor. Fields: words, if the subscriber said any; why ("not_fixed"), else who says."""
    filing = replace(act.ticket.filing, kind=Kind.COMPLAINT)
    return Done(ticket=replace(act.ticket, filing=filing))


def thank(act: Act) -> Outcome:
    """Praise or a suggestion is answered, and that is its end; no survey. Fields: words."""
    if not read.words(act.fields, "words"):
        return NO_WORDS
    return Done(ticket=replace(act.ticket, result="thanked", closed_at=act.now))


def unconfirmed(act: Act) -> Outcome:
    """No word after the reminders: noted as that, and not as a success."""
    return Done(ticket=replace(act.ticket, result="unconfirmed"))


def score(act: Act) -> Outcome:
    """An answer to the survey; append-only.

    Fields: score, solved, person, reasons, words, paid, minor (what was paid). The first one closes
    the ticket and needs the score; later ones add to it or correct it. Nothing is said: the dialog
    thanks (M20) in the message that asks on, for three are the most allowed.
    """
    earlier = of_closing(act.ticket)
    given = _given(act, earlier[-1] if earlier else Score(at=act.now))
    if given.score is None or not WORST <= given.score <= BEST:
        return NotAllowed("not-allowed-score")
    ticket = replace(act.ticket, scores=(*act.ticket.scores, given))
    if act.ticket.state is State.SURVEY:
        ticket = replace(ticket, closed_at=act.now)
    return Done(ticket=ticket, say=False, tasks=_owed(act, ticket, known=bool(earlier)))


def answer_survey(act: Act) -> Outcome:
    """Said before any score, which stays open: whether it still works. Fields: solved."""
    solved = read.words(act.fields, "solved")
    if solved not in SOLVED:
        return NotAllowed("not-allowed-score")
    known = bool(of_closing(act.ticket))
    scores = (*act.ticket.scores, Score(at=act.now, solved=solved))
    ticket = replace(act.ticket, scores=scores)
    return Done(ticket=ticket, tasks=_owed(act, ticket, known=known))


def _owed(act: Act, ticket: Ticket, *, known: bool) -> tuple[Task, ...]:
    """What a supervisor must do about the newest answer, each thing once for a closing."""
    last = act.ticket.scores[-1] if known else Score(at=act.now)
    low = is_low(ticket, act.house) and not (known and is_low(act.ticket, act.house))
    paid = ticket.scores[-1].paid == "yes" and last.paid != "yes"
    kinds = [kind for kind, owed in (("low_score", low), ("paid", paid)) if owed]
    due = calendar("WD", act.house).add(act.now, DAY)[0]  # one working day (domain.md §6)
    return tuple(Task(kind=kind, role=Role.SUPERVISOR, due=due) for kind in kinds)


def _given(act: Act, last: Score) -> Score:
    """The last answer with what this one says; what it leaves out stays."""
    fields = act.fields
    mark = read.whole(fields, "score") if "score" in fields else last.score
    solved, person = read.words(fields, "solved"), read.words(fields, "person")
    paid = read.words(fields, "paid")
    return Score(
        at=act.now,
        score=mark,
        solved=solved if solved in SOLVED else last.solved,
        person=person if person in PERSON else last.person,
        reasons=read.strings(fields, "reasons") or last.reasons,
        words=read.words(fields, "words") or last.words,
        paid=paid if paid in PAID else last.paid,
        paid_minor=read.whole(fields, "minor") if paid in PAID else last.paid_minor,
    )


def survey_expired(act: Act) -> Outcome:
    """No answer to the survey; none is made up."""
    return Done(ticket=replace(act.ticket, closed_at=act.now))


def reopen(act: Act) -> Outcome:
    """Taken up again, a level higher and by another. Fields: reason."""
    ticket, reason = act.ticket, read.words(act.fields, "reason")
    if not reason:
        return NO_REASON
    fresh = replace(
        joining.parted(ticket, act) if ticket.incident else ticket,
        level=raised(ticket.level),
        reopened=ticket.reopened + 1,
        times=ticket.times + 1,
        owner=0,
        owner_name="",
        rounds=0,
        asks=0,
        approved=0,
        liability="",
        result="",
        closed_at=None,
        back=None,
        delays=0,
        delayed_to=None,
        next_step_at=act.promise(),
        surveyed_at=None,
        surveyed_again_at=None,
        surveyed_with=(),
    )
    tasks = (act.task("reopened", Role.SUPERVISOR, reason),)
    often = (at_once(act.now),) if third(fresh, act.house.catalogue) else ()
    worse = Move(ticket.id, "complain", {"why": "not_fixed"})  # a poor result (domain.md §3.1)
    then = worse if ticket.filing.kind is Kind.FAULT else None
    return Done(ticket=fresh, tasks=(*tasks, *often), then=then)


def archive(act: Act) -> Outcome:
    """Read-only from here on."""
    return Done(ticket=act.ticket)


def withdraw(act: Act) -> Outcome:
    """The subscriber's own wish; what was agreed stays agreed. Fields: reason, if one is given."""
    ticket = thought(_open_lapsed(act.ticket))
    return Done(ticket=replace(ticket, result="withdrawn", closed_at=act.now, back=None))


def end_deadlock(act: Act) -> Outcome:
    """By the clock: not agreed. By staff under appeal: decided outside. Fields: words, case."""
    if act.actor.role is Role.CLOCK:
        return Done(ticket=thought(replace(act.ticket, result="not_agreed")))
    if not read.words(act.fields, "words"):
        return NO_WORDS
    over = ended_case(act, DECIDED)
    if isinstance(over, NotAllowed):
        return over
    ticket, place = over
    ticket = thought(ticket if ticket.state in ENDED else _open_lapsed(ticket))
    decided = replace(ticket, result="decided_outside", back=None)
    return Done(ticket=decided, detail={"case": place})


def _open_lapsed(ticket: Ticket) -> Ticket:
    proposal = ticket.proposal
    if proposal is None or proposal.outcome != "open":
        return ticket
    return with_proposal(ticket, replace(proposal, outcome="lapsed"))


def remind(act: Act) -> Outcome:
    """The subscriber asks to hurry: staff hear it, and the answer says how it really stands."""
    ticket, now = act.ticket, act.now
    date = ticket.next_step_at
    hurried = replace(
        ticket,
        reminded=ticket.reminded + 1,
        reminded_at=now,
        next_step_at=date if date is not None and date > now else act.promise(),
    )
    tasks = (act.task("remind", Role.HANDLER), act.task("remind", Role.SUPERVISOR))
    return Done(ticket=hurried, tasks=tasks, beside=_promised(act, hurried))


def _promised(act: Act, ticket: Ticket) -> tuple[str, ...]:
    """The date that is told is watched, unless it is the subscriber's turn."""
    ours = ticket.next_step_at != act.ticket.next_step_at and ticket.state not in THEIR_TURN
    return ("promise",) if ours else ()


def escalate(act: Act) -> Outcome:
    """A level up; a supervisor who does it becomes the owner. Fields: reason, if one is given."""
    ticket, actor = act.ticket, act.actor
    if actor.role is Role.BOT:
        made = raise_alarm(act)
        if isinstance(made, NotAllowed):
            return made
        return replace(made, beside=_promised(act, made.ticket))
    higher = replace(ticket, level=raised(ticket.level), next_step_at=act.promise())
    beside = _promised(act, higher)
    if actor.role in LEADS:
        taken = replace(higher, owner=actor.staff, owner_name=actor.name)
        return Done(ticket=taken, beside=beside)
    reason = read.words(act.fields, "reason")
    task = act.task("escalated", Role.SUPERVISOR, reason)
    return Done(ticket=higher, tasks=(task,), beside=beside)


def summon(act: Act) -> Outcome:
    """A person is asked for. Fields: words."""
    words = read.words(act.fields, "words")
    return Done(
        ticket=act.ticket,
        tasks=(Task(kind="human", role=Role.AGENT, due=act.now, words=words),),
    )


def add(act: Act) -> Outcome:
    """The subscriber adds something, which the timeline keeps; what it asks for is a wish more.

    Fields: words; file (true); answers, to the category's questions by their codes; latitude and
    longitude of a place sent; evidence_asked, evidence_sent, codes of the category's pictures.
    """
    given = act.fields.get("answers")
    place = "latitude" in act.fields
    act = replace(act, ticket=replace(act.ticket, filing=_pictured(act)))
    if isinstance(given, dict) and given:
        known = answered(act.ticket.filing, given, act.house)
        return Done(ticket=replace(act.ticket, filing=known))
    words = read.words(act.fields, "words")
    if not words and not read.yes(act.fields, "file") and not place:
        return NO_WORDS
    if not act.ticket.incident:
        return Done(ticket=act.ticket)
    # Of many, who wished for repair alone is done with it: what else is asked for must be known.
    filing = wished(act.ticket.filing, words, act.now, act.house)
    return Done(ticket=replace(act.ticket, filing=filing))


def _pictured(act: Act) -> Filing:
    """The filing with the pictures that were asked for and came, of those that are known."""
    filing = act.ticket.filing
    category = act.house.catalogue.categories.get(filing.category)
    known = [one.code for one in category.wanted(filing.subtype)] if category else []
    asked = {*filing.evidence_asked, *read.strings(act.fields, "evidence_asked")}
    sent = {*filing.evidence_sent, *read.strings(act.fields, "evidence_sent")}
    return replace(
        filing,
        evidence_asked=tuple(code for code in known if code in asked),
        evidence_sent=tuple(code for code in known if code in sent),
    )


def reply(act: Act) -> Outcome:
    """Staff write to the subscriber. Fields: words; until, if they promise a date in them."""
    if not read.words(act.fields, "words"):
        return NO_WORDS
    until = read.moment(act.fields, "until", act.now, act.house)
    if until is None:
        return Done(ticket=act.ticket)
    return Done(ticket=replace(act.ticket, next_step_at=until), beside=("promise",))


def note(act: Act) -> Outcome:
    """For staff alone. Fields: words; call (true: the subscriber was called); told (a code: its
    message was delivered in another way, which stops the legal clock); until (a date promised on
    the phone); liability (who was, written up once it is handled); outage, restored (true); visit
    (true: somebody was at the subscriber's home)."""
    fields, ticket = act.fields, act.ticket
    call, told = read.yes(fields, "call"), read.words(fields, "told")
    liability = read.words(fields, "liability")
    until = read.moment(fields, "until", act.now, act.house)
    beside = [name for name in ("outage", "restored") if read.yes(fields, name)]
    if liability in LIABILITIES and liability != ticket.liability:
        ticket = replace(ticket, liability=liability)
        beside.append("recorded")
    if until is not None:
        ticket = replace(ticket, next_step_at=until)
        beside.append("promise")
    visit = read.yes(fields, "visit")
    if not (read.words(fields, "words") or call or told or beside or visit):
        return NO_WORDS
    ticket = visit_noted(ticket, fields)
    ticket = replace(ticket, called_at=act.now) if call else ticket
    return Done(ticket=ticket, told=told, beside=tuple(beside))
