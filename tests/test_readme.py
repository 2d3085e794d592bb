"""The README says what is so: its chat is one that is played, its commands and files are there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import cli
from bot.config_reading import known, variable_of
from tools.readme import HERE, page

README = (HERE / "README.md").read_text("utf-8")


def test_the_chat_is_that_of_the_transcript() -> None:
    """If not: run `python -m tools.readme` and read the diff."""
    assert page() == README


def test_every_command_stands_there_and_every_one_that_stands_there_exists() -> None:
    table = README.partition("| command | |")[2].partition("\n\n")[0]
    shown = {word.split()[0] for word in re.findall(r"`([a-z]+[^`]*)`", table)}
    commands = getattr(get_command(cli), "commands", {})
    assert set(commands) <= shown | {"staff", "config", "parked"}
    assert {name for name in shown if name in {"run", "doctor", "stats"}} <= set(commands)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([a-zA-Z][^):]*)\)", README))))
def test_every_file_that_it_links_to_is_there(path: str) -> None:
    assert (HERE / path).exists()


def test_the_rooms_of_the_map_are_there() -> None:
    rooms = re.findall(r"^\| `([^|]+)` \|", README.partition("| room |")[2], re.MULTILINE)
    names = [name.strip("` ") for line in rooms for name in line.split(",")]
    assert names
    assert [name for name in names if not (HERE / name).is_dir()] == []


def test_the_keys_and_variables_that_it_names_are_known() -> None:
    keys = set(re.findall(r"`((?:telegram|web|operator)\.[a-z_]+)`", README))
    assert keys <= set(known())
    named = set(re.findall(r"REDRESS_[A-Z]+__[A-Z_]+", README))
    assert named <= {variable_of(key) for key in known()}


def test_the_makefile_has_what_it_names() -> None:
    made = (HERE / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", README):
        assert f"\n{target}:" in made
    assert Path(HERE / ".ci/run").stat().st_mode & 0o111
