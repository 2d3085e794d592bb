"""What can go wrong in the cellar.

StoreError
├── StoreBroken     the disk or the database refused: nothing of the write was kept
├── StoreClosed     the store was closed before the write was done
├── StoreLocked     another process has the file
├── SchemaTooNew    a newer Redress made the file
├── SchemaTooOld    the file lacks a migration
├── SessionMoved    somebody else kept the session in between: do the step again
├── Unreadable      a stored value does not fit the words of this version
└── KeyFileError    the key file is not one of ours, or does not open what was sealed
"""


class StoreError(Exception):
    """Anything of the cellar's own."""


class StoreBroken(StoreError):
    """The disk or the database refused; nothing of the write was kept, ask again later."""


class StoreClosed(StoreError):
    """The store was closed before the write was done; nothing of it was kept."""


class StoreLocked(StoreError):
    """Another process has the file open as its own."""


class SchemaTooNew(StoreError):
    """The tables were made by a newer version of Redress than this one."""


class SchemaTooOld(StoreError):
    """The tables lack a migration; `redress migrate` brings it."""


class SessionMoved(StoreError):
    """The session was kept by somebody else since it was loaded; the step must be done again."""


class Unreadable(StoreError):
    """A stored value does not fit the words of this version."""


class KeyFileError(StoreError):
    """The key file is not one of ours, or it does not open what was sealed."""
