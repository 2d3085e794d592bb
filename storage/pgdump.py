"""Copies of a PostgreSQL database: made, read and loaded by PostgreSQL's own programs.

They learn where the database is from their environment, so that no password stands among the
arguments of a process.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from storage import version
from storage.copies import Facts
from storage.errors import StoreBroken, StoreError
from storage.postgres import PostgresDatabase
from storage.postgres_faults import words
from storage.schema import attachment, metadata, setting
from storage.seal import Keys

INSTALLED = Path("/usr/lib/postgresql")  # where Debian keeps each major version's programs
MAJOR = re.compile(r"(\d+)")
COPY = re.compile(rb"COPY \w+\.(\w+) \(")
END = b"\\.\n"
PLAIN = ("--no-owner", "--no-privileges")


@dataclass(frozen=True, slots=True)
class ServerCopies:
    """The copies of a database; `keys` are those that should open it."""

    database: PostgresDatabase
    keys: Keys

    @property
    def engine(self) -> str:
        return "postgresql"

    @property
    def place(self) -> Path:
        return Path(tempfile.gettempdir())

    def size(self) -> int:
        """Bytes of the database, of which a copy takes a part. Raises StoreError."""
        with self._moment() as c:
            return int(c.execute(text("SELECT pg_database_size(current_database())")).scalar_one())

    def save(self, target: Path) -> Facts:
        """Have the database dumped, as one moment saw it. Raises StoreError, KeyFileError."""
        with self._moment() as c:
            c.execute(select(setting.c.value).limit(1)).all()  # the keys open it, or this fails
            major = int(c.execute(text("SHOW server_version_num")).scalar_one()) // 10_000
            snapshot = c.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            dump = _program("pg_dump", major)
            self._run(
                [dump, "--format=custom", *PLAIN, f"--snapshot={snapshot}", f"--file={target}"]
            )
            paths = select(attachment.c.path).distinct().where(attachment.c.path != "")
            files = set(c.execute(paths).scalars())
            return Facts(version.standing(c), _rows(c), files)

    def damage(self, copied: Path, revision: str, rows: Mapping[str, int]) -> str:
        """What is wrong with the dump, which is read from end to end; "" if nothing."""
        if revision not in version.REVISIONS:
            return f"its tables are at {revision}, this Redress knows {version.HEAD} at most"
        read = [_program("pg_restore"), "--data-only", "--file=-", str(copied)]
        with subprocess.Popen(  # noqa: S603  PostgreSQL's own program
            read, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            found = _counted(process.stdout)
            said = process.stderr.read().decode(errors="replace").strip()
        if process.returncode:
            return f"the database: {said}"
        wrong = [name for name, count in rows.items() if found.get(name, 0) != count]
        return f"{wrong[0]} has not as many rows as it had" if wrong else ""

    @contextmanager
    def vacant(self) -> Iterator[None]:
        """Pass where there are no tables yet. Raises StoreError when there are."""
        if self.database.there():
            raise StoreError(
                f"{self.database} has tables already, and nothing is written over: make an empty "
                "database and name it in storage.url"
            )
        yield

    def load(self, copied: Path) -> None:
        """Have the dump loaded, all of it or nothing."""
        whole = ("--single-transaction", "--exit-on-error", *PLAIN)
        name = self.database.url.database or ""
        self._run([_program("pg_restore"), *whole, f"--dbname={name}", str(copied)])

    @contextmanager
    def _moment(self) -> Iterator[Connection]:
        """A connection that sees one moment for as long as it is needed."""
        engine = self.database.migrating(self.keys).execution_options(
            isolation_level="REPEATABLE READ"
        )
        try:
            with engine.connect() as c:
                if not version.standing(c):
                    raise StoreError(f"there is no database of Redress at {self.database}")
                yield c
        except DBAPIError as error:
            raise StoreBroken(f"{self.database}: {words(error)}") from error
        finally:
            engine.dispose()

    def _run(self, command: Sequence[str]) -> None:
        done = subprocess.run(  # noqa: S603  PostgreSQL's own program
            command, env=self._surroundings(), capture_output=True, check=False
        )
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip()
            raise StoreBroken(f"{Path(command[0]).name} failed: {said}")

    def _surroundings(self) -> dict[str, str]:
        """Our environment with the address of the database in libpq's own variables."""
        address = self.database.address("copy").set(drivername="postgresql")
        said = conninfo_to_dict(address.render_as_string(hide_password=False))
        names = {
            one.keyword.decode(): one.envvar.decode()
            for one in Conninfo.get_defaults()
            if one.envvar
        }
        ours = {names[key]: str(value) for key, value in said.items() if key in names}
        return {**os.environ, **ours}


def _rows(c: Connection) -> dict[str, int]:
    tables = sorted(metadata.tables.items())
    counts = ((name, select(func.count()).select_from(table)) for name, table in tables)
    return {name: c.execute(count).scalar_one() for name, count in counts}


def _counted(script: Iterator[bytes]) -> dict[str, int]:
    """How many rows of each table stand in a script: lines between a COPY and its end."""
    found: dict[str, int] = {}
    for line in script:
        copied = COPY.match(line)
        if copied:
            rows = iter(script.__next__, END)
            found[copied[1].decode()] = sum(1 for _ in rows)
    return found


def _program(name: str, least: int = 0) -> str:
    """The program of that name, of the least version that will do; the newest where any does.

    Raises StoreError that names the package which brings it.
    """
    paths = [path for path in (shutil.which(name), *INSTALLED.glob(f"*/bin/{name}")) if path]
    known = sorted((_major(str(path)), str(path)) for path in paths)
    if not known:
        package = f"postgresql-client-{least}" if least else "postgresql-client"
        raise StoreError(f"{name} is not here; on Debian: apt-get install {package}")
    fit = [path for major, path in known if major >= least]
    if not fit:
        raise StoreError(
            f"{name} {known[-1][0]} is older than the server, which is {least}; "
            f"on Debian: apt-get install postgresql-client-{least}"
        )
    return fit[0] if least else fit[-1]


def _major(path: str) -> int:
    told = subprocess.run(  # noqa: S603  PostgreSQL's own program
        [path, "--version"], capture_output=True, text=True, check=False
    )
    found = MAJOR.search(told.stdout)
    return int(found[1]) if found else 0
