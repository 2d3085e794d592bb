"""Which surveys went out, so that nobody is asked too often."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select

from storage.schema import score, survey, ticket

SENT = insert(survey)
LAST = select(func.max(survey.c.at, type_=survey.c.at.type)).where(
    survey.c.subscriber == bindparam("this")
)
OWNER = select(ticket.c.subscriber).where(ticket.c.id == bindparam("this"))
COUNT = select(func.count()).select_from(survey)
_newest = (
    select(score.c.ticket, func.max(score.c.seq).label("seq"))
    .where(score.c.score.is_not(None))
    .group_by(score.c.ticket)
    .subquery()
)
ANSWERED = select(func.count(), func.avg(score.c.score)).join(
    _newest, (_newest.c.ticket == score.c.ticket) & (_newest.c.seq == score.c.seq)
)


def sent(c: Connection, ticket_id: int, now: datetime) -> None:
    """The survey on this ticket was posted to its subscriber."""
    owner = c.execute(OWNER, {"this": ticket_id}).scalar_one()
    c.execute(SENT, {"ticket": ticket_id, "subscriber": owner, "at": now})


def last(c: Connection, subscriber: int) -> datetime | None:
    """When this person last got a survey, None if never."""
    found: datetime | None = c.execute(LAST, {"this": subscriber}).scalar()
    return found


def counts(c: Connection) -> dict[str, float | None]:
    """`sent`, `answered` (tickets with a score) and the `mean` of their last scores, or None."""
    answered, mean = c.execute(ANSWERED).one()
    rounded = None if mean is None else round(float(mean), 2)
    return {"sent": c.execute(COUNT).scalar_one(), "answered": answered, "mean": rounded}
