"""A move of a ticket, made: the new ticket, its timeline, what to tell, what to do. Nothing acts.

The table in `lifecycle` says whether it may be made and where it leads; one small function for each
move says what else changes; clocks follow by the catalogue's rules.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs.appeals import noting, preparing
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets import (
    alarms,
    approving,
    assigning,
    crediting,
    delaying,
    ending,
    handling,
    joining,
    levels,
    repeating,
    settling,
    thinking,
)
from dialogs.tickets.act import Act, Done, Outcome, expected, news_after, next_news
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.guards import STAFF
from dialogs.tickets.lifecycle import fact_of, message, target
from dialogs.tickets.limits import Step, after_move, delivered
from dialogs.tickets.notices import notice
from dialogs.tickets.pressing import PRESSED, presses
from dialogs.tickets.repeats import Link, linked
from dialogs.tickets.routing import rerouted, sent
from dialogs.tickets.ticket import Actor, Clock, Entry, Filing, Kind, Role, State, Ticket
from dialogs.tickets.wording import Telling, handed_over
from dialogs.values import replace

__all__ = ["Applied", "NotAllowed", "Notify", "apply", "open_ticket"]

BOT = Actor(Role.BOT)
CLOCK = Actor(Role.CLOCK)

# What tells the number, by the kind of contact; M01 otherwise.
FILED: Mapping[Kind, str] = {Kind.FAULT: "M01F", Kind.PRAISE: "M01P", Kind.SUGGESTION: "M01P"}

WAYS: Mapping[str, Callable[[Act], Outcome]] = {
    "refile": handling.refile,
    "solve": handling.solve,
    "dispatch": handling.dispatch,
    "claim": handling.claim,
    "sign_in": handling.claim,
    "assign": assigning.assign,
    "release": assigning.release,
    "set_level": assigning.set_level,
    "contact": handling.contact,
    "return_routing": handling.return_routing,
    "inadmissible": handling.inadmissible,
    "admissible": handling.admissible,
    "ask": handling.ask,
    "answer": handling.answer,
    "silence": handling.go_on,
    "hold": handling.hold,
    "resume": handling.go_on,
    "set_liability": handling.set_liability,
    "grade": handling.grade,
    "ask_approval": approving.ask_approval,
    "approve": approving.approve,
    "refuse_approval": approving.refuse_approval,
    "pass_up": approving.pass_up,
    "propose": settling.propose,
    "accept": settling.accept,
    "reject": settling.reject,
    "think": thinking.think,
    "withdraw_proposal": settling.withdraw_proposal,
    "no_answer": settling.no_answer,
    "final": settling.final,
    "accept_after_all": settling.accept,
    "new_fact": settling.new_fact,
    "think_again": settling.think_again,
    "confirm_writing": settling.confirm_writing,
    "item_done": settling.item_done,
    "done": settling.done,
    "late": settling.late,
    "delay": delaying.delay,
    "done_without_proposal": settling.done_without_proposal,
    "mediated": settling.mediated,
    "fixed": ending.fixed,
    "complain": ending.complain,
    "thank": ending.thank,
    "not_fixed": ending.not_fixed,
    "unconfirmed": ending.unconfirmed,
    "score": ending.score,
    "answer_survey": ending.answer_survey,
    "survey_expired": ending.survey_expired,
    "reopen": ending.reopen,
    "archive": ending.archive,
    "withdraw": ending.withdraw,
    "dispute": crediting.dispute,
    "credit_placed": crediting.placed,
    "end_deadlock": ending.end_deadlock,
    "remind": ending.remind,
    "again": repeating.again,
    "same_matter": repeating.same_matter,
    "apart": repeating.apart,
    "key": handling.key,
    "join_incident": joining.join,
    "incident_found": joining.found,
    "incident_note": joining.note,
    "incident_fixed": joining.fixed,
    "incident_back": joining.back,
    "incident_settled": joining.settled,
    "incident_credited": joining.credited,
    "part": joining.part,
    "escalate": ending.escalate,
    "prepare_appeal": preparing.prepare,
    "judge_contact": preparing.judge,
    "hand_out_file": preparing.hand_out,
    "appeal": noting.appeal,
    "refer": noting.refer,
    "answer_body": noting.answer_body,
    "taken_up": noting.taken_up,
    "turned_down": noting.turned_down,
    "taken_back": noting.taken_back,
    "summon": ending.summon,
    "add": ending.add,
    "reply": ending.reply,
    "note": ending.note,
}


def apply(
    ticket: Ticket, move: Move, actor: Actor, now: datetime, house: House
) -> Applied | NotAllowed:
    """Make the move, and what the bot does at once after it; or say why it is not allowed.

    `now` is aware UTC. The fields that a move reads stand in the docstring of its function.
    """
    if actor.role in STAFF and presses(dict(move.fields)):
        return PRESSED
    fact = fact_of(ticket, actor, house.catalogue, now, move.fields)
    to = target(fact, move.name)
    if isinstance(to, NotAllowed):
        return to
    act = Act(move.name, ticket, actor, now, house, move.fields, to)
    done = WAYS[move.name](act)
    if isinstance(done, NotAllowed):
        return done
    if actor.role is not Role.SUBSCRIBER:
        return _followed(act, done)
    told, found = alarms.listened(done.ticket, move, house.catalogue)
    made = _followed(act, replace(done, ticket=told))
    alarm = alarms.alarm(made.ticket, found.codes, now)
    later = apply(made.ticket, alarm, BOT, now, house) if alarm else None
    return made.then(later) if isinstance(later, Applied) else made


def _followed(act: Act, done: Done) -> Applied:
    """The move carried out, and what the bot does at once after it."""
    made = _made(act, done)
    if done.then is None:
        return made
    later = apply(made.ticket, done.then, BOT, act.now, act.house)
    if isinstance(later, NotAllowed):
        return _made(act, replace(done, then=None))
    return made.then(later)


def open_ticket(  # noqa: PLR0913  one argument for each thing that only the store knows
    filing: Filing,
    *,
    id: int,
    number: str,
    chat: int,
    subscriber: int,
    language: str,
    now: datetime,
    house: House,
    link: Link | None = None,
    key: bool = False,
) -> Applied:
    """File a complaint: registered under its number and sent to its department at once (M01).

    `link`: the earlier complaint that it repeats. `key`: it is about a key account's number.
    """
    ticket = Ticket(
        id=id,
        number=number,
        revision=0,
        chat=chat,
        subscriber=subscriber,
        language=language,
        state=State.REGISTERED,
        filing=filing,
        opened_at=now,
        level=levels.at_filing(filing, house.catalogue),
        tone=filing.tone,
        key=key,
    )
    ticket = linked(ticket, link) if link else ticket
    act = Act("submit", ticket, Actor(Role.SUBSCRIBER), now, house, {}, State.REGISTERED)
    asked, about = repeating.told_staff(act, link), repeating.told_timeline(link)
    alarm = alarms.alarm(ticket, filing.alarms, now, filed=True)
    grave = ticket.level >= levels.TOP and alarm is None
    tasks = (*asked, levels.called(now)) if grave else asked
    then = alarm or Move(id, "dispatch")
    made = _followed(act, Done(ticket=ticket, then=then, tasks=tasks, detail=about))
    # M01 names the department, which is only known now.
    first = notice(filed_as(made.ticket), Telling(made.ticket, {}, house, now))
    return replace(made, notices=(first, *made.notices[1:]))


def filed_as(ticket: Ticket) -> str:
    """The message that tells its number, by the kind of contact."""
    return FILED.get(ticket.filing.kind, "M01")


def _first_date(ticket: Ticket, now: datetime, house: House) -> Ticket:
    """The date that M01 names: that of the first answer, R3."""
    first = next((one.due for one in ticket.clocks if one.rule == "R3" and one.due > now), None)
    return replace(ticket, next_step_at=first or next_news(ticket, "submit", now, house))


def _made(act: Act, done: Done) -> Applied:
    """One move carried out: state, revision, clocks, entry, message."""
    before, revision = act.ticket.state, act.ticket.revision + 1
    turned = act.target != before or done.ticket.proposals != act.ticket.proposals
    stage = revision if turned or revision == 1 else done.ticket.stage
    ticket = replace(
        done.ticket,
        state=act.target,
        revision=revision,
        stage=stage,
        next_step_expected=_expected(act, done.ticket),
    )
    ticket = approving.overtaken(act.ticket, ticket, act.name, act.now)
    ticket, owed = crediting.followed(act, ticket)
    way = rerouted(act.ticket, ticket, act.house, act.now)
    ticket = sent(ticket, way) if way else ticket
    clocks = _clocks(act, done, ticket)
    ticket = ticket if clocks == ticket.clocks else replace(ticket, clocks=clocks)
    if act.name == "submit":
        ticket = _first_date(ticket, act.now, act.house)
    entry = Entry(
        at=act.now,
        move=act.name,
        actor=act.actor,
        before=before,
        after=act.target,
        detail={**act.fields, **done.detail, **(way.detail() if way else {})},
    )
    notices = _told(act, done, ticket) if done.say else ()
    return Applied(ticket=ticket, entries=(entry,), notices=notices, tasks=(*done.tasks, *owed))


def _expected(act: Act, ticket: Ticket) -> bool:
    """Whether the date to name was counted in days that are not published yet."""
    date = ticket.next_step_at
    if date is None or date == act.ticket.next_step_at:
        return ticket.next_step_expected
    return expected(date, act.house) and date == news_after(act.name, act.now, act.house)


def _clocks(act: Act, done: Done, ticket: Ticket) -> tuple[Clock, ...]:
    # Asking for it decides nothing yet, so it stops no clock that the decision stops.
    asked = act.name == "inadmissible" and act.target is not State.INVALID
    over = (approving.OVERTAKEN,) if approving.was_overtaken(act.ticket, ticket) else ()
    step = Step(
        before=act.ticket,
        ticket=ticket,
        moves=("note" if asked else act.name, *done.beside, *over),
        role=act.actor.role,
        now=act.now,
        house=act.house,
        subject=done.subject,
        ahead=done.then.name if done.then else "",
    )
    clocks = after_move(step)
    if not done.told:
        return clocks
    return delivered(replace(ticket, clocks=clocks), done.told, act.now, act.house)


def _told(act: Act, done: Done, ticket: Ticket) -> tuple[Notify, ...]:
    before, after = act.ticket.state, ticket.state
    code = message(act.name, before, after, act.actor.role)
    if act.name in {"submit", "refile"}:
        code = filed_as(ticket)
    if code == "M05" and handed_over(act.ticket, ticket):
        code = "M05H"
    if not code:
        return ()
    by: dict[str, Json] = {"name": act.actor.name, "role": str(act.actor.role)}
    about = {name: done.detail[name] for name in ("case",) if name in done.detail}
    fields: Mapping[str, Json] = {**act.fields, **about, **by}
    return (notice(code, Telling(ticket, fields, act.house, act.now)),)
