"""The queue reads indexes of what is open, what has ended and which clocks run, and no more."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ENDED = "('archived', 'closed', 'invalid', 'survey', 'withdrawn')"
SIFTED = ["state", "department", "area", "level", "category", "language"]


def upgrade() -> None:
    """Add the indexes."""
    _partial("ix_ticket_open", "ticket", ["owner", *SIFTED], f"state NOT IN {ENDED}")
    _partial("ix_ticket_over", "ticket", ["id", "owner", *SIFTED], f"state IN {ENDED}")
    running = "stopped IS NULL AND paused IS NULL"
    columns = ["ticket", "due", "rule", "stopped", "paused"]
    _partial("ix_clock_running", "clock", columns, running)


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    said = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=said, postgresql_where=said)
