"""One call to play a script on a network with a store of its own."""

from datetime import UTC, datetime
from pathlib import Path

from dialogs.house import House
from dialogs.texts import Texts
from storage import seal
from storage.migrate import migrate
from tests.chat.networks import NarrowNetwork, Network, TelegramNetwork, WebNetwork
from tests.chat.player import Player

LANGUAGE = "# language: "


async def play(
    script: str,
    network: str,
    house: House,
    texts: Texts,
    folder: Path,
    *,
    player_of: type[Player] = Player,
    url: str = "",
) -> tuple[str, Player]:
    """The chat as heard, and the player with its counts. The script's head may name a language.

    `url` is a database of its own, a file in `folder` if not said.
    """
    first = next((line for line in script.splitlines() if line.startswith(LANGUAGE)), "")
    language = first.removeprefix(LANGUAGE) or "zh-hans"
    played: Network = (
        TelegramNetwork(language=language)
        if network == "telegram"
        else NarrowNetwork(language=language)
    )
    keys = seal.read_keys(seal.new_keys())
    url = url or f"sqlite+aiosqlite:///{folder / 'redress.db'}"
    migrate(url, keys)
    player = player_of(
        played, WebNetwork(language), house, texts, url, keys, datetime(2026, 3, 10, 2, tzinfo=UTC)
    )
    return await player.play(script), player
