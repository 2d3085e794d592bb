"""A network of our own: takes what delivery sends, and ends each call as the test wants it."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.base import Capabilities, Message, Outcome, Owed, Request, Sent


@dataclass
class Postman:
    """A channel whose calls end as `endings` says, one after the other, then all arrive.

    `gate`, while it is closed, keeps every call on the wire. `most` calls were there at once.
    """

    name: str = "telegram"
    capabilities: Capabilities = field(default_factory=Capabilities)
    endings: deque[Outcome | Exception] = field(default_factory=deque)
    sent: list[Owed] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    on_the_wire: int = 0
    most: int = 0
    told: Callable[[Owed], None] = lambda _: None
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        method = "edit" if edit else "send"
        return (Request(method, {"text": message.text}, message.file),)

    async def send(self, owed: Owed) -> Outcome:
        self.on_the_wire += 1
        self.most = max(self.most, self.on_the_wire)
        self.sent.append(owed)
        self.told(owed)
        self.changed.set()
        try:
            await self.gate.wait()
        finally:
            self.on_the_wire -= 1
            self.changed.set()
        ending = self.endings.popleft() if self.endings else Sent(f"m{len(self.sent)}")
        if isinstance(ending, Exception):
            raise ending
        return ending

    async def busy(self, calls: int, *, sent: int = 0) -> None:
        """Wait until so many calls are on the wire, and at least `sent` were made."""
        async with asyncio.timeout(5):
            while self.on_the_wire != calls or len(self.sent) < sent:
                self.changed.clear()
                await self.changed.wait()

    @property
    def texts(self) -> list[object]:
        return [owed.request.body.get("text") for owed in self.sent]
