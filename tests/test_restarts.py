"""A restart at any moment, and every update delivered twice, leave each letter's chat as it was."""

from collections.abc import Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from tests.chat.play import play
from tests.chat.player import Player

SCRIPTS = Path(__file__).parent / "transcripts"
LETTERS = sorted(one.stem for one in SCRIPTS.glob("letter-*.chat"))
NETWORKS = ("telegram", "narrow")
PLAYED = ("ann: ", "desk ", "-- ", "== ")
DISTURBANCES = ("-- restart", "-- again")
Hear: TypeAlias = Callable[[list[str], str, type[Player]], Awaitable[list[str]]]


class Interrupted(Player):
    """A player whose house goes down before each delivery and after it."""

    async def listen(self) -> None:
        await self.restart()
        await super().listen()
        await self.restart()

    async def restart(self) -> None:
        await self.store.close()
        await self.open()


@pytest.fixture
def hear(house: House, texts: Texts, tmp_path: Path) -> Hear:
    """Plays a script with a store of its own; the chat as heard, without the disturbances."""
    numbers = count()

    async def heard(script: list[str], network: str, player: type[Player]) -> list[str]:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        chat, _ = await play("\n".join(script), network, house, texts, folder, player_of=player)
        return calm(chat)

    return heard


def calm(chat: str) -> list[str]:
    """The lines of a script or a chat without its disturbances."""
    return [line for line in chat.splitlines() if line not in DISTURBANCES]


def letter(name: str, network: str = "telegram") -> list[str]:
    """A letter's script, undisturbed: the chat as it must be heard there."""
    place = SCRIPTS if network == "telegram" else SCRIPTS / network
    return calm((place / f"{name}.chat").read_text("utf-8"))


def repeated(script: list[str]) -> list[str]:
    """Each update once more at once, and once more after a restart."""
    again = ("-- again", "-- restart", "-- again")
    return [one for line in script for one in (line, *(again if line.startswith("ann: ") else ()))]


def gaps(script: list[str]) -> Iterator[list[str]]:
    """The script with one restart in it, for every gap between two lines that are played."""
    for place, line in enumerate(script, 1):
        if line.startswith(PLAYED) and not line.startswith("desk hears"):
            yield [*script[:place], "-- restart", *script[place:]]


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("name", LETTERS)
async def test_a_restart_around_every_delivery_changes_nothing(
    name: str, network: str, hear: Hear
) -> None:
    assert await hear(letter(name), network, Interrupted) == letter(name, network)


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("name", LETTERS)
async def test_an_update_delivered_again_is_answered_once(
    name: str, network: str, hear: Hear
) -> None:
    assert await hear(repeated(letter(name)), network, Player) == letter(name, network)


async def test_one_restart_between_any_two_lines_changes_nothing(hear: Hear) -> None:
    name = "letter-3-charge"
    for number, script in enumerate(gaps(letter(name)), 1):
        assert await hear(script, "telegram", Player) == letter(name), f"after line {number}"
