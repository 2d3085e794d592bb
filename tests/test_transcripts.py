"""Every script plays to the letter, on Telegram and on the narrow channel."""

from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from tests.chat.play import play

SCRIPTS = Path(__file__).parent / "transcripts"
NAMES = sorted(one.stem for one in SCRIPTS.glob("*.chat"))
APART = {
    "hand-letter-follow": "a channel of words opens no link",
    "complaint-edited": "a channel of words has no edits: what is rewritten is said again",
    "ticket-not-fixed": "the button is one of an older message, which nobody can press there",
}


@pytest.mark.parametrize("network", ["telegram", "narrow"])
@pytest.mark.parametrize("name", NAMES)
async def test_script_plays_to_the_letter(
    name: str,
    network: str,
    house: House,
    texts: Texts,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    """The people's lines are played; the chat that is heard is the script."""
    script = (SCRIPTS / f"{name}.chat").read_text("utf-8")
    expected = SCRIPTS / network / f"{name}.chat" if network != "telegram" else None
    heard, _ = await play(script, network, house, texts, tmp_path)
    place = expected or SCRIPTS / f"{name}.chat"
    if request.config.getoption("--accept") and "!! " not in heard:
        place.parent.mkdir(exist_ok=True)
        place.write_text(heard, "utf-8")
    assert "!! " not in heard, heard[heard.index("!! ") :]
    assert heard == place.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(APART)))
def test_the_narrow_channel_comes_to_the_same_end(name: str) -> None:
    """What became of the tickets, line by line: else the people there talk past the bot."""
    wide, narrow = SCRIPTS / f"{name}.chat", SCRIPTS / "narrow" / f"{name}.chat"
    assert _ends(narrow) == _ends(wide)


def _ends(script: Path) -> list[str]:
    return [one for one in script.read_text("utf-8").splitlines() if one.startswith("== ")]
