"""What the writer is handed: a function for its connection, and whoever waits for the commit."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection

from dialogs.model import Address
from storage.errors import StoreBroken, StoreClosed

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OfTicket:
    """The chat of the ticket of this id."""

    ticket: int


Lane: TypeAlias = "int | Address | OfTicket"  # a chat: its id, where it is held, or its ticket
Lanes: TypeAlias = Sequence[Lane]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a job returned."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """What a job raised."""

    error: BaseException


class Job(Generic[T]):
    """A function to be run on the connection, and the future that waits for its commit.

    `lanes` are the chats whose order it belongs to. `then` hears its result right after the
    commit, whether or not anybody still waits. A `quiet` one is no news to others.
    """

    __slots__ = ("future", "lanes", "outcome", "quiet", "then", "work")

    def __init__(
        self,
        work: Callable[[Connection], T],
        future: "asyncio.Future[T]",
        lanes: Lanes = (),
        then: Callable[[T], None] | None = None,
        quiet: bool = False,
    ) -> None:
        self.work = work
        self.future = future
        self.lanes = lanes
        self.then = then
        self.quiet = quiet
        self.outcome: Done[T] | Failed | None = None

    def run(self, connection: Connection) -> None:
        """Do the work; its exception goes up."""
        self.outcome = Done(self.work(connection))

    def broke(self, error: BaseException) -> None:
        """The database failed it: whoever waits is told so, in the driver's words."""
        broken = StoreBroken(str(getattr(error, "orig", None) or error))
        broken.__cause__ = error
        self.outcome = Failed(broken)

    def tell(self) -> None:
        """Say how it ended to `then`, and to the future if anybody still waits. On the loop only.

        A `then` that fails is a fault of ours and must not keep the others from hearing.
        """
        if self.then is not None and isinstance(self.outcome, Done):
            try:
                self.then(self.outcome.value)
            except Exception:
                log.exception("what follows a commit failed", extra={"action": "then_failed"})
        if self.future.done():
            return
        match self.outcome:
            case Done(value):
                self.future.set_result(value)
            case Failed(error):
                self.future.set_exception(error)
            case None:
                self.future.set_exception(StoreClosed("the store was closed"))


AnyJob: TypeAlias = Job[Any]
Waiting: TypeAlias = Callable[[], AnyJob | None]


class Commits(Protocol):
    """How jobs come to be committed, on one connection; called by the writer's thread alone.

    `commits` counts transactions, `jobs` what they held.
    """

    commits: int
    jobs: int

    def run(self, first: AnyJob, more: Waiting) -> list[AnyJob]:
        """Commit `first` together with more that wait; returns them all, each with its outcome."""
        ...

    def idle(self) -> None:
        """Nothing is to be done just now: the time to tidy up."""
        ...

    def close(self) -> None:
        """Let the connection go."""
        ...
