"""Tickets: filed, found, and saved only by who holds the newest revision."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy import (
    Connection,
    RowMapping,
    Table,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    union,
    update,
)

from dialogs.tickets.numbers import ticket_number
from dialogs.tickets.ticket import ENDED, Entry, Ticket
from storage import appeals, counters, grams, numbers, ticket_rows
from storage.hot import Hot
from storage.schema import chat, clock, score, ticket, verification
from storage.schema import timeline as lines


def _names(table: Table) -> tuple[str, ...]:
    return tuple(one.name for one in table.columns)


THIS = ticket.c.id == bindparam("this")
MANY = select(ticket).where(ticket.c.id.in_(bindparam("ids", expanding=True)))
CLOCKS = (
    select(clock)
    .where(clock.c.ticket.in_(bindparam("ids", expanding=True)))
    .order_by(clock.c.ticket, clock.c.seq)
)
SCORES = (
    select(score)
    .where(score.c.ticket.in_(bindparam("ids", expanding=True)))
    .order_by(score.c.ticket, score.c.seq)
)
ONE = Hot(select(ticket).where(THIS))
CLOCKS_OF = Hot(select(clock).where(clock.c.ticket == bindparam("this")).order_by(clock.c.seq))
SCORES_OF = Hot(select(score).where(score.c.ticket == bindparam("this")).order_by(score.c.seq))
NUMBERS_OF = select(ticket.c.id, ticket.c.number).where(
    ticket.c.id.in_(bindparam("ids", expanding=True))
)
IDS_OF = select(ticket.c.id, ticket.c.number).where(
    ticket.c.number.in_(bindparam("numbers", expanding=True))
)
BY_NUMBER = select(ticket.c.id).where(ticket.c.number == bindparam("number"))
INSERT = Hot(sa.insert(ticket), _names(ticket))
INSERT_CLOCKS = Hot(sa.insert(clock), _names(clock))
INSERT_SCORES = sa.insert(score)
INSERT_ENTRIES = Hot(sa.insert(lines), _names(lines))
DROP_CLOCKS = delete(clock).where(
    clock.c.ticket == bindparam("this"), clock.c.seq >= bindparam("first")
)
MOST_PROVED = 30
FEW = 3  # tickets that are quicker loaded one by one
SAVED = tuple(one.name for one in ticket.columns if one.name != "id")
SAVE = Hot(
    update(ticket)
    .where(THIS, ticket.c.revision == bindparam("expected"))
    .values({name: bindparam(f"new_{name}") for name in SAVED})
)
_ENDED = ", ".join(f"'{state.value}'" for state in sorted(ENDED))
_NOT_ENDED = sa.text(f"state NOT IN ({_ENDED})")
_LATELY = or_(_NOT_ENDED, ticket.c.closed_at.is_(None), ticket.c.closed_at >= bindparam("since"))
OF_CHAT = Hot(
    select(ticket.c.id)
    .where(ticket.c.chat == bindparam("chat"), _LATELY)
    .order_by(ticket.c.opened_at.desc(), ticket.c.id.desc())
)
ALL_OF_CHAT = select(ticket.c.id).where(ticket.c.chat == bindparam("chat")).order_by(ticket.c.id)
_PROVED = (
    select(ticket.c.id, ticket.c.opened_at)
    .join(verification, verification.c.service_number == ticket.c.service_number)
    .where(verification.c.subscriber == bindparam("subscriber"), _LATELY)
    .order_by(ticket.c.id.desc())
    .limit(MOST_PROVED)
    .subquery()
)
_THEIRS = union(
    select(ticket.c.id, ticket.c.opened_at).where(ticket.c.chat == bindparam("chat"), _LATELY),
    select(_PROVED.c.id, _PROVED.c.opened_at),
).subquery()
OF_PERSON = Hot(select(_THEIRS.c.id).order_by(_THEIRS.c.opened_at.desc(), _THEIRS.c.id.desc()))
OF_SUBSCRIBER = (
    select(ticket.c.id)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(chat.c.subscriber == bindparam("subscriber"))
    .order_by(ticket.c.id.desc())
    .limit(bindparam("most"))
)
SAME_NUMBER = (
    select(ticket.c.id)
    .where(ticket.c.service_number == bindparam("number"))
    .order_by(ticket.c.opened_at.desc(), ticket.c.id.desc())
)
DUE = (
    select(ticket.c.id)
    .where(ticket.c.next_due <= bindparam("now"))
    .order_by(ticket.c.next_due)
    .limit(bindparam("most"))
)
OPEN = select(ticket.c.id).where(_NOT_ENDED).order_by(ticket.c.id)
FILED_SINCE = Hot(
    select(func.count())
    .select_from(ticket)
    .where(and_(ticket.c.chat == bindparam("chat"), ticket.c.opened_at >= bindparam("since")))
)
TIMELINE = select(lines).where(lines.c.ticket == bindparam("this")).order_by(lines.c.seq)
LAST = Hot(select(func.max(lines.c.seq)).where(lines.c.ticket == bindparam("this")))


def next_id(c: Connection) -> int:
    """An id for a ticket about to be made."""
    return counters.bump(c, "ticket.id")


def next_number(c: Connection, opened_at: datetime, zone: str) -> str:
    """The next number of the month in which, in this zone, the ticket is opened."""
    month = f"{opened_at.astimezone(ZoneInfo(zone)):%y%m}"
    return ticket_number(opened_at, counters.bump(c, f"ticket.{month}"), zone)


def insert(c: Connection, new: Ticket, entries: Sequence[Entry] = ()) -> None:
    """Keep a new ticket, whose id and number were taken before, with its first entries."""
    INSERT.run(c, ticket_rows.row(new, _service_number(c, new)))
    _keep_rows(c, new, clocks_from=0, scores_from=0)
    grams.mark(c, new.id)
    appeals.keep(c, None, new)
    _note(c, new.id, entries)


def save(c: Connection, before: Ticket, after: Ticket, entries: Sequence[Entry]) -> bool:
    """Replace `before`, as it was loaded, by `after`; False when it has a newer revision by now.

    Entries go to the timeline. Scores may only have grown (ValueError): they are append-only.
    """
    if after.scores[: len(before.scores)] != before.scores:
        raise ValueError("a score once given is never changed")
    row = ticket_rows.row(after, _service_number(c, after))
    values = {f"new_{name}": row[name] for name in SAVED}
    fence = {"this": before.id, "expected": before.revision}
    if SAVE.run(c, {**values, **fence}) != 1:
        return False
    first = _first_change(before, after)
    if first < len(before.clocks):
        c.execute(DROP_CLOCKS, {"this": before.id, "first": first})
    _keep_rows(c, after, clocks_from=first, scores_from=len(before.scores))
    appeals.keep(c, before, after)
    note(c, after.id, entries)
    return True


def note(c: Connection, ticket_id: int, entries: Sequence[Entry]) -> None:
    """Add entries to the end of a ticket's timeline."""
    grams.mark_noted(c, ticket_id, entries)
    _note(c, ticket_id, entries)


