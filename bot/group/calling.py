"""Calling people in the group: the owner where a limit comes near, a lead where it is over.

It is laid like the view, one request at a time, so that a hundred limits that are over at once
keep nobody from an answer.
"""

from dataclasses import replace

from bot.group.carding import told
from bot.group.saying import Words, rows_of
from bot.group.settling import CALL, named
from bot.stage import Work
from dialogs.group.calls import COOL_DOWN, Call, call, look_at
from dialogs.model import Joined, Phrase
from dialogs.tickets.ticket import Role, Ticket
from storage import accounts, rota, staff, staff_cards, tickets, topics, watches
from storage.outbox import NewRow
from storage.staff import Staff
from storage.watches import Watch

LOOKS = 20  # tickets looked at in one transaction
MOST = 3  # people called at once


def next_call(work: Work, chat: int) -> NewRow | None:
    """The next call that is due; cards that read otherwise by now are to be drawn."""
    for one in watches.due(work.c, work.now, LOOKS):
        ticket = tickets.load(work.c, one.ticket)
        if ticket is None or not ticket.open:
            watches.look(work.c, one.ticket, None)
            continue
        staff_cards.mark(work.c, ticket.id, chat, work.now)
        row = _called(work, chat, ticket, one)
        if row is not None:
            return row
    return None


def _called(work: Work, chat: int, ticket: Ticket, known: Watch) -> NewRow | None:
    """The call, if somebody is to be called now; when to look again is kept."""
    house, now = work.stage.house, work.now
    wanted = call(ticket, house, now, known.told)
    later = look_at(ticket, house, now)
    if wanted is None:
        watches.look(work.c, ticket.id, later)
        return None
    free = known.called_at + COOL_DOWN if known.called_at else now
    if free > now:
        watches.look(work.c, ticket.id, min(free, later or free))
        return None
    people = _people(work, ticket, wanted)
    watches.called(work.c, ticket.id, known.told | {wanted.key}, now if people else known.called_at)
    watches.look(work.c, ticket.id, now if people else later)
    return _row(work, chat, ticket, wanted, people) if people else None


def _people(work: Work, ticket: Ticket, wanted: Call) -> dict[str, str]:
    """Who is called: names and accounts. For an owner who is away, a lead."""
    everybody = [one for one in staff.everybody(work.c) if one.active]
    if wanted.role is None:
        owner = _there(work, [one for one in everybody if one.id == ticket.owner])
        if owner:
            return owner
    role = wanted.role or Role.SUPERVISOR
    leads = [one for one in everybody if one.role is role]
    near = [one for one in leads if one.department in {"", ticket.department}]
    return _there(work, near) or _there(work, leads)


def _there(work: Work, some: list[Staff]) -> dict[str, str]:
    """Those whose accounts are linked and who are not away."""
    here = [one for one in some if rota.absent(work.c, one.id, work.now) is None]
    linked = ((one.name, accounts.account_of(work.c, one.id)) for one in here)
    return dict([pair for pair in linked if pair[1]][:MOST])


def _row(work: Work, chat: int, ticket: Ticket, wanted: Call, people: dict[str, str]) -> NewRow:
    """The call as a reply to the ticket's card, in its own topic or its department's."""
    names = Joined(tuple(people))
    said = Phrase("group-call", {"names": names, "no": ticket.number, "what": wanted.words})
    card = staff_cards.of(work.c, ticket.id)
    own = topics.of(work.c, chat, topics.of_ticket(ticket.id))
    home = topics.of(work.c, chat, topics.department(ticket.department))
    theirs = own is not None and bool(own.thread)
    inside = own if theirs else home
    message = (card.own_message if theirs else card.message) if card else ""
    words = Words(told(work, said), mentions=people)
    row = rows_of(words, inside.thread if inside else "", message)[0]
    return replace(row, card=named(CALL, ticket.id))
