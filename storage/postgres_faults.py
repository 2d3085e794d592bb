"""What a failure of PostgreSQL means: try again, connect again, or a fault of the statement."""

from enum import Enum

import psycopg
from sqlalchemy.exc import DBAPIError

# SQLSTATEs, PostgreSQL's manual, appendix A.
SERIALIZATION, DEADLOCK, LOCK_WAIT, TAKEN = "40001", "40P01", "55P03", "23505"
# The server ended the session, or has none for us now.
ENDED = frozenset({"25P03", "57P01", "57P02", "57P03", "57P04", "57P05", "53300"})
CONNECTION, RESOURCES, INTERVENTION, SYSTEM = "08", "53", "57", "58"  # classes


class Fault(Enum):
    """What to do about a failure.

    CLASH: another transaction was in the way, the same work may go well now. LOST: the session
    is gone, connect again. REFUSED: the server has no room, or was told to stop us. OWN: the
    work itself is at fault.
    """

    CLASH = "clash"
    LOST = "lost"
    REFUSED = "refused"
    OWN = "own"


def fault_of(error: BaseException) -> Fault:
    """What this failure means."""
    raw = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(raw, psycopg.Error):
        return Fault.OWN
    state = raw.sqlstate or ""
    if state in {SERIALIZATION, DEADLOCK, LOCK_WAIT, TAKEN}:
        return Fault.CLASH
    if state in ENDED or state.startswith(CONNECTION) or _cut(error, raw):
        return Fault.LOST
    if state[:2] in {RESOURCES, INTERVENTION, SYSTEM}:
        return Fault.REFUSED
    return Fault.OWN


def blames_server(error: BaseException) -> bool:
    """Whether the server or the way to it failed, not the work itself."""
    return fault_of(error) in {Fault.LOST, Fault.REFUSED}


def words(error: BaseException) -> str:
    """The first line of what the driver says; it never holds the password."""
    raw = error.orig if isinstance(error, DBAPIError) else error
    return str(raw).strip().partition("\n")[0]


def _cut(error: BaseException, raw: psycopg.Error) -> bool:
    """Whether the connection went away without a word of the server's."""
    invalidated = isinstance(error, DBAPIError) and error.connection_invalidated
    return invalidated or (raw.sqlstate is None and isinstance(raw, psycopg.OperationalError))
