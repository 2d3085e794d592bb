"""Files that people sent: wanted until fetched, then kept by their hash or refused with a reason.

The bytes lie in the attachment store; here stands only where and what they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from dialogs.model import File
from storage import inserts
from storage.hot import Hot
from storage.schema import attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where the bytes lie and what they turned out to be."""

    path: str
    sha256: str
    size: int
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file as it is known; `state` wanted, kept or refused, `why` in the last case."""

    id: int
    chat: int
    ticket: int | None
    kind: str
    ref: str
    name: str
    mime: str
    size: int
    sha256: str
    path: str
    state: str
    why: str
    at: datetime
    attempts: int
    uploader: str
    shows: str = ""


THIS = attachment.c.id == bindparam("this")
ADD = insert(attachment)
KEEP = (
    update(attachment)
    .where(THIS)
    .values(
        state="kept",
        path=bindparam("new_path"),
        sha256=bindparam("new_sha256"),
        size=bindparam("new_size"),
        mime=bindparam("new_mime"),
    )
)
REFUSE = (
    update(attachment)
    .where(THIS, attachment.c.state == "wanted")
    .values(state="refused", why=bindparam("reason"))
)
LATER = (
    update(attachment)
    .where(THIS)
    .values(attempts=attachment.c.attempts + 1, due_at=bindparam("then"), why=bindparam("reason"))
)
WANTED = (
    select(attachment)
    .where(attachment.c.state == "wanted", attachment.c.due_at <= bindparam("now"))
    .order_by(attachment.c.due_at, attachment.c.id)
    .limit(bindparam("most"))
)
ONE = select(attachment).where(THIS)
OF_TICKET = (
    select(attachment).where(attachment.c.ticket == bindparam("this")).order_by(attachment.c.id)
)
_LOOSE = (attachment.c.chat == bindparam("this"), attachment.c.ticket.is_(None))
OF_DRAFT = select(attachment).where(*_LOOSE).order_by(attachment.c.id)
ADOPT = Hot(update(attachment).where(*_LOOSE).values(ticket=bindparam("new_ticket")))
GIVE = update(attachment).where(THIS).values(ticket=bindparam("new_ticket"))
NAMED = select(attachment.c.path).where(
    attachment.c.path != "", attachment.c.path.in_(bindparam("paths", expanding=True))
)
COUNT = (
    select(func.count())
    .select_from(attachment)
    .where(attachment.c.ticket == bindparam("this"), attachment.c.state != "refused")
)


def want(  # noqa: PLR0913, PLR0917  what a file is, and whose
    c: Connection, chat: int, file: File, ticket: int | None, now: datetime, shows: str = ""
) -> int:
    """A file is to be fetched, for a ticket or (None) for the chat's draft; returns its id.

    `shows`: the code of the evidence that it was asked for as.
    """
    more: dict[str, object] = {"ticket": ticket, "shows": shows, "uploader": "in"}
    return _add(c, chat, file, {**more, "at": now, "due_at": now})


def staff_file(c: Connection, ticket: int, chat: int, file: File, now: datetime) -> int:
    """A file that staff put to a ticket; `kept` says where it lies. Returns its id."""
    return _add(c, chat, file, {"ticket": ticket, "at": now, "due_at": now, "uploader": "staff"})


def kept(c: Connection, file_id: int, where: Kept) -> None:
    """It was fetched and lies there."""
    values = {
        "new_path": where.path,
        "new_sha256": where.sha256,
        "new_size": where.size,
        "new_mime": where.mime,
    }
    c.execute(KEEP, {**values, "this": file_id})


def refused(c: Connection, file_id: int, why: str) -> bool:
    """It will not be kept; `why` is a reason code. False when that was settled before."""
    return c.execute(REFUSE, {"this": file_id, "reason": why}).rowcount == 1


def later(c: Connection, file_id: int, at: datetime, why: str) -> None:
    """It could not be fetched; try again at that moment."""
    c.execute(LATER, {"this": file_id, "then": at, "reason": why})


def wanted(c: Connection, now: datetime, limit: int) -> tuple[Attachment, ...]:
    """Files to be fetched by now, the longest waiting first."""
    rows = c.execute(WANTED, {"now": now, "most": limit}).mappings()
    return tuple(_attachment(row) for row in rows)


def load(c: Connection, file_id: int) -> Attachment | None:
    """The file of this id, None if there is none."""
    row = c.execute(ONE, {"this": file_id}).mappings().first()
    return None if row is None else _attachment(row)


def of_ticket(c: Connection, ticket: int) -> tuple[Attachment, ...]:
    """All files of a ticket, oldest first."""
    return tuple(_attachment(row) for row in c.execute(OF_TICKET, {"this": ticket}).mappings())


def of_draft(c: Connection, chat: int) -> tuple[Attachment, ...]:
    """Files of the chat that belong to no ticket yet, oldest first."""
    return tuple(_attachment(row) for row in c.execute(OF_DRAFT, {"this": chat}).mappings())


def adopt(c: Connection, chat: int, ticket: int) -> int:
    """The draft became this ticket: its files belong to it now. Returns how many."""
    return ADOPT.run(c, {"this": chat, "new_ticket": ticket})


def give(c: Connection, file_id: int, to: Sequence[int]) -> None:
    """A file of a draft goes to these tickets: a row for each, while the bytes lie there once."""
    first, *others = to
    c.execute(GIVE, {"this": file_id, "new_ticket": first})
    row = c.execute(ONE, {"this": file_id}).mappings().one()
    copied = {name: value for name, value in row.items() if name != "id"}
    for one in others:
        inserts.add(c, ADD, {**copied, "ticket": one})


def count(c: Connection, ticket: int) -> int:
    """How many files the ticket has that were not refused."""
    number: int = c.execute(COUNT, {"this": ticket}).scalar_one()
    return number


def named(c: Connection, paths: Sequence[str]) -> set[str]:
    """Those of the paths that a file of ours lies at."""
    return set(c.execute(NAMED, {"paths": list(paths)}).scalars())


def _add(c: Connection, chat: int, file: File, more: dict[str, object]) -> int:
    row = {
        "chat": chat,
        "kind": file.kind,
        "ref": file.ref,
        "name": file.name,
        "mime": file.mime,
        "size": file.size,
        "sha256": "",
        "path": "",
        "state": "wanted",
        "why": "",
        "attempts": 0,
        "shows": "",
    }
    return inserts.add(c, ADD, {**row, **more})


def _attachment(row: RowMapping) -> Attachment:
    fields = {name: row[name] for name in Attachment.__slots__}
    return Attachment(**fields)
