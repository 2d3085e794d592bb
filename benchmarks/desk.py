"""`make bench-desk`: how long each page of the desk takes at the server with 100,000 tickets."""

import asyncio
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from typing import Annotated
from urllib.parse import quote

import orjson
import typer
from starlette.routing import compile_path

from benchmarks.contestants import BUILD, TOP
from benchmarks.machine import Bot, cores
from benchmarks.multiplied import multiply
from benchmarks.results import machine
from bot.web.desk import GET, WAYS
from bot.web.desk_asking import TABS
from storage import Connection, grams, schema
from storage.seal import read_keys
from storage.store import Store

FILE = TOP / "build" / "bench-desk.json"
PLACE = BUILD / "desk"
LIMIT = 100.0  # milliseconds that a page may take, as a median
STREAMS = frozenset({"/desk/live"})  # answered as long as it is looked at
# Files that are ruled when they are asked for, a long list in a process of its own.
FILES = frozenset({"/desk/forms/{file}", "/desk/t/{number}/form/{file}"})
RARE = "鸽子窝旁边的基站"  # stands in three stories
SEARCHES = ("断网", RARE, "网鸽", "no signal", "004277")
AT_ONCE = 2000  # marks worked off together
START = 300.0  # seconds


@dataclass(frozen=True, slots=True)
class Page:
    """How long a page took, in milliseconds: median and worst of all tries, and CPU of the server
    for one of them (what else it did meanwhile included)."""

    name: str
    address: str
    status: int
    median: float
    worst: float
    cpu: float


def main(  # noqa: PLR0913, PLR0917  one parameter an option
    tickets: Annotated[int, typer.Option(help="stored")] = 100_000,
    month: Annotated[int, typer.Option(help="of them played by the demo, and copied")] = 500,
    repeat: Annotated[int, typer.Option(help="times that each page is asked for")] = 15,
    reuse: Annotated[bool, typer.Option("--reuse", help="the database kept last time")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="leave the database there")] = False,
    out: Annotated[Path, typer.Option(help="where the JSON goes")] = FILE,
) -> None:
    """Load, measure, print, and keep the figures as JSON."""
    told: dict[str, object] = {"machine": machine()}
    if not reuse:
        told["loaded"] = _load(tickets, month)
    os.sched_setaffinity(0, {cores()[1]})
    with _served() as (server, port, cookie):
        found = _measured(server, port, cookie, repeat)
    if not keep and not reuse:
        shutil.rmtree(PLACE)
    told["pages"] = found
    _print(found)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))


def _load(tickets: int, month: int) -> dict[str, float]:
    """A database with so many tickets, all in the index of the search."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    (PLACE / "config.toml").write_text(_config(_free_port()), "utf-8")
    _redress("demo", "--tickets", str(month))
    began = time.monotonic()
    count = multiply(PLACE / "redress.db", tickets, typer.echo)
    copied = time.monotonic() - began
    began = time.monotonic()
    asyncio.run(_indexed())
    took = time.monotonic() - began
    typer.echo(f"{count:,} tickets: copied in {copied:.0f} s, indexed in {took:.0f} s")
    return {"tickets": count, "copied": copied, "indexed": took}


async def _indexed() -> None:
    """Mark every ticket and work the marks off, as the server's loop does in its rests."""
    keys = read_keys((PLACE / "redress.key").read_bytes())
    store = await Store.open(f"sqlite+aiosqlite:///{PLACE / 'redress.db'}", keys)
    await store.write(_marked)
    while await store.write(_merged):
        continue
    await store.close()


