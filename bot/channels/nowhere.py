"""The channel of the demo's people: nobody is there, and every message arrives."""

from bot.channels.base import Capabilities, Message, Outcome, Owed, Request, Sent


class Nowhere:
    """Takes whatever is sent. It has buttons, so that the desk sees a chat as most people do."""

    name: str = "demo"
    capabilities: Capabilities = Capabilities()

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """One request for each message."""
        method = "edit" if edit else "say"
        return (Request(method, {"text": message.text}, message.file),)

    async def send(self, owed: Owed) -> Outcome:
        """It arrived."""
        return Sent(str(owed.id))
