"""The terminal as a channel: no buttons, no edits; choices are typed by number or word."""

from collections.abc import Callable

from bot.channels.base import Capabilities, Message, Outcome, Owed, Request, Sent

Print = Callable[[str], None]


class Console:
    """Prints what the bot says. A file is named, not shown."""

    name: str = "console"
    capabilities: Capabilities = Capabilities(
        buttons=False, edits=False, typing=False, files=False, characters=0
    )

    def __init__(self, say: Print) -> None:
        self._say = say

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """The words as they stand; a terminal changes nothing that it has shown."""
        named = f"[{message.file.name}]" if message.file else ""
        text = "\n".join(part for part in (message.text, named) if part)
        return () if edit else (Request("print", {"text": text}),)

    async def send(self, owed: Owed) -> Outcome:
        """Print it, set apart from what the person types."""
        lines = str(owed.request.body.get("text", "")).splitlines()
        self._say("\n".join(("", *(f"  {line}" for line in lines), "")))
        return Sent(str(owed.id))
