"""Where a victim dies, and every name of production code that the harness wraps from outside.

They stand in this one table; a test says which of them is gone.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

Wrapped: TypeAlias = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Name:
    """A function of production code: its module, the class that has it, "" if none, its name."""

    module: str
    owner: str
    name: str

    def find(self) -> Callable[..., Any]:
        """The function as it is now; AttributeError says which name is gone."""
        found: Callable[..., Any] = getattr(self._home(), self.name)
        return found

    def put(self, other: Callable[..., Any]) -> None:
        """Let it be this one from now on."""
        setattr(self._home(), self.name, other)

    def _home(self) -> Any:
        module = import_module(self.module)
        return getattr(module, self.owner) if self.owner else module


TAKE = Name("bot.telegram_side", "TelegramSide", "_take")  # a batch of updates, until committed
DELIVER = Name("bot.delivery", "Delivery", "_deliver")  # a held row, until its outcome is known
ROUND = Name("bot.delivery", "Delivery", "_round")  # keeps what ended, claims what is owed
SEND = Name("bot.channels.telegram", "Telegram", "send")
ACCEPT = Name("storage.inbox", "", "accept")  # the event's number, and whether it is new
POST = Name("storage.outbox", "", "post")  # rows into the outbox, in the step's transaction
WIRE = Name("bot.channels.telegram_transport", "Wire", "__init__")

# point -> the async function it lies at, and whether before its call or after
POINTS: Mapping[str, tuple[Name, bool]] = {
    "before commit": (TAKE, True),
    "after commit, before the offset": (TAKE, False),
    "after claim": (DELIVER, True),
    "before send": (SEND, True),
    "after send": (SEND, False),
    "before mark": (DELIVER, False),
    "after mark": (ROUND, False),
}


def wrap(point: str, passed: Callable[[], None]) -> None:
    """Call `passed` each time that this point is passed from now on."""
    name, before = POINTS[point]
    inner: Wrapped = name.find()

    async def outer(*args: Any, **named: Any) -> Any:
        if before:
            passed()
        result = await inner(*args, **named)
        if not before:
            passed()
        return result

    name.put(outer)
