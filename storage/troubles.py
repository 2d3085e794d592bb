"""What a database means when it refuses, in words that say what to do."""

# What SQLite and PostgreSQL say (sqlite.org/rescode.html, PostgreSQL's errcodes), in any case.
SAID = (
    ("disk is full", "the disk is full: make room, and all goes on by itself"),
    ("no space left", "the disk of the database is full: make room, and all goes on by itself"),
    ("readonly", "the database is read-only: see mount, owner and rights of its folder"),
    ("read-only", "the database is read-only: it is a standby, or was set so"),
    ("disk i/o error", "the disk failed: see the system's own log"),
    ("unable to open", "the database cannot be opened: see owner and rights of its folder"),
    ("malformed", "the database is damaged: stop, move it away, `redress restore` a backup"),
    ("not a database", "the database is damaged: stop, move it away, `redress restore` a backup"),
    ("locked", "another program holds the database: stop it"),
)


def explained(error: Exception) -> str:
    """Why nothing can be kept, and the database's own words behind it."""
    told = str(error).splitlines()[0] if str(error) else type(error).__name__
    lowered = told.lower()
    found = next((words for mark, words in SAID if mark in lowered), "")
    return f"{found} ({told})" if found else told
