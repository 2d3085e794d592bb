"""Copies of a whole database, made while it is in use, and a look at whether one is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.errors import StoreBroken, StoreError

PAGES = 512  # copied at a time, so that the writer is never held up for long


def copy(source: Path, target: Path) -> None:
    """Copy the database `source`, as one moment saw it, to the new file `target`.

    Raises StoreError when there is no database, StoreBroken when the disk refuses.
    """
    if not source.is_file():
        raise StoreError(f"there is no database at {source}")
    try:
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there, pages=PAGES)
            there.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise StoreBroken(f"{source} cannot be copied: {error}") from error


def damage(file: Path) -> str:
    """What is wrong with the database, in SQLite's words; "" when it is sound."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as there:
            said = there.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        return str(error)
    return "" if said == "ok" else str(said)


def revision(file: Path) -> str:
    """The revision of its tables, "" when it has none."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as there:
            row = there.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
