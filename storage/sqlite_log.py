"""The write-ahead log of a SQLite file, kept short.

SQLite folds it back into the file by itself, but begins it anew only in a moment in which nobody
reads from it; where one reader follows the other without a gap, that moment never comes and the
log grows without end (BYK/loreai#1221: 5.4 GB). So the writer waits for it, a tenth of a second,
once the log is long: whoever begins to read meanwhile no longer needs the log.
"""

import logging
import os
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

MIB = 1024 * 1024
BUSY_MILLISECONDS = 5_000  # that a statement waits for another process
WAIT_MILLISECONDS = 100  # that the writer waits for readers
LONG = 16 * MIB  # bytes; from here on it is to be begun anew
GROWN = 1.5  # after a try in vain it may grow by this: some readers stay long, a backup for one
OFTEN = 16  # commits between two looks at its length


class Log:
    """The log beside `file`. Called by the writer's thread between two transactions."""

    def __init__(self, file: Path) -> None:
        self._file = file.with_name(f"{file.name}-wal")
        self._left = OFTEN
        self._next = LONG

    def look(self, raw: Any) -> None:
        """Between two commits on this connection of the driver: see that the log stays short."""
        self._left -= 1
        if self._left:
            return
        self._left = OFTEN
        size = self._size()
        if size >= self._next:
            self._next = LONG if self.fold(raw) else int(size * GROWN)

    def fold(self, raw: Any) -> bool:
        """Fold it into the file and begin anew; False when readers kept it so long."""
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}")
        try:
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except Exception as error:
            log.warning("checkpoint failed: %s", error, extra={"action": "checkpoint"})
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
            cursor.close()
        return not busy

    def _size(self) -> int:
        try:
            return os.stat(self._file).st_size
        except FileNotFoundError:
            return 0
