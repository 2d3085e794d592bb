"""A store on a real file, and values to put into it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.migrate import migrate
from storage.seal import Keys, new_keys, read_keys
from storage.store import Store

ONE_KEY_FILE = new_keys()


@pytest.fixture
def keys() -> Keys:
    return read_keys(ONE_KEY_FILE)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a freshly migrated database: copying it is quicker than making it."""
    file = tmp_path_factory.mktemp("empty") / "redress.db"
    migrate(f"sqlite+aiosqlite:///{file}", read_keys(ONE_KEY_FILE))
    return file.read_bytes()


@pytest.fixture
def file(tmp_path: Path, empty_file: bytes) -> Path:
    place = tmp_path / "data" / "redress.db"
    place.parent.mkdir()
    place.write_bytes(empty_file)
    return place


@pytest.fixture
def file_url(file: Path) -> str:
    """For what can only be said of a file."""
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once of each kind."""
    wanted = "file_url" if request.param == "sqlite" else "postgres_url"
    found: str = request.getfixturevalue(wanted)
    return found


@pytest.fixture
async def store(url: str, keys: Keys) -> AsyncIterator[Store]:
    opened = await Store.open(url, keys)
    yield opened
    await opened.close()


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    place = tmp_path / "redress.key"
    place.write_bytes(ONE_KEY_FILE)
    return place
