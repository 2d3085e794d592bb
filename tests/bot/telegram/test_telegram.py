"""The channel against a strict Bot API server: sending, answering, fetching, setting up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

import pytest

from bot.channels.base import (
    Button,
    Channel,
    FetchFailed,
    Gone,
    Halted,
    Later,
    Message,
    Moved,
    Outcome,
    Owed,
    Refused,
    Request,
    Sent,
    Unknown,
)
from bot.channels.telegram import Telegram
from bot.channels.telegram_setup import COMMANDS, Me, Trouble, Webhook
from bot.channels.telegram_transport import Wire, open_session
from dialogs.model import Address, Attached
from tests.bot.telegram.plain_server import says, serving
from tests.peers.bot_api import FakeBotApi

ROWS = ((Button("提交", "v1:d:1:1:submit", "success"), Button("Back", "v1:d:1:1:back")),)
ASKING = ((Button("Share my number", "-", wants="contact"), Button("Back", "-")),)
PAPER = Attached("confirmation", 7, "TS26110004277.pdf")
WORDS = {
    "zh-CN": dict.fromkeys(COMMANDS, "投诉"),
    "en": dict.fromkeys(COMMANDS, "complaint"),
}


async def paper(file: Attached) -> tuple[str, bytes]:
    return file.name, f"%PDF-1.7 of ticket {file.ticket}".encode()


@dataclass
class Desk:
    """A channel and the server behind it."""

    api: FakeBotApi
    channel: Telegram

    async def show(
        self, message: Message, chat: int, *, target: str = "", edit: bool = False
    ) -> list[Outcome]:
        calls = self.channel.requests(message, edit=edit)
        return [await self.send(call, chat, target=target) for call in calls]

    async def send(self, request: Request, chat: int, *, target: str = "") -> Outcome:
        address = Address("telegram", "7000000001", str(chat))
        row = Owed(id=1, chat=1, address=address, request=request, target=target, attempts=1)
        return await self.channel.send(row)


@asynccontextmanager
async def opened(token: str = "") -> AsyncIterator[Desk]:
    async with FakeBotApi() as api, open_session(api.base_url) as session:
        wire = Wire(session, token or api.token, api.base_url)
        yield Desk(api, Telegram(wire, paper, Random(1)))


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with opened() as desk:
        yield desk


async def begun(desk: Desk, name: str = "Ann") -> int:
    person = desk.api.person(name)
    await person.says("/start")
    return person.id


async def test_telegram_is_a_channel(desk: Desk) -> None:
    channel: Channel = desk.channel
    assert channel.name == "telegram"
    assert channel.capabilities.contact_button


async def test_a_message_and_its_buttons_arrive(desk: Desk) -> None:
    chat = await begun(desk)
    (told,) = await desk.show(Message(text="<b>你好</b> & 😀", rows=ROWS), chat)
    shown = desk.api.person("Ann").last
    assert told == Sent(str(shown.id))
    assert shown.text == "<b>你好</b> & 😀"
    assert [(key.label, key.data, key.style) for key in shown.keys] == [
        ("提交", "v1:d:1:1:submit", "success"),
        ("Back", "v1:d:1:1:back", ""),
    ]


async def test_a_card_is_edited_in_place_and_twice_is_no_error(desk: Desk) -> None:
    chat = await begun(desk)
    (first,) = await desk.show(Message(text="one", rows=ROWS, card="review"), chat)
    assert isinstance(first, Sent)
    for _ in range(2):
        (again,) = await desk.show(
            Message(text="two", card="review"), chat, target=first.message, edit=True
        )
        assert again == first
    assert desk.api.person("Ann").last.text == "two"


async def test_an_edit_without_a_target_is_a_message(desk: Desk) -> None:
    chat = await begun(desk)
    (told,) = await desk.show(Message(text="one", rows=ROWS), chat, edit=True)
    assert told == Sent(str(desk.api.person("Ann").last.id))


async def test_an_edit_that_cannot_be_offers_a_message_instead(desk: Desk) -> None:
    chat = await begun(desk)
    (asked,) = await desk.show(Message(text="Your number?", rows=ASKING), chat)
    assert isinstance(asked, Sent)
    for target in (asked.message, "999999"):
        (told,) = await desk.show(Message(text="two", rows=ROWS), chat, target=target, edit=True)
        assert isinstance(told, Refused)
        assert told.plain is not None
        assert isinstance(await desk.send(told.plain, chat), Sent)


async def test_the_contact_keyboard_goes_with_the_next_message_without_buttons(desk: Desk) -> None:
    chat = await begun(desk)
    await desk.show(Message(text="Your number?", rows=ASKING), chat)
    home = desk.api.person("Ann").home
    assert [key.wants for key in home.keyboard] == ["contact", ""]
    await desk.show(Message(text="Thank you"), chat)
    assert home.keyboard == ()


async def test_a_long_text_comes_in_parts_none_cut(desk: Desk) -> None:
    chat = await begun(desk)
    text = "\n".join(["不许截断。" * 60] * 30)
    told = await desk.show(Message(text=text, rows=ROWS), chat)
    assert len(told) == 3
    shown = [message for message in desk.api.person("Ann").chat if message.by_bot]
    assert "\n".join(message.text for message in shown) == text
    assert [len(message.keys) for message in shown] == [0, 0, 2]


async def test_a_file_is_made_when_it_is_sent(desk: Desk) -> None:
    chat = await begun(desk)
    (told,) = await desk.show(Message(text="您的确认书", rows=ROWS, file=PAPER), chat)
    shown = desk.api.person("Ann").last
    assert told == Sent(str(shown.id))
    assert shown.file is not None
    assert (shown.file.name, shown.file.data) == (PAPER.name, b"%PDF-1.7 of ticket 7")
    assert (shown.text, len(shown.keys)) == ("您的确认书", 2)


async def test_each_trouble_has_its_outcome(desk: Desk) -> None:
    chat = await begun(desk)
    message = Message(text="one", rows=ROWS)
    for kind, end in (
        ("429", Later),
        ("500", Unknown),
        ("502", Unknown),
        ("403", Gone),
        ("reset_before", Unknown),
        ("reset_after", Unknown),
        ("bad_json", Unknown),
    ):
        desk.api.fault("sendMessage", kind, seconds=3)
        (told,) = await desk.show(message, chat)
        assert isinstance(told, end), kind
    assert isinstance((await desk.show(message, chat))[0], Sent)


async def test_who_blocked_or_never_wrote_is_gone(desk: Desk) -> None:
    chat = await begun(desk)
    await desk.api.person("Ann").blocks()
    stranger = desk.api.person("Bob").id
    for one in (chat, stranger):
        (told,) = await desk.show(Message(text="one"), one)
        assert isinstance(told, Gone)


async def test_a_group_that_moved_says_where_to(desk: Desk) -> None:
    await begun(desk)
    group = await desk.api.group("Desk", desk.api.person("Ann"))
    new = await group.becomes_supergroup()
    (told,) = await desk.show(Message(text="one"), group.id)
    assert told == Moved(str(new.id))


async def test_a_topic_that_is_gone_is_left_out(desk: Desk) -> None:
    chat = await begun(desk)
    told = await desk.send(Request("sendMessage", {"text": "one", "message_thread_id": 9}), chat)
    assert isinstance(told, Refused)
    assert told.plain == Request("sendMessage", {"text": "one"})


async def test_a_wrong_token_halts() -> None:
    async with opened("7000000001:wrong") as desk:
        (told,) = await desk.show(Message(text="one"), 5)
        assert isinstance(told, Halted)


async def test_a_press_is_answered_once_and_a_late_answer_is_no_error(desk: Desk) -> None:
    chat = await begun(desk)
    await desk.show(Message(text="one", rows=ROWS), chat)
    press = await desk.api.person("Ann").taps("提交")
    await desk.channel.answer(press.query, "好" * 300, alert=True)
    toast = await press.answered()
    assert (toast.text, toast.alert) == ("好" * 200, True)
    await desk.channel.answer(press.query)
    assert [turned.method for turned in desk.api.refused] == ["answerCallbackQuery"]


async def test_typing_is_shown(desk: Desk) -> None:
    await desk.channel.typing(str(await begun(desk)))
    assert desk.api.sent("sendChatAction")[0].body["action"] == "typing"


async def fetched(desk: Desk, ref: str, limit: int = 20 * 2**20) -> bytes:
    return b"".join([chunk async for chunk in desk.channel.fetch(ref, limit=limit)])


async def test_a_persons_file_is_fetched_whole(desk: Desk) -> None:
    ref = desk.api.keep("documents/账单 7.pdf", b"x" * 150_000)
    assert await fetched(desk, ref) == b"x" * 150_000


async def test_a_file_that_cannot_be_had_says_why(desk: Desk) -> None:
    small = desk.api.keep("photos/1.jpg", b"x" * 11)
    large = desk.api.keep("videos/1.mp4", b"x", size=21 * 2**20)
    for ref, reason in ((small, "too_large"), (large, "too_large"), ("nothing", "gone")):
        with pytest.raises(FetchFailed) as told:
            await fetched(desk, ref, limit=10)
        assert (told.value.reason, told.value.lasting) == (reason, True)
    for method, kind in (("file", "reset_before"), ("getFile", "500")):
        desk.api.fault(method, kind, times=2)  # a download cut once is asked for again by itself
        with pytest.raises(FetchFailed) as told:
            await fetched(desk, small, limit=100)
        assert (told.value.reason, told.value.lasting) == ("network", False)


async def test_set_up_gives_every_language_its_menu(desk: Desk) -> None:
    assert await desk.channel.show_menus(WORDS, "zh-CN") is None
    assert await desk.channel.set_up() == Me("7000000001", "redress_bot", "Redress")
    menus = {
        call.body.get("language_code", ""): call.body["commands"]
        for call in desk.api.sent("setMyCommands")
    }
    assert sorted(menus) == ["", "en", "zh"]
    assert [entry["command"] for entry in menus["en"]] == list(COMMANDS)
    assert menus[""] == menus["zh"]
    assert menus["en"][0]["description"] == "complaint"
    assert desk.api.hook.url == ""


async def test_set_up_turns_the_webhook_on_and_off_and_keeps_what_waits(desk: Desk) -> None:
    await begun(desk)
    hook = Webhook("http://127.0.0.1:9/telegram/x", "s" * 32)
    assert isinstance(await desk.channel.set_up(hook), Me)
    assert (desk.api.hook.url, desk.api.hook.secret) == (hook.url, hook.secret)
    assert desk.api.inbox.allowed == {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    }
    assert isinstance(await desk.channel.set_up(), Me)
    assert desk.api.hook.url == ""
    assert len(desk.api.inbox.pending()) == 1


async def test_a_wrong_token_is_a_lasting_trouble() -> None:
    for token in ("7000000001:wrong", "7000000001:wr/ong", "7 1"):
        async with opened(token) as desk:
            told = await desk.channel.set_up()
            assert isinstance(told, Trouble)
            assert told.lasting
            assert token not in told.reason


async def test_a_refused_webhook_says_what_telegram_says(desk: Desk) -> None:
    told = await desk.channel.set_up(Webhook("ftp://nowhere", "s"))
    assert isinstance(told, Trouble)
    assert told.lasting
    assert told.reason.startswith("Telegram refuses: ")


@pytest.mark.parametrize("kind", ["500", "502", "429", "reset_before", "bad_json"])
async def test_a_network_trouble_at_set_up_does_not_last(desk: Desk, kind: str) -> None:
    desk.api.fault("getMe", kind)
    told = await desk.channel.set_up()
    assert isinstance(told, Trouble)
    assert not told.lasting
    assert isinstance(await desk.channel.set_up(), Me)


@pytest.mark.parametrize("kind", ["500", "429", "reset_before", "bad_json"])
async def test_menus_that_cannot_be_set_say_so(desk: Desk, kind: str) -> None:
    desk.api.fault("setMyCommands", kind)
    told = await desk.channel.show_menus(WORDS, "en")
    assert isinstance(told, Trouble)
    assert not told.lasting


async def test_many_chats_are_served_side_by_side(desk: Desk) -> None:
    chats = [await begun(desk, f"P{number}") for number in range(40)]
    told = await asyncio.gather(*(desk.show(Message(text="one"), chat) for chat in chats))
    assert all(isinstance(one, Sent) for (one,) in told)


async def test_a_server_of_another_kind_is_not_taken_for_telegram() -> None:
    async with serving(says(404, b"<html>")) as plain, open_session(plain.base_url) as session:
        channel = Telegram(Wire(session, "7:x", plain.base_url), paper, Random(1))
        told = await Desk(FakeBotApi(), channel).show(Message(text="one"), 5)
    assert isinstance(told[0], Unknown)
