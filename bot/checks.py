"""The checks of `redress doctor`: each looks at one thing and says how to mend it."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.config import ConfigError, Settings
from bot.config_reading import Read
from bot.house import catalogue_of
from bot.screen import Part
from dialogs.workdays import Workdays
from storage import copying, engines
from storage.errors import StoreError
from storage.seal import read_keys
from storage.version import HEAD

MIB = 1024 * 1024
LEAST_DISK = 500 * MIB
OLD = 300.0  # seconds that a message may wait before somebody should look
OK, WARN, FAIL = "OK", "WARN", "FAIL"


@dataclass(frozen=True, slots=True)
class Looked:
    """What the open database says. `oldest` seconds the longest waiting message has waited."""

    days: Workdays
    staff: int
    pending: int
    failed: int
    parked: int
    oldest: float


def of_files(read: Read, command: str) -> Iterator[Part]:
    """What can be seen without opening the database."""
    settings = read.settings
    yield _config(read)
    yield _guarded("keys", lambda: _keys(settings))
    yield _guarded("database", lambda: _database(settings, command))
    yield _folder(settings)
    yield _guarded("catalogue", lambda: _catalogue(settings))
    yield _disk(settings)


def of_database(looked: Looked, now: datetime, command: str) -> Iterator[Part]:
    """What the rows say."""
    year = now.year + 1
    if year in looked.days.confirmed_years:
        yield Part("calendar", OK, f"working days known to the end of {year}")
    else:
        words = f"{year} is not published yet; deadlines in it are provisional"
        yield Part("calendar", WARN, words, "update Redress once the holidays are published")
    if looked.staff:
        yield Part("staff", OK, f"{looked.staff} people")
    else:
        mend = f"{command} staff add NAME --role director"
        yield Part("staff", WARN, "nobody can sign in at the desk", mend)
    waits = f"{looked.pending} waiting, the oldest {looked.oldest:.0f} s; {looked.failed} failed"
    late = looked.oldest > OLD
    yield Part("outbox", WARN if late else OK, waits, "see telegram and server" if late else "")
    mend = f"{command} parked list" if looked.parked else ""
    said = f"{looked.parked} events could not be handled" if looked.parked else "none"
    yield Part("parked", WARN if looked.parked else OK, said, mend)


def _guarded(name: str, check: Callable[[], Part]) -> Part:
    """A check that cannot even look says why."""
    try:
        return check()
    except (ConfigError, StoreError, OSError) as error:
        return Part(name, FAIL, str(error), "mend what is said here")


def _config(read: Read) -> Part:
    variables = f"{len(read.variables)} variables" if read.variables else "no variables"
    if read.file is None:
        return Part("config", OK, f"no file, {variables}: everything has its default")
    if _open_to_others(read.file):
        words = f"{read.file} can be read by others, and may hold secrets"
        return Part("config", WARN, words, f"chmod 600 {read.file}")
    return Part("config", OK, f"{read.file}, {variables}")


def _keys(settings: Settings) -> Part:
    file = Path(settings.privacy.key_file)
    if not file.exists():
        if engines.database(settings.storage.url).there():
            mend = f"put your copy of it at {file}"
            return Part("keys", FAIL, f"{file} is missing, nothing personal can be read", mend)
        return Part("keys", OK, f"{file} is made at the first start")
    read_keys(file.read_bytes())
    if _open_to_others(file):
        return Part("keys", WARN, f"{file} can be read by others", f"chmod 600 {file}")
    return Part("keys", OK, f"{file}, 0600; keep a copy elsewhere")


def _database(settings: Settings, command: str) -> Part:
    place = engines.database(settings.storage.url)
    if not place.there():
        return Part("database", OK, f"{place} is made at the first start")
    if place.shared:
        return Part("database", OK, f"{place} answers")
    file = engines.file_of(settings.storage.url)
    if said := copying.damage(file):
        mend = f"move {file} away, then {command} restore FILE"
        return Part("database", FAIL, f"{file} is damaged: {said}", mend)
    found = copying.revision(file)
    if found != HEAD:
        words = f"its tables are at {found or 'nothing'}, this version wants {HEAD}"
        return Part("database", FAIL, words, f"{command} backup FILE, then {command} migrate")
    return Part("database", OK, f"{file}, revision {found}, {file.stat().st_size / MIB:.1f} MiB")


def _folder(settings: Settings) -> Part:
    folder = Path(settings.storage.attachments)
    if not folder.is_dir():
        return Part("files", OK, f"{folder} is made at the first start")
    if not os.access(folder, os.W_OK):
        return Part("files", FAIL, f"{folder} cannot be written to", f"chown -R $(id -u) {folder}")
    return Part("files", OK, f"{folder}")


def _catalogue(settings: Settings) -> Part:
    found = catalogue_of(settings.operator.catalog)
    name = settings.operator.catalog or "as shipped"
    return Part("catalogue", OK, f"{name}, {found.version}, {len(found.categories)} categories")


def _disk(settings: Settings) -> Part:
    place = _data(settings)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    said = f"{free / MIB / 1024:.1f} GiB free"
    low = free < LEAST_DISK
    return Part("disk", WARN if low else OK, said, "make room on the disk" if low else "")


def _open_to_others(file: Path) -> bool:
    return file.stat().st_mode & 0o077 != 0


def _data(settings: Settings) -> Path:
    """A folder on the disk that fills up."""
    if engines.database(settings.storage.url).shared:
        return Path(settings.storage.attachments)
    return engines.file_of(settings.storage.url).parent
