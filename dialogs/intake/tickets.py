"""Tickets as a subscriber sees them: their matter, where they stand, what can be done now."""

from dialogs.dialog import Scene
from dialogs.intake.fields import pair_words
from dialogs.model import Arg, Choice, Money, Moment, Phrase, Say
from dialogs.tickets.ticket import Item, Proposal, State, Ticket

WORK = (State.REGISTERED, State.DISPATCHED, State.INVESTIGATING, State.ON_HOLD, State.NEGOTIATING)


def find(scene: Scene, number: int) -> Ticket | None:
    """The ticket of this chat with that id, or None."""
    return next((ticket for ticket in scene.facts.tickets if ticket.id == number), None)


def open_ones(scene: Scene) -> tuple[Ticket, ...]:
    return tuple(ticket for ticket in scene.facts.tickets if ticket.open)


def named(scene: Scene, ticket: Ticket) -> Phrase:
    """The ticket by number and matter."""
    matter = pair_words(scene, ticket.filing.category, ticket.filing.subtype)
    return Phrase("ticket-named", {"no": ticket.number, "matter": matter})


def standing(scene: Scene, ticket: Ticket) -> Say:
    """M26: the state, who has it, the next date, and the moves that are the subscriber's."""
    parts: list[Arg] = [
        named(scene, ticket),
        Phrase("ticket-state", {"state": Phrase(f"state-{ticket.state}")}),
    ]
    department = scene.house.catalogue.departments.get(ticket.department)
    if department is not None and ticket.open:
        parts.append(Phrase("ticket-with", {"department": department.label}))
    if ticket.next_step_at is not None and ticket.state in WORK:
        parts.append(Phrase("ticket-next", {"at": Moment(ticket.next_step_at)}))
    proposal = ticket.proposal
    if proposal is not None and ticket.state in (State.PROPOSED, State.DEADLOCK):
        parts.append(offered(scene, proposal))
    if ticket.questions and ticket.questions[-1].answer is None and ticket.open:
        parts.append(Phrase("ticket-question", {"question": ticket.questions[-1].words}))
    return Say(tuple(parts), moves_of(ticket), card=f"ticket:{ticket.id}:status")


def offered(scene: Scene, proposal: Proposal) -> Arg:
    """What is offered, one item a line."""
    return tuple(item_words(scene, item) for item in proposal.items) or proposal.finding


def item_words(scene: Scene, item: Item) -> Arg:
    remedy = scene.house.catalogue.remedies.get(item.code)
    label: Arg = item.words or (remedy.label if remedy else item.code)
    if item.minor is not None:
        label = Phrase("card-wish", {"remedy": label, "amount": Money(item.minor)})
    if item.due is not None:
        return Phrase("item-due", {"item": label, "at": Moment(item.due)})
    return Phrase("item", {"item": label})


def moves_of(ticket: Ticket) -> tuple[Choice, ...]:
    """The buttons under a ticket, by its state."""

    def button(action: str, style: str = "") -> Choice:
        return Choice(
            Phrase(f"button-{action.replace('_', '-')}"), f"t:{ticket.id}:{action}", style
        )

    match ticket.state:
        case State.PROPOSED:
            return (
                button("accept", "success"),
                button("reject"),
                button("think"),
                button("question_proposal"),
            )
        case State.AWAITING_CONFIRM:
            return (button("fixed", "success"), button("not_fixed"))
        case State.DEADLOCK:
            return (button("accept_after_all"), button("add"), button("appeal_leaflet"))
        case State.CLOSED | State.SURVEY:
            return (button("reopen"),)
        case State.INVALID | State.WITHDRAWN | State.ARCHIVED:
            return ()
        case State.AGREED | State.EXECUTING:
            return (button("add"), button("remind"), button("think_again"))
        case _:
            return (button("add"), button("remind"), button("withdraw"), button("human"))
