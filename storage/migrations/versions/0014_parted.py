"""A ticket that was split off from an incident is found by it."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SPLIT = sa.text("parted IS NOT NULL")


def upgrade() -> None:
    """Add the column; nothing was split off before there were incidents."""
    op.add_column("ticket", sa.Column("parted", ID, nullable=True))
    op.create_index(
        "ix_ticket_parted",
        "ticket",
        ["parted", "id"],
        sqlite_where=SPLIT,
        postgresql_where=SPLIT,
    )
