"""Bringing the tables to where this code wants them; needs no file but those of the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage import engines, version
from storage.errors import StoreError
from storage.seal import Keys

PLACE = Path(__file__).parent / "migrations"


def migrate(url: str, keys: Keys) -> str:
    """Bring the database to this code's tables, all or nothing; returns the revision reached.

    Makes folder and file where there are none. Raises SchemaTooNew when a newer Redress made the
    tables, StoreLocked when the file is in use and something is to be done.
    """
    file = engines.file_of(url)
    with engines.claim_file(file):
        engine = engines.migrating(file, keys)
        try:
            with engine.begin() as c:
                run(c)
        finally:
            engine.dispose()
    return version.HEAD


def run(c: Connection) -> None:
    """Do all missing migrations within this connection's transaction."""
    found = version.standing(c)
    version.refuse_newer(found)
    if found == version.HEAD:
        return
    command.upgrade(config(c), version.HEAD)
    if c.dialect.name == "sqlite" and c.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreError("a migration left rows that refer to nothing; nothing was changed")


def config(c: Connection) -> Config:
    """Alembic's configuration without its file; env.py finds the connection in it."""
    made = Config()
    made.set_main_option("script_location", str(PLACE).replace("%", "%%"))
    made.attributes["connection"] = c
    return made
