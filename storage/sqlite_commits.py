"""Commits on a SQLite file: jobs are run as they come in, and what waits is one commit.

No savepoints in the good case. When one of a batch fails, all is rolled back and each is done
again alone, so that the one that fails does so alone (reliability.md §7.2).
"""

import logging
import time

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.jobs import AnyJob, Failed, Waiting
from storage.sqlite_log import Log

log = logging.getLogger(__name__)

MOST_JOBS = 256
MOST_SECONDS = 0.05
# SQLite's primary result codes that blame the disk or the file, not the statement: BUSY, LOCKED,
# NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
DISK_CODES = frozenset({5, 6, 7, 8, 10, 11, 13, 14, 15, 26})


def blames_disk(error: BaseException) -> bool:
    """Whether the disk or the database failed, not the work itself; `error` may be the driver's."""
    raw = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(raw, "sqlite_errorcode", None)
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or (code is not None and code & 0xFF in DISK_CODES)


class SqliteCommits:
    """The writer's one connection to the file."""

    def __init__(self, engine: Engine, wal: Log) -> None:
        self.commits = 0
        self.jobs = 0
        self._engine, self._wal = engine, wal
        self._connection: Connection | None = None
        self._tidied = 0

    def run(self, first: AnyJob, more: Waiting) -> list[AnyJob]:
        """Run what waits, at most 256 jobs or 50 ms of them, and commit it together."""
        batch = [first]
        if self._connection is not None:
            self._wal.look(self._connection.connection.dbapi_connection)
        try:
            self._together(batch, more)
        except Exception as error:
            if blames_disk(error):
                self._broken(batch, error)
            else:
                self._alone(batch)
        return batch

    def idle(self) -> None:
        """Fold the write-ahead log back into the file."""
        if self._connection is None or self._tidied == self.commits:
            return
        self._tidied = self.commits
        self._wal.fold(self._connection.connection.dbapi_connection)

    def close(self) -> None:
        """Let the connection go; the next run opens a fresh one."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.invalidate()
            connection.close()
        except Exception as error:
            log.warning("closing failed", extra={"action": "hang_up"}, exc_info=error)

    def _together(self, batch: list[AnyJob], more: Waiting) -> None:
        until = time.monotonic() + MOST_SECONDS
        with self._open().begin():
            batch[0].run(self._open())
            while len(batch) < MOST_JOBS and time.monotonic() < until:
                job = more()
                if job is None:
                    break
                batch.append(job)
                job.run(self._open())
        self.commits += 1
        self.jobs += len(batch)

    def _alone(self, batch: list[AnyJob]) -> None:
        """Do each job again in a transaction of its own; a failure is that job's only."""
        for place, job in enumerate(batch):
            try:
                with self._open().begin():
                    job.run(self._open())
                self.commits += 1
                self.jobs += 1
            except Exception as error:
                if blames_disk(error):
                    self._broken(batch[place:], error)
                    return
                job.outcome = Failed(error)

    def _broken(self, batch: list[AnyJob], error: Exception) -> None:
        """The disk refused: nobody is told that it was kept, and a fresh connection is next."""
        log.warning("a write was refused: %s", error.__cause__, extra={"action": "store_broken"})
        for job in batch:
            job.broke(error)
        self.close()

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection
