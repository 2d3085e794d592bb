"""The staff group's channel: the same Bot API, a name, a pace and outcomes of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.base import Capabilities, Outcome, Owed, Refused, Sent
from bot.channels.telegram import Telegram
from bot.channels.telegram_transport import Answer, Wire
from bot.group.place import CHANNEL
from dialogs.model import Json

# Characters: a longer answer to a press, or one of several lines, is a box to be closed.
SHORT = 40
MAKES = "createForumTopic"
EDITS = "editMessageText"
# A topic that is as it was to become.
STANDS = ("topic_not_modified", "topic_not_changed")


@dataclass(frozen=True, slots=True)
class Group:
    """What Telegram says of the group: whether it has topics, and whether we may manage them.

    `member` is our standing there ("administrator", "member", "left", "kicked", …).
    """

    forum: bool
    manages: bool
    member: str
    title: str = ""


class Staff(Telegram):
    """The bot that serves the group, as a channel apart from the subscribers' one."""

    name: str = CHANNEL
    capabilities: Capabilities = Telegram.capabilities

    async def send(self, owed: Owed) -> Outcome:
        """Post one row. Edits carry the message's id themselves, or delivery knows it; topics are
        made and closed too."""
        request = owed.request
        edits = request.method == EDITS and "message_id" not in request.body
        if request.file is not None or edits:
            return await super().send(owed)
        body = {"chat_id": int(owed.address.chat), **request.body}
        reply = await self._wire.post(request.method, body)
        if isinstance(reply, Answer) and reply.ok and request.method == MAKES:
            return Sent(_thread(reply.result))
        ended = self._outcome(reply, owed)
        if isinstance(ended, Refused) and any(one in ended.reason.lower() for one in STANDS):
            return Sent()
        return ended

    async def answer(self, query: str, text: str = "", *, alert: bool = False) -> float | None:
        """End the waiting of a press; words that take a moment to read stand until closed."""
        return await super().answer(query, text, alert=alert or len(text) > SHORT or "\n" in text)


async def look(wire: Wire, chat: str) -> Group | str:
    """What Telegram says of the group; why it does not, in words for the operator."""
    said = await wire.post("getChat", {"chat_id": int(chat)})
    me = await wire.post("getChatMember", {"chat_id": int(chat), "user_id": int(wire.id)})
    for reply in (said, me):
        if not isinstance(reply, Answer):
            return f"Telegram cannot be reached ({reply.reason})"
        if not reply.ok:
            return reply.description or f"Telegram answered {reply.status}"
    group = said.result if isinstance(said, Answer) else None
    member = me.result if isinstance(me, Answer) else None
    return _group(
        group if isinstance(group, dict) else {}, member if isinstance(member, dict) else {}
    )


def _group(chat: Mapping[str, Json], member: Mapping[str, Json]) -> Group:
    status = str(member.get("status", ""))
    return Group(
        forum=chat.get("is_forum") is True,
        manages=status == "creator" or member.get("can_manage_topics") is True,
        member=status,
        title=str(chat.get("title", "")),
    )


def _thread(result: Json) -> str:
    """The id of a topic that was made."""
    found = result.get("message_thread_id") if isinstance(result, dict) else None
    return "" if found is None else str(found)
