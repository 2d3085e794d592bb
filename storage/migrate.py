"""Bringing the tables to where this code wants them; needs no file but those of the package."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage import version
from storage.engines import database
from storage.errors import StoreBroken, StoreError
from storage.seal import Keys

if TYPE_CHECKING:
    from alembic.config import Config

PLACE = Path(__file__).parent / "migrations"
# Ours among the advisory locks of the database: "redress" in ASCII.
LOCK = "SELECT pg_advisory_xact_lock(32199629435401075)"


def migrate(url: str, keys: Keys) -> str:
    """Bring the database to this code's tables, all or nothing; returns the revision reached.

    Makes folder and file where there are none. Of several that start at once on a shared
    database one migrates, and the others wait and find it done. Raises SchemaTooNew when a newer
    Redress made the tables, StoreLocked when the file is in use and something is to be done,
    StoreBroken when the database does not answer.
    """
    place = database(url)
    lock = place.claim()
    engine = place.migrating(keys)
    try:
        with engine.begin() as c:
            run(c)
    except DBAPIError as error:
        if place.broke(error):
            raise StoreBroken(f"{place} does not answer: {error.orig}") from error
        raise
    finally:
        engine.dispose()
        if lock is not None:
            lock.close()
    return version.HEAD


def run(c: Connection) -> None:
    """Do all missing migrations within this connection's transaction."""
    if c.dialect.name == "postgresql":
        c.exec_driver_sql(LOCK)
    found = version.standing(c)
    version.refuse_newer(found)
    if found == version.HEAD:
        return
    # It takes 8 MiB and 0.1 s, and most starts find nothing to migrate.
    from alembic import command  # noqa: PLC0415

    command.upgrade(config(c), version.HEAD)
    if c.dialect.name == "sqlite" and c.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreError("a migration left rows that refer to nothing; nothing was changed")


def config(c: Connection) -> "Config":
    """Alembic's configuration without its file; env.py finds the connection in it."""
    from alembic.config import Config  # noqa: PLC0415  as above

    made = Config()
    made.set_main_option("script_location", str(PLACE).replace("%", "%%"))
    made.attributes["connection"] = c
    return made
