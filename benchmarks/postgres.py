"""A PostgreSQL server to be thrown away: as installed, on loopback, on the core of the others."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import cores, family_cpu, pinned

DEBIAN = Path("/usr/lib/postgresql")
USER = "redress"


def program(name: str) -> str | None:
    """Where this program of the newest server is; None where there is none."""
    found = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda one: int(one.parts[-3]))
    return str(found[-1]) if found else shutil.which(name)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server with its files in `folder`."""

    folder: Path
    port: int
    password: str

    @property
    def url(self) -> str:
        """Its one database, as an operator writes it in `storage.url`."""
        return f"postgresql+psycopg://{USER}:{self.password}@127.0.0.1:{self.port}/postgres"

    def cpu(self) -> float:
        """Seconds of CPU of all its processes so far."""
        return family_cpu(int((self.folder / "data" / "postmaster.pid").read_text().split()[0]))

    def rows(self, query: str) -> list[list[str]]:
        """What a query finds."""
        psql = program("psql")
        assert psql is not None
        done = subprocess.run(
            (psql, "-XAtc", query, self.url.replace("+psycopg", "")),
            capture_output=True,
            check=True,
            text=True,
        )
        return [line.split("|") for line in done.stdout.splitlines()]


@contextmanager
def served() -> Iterator[Server]:
    """A server for as long as it is needed. It refuses to be root's, so there it is another's."""
    folder = Path(tempfile.mkdtemp(prefix="redress-bench-", dir="/var/tmp"))
    password = secrets.token_urlsafe(16)
    (folder / "password").write_text(password)
    _give(folder)
    server = Server(folder, _free_port(), password)
    try:
        _make(server)
        with pinned(cores()[1]):
            _control(server, "start", "-w", "-l", str(folder / "log"), "-o", _options(server))
        try:
            yield server
        finally:
            _control(server, "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _options(server: Server) -> str:
    told = {
        "listen_addresses": "127.0.0.1",
        "port": server.port,
        "unix_socket_directories": server.folder,
    }
    return " ".join(f"-c {name}={value}" for name, value in told.items())


def _make(server: Server) -> None:
    command = ("-D", str(server.folder / "data"), "-U", USER, "-E", "UTF8", "--locale=C")
    secret = f"--pwfile={server.folder / 'password'}"
    _run(server.folder, "initdb", *command, "--auth=scram-sha-256", secret)


def _control(server: Server, *words: str) -> None:
    _run(server.folder, "pg_ctl", "-D", str(server.folder / "data"), "-s", *words)


def _run(folder: Path, name: str, *words: str) -> None:
    found, who = program(name), _user()
    assert found is not None
    subprocess.run(
        (found, *words),
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        user=who.pw_uid if who else None,
        group=who.pw_gid if who else None,
        extra_groups=[] if who else None,
    )


def _give(folder: Path) -> None:
    who = _user()
    if who is not None:
        for one in (folder, *folder.iterdir()):
            os.chown(one, who.pw_uid, who.pw_gid)


def _user() -> pwd.struct_passwd | None:
    """Whose it is where we are root."""
    if os.getuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