def _note(c: Connection, ticket_id: int, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    last = LAST.scalar(c, {"this": ticket_id}) or 0
    INSERT_ENTRIES.many(c, ticket_rows.entry_rows(ticket_id, entries, last + 1))


def load(c: Connection, ticket_id: int) -> Ticket | None:
    """The ticket, None if there is none of this id."""
    this = {"this": ticket_id}
    found = ONE.named(c, this)
    if not found:
        return None
    return ticket_rows.unrow(found[0], CLOCKS_OF.named(c, this), SCORES_OF.named(c, this))


def load_many(c: Connection, ids: Sequence[int]) -> tuple[Ticket, ...]:
    """The tickets of these ids in this order; those that do not exist are left out."""
    if len(ids) <= FEW:
        return tuple(one for one in (load(c, one) for one in ids) if one is not None)
    wanted = {"ids": list(ids)}
    found = {row["id"]: row for row in c.execute(MANY, wanted).mappings()}
    clocks = _by_ticket(c.execute(CLOCKS, wanted).mappings())
    scores = _by_ticket(c.execute(SCORES, wanted).mappings())
    return tuple(
        ticket_rows.unrow(found[one], clocks.get(one, ()), scores.get(one, ()))
        for one in ids
        if one in found
    )


def by_number(c: Connection, number: str) -> Ticket | None:
    """The ticket of this number, written as we write it; None if there is none."""
    found = c.execute(BY_NUMBER, {"number": number}).scalar()
    return None if found is None else load(c, found)


def numbers_of(c: Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """The id and the number of each of these tickets, in this order."""
    known = {row.id: row.number for row in c.execute(NUMBERS_OF, {"ids": list(ids)})}
    return [(one, known[one]) for one in ids if one in known]


def ids_of(c: Connection, numbers_said: Sequence[str]) -> list[tuple[int, str]]:
    """The same of tickets of these numbers; one that there is not is left out."""
    known = {row.number: row.id for row in c.execute(IDS_OF, {"numbers": list(numbers_said)})}
    return [(known[one], one) for one in dict.fromkeys(numbers_said) if one in known]


def of_chat(
    c: Connection, chat: int, now: datetime, closed_within: timedelta
) -> tuple[Ticket, ...]:
    """The chat's tickets that are open or were closed within that time, newest first."""
    since = {"chat": chat, "since": now - closed_within}
    return load_many(c, [one for (one,) in OF_CHAT.all(c, since)])


def all_of_chat(c: Connection, chat: int) -> tuple[Ticket, ...]:
    """All tickets of a chat, oldest first; for one that has few."""
    return load_many(c, list(c.execute(ALL_OF_CHAT, {"chat": chat}).scalars()))


def of_person(
    c: Connection, chat: int, subscriber: int, now: datetime, closed_within: timedelta
) -> tuple[Ticket, ...]:
    """These, and those about numbers that are verified for the person, whoever filed them where.

    Of the latter the newest 30, so that nobody's chat grows slow by what others file.
    """
    values = {"chat": chat, "subscriber": subscriber, "since": now - closed_within}
    return load_many(c, [one for (one,) in OF_PERSON.all(c, values)])


def same_number(c: Connection, number: str) -> tuple[int, ...]:
    """The ids of all tickets about this service number, newest first; for staff's eyes only."""
    known = numbers.find(c, number)
    return () if known is None else tuple(c.execute(SAME_NUMBER, {"number": known}).scalars())


def history(c: Connection, of: Ticket, limit: int) -> tuple[Ticket, ...]:
    """The other tickets of the same person, in whatever chat, and those about the same number.

    The newest of them, newest first; for staff's eyes only.
    """
    values = {"subscriber": of.subscriber, "most": limit}
    mine = c.execute(OF_SUBSCRIBER, values).scalars()
    same = same_number(c, of.filing.service_number) if of.filing.service_number else ()
    known = sorted({*mine, *same[:limit]} - {of.id}, reverse=True)
    return load_many(c, known[:limit])


def timeline(c: Connection, ticket_id: int) -> tuple[Entry, ...]:
    """The ticket's timeline, oldest first."""
    found = c.execute(TIMELINE, {"this": ticket_id}).mappings()
    return tuple(ticket_rows.entry(row) for row in found)


def due(c: Connection, now: datetime, limit: int) -> list[int]:
    """Tickets of which a clock wants to be looked at by now, the longest waiting first."""
    return list(c.execute(DUE, {"now": now, "most": limit}).scalars())


def open_ones(c: Connection) -> list[int]:
    """All tickets that have not ended."""
    return list(c.execute(OPEN).scalars())


def filed_since(c: Connection, chat: int, since: datetime) -> int:
    """How many tickets this chat has opened since then."""
    count: int = FILED_SINCE.scalar(c, {"chat": chat, "since": since})
    return count


def _service_number(c: Connection, of: Ticket) -> int | None:
    number = of.filing.service_number
    return numbers.known(c, number, of.opened_at) if number else None


def _keep_rows(c: Connection, of: Ticket, *, clocks_from: int, scores_from: int) -> None:
    clocks = ticket_rows.clock_rows(of.id, of.clocks, clocks_from)
    if clocks:
        INSERT_CLOCKS.many(c, clocks)
    scores = ticket_rows.score_rows(of.id, of.scores, scores_from)
    if scores:
        c.execute(INSERT_SCORES, scores)


def _first_change(before: Ticket, after: Ticket) -> int:
    """The place of the first clock that differs."""
    pairs = enumerate(zip(before.clocks, after.clocks, strict=False))
    same = min(len(before.clocks), len(after.clocks))
    return next((place for place, (old, new) in pairs if old != new), same)


def _by_ticket(rows: Iterable[RowMapping]) -> dict[int, list[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = {}
    for key, group in groupby(rows, key=_ticket_of):
        grouped[key] = list(group)
    return grouped


def _ticket_of(row: RowMapping) -> Any:
    return row["ticket"]
