"""Saying that a ticket's card in the staff group is out of date; nothing where there is none."""

from datetime import timedelta

from bot.stage import Work
from dialogs.group.calls import call, look_at
from dialogs.tickets.levels import TOP
from dialogs.tickets.ticket import Ticket
from storage import staff_cards, watches

PRESSED = timedelta(minutes=10)  # so much earlier is drawn what somebody waits to see,
GRAVE = timedelta(minutes=5)  # and what is grave


def mark(work: Work, ticket: Ticket) -> None:
    """The ticket changed: its card is to be drawn, in its turn."""
    group = work.stage.group
    if group is not None:
        due = work.now - GRAVE if ticket.level >= TOP else work.now
        staff_cards.mark(work.c, ticket.id, group.chat, due)
        watch(work, ticket)


def watch(work: Work, ticket: Ticket) -> None:
    """Look at the ticket when it reads otherwise, or somebody is to be called for it."""
    known = watches.of(work.c, ticket.id)
    house, now = work.stage.house, work.now
    waits = call(ticket, house, now, known.told if known else frozenset())
    watches.look(work.c, ticket.id, now if waits else look_at(ticket, house, now))


def spoken(work: Work, ticket: int) -> None:
    """Words about the ticket came: they are to stand in its topic."""
    group = work.stage.group
    if group is not None:
        staff_cards.mark(work.c, ticket, group.chat, work.now)


def hasten(work: Work, ticket: int) -> None:
    """Somebody in the group pressed a button of the card and looks at it: it goes first."""
    group = work.stage.group
    if group is not None:
        staff_cards.mark(work.c, ticket, group.chat, work.now - PRESSED)
