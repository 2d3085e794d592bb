"""What was kept long enough can go: a ticket with its lines, and each row without a long look."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = ("timeline", "score")
NAMED_BY_FEW = (("message", "edited_from"), ("message", "attachment"), ("ticket", "repeat_of"))
NAMED = (("survey", "ticket"), ("verification", "service_number"))
SQLITE = (
    "DROP TRIGGER {table}_no_DELETE",
    "CREATE TRIGGER {table}_no_DELETE BEFORE DELETE ON {table} "
    "WHEN (SELECT state FROM ticket WHERE id = OLD.ticket) IS NOT 'removed' "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION refuse_leaving() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN IF EXISTS (SELECT 1 FROM ticket WHERE id = OLD.ticket AND state = 'removed') "
    "THEN RETURN OLD; END IF; RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$",
    "DROP TRIGGER {table}_append_only ON {table}",
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER {table}_leaves_never BEFORE DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_leaving()",
)


def upgrade() -> None:
    """Add indexes on what other rows name, and let lines go with their ticket, never alone."""
    for table, column in NAMED_BY_FEW:
        _index(table, column, sa.text(f"{column} IS NOT NULL"))
    for table, column in NAMED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    _index("attachment", "path", sa.text("path <> ''"))
    for table in APPEND_ONLY:
        for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
            op.execute(statement.replace("{table}", table))


def _index(table: str, column: str, where: sa.TextClause) -> None:
    op.create_index(
        f"ix_{table}_{column}", table, [column], sqlite_where=where, postgresql_where=where
    )
