"""The calendar of planned outages, with a line for each act that can never be changed."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
HELD_TO = sa.text("cancelled_at IS NULL")
SQLITE = (
    "CREATE TRIGGER planned_entry_no_UPDATE BEFORE UPDATE ON planned_entry "
    "BEGIN SELECT RAISE(ABORT, 'planned_entry is append-only'); END",
    "CREATE TRIGGER planned_entry_no_DELETE BEFORE DELETE ON planned_entry "
    "BEGIN SELECT RAISE(ABORT, 'planned_entry is append-only'); END",
)
POSTGRESQL = (
    "CREATE TRIGGER planned_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
    "ON planned_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "planned",
        sa.Column("id", ID, nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("categories", sa.JSON(), nullable=False),
        sa.Column("starts", AT, nullable=False),
        sa.Column("ends", AT, nullable=False),
        sa.Column("announced_at", AT, nullable=True),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("added_at", AT, nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("cancelled_at", AT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned")),
    )
    op.create_index(
        "ix_planned_ends", "planned", ["ends"], sqlite_where=HELD_TO, postgresql_where=HELD_TO
    )
    _entries()


def _entries() -> None:
    op.create_table(
        "planned_entry",
        sa.Column("id", ID, nullable=False),
        sa.Column("planned", ID, autoincrement=False, nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("was", AT, nullable=True),
        sa.Column("became", AT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["planned"], ["planned.id"], name=op.f("fk_planned_entry_planned")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_planned_entry_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_entry")),
    )
    op.create_index(op.f("ix_planned_entry_planned_id"), "planned_entry", ["planned", "id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
