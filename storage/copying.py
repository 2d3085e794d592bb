"""Copies of a whole SQLite file, made while it is in use, and looks at whether one is sound."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.copies import Facts
from storage.engines import claim_file
from storage.errors import KeyFileError, StoreBroken, StoreError
from storage.seal import Keys
from storage.version import HEAD, REVISIONS

PAGES = 4096  # copied at a time
KEPT_COPIES = 3  # copies from before a migration that stay beside the file
MARGIN = 1.1  # what must be free, as a multiple of the file: its log is copied with it
MIB = 1024 * 1024
INSTRUCTIONS = 10_000  # of SQLite's machine, between two looks at the watch

Progress = Callable[[int, int, int], None]


def copy(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Copy the database `source`, as one moment saw it, to the new file `target`, 0600, on disk.

    Nobody is held up: one reading transaction stands from the first page to the last. Without it
    every commit of the server would make SQLite begin again. Raises StoreError when there is no
    database, StoreBroken when the disk refuses.
    """
    if not source.is_file():
        raise StoreError(f"there is no database at {source}")
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _reading(source) as here, closing(sqlite3.connect(target)) as there:
            here.execute("BEGIN")
            here.execute("SELECT 1 FROM sqlite_master").fetchone()
            here.backup(there, pages=PAGES, progress=progress)
            there.execute("PRAGMA journal_mode = DELETE")
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        raise StoreBroken(f"{source} cannot be copied to {target}: {error}") from error


def is_older(file: Path) -> bool:
    """Whether there is a database whose tables this code would change."""
    return file.is_file() and revision(file) in REVISIONS[:-1]


def before_migrating(file: Path, now: datetime) -> Path:
    """Copy a database of older tables beside itself; the three newest such copies are kept.

    Raises StoreBroken when the disk has no room for it: then nothing was changed.
    """
    _make_room(file)
    target = file.with_name(f"{file.name}.before-{HEAD}-{now:%Y%m%dT%H%M%SZ}")
    copy(file, target)
    copies = file.parent.glob(f"{file.name}.before-*Z")
    for old in sorted(copies, key=lambda one: one.name.rpartition("-")[2])[:-KEPT_COPIES]:
        old.unlink()
    return target


def _make_room(file: Path) -> None:
    """Pass when a copy fits beside the file; StoreBroken says what is missing when not."""
    free, needed = shutil.disk_usage(file.parent).free, int(_size(file) * MARGIN)
    if free < needed:
        raise StoreBroken(
            f"{file.absolute().parent} has {free / MIB:,.0f} MiB free, and a copy of the database "
            f"is made there before its tables are changed: make room for {needed / MIB:,.0f} MiB"
        )


def was_cut_off(file: Path) -> bool:
    """Whether its log was left behind: whoever had it last did not end in order."""
    left = file.with_name(f"{file.name}-wal")
    return left.exists() and left.stat().st_size > 0


def damage(file: Path, seconds: float | None = None) -> str:
    """What is wrong with the database, in SQLite's words; "" when it is sound.

    With `seconds` the look is broken off then, and what was not seen counts as sound.
    """
    try:
        with _reading(file) as there:
            if seconds is not None:
                until = time.monotonic() + seconds
                there.set_progress_handler(lambda: int(time.monotonic() > until), INSTRUCTIONS)
            said = there.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return ""
        return str(error)
    return "" if said == "ok" else str(said)


def revision(file: Path) -> str:
    """The revision of its tables, "" when it has none."""
    try:
        with _reading(file) as there:
            row = there.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


@dataclass(frozen=True, slots=True)
class FileCopies:
    """The copies of a SQLite file; `keys` are those that should open it."""

    file: Path
    keys: Keys

    @property
    def engine(self) -> str:
        return "sqlite"

    @property
    def place(self) -> Path:
        return self.file.parent

    def size(self) -> int:
        """Bytes of the file and of its write-ahead log. Raises StoreError when it is not there."""
        if not self.file.is_file():
            raise StoreError(f"there is no database at {self.file}")
        return _size(self.file)

    def save(self, target: Path) -> Facts:
        """Copy the file. Raises StoreBroken, KeyFileError when the keys do not open it."""
        copy(self.file, target)
        if not _opens(target, self.keys):
            raise KeyFileError(f"the key file does not open {self.file}: put the right one there")
        return Facts(revision(target), _rows(target), set(_files(target)))

    def damage(self, copied: Path, known: str, rows: Mapping[str, int]) -> str:
        """What is wrong with the copy, "" if nothing."""
        if said := damage(copied):
            return f"the database: {said}"
        if (found := revision(copied)) != known or found not in REVISIONS:
            return f"its tables are at {found or 'nothing'}, this Redress knows {HEAD} at most"
        if wrong := [name for name, count in _rows(copied).items() if rows.get(name) != count]:
            return f"{wrong[0]} has not as many rows as it had"
        return "" if _opens(copied, self.keys) else "the key file does not open what is in it"

    @contextmanager
    def vacant(self) -> Iterator[None]:
        """Hold the file's name. Raises StoreError when it is there, or its log with rows in it."""
        with claim_file(self.file):
            for part in ("", "-wal", "-journal"):
                there = self.file.with_name(f"{self.file.name}{part}")
                if there.exists() and there.stat().st_size:
                    raise StoreError(
                        f"{there} is there; move {self.file}* away first, nothing is written over"
                    )
            yield

    def load(self, copied: Path) -> None:
        """Give the copy the file's name."""
        copied.replace(self.file)


def _rows(file: Path) -> dict[str, int]:
    """How many rows each table has."""
    with _reading(file) as there:
        names = there.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {
            name: there.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  our own tables
            for (name,) in sorted(names)
        }


def _files(file: Path) -> Iterator[str]:
    """The paths of people's files that the database refers to, each once."""
    with _reading(file) as there:
        for (path,) in there.execute("SELECT DISTINCT path FROM attachment WHERE path <> ''"):
            yield str(path)


def _opens(file: Path, keys: Keys) -> bool:
    """Whether these keys open what the database holds sealed; True when it holds nothing yet."""
    with _reading(file) as there:
        found = there.execute("SELECT value FROM setting LIMIT 1").fetchone()
    try:
        return not found or bool(keys.open(found[0]))
    except KeyFileError:
        return False


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """The file, opened so that nothing can be written to it."""
    place = f"{file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as opened:
        yield opened


def _size(file: Path) -> int:
    """Bytes of the database and of its write-ahead log."""
    parts = (file, file.with_name(f"{file.name}-wal"))
    return sum(part.stat().st_size for part in parts if part.exists())
