"""The staff group: whose Telegram accounts work in it, its topics, the cards of tickets there."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing is in them until a group is connected."""
    _accounts()
    _topics()
    _cards()


def _accounts() -> None:
    op.create_table(
        "staff_account",
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("linked_at", AT, nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_staff_account_staff")),
        sa.PrimaryKeyConstraint("staff", name=op.f("pk_staff_account")),
        sa.UniqueConstraint("mark", name=op.f("uq_staff_account_mark")),
    )
    op.create_table(
        "account_link",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("expires", AT, nullable=False),
        sa.Column("used_at", AT, nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_account_link_staff")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_account_link")),
    )
    op.create_index(op.f("ix_account_link_staff"), "account_link", ["staff"])


def _topics() -> None:
    op.create_table(
        "group_topic",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=True),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_group_topic_chat")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_group_topic_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_topic")),
        sa.UniqueConstraint("chat", "subject", name=op.f("uq_group_topic_chat_subject")),
    )
    _some("group_topic", "ix_group_topic_chat_thread", "thread <> ''", "chat", "thread")
    _some("group_topic", "ix_group_topic_ticket", "ticket IS NOT NULL", "ticket")


def _cards() -> None:
    op.create_table(
        "staff_card",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("due", AT, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("topic", ID, autoincrement=False, nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("drawn", sa.Text(), nullable=False),
        sa.Column("own_message_id", sa.Text(), nullable=False),
        sa.Column("own_drawn", sa.Text(), nullable=False),
        sa.Column("fed", ID, nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_staff_card_ticket")),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_staff_card_chat")),
        sa.ForeignKeyConstraint(["topic"], ["group_topic.id"], name=op.f("fk_staff_card_topic")),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_staff_card")),
    )
    _some("staff_card", "ix_staff_card_due", "due IS NOT NULL", "chat", "due")
    message, own = "message_id <> ''", "own_message_id <> ''"
    _some("staff_card", "ix_staff_card_chat_message_id", message, "chat", "message_id")
    _some("staff_card", "ix_staff_card_chat_own_message_id", own, "chat", "own_message_id")
    _some("staff_card", "ix_staff_card_topic", "topic IS NOT NULL", "topic")


def _some(table: str, name: str, which: str, *columns: str) -> None:
    """An index on the few rows that have what is looked for."""
    where = sa.text(which)
    op.create_index(name, table, [*columns], sqlite_where=where, postgresql_where=where)
