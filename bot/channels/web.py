"""The web chat as a channel: a message is in the log already; sending it is ringing the page."""

from collections.abc import AsyncIterator
from pathlib import Path

from bot import attachments
from bot.channels.base import (
    Button,
    Capabilities,
    FetchFailed,
    Message,
    Outcome,
    Owed,
    Request,
    Sent,
)
from bot.web.live import Hub, Ring
from dialogs.model import Json


class Web:
    """The chat page. What it shows is read from the outbox and the log, so a send cannot fail.

    `folder` is where people's files lie.
    """

    name: str = "web"
    capabilities: Capabilities = Capabilities(characters=0, resumable=True)

    def __init__(self, hub: Hub, folder: Path) -> None:
        self._hub, self._folder = hub, folder

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """One request whatever the length: text, rows of buttons, the card's name.

        A page knows nobody's number, so a button that asks for the contact is left out.
        """
        asked = (tuple(b for b in row if b.wants != "contact") for row in message.rows)
        rows: list[Json] = [[_button(button) for button in row] for row in asked if row]
        body: dict[str, Json] = {"text": message.text, "rows": rows, "card": message.card}
        return (Request("edit" if edit else "say", body, message.file),)

    async def send(self, owed: Owed) -> Outcome:
        """Ring the pages that are open; the others find it in the log."""
        editing = owed.request.method == "edit" and bool(owed.target)
        ring = Ring("edit" if editing else "message", str(owed.id))
        open_pages = self._hub.ring(owed.address.chat, ring)
        return Sent(str(owed.id), seen=open_pages > 0)

    async def answer(self, query: str, toast: str) -> None:
        """End the waiting of a press; `query` is "chat:press" as the page's tap made it."""
        chat, _, press = query.partition(":")
        self._hub.ring(chat, Ring("toast", press, toast))

    async def typing(self, chat: str) -> None:
        """Show that an answer is being written."""
        self._hub.typing(chat)

    async def fetch(self, ref: str, *, limit: int) -> AsyncIterator[bytes]:
        """The bytes of a file that a person sent: it lies in the folder. Raises FetchFailed."""
        size = 0
        try:
            async for chunk in attachments.read(self._folder, ref):
                size += len(chunk)
                if size > limit:
                    raise FetchFailed("too_large", lasting=True)
                yield chunk
        except FileNotFoundError:
            raise FetchFailed("gone", lasting=True) from None


def _button(button: Button) -> Json:
    return {"words": button.words, "data": button.data, "style": button.style}
