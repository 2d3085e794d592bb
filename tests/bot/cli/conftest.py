"""Each command is called in a folder of its own, with a ticket in its database."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.house import House
from storage.migrate import migrate
from storage.seal import new_keys, read_keys
from tests.bot.cli.house import Home


@pytest.fixture
def home(tmp_path: Path, house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    for name in [name for name in os.environ if name.startswith("REDRESS_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    (folder / "data/attachments").mkdir(parents=True)
    key = folder / "data/redress.key"
    key.write_bytes(new_keys())
    key.chmod(0o600)
    migrate(f"sqlite+aiosqlite:///{folder}/data/redress.db", read_keys(key.read_bytes()))
    monkeypatch.chdir(folder)
    handlers, mask = logging.getLogger().handlers[:], os.umask(0o077)
    made = Home(folder)
    made.file(house)
    yield made
    logging.getLogger().handlers[:] = handlers
    os.umask(mask)
