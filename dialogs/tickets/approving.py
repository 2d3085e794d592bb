"""Leave for an offer that is above a role's right: asked for, granted, refused, or overtaken.

The whole offer is drafted when leave is asked for, and goes out as it was drafted once it is
granted. Until then the subscriber is told nothing of it.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.tickets import authority, offering
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.handling import NO_REASON
from dialogs.tickets.limit import limit_of
from dialogs.tickets.offering import Offer
from dialogs.tickets.ticket import Approval, Item, Role, State, Task, Ticket
from dialogs.values import replace

RULE = "APPROVAL"  # the clock of a decision that is waited for
OVERTAKEN = "overtaken"
TASK = "approve_offer"
# The states in which a draft may wait; in all others something else was decided.
WAITING = frozenset({State.INVESTIGATING, State.NEGOTIATING, State.AWAITING_USER, State.ON_HOLD})
DECIDED = frozenset({"ask_approval", "approve", "refuse_approval", "pass_up"})


def asked(ticket: Ticket) -> Approval | None:
    """The approval that waits for somebody's decision, if any; it is the newest."""
    last = ticket.approvals[-1] if ticket.approvals else None
    return last if last is not None and last.outcome == "asked" else None


def ask_approval(act: Act) -> Outcome:
    """Leave is asked for a whole offer. Fields: those of `propose`, and words (why).

    It goes to the least role that may grant it. An older one that still waits is overtaken.
    """
    offer, known = offering.drafted(act), act.house.catalogue
    if isinstance(offer, NotAllowed):
        return offer
    if not authority.beyond_right(act.actor.role, act.ticket, offer.items, known):
        return NotAllowed("not-allowed-own-right")
    why = read.words(act.fields, "words")
    if not why:
        return NO_REASON
    role = authority.approver(act.ticket, offer.items, known)
    if role is None:
        return NotAllowed("not-allowed-over-all")
    approval = Approval(
        minor=authority.total(offer.items),
        role=role,
        by=act.actor.staff,
        by_name=act.actor.name,
        by_role=act.actor.role,
        at=act.now,
        words=why,
        liability=offer.liability,
        finding=offer.finding,
        items=offer.items,
    )
    ticket = _overtaken(act.ticket, act.name, act.now)
    ticket = replace(ticket, approvals=(*ticket.approvals, approval))
    return Done(ticket=ticket, tasks=(_task(act, role, why),), detail={"role": role.value})


def _task(act: Act, role: Role, words: str) -> Task:
    """The decision that is wanted, by when the clock for it is over."""
    rule = act.house.catalogue.clocks.get(RULE)
    due = limit_of(act.ticket, rule, act.house).due(act.now)[0] if rule else act.now
    return Task(kind=TASK, role=role, due=due, words=words)


def approve(act: Act) -> Outcome:
    """Leave is granted: the offer goes out as it was drafted, in the name of who drafted it.

    Another than the one who asked grants it (`guards.may_decide`), within their own right.
    """
    approval, ticket = asked(act.ticket), act.ticket
    if approval is None:
        return NotAllowed("not-allowed-no-approval")
    if not authority.may_allow(act.actor.role, ticket, approval.items, act.house.catalogue):
        return NotAllowed("not-allowed-pass-up")
    if why := _stale(act, approval.items):
        return why
    offer = Offer(liability=approval.liability, finding=approval.finding, items=approval.items)
    out = offering.sent(act, offer, approval.by_name)
    return Done(ticket=_decided(act, out, "granted"), beside=("propose",))


def _stale(act: Act, items: tuple[Item, ...]) -> NotAllowed | None:
    """Why a draft cannot go out any more as it is: one of its dates is over."""
    past = [item.due for item in items if item.due is not None and item.due <= act.now]
    if not past:
        return None
    day = min(past).astimezone(ZoneInfo(act.house.zone)).date()
    return NotAllowed("not-allowed-approval-date", {"date": day})


def refuse_approval(act: Act) -> Outcome:
    """Leave is not granted: whoever drafted it hears why, nobody else. Fields: reason."""
    approval, reason = asked(act.ticket), read.words(act.fields, "reason")
    if approval is None:
        return NotAllowed("not-allowed-no-approval")
    if not reason:
        return NO_REASON
    ticket = _decided(act, act.ticket, "refused", reason)
    return Done(ticket=ticket, tasks=(act.task("offer_refused", approval.by_role, reason),))


def pass_up(act: Act) -> Outcome:
    """A supervisor leaves it to the director. Fields: words, what they think of it."""
    approval = asked(act.ticket)
    if approval is None:
        return NotAllowed("not-allowed-no-approval")
    passed = replace(
        approval, role=Role.DIRECTOR, passed_by=act.actor.staff, passed_name=act.actor.name
    )
    words = read.words(act.fields, "words") or approval.words
    ticket = replace(act.ticket, approvals=(*act.ticket.approvals[:-1], passed))
    return Done(ticket=ticket, tasks=(_task(act, Role.DIRECTOR, words),))


def _decided(act: Act, ticket: Ticket, outcome: str, reason: str = "") -> Ticket:
    """The ticket with the approval that was waited for decided by the actor."""
    decided = replace(
        ticket.approvals[-1],
        outcome=outcome,
        decided_by=act.actor.staff,
        decided_name=act.actor.name,
        decided_at=act.now,
        reason=reason,
    )
    return replace(ticket, approvals=(*ticket.approvals[:-1], decided))


def overtaken(before: Ticket, after: Ticket, move: str, now: datetime) -> Ticket:
    """`after` the move, with a draft overtaken that the ticket moved on from."""
    approval = asked(after)
    if approval is None or move in DECIDED:
        return after
    stays = after.state in WAITING and after.proposals == before.proposals
    agrees = after.liability in {before.liability, approval.liability}
    if stays and agrees and after.rounds == before.rounds:
        return after
    return _overtaken(after, move, now)


def was_overtaken(before: Ticket, after: Ticket) -> bool:
    """Whether a draft waited before, and was overtaken since."""
    return asked(before) is not None and after.approvals[-1].outcome == OVERTAKEN


def _overtaken(ticket: Ticket, move: str, now: datetime) -> Ticket:
    """The ticket with the draft that waits, if any, overtaken by this move."""
    approval = asked(ticket)
    if approval is None:
        return ticket
    over = replace(approval, outcome=OVERTAKEN, decided_at=now, reason=move)
    return replace(ticket, approvals=(*ticket.approvals[:-1], over))
