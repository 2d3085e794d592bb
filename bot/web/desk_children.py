"""The tickets of an incident as a page shows them: what each wishes, how it stands, its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.web.desk_words import Words
from dialogs.incidents.incident import Counts, Incident
from dialogs.model import Joined
from dialogs.tickets.ticket import ENDED, State, Ticket
from storage import Connection, incident_pages, tickets

PAGE = 50
OPEN = tuple(sorted(state for state in State if state not in ENDED))
SHOWS: dict[str, tuple[State, ...]] = {
    "all": (),
    "open": OPEN,
    "ended": tuple(sorted(ENDED)),
    "parted": (),
}
SAID = {"fixed": "works", "not_fixed": "not", "part": "not"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of them somebody wants to see: a show, and from after which ticket on."""

    show: str = "all"
    after: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A page of them: the tickets, what their subscribers said to it, whose chats reach nobody,
    and how many come before."""

    tickets: tuple[Ticket, ...]
    answers: Mapping[int, str]
    away: frozenset[int]
    before: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A ticket of the incident, in words. `said_code` is "yes", "no" or "" for no answer yet."""

    number: str
    place: str
    state: str
    state_code: str
    wish: str
    said: str
    said_code: str
    reachable: bool


def read(c: Connection, of: Incident, asked: Asked) -> Seen:
    """The tickets that are asked for, in the order in which they were filed."""
    if asked.show == "parted":
        found = incident_pages.split(c, of.id, asked.after, PAGE + 1)
        before = incident_pages.split_before(c, of.id, asked.after)
    else:
        states = SHOWS[asked.show]
        found = incident_pages.children(c, of.id, states, asked.after, PAGE + 1)
        before = incident_pages.before(c, of.id, states, asked.after) if asked.after else 0
    shown = tickets.load_many(c, found[:PAGE])
    away = incident_pages.away(c, {one.chat for one in shown})
    answers = incident_pages.answers(c, [one.id for one in shown])
    return Seen(shown, answers, away, before, len(found) > PAGE)


def rows(seen: Seen, words: Words) -> list[Row]:
    return [
        _row(one, seen.answers.get(one.id, ""), one.chat not in seen.away, words)
        for one in seen.tickets
    ]


def _row(ticket: Ticket, answer: str, reachable: bool, words: Words) -> Row:
    said = SAID.get(answer, "")
    return Row(
        number=ticket.number,
        place=_place(ticket, words),
        state=words.state(ticket.state),
        state_code=ticket.state.value,
        wish=_wishes(ticket, words),
        said=words(f"said-{said}") if said else "",
        said_code={"works": "yes", "not": "no"}.get(said, ""),
        reachable=reachable,
    )


def _place(ticket: Ticket, words: Words) -> str:
    where = ticket.filing.where
    if where is None:
        return ""
    code = where.district or where.city or where.province
    return words.place(code) if code else where.words


def _wishes(ticket: Ticket, words: Words) -> str:
    wished = ticket.filing.wishes
    told = tuple(words.remedy(one.code) if one.code else one.words for one in wished)
    return words.of(Joined(told)) if told else ""


def shows(counts: Counts, words: Words) -> list[dict[str, str]]:
    """The ways to look at them, with how many there are; what there is none of is left out."""
    known = {
        "all": counts.children,
        "open": counts.open,
        "ended": counts.ended,
        "parted": counts.parted,
    }
    return [
        {"code": show, "words": words(f"tickets-{show}", count=known[show])}
        for show in SHOWS
        if known[show] or show == "all"
    ]


def pages(seen: Seen, asked: Asked, total: int, words: Words) -> dict[str, Any]:
    """Where this page stands among all of them, and the ways to the first and the next one."""
    first, last = seen.before + 1, seen.before + len(seen.tickets)
    return {
        "words": words("pages-of", first=first, last=last, total=total),
        "first": asked.after > 0,
        "next": seen.tickets[-1].id if seen.more and seen.tickets else 0,
    }


def total(asked: Asked, counts: Counts) -> int:
    """How many there are of those that are shown."""
    known = {"open": counts.open, "ended": counts.ended, "parted": counts.parted}
    return known.get(asked.show, counts.children)
