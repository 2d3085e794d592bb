"""What tickets add to the figures, the sums by day, and which tickets are to be counted anew."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NOTED = (
    "INSERT INTO figure_due (ticket, times) VALUES ({it}, 1) "
    "ON CONFLICT (ticket) DO UPDATE SET times = figure_due.times + 1"
)
LOW = "NEW.kind = 'low_score' AND NEW.ticket IS NOT NULL"
WATCHED = (
    ("ticket", "id", ("INSERT", "UPDATE"), ""),
    ("survey", "ticket", ("INSERT",), ""),
    ("task", "ticket", ("INSERT", "UPDATE"), LOW),
)


def upgrade() -> None:
    """Add the tables and what fills the last; every ticket there is waits to be counted."""
    op.create_table(
        "addend",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("value", ID, nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_addend_ticket")),
        sa.PrimaryKeyConstraint("ticket", "measure", "key", "day", name=op.f("pk_addend")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_addend_measure_key_day_ticket"), "addend", ["measure", "key", "day", "ticket"]
    )
    op.create_table(
        "figure_day",
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", ID, nullable=False),
        sa.PrimaryKeyConstraint(
            "measure", "day", "category", "department", "key", name=op.f("pk_figure_day")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "figure_due",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_figure_due")),
    )
    for statement in _sqlite() if op.get_bind().dialect.name == "sqlite" else _postgresql():
        op.execute(statement)
    op.execute("INSERT INTO figure_due (ticket, times) SELECT id, 1 FROM ticket")


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_figure_{what} AFTER {what} ON {table} "
        f"{f'WHEN {only} ' if only else ''}BEGIN {NOTED.format(it=f'NEW.{column}')}; END"
        for table, column, acts, only in WATCHED
        for what in acts
    ]


def _postgresql() -> list[str]:
    made = []
    for table, column, acts, only in WATCHED:
        made += [
            f"CREATE OR REPLACE FUNCTION {table}_figure() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$BEGIN {NOTED.format(it=f'NEW.{column}')}; RETURN NULL; END$$",
            f"CREATE TRIGGER {table}_figure AFTER {' OR '.join(acts)} ON {table} "
            f"FOR EACH ROW {f'WHEN ({only}) ' if only else ''}EXECUTE FUNCTION {table}_figure()",
        ]
    return made
