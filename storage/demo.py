"""The demo's tickets: told by their chats, whose bot is "demo"; removable without a trace."""

from sqlalchemy import Connection, func, select

from storage.schema import chat, ticket

BOT = "demo"
COUNT = (
    select(func.count()).select_from(ticket).join(chat, chat.c.id == ticket.c.chat)
    .where(chat.c.bot == BOT)
)  # fmt: skip


def count(c: Connection) -> int:
    """How many tickets of the demo there are."""
    found: int = c.execute(COUNT).scalar_one()
    return found
