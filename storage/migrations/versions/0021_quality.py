"""Talks that sound like complaints and became none, and the cases of a month for training."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "suspect",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("first", ID, nullable=False),
        sa.Column("last", ID, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("signs", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("ended_at", AT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_suspect_chat")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_suspect_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspect")),
    )
    op.create_index(op.f("ix_suspect_chat_last"), "suspect", ["chat", "last"])
    op.create_index(op.f("ix_suspect_at"), "suspect", ["at"])
    op.create_index("ix_suspect_open", "suspect", ["at"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_table(
        "training_case",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_training_case_ticket")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_training_case_staff")),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_training_case")),
    )
    op.create_index(op.f("ix_training_case_month_at"), "training_case", ["month", "at"])
