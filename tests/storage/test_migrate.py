"""The tables that migrations make are the tables that the code means."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage import version
from storage.errors import SchemaTooNew, SchemaTooOld, StoreLocked
from storage.migrate import config, migrate
from storage.schema import metadata
from storage.seal import Keys
from storage.sqlite import SqliteFile
from storage.store import Store
from tests.storage.values import OF_A_FILE


def master(file: Path) -> set[tuple[str, str]]:
    """What stands in the file: kind and name of everything but SQLite's and Alembic's own."""
    with sqlite3.connect(file) as raw:
        rows = raw.execute("SELECT type, name FROM sqlite_master").fetchall()
    raw.close()
    return {(kind, name) for kind, name in rows if "sqlite_" not in name and "alembic" not in name}


def test_migrating_makes_folder_file_and_tables_from_anywhere(
    tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert migrate("sqlite+aiosqlite:///deep/er/redress.db", keys) == version.HEAD
    assert migrate("sqlite+aiosqlite:///deep/er/redress.db", keys) == version.HEAD
    assert os.listdir(tmp_path) == ["deep"]


def test_the_migrated_file_is_what_the_schema_says(file: Path, keys: Keys, tmp_path: Path) -> None:
    engine = SqliteFile(file).migrating(keys)
    with engine.connect() as c:
        context = MigrationContext.configure(c, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()
    made = tmp_path / "made.db"
    direct = create_engine(f"sqlite:///{made}")
    metadata.create_all(direct)
    direct.dispose()
    assert master(file) == master(made)


def test_the_code_knows_every_revision_in_order(file: Path, keys: Keys) -> None:
    engine = SqliteFile(file).migrating(keys)
    with engine.connect() as c:
        scripts = ScriptDirectory.from_config(config(c))
        newest_first = [one.revision for one in scripts.walk_revisions()]
    engine.dispose()
    assert tuple(reversed(newest_first)) == version.REVISIONS


@OF_A_FILE
async def test_a_newer_file_is_left_alone(file: Path, url: str, keys: Keys) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(SchemaTooNew, match="9999"):
        migrate(url, keys)
    with pytest.raises(SchemaTooNew):
        await Store.open(url, keys)


async def test_an_unmigrated_file_is_not_opened(tmp_path: Path, keys: Keys) -> None:
    with pytest.raises(SchemaTooOld, match="redress migrate"):
        await Store.open(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}", keys)


@OF_A_FILE
async def test_nobody_migrates_under_a_running_server(store: Store, url: str, keys: Keys) -> None:
    with pytest.raises(StoreLocked):
        migrate(url, keys)


@pytest.mark.parametrize("table", ["timeline", "score"])
@pytest.mark.parametrize("change", ["UPDATE {0} SET seq = seq + 1", "DELETE FROM {0}"])
def test_what_happened_cannot_be_changed(file: Path, table: str, change: str) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(
            "INSERT INTO timeline (ticket, seq, at, move, role, name, department, before, after,"
            " detail) VALUES (1, 1, '', '', '', '', '', '', '', '')"
        )
        raw.execute(
            "INSERT INTO score (ticket, seq, at, solved, person, reasons, words)"
            " VALUES (1, 1, '', '', '', '[]', '')"
        )
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(change.format(table))
    raw.close()
