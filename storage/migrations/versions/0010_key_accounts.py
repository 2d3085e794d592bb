"""Service numbers that staff put on the list of key accounts, and took off it again."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LISTED = sa.text("removed_at IS NULL")


def upgrade() -> None:
    """Add the list; a number stands on it once at a time."""
    op.create_table(
        "key_account",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_number", ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", ID, autoincrement=False, nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_by", ID, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name=op.f("fk_key_account_added_by")),
        sa.ForeignKeyConstraint(
            ["removed_by"], ["staff.id"], name=op.f("fk_key_account_removed_by")
        ),
        sa.ForeignKeyConstraint(
            ["service_number"], ["service_number.id"], name=op.f("fk_key_account_service_number")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_account")),
    )
    op.create_index(
        "ix_key_account_listed",
        "key_account",
        ["service_number"],
        unique=True,
        sqlite_where=LISTED,
        postgresql_where=LISTED,
    )
    op.create_index(op.f("ix_key_account_service_number"), "key_account", ["service_number"])
