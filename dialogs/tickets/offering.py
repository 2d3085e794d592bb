"""An offer before it goes out: drafted with its gate, warned of where it falls short (S1-P)."""

from dataclasses import dataclass

from dialogs.house import House
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.comparing import compare
from dialogs.tickets.guards import LEADS
from dialogs.tickets.handling import NO_WORDS
from dialogs.tickets.promising import citable, not_citable, promised
from dialogs.tickets.thinking import thought
from dialogs.tickets.ticket import LIABILITIES, Item, Proposal, Role, State, Task, Ticket
from dialogs.values import replace

UNSETTLED = frozenset({State.INVESTIGATING, State.PROPOSED, State.NEGOTIATING, State.DEADLOCK})
AT_RISK = 2  # so many declined offers are looked at by a supervisor (domain.md §7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What would be told: who is liable, by which facts, and what is offered."""

    liability: str
    finding: str
    items: tuple[Item, ...]


def drafted(act: Act) -> Offer | NotAllowed:
    """The offer that a move's fields say. Fields: liability, finding, items, reviewed.

    No offer without a liability that is set, by facts (domain.md §3.4 move 8), and none that was
    not held against the wish (move 9).
    """
    gate = liable(act)
    if isinstance(gate, NotAllowed):
        return gate
    if not read.yes(act.fields, "reviewed"):
        return NotAllowed("not-allowed-not-reviewed")
    items = offered_items(act)
    if isinstance(items, NotAllowed):
        return items
    liability, finding = gate
    return Offer(liability=liability, finding=finding, items=items)


def liable(act: Act) -> tuple[str, str] | NotAllowed:
    """Liability and finding, from the move or as they were set before; both must be there."""
    liability = read.words(act.fields, "liability") or act.ticket.liability
    finding = read.words(act.fields, "finding") or act.ticket.finding
    if liability not in LIABILITIES:
        return NotAllowed("not-allowed-liability")
    return (liability, finding) if finding else NO_WORDS


def offered_items(act: Act) -> tuple[Item, ...] | NotAllowed:
    """The items of a move, each with a date and with a promise that may be cited here."""
    items = read.items(act.fields, act.now, act.house)
    if isinstance(items, NotAllowed):
        return items
    reasons = (not_citable(item, act.ticket, act.house) for item in items)
    return next((why for why in reasons if why is not None), items)


def sent(act: Act, offer: Offer, by: str) -> Ticket:
    """The ticket with this offer as its newest proposal, in the name of who drafted it."""
    proposal = Proposal(
        round=act.ticket.rounds + 1,
        finding=offer.finding,
        items=offer.items,
        at=act.now,
        by=by,
        risk=below_policy(act.ticket, offer, act.house),
    )
    told = replace(
        act.ticket,
        liability=offer.liability,
        finding=offer.finding,
        proposals=(*act.ticket.proposals, proposal),
    )
    return thought(told)


def below_policy(ticket: Ticket, offer: Offer, house: House) -> str:
    """Why a supervisor should look at an offer: "below_promise", "nothing_for_wish", or ""."""
    promise = house.catalogue.promises.get(ticket.filing.promise_cited)
    if promise is not None and citable(promise, ticket, house):
        kept = [item for item in offer.items if item.promise == promise.code]
        least = promised(promise, ticket) or 0
        if not kept or sum(item.minor or 0 for item in kept) < least:
            return "below_promise"
    if offer.liability == "operator" and compare(ticket, offer.items, house).missing:
        return "nothing_for_wish"
    return ""


def at_risk(ticket: Ticket) -> str:
    """Why the offer on an open ticket needs a lead's eye, a code of task "risk"; "" where it does
    not: an open offer below policy, or two that were declined.
    """
    offer = ticket.proposal
    if not ticket.open or offer is None or ticket.state not in UNSETTLED:
        return ""
    if offer.outcome == "open" and offer.risk:
        return offer.risk
    declined = sum(one.outcome == "rejected" for one in ticket.proposals)
    return "declined_twice" if declined >= AT_RISK else ""


def warned(act: Act, offer: Offer) -> tuple[Task, ...]:
    """The warning for a supervisor; none where a lead offers it, who has seen it."""
    if act.actor.role in LEADS:
        return ()
    why = below_policy(act.ticket, offer, act.house)
    return (act.task("risk", Role.SUPERVISOR, why),) if why else ()
