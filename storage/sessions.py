"""Where each conversation stands: one sealed row a chat, kept only by who loaded it last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from dialogs.model import Session
from storage import codec
from storage.errors import KeyFileError, SessionMoved, Unreadable
from storage.schema import session
from storage.seal import as_json, from_json


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session with the version to keep it against.

    `readable` is False when what was kept does not fit this version of Redress, or its ciphertext
    is spoilt; the session is then empty, and the person should be told that they start again.
    """

    session: Session
    version: int = 0
    readable: bool = True


LOAD = select(session.c.body, session.c.version).where(session.c.chat == bindparam("this"))
VERSION = select(session.c.version).where(session.c.chat == bindparam("this"))
BEGIN = insert(session)
KEEP = (
    update(session)
    .where(session.c.chat == bindparam("this"), session.c.version == bindparam("expected"))
    .values(
        version=session.c.version + 1,
        body=bindparam("new_body"),
        active=bindparam("new_active"),
        due_at=bindparam("new_due"),
    )
)
DUE = (
    select(session.c.chat)
    .where(session.c.due_at <= bindparam("now"))
    .order_by(session.c.due_at)
    .limit(bindparam("most"))
)
ACTIVE = select(func.count()).select_from(session).where(session.c.active)


def load(c: Connection, chat: int) -> Loaded:
    """The chat's session; an empty one of version 0 if it never had one."""
    try:
        row = c.execute(LOAD, {"this": chat}).first()
        if row is None:
            return Loaded(Session())
        return Loaded(codec.load(Session, from_json(row.body)), row.version)
    except (KeyFileError, Unreadable, ValueError):
        version = c.execute(VERSION, {"this": chat}).scalar_one()
        return Loaded(Session(), version, readable=False)


def keep(c: Connection, chat: int, kept: Session, expected: int) -> None:
    """Keep the session loaded at version `expected`; SessionMoved if it is no longer that."""
    body = as_json(codec.dump(kept))
    active = bool(kept.stack)
    if expected == 0:
        row = {"chat": chat, "version": 1, "body": body, "active": active, "due_at": kept.due}
        c.execute(BEGIN, row)
        return
    row = {"this": chat, "expected": expected, "new_body": body}
    kept_rows = c.execute(KEEP, {**row, "new_active": active, "new_due": kept.due}).rowcount
    if kept_rows != 1:
        raise SessionMoved(f"the session of chat {chat} is no longer at version {expected}")


def due(c: Connection, now: datetime, limit: int) -> list[int]:
    """Chats whose dialog wanted to be woken by now, the longest waiting first."""
    return list(c.execute(DUE, {"now": now, "most": limit}).scalars())


def active(c: Connection) -> int:
    """How many chats are in the middle of a dialog."""
    count: int = c.execute(ACTIVE).scalar_one()
    return count
