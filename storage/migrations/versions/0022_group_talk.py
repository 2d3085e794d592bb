"""What staff are about to say in the group, and when somebody there is to be called."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing is in them until somebody works in a group."""
    op.create_table(
        "staff_draft",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("outbox", ID, nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("after", ID, nullable=True),
        sa.Column("upto", ID, nullable=True),
        sa.Column("changed_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_staff_draft_chat")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_staff_draft_staff")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_staff_draft_ticket")),
        sa.ForeignKeyConstraint(
            ["outbox"], ["outbox.id"], name=op.f("fk_staff_draft_outbox"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_draft")),
    )
    op.create_index(op.f("ix_staff_draft_staff_chat"), "staff_draft", ["staff", "chat"])
    op.create_index(op.f("ix_staff_draft_ticket"), "staff_draft", ["ticket"])
    op.create_index(op.f("ix_staff_draft_changed_at"), "staff_draft", ["changed_at"])
    _some("staff_draft", "ix_staff_draft_outbox", "outbox IS NOT NULL", "outbox")
    op.create_table(
        "group_watch",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("due", AT, nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("called_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_group_watch_ticket")),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_group_watch")),
    )
    _some("group_watch", "ix_group_watch_due", "due IS NOT NULL", "due")


def _some(table: str, name: str, which: str, *columns: str) -> None:
    """An index on the few rows that have what is looked for."""
    where = sa.text(which)
    op.create_index(name, table, [*columns], sqlite_where=where, postgresql_where=where)
