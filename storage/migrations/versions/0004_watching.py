"""What was given up and who cannot be reached is found without reading every row."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

FAILED = sa.text("state = 'failed'")
PARKED = sa.text("parked")


def upgrade() -> None:
    """Add two small indexes."""
    op.create_index(
        "ix_outbox_failed", "outbox", ["id"], sqlite_where=FAILED, postgresql_where=FAILED
    )
    op.create_index(
        "ix_chat_queue_parked", "chat_queue", ["chat"], sqlite_where=PARKED, postgresql_where=PARKED
    )
