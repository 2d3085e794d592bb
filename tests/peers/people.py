"""People in the app: they write, tap, send, block; and see their chat as it stands.

A person acts on any server that keeps a World and hands updates to its bot. Nobody sleeps: who
waits for the bot is woken by its next message or edit.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeAlias

from tests.peers import updates
from tests.peers.arguments import Upload
from tests.peers.updates import Raw, Sender
from tests.peers.world import BLOCKED, Chat, Message, Press, World

Expected: TypeAlias = str | Callable[[Message], bool]


class Server(Protocol):
    """What people need of a server: its World, a place for files, and the way to the bot."""

    world: World

    async def hand_over(self, make: Callable[[int], Raw]) -> None:
        """Queue the update that `make` builds for an update id."""
        ...

    def keep(self, path: str, data: bytes, size: int | None = None) -> str:
        """Hold a file that a person sent; returns its file id."""
        ...


class Listener:
    """Somebody who reads a chat; each message of the bot, and each edit, is heard once."""

    def __init__(self, server: Server, raw: Raw) -> None:
        self._server, self._raw, self._heard = server, raw, 0

    @property
    def home(self) -> Chat:
        return self._server.world.chat(self._raw)

    @property
    def chat(self) -> list[Message]:
        """The messages as they stand now, oldest first."""
        return [self.home.messages[number] for number in sorted(self.home.messages)]

    @property
    def last(self) -> Message:
        """The newest message of the bot as it stands now."""
        return [message for message in self.chat if message.by_bot][-1]

    def transcript(self) -> str:
        return "\n".join(str(message) for message in self.chat)

    async def hears(
        self,
        expected: Expected = "",
        timeout: float = 5,  # noqa: ASYNC109 - a person's patience
    ) -> Message:
        """Wait for the next message or edit of the bot that holds this text or fits.

        What was passed over on the way counts as heard. AssertionError with the whole chat when
        nothing fitting comes in so many seconds.
        """
        try:
            async with asyncio.timeout(timeout):
                while (found := self._next(expected)) is None:
                    await self.home.bell.wait()
        except TimeoutError:
            wanted = repr(expected) if isinstance(expected, str) else "what was expected"
            raise AssertionError(f"never heard {wanted} in:\n{self.transcript()}") from None
        return found

    def _next(self, expected: Expected) -> Message | None:
        said = self.home.said
        for place in range(self._heard, len(said)):
            message = said[place]
            fits = expected in message.text if isinstance(expected, str) else expected(message)
            if fits:
                self._heard = place + 1
                return message
        return None


class Group(Listener):
    """A group chat with the bot in it, and who reads along there."""

    @property
    def id(self) -> int:
        return self.home.id

    def topic(self, name: str) -> int:
        """The thread of the topic whose name has these words; AssertionError if there is none."""
        found = [thread for thread, called in self.home.topics.items() if name in called]
        assert found, f"no topic {name!r} among {sorted(self.home.topics.values())}"
        return found[-1]

    def inside(self, thread: int) -> list[Message]:
        """What stands in a topic, oldest first."""
        return [one for one in self.chat if one.raw.get("message_thread_id") == thread]

    async def becomes_supergroup(self, *, forum: bool = False, told: bool = True) -> "Group":
        """Move to a new chat id; the old one answers with `migrate_to_chat_id`.

        Not `told`: the bot gets no message of it, and learns it by its next call alone.
        """
        old = self.home
        raw = old.raw | {"id": -1_000_000_000_000 + old.id, "type": "supergroup"}
        new = Group(self._server, raw | ({"is_forum": True} if forum else {}))
        old.moved, new.home.begun = new.home.id, True
        new.home.manages = old.manages
        if not told:
            return new
        world = self._server.world
        sender = Sender(1_087_968_824, "Group", "", group=old.raw)
        at, number = world.now(), world.next_message()
        content: Raw = {"migrate_to_chat_id": new.id}
        await self._server.hand_over(lambda id_: updates.message(id_, sender, content, number, at))
        return new


class Person(Listener):
    """One person with the app: acts in the private chat, or where `to` says."""

    def __init__(self, server: Server, sender: Sender) -> None:
        super().__init__(server, sender.chat())
        self.sender = sender

    @property
    def id(self) -> int:
        return self.sender.id

    async def says(
        self,
        text: str,
        to: Group | None = None,
        reply_to: Message | None = None,
        topic: int = 0,
    ) -> Message:
        """Write a message, a command too; in a topic of a forum."""
        content = updates.reply(text, reply_to.raw) if reply_to else updates.words(text)
        return await self.sends(content, to=to, topic=topic)

    async def sends(
        self, content: Raw, file: Upload | None = None, to: Group | None = None, topic: int = 0
    ) -> Message:
        """Send any content that the builders of `updates` make; in a topic of a forum."""
        if topic:
            content = self._in_topic(content, to, topic)
        world, sender = self._server.world, self._in(to)
        raw = updates.written(sender, content, world.next_message(), world.now())
        message = Message(raw, self.sender.name, file=file)
        chat = world.chat(sender.chat())
        chat.begun = True
        chat.show(message)
        if to is None or to.home.manages or heard_in_group(raw, world.bot):
            await self._server.hand_over(lambda id_: {"update_id": id_, "message": raw})
        return message

    def _in_topic(self, content: Raw, to: Group | None, topic: int) -> Raw:
        """Content in a topic: what answers nothing else there answers the topic's own head."""
        assert to is not None, "a topic of which group?"
        assert topic in to.home.topics, f"no topic {topic}"
        made = {"name": to.home.topics[topic], "icon_color": 7_322_096}
        head: Raw = {"message_id": topic, "chat": to.home.raw, "date": 0}
        inside: Raw = {"message_thread_id": topic, "is_topic_message": True}
        return {"reply_to_message": head | {"forum_topic_created": made}} | content | inside

    def _in(self, to: Group | None) -> Sender:
        own = self.sender
        group = to.home.raw if to else None
        return Sender(own.id, own.name, own.language, own.username, group)

    async def edits(self, text: str, message: Message) -> Message:
        """Rewrite an own message."""
        world = self._server.world
        update = updates.edited(0, message.raw, text, world.now())
        new = Message(update["edited_message"], self.sender.name, file=message.file)
        world.chats[int(message.raw["chat"]["id"])].show(new)
        await self._server.hand_over(lambda id_: update | {"update_id": id_})
        return new

    async def taps(
        self, button: str, message: Message | None = None, to: Group | None = None
    ) -> Press:
        """Press a button by its label or data: on this message as it was seen, else on the last
        one in the chat that has it. The data sent is what the bot put there.
        """
        chat = to.chat if to else self.chat
        shown, data = self._find(button, chat if message is None else [message])
        world, sender = self._server.world, self._in(to)
        press = world.press(data, int(shown.raw["chat"]["id"]))
        now = world.chats[press.chat].messages.get(shown.id, shown)
        await self._server.hand_over(
            lambda id_: updates.tap(id_, sender, data, now.raw, press.query)
        )
        return press

    def _find(self, button: str, chat: list[Message]) -> tuple[Message, str]:
        """The newest message with this button, and the button's data."""
        keys = [(message, one) for message in reversed(chat) for one in message.keys if one.data]
        exact = [(message, one) for message, one in keys if button in (one.label, one.data)]
        for message, one in exact or [pair for pair in keys if button in pair[1].label]:
            return message, one.data
        raise AssertionError(f"no button {button!r} in:\n{self.transcript()}")

    async def taps_keyboard(self, label: str, phone: str = "+8613400001234") -> Message:
        """Press a button of the reply keyboard: its words are sent, or the own contact."""
        found = [one for one in self.home.keyboard if one.label == label]
        assert found, f"no key {label!r} under the input field"
        if found[0].wants == "contact":
            return await self.shares_contact(phone)
        return await self.says(label)

    async def sends_photo(self, data: bytes, caption: str = "", group: str = "") -> Message:
        """Send a photo; those with the same `group` are one album."""
        file_id = self._server.keep("photos/photo.jpg", data)
        content = updates.photo(file_id, len(data), caption, group)
        return await self.sends(content, Upload("photo.jpg", data))

    async def sends_video(self, data: bytes, caption: str = "", group: str = "") -> Message:
        file_id = self._server.keep("videos/video.mp4", data)
        content = updates.video(file_id, len(data), caption, group)
        return await self.sends(content, Upload("video.mp4", data))

    async def sends_voice(self, data: bytes = b"OggS voice", seconds: int = 3) -> Message:
        file_id = self._server.keep("voice/voice.oga", data)
        return await self.sends(updates.voice(file_id, len(data), seconds))

    async def sends_document(
        self, name: str, data: bytes, caption: str = "", size: int | None = None
    ) -> Message:
        """Send a file; `size` bytes are declared where the data stands for a larger one."""
        file_id = self._server.keep(f"documents/{name}", data, size)
        told = len(data) if size is None else size
        content = updates.document(file_id, told, name, updates.mime(name), caption)
        return await self.sends(content, Upload(name, data))

    async def sends_sticker(self, emoji: str = "👍") -> Message:
        file_id = self._server.keep("stickers/sticker.webp", b"RIFF")
        return await self.sends(updates.sticker(file_id, emoji))

    async def shares_contact(self, phone: str, own: bool = True) -> Message:
        """Share the own contact card, or that of somebody else."""
        owner, name = (self.id, self.sender.name) if own else (self.id + 77, "Somebody")
        return await self.sends(updates.contact(phone, name, owner))

    async def sends_location(self, latitude: float, longitude: float) -> Message:
        return await self.sends(updates.location(latitude, longitude))

    async def blocks(self) -> None:
        """Block the bot: it is told, and its messages are refused with 403."""
        await self._lets_in(False)

    async def unblocks(self) -> None:
        await self._lets_in(True)

    async def _lets_in(self, welcome: bool) -> None:
        world = self._server.world
        self.home.barred = "" if welcome else BLOCKED
        at = world.now()
        await self._server.hand_over(
            lambda id_: updates.membership(id_, self.sender, world.bot, at, blocked=not welcome)
        )


def heard_in_group(raw: Raw, bot: Raw) -> bool:
    """Whether a bot in privacy mode gets this message: commands, mentions, replies to it."""
    text, answered = str(raw.get("text", "")), raw.get("reply_to_message", {})
    to_bot = answered.get("from", {}).get("id") == bot["id"]
    return text.startswith("/") or f"@{bot['username']}" in text or to_bot
