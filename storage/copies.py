"""What is asked of either engine when the whole of it is copied, looked at, or put back."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Facts:
    """What a copy holds: its tables' revision, rows of each, paths of people's files."""

    revision: str
    rows: Mapping[str, int]
    files: Collection[str]


class Copies(Protocol):
    """The copies of one database. `engine` is its name in a backup."""

    @property
    def engine(self) -> str: ...

    @property
    def place(self) -> Path:
        """The folder where a copy that is to be loaded may lie meanwhile."""
        ...

    def size(self) -> int:
        """Bytes that a copy takes, about. Raises StoreError when there is no database."""
        ...

    def save(self, target: Path) -> Facts:
        """Copy the database, as one moment saw it, to the new file `target`. Raises StoreError."""
        ...

    def damage(self, copied: Path, revision: str, rows: Mapping[str, int]) -> str:
        """What is wrong with a copy that should have these tables and rows; "" if nothing."""
        ...

    def vacant(self) -> AbstractContextManager[None]:
        """Hold the place where there is no database yet. Raises StoreError when there is one."""
        ...

    def load(self, copied: Path) -> None:
        """Make the database out of a copy, whole or not at all; within `vacant`."""
        ...
