"""The return-visit record (回访记录): who was asked when, what they said, what was done then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.forms.clerk import Clerk
from bot.forms.form import Form, Part, Row, Table, signature
from dialogs.model import Joined
from dialogs.tickets.ticket import Entry, Score, Ticket
from storage.call_backs import Call
from storage.forms import Asked

COLUMNS = (
    ("place", 8, "count"),
    ("number", 25, "text"),
    ("matter", 24, "text"),
    ("name", 13, "text"),
    ("phone", 20, "text"),
    ("owner", 14, "text"),
    ("asked", 18, "moment"),
    ("answered", 18, "moment"),
    ("solved", 14, "text"),
    ("score", 11, "count"),
    ("person", 13, "text"),
    ("reasons", 20, "text"),
    ("paid", 14, "text"),
    ("said", 33, "text"),
    ("after", 34, "text"),
)
OF_TICKET = (
    ("how", 18, "text"),
    ("at", 24, "moment"),
    ("by", 20, "text"),
    ("solved", 18, "text"),
    ("score", 12, "count"),
    ("person", 16, "text"),
    ("reasons", 24, "text"),
    ("paid", 16, "text"),
    ("said", 48, "text"),
)


@dataclass(frozen=True, slots=True)
class Visited:
    """What is on record of a ticket's return visits: when its person was asked, and the calls."""

    asked: tuple[datetime, ...] = ()
    calls: tuple[Call, ...] = ()


def register(clerk: Clerk, under: str) -> Form:
    """The record of a span without its lines, which `line` makes."""
    columns = tuple(clerk.column(f"column-{key}", width, kind) for key, width, kind in COLUMNS)
    table = Table(columns=columns, none=clerk("none-visited"), open=True)
    signed = (clerk.box("visited-by", "", 4, 2), clerk.box("checked-by", "", 4, 2))
    last = Part(boxes=((*signed, clerk.box("date", "", 4, 2)),), remark=clerk("visit-remark"))
    return clerk.form("visits", (Part(table=table), last), under, wide=True)


def line(one: Asked, ticket: Ticket, visited: Visited, place: int, clerk: Clerk) -> Row:
    """The line of one visit: the answer is the newest before the next visit."""
    until = next((at for at in visited.asked if at > one.at), None)
    given = [score for score in ticket.scores if _within(score.at, one.at, until)]
    calls = [call for call in visited.calls if _within(call.at, one.at, until)]
    return (
        f"{place}",
        ticket.number,
        clerk.words.matter(ticket),
        clerk.name(ticket.filing.name),
        clerk.number(ticket.filing.contact_phone),
        ticket.owner_name,
        clerk.moment(one.at),
        *(_answer(given[-1], ticket, clerk) if given else _silent(clerk)),
        "\n".join(_called(call, clerk) for call in calls),
    )


def record(ticket: Ticket, visited: Visited, entries: Sequence[Entry], clerk: Clerk) -> Form:
    """The record of one ticket, with lines to sign on. `entries` are its timeline."""
    filing, words = ticket.filing, clerk.words
    facts = (
        (
            clerk.box("column-number", ticket.number, 6),
            clerk.box("column-matter", words.matter(ticket), 6),
        ),
        (
            clerk.box("column-name", clerk.name(filing.name), 6),
            clerk.box("column-phone", clerk.number(filing.contact_phone), 6),
        ),
        (
            clerk.box("column-owner", ticket.owner_name, 6),
            clerk.box("column-closed", clerk.moment(ticket.closed_at), 6),
        ),
        (clerk.box("column-result", clerk.result(ticket)),),
    )
    columns = tuple(clerk.column(f"column-{key}", width, kind) for key, width, kind in OF_TICKET)
    rows = tuple(row for _, row in sorted(_all(ticket, visited, entries, clerk)))
    table = Table(columns=columns, rows=rows, none=clerk("not-visited"))
    dated = clerk("date")
    parts = (
        Part(title=clerk("part-ticket"), boxes=facts),
        Part(title=clerk("part-visits"), table=table),
        Part(title=clerk("part-after"), boxes=((clerk.box("follow-up", "", 12, 4),),)),
        Part(
            title=clerk("part-signatures"),
            boxes=(
                signature(clerk("visited-by"), dated),
                signature(clerk("checked-by"), dated),
            ),
            remark=clerk("visit-remark"),
        ),
    )
    return clerk.form("visit", parts, ticket.number)


