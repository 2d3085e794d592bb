"""Commits on PostgreSQL: what waits is gathered, its chats are locked, and it is one commit.

Each commit moves on a number in this process' own row of `lease`. When the connection goes while
a commit is on its way, that number says on the next connection whether it went through: so what
was committed is never run again, and what was not always is.
"""

import logging
import random
import time
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage import hearing, lanes
from storage.errors import StoreBroken
from storage.jobs import AnyJob, Failed, Waiting
from storage.leases import MARKS
from storage.postgres_faults import Fault, fault_of, words

log = logging.getLogger(__name__)

MOST_JOBS = 64
TRIES = 4  # more of a job alone, where others were in its way or the session went
PATIENCE = 10.0  # seconds that a lost server is waited for before callers are told
HINTS = 0.05  # seconds between two: NOTIFY makes commits wait for each other
PAUSE, LONGEST = 0.05, 0.5  # seconds between two tries to connect
# Nothing to be told apart where nothing was written, and then no row of ours is needed either.
MARK = """
INSERT INTO lease (name, owner, fence, until)
SELECT %(name)s, %(owner)s, %(fence)s, now() WHERE pg_current_xact_id_if_assigned() IS NOT NULL
ON CONFLICT (name) DO UPDATE SET fence = excluded.fence, until = excluded.until
"""
# Waits for whatever still holds the row: a commit of ours that the server is busy with.
READ_MARK = """
INSERT INTO lease (name, owner, fence, until) VALUES (%(name)s, %(owner)s, 0, now())
ON CONFLICT (name) DO UPDATE SET until = excluded.until RETURNING fence
"""
DROP_MARK = "DELETE FROM lease WHERE name = %(name)s"
# The session that we lost may still hold its locks, since nobody told the server that we left.
END_OLD = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = current_setting('application_name') AND usename = current_user
  AND datname = current_database() AND pid <> pg_backend_pid()
"""


class PostgresCommits:
    """The writer's one connection to the server."""

    def __init__(self, engine: Engine, owner: str, patience: float = PATIENCE) -> None:
        self.commits = 0
        self.jobs = 0
        self._engine = engine
        self._mark: dict[str, Any] = {"name": f"{MARKS}{owner}", "owner": owner, "fence": 0}
        self._patience = patience
        self._connection: Connection | None = None
        self._down: float | None = None  # monotonic time since when no commit has gone well
        self._sent = False  # a commit is on its way
        self._news = False  # the others have not heard of all that was committed
        self._hinted = 0.0  # monotonic time at which the others were last woken

    def run(self, first: AnyJob, more: Waiting) -> list[AnyJob]:
        """Commit what waits together, at most 64 jobs; what clashes is done again alone."""
        batch = [first]
        while len(batch) < MOST_JOBS and (job := more()) is not None:
            batch.append(job)
        try:
            self._commit(batch)
        except Exception as error:
            self._again(batch, error)
        return batch

    def idle(self) -> None:
        """Nothing to tidy: the server does that itself."""

    def close(self) -> None:
        """Leave no mark behind, and let the connection go."""
        if self._connection is not None and self._down is None:
            try:
                with self._connection.begin():
                    self._connection.exec_driver_sql(DROP_MARK, self._mark)
            except DBAPIError as error:
                log.warning("no farewell: %s", words(error), extra={"action": "hang_up"})
        self._hang_up()

    def _commit(self, batch: list[AnyJob]) -> None:
        """Run these in one transaction."""
        c = self._open()
        self._sent = False
        with c.begin():
            lanes.lock(c, [lane for job in batch for lane in job.lanes])
            for job in batch:
                job.run(c)
            self._hint(c, batch)
            self._mark["fence"] += 1
            c.exec_driver_sql(MARK, self._mark)
            self._sent = True
        self._counted(batch)

    def _hint(self, c: Connection, batch: list[AnyJob]) -> None:
        """Wake the other replicas, with this commit or a later one; they look by themselves too."""
        self._news = self._news or any(not job.quiet for job in batch)
        if self._news and self._hinted + HINTS < time.monotonic():
            hearing.tell(c, self._mark["owner"])
            self._hinted, self._news = time.monotonic(), False

    def _counted(self, batch: list[AnyJob]) -> None:
        self._sent, self._down = False, None
        self.commits += 1
        self.jobs += len(batch)

    def _again(self, batch: list[AnyJob], error: Exception) -> None:
        """Do each job alone, once it is known that the batch as a whole was not kept."""
        left = list(batch)
        try:
            if fault_of(error) is Fault.LOST and self._went_through():
                self._counted(left)
                return
            while left:
                self._alone(left[0])
                del left[0]
        except StoreBroken as broken:
            log.error("the database does not answer", extra={"action": "store_broken"})
            for job in left:
                job.broke(broken)

    def _alone(self, job: AnyJob) -> None:
        """Do a job in a transaction of its own, again where others were in its way.

        A job on which the session is lost time and again is at fault itself. Raises StoreBroken
        when the server stays away.
        """
        for last in (*(False,) * TRIES, True):
            try:
                self._commit([job])
            except Exception as error:
                fault = fault_of(error)
                if fault is Fault.LOST and self._went_through():
                    self._counted([job])
                elif fault in {Fault.LOST, Fault.CLASH} and not last:
                    time.sleep(random.uniform(0, PAUSE))  # noqa: S311  it only keeps two apart
                    continue
                elif fault is Fault.OWN:
                    job.outcome = Failed(error)
                else:
                    job.broke(error)
            return

    def _went_through(self) -> bool:
        """Connect again, and say whether the commit that was on its way was kept.

        Raises StoreBroken when the server stays away for longer than we are patient.
        """
        sent, pause = self._sent, PAUSE
        self._down = self._down or time.monotonic()
        while True:
            self._hang_up()
            try:
                kept = self._look(sent)
            except DBAPIError as error:
                if time.monotonic() - self._down > self._patience:
                    raise StoreBroken(words(error)) from error
            else:
                self._sent = False
                return kept
            time.sleep(pause)
            pause = min(2 * pause, LONGEST)

    def _look(self, sent: bool) -> bool:
        """On a fresh session: end the one before it, and read how far our commits went."""
        c = self._open()
        with c.begin():
            c.exec_driver_sql(END_OLD)
            if not sent:
                return False
            kept: int = c.exec_driver_sql(READ_MARK, self._mark).scalar_one()
        return kept == int(self._mark["fence"])

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.invalidate()
            connection.close()
        except Exception as error:
            log.warning("closing failed: %s", words(error), extra={"action": "hang_up"})
