"""A copy is one moment of the database, made while others write, and in one go."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import copying
from storage.errors import StoreBroken, StoreError

STEPS = 40  # or so, that a copy of the test's file takes


def filled(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE line (number INTEGER PRIMARY KEY, words TEXT)")
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO line (words) VALUES (?)", [("x" * 3000,)] * 4000)
        raw.execute("COMMIT")


def test_a_copy_is_one_moment_and_never_begins_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step of the copy is followed by a commit of somebody else."""
    file, target = tmp_path / "a.db", tmp_path / "b.db"
    filled(file)
    monkeypatch.setattr(copying, "PAGES", 100)
    left: list[int] = []
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as other:

        def step(_status: int, remaining: int, _total: int) -> None:
            left.append(remaining)
            assert len(left) < 3 * STEPS, "it begins again and again"
            other.execute("INSERT INTO line (words) VALUES ('late')")
            other.execute("UPDATE line SET words = 'late' WHERE number = 4000")

        copying.copy(file, target, step)
    assert left == sorted(left, reverse=True)
    assert len(left) > STEPS // 2
    with closing(sqlite3.connect(target)) as copied:
        count, late = copied.execute("SELECT count(*), sum(words = 'late') FROM line").fetchone()
    assert (count, late) == (4000, 0)
    assert target.stat().st_mode & 0o777 == 0o600
    assert copying.damage(target) == ""


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        copying.copy(tmp_path / "a.db", tmp_path / "b.db")
    (tmp_path / "a.db").write_bytes(b"no database at all, but long enough to be read as one" * 99)
    with pytest.raises(StoreBroken, match="cannot be copied"):
        copying.copy(tmp_path / "a.db", tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()


def test_damage_is_seen(file: Path, tmp_path: Path) -> None:
    copied = tmp_path / "copy.db"
    copying.copy(file, copied)
    assert copying.damage(copied) == ""
    with copied.open("r+b") as spoilt:
        spoilt.seek(4096 * 3)
        spoilt.write(b"\xff" * 4096)
    assert copying.damage(copied) != ""


def test_a_look_that_takes_too_long_is_broken_off(tmp_path: Path) -> None:
    filled(tmp_path / "a.db")
    assert copying.damage(tmp_path / "a.db", seconds=0) == ""
