"""`redress migrate`, `redress backup`, `redress restore`."""

from pathlib import Path

from bot import backups
from bot.cli.calling import fail, plainly, read, say
from bot.opening import keys_of, prepare
from storage import engines
from storage.version import HEAD


def migrate(config: str) -> None:
    """Bring the tables to this version."""
    settings = read(config).settings
    with plainly():
        prepare(settings)
    say(f"the tables are at revision {HEAD}")


def backup(config: str, file: Path) -> None:
    """Copy everything but the keys into one tar file."""
    settings = read(config).settings
    database = engines.file_of(settings.storage.url)
    with plainly():
        keys_of(settings)
        kept = backups.make(database, Path(settings.storage.attachments), file)
    say(f"{file}: the database and {kept} files")
    say(f"not in it: the keys, {settings.privacy.key_file}. Keep a copy of them elsewhere; ")
    say("without them nobody reads the backup, and with them everybody who has it does")


def restore(config: str, file: Path, *, check: bool) -> None:
    """Put a backup back where there is nothing, or only look at it."""
    settings = read(config).settings
    database = engines.file_of(settings.storage.url)
    with plainly():
        found = backups.look(file)
        if found.damage:
            fail(f"redress: {file} is damaged: {found.damage}")
        if not check:
            backups.put_back(file, database, Path(settings.storage.attachments))
    say(f"{file} is whole: made {found.made}, {found.files} files")
    if not check:
        say(f"restored to {database}; the key file must be the one it was made with")
