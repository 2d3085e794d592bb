"""Each strictness of the fake server, violated once; and what a person sees of a bot."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from tests.peers.bot_api import FakeBotApi
from tests.peers.conftest import Client
from tests.peers.messages import SENDING
from tests.peers.people import Person
from tests.peers.settings import ASKING

BUTTON = {"text": "Go", "callback_data": "go"}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


async def test_a_wrong_token_is_unauthorized(bot: Client) -> None:
    bot.token = "1:wrong"
    assert await bot.error("getMe") == "401 Unauthorized"


async def test_an_unknown_method_is_not_found_and_an_unplayed_one_says_so(bot: Client) -> None:
    assert await bot.error("sendKisses") == "404 Not Found: method not found"
    assert "does not play sendDice yet" in await bot.error("sendDice", chat_id=1)


async def test_methods_are_known_in_any_case_and_by_get(api: FakeBotApi, bot: Client) -> None:
    assert (await bot.result("GETME"))["username"] == "redress_bot"
    async with bot.session.get(bot.url("getMe")) as response:
        assert (await response.json())["ok"]


async def test_a_bot_cannot_begin_a_chat(api: FakeBotApi, bot: Client) -> None:
    stranger = api.person("Bo")
    assert stranger.chat == []
    wanted = "400 Bad Request: chat not found"
    assert await bot.error("sendMessage", chat_id=stranger.id, text="Hi") == wanted
    assert await bot.error("sendMessage", chat_id="abc", text="Hi") == wanted
    assert await bot.error("sendMessage", text="Hi") == "400 Bad Request: chat_id is empty"
    assert await bot.error("getChat", chat_id=stranger.id) == wanted


async def test_who_blocks_the_bot_is_out_of_reach_until_unblocked(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    await ann.blocks()
    refused = await bot.error("sendMessage", chat_id=ann.id, text="Hi")
    assert refused == "403 Forbidden: bot was blocked by the user"
    await ann.unblocks()
    await bot.result("sendMessage", chat_id=ann.id, text="Hi")
    assert [update.raw for update in api.inbox.waiting][1]["my_chat_member"]["new_chat_member"][
        "status"
    ] == "kicked"


async def test_a_phone_number_is_asked_for_in_private_only(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    group = await api.group("Desk", ann)
    board = {"keyboard": [[{"text": "My number", "request_contact": True}]]}
    refused = await bot.error("sendMessage", chat_id=group.id, text="?", reply_markup=board)
    assert refused == "400 Bad Request: phone number can be requested in private chats only"
    await bot.result("sendMessage", chat_id=ann.id, text="?", reply_markup=board)
    shared = await ann.taps_keyboard("My number")
    assert shared.raw["contact"]["user_id"] == ann.id


async def test_only_a_change_of_an_own_message_is_an_edit(bot: Client, ann: Person) -> None:
    async def edit(message: int, text: str = "new", **more: Any) -> str:
        return await bot.error(
            "editMessageText", chat_id=ann.id, message_id=message, text=text, **more
        )

    sent = await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=keys(BUTTON))
    same = await edit(sent["message_id"], "a", reply_markup=json.dumps(keys(BUTTON)))
    assert same.startswith("400 Bad Request: message is not modified: specified new message")
    assert await edit(7) == "400 Bad Request: message to edit not found"
    assert await edit(ann.chat[0].id) == "400 Bad Request: message can't be edited"
    board = {"remove_keyboard": True}
    fixed = await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=board)
    assert await edit(fixed["message_id"]) == "400 Bad Request: message can't be edited"
    wrong = await edit(sent["message_id"], reply_markup=board)
    assert wrong == "400 Bad Request: inline keyboard expected"


async def test_an_edit_shows_in_place_and_without_a_keyboard_takes_it_away(
    bot: Client, ann: Person
) -> None:
    sent = await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=keys(BUTTON))
    target = {"chat_id": ann.id, "message_id": sent["message_id"]}
    await bot.result("editMessageReplyMarkup", **target, reply_markup=keys(BUTTON | {"text": "B"}))
    assert (ann.last.text, ann.last.keys[0].label) == ("a", "B")
    await bot.result("editMessageText", **target, text="b")
    assert (ann.last.text, ann.last.keys, ann.last.edited) == ("b", (), True)
    assert len(ann.chat) == 2


async def test_what_is_deleted_is_gone_and_old_messages_stay(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    sent = await bot.result("sendMessage", chat_id=ann.id, text="a")
    target = {"chat_id": ann.id, "message_id": sent["message_id"]}
    await bot.result("deleteMessage", **target)
    missing = "400 Bad Request: message to delete not found"
    assert await bot.error("deleteMessage", **target) == missing
    old = await bot.result("sendMessage", chat_id=ann.id, text="a")
    api.passes(48 * 3600 + 1)
    refused = await bot.error("deleteMessage", chat_id=ann.id, message_id=old["message_id"])
    assert refused == "400 Bad Request: message can't be deleted"


async def test_a_reply_needs_its_original(bot: Client, ann: Person) -> None:
    async def send(**reply: Any) -> dict[str, Any]:
        return await bot.ask("sendMessage", chat_id=ann.id, text="a", reply_parameters=reply)

    assert (await send(message_id=7))["description"].endswith("message to be replied not found")
    assert (await send(message_id=7, allow_sending_without_reply=True))["ok"]
    answered = await send(message_id=ann.chat[0].id)
    assert answered["result"]["reply_to_message"]["text"] == "/start"


async def test_a_press_is_answered_once_and_in_time(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=keys(BUTTON))
    press = await ann.taps("Go")
    await bot.result("answerCallbackQuery", callback_query_id=press.query, text="Right")
    assert (await press.answered()).text == "Right"
    assert await bot.error("answerCallbackQuery", callback_query_id=press.query) == TOO_OLD
    late = await ann.taps("go")
    api.passes(151)
    assert await bot.error("answerCallbackQuery", callback_query_id=late.query) == TOO_OLD
    assert "MESSAGE_TOO_LONG" in await bot.error(
        "answerCallbackQuery", callback_query_id=(await ann.taps("go")).query, text="a" * 201
    )


async def test_only_buttons_that_are_there_can_be_pressed(bot: Client, ann: Person) -> None:
    await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=keys(BUTTON))
    seen = ann.last
    with pytest.raises(AssertionError, match="no button 'Stop'"):
        await ann.taps("Stop")
    await bot.result("editMessageText", chat_id=ann.id, message_id=seen.id, text="b")
    with pytest.raises(AssertionError, match="no button 'Go'"):
        await ann.taps("Go")
    assert (await ann.taps("Go", seen)).data == "go"


async def test_an_unknown_action_is_refused(bot: Client, ann: Person) -> None:
    refused = await bot.error("sendChatAction", chat_id=ann.id, action="dancing")
    assert refused == "400 Bad Request: wrong parameter action in request"
    assert await bot.result("sendChatAction", chat_id=ann.id, action="typing")


async def test_a_call_is_the_same_as_json_form_and_multipart(bot: Client, ann: Person) -> None:
    plain = {"chat_id": str(ann.id), "text": "a", "reply_markup": json.dumps(keys(BUTTON))}
    parts = aiohttp.FormData(plain, default_to_multipart=True)
    for body in ({"json": plain}, {"data": plain}, {"data": parts}):
        async with bot.session.post(bot.url("sendMessage"), **body) as response:
            assert response.status == 200
    assert [message.text for message in ann.chat] == ["/start", "a", "a", "a"]
    assert all(message.keys[0].data == "go" for message in ann.chat[1:])


async def test_a_broken_body_is_refused(bot: Client) -> None:
    head = {"Content-Type": "application/json"}
    async with bot.session.post(bot.url("getMe"), data=b"{", headers=head) as response:
        assert response.status == 400


@pytest.mark.parametrize(
    "value", [None, True, -1, 2**70, 0.5, "", "x", "{", [], [[]], {}, {"a": 1}]
)
async def test_nothing_that_is_sent_breaks_the_server(
    bot: Client, ann: Person, value: object
) -> None:
    names = "chat_id message_id text reply_markup parse_mode reply_parameters entities document"
    more = "commands scope language_code callback_query_id action offset limit url allowed_updates"
    good = {"chat_id": ann.id, "text": "a", "message_id": ann.chat[0].id}
    for method in [*SENDING, *ASKING, "getUpdates", "setWebhook", "deleteWebhook"]:
        for name in [*names.split(), *more.split()]:
            answer = await bot.ask(method, **good | {name: value})
            assert answer.get("error_code", 200) < 500


async def test_files_go_both_ways(api: FakeBotApi, bot: Client, ann: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(ann.id), "caption": "Your file"})
    form.add_field("document", b"%PDF", filename="TS1.pdf", content_type="application/pdf")
    async with bot.session.post(bot.url("sendDocument"), data=form) as response:
        file_id = (await response.json())["result"]["document"]["file_id"]
    assert ann.last.file is not None
    assert (ann.last.text, ann.last.file.data) == ("Your file", b"%PDF")
    photo = await ann.sends_photo(b"\xff\xd8 photo", "the bill")
    held = await bot.result("getFile", file_id=photo.raw["photo"][-1]["file_id"])
    url = f"{api.base_url}/file/bot{api.token}/{held['file_path']}"
    async with bot.session.get(url) as response:
        assert await response.read() == b"\xff\xd8 photo"
    again = await bot.result("sendDocument", chat_id=ann.id, document=file_id)
    assert again["document"]["file_id"] == file_id


async def test_files_that_cannot_be_had_are_refused(bot: Client, ann: Person) -> None:
    assert await bot.error("getFile", file_id="x") == "400 Bad Request: invalid file_id"
    large = await ann.sends_document("film.bin", b"x", size=20 * 2**20 + 1)
    file_id = large.raw["document"]["file_id"]
    assert await bot.error("getFile", file_id=file_id) == "400 Bad Request: file is too big"
    missing = await bot.error("sendDocument", chat_id=ann.id)
    assert missing == "400 Bad Request: there is no document in the request"
    wrong = await bot.error("sendPhoto", chat_id=ann.id, photo="nothing")
    assert wrong == "400 Bad Request: wrong file identifier/HTTP URL specified"
    long = await bot.error("sendDocument", chat_id=ann.id, document=file_id, caption="a" * 1025)
    assert long == "400 Bad Request: message caption is too long"


async def test_flood_limits_name_the_seconds_to_wait(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    api.limits.on = True
    for _ in range(3):
        await bot.result("sendMessage", chat_id=ann.id, text="a")
    answer = await bot.ask("sendMessage", chat_id=ann.id, text="a")
    assert answer["error_code"] == 429
    wait = answer["parameters"]["retry_after"]
    assert answer["description"] == f"Too Many Requests: retry after {wait}"
    group = await api.group("Desk", ann)
    sent = [await bot.ask("sendMessage", chat_id=group.id, text="a") for _ in range(21)]
    assert [answer["ok"] for answer in sent] == [True] * 20 + [False]
    assert sent[-1]["parameters"]["retry_after"] > 50


async def test_the_bot_as_a_whole_has_30_messages_a_second(api: FakeBotApi, bot: Client) -> None:
    people = [api.person(f"P{number}") for number in range(31)]
    for one in people:
        await one.says("/start")
    api.limits.on = True
    api.limits.overall = 5  # the rule of 30 in small: a slow machine sends no 30 a second
    sent = [await bot.ask("sendMessage", chat_id=one.id, text="a") for one in people[:6]]
    assert [answer["ok"] for answer in sent] == [True] * 5 + [False]


async def test_a_group_that_became_a_supergroup_tells_its_new_id(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    group = await api.group("Desk", ann)
    new = await group.becomes_supergroup()
    answer = await bot.ask("sendMessage", chat_id=group.id, text="a")
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    await bot.result("sendMessage", chat_id=new.id, text="a")
    assert (await new.hears("a")).author == "bot"


async def test_in_groups_the_bot_hears_only_what_is_meant_for_it(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    group = await api.group("Desk", ann, forum=True)
    await ann.says("hello all", to=group)
    await ann.says("/queue", to=group)
    heard = [update.raw.get("message", {}).get("text") for update in api.inbox.waiting]
    assert heard == ["/start", None, "/queue"]
    lacking = await bot.error("createForumTopic", chat_id=group.id, name="TS1")
    assert lacking == "400 Bad Request: not enough rights to create a topic"
    group.home.manages = True
    topic = await bot.result("createForumTopic", chat_id=group.id, name="TS1")
    thread = topic["message_thread_id"]
    await bot.result("sendMessage", chat_id=group.id, text="a", message_thread_id=thread)
    lost = await bot.error("sendMessage", chat_id=group.id, text="a", message_thread_id=thread + 9)
    assert lost == "400 Bad Request: message thread not found"


async def test_a_person_hears_each_message_once_and_in_order(bot: Client, ann: Person) -> None:
    waiting = asyncio.create_task(ann.hears("second"))
    for text in ("first", "second", "second"):
        await bot.result("sendMessage", chat_id=ann.id, text=text)
    assert (await waiting).id < (await ann.hears("second")).id
    with pytest.raises(AssertionError, match="never heard 'second' in:\nAnn: /start\nbot: first"):
        await ann.hears("second", timeout=0)


async def test_the_log_holds_what_was_taken_and_what_was_turned_down(
    api: FakeBotApi, bot: Client, ann: Person
) -> None:
    await bot.result("sendMessage", chat_id=str(ann.id), text="a", reply_markup=json.dumps(keys()))
    await bot.error("sendMessage", chat_id=ann.id, text="")
    (call,) = api.sent("sendMessage", chat=ann.id)
    assert (call.text, call.body["reply_markup"]) == ("a", {"inline_keyboard": []})
    assert [turned.description for turned in api.refused] == ["Bad Request: message text is empty"]
