"""Incidents, their history, and the words to all who are affected by one."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
RUNNING = sa.text("stage IN ('suspected', 'open') AND mark <> ''")
LIVE = sa.text("stage NOT IN ('closed', 'dismissed')")
UNFINISHED = sa.text("finished_at IS NULL")
CHILD = sa.text("incident IS NOT NULL")
MASS = sa.text("broadcast IS NOT NULL AND state <> 'sent'")


def _some(name: str, table: str, where: sa.TextClause, *columns: str, unique: bool = False) -> None:
    op.create_index(
        name, table, list(columns), unique=unique, sqlite_where=where, postgresql_where=where
    )


def upgrade() -> None:
    """Make the tables; a ticket and a row of the outbox may name what they belong to."""
    _incident()
    _entry()
    _broadcast()
    op.add_column("ticket", sa.Column("incident", ID, nullable=True))
    _some("ix_ticket_incident", "ticket", CHILD, "incident", "id")
    op.create_index(op.f("ix_ticket_category_opened_at"), "ticket", ["category", "opened_at"])
    op.add_column("outbox", sa.Column("broadcast", ID, nullable=True))
    _some("ix_outbox_broadcast", "outbox", MASS, "broadcast", "state")


def _incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("owner", ID, autoincrement=False, nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name=op.f("fk_incident_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("number", name=op.f("uq_incident_number")),
    )
    _some("ix_incident_running", "incident", RUNNING, "mark", unique=True)
    _some("ix_incident_live", "incident", LIVE, "stage")
    op.create_index(op.f("ix_incident_mark"), "incident", ["mark"])
    op.create_index(op.f("ix_incident_next_due"), "incident", ["next_due"])


def _entry() -> None:
    op.create_table(
        "incident_entry",
        sa.Column("incident", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident"], ["incident.id"], name=op.f("fk_incident_entry_incident")
        ),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_incident_entry_staff")),
        sa.PrimaryKeyConstraint("incident", "seq", name=op.f("pk_incident_entry")),
    )


def _broadcast() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", ID, nullable=False),
        sa.Column("incident", ID, autoincrement=False, nullable=False),
        sa.Column("news", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("cursor", ID, nullable=False),
        sa.Column("laid", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incident.id"], name=op.f("fk_broadcast_incident")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_broadcast_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )
    op.create_index(op.f("ix_broadcast_incident_id"), "broadcast", ["incident", "id"])
    _some("ix_broadcast_unfinished", "broadcast", UNFINISHED, "id")
