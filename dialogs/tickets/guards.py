"""Conditions of the ticket's moves: each says why not, or None where the move may be made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from dialogs.appeals.stating import contacts
from dialogs.catalogue import Catalogue
from dialogs.model import Json, Moment, Phrase
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.repeats import looks_alike as is_alike
from dialogs.tickets.ticket import FRIENDLY, Actor, Item, Kind, Proposal, Role, State, Ticket

TOP_LEVEL = 3
MAX_RETURNS = 1  # domain.md §3.4 move 5: no ping-pong
CORRECTION = timedelta(days=7)  # DESIGN §6: a score may be corrected within 7 days
STAFF = frozenset({Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN})
LEADS = frozenset({Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN})
DECIDERS = frozenset({Role.SUPERVISOR, Role.DIRECTOR})  # on offers; an admin has no money right


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """All that the table may ask: the ticket, who acts, when, by which catalogue, with what."""

    ticket: Ticket
    actor: Actor
    catalogue: Catalogue
    now: datetime
    fields: Mapping[str, Json] = field(default_factory=dict)


Guard: TypeAlias = Callable[[Fact], NotAllowed | None]

NOT_HERE = NotAllowed("not-allowed-state")


def accepted(ticket: Ticket) -> tuple[Item, ...]:
    """The items of the newest proposal if it was accepted, else nothing."""
    proposal = ticket.proposal
    return proposal.items if proposal is not None and proposal.outcome == "accepted" else ()


def named_item(ticket: Ticket, fields: Mapping[str, Json]) -> int | None:
    """The place (from 0) of the accepted item that `item` names, counted from 1; None if none."""
    said = fields.get("item")
    if isinstance(said, bool) or not isinstance(said, int | str):
        return None
    text = str(said)
    if not (text.isascii() and text.isdecimal() and len(text) < 4):
        return None
    return int(text) - 1 if 1 <= int(text) <= len(accepted(ticket)) else None


def hold_waits(fact: Fact) -> NotAllowed | None:
    """Whether a disputed amount waits for billing to put it on hold."""
    hold = fact.ticket.credit
    waits = hold is not None and hold.ended_at is None and hold.placed_at is None
    return None if waits else NotAllowed("not-allowed-no-hold")


def not_yet_asked(fact: Fact) -> NotAllowed | None:
    return NotAllowed("not-allowed-asked-already") if fact.ticket.inadmissible else None


def asked_inadmissible(fact: Fact) -> NotAllowed | None:
    return None if fact.ticket.inadmissible else NotAllowed("not-allowed-not-asked")


def asked_by_another(fact: Fact) -> NotAllowed | None:
    """A second pair of eyes (domain.md §3.4 move 3): the one who asked does not confirm."""
    if not fact.ticket.inadmissible:
        return asked_inadmissible(fact)
    same = fact.ticket.inadmissible_by == fact.actor.staff
    return NotAllowed("not-allowed-same-person") if same else None


def returns_left(fact: Fact) -> NotAllowed | None:
    """One return; after it a supervisor decides, and what they decide stays (no ping-pong)."""
    spent = fact.ticket.returns >= MAX_RETURNS
    return NotAllowed("not-allowed-returns") if spent else None


def unowned(fact: Fact) -> NotAllowed | None:
    if not fact.ticket.owner:
        return None
    return NotAllowed("not-allowed-owned", {"owner": fact.ticket.owner_name or "-"})


def theirs_to_give(fact: Fact) -> NotAllowed | None:
    """A lead gives any ticket to a colleague, whoever has it their own."""
    if fact.actor.role in LEADS or fact.ticket.owner == fact.actor.staff:
        return None
    return NotAllowed("not-allowed-not-yours", {"owner": fact.ticket.owner_name or "-"})


def theirs_to_lay_down(fact: Fact) -> NotAllowed | None:
    if not fact.ticket.owner:
        return NotAllowed("not-allowed-unowned")
    return theirs_to_give(fact)


def asks_left(fact: Fact) -> NotAllowed | None:
    if fact.ticket.asks < fact.catalogue.max_asks:
        return None
    return NotAllowed("not-allowed-asks", {"most": fact.catalogue.max_asks})


def back_to(state: State) -> Guard:
    """Whether a waiting ticket came from `state`; one that does not know was investigated."""

    def came_from(fact: Fact) -> NotAllowed | None:
        return None if (fact.ticket.back or State.INVESTIGATING) == state else NOT_HERE

    return came_from


def enough_rounds(fact: Fact) -> NotAllowed | None:
    most = fact.catalogue.rounds_before_final
    if fact.ticket.rounds >= most:
        return None
    return NotAllowed("not-allowed-rounds", {"least": most})


def first_round(fact: Fact) -> NotAllowed | None:
    return NOT_HERE if fact.ticket.rounds else None


def later_round(fact: Fact) -> NotAllowed | None:
    return None if fact.ticket.rounds else NOT_HERE


def standing(ticket: Ticket) -> Proposal | None:
    """The newest proposal, unless staff took it back."""
    last = ticket.proposal
    return last if last is not None and last.outcome != "withdrawn" else None


def has_proposal(fact: Fact) -> NotAllowed | None:
    """Whether there is an offer to fall back on; what staff took back is none."""
    stands = standing(fact.ticket) is not None
    return None if stands else NotAllowed("not-allowed-no-proposal")


def approval_open(fact: Fact) -> NotAllowed | None:
    """Whether leave is asked for an offer; if it was decided or overtaken, that is said."""
    if not fact.ticket.approvals:
        return NotAllowed("not-allowed-no-approval")
    last = fact.ticket.approvals[-1]
    if last.outcome == "asked":
        return None
    if last.outcome == "overtaken":
        since = Phrase(f"move-{last.reason}") if last.reason else Phrase("words-none")
        return NotAllowed("not-allowed-approval-overtaken", {"move": since})
    return NotAllowed("not-allowed-approval-decided", {"name": last.decided_name or "-"})


def may_decide(fact: Fact) -> NotAllowed | None:
    """A second pair of eyes, of the role that was asked or above."""
    if why := approval_open(fact):
        return why
    last = fact.ticket.approvals[-1]
    if last.by == fact.actor.staff:
        return NotAllowed("not-allowed-own-approval")
    above = last.role is Role.DIRECTOR and fact.actor.role is not Role.DIRECTOR
    return NotAllowed("not-allowed-approval-director") if above else None


def may_pass_up(fact: Fact) -> NotAllowed | None:
    """Leave that a supervisor is asked for may be left to the director, once."""
    if why := approval_open(fact):
        return why
    passed = fact.ticket.approvals[-1].role is Role.DIRECTOR
    return NotAllowed("not-allowed-approval-director") if passed else None


def thinks_left(fact: Fact) -> NotAllowed | None:
    """Time to think is given so often for one offer and no more; the offer stays open."""
    most = fact.catalogue.thinks
    if fact.ticket.thinks >= most:
        return NotAllowed("not-allowed-thinks", {"most": most})
    return has_proposal(fact)


def called(fact: Fact) -> NotAllowed | None:
    """Silence closes nothing before a call was tried and recorded (DESIGN §6 move 32)."""
    proposal, call = fact.ticket.proposal, fact.ticket.called_at
    tried = proposal is not None and call is not None and call >= proposal.at
    return None if tried else NotAllowed("not-allowed-no-call")


def none_done(fact: Fact) -> NotAllowed | None:
    done = any(item.done_at for item in accepted(fact.ticket))
    return NotAllowed("not-allowed-item-done") if done else None


def all_done(fact: Fact) -> NotAllowed | None:
    items = accepted(fact.ticket)
    done = bool(items) and all(item.done_at for item in items)
    return None if done else NotAllowed("not-allowed-open-items")


def item_open(fact: Fact) -> NotAllowed | None:
    """Whether an agreed item is open, the one included that the subscriber says is not done."""
    named = named_item(fact.ticket, fact.fields) is not None
    still = any(item.done_at is None for item in accepted(fact.ticket))
    return None if named or still else NOT_HERE


def no_item_open(fact: Fact) -> NotAllowed | None:
    return NOT_HERE if item_open(fact) is None else None


def reopen_in_time(fact: Fact) -> NotAllowed | None:
    closed = fact.ticket.closed_at
    limit = timedelta(days=fact.catalogue.reopen_days)
    late = closed is not None and fact.now - closed > limit
    return NotAllowed("not-allowed-reopen-late", {"days": limit.days}) if late else None


def score_open(fact: Fact) -> NotAllowed | None:
    """A late or corrected score counts for 7 days; where no survey was due there is none."""
    closed = fact.ticket.closed_at
    asked = fact.ticket.result not in {"no_answer", "thanked"}
    in_time = closed is not None and fact.now - closed <= CORRECTION
    return None if asked and in_time else NotAllowed("not-allowed-score-late")


def not_just_reminded(fact: Fact) -> NotAllowed | None:
    last = fact.ticket.reminded_at
    if last is None or fact.now - last >= fact.catalogue.remind_every:
        return None
    return NotAllowed("not-allowed-too-early", {"at": Moment(last + fact.catalogue.remind_every)})


def delays_left(fact: Fact) -> NotAllowed | None:
    """That it will be later is told so often and no more (domain.md §4 rule 6)."""
    most = fact.catalogue.delays
    return NotAllowed("not-allowed-delays", {"most": most}) if fact.ticket.delays >= most else None


def looks_alike(fact: Fact) -> NotAllowed | None:
    """Whether it is linked by a number that was only typed, and nobody has judged that yet."""
    return None if is_alike(fact.ticket) else NotAllowed("not-allowed-no-repeat")


def not_at_the_top(fact: Fact) -> NotAllowed | None:
    top = fact.ticket.level >= TOP_LEVEL
    return NotAllowed("not-allowed-top-level") if top else None


def not_under_appeal(fact: Fact) -> NotAllowed | None:
    """What is before the authority is not closed for silence."""
    return NotAllowed("not-allowed-appeal-open") if fact.ticket.appeal else None


def under_appeal(fact: Fact) -> NotAllowed | None:
    return None if fact.ticket.appeal else NotAllowed("not-allowed-no-appeal")


def has_contact(fact: Fact) -> NotAllowed | None:
    """Whether the subscriber named an earlier contact that staff can look up."""
    return None if contacts(fact.ticket) else NotAllowed("not-allowed-no-contact")


def at_their_desk(fact: Fact) -> NotAllowed | None:
    """Whether they belong to the department that answers outside bodies, as the routes name it."""
    desk = next((one.department for one in fact.catalogue.routes if one.referral), "")
    return None if fact.actor.department == desk != "" else NotAllowed("not-allowed-role")


def case_at_their_desk(fact: Fact) -> NotAllowed | None:
    return at_their_desk(fact) or under_appeal(fact)


def friendly(fact: Fact) -> NotAllowed | None:
    """Praise and suggestions are answered with thanks; nothing else is."""
    return None if fact.ticket.filing.kind in FRIENDLY else NOT_HERE


def no_complaint_yet(fact: Fact) -> NotAllowed | None:
    return NOT_HERE if fact.ticket.filing.kind is Kind.COMPLAINT else None


def in_incident(fact: Fact) -> NotAllowed | None:
    return None if fact.ticket.incident else NotAllowed("not-allowed-no-incident")


def no_incident(fact: Fact) -> NotAllowed | None:
    """One incident at a time, and none for praise."""
    if fact.ticket.incident:
        return NotAllowed("not-allowed-incident-already")
    return NOT_HERE if fact.ticket.filing.kind in FRIENDLY else None


GUARDS: Mapping[str, Guard] = {
    "": lambda _fact: None,
    "hold_waits": hold_waits,
    "not_yet_asked": not_yet_asked,
    "asked_inadmissible": asked_inadmissible,
    "asked_by_another": asked_by_another,
    "returns_left": returns_left,
    "unowned": unowned,
    "theirs_to_give": theirs_to_give,
    "theirs_to_lay_down": theirs_to_lay_down,
    "asks_left": asks_left,
    "back_investigating": back_to(State.INVESTIGATING),
    "back_negotiating": back_to(State.NEGOTIATING),
    "back_executing": back_to(State.EXECUTING),
    "enough_rounds": enough_rounds,
    "first_round": first_round,
    "later_round": later_round,
    "has_proposal": has_proposal,
    "thinks_left": thinks_left,
    "may_decide": may_decide,
    "may_pass_up": may_pass_up,
    "called": called,
    "none_done": none_done,
    "all_done": all_done,
    "item_open": item_open,
    "no_item_open": no_item_open,
    "reopen_in_time": reopen_in_time,
    "score_open": score_open,
    "not_just_reminded": not_just_reminded,
    "delays_left": delays_left,
    "looks_alike": looks_alike,
    "not_at_the_top": not_at_the_top,
    "not_under_appeal": not_under_appeal,
    "under_appeal": under_appeal,
    "has_contact": has_contact,
    "at_their_desk": at_their_desk,
    "case_at_their_desk": case_at_their_desk,
    "friendly": friendly,
    "no_complaint_yet": no_complaint_yet,
    "in_incident": in_incident,
    "no_incident": no_incident,
}
