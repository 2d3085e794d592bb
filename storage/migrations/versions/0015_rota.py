"""Who works when, who stands in for whom, what was changed about staff; calls after a low score."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables; everybody is there at any time until somebody says otherwise."""
    _entry()
    _shift()
    _absence()
    _call_back()


def _names(table: str, column: str, of: str = "staff") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.id"], name=op.f(f"fk_{table}_{column}"))


def _to(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, ID, autoincrement=False, nullable=null)


def _entry() -> None:
    op.create_table(
        "staff_entry",
        sa.Column("id", ID, nullable=False),
        _to("staff"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _to("by", null=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("became", sa.Text(), nullable=False),
        _names("staff_entry", "staff"),
        _names("staff_entry", "by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_entry")),
    )
    op.create_index(op.f("ix_staff_entry_staff_id"), "staff_entry", ["staff", "id"])


def _shift() -> None:
    op.create_table(
        "shift",
        sa.Column("id", ID, nullable=False),
        _to("staff"),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        _names("shift", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_staff"), "shift", ["staff"])


def _absence() -> None:
    op.create_table(
        "absence",
        sa.Column("id", ID, nullable=False),
        _to("staff"),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        _to("stand_in", null=True),
        _to("added_by", null=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        _names("absence", "staff"),
        _names("absence", "stand_in"),
        _names("absence", "added_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_staff_starts"), "absence", ["staff", "starts"])
    op.create_index(op.f("ix_absence_ends"), "absence", ["ends"])


def _call_back() -> None:
    op.create_table(
        "call_back",
        sa.Column("id", ID, nullable=False),
        _to("ticket"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _to("staff", null=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.Column("in_time", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        _names("call_back", "ticket", "ticket"),
        _names("call_back", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_back")),
    )
    op.create_index(op.f("ix_call_back_ticket"), "call_back", ["ticket"])
    op.create_index(op.f("ix_call_back_at"), "call_back", ["at"])
