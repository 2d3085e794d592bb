"""One act on many tickets is a job, worked off ticket by ticket."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
WAITS = sa.text("state = ''")


def upgrade() -> None:
    """Add the jobs and their tickets."""
    op.create_table(
        "bulk_job",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("finished_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_bulk_job_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_job")),
    )
    op.create_index(op.f("ix_bulk_job_staff_id"), "bulk_job", ["staff", "id"])
    op.create_table(
        "bulk_item",
        sa.Column("job", ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ticket", ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["job"], ["bulk_job.id"], name=op.f("fk_bulk_item_job")),
        sa.PrimaryKeyConstraint("job", "place", name=op.f("pk_bulk_item")),
    )
    op.create_index(
        "ix_bulk_item_waiting",
        "bulk_item",
        ["job", "place"],
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
