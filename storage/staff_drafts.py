"""What people of the staff are about to say in the group: kept word by word, so that no restart
costs one. A draft that was sent stays a few days: it says which messages were its own."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from dialogs.group.draft import Draft
from dialogs.values import replace
from storage import codec
from storage.errors import Unreadable
from storage.hot import Hot, Row
from storage.inserts import numbered
from storage.schema import outbox, staff_draft

MOST = 20  # drafts of one person that are looked at


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft with where it stands: the topic, the row that brought it, its message's id.

    `after` and `upto` are set once it was sent: messages of the chat in between are its words.
    """

    draft: Draft
    chat: int
    thread: str
    outbox: int | None
    message: str
    after: int | None = None
    upto: int | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be sent."""
        return self.upto is None


_COLUMNS = (
    "chat", "staff", "ticket", "kind", "rev", "body", "thread", "outbox", "message_id", "after",
    "upto", "changed_at",
)  # fmt: skip
_SHOWN = ("id", "body", "rev", "chat", "thread", "outbox", "message_id", "after", "upto")
_ALL = select(*(staff_draft.c[name] for name in _SHOWN))
_THIS = staff_draft.c.id == bindparam("this")
ADD = Hot(numbered(staff_draft), _COLUMNS)
ONE = Hot(_ALL.where(_THIS))
OF_STAFF = Hot(
    _ALL.where(staff_draft.c.staff == bindparam("who"), staff_draft.c.chat == bindparam("here"))
    .order_by(staff_draft.c.changed_at.desc(), staff_draft.c.id.desc())
    .limit(MOST)
)
SENT_OF = Hot(
    select(staff_draft.c.after, staff_draft.c.upto).where(
        staff_draft.c.ticket == bindparam("this"), staff_draft.c.upto.is_not(None)
    )
)
SAVE = (
    update(staff_draft)
    .where(_THIS, staff_draft.c.rev == bindparam("before"))
    .values(rev=bindparam("new_rev"), body=bindparam("new_body"), changed_at=bindparam("now"))
)
STANDS = update(staff_draft).where(_THIS).values(
    outbox=bindparam("row"), thread=bindparam("there"), message_id=""
)  # fmt: skip
NAMED = update(staff_draft).where(_THIS).values(message_id=bindparam("shown"))
SENT = (
    update(staff_draft)
    .where(_THIS)
    .values(after=bindparam("first"), upto=bindparam("last"), changed_at=bindparam("now"))
)
DROP = delete(staff_draft).where(_THIS)
TARGET = Hot(select(outbox.c.message_id).where(outbox.c.id == bindparam("this")))


def add(c: Connection, new: Draft, chat: int, thread: str, now: datetime) -> Draft:
    """Keep a new draft; returns it with its id."""
    row = {
        "chat": chat,
        "staff": new.staff,
        "ticket": new.ticket,
        "kind": new.kind,
        "rev": new.rev,
        "body": codec.dump(new),
        "thread": thread,
        "outbox": None,
        "message_id": "",
        "after": None,
        "upto": None,
        "changed_at": now,
    }
    return replace(new, id=ADD.add(c, row))


def load(c: Connection, draft: int) -> Kept | None:
    """The draft of this id; None if it is over, or cannot be read any more."""
    found = ONE.first(c, {"this": draft})
    return None if found is None else _kept(found)


def of_staff(c: Connection, who: int, chat: int) -> tuple[Kept, ...]:
    """The drafts of this person in this group, the one changed last first."""
    found = (_kept(row) for row in OF_STAFF.all(c, {"who": who, "here": chat}))
    return tuple(one for one in found if one is not None)


def save(c: Connection, new: Draft, before: int, now: datetime) -> bool:
    """Keep the draft as it is now; False when it is no longer at revision `before`."""
    values = {"this": new.id, "before": before, "new_rev": new.rev, "now": now}
    return c.execute(SAVE, {**values, "new_body": codec.dump(new)}).rowcount == 1


def stands(c: Connection, draft: int, row: int, thread: str) -> None:
    """This row of the outbox brings it to this topic."""
    c.execute(STANDS, {"this": draft, "row": row, "there": thread})


def pressed(c: Connection, draft: int, message: str) -> None:
    """It stands as this message: somebody pressed a button of it there."""
    c.execute(NAMED, {"this": draft, "shown": message})


def message_of(c: Connection, kept: Kept) -> str:
    """The id of the message that it stands as, "" while none is known."""
    if kept.message or kept.outbox is None:
        return kept.message
    return TARGET.scalar(c, {"this": kept.outbox}) or ""


def sent(c: Connection, draft: int, after: int, upto: int, now: datetime) -> None:
    """It was sent: the messages of the chat after `after`, up to `upto`, are its words."""
    c.execute(SENT, {"this": draft, "first": after, "last": upto, "now": now})


def spans(c: Connection, ticket: int) -> tuple[tuple[int, int], ...]:
    """Which messages about the ticket were sent from here: after the first, up to the second."""
    return tuple((row[0], row[1]) for row in SENT_OF.all(c, {"this": ticket}))


def drop(c: Connection, draft: int) -> None:
    """It is over."""
    c.execute(DROP, {"this": draft})


def _kept(found: Row) -> Kept | None:
    number, body, rev, chat, thread, row, message, after, upto = found
    try:
        draft = codec.load(Draft, body)
    except (Unreadable, ValueError):
        return None
    return Kept(replace(draft, id=number, rev=rev), chat, thread, row, message, after, upto)
