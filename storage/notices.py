"""Pushes that rest until the quiet hours are over, to be merged and looked at again then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select

from dialogs.model import Json
from storage import inserts
from storage.schema import notice_held


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A notice that waits: its code and what its text needs."""

    id: int = 0
    ticket: int
    chat: int
    code: str
    args: Mapping[str, Json]
    due_at: datetime


HOLD = insert(notice_held)
DUE = (
    select(notice_held)
    .where(notice_held.c.due_at <= bindparam("now"))
    .order_by(notice_held.c.due_at, notice_held.c.id)
    .limit(bindparam("most"))
)
OF_TICKET = (
    select(notice_held).where(notice_held.c.ticket == bindparam("this")).order_by(notice_held.c.id)
)
OF_CHAT = (
    select(notice_held).where(notice_held.c.chat == bindparam("this")).order_by(notice_held.c.id)
)
DROP = delete(notice_held).where(notice_held.c.id == bindparam("this"))


def hold(c: Connection, notice: Held, now: datetime) -> int:
    """Keep a notice until `due_at`; returns its id."""
    row = {
        "ticket": notice.ticket,
        "chat": notice.chat,
        "code": notice.code,
        "args": dict(notice.args),
        "due_at": notice.due_at,
        "created_at": now,
    }
    return inserts.add(c, HOLD, row)


def due(c: Connection, now: datetime, limit: int) -> tuple[Held, ...]:
    """Notices whose rest is over, oldest first."""
    return tuple(_held(row) for row in c.execute(DUE, {"now": now, "most": limit}).mappings())


def of_ticket(c: Connection, ticket: int) -> tuple[Held, ...]:
    """Notices that wait for this ticket, oldest first."""
    return tuple(_held(row) for row in c.execute(OF_TICKET, {"this": ticket}).mappings())


def of_chat(c: Connection, chat: int) -> tuple[Held, ...]:
    """Notices that wait for this chat, oldest first."""
    return tuple(_held(row) for row in c.execute(OF_CHAT, {"this": chat}).mappings())


def drop(c: Connection, ids: Sequence[int]) -> None:
    """These were posted, or have nothing to say any more."""
    if ids:
        c.execute(DROP, [{"this": one} for one in ids])


def _held(row: RowMapping) -> Held:
    return Held(
        id=row["id"],
        ticket=row["ticket"],
        chat=row["chat"],
        code=row["code"],
        args=row["args"],
        due_at=row["due_at"],
    )
