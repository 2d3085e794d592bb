"""Where each conversation stands: one sealed row a chat, kept only by who loaded it last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Text, bindparam, func, insert, select, type_coerce, update

from dialogs.model import Session
from storage import codec
from storage.errors import KeyFileError, SessionMoved, Unreadable
from storage.hot import Hot
from storage.schema import session
from storage.seal import from_json, json_bytes, keys_of

STRIDE = 100  # more than the dialogs that one event begins


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session with the version to keep it against.

    `readable` is False when what was kept does not fit this version of Redress, or its ciphertext
    is spoilt; the session is then empty, and the person should be told that they start again. Its
    dialogs are numbered from beyond all that went before, so that no old button passes for a new.
    """

    session: Session
    version: int = 0
    readable: bool = True


# The body as it is kept: one that cannot be opened is told apart from a database that cannot.
BODY = type_coerce(session.c.body, Text).label("body")
LOAD = Hot(select(BODY, session.c.version).where(session.c.chat == bindparam("this")))
_KEPT = {
    "body": bindparam("new_body", type_=Text),
    "active": bindparam("new_active"),
    "due_at": bindparam("new_due"),
}
BEGIN = Hot(insert(session).values(chat=bindparam("this"), version=1, **_KEPT))
KEEP = Hot(
    update(session)
    .where(session.c.chat == bindparam("this"), session.c.version == bindparam("expected"))
    .values(version=session.c.version + 1, **_KEPT)
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
    found = LOAD.first(c, {"this": chat})
    return Loaded(Session()) if found is None else opened(c, *found)


def opened(c: Connection, body: str, version: int) -> Loaded:
    """The session of a row as it is kept."""
    try:
        told = codec.load(Session, from_json(keys_of(c).open_bytes(body)))
    except (KeyFileError, Unreadable, ValueError):
        return Loaded(Session(serial=version * STRIDE), version, readable=False)
    return Loaded(told, version)


def keep(c: Connection, chat: int, kept: Session, expected: int) -> None:
    """Keep the session loaded at version `expected`; SessionMoved if it is no longer that."""
    body = keys_of(c).seal_bytes(json_bytes(kept))
    row = {"this": chat, "new_body": body, "new_active": bool(kept.stack), "new_due": kept.due}
    if expected == 0:
        BEGIN.run(c, row)
    elif KEEP.run(c, {**row, "expected": expected}) != 1:
        raise SessionMoved(f"the session of chat {chat} is no longer at version {expected}")


def due(c: Connection, now: datetime, limit: int) -> list[int]:
    """Chats whose dialog wanted to be woken by now, the longest waiting first."""
    return list(c.execute(DUE, {"now": now, "most": limit}).scalars())


def active(c: Connection) -> int:
    """How many chats are in the middle of a dialog."""
    count: int = c.execute(ACTIVE).scalar_one()
    return count
