"""Tickets as a subscriber sees them: their matter, where they stand, what can be done now."""

from dialogs.dialog import Scene
from dialogs.intake.category import pair_words
from dialogs.model import Choice, Phrase, Say
from dialogs.tickets.alarms import alarm
from dialogs.tickets.notices import status
from dialogs.tickets.ticket import FRIENDLY, Kind, State, Ticket
from dialogs.tickets.wording import button, item_lines, scores
from dialogs.understand.heard import heard


def find(scene: Scene, number: int) -> Ticket | None:
    """The ticket of this chat with that id, or None."""
    return next((ticket for ticket in scene.facts.tickets if ticket.id == number), None)


def open_ones(scene: Scene) -> tuple[Ticket, ...]:
    """The chat's open tickets, newest first."""
    return tuple(ticket for ticket in scene.facts.tickets if ticket.open)


def complaints(scene: Scene) -> tuple[Ticket, ...]:
    """Of the open tickets those that a complaint may be about; praise and suggestions are not."""
    return tuple(one for one in open_ones(scene) if one.filing.kind not in FRIENDLY)


def named(scene: Scene, ticket: Ticket) -> Phrase:
    """The ticket by number and matter."""
    kind = ticket.filing.kind
    if kind in FRIENDLY:
        return Phrase("ticket-named", {"no": ticket.number, "matter": Phrase(f"kind-{kind}")})
    matter = pair_words(scene, ticket.filing.category, ticket.filing.subtype)
    return Phrase("ticket-named", {"no": ticket.number, "matter": matter})


def noted(scene: Scene, ticket: Ticket | None, words: str, *choices: Choice) -> tuple[Say, ...]:
    """That words were added to the ticket; nothing where the ticket's own message answers them."""
    if ticket is not None and words:
        found = heard(words, scene.house.catalogue.triggers)
        if alarm(ticket, found.codes, scene.facts.now) is not None:
            return ()
    return (Say(Phrase("tell-noted", {"no": ticket.number if ticket else ""}), choices),)


def standing(scene: Scene, ticket: Ticket) -> Say:
    """M26: where it stands, and the buttons for what the subscriber can do now."""
    told = status(ticket, scene.house, scene.facts.now)
    choices = tuple(button(ticket, action) for action in actions(ticket))
    proposal = ticket.proposal
    if ticket.state is State.SURVEY:
        return Say(told.words, (*scores(ticket), *choices), "word")
    if proposal is None or ticket.state not in OFFERED:
        return Say(told.words, choices)
    items = item_lines(proposal.items, ticket, scene.house)
    return Say((told.words, Phrase("status-offer", {"finding": proposal.finding}), *items), choices)


OFFERED = (State.PROPOSED, State.DEADLOCK)


def actions(ticket: Ticket) -> tuple[str, ...]:
    """What its subscriber can do with a ticket, by its state."""
    match ticket.state:
        case State.PROPOSED:
            return ("accept", "reject", "think", "question_proposal")
        case State.AWAITING_CONFIRM:
            return ("fixed", "not_fixed")
        case State.DEADLOCK:
            return ("accept_after_all", "add", "appeal_leaflet")
        case State.CLOSED | State.SURVEY:
            return ("reopen",)
        case State.INVALID:
            return ("refile",)
        case State.WITHDRAWN | State.ARCHIVED:
            return ()
        case State.AGREED | State.EXECUTING:
            return ("add", "remind", "think_again")
        case _ if ticket.filing.kind in FRIENDLY:
            return ("add", "withdraw", "human")
        case _ if ticket.filing.kind is Kind.FAULT:
            return ("add", "remind", "complain", "withdraw", "human")
        case _:
            return ("add", "remind", "withdraw", "human")
