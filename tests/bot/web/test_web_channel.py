"""The web chat as a channel: one request a message, and a send that rings."""

from pathlib import Path

import pytest

from bot.channels.base import Button, Channel, FetchFailed, Message, Owed, Request, Sent
from bot.channels.web import Web
from bot.web.live import Hub, Ring
from dialogs.model import Address

CHAT = Address("web", "", "c" * 32)


@pytest.fixture
async def hub() -> Hub:
    return Hub()


@pytest.fixture
async def web(hub: Hub, tmp_path: Path) -> Web:
    return Web(hub, tmp_path)


def owed(request: Request, target: str = "") -> Owed:
    return Owed(id=7, chat=1, address=CHAT, request=request, target=target)


async def test_a_message_is_one_request_however_long(web: Web) -> None:
    channel: Channel = web
    message = Message(text="长" * 9000, rows=((Button("好", "v1:d:1:1:ok", "primary"),),), card="c")
    assert channel.requests(message, edit=False) == (
        Request(
            "say",
            {
                "text": "长" * 9000,
                "rows": [[{"words": "好", "data": "v1:d:1:1:ok", "style": "primary"}]],
                "card": "c",
            },
        ),
    )


async def test_nothing_asks_for_a_contact_that_a_page_cannot_give(web: Web) -> None:
    rows = ((Button("发送本机号码", "v1:d:1:1:share", wants="contact"),), (Button("不清楚", "x"),))
    (request,) = web.requests(Message(text="哪个号码？", rows=rows), edit=False)
    assert request.body["rows"] == [[{"words": "不清楚", "data": "x", "style": ""}]]


@pytest.mark.parametrize(
    ("method", "target", "kind"),
    [("say", "", "message"), ("edit", "5", "edit"), ("edit", "", "message")],
)
async def test_a_send_rings_the_pages_that_are_open(
    web: Web, hub: Hub, method: str, target: str, kind: str
) -> None:
    with hub.listen(CHAT.chat) as page:
        assert await web.send(owed(Request(method), target)) == Sent("7")
        ring = page.get_nowait()
    assert (ring.kind, ring.ref) == (kind, "7")


async def test_a_send_to_a_closed_page_has_arrived_all_the_same(web: Web) -> None:
    assert await web.send(owed(Request("say"))) == Sent("7", seen=False)


async def test_a_press_is_answered_on_its_own_chat(web: Web, hub: Hub) -> None:
    with hub.listen(CHAT.chat) as page:
        await web.answer(f"{CHAT.chat}:press-1", "已处理")
        assert page.get_nowait() == Ring("toast", "press-1", "已处理")


async def test_a_file_that_lies_there_is_read_and_no_other(web: Web, tmp_path: Path) -> None:
    path = f"ab/ab{'0' * 62}"
    (tmp_path / "ab").mkdir()
    (tmp_path / path).write_bytes(b"bytes")
    assert b"".join([part async for part in web.fetch(path, limit=5)]) == b"bytes"
    with pytest.raises(FetchFailed, match="too_large"):
        _ = [part async for part in web.fetch(path, limit=4)]
    for gone in ("../secret", f"ab/ab{'1' * 62}"):
        with pytest.raises(FetchFailed, match="gone"):
            _ = [part async for part in web.fetch(gone, limit=5)]
