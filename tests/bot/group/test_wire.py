"""What goes to the group is what python-telegram-bot would have sent."""

from collections.abc import Awaitable, Callable
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    User,
)

from bot.channels.base import Button
from bot.channels.staff import look
from bot.channels.telegram_transport import Wire
from bot.group.saying import Words, rewrite, say
from bot.stage import Work
from storage import Connection
from tests.bot.group.room import Room
from tests.bot.telegram.recorder import Recorder, library
from tests.peers.bot_api import Call

Theirs = Callable[[Bot], Awaitable[object]]
PLAIN = LinkPreviewOptions(is_disabled=True)
BOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("认领", callback_data="v1:x:1:1:claim"),
            InlineKeyboardButton("打开", url="https://desk.example/desk/t/1"),
        ]
    ]
)
ROWS = (
    (Button("认领", "v1:x:1:1:claim"), Button("打开", "", url="https://desk.example/desk/t/1")),
)


async def as_the_library(calls: list[Call], theirs: list[Theirs]) -> None:
    recorder = Recorder()
    for one in theirs:
        try:
            await one(library(recorder))
        except (KeyError, TypeError, AttributeError):  # the recorder answers all with a message
            continue
    made = [(call.method, dict(call.body)) for call in calls]
    assert made == [(method, parameters) for method, parameters, _ in recorder.calls]


async def test_topics_are_made_named_closed_and_opened_as_the_library_does(room: Room) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.moves(made, "claim", chen)
    await room.draws()
    await room.moves(made, "done_without_proposal", chen, proof="换了光猫")
    await room.moves(made, "fixed")
    await room.draws()
    await room.moves(made, "reopen", reason="又断了")
    await room.draws()
    calls = room.drawn("createForumTopic", "closeForumTopic", "reopenForumTopic")
    group, own = room.group.id, room.group.topic((await room.ticket(made)).number)
    turned = [call.method for call in calls if call.method != "createForumTopic"]
    assert turned == ["closeForumTopic", "reopenForumTopic"]
    theirs: dict[str, Callable[..., Awaitable[object]]] = {
        "createForumTopic": lambda bot, name: bot.create_forum_topic(group, name),
        "closeForumTopic": lambda bot, name: bot.close_forum_topic(group, own),
        "reopenForumTopic": lambda bot, name: bot.reopen_forum_topic(group, own),
    }
    named = ((theirs[call.method], str(call.body.get("name", ""))) for call in calls)
    await as_the_library(calls, [partial(make, name=name) for make, name in named])


async def test_words_and_changes_are_sent_as_the_library_does(room: Room) -> None:
    await room.files("p1")
    await room.draws()
    topic, before = room.group.topic("网络维护部"), len(room.calls)
    words = Words("赵敏：这单超时了", ROWS, {"赵敏": "5100000001"})

    def put(c: Connection) -> None:
        work = Work(room.stage, c, room.now)
        say(work, room.chat, words, thread=str(topic), reply_to="101")

    await room.store.write(put)
    await room.settles()
    message = room.group.chat[-1].id

    def again(c: Connection) -> None:
        rewrite(Work(room.stage, c, room.now), room.chat, str(message), Words("好了", ROWS))

    await room.store.write(again)
    await room.settles()
    mention = MessageEntity("text_mention", 0, 2, user=User(5100000001, "赵敏", is_bot=False))
    await as_the_library(
        [call for _, call in room.calls[before:]],
        [
            lambda bot: bot.send_message(
                room.group.id,
                words.text,
                entities=[mention],
                link_preview_options=PLAIN,
                message_thread_id=topic,
                reply_markup=BOARD,
                reply_parameters=ReplyParameters(101, allow_sending_without_reply=True),
            ),
            lambda bot: bot.edit_message_text(
                "好了",
                room.group.id,
                message,
                link_preview_options=PLAIN,
                reply_markup=BOARD,
            ),
        ],
    )


async def test_the_group_is_looked_at_as_the_library_does(room: Room) -> None:
    before = len(room.api.accepted)
    await look(Wire(room.session, room.api.token, room.api.base_url), str(room.group.id))
    await as_the_library(
        room.api.accepted[before:],
        [
            lambda bot: bot.get_chat(room.group.id),
            lambda bot: bot.get_chat_member(room.group.id, int(room.bot)),
        ],
    )
