"""A PostgreSQL server of our own: thrown away afterwards, on the loopback interface only."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

DEBIAN = Path("/usr/lib/postgresql")
USER = "redress"
PASSWORD = "canary-of-the-database"  # no log and no message may ever show it
SETTINGS = ("listen_addresses=127.0.0.1", "max_connections=120", "shared_buffers=64MB")
# A machine that loses its power is another test; here the server itself is what dies.
QUICK = ("fsync=off", "synchronous_commit=on", "full_page_writes=off")


def binary(name: str) -> str | None:
    """Where this program of the server's is; None where there is none."""
    newest = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda one: float(one.parts[-3]))
    return str(newest[-1]) if newest else shutil.which(name)


def _user() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, which it refuses; None where we are not."""
    if os.getuid() != 0:
        return None
    known = {one.pw_name: one for one in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _run(folder: Path, *command: str, check: bool) -> None:
    """Run a program of the server's as its user, in its folder."""
    who = _user()
    done = subprocess.run(
        command,
        cwd=folder,
        check=False,
        stdout=subprocess.DEVNULL,
        user=who.pw_uid if who else None,
        group=who.pw_gid if who else None,
        extra_groups=[] if who else None,
    )
    log = folder / "log"
    assert done.returncode == 0 or not check, log.read_text()[-2000:] if log.exists() else command


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class Server:
    """A running server with its files in `folder`. `stop` may be the way of a crash."""

    folder: Path
    port: int = field(default_factory=_free_port)
    _made: int = 0

    def url(self, database: str) -> str:
        """The address of one of its databases, as an operator would write it."""
        return f"postgresql+psycopg://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start, and return once it takes connections."""
        options = [f"-c {one}" for one in (*SETTINGS, *QUICK, f"port={self.port}")]
        options.append(f"-c unix_socket_directories={self.folder}")
        log = self.folder / "log"
        self._pg_ctl("start", "-w", "-t", "60", "-l", str(log), "-o", " ".join(options))

    def stop(self, mode: str = "fast") -> None:
        """End it: "fast" in order, "immediate" as a crash does."""
        self._pg_ctl("stop", "-w", "-m", mode)

    def crash(self) -> None:
        """Kill it with everything that belongs to it."""
        first = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        os.kill(int(first), signal.SIGQUIT)
        self._pg_ctl("stop", "-w", "-m", "immediate", check=False)

    def database(self, template: str = "template1") -> str:
        """A fresh database, a copy of `template`; returns its name."""
        self._made += 1
        name = f"redress_{self._made}"
        self.do(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return name

    def make(self, name: str) -> None:
        """A fresh database of this name."""
        self.do(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def drop(self, name: str) -> None:
        """Drop a database, whoever is connected to it."""
        self.do(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def do(self, statement: sql.Composed | sql.SQL, database: str = "postgres") -> None:
        """Run one statement beside everything."""
        address = self.url(database).replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as c:
            c.execute(statement)

    def _pg_ctl(self, *words: str, check: bool = True) -> None:
        program = binary("pg_ctl")
        assert program is not None
        _run(self.folder, program, "-D", str(self.folder / "data"), "-s", *words, check=check)


@contextmanager
def served() -> Iterator[Server]:
    """A server of our own for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="redress-pg-"))
    who = _user()
    if who:
        os.chown(folder, who.pw_uid, who.pw_gid)
    secret = folder / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    program = binary("initdb")
    assert program is not None
    make = (program, "-D", str(folder / "data"), "-U", USER, "-E", "UTF8", "--locale=C")
    try:
        _run(
            folder,
            *(*make, "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync"),
            check=True,
        )
        server = Server(folder)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
