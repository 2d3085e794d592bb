"""Whether a subscriber was asked for money on a home visit, as they say after the score."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of those who answered before, nothing is known."""
    paid = sa.Column("paid", sa.Text(), nullable=False, server_default="")
    op.add_column("score", paid)
    op.add_column("score", sa.Column("paid_minor", sa.Integer(), nullable=True))
