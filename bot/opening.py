"""Opens what everything stands on: folders, keys, tables, store, house, texts."""

import logging
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock, now
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

LOOK = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Opened:
    """An open house. `folder` is where people's files lie; `made` what did not exist before.

    `copy` is the database as it was before its tables were changed, None when they were not.
    `clock` tells the time to everything that works here.
    """

    settings: Settings
    keys: Keys
    store: Store
    house: House
    texts: Texts
    folder: Path
    clock: Clock
    made: tuple[str, ...] = ()
    copy: Path | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What `prepare` found or made: as in `Opened`."""

    keys: Keys
    made: tuple[str, ...]
    copy: Path | None


def keys_of(settings: Settings) -> tuple[Keys, bool]:
    """The keys, and whether their file was made just now (0600).

    Raises ConfigError when the file is gone but the database is there: a new one opens nothing.
    """
    file = Path(settings.privacy.key_file)
    if file.exists():
        return read_keys(file.read_bytes()), False
    if engines.database(settings.storage.url).there() and not file.exists():
        raise ConfigError(
            f"the key file {file} is missing, and the database cannot be read without it: "
            "put your copy of it there (privacy.key_file)"
        )
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = _first(file, new_keys())
    return read_keys(file.read_bytes()), fresh


def _first(file: Path, content: bytes) -> bool:
    """Make a file that only we can read, whole or not at all; False when another was quicker.

    Replicas that start at once on one volume all use the file of the first.
    """
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(handle)
        os.link(draft, file)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def prepare(settings: Settings) -> Prepared:
    """Make what is missing: key file, attachments folder, tables; older ones are copied first.

    What is shared is not copied: others serve it meanwhile, and its server has its own copies.
    Raises ConfigError, StoreError.
    """
    made = []
    keys, fresh = keys_of(settings)
    if fresh:
        made.append(settings.privacy.key_file)
    folder = Path(settings.storage.attachments)
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        made.append(str(folder))
    place = engines.database(settings.storage.url)
    if not place.there():
        made.append(str(place))
    copy = None
    if not place.shared:
        file = engines.file_of(settings.storage.url)
        _look(file)
        copy = _copied(file)
    migrate(settings.storage.url, keys)
    return Prepared(keys, tuple(made), copy)


def _look(file: Path) -> None:
    """Refuse a damaged file before anything is written to it.

    Only after an end that was not in order, since it costs 2 to 3 seconds a GiB, and for so many
    seconds at most; `redress doctor` looks at all of it.
    """
    if not copying.was_cut_off(file):
        return
    with engines.claim_file(file):
        if said := copying.damage(file, LOOK):
            raise StoreError(
                f"{file} is damaged ({said}): move {file}* away, then `redress restore FILE`"
            )


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
        clock = Clock()
        await clock.set_by(store)
        moment, operator = clock.now(), settings.operator
        days = await store.write(lambda c: workdays(c, moment, operator))
        house = house_of(settings, days)
        texts = texts_of(house.catalogue, house.zone)
        folder = Path(settings.storage.attachments)
        yield Opened(settings, keys, store, house, texts, folder, clock, made, ready.copy)
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
    place = engines.database(settings.storage.url)
    if not place.there():
        raise StoreError(f"there is no database at {place} yet: start `redress run` once")
    return keys_of(settings)[0]
