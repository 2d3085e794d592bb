"""What each side said and did, in the order of the timeline: the facts of a letter (domain.md §5).

Only what the subscriber said or was told is here; what staff noted for themselves is not.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from dialogs.appeals.record import Record
from dialogs.appeals.sheet import Line
from dialogs.house import House
from dialogs.model import Arg, Joined, Json, Moment, Phrase
from dialogs.tickets import facts
from dialogs.tickets import fields as read
from dialogs.tickets.ticket import OWN_WORDS, Entry, Item, Proposal, Role, State, Ticket
from dialogs.tickets.wording import BEST, item_line, remedy

Saying: TypeAlias = "Callable[[Entry, Ticket, House], Arg | None]"


def statements(record: Record, house: House) -> tuple[Line, ...]:
    """What the subscriber said and did after filing, each with its date."""
    return tuple(_lines(record, house, STATED))


def answers(record: Record, house: House) -> tuple[Line, ...]:
    """What the operator answered, offered and did, each with its date."""
    return tuple(_lines(record, house, ANSWERED))


def offers(record: Record, house: House) -> tuple[Line, ...]:
    """What the operator offered, each with its date."""
    return tuple(_offer(one, record.ticket, house) for one in record.ticket.proposals)


def _lines(record: Record, house: House, known: Mapping[str, Saying]) -> Iterator[Line]:
    proposed = {one.at: one for one in record.ticket.proposals} if known is ANSWERED else {}
    for entry in record.entries:
        if entry.at in proposed and entry.move in OFFERS:
            yield _offer(proposed[entry.at], record.ticket, house)
        elif (say := known.get(entry.move)) is not None:
            said = say(entry, record.ticket, house)
            if said is not None:
                yield Line(said, Moment(entry.at))


def _offer(proposal: Proposal, ticket: Ticket, house: House) -> Line:
    """A proposal as it was put to the subscriber: its dates as they were told then."""
    items = tuple(_item(one, ticket, house) for one in proposal.items)
    args: dict[str, Arg] = {
        "place": ticket.proposals.index(proposal) + 1,
        "items": items or Phrase("items-none"),
    }
    said = Phrase("letter-offered-plain", args)
    if proposal.finding:
        said = Phrase("letter-offered", {**args, "finding": proposal.finding})
    return Line(said, Moment(proposal.at))


def _item(item: Item, ticket: Ticket, house: House) -> Arg:
    """An item with the date that was agreed, whatever became of it since."""
    told = replace(item, due=item.agreed or item.due)
    return item_line(told, ticket, house)


def _quoted(key: str, otherwise: str = "", name: str = "words") -> Saying:
    """The words under `name`, quoted; `otherwise` what is said without them, "" for nothing."""

    def say(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
        said = read.words(entry.detail, name)
        if said:
            return Phrase(key, {"words": said})
        return Phrase(otherwise) if otherwise else None

    return say


def _plain(key: str) -> Saying:
    return lambda _entry, _ticket, _house: Phrase(key)


def _by(roles: frozenset[Role], say: Saying) -> Saying:
    """Said only of a move that one of these made."""

    def mine(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
        return say(entry, ticket, house) if entry.actor.role in roles else None

    return mine


def _declined(entry: Entry, _ticket: Ticket, house: House) -> "Arg | None":
    """Why an offer was declined, in the catalogue's words and in the subscriber's own."""
    reason, wish = read.words(entry.detail, "reason"), read.words(entry.detail, "wish")
    label: Arg | None = house.catalogue.decline.get(reason)
    own = read.words(entry.detail, "words") or ("" if label or reason == OWN_WORDS else reason)
    said = tuple(dict.fromkeys(one for one in (own, wish) if one))
    told: list[Arg] = [Phrase("letter-declined")]
    if label:
        told.append(Phrase("letter-declined-why", {"reason": label}))
    told += [Phrase("letter-declined-words", {"words": one}) for one in said]
    return tuple(told)


def _scored(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    """A score, and what was said beside it; answers by button alone stay out."""
    mark, words = read.whole(entry.detail, "score"), read.words(entry.detail, "words")
    if words:
        return Phrase("letter-scored-words", {"score": mark or 0, "words": words})
    if mark is None or entry.detail.get("more"):
        return None
    return Phrase("letter-scored", {"score": mark, "best": BEST})


def _appealed(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    return Phrase("letter-appealed", {"reference": read.words(entry.detail, "reference")})


def _referred(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    return Phrase("letter-referred", {"body": read.words(entry.detail, "body")})


def _number(_entry: Entry, ticket: Ticket, _house: House) -> "Arg | None":
    return Phrase("letter-received", {"no": ticket.number})


def _asked(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
    """What was asked for, in the words in which it was put."""
    category = read.words(entry.detail, "category") or ticket.filing.category
    codes = read.strings(entry.detail, "facts")
    named = (facts.named(code, category, house.catalogue) for code in codes)
    words = read.words(entry.detail, "words")
    asked = (*(one for one in named if one is not None), *((words,) if words else ()))
    return Phrase("letter-asked", {"words": Joined(asked)}) if asked else None


def _refused(entry: Entry, _ticket: Ticket, house: House) -> "Arg | None":
    """That it is not taken up; that staff only asked for it was told to nobody."""
    if entry.after is not State.INVALID:
        return None
    asked = house.catalogue.inadmissible.get(read.words(entry.detail, "reason"))
    if asked is None:
        return Phrase("letter-refused")
    return Phrase("letter-refused-why", {"reason": asked})


def _done(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
    """An item of what was agreed, with the proof that was told."""
    item, proof = _named(entry.detail, ticket, entry), read.words(entry.detail, "proof")
    if item is None or not proof:
        return None
    return Phrase("letter-done", {"what": remedy(item, house), "words": proof})


def _late(entry: Entry, ticket: Ticket, house: House) -> "Arg | None":
    item, reason = _named(entry.detail, ticket, entry), read.words(entry.detail, "reason")
    if item is None:
        return None
    args: dict[str, Arg] = {"what": remedy(item, house)}
    if not reason:
        return Phrase("letter-late", args)
    return Phrase("letter-late-why", {**args, "words": reason})


def _named(detail: Mapping[str, Json], ticket: Ticket, entry: Entry) -> Item | None:
    """The item that an entry is about, of the proposal that stood then."""
    place = read.whole(detail, "item")
    standing = [one for one in ticket.proposals if one.at <= entry.at]
    if place is None or not standing or not 0 < place <= len(standing[-1].items):
        return None
    return standing[-1].items[place - 1]


def _called(entry: Entry, _ticket: Ticket, _house: House) -> "Arg | None":
    """A note of a call is about what the subscriber knows; its words are for staff alone."""
    return Phrase("letter-called") if read.yes(entry.detail, "call") else None


OFFERS = frozenset({"propose", "approve", "incident_settled"})
THEIRS = frozenset({Role.SUBSCRIBER})

# move -> what it says of the subscriber
STATED: Mapping[str, Saying] = {
    "add": _quoted("letter-added"),
    "again": _quoted("letter-again"),
    "answer": _quoted("letter-answered", "letter-answered-file"),
    "complain": _by(THEIRS, _plain("letter-complained")),
    "remind": _by(THEIRS, _plain("letter-reminded")),
    "escalate": _by(THEIRS, _quoted("letter-escalated-why", "letter-escalated", "reason")),
    "summon": _by(THEIRS, _plain("letter-summoned")),
    "reject": _declined,
    "accept": _plain("letter-accepted"),
    "accept_after_all": _plain("letter-accepted"),
    "think_again": _quoted("letter-took-back-why", "letter-took-back", "reason"),
    "new_fact": _quoted("letter-new-fact"),
    "fixed": _plain("letter-fixed"),
    "not_fixed": _quoted("letter-not-fixed-words", "letter-not-fixed"),
    "reopen": _quoted("letter-reopened", name="reason"),
    "score": _scored,
    "withdraw": _quoted("letter-withdrawn-why", "letter-withdrawn", "reason"),
    "refile": _plain("letter-refiled"),
    "refer": _referred,
    "appeal": _appealed,
}

# move -> what it says of the operator
ANSWERED: Mapping[str, Saying] = {
    "submit": _number,
    "reply": _quoted("letter-replied"),
    "thank": _quoted("letter-replied"),
    "solve": _quoted("letter-solved"),
    "ask": _asked,
    "hold": _quoted("letter-held", name="reason"),
    "delay": _quoted("letter-delayed-why", "letter-delayed", "reason"),
    "late": _late,
    "inadmissible": _refused,
    "withdraw_proposal": _plain("letter-withdrew"),
    "final": _quoted("letter-final"),
    "confirm_writing": _plain("letter-confirmed"),
    "item_done": _done,
    "done_without_proposal": _quoted("letter-done-unasked", name="proof"),
    "incident_found": _plain("letter-many-found"),
    "incident_fixed": _plain("letter-many-fixed"),
    "incident_back": _plain("letter-many-fixed"),
    "note": _called,
}
