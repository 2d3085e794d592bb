"""The checks of `redress doctor`: each looks at one thing and says how to mend it."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot import promises
from bot.config import ConfigError, Settings
from bot.config_reading import Read
from bot.house import catalogue_of
from bot.promises import FAIL, OK, WARN
from bot.screen import Part
from dialogs.catalogue.law import READ
from dialogs.workdays import Workdays
from storage import copying, engines
from storage.depth import Depth
from storage.errors import StoreError
from storage.seal import read_keys
from storage.version import HEAD

MIB = 1024 * 1024
LEAST_DISK = 500 * MIB
NO_DISK = 50 * MIB
OLD = 300.0  # seconds that a message may wait before somebody should look
LAG = 60.0  # seconds that a clock may be late
PUBLISHED = 11  # the month by which the State Council has published the next year's holidays
SKEW = 5.0  # seconds that clocks may be apart
SET_CLOCK = "timedatectl set-ntp true"


@dataclass(frozen=True, slots=True)
class Looked:
    """What the open database says. `there` is what its clock says at `now`, which is ours.

    `newest` is when the newest message was kept, `faults` what soundness found, `serving` whether
    a server runs beside us.
    """

    now: datetime
    there: datetime
    newest: datetime | None
    days: Workdays
    staff: int
    depth: Depth
    faults: Mapping[str, Sequence[object]]
    serving: bool
    unmanned: Sequence[str] = ()  # departments that tickets are sent to and in which nobody works


def of_files(read: Read, command: str) -> Iterator[Part]:
    """What can be seen without opening the database."""
    settings = read.settings
    yield _config(read)
    yield _guarded("keys", lambda: _keys(settings))
    yield _guarded("database", lambda: _database(settings, command))
    yield _folder(settings)
    yield _guarded("catalogue", lambda: _catalogue(settings))
    yield _guarded("law", lambda: _law(settings))
    yield _letters(settings, command)
    yield _disk(settings)


def of_database(looked: Looked, command: str) -> Iterator[Part]:
    """What the rows say."""
    yield _calendar(looked, command)
    if looked.staff:
        yield Part("staff", OK, f"{looked.staff} people")
    else:
        mend = f"{command} staff add NAME --role director"
        yield Part("staff", WARN, "nobody can sign in at the desk", mend)
    yield _routing(looked, command)
    yield _outbox(looked, command)
    count = looked.depth.parked
    mend = f"{command} parked list" if count else ""
    said = f"{count} events could not be handled" if count else "none"
    yield Part("parked", WARN if count else OK, said, mend)
    yield _clocks(looked, command)
    yield _time(looked)
    yield from promises.parts(looked.faults, serving=looked.serving, command=command)


def _calendar(looked: Looked, command: str) -> Part:
    """This year must be known, and from November on the next one as well."""
    this, known = looked.now.year, looked.days.confirmed_years
    wanted = (this, this + 1) if looked.now.month >= PUBLISHED else (this,)
    missing = [year for year in wanted if year not in known]
    if not missing:
        last = max(year for year in known if year >= this)
        return Part("calendar", OK, f"working days known to the end of {last}")
    year = missing[0]
    words = f"{year} is not confirmed; dates in it are told as provisional"
    mend = f"once it is published: {command} calendar import {year} FILE, calendar confirm {year}"
    return Part("calendar", WARN, words, mend)


def _routing(looked: Looked, command: str) -> Part:
    if not looked.unmanned:
        return Part("routing", OK, "somebody works wherever tickets are sent")
    first, words = looked.unmanned[0], ", ".join(looked.unmanned)
    mend = f"{command} staff add NAME --role handler --department {first}"
    return Part("routing", WARN, f"tickets go to {words}, where nobody works", mend)


def _outbox(looked: Looked, command: str) -> Part:
    """What is owed, and how long the oldest answer or notice has waited; a broadcast may."""
    depth = looked.depth
    owed = sum(line.length for line in depth.outbox.values())
    urgent = (line.oldest for name, line in depth.outbox.items() if name != "broadcast")
    oldest = max((_since(at, looked.now) for at in urgent if at), default=0.0)
    words = f"{owed} owed, the oldest {oldest:.0f} s; {depth.failed} given up"
    if depth.unreachable:
        words += f"; {depth.unreachable} people cannot be reached"
    if depth.failed:
        return Part("outbox", WARN, words, f"{command} outbox list")
    if oldest > OLD:
        return Part("outbox", WARN, words, f"{command} outbox list --state pending")
    return Part("outbox", OK, words)


def _clocks(looked: Looked, command: str) -> Part:
    late = {kind: _since(at, looked.now) for kind, at in looked.depth.due.items() if at}
    kind, oldest = max(late.items(), key=lambda one: one[1], default=("", 0.0))
    if oldest <= LAG:
        return Part("clocks", OK, "none is late")
    words = f"the oldest, of a {kind}, is {oldest:.0f} s late"
    if looked.serving:
        return Part("clocks", FAIL, words, f"stop the server, then {command} run")
    return Part("clocks", WARN, f"{words}: no server runs", f"{command} run")


def _time(looked: Looked) -> Part:
    """Whether this machine's clock agrees with the database's, and with what was kept before."""
    back = (looked.newest - looked.now).total_seconds() if looked.newest else 0.0
    if back > SKEW:
        words = f"this clock was set back: the newest message is of {back:.0f} s from now"
        return Part("time", FAIL, words, SET_CLOCK)
    apart = abs((looked.now - looked.there).total_seconds())
    if apart > SKEW:
        return Part("time", FAIL, f"{apart:.0f} s apart from the database's clock", SET_CLOCK)
    return Part("time", OK, "agrees with the database")


def _since(at: datetime, now: datetime) -> float:
    return max(0.0, (now - at).total_seconds())


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
    found = catalogue_of(settings.operator)
    name = settings.operator.catalog or f"of profile {settings.operator.profile}"
    return Part("catalogue", OK, f"{name}, {found.version}, {len(found.categories)} categories")


def _letters(settings: Settings, command: str) -> Part:
    """Whether a letter of appeal can name us as a regulator wants it."""
    operator = settings.operator
    named = {"operator.legal_name": operator.legal_name, "operator.address": operator.address}
    lacking = [key for key, value in named.items() if not value]
    if not lacking:
        return Part("letters", OK, f"appeals name {operator.legal_name}, {operator.address}")
    words = f"{' and '.join(lacking)} not set: letters of appeal leave room to write it"
    return Part("letters", WARN, words, f'{command} config set {lacking[0]} "…"')


def _law(settings: Settings) -> Part:
    """Which rules nobody has checked against the official text yet."""
    known = catalogue_of(settings.operator).laws
    unread = [f"{one.code} ({one.certainty})" for one in known.values() if one.certainty != READ]
    if not unread:
        return Part("law", OK, f"{len(known)} rules, each read in its official text")
    words = f"not read in the official text: {', '.join(unread)}"
    mend = f'have a lawyer check them, then certainty = "{READ}" in [[rule]] of your catalogue'
    return Part("law", WARN, words, mend)


def _disk(settings: Settings) -> Part:
    place = _data(settings)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    said = f"{free / MIB / 1024:.1f} GiB free"
    state = FAIL if free < NO_DISK else WARN if free < LEAST_DISK else OK
    return Part("disk", state, said, "" if state == OK else f"make room on the disk of {place}")


def _open_to_others(file: Path) -> bool:
    return file.stat().st_mode & 0o077 != 0


def _data(settings: Settings) -> Path:
    """A folder on the disk that fills up."""
    if engines.database(settings.storage.url).shared:
        return Path(settings.storage.attachments)
    return engines.file_of(settings.storage.url).parent
