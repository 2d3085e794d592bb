"""A refusal that is older than the person's last words says nothing of them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add to each line the fence under which its person was last heard of."""
    with op.batch_alter_table("chat_queue") as table:
        table.add_column(sa.Column("heard", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("chat_queue") as table:
        table.alter_column("heard", server_default=None)
