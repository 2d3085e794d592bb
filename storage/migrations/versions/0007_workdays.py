"""Every change of a working day is noted; tasks are counted and gathered; digests are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOLD = sa.text("kind = 'deadline' AND NOT gathered")
SQLITE = (
    "CREATE TRIGGER workday_change_no_UPDATE BEFORE UPDATE ON workday_change "
    "BEGIN SELECT RAISE(ABORT, 'workday_change is append-only'); END",
    "CREATE TRIGGER workday_change_no_DELETE BEFORE DELETE ON workday_change "
    "BEGIN SELECT RAISE(ABORT, 'workday_change is append-only'); END",
)
POSTGRESQL = (
    "CREATE TRIGGER workday_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
    "ON workday_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)


def upgrade() -> None:
    """Add the tables and columns; a year with published days in it stays a confirmed one."""
    _changes()
    _years()
    _tasks()
    op.create_table(
        "digest",
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_digest_staff")),
        sa.PrimaryKeyConstraint("staff", "day", name=op.f("pk_digest")),
    )


def _changes() -> None:
    op.create_table(
        "workday_change",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("became", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_workday_change_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workday_change")),
    )
    op.create_index(
        op.f("ix_workday_change_year_id"), "workday_change", ["year", "id"], unique=False
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _years() -> None:
    op.create_table(
        "workday_year",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("seeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_workday_year")),
    )
    day = sa.table("workday", sa.column("date", sa.Date), sa.column("confirmed", sa.Boolean))
    published = op.get_bind().execute(sa.select(day.c.date).where(day.c.confirmed)).scalars()
    years = {one.year for one in published}
    made = sa.table("workday_year", *map(sa.column, ("year", "confirmed", "seeded")))
    op.bulk_insert(made, [{"year": one, "confirmed": True, "seeded": True} for one in years])
    with op.batch_alter_table("workday") as table:
        table.drop_column("confirmed")


def _tasks() -> None:
    with op.batch_alter_table("task") as table:
        table.add_column(sa.Column("count", sa.Integer(), nullable=False, server_default="1"))
        table.add_column(
            sa.Column("gathered", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("task") as table:
        for name in ("count", "gathered"):
            table.alter_column(name, server_default=None)
    op.create_index(
        "ix_task_told",
        "task",
        ["role", "created_at"],
        sqlite_where=TOLD,
        postgresql_where=TOLD,
    )
