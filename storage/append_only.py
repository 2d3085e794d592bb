"""Rows that are written once: the database itself refuses to change or remove them.

A row may go with its ticket, once that is marked as removed in the same transaction: that is how
retention looks, and nothing else does.
"""

from sqlalchemy import DDL, MetaData, event

TABLES = ("timeline", "score")
FOREVER = ("workday_change", "planned_entry")  # rows of no ticket: they stay
REMOVED = "removed"  # the state of a ticket that is gone before its transaction ends

SQLITE = (
    "CREATE TRIGGER {table}_no_UPDATE BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "CREATE TRIGGER {table}_no_DELETE BEFORE DELETE ON {table} "
    "WHEN (SELECT state FROM ticket WHERE id = OLD.ticket) IS NOT 'removed' "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$",
    "CREATE OR REPLACE FUNCTION refuse_leaving() RETURNS trigger LANGUAGE plpgsql AS "
    "$$BEGIN IF EXISTS (SELECT 1 FROM ticket WHERE id = OLD.ticket AND state = 'removed') "
    "THEN RETURN OLD; END IF; RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$",
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER {table}_leaves_never BEFORE DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION refuse_leaving()",
)


SQLITE_FOREVER = (
    SQLITE[0],
    "CREATE TRIGGER {table}_no_DELETE BEFORE DELETE ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
POSTGRESQL_FOREVER = (
    POSTGRESQL[0],
    "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)


def refuse_changes(metadata: MetaData) -> None:
    """Let the triggers be made together with the tables."""
    for names, sqlite, postgresql in (
        (TABLES, SQLITE, POSTGRESQL),
        (FOREVER, SQLITE_FOREVER, POSTGRESQL_FOREVER),
    ):
        for name in names:
            for dialect, statements in (("sqlite", sqlite), ("postgresql", postgresql)):
                for one in statements:
                    _after(metadata, name, one, dialect)


def _after(metadata: MetaData, name: str, statement: str, dialect: str) -> None:
    made = DDL(statement.replace("{table}", name).replace("%", "%%"))  # type: ignore[no-untyped-call]
    event.listen(metadata.tables[name], "after_create", made.execute_if(dialect=dialect))
