"""The bots of the bench: how each is started, what its subscribers say, where its tickets lie."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from benchmarks import postgres
from benchmarks.bot_api import TOKEN
from benchmarks.machine import Bot
from benchmarks.script import PEER, REDRESS, Script

TOP = Path(__file__).resolve().parents[1]
BUILD = TOP / "build" / "bench"
PEERS = BUILD / "peers" / "bin" / "python"
NODE = BUILD / "grammy"
# The only keys that are not as shipped: a closed loop would run into each of them.
RATES: Mapping[str, Mapping[str, int]] = {
    "limits": {"inbound_per_10s": 0, "inbound_per_minute": 0, "tickets_per_day": 0},
    "telegram": {"messages_per_second": 0, "messages_per_second_chat": 0},
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A ticket as it lies in a bot's database: its number, and whose it is."""

    number: str
    chat: int


@dataclass(frozen=True, slots=True)
class Contestant:
    """A bot that can be started in a folder of its own, again and again in the same one."""

    name: str
    title: str
    script: Script
    command: tuple[str, ...]
    file: str  # its database in its folder, "" if it is PostgreSQL
    query: str

    @property
    def ours(self) -> bool:
        """Whether it is Redress."""
        return self.name.startswith("redress")

    @property
    def missing(self) -> str:
        """Why it cannot take part here, "" if it can."""
        program = Path(self.command[0])
        if not self.file and postgres.program("initdb") is None:
            return "no PostgreSQL here: apt-get install postgresql"
        if self.name == "grammy" and not (NODE / "node_modules").is_dir():
            return "node is not here, or `make bench` has not installed its packages"
        return "" if program.is_file() else "`make bench` installs its packages"

    def configure(
        self,
        folder: Path,
        api: str,
        server: postgres.Server | None,
        rates: Mapping[str, Mapping[str, float]],
    ) -> None:
        """Write Redress' config.toml: as shipped, but for `rates`. The others need none."""
        storage = {"url": server.url} if server else {}
        sections: dict[str, Mapping[str, object]] = {
            "operator": {"name": "云信", "hotline": "10000"},
            "storage": storage,
            "web": {"port": 0},
            "telegram": {"token": TOKEN, "api_base_url": api, **rates.get("telegram", {})},
            "limits": rates.get("limits", {}),
        }
        file = folder / "config.toml"
        file.touch(0o600)
        file.write_text(tomlkit.dumps(sections), "utf-8")

    def start(self, folder: Path, api: str) -> Bot:
        """Start it on this Bot API; what it logs goes to bot.log in its folder."""
        told = {"BENCH_API": api, "BENCH_TOKEN": TOKEN, "BENCH_FOLDER": str(folder)}
        told["PYTHONPATH"] = str(TOP)
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):  # else each start would compile all anew
            told |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(BUILD / "compiled")}
        return Bot(self.command, folder, told, folder / "bot.log")

    def tickets(self, folder: Path, server: postgres.Server | None) -> list[Kept]:
        """The tickets that it has stored."""
        if server is not None:
            return [Kept(number, int(chat)) for number, chat in server.rows(self.query)]
        file = folder / self.file
        if not file.exists():
            return []
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            return [Kept(str(number), chat) for number, chat in database.execute(self.query)]


PEER_TICKETS = "SELECT printf('T%08d', id), chat FROM ticket"


def _peer(name: str, title: str, module: str) -> Contestant:
    command = (str(PEERS), "-m", f"benchmarks.peers.{module}")
    return Contestant(name, title, PEER, command, "tickets.db", PEER_TICKETS)


def _redress(name: str, title: str, file: str) -> Contestant:
    command = (sys.executable, "-m", "bot", "run")
    return Contestant(name, title, REDRESS, command, file, "SELECT number, chat FROM ticket")


ALL = (
    _redress("redress", "Redress, SQLite", "data/redress.db"),
    _redress("redress-pg", "Redress, PostgreSQL", ""),
    _peer("ptb", "python-telegram-bot + pickle", "ptb_pickle"),
    _peer("aiogram", "aiogram + SQLite", "aiogram_sqlite"),
    Contestant(
        "grammy",
        "grammY + SQLite (Node)",
        PEER,
        (shutil.which("node") or "node", str(NODE / "bot.mjs")),
        "tickets.db",
        PEER_TICKETS,
    ),
)
