"""What was kept long enough: found by a reader, removed by the writer a slice at a time.

A rule finds at most so many rows that are old enough, and drops those of them that still are:
between the two anything may have happened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    exists,
    func,
    select,
    text,
    update,
)

from storage import (
    appeals,
    bulk,
    correctives,
    counting,
    inbox,
    incidents,
    key_accounts,
    outcomes,
    records,
    retention,
)
from storage.schema import (
    account_link,
    attachment,
    contact,
    desk_session,
    digest,
    idempotency,
    message,
    service_ending,
    session,
    sign_in,
    staff_draft,
    store_inspection,
    suspect,
    task,
)
from storage.schema import inbox as events
from storage.schema import outbox as sends

Found: TypeAlias = Sequence[Any]  # ids, or other keys, of the rows that may go

SIGN_INS = timedelta(days=1)  # after they ended
DRAFTS = timedelta(days=7)  # of staff in the group, since the last word
SUMS = timedelta(days=5 * 366)  # of the figures: they name nobody, and years are compared
ANSWERS = timedelta(days=2)  # to forms that were sent twice
DIGESTS = timedelta(days=90)
# The authority takes an appeal about most matters within two years (domain.md §4, A2).
RECORDS = timedelta(days=761)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """How old things get before they go: events handled, sends, messages, closed tickets.

    `drafts`: files that were sent and never came to belong to a ticket.
    """

    events: timedelta
    sends: timedelta
    messages: timedelta
    tickets: timedelta
    drafts: timedelta


@dataclass(frozen=True, slots=True)
class Rule:
    """`find` at most so many that are older than a moment, `drop` of these; returns how many.

    `slice` of them are dropped in one transaction, so that nobody waits 50 ms for it.
    """

    name: str
    age: Callable[[Ages], timedelta]
    find: Callable[[Connection, datetime, int], Found]
    drop: Callable[[Connection, Found, datetime], int]
    slice: int = 200


ALONE = text("SELECT pg_try_advisory_xact_lock(hashtext('redress.pruning'))")


def alone(c: Connection) -> bool:
    """Whether no other replica prunes in this very moment; this one may until its commit."""
    return c.dialect.name != "postgresql" or bool(c.execute(ALONE).scalar_one())


def old_events(c: Connection, before: datetime, most: int) -> Found:
    """One None for each handled event that is old: the inbox itself finds them again."""
    old = events.c.state == "handled", events.c.received_at < before
    some = select(events.c.event).where(*old).limit(most).subquery()
    return [None] * c.execute(select(func.count()).select_from(some)).scalar_one()


def drop_events(c: Connection, found: Found, before: datetime) -> int:
    """Forget that many handled events; no more, or it would look through all of them."""
    return inbox.clear(c, before, len(found))


def old_sends(c: Connection, before: datetime, most: int) -> Found:
    """One None for each row that was sent, or superseded, before."""
    return [None] * len(_sends(c, ("sent", "superseded"), before, most))


def drop_sends(c: Connection, found: Found, before: datetime) -> int:
    """Forget that many rows; the log of messages keeps the channel's ids."""
    return outcomes.clear(c, before, len(found))


def dead_letters(c: Connection, before: datetime, most: int) -> Found:
    """Rows that were given up before: as personal as the messages they never became."""
    return _sends(c, ("failed",), before, most)


def drop_dead_letters(c: Connection, found: Found, _before: datetime) -> int:
    """Forget these, unless they are tried again by now."""
    these = sends.c.id.in_(found), sends.c.state == "failed"
    return c.execute(delete(sends).where(*these)).rowcount


def loose_files(c: Connection, before: datetime, most: int) -> Found:
    """Files older than any draft, which no ticket has, of chats that are in no draft now."""
    found = select(attachment.c.id).where(_loose(before)).limit(most)
    return list(c.execute(found).scalars())


def drop_loose_files(c: Connection, found: Found, before: datetime) -> int:
    """Forget what is known of them; the bytes are swept where no row names them any more."""
    mine = select(attachment.c.id).where(attachment.c.id.in_(found), _loose(before))
    ids = list(c.execute(mine).scalars())
    c.execute(update(message).where(message.c.attachment.in_(ids)).values(attachment=None))
    return c.execute(delete(attachment).where(attachment.c.id.in_(ids))).rowcount


