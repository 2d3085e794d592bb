"""`redress config`."""

import os
import sys
from pathlib import Path

import typer

from bot.cli.calling import plainly, read, say
from bot.config_reading import FILE, VARIABLE
from bot.config_writing import change, create, is_secret, shown


def init(config: str) -> None:
    """Write the commented file."""
    file = _target(config)
    with plainly():
        create(file)
    say(f"{file} was written; every key in it has its default")


def show(config: str) -> None:
    """What holds now, and where it comes from."""
    found = read(config)
    source = str(found.file) if found.file else "no file"
    variables = ", ".join(found.variables) or "no variables"
    say(f"# from {source}; {variables}")
    say(shown(found.settings).rstrip())


def put(config: str, key: str, value: str | None) -> None:
    """Set one key; a value that is not given is asked for, a secret without showing it."""
    file = _target(config)
    with plainly():
        secret = is_secret(key)
        if value is None:
            value = _asked(key, secret=secret)
        change(file, key, value.strip())
    say(f"{key} is set in {file}; it counts from the next start")


def _asked(key: str, *, secret: bool) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    answer: str = typer.prompt(key, hide_input=secret)
    return answer


def _target(config: str) -> Path:
    return Path(config or os.environ.get(VARIABLE, "") or FILE)
