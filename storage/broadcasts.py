"""Words to many: which there are, how far each is, and what became of what it laid in the outbox.

How far it is is written in the transaction that laid the messages: whatever dies when, the next
one to look goes on exactly there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, func, or_, select, update

from dialogs.incidents.incident import Broadcast, News, Progress
from dialogs.model import Json
from storage import inserts
from storage.schema import broadcast, chat_queue, outbox, ticket

NEW = inserts.numbered(broadcast)
ONE = select(broadcast).where(broadcast.c.id == bindparam("this"))
# What another replica is at just now is its business; waiting for it could end in a circle.
TAKE = ONE.where(broadcast.c.finished_at.is_(None)).with_for_update(skip_locked=True)
UNFINISHED = (
    select(broadcast)
    .where(broadcast.c.finished_at.is_(None))
    .order_by(broadcast.c.id)
    .limit(bindparam("most"))
)
OF_INCIDENT = (
    select(broadcast).where(broadcast.c.incident == bindparam("of")).order_by(broadcast.c.id.desc())
)
LAST_ID = select(func.max(broadcast.c.id)).where(broadcast.c.incident == bindparam("of"))
_LOST = or_(outbox.c.state == "failed", chat_queue.c.parked).label("lost")
OWED_ROWS = (
    select(_LOST, func.count())
    .select_from(outbox.join(chat_queue, chat_queue.c.chat == outbox.c.chat))
    .where(outbox.c.broadcast == bindparam("this"), outbox.c.state != "sent")
    .group_by(_LOST)
)
LEFT = (
    select(func.count())
    .select_from(ticket)
    .where(ticket.c.incident == bindparam("of"), ticket.c.id > bindparam("after"))
)
RELEASED = (
    update(broadcast)
    .where(broadcast.c.id == bindparam("this"))
    .values(
        laid=broadcast.c.laid + bindparam("more_laid"),
        held=broadcast.c.held - bindparam("let_go"),
        passed=broadcast.c.passed + bindparam("more_passed"),
    )
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a slice of children, up to ticket `cursor`."""

    cursor: int
    laid: int = 0
    held: int = 0
    failed: int = 0
    passed: int = 0


def announce(  # noqa: PLR0913, PLR0917  who tells whom what, when
    c: Connection,
    incident: int,
    news: News,
    fields: Mapping[str, Json],
    by: tuple[int, str],
    now: datetime,
) -> int:
    """All children of the incident are to be told; returns the broadcast's id.

    `by`: staff id and name, 0 and "" for the bot.
    """
    row = {
        "incident": incident,
        "news": news.value,
        "at": now,
        "staff": by[0] or None,
        "name": by[1],
        "fields": dict(fields),
        "cursor": 0,
        "laid": 0,
        "held": 0,
        "failed": 0,
        "passed": 0,
        "finished_at": None,
    }
    return inserts.add(c, NEW["sqlite"], row)


def unfinished(c: Connection, limit: int = 20) -> tuple[Broadcast, ...]:
    """Broadcasts of which somebody is left to be seen to, oldest first."""
    return tuple(_read(row) for row in c.execute(UNFINISHED, {"most": limit}).mappings())


def take(c: Connection, this: int, cursor: int) -> Broadcast | None:
    """The broadcast, ours until the transaction ends; None where it is further by now."""
    row = c.execute(TAKE, {"this": this}).mappings().first()
    found = None if row is None else _read(row)
    return found if found is not None and found.cursor == cursor else None


def advance(c: Connection, before: Broadcast, seen: Seen) -> None:
    """These were seen to."""
    done = {
        "cursor": seen.cursor,
        "laid": before.laid + seen.laid,
        "held": before.held + seen.held,
        "failed": before.failed + seen.failed,
        "passed": before.passed + seen.passed,
    }
    c.execute(update(broadcast).where(broadcast.c.id == before.id).values(done))


def finish(c: Connection, this: int, now: datetime) -> None:
    """Nobody is left to be seen to."""
    c.execute(update(broadcast).where(broadcast.c.id == this).values(finished_at=now))


def released(c: Connection, this: int, *, laid: int = 0, passed: int = 0) -> None:
    """So many that were held went, or needed to be said no more."""
    row = {"this": this, "more_laid": laid, "more_passed": passed, "let_go": laid + passed}
    c.execute(RELEASED, row)


def load(c: Connection, this: int) -> Broadcast | None:
    """The broadcast of this id, None if there is none."""
    row = c.execute(ONE, {"this": this}).mappings().first()
    return None if row is None else _read(row)


def of_incident(c: Connection, incident: int) -> tuple[Broadcast, ...]:
    """All words to the incident's children, newest first."""
    return tuple(_read(row) for row in c.execute(OF_INCIDENT, {"of": incident}).mappings())


def last(c: Connection, incident: int) -> int:
    """The id of the newest broadcast to the incident's children, 0 if there was none."""
    return c.execute(LAST_ID, {"of": incident}).scalar() or 0


def progress(c: Connection, incident: int) -> tuple[Progress, ...]:
    """How far each word to the incident's children is, newest first."""
    return tuple(_progress(c, one) for one in of_incident(c, incident))


def _progress(c: Connection, of: Broadcast) -> Progress:
    owed = {bool(lost): count for lost, count in c.execute(OWED_ROWS, {"this": of.id})}
    lost, sending = owed.get(True, 0), owed.get(False, 0)
    left = 0
    if of.finished_at is None:
        left = c.execute(LEFT, {"of": of.incident, "after": of.cursor}).scalar_one()
    return Progress(
        broadcast=of.id,
        news=of.news,
        at=of.at,
        finished=of.finished_at is not None,
        done=of.laid - sending - lost,
        sending=sending,
        failed=of.failed + lost,
        held=of.held,
        passed=of.passed,
        left=left,
    )


def _read(row: RowMapping) -> Broadcast:
    told = {name: row[name] for name in row if name not in {"news", "staff"}}
    return Broadcast(news=News(row["news"]), staff=row["staff"] or 0, **told)