def _all(
    ticket: Ticket, of: Visited, entries: Sequence[Entry], clerk: Clerk
) -> list[tuple[datetime, tuple[str, ...]]]:
    """Everything that was asked, answered and said by phone, each with its moment."""
    chat, none = clerk("by-chat"), ("", "", "", "", "", "")
    found: list[tuple[datetime, tuple[str, ...]]]
    found = [(at, (chat, clerk.moment(at), clerk("asked"), *none)) for at in of.asked]
    for score in ticket.scores:
        given = _given(score, ticket, clerk)
        found.append((score.at, (chat, clerk.moment(score.at), clerk("answered"), *given)))
    for call in of.calls:
        came = _came(call, clerk)
        told = (*none[1:], f"{came}\n{clerk.text(call.words)}".strip())
        found.append((call.at, (clerk("by-call"), clerk.moment(call.at), call.name, *told)))
    for one in _spoken(entries, of):
        told = (*none[1:], clerk.text(str(one.detail.get("words", ""))))
        found.append((one.at, (clerk("by-call"), clerk.moment(one.at), clerk.by(one), *told)))
    return found


def _spoken(entries: Sequence[Entry], of: Visited) -> list[Entry]:
    """Calls after the first asking that were noted otherwise: of those who did not answer."""
    first = min(of.asked, default=None)
    notes = (one for one in entries if one.move == "note" and one.detail.get("call"))
    return [one for one in notes if first and one.at >= first and "came" not in one.detail]


def _answer(score: Score, ticket: Ticket, clerk: Clerk) -> tuple[str, ...]:
    return (clerk.moment(score.at), *_given(score, ticket, clerk))


def _silent(clerk: Clerk) -> tuple[str, ...]:
    return (clerk("silent"), "", "", "", "", "", "")


def _given(score: Score, ticket: Ticket, clerk: Clerk) -> tuple[str, ...]:
    """Solved or not, the score, how the person was, why, what was paid, and their own words."""
    words = clerk.words
    reasons = tuple(reason(code, clerk) for code in score.reasons)
    return (
        solved(score, ticket, clerk),
        "" if score.score is None else f"{score.score}",
        words.known(f"person-{score.person}", score.person),
        words.of(Joined(reasons)) if reasons else "",
        _paid(score, ticket, clerk),
        clerk.text(score.words),
    )


def solved(score: Score, ticket: Ticket, clerk: Clerk) -> str:
    """Whether it is solved. Who had just confirmed that was not asked again, and it counts so."""
    confirmed = ticket.result == "solved" and score == ticket.scores[-1]
    code = score.solved or ("yes" if confirmed else "")
    return clerk.words.known(f"desk-solved-{code}", code)


def _paid(score: Score, ticket: Ticket, clerk: Clerk) -> str:
    """Whether money was taken on a home visit, and how much of it they remember."""
    if score.paid_minor:
        return clerk.words.money(score.paid_minor, ticket.filing.currency)
    return clerk(f"paid-{score.paid}") if score.paid in {"yes", "no"} else ""


def reason(code: str, clerk: Clerk) -> str:
    """Why somebody was not satisfied, in the catalogue's words."""
    known = clerk.words.catalogue.reasons.get(code)
    return clerk.words.of(known) if known else code


def _called(call: Call, clerk: Clerk) -> str:
    said = clerk.text(call.words)
    return f"{clerk.moment(call.at)} {call.name} {_came(call, clerk)} {said}".strip()


def _came(call: Call, clerk: Clerk) -> str:
    return clerk.words.known(f"desk-came-{call.came or 'not_reached'}", call.came)


def _within(at: datetime, since: datetime, until: datetime | None) -> bool:
    return at >= since and (until is None or at < until)


def visited_of(
    ids: Sequence[int],
    asked: dict[int, tuple[datetime, ...]],
    calls: dict[int, tuple[Call, ...]],
) -> dict[int, Visited]:
    """What is on record, by ticket."""
    return {one: Visited(asked.get(one, ()), calls.get(one, ())) for one in ids}
