"""Indexes of the two busiest tables hold only the rows that somebody looks for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEXES = (
    (
        "message",
        "ix_message_ticket_id",
        "ix_message_ticket",
        ("ticket", "id"),
        "ticket IS NOT NULL",
    ),
    ("message", "ix_message_outbox", "ix_message_outbox", ("outbox",), "outbox IS NOT NULL"),
    ("outbox", "ix_outbox_edits", "ix_outbox_edits", ("edits",), "edits IS NOT NULL"),
    (
        "message",
        "ix_message_chat_message_id",
        "ix_message_chat_message_id",
        ("chat", "message_id"),
        "message_id <> ''",
    ),
)


def upgrade() -> None:
    """Make them anew; a chat's few messages on the way are found along the chat itself."""
    for table, old, new, columns, where in INDEXES:
        op.drop_index(old, table_name=table)
        here = sa.text(where)
        op.create_index(new, table, list(columns), sqlite_where=here, postgresql_where=here)
    op.drop_index("ix_outbox_chat_message_id", table_name="outbox")