def _loose(before: datetime) -> ColumnElement[bool]:
    in_draft = exists().where(session.c.chat == attachment.c.chat, session.c.active)
    return attachment.c.ticket.is_(None) & (attachment.c.at < before) & ~in_draft


def _sends(c: Connection, states: Sequence[str], before: datetime, most: int) -> list[int]:
    """The first rows in these states. Ids grow with time, so that nothing young is looked at."""
    key, at = sends.c.id, sends.c.created_at
    young = select(key).where(at >= before).order_by(key).limit(1).scalar_subquery()
    end = func.coalesce(young, retention.NEVER)
    old = select(key).where(key < end, at < before, sends.c.state.in_(states))
    return list(c.execute(old.order_by(key).limit(most)).scalars())


def _past(table: Table, key: Column[Any], at: Column[Any]) -> tuple[
    Callable[[Connection, datetime, int], Found], Callable[[Connection, Found, datetime], int]
]:  # fmt: skip
    """The two halves of a rule for a table of which nothing else depends."""
    some = select(key).where(at < bindparam("before")).limit(bindparam("most"))
    these = delete(table).where(
        key.in_(bindparam("found", expanding=True)), at < bindparam("before")
    )

    def find(c: Connection, before: datetime, most: int) -> Found:
        return list(c.execute(some, {"before": before, "most": most}).scalars())

    def drop(c: Connection, found: Found, before: datetime) -> int:
        return c.execute(these, {"found": list(found), "before": before}).rowcount

    return find, drop


RULES = (
    Rule("events", lambda ages: ages.events, old_events, drop_events),
    Rule("sent", lambda ages: ages.sends, old_sends, drop_sends, 100),
    Rule("failed", lambda ages: ages.messages, dead_letters, drop_dead_letters),
    Rule(
        "messages", lambda ages: ages.messages, retention.old_messages, retention.drop_messages, 100
    ),
    Rule("holds", lambda _: timedelta(), appeals.lapsed, appeals.release),
    Rule("tickets", lambda ages: ages.tickets, retention.old_tickets, retention.drop_tickets, 10),
    Rule("tasks", lambda ages: ages.messages, *_past(task, task.c.id, task.c.done_at)),
    Rule("suspects", lambda ages: ages.messages, *_past(suspect, suspect.c.id, suspect.c.at)),
    Rule("contacts", lambda ages: ages.messages, *_past(contact, contact.c.id, contact.c.at)),
    Rule("files", lambda ages: ages.drafts, loose_files, drop_loose_files, 50),
    Rule("links", lambda _: SIGN_INS, *_past(sign_in, sign_in.c.token, sign_in.c.expires)),
    Rule(
        "account links",
        lambda _: SIGN_INS,
        *_past(account_link, account_link.c.token, account_link.c.expires),
    ),
    Rule(
        "group drafts",
        lambda _: DRAFTS,
        *_past(staff_draft, staff_draft.c.id, staff_draft.c.changed_at),
    ),
    Rule(
        "desks",
        lambda _: SIGN_INS,
        *_past(desk_session, desk_session.c.token, desk_session.c.expires),
    ),
    Rule("digests", lambda _: DIGESTS, *_past(digest, digest.c.staff, digest.c.at)),
    Rule("bulk jobs", lambda _: DIGESTS, bulk.old, bulk.drop, 20),
    Rule("key accounts", lambda ages: ages.tickets, key_accounts.old, key_accounts.drop),
    Rule("incidents", lambda ages: ages.tickets, incidents.old, incidents.drop, 20),
    Rule("corrective actions", lambda ages: ages.tickets, correctives.old, correctives.drop, 20),
    Rule(
        "inspections",
        lambda _: SUMS,
        *_past(store_inspection, store_inspection.c.id, store_inspection.c.at),
    ),
    # A month is no longer held to be known before the first of its reminders goes.
    Rule("reminder months", lambda _: RECORDS, records.old_months, records.drop_months),
    Rule("reminders", lambda _: RECORDS, records.old_sent, records.drop_sent),
    Rule(
        "endings",
        lambda _: RECORDS,
        *_past(service_ending, service_ending.c.id, service_ending.c.ends_at),
    ),
    Rule("sums", lambda _: SUMS, counting.old_days, counting.drop_days, 1),
    Rule("answers", lambda _: ANSWERS, *_past(idempotency, idempotency.c.key, idempotency.c.at)),
)