def _marked(c: Connection) -> None:
    ids = [
        row.id for row in c.execute(schema.ticket.select().with_only_columns(schema.ticket.c.id))
    ]
    for one in (ids[len(ids) // 7], ids[len(ids) // 2], ids[-3]):
        c.execute(schema.ticket.update().where(schema.ticket.c.id == one).values(story=RARE))
    c.execute(schema.search_due.insert(), [{"ticket": one} for one in ids])


def _merged(c: Connection) -> bool:
    cut = grams.cut(c, AT_ONCE)
    return cut is not None and grams.merge(c, cut)


def _config(port: int) -> str:
    return (
        f'[storage]\nurl = "sqlite+aiosqlite:///{PLACE / "redress.db"}"\n'
        f'attachments = "{PLACE / "files"}"\n'
        f'[privacy]\nkey_file = "{PLACE / "redress.key"}"\n[web]\nport = {port}\n'
    )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        number: int = one.getsockname()[1]
        return number


def _redress(*said: str) -> str:
    command = [sys.executable, "-m", "bot", *said, "--config", str(PLACE / "config.toml")]
    done = subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


@contextmanager
def _served() -> Iterator[tuple[Bot, int, str]]:
    """A server on the database, its port, and the session of a director at its desk."""
    config, log = PLACE / "config.toml", PLACE / "server.log"
    port = int(re.findall(r"port = (\d+)", config.read_text("utf-8"))[0])
    command = [sys.executable, "-m", "bot", "run", "--config", str(config)]
    server = Bot(command, TOP, {}, log)
    try:
        _wait(port, server, log)
        said = _redress("staff", "add", "Lin", "--role", "director")
        yield server, port, _signed(port, re.findall(r"once=([\w-]+)", said)[0])
    finally:
        server.stop()


def _wait(port: int, server: Bot, log: Path) -> None:
    began = time.monotonic()
    while time.monotonic() - began < START and not server.ended:
        try:
            if _asked(port, "/healthz", "")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    sys.exit(log.read_text("utf-8", "replace")[-2000:])


def _signed(port: int, token: str) -> str:
    there = HTTPConnection("127.0.0.1", port)
    there.request("GET", f"/desk?once={token}")
    return (there.getresponse().getheader("set-cookie") or "").partition(";")[0]


def _asked(port: int, address: str, cookie: str) -> tuple[int, str, float]:
    """Status, text and milliseconds of one answer."""
    there = HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    there.request("GET", address, headers={"cookie": cookie, "accept-language": "zh-CN"})
    answer = there.getresponse()
    text = answer.read().decode("utf-8", "replace")
    took = (time.perf_counter() - began) * 1000
    there.close()
    return answer.status, text, took


def _measured(server: Bot, port: int, cookie: str, repeat: int) -> list[Page]:
    found = []
    for name, address in _addresses(port, cookie).items():
        status = _asked(port, address, cookie)[0]
        before = server.cpu()
        took = [_asked(port, address, cookie)[2] for _ in range(repeat)]
        cpu = (server.cpu() - before) / repeat * 1000
        found.append(Page(name, address, status, median(took), max(took), cpu))
    return sorted(found, key=lambda one: -one.median)


def _addresses(port: int, cookie: str) -> dict[str, str]:
    """An address for each page: found by following links from the queue, and the queue's tabs."""
    ways = [path for path, method, _, _ in WAYS if method == GET and path not in STREAMS | FILES]
    patterns = {path: compile_path(path)[0] for path in ways}
    found: dict[str, str] = {}
    todo = ["/desk?tab=open", "/desk?tab=ended", "/desk?tab=handover"]
    read: set[str] = set()
    while todo and len(found) < len(ways) and len(read) < 200:
        address = todo.pop(0)
        read.add(address)
        for link in re.findall(r'(?:href|src)="(/desk/[^"#?]+)', _asked(port, address, cookie)[1]):
            way = next((path for path in ways if patterns[path].match(link)), "")
            if way and way not in found:
                found[way] = link
                todo.append(link)
    plain = {path: path for path in ways if "{" not in path}
    tabs = {f"tab {one}": f"/desk?tab={one}" for one in TABS}
    sifted = {"tab ended, narrowed": "/desk?tab=ended&department=NET&language=en&level=3"}
    searches = {f"search {one}": f"/desk?q={quote(one)}" for one in SEARCHES}
    missing = {path: "" for path in ways if path not in found and path not in plain}
    for path in missing:
        typer.echo(f"nothing leads to {path}")
    return {**tabs, **sifted, **searches, **plain, **found}


def _print(found: Sequence[Page]) -> None:
    for one in found:
        mark = " OVER" if one.median > LIMIT else ""
        took = f"{one.median:7.1f} ms {one.worst:7.1f} worst {one.cpu:6.1f} CPU"
        typer.echo(f"{took}  {one.status}  {one.name}{mark}")


if __name__ == "__main__":
    typer.run(main)
