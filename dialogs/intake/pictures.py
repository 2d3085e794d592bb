"""Pictures that decide a matter: which are wanted for a ticket, and one that came."""

from collections.abc import Collection

from dialogs import answers
from dialogs.catalogue.finding import Evidence
from dialogs.house import House
from dialogs.model import File, Json, Keep, Move, Order, Phrase
from dialogs.tickets.ticket import Ticket

PICTURED = frozenset({"photo", "document"})  # kinds of file that can be a picture


def pictures(ticket: Ticket, house: House, sent: Collection[Json] = ()) -> tuple[Evidence, ...]:
    """Those that were not sent yet; `sent` are codes beside what the ticket knows."""
    filing = ticket.filing
    category = house.catalogue.categories.get(filing.category)
    come = {*filing.evidence_sent, *map(str, sent)}
    wanted = category.wanted(filing.subtype) if category else ()
    return tuple(one for one in wanted if one.code not in come)


def asked_for(ticket: Ticket, house: House, what: File) -> Evidence | None:
    """What a file sent without a question is: the first picture that was asked for and is due."""
    due = (one for one in pictures(ticket, house) if one.code in ticket.filing.evidence_asked)
    return next(due, None) if what.kind in PICTURED else None


def pictured(ticket: Ticket, what: File, shows: Evidence | None) -> tuple[Order, ...]:
    """Keep the file with the ticket, as what it shows; its caption goes along."""
    plain = "lobby-voice-noted" if what.kind == "voice" else "lobby-file-noted"
    words = Phrase(plain, {"no": ticket.number})
    if shows is not None:
        words = Phrase("details-picture", {"label": shows.label, "no": ticket.number})
    keep = Keep(ticket.id, words, shows.code if shows else "")
    clean, _ = answers.private_numbers(what.caption) if what.caption else ("", False)
    if not clean and shows is None:
        return (keep,)
    fields: dict[str, Json] = {"file": True, "words": clean}
    if shows is not None:
        fields["evidence_sent"] = [shows.code]
    return (keep, Move(ticket.id, "add", fields))
