"""What the staff group reads and does: the words of cards, and what follows from what is said.

The ground (drawing, topics, who may) calls these and nothing else.
"""

from dataclasses import dataclass

from bot.group.saying import Words
from bot.stage import Work
from dialogs.model import Arg, Event, Phrase, Tap
from dialogs.tickets.ticket import Ticket
from storage import messages
from storage.staff import Staff
from storage.topics import Topic

DEPARTMENT, OWN = "department", "own"  # where a card stands
STORY = 500  # characters of a story on the card of a department's topic


@dataclass(frozen=True, slots=True)
class Heard:
    """What a group event came to: the toast that answers a press (a long one is a box to close)."""

    toast: str = ""


@dataclass(frozen=True, slots=True)
class Fed:
    """Words for a ticket's own topic: what came from its subscriber up to the message `upto`."""

    words: Words
    upto: int


def card(work: Work, ticket: Ticket, place: str) -> Words:
    """The ticket's card in its department's topic, or in its own. A view: the same for the same."""
    state = _said(work, Phrase(f"state-{ticket.state.value}"))
    story = ticket.filing.story if place == OWN else ticket.filing.story[:STORY]
    parts = (f"{ticket.number} · {state}", ticket.owner_name, story)
    return Words("\n".join(filter(None, parts)))


def moved_on(work: Work, ticket: Ticket) -> Words:
    """What is left in a department's topic of a ticket that another department has now."""
    known = work.stage.house.catalogue.departments.get(ticket.department)
    label = _said(work, known.label) if known else ticket.department
    return Words(f"{ticket.number} → {label}")


def name(work: Work, ticket: Ticket) -> str:
    """What the ticket's own topic is called (128 characters at most)."""
    known = work.stage.house.catalogue.categories.get(ticket.filing.category)
    label = _said(work, known.label) if known else ""
    return f"{ticket.number} {label}".strip()[:128]


def feed(work: Work, ticket: Ticket, after: int) -> Fed | None:
    """What its subscriber said since message `after`, None for nothing."""
    new = [one for one in messages.of_ticket(work.c, ticket.id, after) if one.direction == "in"]
    text = "\n\n".join(one.words for one in new if one.words)
    return Fed(Words(text), new[-1].id) if text else None


def heard(work: Work, event: Event, who: Staff | None, topic: Topic | None) -> Heard:
    """Take what somebody did in the group: `who` is None for an account that is not linked.

    `topic` is the one of ours in which they did it.
    """
    if isinstance(event.what, Tap) and (who is None or topic is None):
        return Heard(_said(work, Phrase("group-not-linked")))
    return Heard()


def _said(work: Work, words: Arg) -> str:
    return work.stage.texts.words(work.stage.default, words, work.now)
