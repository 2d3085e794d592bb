"""Leaves out the tests that need a browser where there is none, and says so at the end."""

import shutil

import pytest

NEEDS = "browser"  # the fixture that opens Chromium
LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out what asks for a browser, if there is no Chromium on this machine."""
    if shutil.which("chromium"):
        return
    left = [one for one in items if NEEDS in getattr(one, "fixturenames", ())]
    if left:
        items[:] = [one for one in items if one not in left]
        config.hook.pytest_deselected(items=left)
        config.stash[LEFT_OUT] = [one.nodeid for one in left]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name each test left out, and the command that brings what it needs."""
    left = config.stash.get(LEFT_OUT, [])
    if not left:
        return
    terminalreporter.section("left out: no chromium; as root: apt-get install chromium")
    for name in left:
        terminalreporter.line(name)
