"""Each chat's line stays, with its own pace; what came too fast waits; doubles are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'received'")
DUE = sa.text("due IS NOT NULL")


def upgrade() -> None:
    """Add the columns; chats that were owed something keep their place."""
    _inbox()
    _lines()
    op.create_index(op.f("ix_notice_held_chat"), "notice_held", ["chat"], unique=False)


def _inbox() -> None:
    with op.batch_alter_table("inbox") as table:
        table.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("doubles", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("inbox") as table:
        table.alter_column("doubles", server_default=None)
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["chat", "received_at"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )


def _lines() -> None:
    with op.batch_alter_table("chat_queue") as table:
        table.drop_index("ix_chat_queue_priority_due")
        table.add_column(sa.Column("channel", sa.Text(), nullable=False, server_default=""))
        table.add_column(
            sa.Column("parked", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("spacing", sa.Float(), nullable=False, server_default="0"))
        table.add_column(sa.Column("paced", sa.DateTime(timezone=True), nullable=True))
    queue = sa.table(
        "chat_queue",
        *(sa.column(name) for name in ("chat", "channel", "parked", "due")),
    )
    chat = sa.table("chat", sa.column("id"), sa.column("channel"))
    home = sa.select(chat.c.channel).where(chat.c.id == queue.c.chat).scalar_subquery()
    op.execute(queue.update().values(channel=home, parked=queue.c.due.is_(None)))
    with op.batch_alter_table("chat_queue") as table:
        for name in ("channel", "parked", "spacing"):
            table.alter_column(name, server_default=None)
    op.create_index(
        "ix_chat_queue_due",
        "chat_queue",
        ["channel", "priority", "due"],
        sqlite_where=DUE,
        postgresql_where=DUE,
    )
    op.create_index(
        "ix_chat_queue_next",
        "chat_queue",
        ["channel", "due"],
        sqlite_where=DUE,
        postgresql_where=DUE,
    )
