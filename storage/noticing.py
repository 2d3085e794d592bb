"""What changes a ticket's part in the figures is noted by the database itself, in the same commit.

So nothing that writes a ticket has to think of figures, and the hot path pays no statement: each
change leaves a row in `figure_due`, or counts up the one that is there.
"""

from sqlalchemy import DDL, MetaData, event

NOTED = (
    "INSERT INTO figure_due (ticket, times) VALUES ({it}, 1) "
    "ON CONFLICT (ticket) DO UPDATE SET times = figure_due.times + 1"
)
LOW = "NEW.kind = 'low_score' AND NEW.ticket IS NOT NULL"
# Table, which column of its row names the ticket, on what, and when.
WATCHED = (
    ("ticket", "id", ("INSERT", "UPDATE"), ""),
    ("survey", "ticket", ("INSERT",), ""),
    ("task", "ticket", ("INSERT", "UPDATE"), LOW),
)


def statements(dialect: str) -> list[tuple[str, str]]:
    """Each with the table that it belongs to, in order, for "sqlite" or "postgresql"."""
    if dialect == "sqlite":
        return [
            (table, _sqlite(table, column, what, only))
            for table, column, acts, only in WATCHED
            for what in acts
        ]
    return [
        one
        for table, column, acts, only in WATCHED
        for one in ((table, _function(table, column)), (table, _trigger(table, acts, only)))
    ]


def watch(metadata: MetaData) -> None:
    """Let the triggers be made together with the tables."""
    for dialect in ("sqlite", "postgresql"):
        for table, statement in statements(dialect):
            made = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            event.listen(metadata.tables[table], "after_create", made.execute_if(dialect=dialect))


def _sqlite(table: str, column: str, what: str, only: str) -> str:
    noted, when = NOTED.format(it=f"NEW.{column}"), f"WHEN {only} " if only else ""
    return f"CREATE TRIGGER {table}_figure_{what} AFTER {what} ON {table} {when}BEGIN {noted}; END"


def _function(table: str, column: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {table}_figure() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN {NOTED.format(it=f'NEW.{column}')}; RETURN NULL; END$$"
    )


def _trigger(table: str, acts: tuple[str, ...], only: str) -> str:
    when = f"WHEN ({only}) " if only else ""
    return (
        f"CREATE TRIGGER {table}_figure AFTER {' OR '.join(acts)} ON {table} "
        f"FOR EACH ROW {when}EXECUTE FUNCTION {table}_figure()"
    )
