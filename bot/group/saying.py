"""Laying requests for the staff group in the outbox: words for people there, and its view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.channels.base import Button, Message
from bot.channels.telegram_rendering import requests
from bot.stage import Work
from dialogs.model import Json
from storage import chats, outbox
from storage.outbox import ANSWER, NewRow

EDIT = "editMessageText"
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is said there: plain text with rows of buttons.

    `mentions`: Telegram ids (of linked accounts) by the words that name them in the text; they are
    told of it.
    """

    text: str
    rows: Rows = ()
    mentions: Mapping[str, str] = field(default_factory=dict)


def say(  # noqa: PLR0913  who says something says what, where, to what and how urgently
    work: Work,
    chat: int,
    words: Words,
    *,
    thread: str = "",
    reply_to: str = "",
    priority: int = ANSWER,
) -> tuple[int, ...]:
    """Say this in a chat of the staff channel (the group, or somebody's private chat with its bot).

    `thread` is the topic ("" General), `reply_to` the message answered. Nothing of it is coalesced:
    it is for answers to what people do there. Returns the ids of the outbox rows.
    """
    return _post(work, chat, rows_of(words, thread, reply_to, priority))


def rewrite(work: Work, chat: int, message: str, words: Words) -> tuple[int, ...]:
    """Change a message of ours in the group in place, as an answer to who pressed it."""
    return _post(work, chat, [edit(message, words)])


def change(work: Work, chat: int, stands: tuple[int, str], words: Words, thread: str) -> None:
    """Change a message of ours that may still be on its way.

    It `stands` by the row of the outbox that brings it, and the message's id, "" while none is
    known. A newer change takes the place of one that still waits; a message that was deleted is
    said again, in this topic.
    """
    row, message = stands
    made = edit(message, words) if message else _edit(words)
    body = {**made.body, **({"message_thread_id": int(thread)} if thread else {})}
    _post(work, chat, [NewRow(method=EDIT, body=body, card=f"said:{row}", edits=row)])


def rows_of(words: Words, thread: str, reply_to: str, priority: int = ANSWER) -> list[NewRow]:
    """The rows that say it; more than one where it is too long for one message."""
    extra: dict[str, Json] = {}
    if thread:
        extra["message_thread_id"] = int(thread)
    if reply_to:
        extra["reply_parameters"] = {
            "message_id": int(reply_to),
            "allow_sending_without_reply": True,
        }
    made = requests(Message(text=words.text, rows=words.rows, card="staff"), edit=False)
    return [
        NewRow(method=one.method, body={**_told(one.body, words), **extra}, priority=priority)
        for one in made
    ]


def edit(message: str, words: Words) -> NewRow:
    """The row that changes this message of ours; what is too long for one is cut to one."""
    return replace(_edit(words), body={**_edit(words).body, "message_id": int(message)})


def _edit(words: Words) -> NewRow:
    """The same for a message that delivery knows."""
    last = requests(Message(text=words.text, rows=words.rows, card="staff"), edit=True)[-1]
    return NewRow(method=EDIT, body=_told(last.body, words))


def _told(body: Mapping[str, Json], words: Words) -> dict[str, Json]:
    """With the people named in it linked, so that Telegram tells them."""
    text = str(body["text"])
    entities: list[Json] = [
        {
            "type": "text_mention",
            "offset": _units(text[: text.index(name)]),
            "length": _units(name),
            "user": {"id": int(account), "is_bot": False, "first_name": name},
        }
        for name, account in words.mentions.items()
        if name in text
    ]
    return {**body, "entities": entities} if entities else dict(body)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def with_file(row: NewRow, method: str, file: Mapping[str, Json]) -> NewRow:
    """The row as a file with its words as the caption."""
    body = {("caption" if key == "text" else key): part for key, part in row.body.items()}
    body.pop("link_preview_options", None)
    return replace(row, method=method, body=body, file=file)


def post(work: Work, chat: int, row: NewRow) -> None:
    """Lay one request for a chat of the staff channel in the outbox."""
    _post(work, chat, [row])


def _post(work: Work, chat: int, rows: Sequence[NewRow]) -> tuple[int, ...]:
    where = chats.address(work.c, chat)
    posted = outbox.post(
        work.c,
        chat,
        rows,
        work.now,
        spacing=work.stage.spacing(where),
        hold=work.hold(where),
    )
    work.outgoing.note(posted)
    return posted.ids
