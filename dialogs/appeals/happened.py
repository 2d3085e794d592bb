"""What happened with a ticket, as we tell it to an outside body: dated, both sides, nothing inner.

Only what the subscriber did or was told is here; what staff noted or judged among themselves is
not. Numbers that people typed are masked.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from dialogs.appeals.record import Record
from dialogs.appeals.sheet import Line
from dialogs.house import House
from dialogs.model import Arg, Moment, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.showing import hide
from dialogs.tickets.ticket import OWN_WORDS, Entry, Role, State, Ticket
from dialogs.tickets.wording import item_line, remedy

Saying: TypeAlias = "Callable[[Entry, Ticket, House], Arg | None]"
OFFERS = frozenset({"propose", "approve", "incident_settled"})
ONCE = frozenset({"claim", "sign_in", "assign"})  # that somebody began to look at it
REMINDS = frozenset({"remind", "again"})


def happened(record: Record, house: House) -> tuple[Line, ...]:
    """A line for each thing that happened, oldest first; reminders are counted in one."""
    return tuple(_lines(record, house))


def _lines(record: Record, house: House) -> Iterator[Line]:
    begun = False
    offers = list(enumerate(record.ticket.proposals, start=1))
    for entry in record.entries:
        made = [place for place, one in offers if one.at == entry.at]
        if entry.move in ONCE:
            if not begun:
                begun = True
                yield _line(entry, Phrase("reply-began"))
        elif entry.move in OFFERS and made:
            offers = [one for one in offers if one[0] > made[0]]
            yield _line(entry, _offer(made[0], record.ticket, house))
        elif (say := SAYINGS.get(entry.move)) is not None:
            said = say(entry, record.ticket, house)
            if said is not None:
                yield _line(entry, said)
    reminded = [one for one in record.entries if one.move in REMINDS]
    if reminded:
        yield _line(reminded[-1], Phrase("reply-reminded", {"count": len(reminded)}))


def _line(entry: Entry, said: Arg) -> Line:
    return Line(said, Moment(entry.at))


def _offer(place: int, ticket: Ticket, house: House) -> Arg:
    """A proposal with its items, as it was put to the subscriber."""
    items = ticket.proposals[place - 1].items
    lines = tuple(item_line(one, ticket, house) for one in items) or (Phrase("items-none"),)
    return (Phrase("reply-offered", {"place": place}), *lines)


def _plain(key: str) -> Saying:
    return lambda _entry, _ticket, _house: Phrase(key)


def _quoted(key: str, name: str = "words", otherwise: str = "") -> Saying:
    """What was said under that name; without it `otherwise`, or nothing."""

    def say(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
        said = hide(read.words(entry.detail, name))
        if said and said != OWN_WORDS:
            return Phrase(key, {"words": said})
        return Phrase(otherwise) if otherwise else None

    return say


def _theirs(say: Saying) -> Saying:
    """Said only of what the subscriber did."""

    def mine(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
        return say(entry, ticket, house) if entry.actor.role is Role.SUBSCRIBER else None

    return mine


def _declined(entry: Entry, _ticket: Ticket, house: House) -> "Arg | None":
    """That an offer was declined, why, and what was wished instead."""
    reason, wish = read.words(entry.detail, "reason"), hide(read.words(entry.detail, "wish"))
    label: Arg = house.catalogue.decline.get(reason) or hide(reason)
    told: list[Arg] = [Phrase("reply-declined")]
    if label and reason != OWN_WORDS:
        told = [Phrase("reply-declined-why", {"reason": label})]
    if wish:
        told.append(Phrase("reply-declined-wish", {"words": wish}))
    return tuple(told)


def _refused(entry: Entry, _ticket: Ticket, house: House) -> "Arg | None":
    """That it was not taken up; what staff only asked for was told to nobody."""
    if entry.after is not State.INVALID:
        return None
    reason = house.catalogue.inadmissible.get(read.words(entry.detail, "reason"))
    return Phrase("reply-refused", {"reason": reason}) if reason else Phrase("reply-refused-plain")


def _done(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
    """An agreed item carried out, with its proof."""
    place, proof = read.whole(entry.detail, "item"), hide(read.words(entry.detail, "proof"))
    then = [one for one in ticket.proposals if one.at <= entry.at]
    if not then or place is None or not 0 < place <= len(then[-1].items) or not proof:
        return None
    what = remedy(then[-1].items[place - 1], house)
    return Phrase("reply-done", {"what": what, "proof": proof})


def _later(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    """That it was put off, and for what reason if one was told."""
    reason = hide(read.words(entry.detail, "reason"))
    return Phrase("reply-later-why", {"words": reason}) if reason else Phrase("reply-later")


def _body(key: str) -> Saying:
    def say(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
        reference = read.words(entry.detail, "reference")
        body = read.words(entry.detail, "body") or Phrase("the-authority")
        return Phrase(key, {"body": body, "reference": reference or Phrase("reply-no-reference")})

    return say


def _called(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    """A note of a call; its words are for staff alone."""
    return Phrase("reply-called") if read.yes(entry.detail, "call") else None


SAYINGS: Mapping[str, Saying] = {
    "submit": _plain("reply-registered"),
    "refile": _plain("reply-refiled"),
    "complain": _theirs(_plain("reply-complained")),
    "add": _quoted("reply-added"),
    "ask": _quoted("reply-asked", otherwise="reply-asked-plain"),
    "answer": _quoted("reply-answered", otherwise="reply-answered-plain"),
    "reply": _quoted("reply-replied"),
    "thank": _quoted("reply-replied"),
    "solve": _quoted("reply-solved"),
    "hold": _quoted("reply-held", "reason"),
    "delay": _later,
    "late": _later,
    "inadmissible": _refused,
    "reject": _declined,
    "withdraw_proposal": _quoted("reply-withdrew", "reason"),
    "final": _quoted("reply-final"),
    "new_fact": _quoted("reply-new-fact"),
    "accept": _plain("reply-accepted"),
    "accept_after_all": _plain("reply-accepted"),
    "think_again": _plain("reply-think-again"),
    "confirm_writing": _plain("reply-confirmed"),
    "item_done": _done,
    "done_without_proposal": _quoted("reply-solved", "proof"),
    "incident_found": _plain("reply-many"),
    "incident_fixed": _plain("reply-many-fixed"),
    "incident_back": _plain("reply-many-fixed"),
    "fixed": _plain("reply-fixed"),
    "not_fixed": _quoted("reply-not-fixed-words", otherwise="reply-not-fixed"),
    "unconfirmed": _plain("reply-unconfirmed"),
    "reopen": _quoted("reply-reopened", "reason"),
    "withdraw": _plain("reply-taken-back"),
    "dispute": _quoted("reply-disputed", "reason"),
    "credit_placed": _plain("reply-credit"),
    "escalate": _plain("reply-escalated"),
    "appeal": _body("reply-appealed"),
    "refer": _body("reply-referred"),
    "mediated": _plain("reply-mediated"),
    "note": _called,
}
