"""Corrective actions with the tickets that they stand for, and the inspections of stores."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
OWED = sa.text("stage = 'owed'")
OF_INCIDENT = sa.text("incident IS NOT NULL")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "corrective",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("incident", ID, autoincrement=False, nullable=True),
        sa.Column("owner", ID, autoincrement=False, nullable=True),
        sa.Column("opened_at", AT, nullable=False),
        sa.Column("due_at", AT, nullable=True),
        sa.Column("next_due", AT, nullable=True),
        sa.Column("closed_at", AT, nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name=op.f("fk_corrective_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective")),
        sa.UniqueConstraint("number", name=op.f("uq_corrective_number")),
    )
    op.create_index(
        "ix_corrective_incident",
        "corrective",
        ["incident"],
        unique=True,
        sqlite_where=OF_INCIDENT,
        postgresql_where=OF_INCIDENT,
    )
    op.create_index(
        "ix_corrective_owed", "corrective", ["mark"], sqlite_where=OWED, postgresql_where=OWED
    )
    op.create_index(op.f("ix_corrective_stage_due_at"), "corrective", ["stage", "due_at"])
    op.create_index(op.f("ix_corrective_next_due"), "corrective", ["next_due"])
    op.create_index(op.f("ix_corrective_closed_at"), "corrective", ["closed_at"])
    op.create_table(
        "corrective_ticket",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("corrective", ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["corrective"], ["corrective.id"], name=op.f("fk_corrective_ticket_corrective")
        ),
        sa.ForeignKeyConstraint(
            ["ticket"], ["ticket.id"], name=op.f("fk_corrective_ticket_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_corrective_ticket")),
    )
    op.create_index(
        op.f("ix_corrective_ticket_corrective_ticket"),
        "corrective_ticket",
        ["corrective", "ticket"],
    )
    op.create_table(
        "corrective_entry",
        sa.Column("corrective", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrective"], ["corrective.id"], name=op.f("fk_corrective_entry_corrective")
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_corrective_entry_staff")),
        sa.PrimaryKeyConstraint("corrective", "seq", name=op.f("pk_corrective_entry")),
    )
    op.create_index(op.f("ix_corrective_entry_act_at"), "corrective_entry", ["act", "at"])
    op.create_table(
        "store_inspection",
        sa.Column("id", ID, nullable=False),
        sa.Column("store", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("inspector", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_store_inspection_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store_inspection")),
    )
    op.create_index(op.f("ix_store_inspection_day_store"), "store_inspection", ["day", "store"])
