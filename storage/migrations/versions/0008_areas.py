"""Tickets go to the people of a province, and staff may work for some provinces alone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every ticket is for everybody as before, and so is everybody for every ticket."""
    # The defaults stay: to take them away SQLite would have to copy the tickets.
    op.add_column("ticket", sa.Column("area", sa.Text(), nullable=False, server_default=""))
    op.add_column("staff", sa.Column("areas", sa.JSON(), nullable=False, server_default="[]"))
