"""Tickets as a subscriber sees them: their matter, where they stand, what can be done now."""

from dialogs.appeals.grounds import offered
from dialogs.dialog import Scene
from dialogs.incidents.known import narrowed
from dialogs.incidents.matching import codes
from dialogs.incidents.saying import standing as trouble_stands
from dialogs.intake.category import pair_words
from dialogs.model import Arg, Choice, Json, Moment, Phrase, Say
from dialogs.tickets import thinking
from dialogs.tickets.alarms import alarm
from dialogs.tickets.guards import standing as on_the_table
from dialogs.tickets.notices import status
from dialogs.tickets.numbers import read_numbers
from dialogs.tickets.renewing import renewed
from dialogs.tickets.repeats import ways_on
from dialogs.tickets.surveying import correctable
from dialogs.tickets.ticket import FRIENDLY, Kind, State, Ticket
from dialogs.tickets.wording import button, item_lines, scores, state_name
from dialogs.understand.heard import heard
from dialogs.values import replace


def find(scene: Scene, number: int) -> Ticket | None:
    """The ticket of this chat with that id, or None."""
    return next((ticket for ticket in scene.facts.tickets if ticket.id == number), None)


def in_words(scene: Scene, text: str) -> Ticket | None:
    """The ticket whose number stands in a text, of those that the person may know of."""
    numbers = read_numbers(text)
    return next((one for one in scene.facts.tickets if one.number in numbers), None)


def open_ones(scene: Scene) -> tuple[Ticket, ...]:
    """The chat's open tickets, newest first."""
    return tuple(ticket for ticket in scene.facts.tickets if ticket.open)


def complaints(scene: Scene) -> tuple[Ticket, ...]:
    """Of the open tickets those that a complaint may be about; praise and suggestions are not."""
    return tuple(one for one in open_ones(scene) if one.filing.kind not in FRIENDLY)


def open_ids(scene: Scene) -> list[Json]:
    """The open tickets that the person can choose from, for a draft that is about none of them."""
    return [one.id for one in open_ones(scene)]


def named(scene: Scene, ticket: Ticket) -> Phrase:
    """The ticket by number and matter; an old one by the date first (domain.md §9 rule 12)."""
    kind = ticket.filing.kind
    matter: Arg = pair_words(scene, ticket.filing.category, ticket.filing.subtype)
    if kind in FRIENDLY:
        matter = Phrase(f"kind-{kind}")
    matter = pair_words(scene, ticket.filing.category, ticket.filing.subtype)
    if ticket.open:
        return Phrase("ticket-named", {"no": ticket.number, "matter": matter})
    filed = Moment(ticket.opened_at, day_only=True)
    return Phrase("ticket-named-old", {"no": ticket.number, "matter": matter, "filed": filed})


def way_out(scene: Scene, ticket: Ticket, action: str) -> Say:
    """After words were added to an open ticket: the way out, should it be another matter.

    `action` is what the way out does. What can be done with the ticket at once stands beside it.
    """
    new = Choice(Phrase("button-new-matter"), action)
    ways = (button(ticket, one) for one in ways_on(ticket, scene.facts.now))
    return Say(Phrase("repeat-apart"), (*ways, new))


def noted(scene: Scene, ticket: Ticket | None, words: str, *choices: Choice) -> tuple[Say, ...]:
    """That words were added to the ticket; nothing where the ticket's own message answers them."""
    if ticket is not None and words:
        found = heard(words, scene.house.catalogue.triggers)
        if alarm(ticket, found.codes, scene.facts.now) is not None:
            return ()
    return (Say(Phrase("tell-noted", {"no": ticket.number if ticket else ""}), choices),)


def of_one_story(tickets: tuple[Ticket, ...]) -> bool:
    """Whether these are the tickets of one story and no others."""
    ids = {one.id for one in tickets}
    return all({one.id, *one.siblings} == ids for one in tickets)


def standing_together(scene: Scene, tickets: tuple[Ticket, ...]) -> Arg:
    """Where the tickets of one story stand, in the order in which they were told."""
    now = scene.facts.now
    return tuple(status(one, scene.house, now).words for one in reversed(tickets))


def beside(scene: Scene, ticket: Ticket) -> tuple[Phrase, ...]:
    """The others of the same story, each with where it stands."""
    return tuple(
        Phrase(
            "status-beside",
            {
                "no": one.number,
                "matter": pair_words(scene, one.filing.category, one.filing.subtype),
                "state": state_name(one.state),
            },
        )
        for one in reversed(scene.facts.tickets)
        if one.id in ticket.siblings
    )


def standing(scene: Scene, ticket: Ticket) -> Say:
    """Where it stands with what was filed together with it, and what can be done now."""
    alone = _standing(scene, ticket)
    others = beside(scene, ticket)
    return replace(alone, words=(alone.words, *others)) if others else alone


def _standing(scene: Scene, ticket: Ticket) -> Say:
    """M26: where it stands, and the buttons for what the subscriber can do now."""
    told = status(ticket, scene.house, scene.facts.now)
    trouble = scene.facts.incidents.get(ticket.incident)
    words: Arg = told.words
    if trouble is not None:
        here = replace(trouble, areas=narrowed(trouble.areas, codes(ticket.filing.where)))
        words = (words, *trouble_stands(here, scene.house, scene.facts.now))
    may = thinking.ways(actions(ticket), ticket, scene.house.catalogue)
    choices = tuple(button(ticket, action) for action in may)
    proposal = on_the_table(ticket)
    if "appeal" not in may and offered(ticket, scene.house, scene.facts.now):
        choices = (*choices, button(ticket, "appeal"))
    if ticket.state is State.SURVEY:
        return Say(words, (*scores(ticket), *choices), "word")
    if correctable(ticket, scene.facts.now):
        choices = (*choices, button(ticket, "rescore"))
    if proposal is None or ticket.state not in OFFERED:
        return Say(words, choices)
    items = item_lines(renewed(proposal, scene.facts.now, scene.house), ticket, scene.house)
    return Say((words, Phrase("status-offer", {"finding": proposal.finding}), *items), choices)


OFFERED = (State.PROPOSED, State.DEADLOCK)


def actions(ticket: Ticket) -> tuple[str, ...]:
    """What its subscriber can do with a ticket, by its state."""
    match ticket.state:
        case State.PROPOSED:
            return ("accept", "reject", "think", "question_proposal")
        case State.AWAITING_CONFIRM:
            return ("fixed", "not_fixed")
        case State.DEADLOCK:
            return (
                *(("accept_after_all", "think") if on_the_table(ticket) else ()),
                *("add", "appeal", "appeal_leaflet"),
            )
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
