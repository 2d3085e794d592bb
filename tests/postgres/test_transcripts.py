"""Scripts play to the letter on PostgreSQL too: a chosen few, or all of them when asked."""

from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from tests.chat.play import play
from tests.test_transcripts import NAMES, SCRIPTS

# A whole life, quiet hours, a failing send, files, settings and a second ticket.
CHOSEN = {
    "album-and-files",
    "hand-letter-follow",
    "letter-3-charge",
    "night",
    "outage-announced",
    "send-fails",
    "settings-none",
    "survey-after-silence",
    "survey-several-all",
    "ticket-two-open",
}
OPTION = "--every-script-on-postgresql"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The chosen scripts, or all."""
    wanted = NAMES if metafunc.config.getoption(OPTION) else sorted(CHOSEN)
    assert set(wanted) <= set(NAMES)
    metafunc.parametrize("name", wanted)


@pytest.mark.parametrize("network", ["telegram", "narrow"])
async def test_script_plays_to_the_letter(
    name: str, network: str, house: House, texts: Texts, tmp_path: Path, postgres_url: str
) -> None:
    """What is heard is what is heard on a file."""
    place = SCRIPTS / ("" if network == "telegram" else network) / f"{name}.chat"
    script = (SCRIPTS / f"{name}.chat").read_text("utf-8")
    heard, _ = await play(script, network, house, texts, tmp_path, url=postgres_url)
    assert heard == place.read_text("utf-8")
