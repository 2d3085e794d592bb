"""A channel that is not configured now: what is owed to its people is kept until it is."""

from collections.abc import Callable

from bot.channels.base import Capabilities, Halted, Message, Outcome, Owed, Request

Render = Callable[..., tuple[Request, ...]]


class Asleep:
    """Renders as the channel `name` would, and sends nothing."""

    def __init__(self, name: str, capabilities: Capabilities, render: Render) -> None:
        self.name, self.capabilities = name, capabilities
        self._render = render

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """The calls that will show `message` once the channel is on."""
        return self._render(message, edit=edit)

    async def send(self, _owed: Owed) -> Outcome:
        """Nothing leaves; delivery does not serve a channel that is off, and never asks."""
        return Halted("off")
