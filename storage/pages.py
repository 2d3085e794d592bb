"""A chat as a page shows it: the log with what hangs on it, buttons, files, and what was edited."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, or_, select

from dialogs.model import Json
from storage.messages import HAS_ID
from storage.schema import attachment, message, outbox


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of a message: `id` an attachment's, or 0 for a document that is made when asked for.

    `path` is where it lies in the folder, "" while it is not there yet or was refused.
    """

    id: int
    kind: str
    name: str
    mime: str
    size: int
    path: str
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of the log. `row` is its outbox row (0 once that is cleared, or if it came in).

    `changes` is the outbox row whose message this one replaced (0: it is a message of its own).
    `key` is the channel's id of a message; `rows` the buttons as the row's request holds them.
    """

    id: int
    at: datetime
    direction: str
    words: str
    row: int
    key: str
    changes: int
    earlier: int
    rows: Json
    choices: tuple[str, ...]
    name: str
    paper: Paper | None


_NOT_SHOWN = ["failed", "superseded"]
_ALL = (
    select(
        message,
        outbox.c.body,
        outbox.c.edits,
        outbox.c.file,
        attachment.c.kind,
        attachment.c.name,
        attachment.c.mime,
        attachment.c.size,
        attachment.c.path,
        attachment.c.ref,
        attachment.c.state.label("file_state"),
    )
    .join(outbox, outbox.c.id == message.c.outbox, isouter=True)
    .join(attachment, attachment.c.id == message.c.attachment, isouter=True)
    .where(
        message.c.chat == bindparam("this"),
        or_(outbox.c.id.is_(None), outbox.c.state.not_in(_NOT_SHOWN)),
    )
)
AFTER = (
    _ALL.where(message.c.id > bindparam("after")).order_by(message.c.id).limit(bindparam("most"))
)
BEFORE = (
    _ALL.where(message.c.id < bindparam("before"))
    .order_by(message.c.id.desc())
    .limit(bindparam("most"))
)
OF_ROW = _ALL.where(message.c.outbox == bindparam("row"))
OF_KEY = _ALL.where(message.c.message_id == bindparam("key"), HAS_ID, message.c.direction == "in")
FILE_OF_ROW = select(outbox.c.file).where(
    outbox.c.id == bindparam("row"), outbox.c.chat == bindparam("this")
)
NEVER = 2**62


def after(c: Connection, chat: int, last: int, limit: int) -> tuple[Line, ...]:
    """What came after log entry `last`, oldest first."""
    rows = c.execute(AFTER, {"this": chat, "after": last, "most": limit})
    return tuple(_line(row) for row in rows.mappings())


def before(c: Connection, chat: int, first: int, limit: int) -> tuple[Line, ...]:
    """What came before log entry `first` (0: the newest of all), oldest first."""
    rows = c.execute(BEFORE, {"this": chat, "before": first or NEVER, "most": limit})
    return tuple(_line(row) for row in rows.mappings())[::-1]


def of_row(c: Connection, chat: int, row: int) -> Line | None:
    """What this outbox row says, if it is this chat's."""
    found = c.execute(OF_ROW, {"this": chat, "row": row}).mappings().first()
    return None if found is None else _line(found)


def of_key(c: Connection, chat: int, key: str) -> Line | None:
    """What the person said under this id of theirs."""
    found = c.execute(OF_KEY, {"this": chat, "key": key}).mappings().first()
    return None if found is None else _line(found)


def made_file(c: Connection, chat: int, row: int) -> Json:
    """The document that goes with this outbox row of the chat, None if there is none."""
    found: Json = c.execute(FILE_OF_ROW, {"this": chat, "row": row}).scalar()
    return found


def _line(row: RowMapping) -> Line:
    body = row["body"] or {}
    return Line(
        id=row["id"],
        at=row["at"],
        direction=row["direction"],
        words=row["words"],
        row=row["outbox"] or 0,
        key=row["message_id"] or "",
        changes=row["edits"] or 0,
        earlier=row["edited_from"] or 0,
        rows=body.get("rows"),
        choices=tuple(row["choices"]),
        name=row["staff_name"],
        paper=_paper(row),
    )


def _paper(row: RowMapping) -> Paper | None:
    if row["attachment"] is not None:
        lies = _lies(row)
        refused = row["file_state"] == "refused"
        name, mime, size = row["name"], row["mime"], row["size"]
        return Paper(row["attachment"], row["kind"], name, mime, size, lies, refused)
    made = row["file"]
    if made is not None:
        return Paper(0, made["kind"], made["name"], "", 0, "")
    return None


def _lies(row: RowMapping) -> str:
    """Where a file lies: one sent to the page lies under its ref, a path, from the start."""
    if row["file_state"] == "refused":
        return ""
    ref = str(row["ref"])
    return row["path"] or (ref if "/" in ref else "")
