"""Contacts that no ticket was made of: which kind, which article, how each ended. No words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select, update

from dialogs.model import Contacted
from storage.schema import contact

OPEN = ""  # how a contact has ended that may still go on
ONE = timedelta(hours=12)  # what is said of an open contact within so long is about that one
COMPANY = "company"  # the kind of those who were sent on
LAST = (
    select(contact.c.id)
    .where(contact.c.chat == bindparam("this"), contact.c.outcome == OPEN)
    .where(contact.c.at >= bindparam("since"))
    .order_by(contact.c.id.desc())
    .limit(1)
)
OF_CHAT = (
    select(contact)
    .where(contact.c.chat == bindparam("this"))
    .order_by(contact.c.id.desc())
    .limit(bindparam("most"))
)
MADE = insert(contact)
COUNT = (
    select(contact.c.kind, contact.c.outcome, func.count())
    .group_by(contact.c.kind, contact.c.outcome)
    .order_by(contact.c.kind, contact.c.outcome)
)


def note(c: Connection, chat: int, what: Contacted, now: datetime) -> None:
    """Write down how a chat's contact goes: the one that is open, or a new one."""
    whole = what.kind == COMPANY  # it begins and ends at once
    last = None if whole else c.execute(LAST, {"this": chat, "since": now - ONE}).scalar()
    if last is None:
        row = {"chat": chat, "at": now, "kind": what.kind, "article": what.article}
        c.execute(MADE, {**row, "outcome": what.outcome})
        return
    changed = {"kind": what.kind, "outcome": what.outcome}
    changed |= {"article": what.article} if what.article else {}
    c.execute(update(contact).where(contact.c.id == last).values(changed))


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact without a ticket; `outcome` is "" while it goes on or was left."""

    at: datetime
    kind: str
    article: str
    outcome: str


def of_chat(c: Connection, chat: int, limit: int) -> tuple[Contact, ...]:
    """The newest contacts of a chat that no ticket was made of, the newest first."""
    rows = c.execute(OF_CHAT, {"this": chat, "most": limit}).mappings()
    return tuple(Contact(row["at"], row["kind"], row["article"], row["outcome"]) for row in rows)


def counts(c: Connection) -> dict[str, dict[str, int]]:
    """How many of each kind, by how they ended; "open" while they go on or were left."""
    found: dict[str, dict[str, int]] = {}
    for kind, outcome, n in c.execute(COUNT).all():
        found.setdefault(kind, {})[outcome or "open"] = n
    return found
