"""Moves of the middle: what is offered, accepted or not, put in writing and carried out."""

from dataclasses import replace

from dialogs.appeals.cases import MEDIATED
from dialogs.appeals.noting import ended_case
from dialogs.model import Arg, Move, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome, with_proposal
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.authority import beyond_right, over_limit, total
from dialogs.tickets.guards import accepted, all_done, named_item
from dialogs.tickets.handling import NO_REASON, NO_WORDS
from dialogs.tickets.lifecycle import fact_of
from dialogs.tickets.offering import AT_RISK, Offer, drafted, liable, offered_items, sent, warned
from dialogs.tickets.renewing import renewed
from dialogs.tickets.surveying import visit_noted
from dialogs.tickets.thinking import thought
from dialogs.tickets.ticket import Item, Proposal, Role, State, Ticket
from dialogs.tickets.wording import remedy


def propose(act: Act) -> Outcome:
    """A written proposal. Fields: finding, items, reviewed; liability sets it in the same act."""
    offer = drafted(act)
    if isinstance(offer, NotAllowed):
        return offer
    role, known = act.actor.role, act.house.catalogue
    if why := beyond_right(role, act.ticket, offer.items, known):
        return why
    return Done(ticket=sent(act, offer, act.actor.name), tasks=warned(act, offer))


def _decided(ticket: Ticket, outcome: str, reason: str = "", wish: str = "") -> Ticket:
    """The ticket with its newest proposal decided so; there is nothing left to think over."""
    ticket = thought(ticket)
    if ticket.proposal is None:
        return ticket
    return with_proposal(
        ticket,
        replace(
            ticket.proposal,
            outcome=outcome,
            reason=reason or ticket.proposal.reason,
            wish=wish or ticket.proposal.wish,
        ),
    )


def accept(act: Act) -> Outcome:
    """Accepted: put in writing at once, in one message with the file (DESIGN §6 pushes).

    Fields: round, how many proposals there were when the subscriber was asked; name, by which
    they sign, where it was not known.
    """
    seen = read.whole(act.fields, "round")
    if seen is not None and seen != len(act.ticket.proposals):
        return NotAllowed("not-allowed-old-proposal")
    settled = _decided(_renewed(act), "accepted")
    dues = [item.due for item in accepted(settled) if item.due]
    settled = replace(settled, next_step_at=min(dues, default=settled.next_step_at))
    name = read.words(act.fields, "name")
    if name:
        settled = replace(settled, filing=replace(settled.filing, name=name))
    return Done(ticket=settled, say=False, then=Move(settled.id, "confirm_writing"))


def _renewed(act: Act) -> Ticket:
    """The ticket with the dates of its offer counted anew where they have passed."""
    proposal = act.ticket.proposal
    if proposal is None:
        return act.ticket
    return with_proposal(act.ticket, replace(proposal, items=renewed(proposal, act.now, act.house)))


def reject(act: Act) -> Outcome:
    """Declined: a new round. Fields: reason (a code or words), wish."""
    reason = read.words(act.fields, "reason")
    if not reason:
        return NO_REASON
    ticket = _decided(act.ticket, "rejected", reason, read.words(act.fields, "wish"))
    declined = sum(one.outcome == "rejected" for one in ticket.proposals)
    again = (act.task("risk", Role.SUPERVISOR, "declined_twice"),) if declined >= AT_RISK else ()
    return Done(ticket=_next_round(act, ticket), tasks=again)


def think_again(act: Act) -> Outcome:
    """The subscriber takes an acceptance back before anything is carried out. Fields: reason."""
    ticket = _decided(act.ticket, "rejected", read.words(act.fields, "reason"))
    return Done(ticket=_next_round(act, ticket))


def _next_round(act: Act, ticket: Ticket) -> Ticket:
    return replace(ticket, rounds=ticket.rounds + 1, next_step_at=act.promise())


def withdraw_proposal(act: Act) -> Outcome:
    """Staff take the proposal back to mend it. Fields: reason, until (else the usual date)."""
    reason = read.words(act.fields, "reason")
    if not reason:
        return NO_REASON
    until = read.moment(act.fields, "until", act.now, act.house) or act.promise()
    ticket = _decided(act.ticket, "withdrawn", reason)
    return Done(ticket=replace(ticket, next_step_at=until))


def no_answer(act: Act) -> Outcome:
    """Thirty days of silence after reminders and a call; it is no consent, and can be reopened."""
    ticket = _decided(act.ticket, "lapsed")
    return Done(ticket=replace(ticket, result="no_answer", closed_at=act.now))


def final(act: Act) -> Outcome:
    """The operator's last word. Fields: words, the position with its reasons; meeting, yes.

    It is the outcome of a review meeting (domain.md §3.4 move 13), so that all say the same.
    """
    position = read.words(act.fields, "words")
    if not position:
        return NO_WORDS
    if not read.yes(act.fields, "meeting"):
        return NotAllowed("not-allowed-no-meeting")
    ticket = thought(replace(act.ticket, finding=position))
    if ticket.proposal is not None:
        ticket = with_proposal(ticket, replace(ticket.proposal, final=True))
    return Done(ticket=ticket)


