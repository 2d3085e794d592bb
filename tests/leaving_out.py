"""Leaves out the tests that need what this machine has not got, and says so at the end."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.postgres.server import binary

LEFT_OUT = pytest.StashKey[dict[str, list[str]]]()


@dataclass(frozen=True)
class Need:
    """What tests need: they ask for the fixture of this name, or are given it as a parameter."""

    name: str
    there: Callable[[], object]
    bring: str


NEEDS = (
    Need("browser", lambda: shutil.which("chromium"), "no chromium: apt-get install chromium"),
    Need("postgresql", lambda: binary("initdb"), "no PostgreSQL: apt-get install postgresql"),
    Need("nginx", lambda: shutil.which("nginx"), "no nginx: apt-get install nginx"),
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what asks for something that is not on this machine."""
    left: dict[str, list[str]] = {}
    out: list[pytest.Item] = []
    for need in NEEDS:
        if need.there():
            continue
        asking = [one for one in items if _asks(one, need.name)]
        left[need.bring] = [one.nodeid for one in asking]
        out += [one for one in asking if one not in out]
    if out:
        items[:] = [one for one in items if one not in out]
        config.hook.pytest_deselected(items=out)
    config.stash[LEFT_OUT] = left


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name each test left out, and the command that brings what it needs."""
    for bring, names in config.stash.get(LEFT_OUT, {}).items():
        if names:
            terminalreporter.section(f"left out, as root: {bring}")
            for name in names:
                terminalreporter.line(name)


def _asks(item: pytest.Item, name: str) -> bool:
    given = getattr(getattr(item, "callspec", None), "params", {})
    return name in getattr(item, "fixturenames", ()) or name in given.values()
