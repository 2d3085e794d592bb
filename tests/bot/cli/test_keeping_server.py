"""Backups of a PostgreSQL database, by PostgreSQL's own programs."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from dialogs.house import House
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home
from tests.postgres.server import PASSWORD, Server

BILL = b"%PDF- a bill"


@pytest.fixture
def shared(home: Home, house: House, postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home whose database is a server's."""
    (home.folder / "data/redress.db").unlink()
    monkeypatch.setenv("REDRESS_STORAGE__URL", postgres_url)
    home.url = postgres_url
    home.file(house)
    return home


@pytest.fixture
def kept(shared: Home, tmp_path: Path) -> Path:
    shared.attach(BILL)
    file = tmp_path / "monday.tar"
    code, out, errors = call("backup", str(file))
    assert code == 0, errors
    assert "not in it: the keys" in out
    assert PASSWORD not in out + errors
    return file


def test_a_dump_comes_back_whole_in_an_empty_database(
    shared: Home,
    kept: Path,
    postgresql: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, out, errors = call("restore", str(kept), "--check")
    assert (code, "1 complaints, 2 lines of their story" in out) == (0, True), errors
    code, _, errors = call("restore", str(kept))
    assert (code, "has tables already" in errors) == (1, True)
    name = postgresql.database()
    monkeypatch.setenv("REDRESS_STORAGE__URL", postgresql.url(name))
    shutil.rmtree(shared.folder / "data/attachments")
    try:
        code, out, errors = call("restore", str(kept))
        assert code == 0, errors
        assert PASSWORD not in out + errors
        told = json.loads(call("ticket", shared.number, "--json")[1])
        assert told["number"] == shared.number
        assert call("stats", "--json")[0] == 0
        assert len(list((shared.folder / "data/attachments").glob("??/*"))) == 1
    finally:
        postgresql.drop(name)


def test_a_spoilt_or_foreign_dump_is_seen(
    shared: Home, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REDRESS_STORAGE__URL")
    code, _, errors = call("restore", str(kept), "--check")
    assert (code, "was made of postgresql" in errors) == (1, True)
    monkeypatch.setenv("REDRESS_STORAGE__URL", shared.url)
    whole = kept.read_bytes()
    place = whole.index(b"PGDMP") + 3000
    kept.write_bytes(whole[:place] + b"spoilt" + whole[place + 6 :])
    code, _, errors = call("restore", str(kept), "--check")
    assert (code, "is not what it was" in errors) == (1, True)


@pytest.mark.parametrize(("told", "said"), [("", "is not here"), ("12.3", "is older than")])
def test_the_package_that_brings_pg_dump_is_named(
    told: str, said: str, shared: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No program, or one that is older than the server: a stand-in on PATH says its version."""
    programs = tmp_path / "programs"
    programs.mkdir()
    if told:
        stand_in = programs / "pg_dump"
        stand_in.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {told}'\n")
        stand_in.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{programs}")
    monkeypatch.setattr("storage.pgdump.INSTALLED", programs)
    code, _, errors = call("backup", str(tmp_path / "b.tar"))
    assert (code, said in errors) == (1, True), errors
    assert "apt-get install postgresql-client-" in errors
    assert not (tmp_path / "b.tar").exists()
