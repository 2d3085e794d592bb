"""What outside bodies have of tickets, found by its dates, and drafts of our answers to them."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)
OPEN, HELD = sa.text("ended IS NULL"), sa.text("held")


def upgrade() -> None:
    """Add the tables; what was noted on a ticket before stands there as its first case."""
    op.create_table(
        "outside_case",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("received", AT, nullable=False),
        sa.Column("due", AT, nullable=True),
        sa.Column("answered", AT, nullable=True),
        sa.Column("ended", AT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("kept_until", AT, nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_outside_case_ticket")),
        sa.PrimaryKeyConstraint("ticket", "place", name=op.f("pk_outside_case")),
    )
    op.create_index(op.f("ix_outside_case_received"), "outside_case", ["received"])
    op.create_index(op.f("ix_outside_case_ended"), "outside_case", ["ended"])
    _partial("ix_outside_case_open", "due", OPEN)
    _partial("ix_outside_case_held", "kept_until", HELD)
    op.create_table(
        "body_reply",
        sa.Column("id", ID, nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("at", AT, nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("sent_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_body_reply_ticket")),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_body_reply_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_reply")),
    )
    op.create_index(op.f("ix_body_reply_ticket_place"), "body_reply", ["ticket", "place"])
    _noted_before()


def _partial(name: str, column: str, where: sa.TextClause) -> None:
    op.create_index(name, "outside_case", [column], sqlite_where=where, postgresql_where=where)


def _noted_before() -> None:
    known = sa.table(
        "ticket", sa.column("id", ID), sa.column("opened_at", AT), sa.column("body", sa.JSON)
    )
    clock = sa.table("clock", sa.column("ticket", ID), sa.column("rule"), sa.column("due", AT))
    wanted = clock.c.ticket == known.c.id, clock.c.rule == "REFERRED"
    due = sa.select(sa.func.max(clock.c.due)).where(*wanted).scalar_subquery()
    sent_on = known.c.body["referral"].as_string() != ""
    kind = sa.case((sent_on, "referral"), else_="appeal")
    found = sa.select(
        known.c.id, sa.literal(1), kind, known.c.opened_at, due, sa.literal(""), sa.true()
    ).where(known.c.body["appeal"].as_string() != "")
    names = ["ticket", "place", "kind", "received", "due", "outcome", "held"]
    case = sa.table("outside_case", *map(sa.column, names))
    op.execute(sa.insert(case).from_select(names, found))
