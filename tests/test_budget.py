"""Each model letter stays within the budget of DESIGN §4: how often a person has to act, and read.

The letter is the first input. What counts after filing are the bot's messages, the one that tells
the number included; edits in place and toasts are no messages.
"""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from tests.chat.play import play
from tests.chat.player import Player

SCRIPTS = Path(__file__).parent / "transcripts"
LETTERS = sorted(one.stem for one in SCRIPTS.glob("letter-*.chat"))
Hear: TypeAlias = Callable[[str, str], Awaitable[tuple[str, Player]]]
FILING = {"telegram": 7, "narrow": 6}  # inputs until the complaint is filed


@dataclass(frozen=True)
class Budget:
    """What may happen after filing: messages of the bot, inputs of the person."""

    messages: int
    inputs: int


ONE_ROUND, TWO_ROUNDS = Budget(9, 4), Budget(12, 7)


def budget_of(name: str) -> Budget:
    """Letter 3 is the one with two rounds."""
    return TWO_ROUNDS if name.startswith("letter-3-") else ONE_ROUND


def counted(chat: str) -> tuple[int, int, int]:
    """The same counts by eye: inputs to filing, then messages and inputs after it."""
    filed, inputs, messages, answers = 0, 0, 0, 0
    for line in chat.splitlines():
        if line.startswith("bot: ") and ("已登记：" in line or "Registered: " in line):
            filed = filed or inputs
        inputs += line.startswith("ann: ")
        messages += bool(filed) and line.startswith("bot: ")
        answers += bool(filed) and line.startswith("ann: ")
    return filed, messages, answers


def test_the_three_letters_are_there_in_both_languages() -> None:
    assert [name[:8] for name in LETTERS] == [f"letter-{n}" for n in (1, 1, 2, 2, 3, 3)]
    assert [name.endswith("-en") for name in LETTERS].count(True) == 3


@pytest.fixture
def hear(house: House, texts: Texts, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Hear:
    """Plays a letter and prints its figures for whoever runs the tests."""

    async def heard(name: str, network: str) -> tuple[str, Player]:
        script = (SCRIPTS / f"{name}.chat").read_text("utf-8")
        chat, player = await play(script, network, house, texts, tmp_path)
        with capsys.disabled():
            sys.stdout.write(
                f"\n  {name} on {network}: filed with {player.filed} inputs, "
                f"then {len(player.after)} messages and {player.answers} inputs"
            )
        return chat, player

    return heard


@pytest.mark.parametrize("network", ["telegram", "narrow"])
@pytest.mark.parametrize("name", LETTERS)
async def test_a_letter_is_filed_and_lived_within_the_budget(
    name: str, network: str, hear: Hear
) -> None:
    chat, player = await hear(name, network)
    messages, budget = len(player.after), budget_of(name)
    assert "!! " not in chat, chat[chat.index("!! ") :]
    assert " closed " in chat.splitlines()[-1], "the script does not end with the score"
    assert (player.filed, messages, player.answers) == counted(chat)
    assert 0 < player.filed <= FILING[network]
    assert 0 < messages <= budget.messages
    assert 0 < player.answers <= budget.inputs
