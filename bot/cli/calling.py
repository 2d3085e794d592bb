"""What every command does alike: reads the configuration, says errors in one line, exits."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import orjson
import typer

from bot import logs
from bot.config import ConfigError, Settings
from bot.config_reading import Read, load
from bot.opening import beside
from bot.profiles import USUAL
from dialogs.catalogue import Catalogue
from storage.errors import StoreError
from storage.store import Store

T = TypeVar("T")

TRIED = {0: "not tried yet", 1: "tried once"}


def say(line: str = "") -> None:
    """A line for who called: on stdout, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def fail(line: str) -> NoReturn:
    """Say on stderr why it did not go well, and exit 1."""
    sys.stderr.write(f"{line}\n")
    raise typer.Exit(1)


def wrong(line: str) -> NoReturn:
    """Say on stderr how it was called wrongly, and exit 2."""
    sys.stderr.write(f"{line}\n")
    raise typer.Exit(2)


def note(line: str) -> None:
    """A remark that is no part of what was asked for: on stderr."""
    sys.stderr.write(f"{line}\n")


def one_or_all(name: str, *, everything: bool) -> None:
    """A command works on one thing or on all of them: one of both must be said, and not both."""
    if bool(name) == everything:
        wrong("redress: say which one, or --all for all of them")


def say_json(told: object) -> None:
    """JSON on stdout, indented, in any script."""
    say(orjson.dumps(told, option=orjson.OPT_INDENT_2, default=str).decode())


@contextmanager
def plainly() -> Iterator[None]:
    """What is wrong with configuration, disk or database is one line and exit 1."""
    try:
        yield
    except (ConfigError, StoreError) as error:
        fail(f"redress: {error}")


def read(config: str) -> Read:
    """The configuration, with logs on stderr set up. What is made from here on is ours alone."""
    os.umask(0o077)
    logs.set_up(os.environ.get("LOG_LEVEL", "INFO"))
    with plainly():
        return load(config)


def inside(config: str, work: Callable[[Settings, Store], Coroutine[Any, Any, T]]) -> T:
    """Do `work` with the store, beside a server or without one."""
    settings = read(config).settings

    async def go() -> T:
        async with beside(settings) as store:
            return await work(settings, store)

    with plainly():
        return asyncio.run(go())


def command() -> str:
    """How this program is called here, for the lines that say what to do next."""
    if Path(sys.argv[0]).name != "__main__.py":
        return "redress"
    python = Path(sys.executable)
    here = Path.cwd()
    known = python.relative_to(here) if python.is_relative_to(here) else Path("python")
    return f"{known} -m bot"


def spoken(known: Catalogue, languages: Iterable[str], what: str) -> None:
    """Refuse what is told in a language that the catalogue does not speak: it is set in China."""
    missing = sorted(set(languages) - set(known.languages))
    if missing:
        said = f"{', '.join(missing)}, which this catalogue does not speak"
        fail(f"redress: {what} is told in {said}; make it with operator.profile {USUAL}")
