"""What is known of a ticket's person beside it: their other tickets, contacts, who looked at it."""

from collections.abc import Sequence

from bot.desk_acts import LOOKS
from bot.web.desk_words import Words
from dialogs.tickets.ticket import Entry, Ticket
from storage.contacts import Contact


def rows(others: Sequence[Ticket], ticket: Ticket, words: Words) -> list[dict[str, str]]:
    """The other tickets, each with its end and how it hangs together with this one."""
    return [
        {
            "number": one.number,
            "matter": words.matter(one),
            "state": words.state(one.state),
            "opened": words.at(one.opened_at, day=True),
            "score": _score(one, words),
            "tie": _tie(one, ticket, words),
        }
        for one in others
    ]


def _score(one: Ticket, words: Words) -> str:
    given = [score.score for score in one.scores if score.score is not None]
    return words("score", score=given[-1]) if given else ""


def _tie(one: Ticket, ticket: Ticket, words: Words) -> str:
    if ticket.repeat_of == one.id:
        return words("history-repeats")
    if one.repeat_of == ticket.id:
        return words("history-again")
    same = one.filing.service_number == ticket.filing.service_number
    return words("history-number") if same and one.subscriber != ticket.subscriber else ""


def contacts(found: Sequence[Contact], words: Words) -> list[dict[str, str]]:
    """What they came for without filing anything, and how that ended."""
    return [
        {
            "kind": words.known(f"desk-contact-{one.kind}", one.kind),
            "end": words.known(f"desk-contact-end-{one.outcome or 'open'}", one.outcome),
            "at": words.at(one.at, day=True),
        }
        for one in found
    ]


def looked(entries: Sequence[Entry], words: Words) -> list[dict[str, str]]:
    """Who of the staff saw the numbers or was in the chat, the newest first."""
    return [
        {"at": words.at(one.at), "who": words.actor(one), "what": _what(one, words)}
        for one in reversed(entries)
        if one.move in LOOKS
    ]


def _what(one: Entry, words: Words) -> str:
    if one.move != "view":
        return words.known(f"desk-looked-{one.move}", words.move(one.move))
    reason = str(one.detail.get("reason") or "")
    return words("looked-view", reason=words.known(f"desk-look-{reason}", reason))
