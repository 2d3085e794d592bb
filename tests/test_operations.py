"""The page for operators says what is so: its commands are run in its order, and print that."""

import re
import subprocess
from pathlib import Path

import pytest

from bot.config import Retention
from tests.bot.cli.calls import call
from tests.bot.cli.conftest import home
from tests.bot.cli.house import Home

__all__ = ["home"]

PAGE = (Path(__file__).parents[1] / "docs/operations.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)


def run(line: str) -> str:
    """What a line of the page prints; it must go well."""
    if line.startswith("redress "):
        code, out, errors = call(*line.split()[1:])
        assert code == 0, errors
        return out
    return subprocess.run(line, shell=True, check=True, capture_output=True, text=True).stdout


def fits(shown: str, printed: str) -> bool:
    """Whether it printed what is shown, where `…` is anything."""
    wanted = ".*".join(re.escape(part.strip(" ")) for part in shown.split("…"))
    return re.fullmatch(wanted, printed, re.DOTALL) is not None


def test_every_command_prints_what_the_page_shows(home: Home) -> None:
    home.attach(b"%PDF- a bill")
    home.park("update-9", "no chat in it")
    shown = [
        part for block in BLOCKS for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part
    ]
    assert len(shown) >= 6
    for part in shown:
        line, _, words = part.partition("\n")
        printed = run(line)
        assert fits(words, printed), f"{line}\n{printed}"


@pytest.mark.parametrize("name", sorted(Retention.model_fields))
def test_every_age_stands_in_the_table_with_its_default(name: str) -> None:
    default = Retention.model_fields[name].default
    assert re.search(rf"^\| `{name}` \| {default} \|", PAGE, re.MULTILINE)
