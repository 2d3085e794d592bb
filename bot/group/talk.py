"""What the staff group reads and does: the words of cards, and what follows from what is said.

The ground (drawing, topics, who may) calls these five and nothing else.
"""

from dataclasses import dataclass

from bot.group import carding, feeding, hearing
from bot.group.feeding import Fed
from bot.group.saying import Words
from bot.stage import Work
from dialogs.group import card as cards
from dialogs.model import Event, Phrase
from dialogs.tickets.ticket import Ticket
from storage.staff import Staff
from storage.topics import Topic

__all__ = ["DEPARTMENT", "OWN", "Fed", "Heard", "card", "feed", "heard", "moved_on", "name"]

DEPARTMENT, OWN = "department", "own"  # where a card stands
TOPIC = 128  # characters of a topic's name


@dataclass(frozen=True, slots=True)
class Heard:
    """What a group event came to: the toast that answers a press (a long one is a box to close)."""

    toast: str = ""


def card(work: Work, ticket: Ticket, place: str) -> Words:
    """The ticket's card in its department's topic, or in its own. A view: the same for the same."""
    return carding.card(work, ticket, own=place == OWN)


def moved_on(work: Work, ticket: Ticket) -> Words:
    """What is left in a department's topic of a ticket that another department has now."""
    known = work.stage.house.catalogue.departments.get(ticket.department)
    where = known.label if known else ticket.department or Phrase("group-nowhere")
    said = Phrase("group-moved-on", {"no": ticket.number, "department": where})
    return Words(carding.told(work, said))


def name(work: Work, ticket: Ticket) -> str:
    """What the ticket's own topic is called (128 characters at most)."""
    return carding.told(work, cards.title(ticket, work.stage.house))[:TOPIC]


def feed(work: Work, ticket: Ticket, after: int) -> Fed | None:
    """What its subscriber said since message `after`, None for nothing."""
    return feeding.feed(work, ticket, after)


def heard(work: Work, event: Event, who: Staff | None, topic: Topic | None) -> Heard:
    """Take what somebody did in the group: `who` is None for an account that is not linked."""
    return Heard(hearing.heard(work, event, who, topic))
