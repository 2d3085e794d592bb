"""What is on record beside the tickets: ends of services, consumption reminders that were sent."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables, and what an attachment shows where it was asked for."""
    op.create_table(
        "service_ending",
        sa.Column("id", ID, nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("announced_at", AT, nullable=True),
        sa.Column("ends_at", AT, nullable=False),
        sa.Column("added_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_ending")),
        sa.UniqueConstraint(
            "service", "places", "ends_at", name=op.f("uq_service_ending_service_places_ends_at")
        ),
    )
    op.create_index(op.f("ix_service_ending_ends_at"), "service_ending", ["ends_at"])
    _reminders()
    op.add_column("attachment", sa.Column("shows", sa.Text(), nullable=False, server_default=""))


def _reminders() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", ID, nullable=False),
        sa.Column("service_number", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("threshold", sa.Text(), nullable=False),
        sa.Column("sent_at", AT, nullable=False),
        sa.ForeignKeyConstraint(
            ["service_number"], ["service_number.id"], name=op.f("fk_reminder_service_number")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "service_number",
            "month",
            "kind",
            "threshold",
            "sent_at",
            name=op.f("uq_reminder_service_number_month_kind_threshold_sent_at"),
        ),
    )
    op.create_index(op.f("ix_reminder_month"), "reminder", ["month"])
    op.create_table(
        "reminder_month",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("loaded_at", AT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "month", name=op.f("pk_reminder_month")),
    )
