"""Filing what staff wrote down: the same order as the chat's submit, carried out the same way.

What differs is where it came from and who hears of it: until the person follows it in a chat of
their own, its messages rest for staff, who call (`bot.resting`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot import known, orders, posting
from bot.channels import by_hand
from bot.desk_acts import Refused, actor
from bot.orders import Effects
from bot.pushes import NUMBERED
from bot.stage import Work
from dialogs.model import Event, Json, Language, Move, Open, Phrase, Text
from dialogs.tickets.applied import Applied
from dialogs.tickets.limits import delivered
from dialogs.tickets.ticket import Actor, Entry, Ticket
from dialogs.understand import cards
from dialogs.values import replace
from storage import chats, messages, suspects, tickets
from storage.chats import Person
from storage.messages import Said
from storage.suspects import Became

CONSENTS = (
    "read_out",
    "signed",
    "letter",
    "referral",
    "chat",
)  # how the person agreed to the notice


class Unfiled(Exception):
    """It cannot be filed as it stands: nothing of it is kept. `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__("not filed")
        self.refused = refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What staff wrote down: the draft, in which language the person is answered, their consent.

    `mark` is the form's own; sent twice, it files once. `referral` are the fields of move `refer`
    where another body sent it on, {} where none did. `talk`: the suspected talk that it is made of,
    0 for none; it then belongs to the chat of that talk.
    """

    draft: Mapping[str, Json]
    language: Language
    consent: str
    mark: str
    referral: Mapping[str, Json] = field(default_factory=dict)
    talk: int = 0


def file(work: Work, who: int, written: Written) -> Ticket:
    """The ticket that it becomes, with its messages and tasks; Unfiled where it must not be.

    Without consent nothing is kept (domain.md §2: they are given the hotline's number).
    """
    by = actor(work.c, who)
    if by is None:
        raise Unfiled(Refused(Phrase("not-allowed-role")))
    if written.consent not in CONSENTS:
        raise Unfiled(Refused(Phrase("not-allowed-consent")))
    if written.talk:
        return _of_talk(work, written, by)
    before = chats.find(work.c, by_hand.place(written.mark))
    if before is not None:
        return _of(work, before)
    person = _person(work, written)
    if same := tickets.all_of_chat(work.c, person.chat):  # another replica was quicker
        return same[0]
    effects = _filed(work, person, written)
    _log(work, person, written, effects)
    effects = _received(work, effects, written, by)
    posting.push(work, effects)
    ticket = effects.applied[-1].ticket
    return _referred(work, ticket, written, by) if written.referral else ticket


def _of_talk(work: Work, written: Written, by: Actor) -> Ticket:
    """The ticket of a talk that sounded like a complaint: of its chat, which hears of it there."""
    talk = suspects.load(work.c, written.talk)
    if talk is None or talk.state != suspects.OPEN:
        raise Unfiled(Refused(Phrase("not-allowed-talk")))
    suspects.end(work.c, talk.id, Became(suspects.FILED, by.staff), work.now)
    person = chats.person(work.c, talk.chat)
    if not person.agreed:
        chats.agree(work.c, talk.chat, work.stage.house.catalogue.notice, work.now)
    made = _filed(work, person, written)
    ticket = made.applied[-1].ticket
    suspects.bind(work.c, talk, ticket.id)
    tickets.note(work.c, ticket.id, (_entry(work, ticket, written, by),))
    posting.push(work, made)
    return ticket


def _of(work: Work, chat: int) -> Ticket:
    """What the same form filed before."""
    found = tickets.all_of_chat(work.c, chat)
    if not found:
        raise Unfiled(Refused(Phrase("not-allowed-followed")))
    return found[0]


def _person(work: Work, written: Written) -> Person:
    name = str(written.draft.get("name", ""))
    address = by_hand.place(written.mark)
    chat = chats.locate(work.c, address, work.now, written.language, name)
    chats.agree(work.c, chat, work.stage.house.catalogue.notice, work.now)
    return chats.person(work.c, chat)


def _filed(work: Work, person: Person, written: Written) -> Effects:
    """The chat's own way from a draft to a ticket: number, clocks, route, repeats, incident."""
    story = str(written.draft.get("story", ""))
    order = Open(written.draft)
    event = Event(f"hand:{written.mark}", person.address, work.now, Text(story))
    return known.joined(work, orders.carry_out(work, person, event, order), order)


def _log(work: Work, person: Person, written: Written, made: Effects) -> None:
    """What they said stands in the log of their chat, as it would had they written it."""
    story = str(written.draft.get("story", ""))
    said = Said(
        chat=person.chat,
        at=work.now,
        direction="in",
        words=story,
        search=cards.hidden(story),
        ticket=made.applied[0].ticket.id,
    )
    messages.log_in(work.c, said)


def _received(work: Work, made: Effects, written: Written, by: Actor) -> Effects:
    """Staff have it in hand, which is the receipt; who is present is told the number there."""
    origin = work.stage.house.catalogue.origins.get(str(written.draft.get("origin", "")))
    ticket = made.applied[-1].ticket
    clocks = ticket.clocks
    for code in sorted(NUMBERED):
        clocks = delivered(replace(ticket, clocks=clocks), code, work.now, work.stage.house)
    received = replace(ticket, clocks=clocks)
    tickets.save(work.c, ticket, received, ())
    tickets.note(work.c, ticket.id, (_entry(work, received, written, by),))
    last = replace(made.applied[-1], ticket=received)
    applied = (*made.applied[:-1], last)
    if origin is not None and origin.present:
        applied = tuple(_told_there(one) for one in applied)
    return replace(made, applied=applied)


def _told_there(one: Applied) -> Applied:
    kept = tuple(notice for notice in one.notices if notice.code not in NUMBERED)
    return replace(one, notices=kept)


def _entry(work: Work, ticket: Ticket, written: Written, by: Actor) -> Entry:
    """The line of the timeline that says who wrote it down, whence it came, how they agreed."""
    detail: dict[str, Json] = {
        "origin": ticket.filing.origin,
        "consent": written.consent,
        "notice": work.stage.house.catalogue.notice,
    }
    return Entry(
        at=work.now,
        move="by_hand",
        actor=by,
        before=ticket.state,
        after=ticket.state,
        detail=detail,
    )


def _referred(work: Work, ticket: Ticket, written: Written, by: Actor) -> Ticket:
    """Another body sent it on: graver, routed anew, watched to that body's date (move 26)."""
    made = orders.move(work, Move(ticket.id, "refer", written.referral), by)
    if made.refused:
        raise Unfiled(Refused(made.said[0].words))
    posting.push(work, made)
    return made.applied[-1].ticket
