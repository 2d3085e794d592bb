"""A chat's line: when it is next to be served, by whom it is now, how fast it may be served."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, update

from dialogs.values import quick
from storage.hot import Hot
from storage.schema import chat, chat_queue, outbox

BURST = 3  # messages that a chat may get at once before its spacing counts


@dataclass(frozen=True, slots=True)
class Lease:
    """A line taken: by whom, until when, and under which fence."""

    owner: str
    until: datetime
    fence: int


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A chat's line as it stands; `last` is the newest row's place in it."""

    last: int
    known: bool = False
    priority: int = 0
    due: datetime | None = None
    parked: bool = False
    rest_until: datetime | None = None
    lease_until: datetime | None = None
    fence: int = 0
    spacing: float = 0
    paced: datetime | None = None

    def free(self, now: datetime, spacing: float) -> datetime:
        """When its pace and its pause let the next message go."""
        paced = spread(_sound(self.paced, spacing, now), spacing) if self.paced else now
        return max(now, paced, self.rest_until or now)

    def whole(self, now: datetime, spacing: float) -> datetime:
        """When its pace and its pause let a whole burst go."""
        paced = _sound(self.paced, spacing, now) if self.paced else now
        return max(now, paced, self.rest_until or now)

    @property
    def idle(self) -> bool:
        """Nothing is owed and nobody serves it."""
        return self.due is None and not self.parked and self.lease_until is None


@dataclass(frozen=True, slots=True)
class Wake:
    """When a line is to be looked at, and its spacing (seconds)."""

    due: datetime
    spacing: float


def spread(paced: datetime, spacing: float) -> datetime:
    """The moment from which a message may go, for a chat paced so far (GCRA, ITU-T I.371)."""
    return paced - timedelta(seconds=spacing * (BURST - 1))


_PLACE = (
    chat_queue.c.chat.is_not(None).label("known"),
    chat_queue.c.priority,
    chat_queue.c.due,
    chat_queue.c.parked,
    chat_queue.c.rest_until,
    chat_queue.c.lease_until,
    chat_queue.c.fence,
    chat_queue.c.spacing,
    chat_queue.c.paced,
)
_LAST = select(func.max(outbox.c.seq)).where(outbox.c.chat == chat.c.id).scalar_subquery()
PLACE = Hot(
    select(_LAST.label("last"), *_PLACE)
    .select_from(chat.outerjoin(chat_queue, chat_queue.c.chat == chat.c.id))
    .where(chat.c.id == bindparam("this"))
    .with_for_update(of=chat, key_share=True)
)
_HOME = select(chat.c.channel).where(chat.c.id == bindparam("this")).scalar_subquery()
_SET: dict[str, BindParameter[Any]] = {
    name: bindparam(f"new_{name}")
    for name in ("priority", "due", "lease_until", "owner", "fence", "spacing", "paced")
}
JOIN = Hot(
    insert(chat_queue).values(chat=bindparam("this"), channel=_HOME, parked=False, heard=0, **_SET)
)
STAND = Hot(update(chat_queue).where(chat_queue.c.chat == bindparam("this")).values(**_SET))
WAKE = Hot(
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"))
    .values({name: _SET[name] for name in ("priority", "due", "spacing")})
)

HEARD = Hot(
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"), chat_queue.c.lease_until.is_not(None))
    .values(heard=chat_queue.c.fence)
)


def of(c: Connection, chat_id: int) -> Line:
    """The chat's line as it stands; LookupError when there is no such chat.

    On PostgreSQL the chat is locked from here on: nobody else posts to it or takes its rows.
    """
    found = PLACE.first(c, {"this": chat_id})
    if found is None:
        raise LookupError(f"there is no chat {chat_id}")
    last, known, *place = found
    return Line(last or 0, True, *place) if known else Line(last or 0)


def stand(c: Connection, chat_id: int, line: Line, urgent: int, wake: Wake) -> None:
    """A line owed to already moves up, but never out of a pause, a lease or a parking place."""
    due = wake.due
    if line.due is not None:
        urgent, due = min(urgent, line.priority), min(due, line.due)
    values = {"this": chat_id, "new_priority": urgent, "new_due": due, "new_spacing": wake.spacing}
    if not line.known:
        fresh = {"new_lease_until": None, "new_owner": "", "new_fence": 0, "new_paced": None}
        JOIN.run(c, {**values, **fresh})
    elif line.lease_until is not None or line.parked:
        WAKE.run(c, {**values, "new_due": line.due})
    else:
        WAKE.run(c, values)


def take(  # noqa: PLR0913, PLR0917
    c: Connection, chat_id: int, line: Line, urgent: int, lease: Lease, wake: Wake
) -> datetime:
    """Take a line that owes nothing for a row that goes now; returns when the next one may go."""
    paced = paced_by(line.paced, wake.spacing, wake.due)
    values = {
        "this": chat_id,
        "new_priority": urgent,
        "new_due": lease.until,
        "new_lease_until": lease.until,
        "new_owner": lease.owner,
        "new_fence": lease.fence,
        "new_spacing": wake.spacing,
        "new_paced": paced,
    }
    (STAND if line.known else JOIN).run(c, values)
    return spread(paced, wake.spacing) if paced else wake.due


def heard(c: Connection, chat_id: int) -> None:
    """The person is there: a call that was begun before cannot say any more that they are not."""
    HEARD.run(c, {"this": chat_id})


def paced_by(paced: datetime | None, spacing: float, now: datetime) -> datetime | None:
    """How far the chat's messages are spread once one more has gone."""
    if not spacing:
        return None
    far = max(_sound(paced, spacing, now), now) if paced else now
    return far + timedelta(seconds=spacing)


def _sound(paced: datetime, spacing: float, now: datetime) -> datetime:
    """No chat is ever paced further than a burst: beyond that it was another clock."""
    return min(paced, now + timedelta(seconds=spacing * BURST))
