"""`redress migrate`, `redress backup`, `redress restore`."""

from pathlib import Path

from bot import backups
from bot.cli.calling import fail, plainly, read, say
from bot.config import ConfigError, Settings
from bot.manifest import Manifest
from bot.opening import prepare
from storage.copies import Copies
from storage.copying import FileCopies
from storage.engines import database, file_of
from storage.pgdump import ServerCopies
from storage.postgres import PostgresDatabase
from storage.seal import Keys, read_keys
from storage.version import HEAD

COUNTED = {
    "ticket": "complaints",
    "timeline": "lines of their story",
    "message": "messages",
    "chat": "chats",
    "attachment": "files known",
}


def migrate(config: str) -> None:
    """Bring the tables to this version."""
    settings = read(config).settings
    with plainly():
        copy = prepare(settings).copy
    if copy:
        say(f"the database as it was before: {copy}")
    say(f"the tables are at revision {HEAD}")


def backup(config: str, file: Path) -> None:
    """Copy everything but the keys into one tar file."""
    settings = read(config).settings
    with plainly():
        keys = _keys(settings)
        folder = Path(settings.storage.attachments)
        made = backups.make(_copies(settings, keys), folder, file, keys)
    say(f"{file}: the database and {made.files} files")
    if made.missing:
        say(f"not in it: {made.missing} files that {folder} does not have any more")
    say(f"not in it: the keys, {settings.privacy.key_file} ({made.key}). Keep a copy of them")
    say("elsewhere: without them nobody reads the backup, and with them everybody who has it does")


def restore(config: str, file: Path, *, check: bool) -> None:
    """Put a backup back where there is nothing, or only look at it."""
    settings = read(config).settings
    with plainly():
        keys = _keys(settings)
        copies = _copies(settings, keys)
        found = backups.look(copies, file, keys)
        if found.damage:
            fail(f"redress: {file} is damaged: {found.damage}")
        if not check:
            backups.put_back(copies, Path(settings.storage.attachments), file)
    _tell(file, found.manifest, settings)
    if not check:
        say(f"restored to {database(settings.storage.url)}; start `redress run`")


def _tell(file: Path, made: Manifest, settings: Settings) -> None:
    say(f"{file} is whole: made {made.made}, {made.engine}, revision {made.revision}")
    counts = (f"{made.rows.get(name, 0):,} {words}" for name, words in COUNTED.items())
    say(f"{', '.join(counts)}; {made.files:,} files in it")
    if made.missing:
        say(f"{made.missing:,} files were gone already when it was made")
    say(f"{settings.privacy.key_file} opens it ({made.key})")


def _keys(settings: Settings) -> Keys:
    """The key file as it is: a new one would open nothing. Raises ConfigError, KeyFileError."""
    file = Path(settings.privacy.key_file)
    if not file.is_file():
        raise ConfigError(
            f"the key file {file} is missing: put your copy of it there (privacy.key_file); "
            "without it nobody reads a backup"
        )
    return read_keys(file.read_bytes())


def _copies(settings: Settings, keys: Keys) -> Copies:
    place = database(settings.storage.url)
    if isinstance(place, PostgresDatabase):
        return ServerCopies(place, keys)
    return FileCopies(file_of(settings.storage.url), keys)
