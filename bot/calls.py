"""Calls to somebody who has no chat yet: what rests is told, and what they answer is written down.

Their answers are moves of their own, made by whoever has them on the line.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace

from bot import following, orders, posting, resting, surveying
from bot.channels import by_hand
from bot.desk_acts import Made, Outcome, Overtaken, Refused, actor, since
from bot.orders import Conflict, said
from bot.render import render
from bot.stage import Work
from dialogs import values
from dialogs.model import File, Json, Move, Phrase, Session
from dialogs.tickets.applied import Notify
from dialogs.tickets.limits import delivered
from dialogs.tickets.ticket import Actor, Role, Ticket
from storage import chats, files, messages, notices, tasks, tickets
from storage.files import Kept
from storage.messages import Said
from storage.notices import Held

ASKED = frozenset({"SURVEY", "SURVEY-REMINDER", "M19"})  # what asks for a score
# What somebody may answer on the phone, in the order in which it is offered.
ANSWERS = (
    "answer", "accept", "accept_after_all", "reject", "think", "new_fact", "fixed", "not_fixed",
    "score", "think_again", "reopen", "add", "remind", "withdraw",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rest:
    """One message that rests: its row, and its words as the person is to hear them."""

    held: Held
    words: str
    choices: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What names it on a page: a row's number alone may be another message's by then."""
        return hashlib.sha256(f"{self.held.id} {self.words}".encode()).hexdigest()[:12]


def unseen(work: Work, ticket: Ticket) -> bool:
    """Whether the person has no chat of their own yet."""
    return chats.address(work.c, ticket.chat).channel == by_hand.NAME


def rests(work: Work, ticket: Ticket) -> tuple[Rest, ...]:
    """What is to be told, oldest first: what is no longer so is left out."""
    waiting = notices.of_ticket(work.c, ticket.id)
    newest = {one.code: one for one in waiting}
    found = posting.still(work, waiting)
    return tuple(_rest(work, ticket, newest[notice.code], notice) for _, notice in found)


def _rest(work: Work, ticket: Ticket, held: Held, notice: Notify) -> Rest:
    reader = work.stage.reader(by_hand.NAME, ticket.language, work.now)
    rendered = render((said(notice),), reader, Session(), {ticket.id: ticket.stage})
    if rendered is None:
        return Rest(held, "", ())
    message = rendered[0]
    return Rest(held, message.text, tuple(one.words for row in message.rows for one in row))


def told(work: Work, who: int, ticket: Ticket, heard: Collection[str]) -> Outcome:
    """The person was told the messages of these marks; what came since then still rests."""
    by = actor(work.c, who)
    if by is None:
        return Refused(Phrase("not-allowed-role"))
    spoken = [one for one in rests(work, ticket) if one.mark in heard]
    before = max((one.held.id for one in spoken), default=0)
    waiting = notices.of_ticket(work.c, ticket.id)
    over = [one for one in waiting if one.id <= before]
    posting.drop(work, over, {(ticket.id, one.held.code) for one in spoken})
    for one in spoken:
        _log(work, ticket, one, by)
    made = orders.move(work, Move(ticket.id, "note", {"call": True}), by)
    if made.refused:
        return Refused(made.said[0].words)
    _heard(work, made.applied[-1].ticket, [one.held.code for one in spoken])
    if all(one.id <= before for one in waiting):
        tasks.done_for_ticket(work.c, ticket.id, (resting.CALL,), by.staff, work.now)
    return Made()


def _log(work: Work, ticket: Ticket, one: Rest, by: Actor) -> None:
    line = Said(
        chat=ticket.chat,
        at=work.now,
        direction="out",
        words=one.words,
        choices=one.choices,
        ticket=ticket.id,
        staff_name=by.name,
    )
    messages.log_out(work.c, line)


def _heard(work: Work, ticket: Ticket, codes: Collection[str]) -> None:
    """The clocks that wait for a message to arrive are stopped: it was told (DESIGN §6, C1)."""
    clocks = ticket.clocks
    for code in codes:
        current = values.replace(ticket, clocks=clocks)
        clocks = delivered(current, code, work.now, work.stage.house)
    if clocks != ticket.clocks:
        tickets.save(work.c, ticket, values.replace(ticket, clocks=clocks), ())
    for code in ASKED.intersection(codes):
        surveying.noted_of(work, ticket.id, code)


def says(work: Work, who: int, order: Move, expected: int) -> Outcome:
    """What the person answers: their own move, on a ticket that is still at revision `expected`.

    Whoever works on it does not take its score (domain.md §6: the visit is another's).
    """
    by, ticket = actor(work.c, who), tickets.load(work.c, order.ticket)
    if by is None or ticket is None or order.name not in ANSWERS or not unseen(work, ticket):
        return Refused(Phrase("not-allowed-role"))
    if order.name == "score" and ticket.owner == by.staff:
        return Refused(Phrase("not-allowed-own-score"))
    if ticket.revision != expected:
        return Overtaken(since(work.c, ticket, expected))
    fields: dict[str, Json] = {**order.fields, "phone": by.name}
    try:
        made = orders.move(work, replace(order, fields=fields), Actor(Role.SUBSCRIBER, by.staff))
    except Conflict:
        return Overtaken(since(work.c, ticket, expected))
    if made.refused:
        return Refused(made.said[0].words)
    posting.push(work, made)
    return Made()


def paper(work: Work, who: int, ticket: Ticket, file: File, where: Kept) -> Outcome:
    """A paper of the person's, put to the ticket by whoever holds it; it lies `where` it says."""
    by, most = actor(work.c, who), work.stage.files_per_ticket
    if by is None or not unseen(work, ticket):
        return Refused(Phrase("not-allowed-followed"))
    if most and files.count(work.c, ticket.id) >= most:
        return Refused(Phrase("refused-files-full", {"limit": most}))
    order = Move(ticket.id, "add", {"file": True, "phone": by.name})
    made = orders.move(work, order, Actor(Role.SUBSCRIBER, by.staff))
    if made.refused:
        return Refused(made.said[0].words)
    kept = files.want(work.c, ticket.chat, file, ticket.id, work.now)
    files.kept(work.c, kept, where)
    line = Said(
        chat=ticket.chat,
        at=work.now,
        direction="in",
        words="",
        ticket=ticket.id,
        attachment=kept,
    )
    messages.log_in(work.c, line)
    posting.push(work, made)
    return Made()


def link(work: Work, who: int, ticket: Ticket) -> str | Refused:
    """A fresh token of a link by which the person follows it in a chat of their own."""
    by = actor(work.c, who)
    if by is None:
        return Refused(Phrase("not-allowed-role"))
    if not unseen(work, ticket):
        return Refused(Phrase("not-allowed-followed"))
    return following.new(work, ticket, by)
