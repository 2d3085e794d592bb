"""Backups, what is found wrong with one, and the copy that is made before tables are changed."""

import json
import os
import shutil
import sqlite3
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command

from bot import archive
from storage import copying
from storage.migrate import config
from storage.seal import new_keys, read_keys
from storage.sqlite import SqliteFile
from storage.version import HEAD
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

BILL = b"%PDF- a bill"


@pytest.fixture
def kept(home: Home, tmp_path: Path) -> Path:
    """A backup of a home with one file in it."""
    home.attach(BILL)
    file = tmp_path / "monday.tar"
    assert call("backup", str(file))[0] == 0
    return file


def test_migrating_twice_changes_nothing(home: Home) -> None:
    before = (home.folder / "data/redress.db").read_bytes()
    assert call("migrate")[0] == 0
    assert (home.folder / "data/redress.db").read_bytes() == before


def test_a_backup_comes_back_whole_and_without_keys(home: Home, tmp_path: Path) -> None:
    bill = home.attach(BILL)
    file = tmp_path / "monday.tar"
    code, out, _ = call("backup", str(file))
    assert code == 0
    assert "not in it: the keys, data/redress.key" in out
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(os.listdir(tmp_path)) == ["home", "monday.tar"]
    assert b"seal " not in file.read_bytes()
    shutil.rmtree(home.folder / "data/attachments")
    (home.folder / "data/redress.db").unlink()
    code, out, _ = call("restore", str(file))
    assert code == 0, out
    assert "1 complaints" in out
    assert bill.read_bytes() == BILL
    assert bill.stat().st_mode & 0o777 == 0o600
    assert json.loads(call("ticket", home.number, "--json")[1])["number"] == home.number
    left = {one.name for one in home.folder.rglob("*") if "part" in one.name or "tmp" in one.name}
    assert left == set()


def test_nothing_is_written_over(home: Home, kept: Path) -> None:
    code, _, errors = call("backup", str(kept))
    assert (code, "is there already" in errors) == (1, True)
    code, _, errors = call("restore", str(kept))
    assert (code, "nothing is written over" in errors) == (1, True)
    (home.folder / "data/redress.db").unlink()
    (home.folder / "data/redress.db-wal").write_bytes(b"what the other one had not folded in")
    code, _, errors = call("restore", str(kept))
    assert (code, "redress.db-wal is there" in errors) == (1, True)


def test_looking_changes_nothing_and_tells_what_is_in_it(home: Home, kept: Path) -> None:
    before = sorted(home.folder.rglob("*")), kept.read_bytes()
    code, out, _ = call("restore", str(kept), "--check")
    assert code == 0, out
    assert "monday.tar is whole" in out
    assert "1 complaints, 2 lines of their story" in out
    assert "1 files in it" in out
    assert "data/redress.key opens it" in out
    assert (sorted(home.folder.rglob("*")), kept.read_bytes()) == before


def spoilt_file(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"a bill", b"A BILL"))


def spoilt_database(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b"alembic_version", b"alembic_verzion"))


def cut_at_a_file(file: Path) -> None:
    """A tar without its last file and without its end: a copy that was broken off."""
    with tarfile.open(file) as tar:
        last = tar.getmembers()[-1].offset
    os.truncate(file, last)


def cut_in_the_database(file: Path) -> None:
    with tarfile.open(file) as tar:
        found = tar.getmember("database")
    os.truncate(file, found.offset_data + found.size // 2)


def of_the_future(file: Path) -> None:
    """A backup of a Redress that has tables which this one does not know."""
    work = file.with_name("work")
    with tarfile.open(file) as tar:
        tar.extractall(work, filter="data")
    with sqlite3.connect(work / "database") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    told = json.loads((work / "manifest.json").read_text())
    told |= {"revision": "9999", "sha256": archive.hashed(work / "database")}
    (work / "manifest.json").write_text(json.dumps(told))
    with tarfile.open(file, "w") as tar:
        for name in ("manifest.json", "database", "attachments"):
            tar.add(work / name, name)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (spoilt_file, "is not what it was"),
        (spoilt_database, "the database is not what it was"),
        (cut_at_a_file, "1 of 1 files are missing"),
        (cut_in_the_database, "cannot be read"),
        (of_the_future, "its tables are at 9999"),
    ],
)
def test_a_damaged_backup_is_seen_before_it_is_used(
    spoil: Callable[[Path], None], said: str, home: Home, kept: Path
) -> None:
    spoil(kept)
    (home.folder / "data/redress.db").unlink()
    for words in (("restore", str(kept), "--check"), ("restore", str(kept))):
        code, _, errors = call(*words)
        assert (code, said in errors) == (1, True), errors
    assert not (home.folder / "data/redress.db").exists()


