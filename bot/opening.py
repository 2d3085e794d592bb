"""Opens what everything stands on: folders, keys, tables, store, house, texts."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.config import ConfigError, Settings
from bot.house import house_of, texts_of, workdays
from dialogs.house import House
from dialogs.texts import Texts
from storage import copying, engines
from storage.errors import StoreError
from storage.migrate import migrate
from storage.seal import Keys, new_keys, read_keys
from storage.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open house. `folder` is where people's files lie; `made` what did not exist before.

    `copy` is the database as it was before its tables were changed, None when they were not.
    """

    settings: Settings
    keys: Keys
    store: Store
    house: House
    texts: Texts
    folder: Path
    made: tuple[str, ...] = ()
    copy: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What `prepare` found or made: as in `Opened`."""

    keys: Keys
    made: tuple[str, ...]
    copy: Path | None


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def keys_of(settings: Settings) -> tuple[Keys, bool]:
    """The keys, and whether their file was made just now (0600).

    Raises ConfigError when the file is gone but the database is there: a new one opens nothing.
    """
    file = Path(settings.privacy.key_file)
    if file.exists():
        return read_keys(file.read_bytes()), False
    if engines.file_of(settings.storage.url).exists():
        raise ConfigError(
            f"the key file {file} is missing, and the database cannot be read without it: "
            "put your copy of it there (privacy.key_file)"
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(new_keys())
    return read_keys(file.read_bytes()), True


def prepare(settings: Settings) -> Prepared:
    """Make what is missing: key file, attachments folder, tables; older ones are copied first.

    Raises ConfigError, StoreError.
    """
    made = []
    keys, fresh = keys_of(settings)
    if fresh:
        made.append(settings.privacy.key_file)
    folder = Path(settings.storage.attachments)
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        made.append(str(folder))
    file = engines.file_of(settings.storage.url)
    if not file.exists():
        made.append(str(file))
    copy = _copied(file)
    migrate(settings.storage.url, keys)
    return Prepared(keys, tuple(made), copy)


def _copied(file: Path) -> Path | None:
    """A copy of a database of older tables, which are about to be changed."""
    if not copying.is_older(file):
        return None
    with engines.claim_file(file):
        copy = copying.before_migrating(file, now())
    log.info("%s is the database as it was before", copy, extra={"action": "copied"})
    return copy


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Opened]:
    """The house as the one that serves it, made ready first, for as long as it is needed.

    Raises ConfigError, StoreError (StoreLocked when another serves it).
    """
    ready = prepare(settings)
    keys, made = ready.keys, ready.made
    store = await Store.open(settings.storage.url, keys)
    try:
        moment, zone = now(), settings.operator.timezone
        days = await store.write(lambda c: workdays(c, moment, zone))
        house, texts = house_of(settings, days), texts_of(zone)
        folder = Path(settings.storage.attachments)
        yield Opened(settings, keys, store, house, texts, folder, made, ready.copy)
    finally:
        await store.close()


@asynccontextmanager
async def beside(settings: Settings) -> AsyncIterator[Store]:
    """The store as it is, beside a server or without one. Raises ConfigError, StoreError."""
    store = await Store.open(settings.storage.url, _as_it_is(settings), alone=False)
    try:
        yield store
    finally:
        await store.close()


def _as_it_is(settings: Settings) -> Keys:
    file = engines.file_of(settings.storage.url)
    if not file.exists():
        raise StoreError(f"there is no database at {file} yet: start `redress run` once")
    return keys_of(settings)[0]
