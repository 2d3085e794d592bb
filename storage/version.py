"""Which tables this code was written for, and whether a database has them."""

from sqlalchemy import Column, Connection, MetaData, Table, Text, inspect, select

from storage.errors import SchemaTooNew, SchemaTooOld

# All that this code knows, oldest first; one file each in migrations/.
REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
    "0024",
    "0025",
    "0026",
)
HEAD = REVISIONS[-1]

_VERSION = Table("alembic_version", MetaData(), Column("version_num", Text))
_STANDING = select(_VERSION.c.version_num)


def standing(c: Connection) -> str:
    """The revision that the database is at, "" when it has no tables yet."""
    if not inspect(c).has_table("alembic_version"):
        return ""
    return c.execute(_STANDING).scalar() or ""


def check(c: Connection) -> None:
    """Pass when the tables fit; SchemaTooNew or SchemaTooOld says what to do when not."""
    found = standing(c)
    refuse_newer(found)
    if found != HEAD:
        raise SchemaTooOld(f"the tables are at {found or 'nothing'}, not {HEAD}: redress migrate")


def refuse_newer(found: str) -> None:
    """SchemaTooNew when the revision is none that this code knows."""
    if found and found not in REVISIONS:
        raise SchemaTooNew(
            f"the database is at revision {found}, this Redress knows {HEAD} at most: "
            "start the newer version, or restore a backup from before it"
        )