def test_what_is_no_backup_is_said(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "b.tar"
    file.write_bytes(b"nonsense")
    assert call("restore", str(file), "--check")[0] == 1
    with tarfile.open(file, "w") as tar:
        tar.add(home.folder / "data/redress.key", "redress.key")
    code, _, errors = call("restore", str(file), "--check")
    assert (code, "is no backup of Redress" in errors) == (1, True)
    assert call("restore", str(tmp_path / "nowhere.tar"))[0] == 1


def test_another_key_file_is_seen_and_a_missing_one_is_asked_for(home: Home, kept: Path) -> None:
    key = home.folder / "data/redress.key"
    key.write_bytes(new_keys())
    code, _, errors = call("restore", str(kept), "--check")
    assert (code, "key file" in errors) == (1, True)
    code, _, errors = call("backup", f"{kept}.2")
    assert (code, "key file does not open" in errors) == (1, True)
    assert not Path(f"{kept}.2").exists()
    key.unlink()
    code, _, errors = call("restore", str(kept), "--check")
    assert (code, "put your copy of it there" in errors) == (1, True)
    assert not key.exists()


def test_a_file_that_is_gone_is_told_and_does_not_stop_the_backup(
    home: Home, tmp_path: Path
) -> None:
    home.attach(BILL).unlink()
    code, out, _ = call("backup", str(tmp_path / "b.tar"))
    assert (code, "1 files that data/attachments does not have any more" in out) == (0, True)
    code, out, _ = call("restore", str(tmp_path / "b.tar"), "--check")
    assert (code, "1 files were gone already" in out) == (0, True)


def older(home: Home) -> Path:
    """The home's database as the first Redress made it."""
    file = home.folder / "data/redress.db"
    file.unlink()
    keys = read_keys((home.folder / "data/redress.key").read_bytes())
    engine = SqliteFile(file).migrating(keys)
    with engine.begin() as c:
        command.upgrade(config(c), "0001")
    engine.dispose()
    return file


def test_older_tables_are_copied_before_they_are_changed(home: Home) -> None:
    file = older(home)
    code, out, _ = call("migrate")
    copies = sorted(file.parent.glob("redress.db.before-*"))
    assert code == 0
    assert len(copies) == 1
    assert f"as it was before: data/{copies[0].name}" in out
    assert copying.revision(copies[0]) == "0001"
    assert copies[0].stat().st_mode & 0o777 == 0o600
    assert call("migrate")[1] == f"the tables are at revision {HEAD}\n"


def test_the_three_newest_copies_stay(home: Home) -> None:
    file = older(home)
    began = datetime(2026, 11, 30, 23, 59, 58, tzinfo=UTC)
    made = [copying.before_migrating(file, began + timedelta(seconds=n)) for n in range(5)]
    assert sorted(file.parent.glob("redress.db.before-*")) == made[2:]


def test_newer_tables_are_left_alone_and_the_way_out_is_said(home: Home) -> None:
    with sqlite3.connect(home.folder / "data/redress.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = (home.folder / "data/redress.db").read_bytes()
    for words in (("migrate",), ("run",), ("stats",)):
        code, _, errors = call(*words)
        assert code == 1
        assert "revision 9999" in errors
        assert "start the newer version, or restore a backup from before it" in errors
    assert (home.folder / "data/redress.db").read_bytes() == before
    assert not list(home.folder.glob("data/*.before-*"))