def new_fact(act: Act) -> Outcome:
    """Something new after the last word opens the talks again. Fields: words."""
    if not read.words(act.fields, "words"):
        return NO_WORDS
    return Done(ticket=thought(replace(act.ticket, next_step_at=act.promise())))


def confirm_writing(act: Act) -> Outcome:
    """The written confirmation goes out."""
    return Done(ticket=act.ticket)


def item_done(act: Act) -> Outcome:
    """One agreed item is carried out; the last one ends execution.

    Fields: item (from 1), proof; visit (true: at the subscriber's home)."""
    place, proof = named_item(act.ticket, act.fields), read.words(act.fields, "proof")
    proposal = act.ticket.proposal
    if place is None or proposal is None:
        return not_agreed(act)
    if proposal.items[place].done_at is not None:
        return NotAllowed("not-allowed-item-done-before")
    if not proof:
        return NotAllowed("not-allowed-no-proof")
    item = replace(proposal.items[place], proof=proof, done_at=act.now)
    ticket = visit_noted(_with_item(act.ticket, proposal, place, item), act.fields)
    fact = fact_of(ticket, act.actor, act.house.catalogue, act.now)
    then = Move(ticket.id, "done") if all_done(fact) is None else None
    return Done(ticket=ticket, then=then, subject=str(place + 1))


def not_agreed(act: Act) -> NotAllowed:
    """No such item was agreed; which ones were, and what of them is open."""
    lines: list[Arg] = []
    for place, item in enumerate(accepted(act.ticket), start=1):
        key = "agreed-item-done" if item.done_at else "agreed-item"
        lines.append(Phrase(key, {"place": place, "what": remedy(item, act.house)}))
    return NotAllowed("not-allowed-not-agreed", {"items": tuple(lines) or Phrase("items-none")})


def _with_item(ticket: Ticket, proposal: Proposal, place: int, item: Item) -> Ticket:
    items = (*proposal.items[:place], item, *proposal.items[place + 1 :])
    return with_proposal(ticket, replace(proposal, items=items))


def done(act: Act) -> Outcome:
    """Every item has its proof: the subscriber checks."""
    return Done(ticket=act.ticket)


def late(act: Act) -> Outcome:
    """An item comes later. Fields: item (from 1), due, reason; the clock finds a date itself."""
    place, proposal = named_item(act.ticket, act.fields), act.ticket.proposal
    if place is None or proposal is None:
        return not_agreed(act)
    if proposal.items[place].done_at is not None:
        return NotAllowed("not-allowed-item-done-before")
    due = read.moment(act.fields, "due", act.now, act.house)
    if act.actor.role is not Role.CLOCK:
        if due is None:
            return NotAllowed("not-allowed-no-date")
        if not read.words(act.fields, "reason"):
            return NO_REASON
    date = due or act.promise()
    before = proposal.items[place]
    item = replace(before, due=date, agreed=before.agreed or before.due)
    ticket = replace(_with_item(act.ticket, proposal, place, item), next_step_at=date)
    if act.actor.role is Role.CLOCK:
        ticket = replace(ticket, delays=ticket.delays + 1, delayed_to=date)
    return Done(ticket=ticket, subject=str(place + 1))


def done_without_proposal(act: Act) -> Outcome:
    """The wish met as asked, or a fault repaired.

    Fields: proof, wish_met, minor if money went, visit (true: at the subscriber's home)."""
    proof, minor = read.words(act.fields, "proof"), read.whole(act.fields, "minor")
    category = act.house.catalogue.categories.get(act.ticket.filing.category)
    repair = category is not None and category.repair
    if not repair and not read.yes(act.fields, "wish_met"):
        return NotAllowed("not-allowed-not-as-asked")
    if not proof:
        return NotAllowed("not-allowed-no-proof")
    if minor and (why := over_limit(act.actor.role, act.ticket, minor, act.house.catalogue)):
        return why
    return Done(ticket=visit_noted(replace(act.ticket, finding=proof), act.fields))


def mediated(act: Act) -> Outcome:
    """Settled before the authority: its terms are what is carried out.

    Fields: finding, items; liability, where it is not set yet; case. What is in dispute binds the
    offers that we make, not what was settled there. A ticket that had ended is open again with it.
    """
    gate, items = liable(act), offered_items(act)
    if isinstance(gate, NotAllowed):
        return gate
    if isinstance(items, NotAllowed):
        return items
    offered = total(items)
    if offered and (why := over_limit(act.actor.role, act.ticket, offered, act.house.catalogue)):
        return why
    over = ended_case(act, MEDIATED)
    if isinstance(over, NotAllowed):
        return over
    offer, ticket = Offer(liability=gate[0], finding=gate[1], items=items), over[0]
    if ticket.state is State.PROPOSED:
        ticket = _decided(ticket, "lapsed")
    cleared = replace(
        ticket,
        back=None,
        hold_reason="",
        inadmissible="",
        inadmissible_by=0,
        result="",
        closed_at=None,
    )
    settled = _decided(sent(replace(act, ticket=cleared), offer, act.actor.name), "accepted")
    dues = [item.due for item in items if item.due]
    settled = replace(settled, next_step_at=min(dues, default=settled.next_step_at))
    written = Move(settled.id, "confirm_writing")
    return Done(ticket=settled, say=False, then=written, detail={"case": over[1]})
