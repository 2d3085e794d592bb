"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables, and refuse changes to what is append-only."""
    _house()
    _people()
    _traffic()
    _cases()
    _beside()
    for table in ("timeline", "score"):
        _append_only(table)


def _append_only(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _house() -> None:
    """Counters, settings, leases, the calendar."""
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", ID, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "idempotency",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_idempotency")),
    )
    op.create_index(op.f("ix_idempotency_at"), "idempotency", ["at"], unique=False)
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "workday",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("is_work", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("date", name=op.f("pk_workday")),
    )


def _people() -> None:
    """Staff, subscribers, their chats and their numbers."""
    op.create_table(
        "staff",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_table(
        "sign_in",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_sign_in_staff")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_sign_in")),
    )
    op.create_table(
        "desk_session",
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_desk_session_staff")),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_desk_session")),
    )
    op.create_table(
        "subscriber",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriber")),
    )
    op.create_table(
        "chat",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("address_mark", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("subscriber", ID, autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("chosen_language", sa.Boolean(), nullable=False),
        sa.Column("agreed", sa.Text(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notify", sa.Text(), nullable=False),
        sa.Column("surveys", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("reach", sa.Text(), nullable=False),
        sa.Column("resume", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["subscriber"], ["subscriber.id"], name=op.f("fk_chat_subscriber")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat")),
        sa.UniqueConstraint(
            "channel", "bot", "address_mark", name=op.f("uq_chat_channel_bot_address_mark")
        ),
    )
    op.create_index(op.f("ix_chat_resume"), "chat", ["resume"], unique=True)
    op.create_index(op.f("ix_chat_subscriber"), "chat", ["subscriber"], unique=False)
    op.create_table(
        "service_number",
        sa.Column("id", ID, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_number")),
        sa.UniqueConstraint("mark", name=op.f("uq_service_number_mark")),
    )
    op.create_table(
        "verification",
        sa.Column("subscriber", ID, autoincrement=False, nullable=False),
        sa.Column("service_number", ID, autoincrement=False, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_verification_chat")),
        sa.ForeignKeyConstraint(
            ["service_number"], ["service_number.id"], name=op.f("fk_verification_service_number")
        ),
        sa.ForeignKeyConstraint(
            ["subscriber"], ["subscriber.id"], name=op.f("fk_verification_subscriber")
        ),
        sa.PrimaryKeyConstraint("subscriber", "service_number", name=op.f("pk_verification")),
    )


def _traffic() -> None:
    """What comes in, where a conversation stands, what is owed."""
    op.create_table(
        "inbox",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_inbox_chat")),
        sa.PrimaryKeyConstraint("channel", "bot", "event", name=op.f("pk_inbox")),
    )
    op.create_index(
        "ix_inbox_open",
        "inbox",
        ["state", "received_at"],
        unique=False,
        sqlite_where=sa.text("state <> 'handled'"),
        postgresql_where=sa.text("state <> 'handled'"),
    )
    op.create_table(
        "session",
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_session_chat")),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_due_at"), "session", ["due_at"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("file", sa.JSON(), nullable=True),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("edits", ID, nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_outbox_chat")),
        sa.ForeignKeyConstraint(
            ["edits"], ["outbox.id"], name=op.f("fk_outbox_edits"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("chat", "seq", name=op.f("uq_outbox_chat_seq")),
    )
    op.create_index(
        op.f("ix_outbox_chat_message_id"), "outbox", ["chat", "message_id"], unique=False
    )
    op.create_index(op.f("ix_outbox_edits"), "outbox", ["edits"], unique=False)
    op.create_index(
        "ix_outbox_owed",
        "outbox",
        ["chat", "seq", "priority", "not_before"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
        postgresql_where=sa.text("state IN ('pending', 'sending', 'unknown')"),
    )
    op.create_table(
        "chat_queue",
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rest_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_chat_queue_chat")),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_chat_queue")),
    )
    op.create_index(
        op.f("ix_chat_queue_priority_due"), "chat_queue", ["priority", "due"], unique=False
    )


def _cases() -> None:
    """Tickets with their clocks, timeline and scores."""
    op.create_table(
        "ticket",
        sa.Column("id", ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("subscriber", ID, autoincrement=False, nullable=False),
        sa.Column("service_number", ID, autoincrement=False, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("subtype", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("owner", ID, autoincrement=False, nullable=True),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("district", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_step_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("repeat_of", ID, autoincrement=False, nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("personal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_ticket_chat")),
        sa.ForeignKeyConstraint(["owner"], ["staff.id"], name=op.f("fk_ticket_owner")),
        sa.ForeignKeyConstraint(["repeat_of"], ["ticket.id"], name=op.f("fk_ticket_repeat_of")),
        sa.ForeignKeyConstraint(
            ["service_number"], ["service_number.id"], name=op.f("fk_ticket_service_number")
        ),
        sa.ForeignKeyConstraint(
            ["subscriber"], ["subscriber.id"], name=op.f("fk_ticket_subscriber")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("number", name=op.f("uq_ticket_number")),
    )
    op.create_index(op.f("ix_ticket_chat_opened_at"), "ticket", ["chat", "opened_at"], unique=False)
    op.create_index(op.f("ix_ticket_next_due"), "ticket", ["next_due"], unique=False)
    op.create_index(op.f("ix_ticket_owner"), "ticket", ["owner"], unique=False)
    op.create_index(op.f("ix_ticket_service_number"), "ticket", ["service_number"], unique=False)
    op.create_index(
        op.f("ix_ticket_state_department"), "ticket", ["state", "department"], unique=False
    )
    op.create_table(
        "clock",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fired", sa.Integer(), nullable=False),
        sa.Column("next", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("stopped", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_clock_ticket")),
        sa.PrimaryKeyConstraint("ticket", "seq", name=op.f("pk_clock")),
    )
    op.create_table(
        "timeline",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("staff", ID, autoincrement=False, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=op.f("fk_timeline_staff")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_timeline_ticket")),
        sa.PrimaryKeyConstraint("ticket", "seq", name=op.f("pk_timeline")),
    )
    op.create_index(op.f("ix_timeline_move_at"), "timeline", ["move", "at"], unique=False)
    op.create_table(
        "score",
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("solved", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_score_ticket")),
        sa.PrimaryKeyConstraint("ticket", "seq", name=op.f("pk_score")),
    )
    op.create_table(
        "survey",
        sa.Column("id", ID, nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("subscriber", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscriber"], ["subscriber.id"], name=op.f("fk_survey_subscriber")
        ),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_survey_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_subscriber_at"), "survey", ["subscriber", "at"], unique=False)


def _beside() -> None:
    """What hangs on chats and tickets: files, tasks, held notices, the log."""
    op.create_table(
        "attachment",
        sa.Column("id", ID, nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=True),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("uploader", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_attachment_chat")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_attachment_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_chat"), "attachment", ["chat"], unique=False)
    op.create_index(op.f("ix_attachment_ticket"), "attachment", ["ticket"], unique=False)
    op.create_index(
        "ix_attachment_wanted",
        "attachment",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'wanted'"),
        postgresql_where=sa.text("state = 'wanted'"),
    )
    op.create_table(
        "task",
        sa.Column("id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=True),
        sa.Column("chat", ID, autoincrement=False, nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by", ID, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("fk_task_by")),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_task_chat")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_task_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(op.f("ix_task_chat"), "task", ["chat"], unique=False)
    op.create_index(
        "ix_task_open",
        "task",
        ["kind", "due_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    op.create_index(op.f("ix_task_ticket"), "task", ["ticket"], unique=False)
    op.create_table(
        "notice_held",
        sa.Column("id", ID, nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("args", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_notice_held_chat")),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_notice_held_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_held")),
    )
    op.create_index(op.f("ix_notice_held_due_at"), "notice_held", ["due_at"], unique=False)
    op.create_index(op.f("ix_notice_held_ticket"), "notice_held", ["ticket"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat", ID, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("ticket", ID, autoincrement=False, nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("outbox", ID, nullable=True),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("edited_from", ID, autoincrement=False, nullable=True),
        sa.Column("attachment", ID, autoincrement=False, nullable=True),
        sa.Column("staff_name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment"], ["attachment.id"], name=op.f("fk_message_attachment")
        ),
        sa.ForeignKeyConstraint(["chat"], ["chat.id"], name=op.f("fk_message_chat")),
        sa.ForeignKeyConstraint(
            ["edited_from"], ["message.id"], name=op.f("fk_message_edited_from")
        ),
        sa.ForeignKeyConstraint(
            ["outbox"], ["outbox.id"], name=op.f("fk_message_outbox"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"], name=op.f("fk_message_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
    )
    op.create_index(op.f("ix_message_chat_id"), "message", ["chat", "id"], unique=False)
    op.create_index(
        op.f("ix_message_chat_message_id"), "message", ["chat", "message_id"], unique=False
    )
    op.create_index(op.f("ix_message_outbox"), "message", ["outbox"], unique=False)
    op.create_index(op.f("ix_message_ticket_id"), "message", ["ticket", "id"], unique=False)
