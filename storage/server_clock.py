"""The clock of a shared database's server."""

from datetime import UTC, datetime

from sqlalchemy import Connection

READ = "SELECT clock_timestamp()"


def read(c: Connection) -> datetime:
    """What time it is there, in UTC."""
    found: datetime = c.exec_driver_sql(READ).scalar_one()
    return found.astimezone(UTC)
