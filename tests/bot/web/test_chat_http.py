"""The chat page over real HTTP: who may, what is kept, what comes back."""

import asyncio
import io
import json
import re
import uuid
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from PIL import Image

from bot.web.visitor import COOKIE
from storage import Connection, chats, files, messages, tasks
from storage.messages import Said
from storage.pages import Line, before
from tests.bot.web.site import Site

PDF = b"%PDF-1.4\n%%EOF\n"


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "#17605a").save(out, "PNG")
    return out.getvalue()


def fresh() -> str:
    return str(uuid.uuid4())


async def log(client: httpx2.AsyncClient, **query: int) -> list[dict[str, Any]]:
    told = (await client.get("/chat/log", params=query)).json()
    bubbles: list[dict[str, Any]] = told["bubbles"]
    return bubbles


async def say(client: httpx2.AsyncClient, text: str, id: str = "") -> httpx2.Response:
    return await client.post("/chat/say", json={"text": text, "id": id or fresh()})


async def send(
    client: httpx2.AsyncClient, name: str, content: bytes, mime: str = "image/png"
) -> httpx2.Response:
    return await client.post(
        "/chat/file", data={"id": fresh()}, files={"file": (name, content, mime)}
    )


async def lines(site: Site) -> tuple[Line, ...]:
    return await site.door.store.read(lambda c: before(c, 1, 0, site.door.now(), 50))


async def events(response: httpx2.Response) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    name = ""
    async for line in response.aiter_lines():
        if line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("data:"):
            yield name, json.loads(line[5:])


async def test_the_page_opens_on_the_first_screen(client: httpx2.AsyncClient) -> None:
    page = await client.get("/")
    assert page.status_code == 200
    assert '<html lang="zh-CN">' in page.text
    (welcome,) = await log(client)
    assert welcome["who"] == "bot"
    assert "投诉服务助手" in welcome["text"]
    assert welcome["rows"][0][0] | {"data": ""} == {
        "words": "我要投诉", "data": "", "style": "primary"
    }  # fmt: skip


async def test_loading_the_page_again_welcomes_nobody_twice(client: httpx2.AsyncClient) -> None:
    first, second = await client.get("/"), await client.get("/")
    assert len(await log(client)) == 1
    link = re.compile(r"/c/[\w-]{32}")
    assert link.findall(first.text) == link.findall(second.text) != []


async def test_the_language_follows_the_browser_and_the_address(site: Site) -> None:
    async with httpx2.AsyncClient(base_url=site.url) as one:
        await one.get("/", headers={"Accept-Language": "en-GB,en;q=0.9"})
        assert "complaint assistant" in (await log(one))[0]["text"]
    async with httpx2.AsyncClient(base_url=site.url) as other:
        page = await other.get("/?lang=en", headers={"Accept-Language": "zh-CN"})
        assert '<html lang="en">' in page.text
        assert "Talk to a person" in page.text


async def test_words_sent_twice_under_one_id_are_said_once(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    id = fresh()
    for _ in range(2):
        assert (await say(client, "宽带断了三天，没有人来修", id)).status_code == 200
    bubbles = await log(client)
    assert [one["id"] for one in bubbles if one["who"] == "me"] == [f"i{id}"]
    assert len(bubbles) == 3


async def test_two_chats_may_choose_the_same_id(site: Site) -> None:
    id = fresh()
    for _ in range(2):
        async with httpx2.AsyncClient(base_url=site.url) as client:
            await client.get("/")
            await say(client, "宽带断了三天，没有人来修", id)
            assert len(await log(client)) == 3


async def test_a_tap_does_what_the_button_says_and_shows_no_bubble(
    client: httpx2.AsyncClient,
) -> None:
    await client.get("/")
    data = (await log(client))[0]["rows"][0][0]["data"]
    assert (await client.post("/chat/tap", json={"data": data, "id": fresh()})).status_code == 200
    assert [one["who"] for one in await log(client)] == ["bot", "bot"]


async def test_the_person_button_calls_a_person(client: httpx2.AsyncClient, site: Site) -> None:
    await client.get("/")
    await client.post("/chat/tap", json={"data": "v1:g:0:0:human", "id": fresh()})
    assert await site.door.store.read(lambda c: tasks.place(c, 1, "human")) is not None


async def test_the_log_goes_on_from_where_the_page_stands(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    (welcome,) = await log(client)
    await say(client, "你们多扣了我94块钱")
    later = await log(client, after=welcome["seq"])
    assert [one["who"] for one in later] == ["me", "bot"]
    assert await log(client, after=later[-1]["seq"]) == []


async def test_a_long_conversation_is_read_in_parts(client: httpx2.AsyncClient, site: Site) -> None:
    await client.get("/")
    now = site.door.now()

    def told_often(c: Connection) -> None:
        for number in range(202):
            said = Said(chat=1, at=now, direction="in", words="喂", message_id=f"m{number}")
            messages.log_in(c, said)

    await site.door.store.write(told_often)
    latest = (await client.get("/chat/log")).json()
    assert len(latest["bubbles"]) == 200
    earlier = (await client.get("/chat/log", params={"before": latest["first"]})).json()
    assert [one["id"] for one in earlier["bubbles"]] == ["o1", "im0", "im1"]
    assert earlier["first"] == 0


async def test_hostile_words_come_back_as_they_were(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    words = '<b>94 & "0"</b> </script><script>alert(1)</script> 😀𠮷'
    await say(client, words)
    assert next(one for one in await log(client) if one["who"] == "me")["text"] == words
    page = (await client.get("/")).text
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "body",
    [
        b"no json",
        b"[]",
        b'{"text": "x"}',
        b'{"text": " ", "id": "12345678"}',
        b'{"text": 5, "id": "12345678"}',
        b'{"text": "x", "id": "../../etc"}',
        b'{"text": "\\ud83d", "id": "12345678"}',
    ],
)
async def test_what_is_no_message_is_refused(client: httpx2.AsyncClient, body: bytes) -> None:
    await client.get("/")
    assert (await client.post("/chat/say", content=body)).status_code == 400
    assert len(await log(client)) == 1


async def test_five_thousand_characters_are_taken_and_a_book_is_not(
    client: httpx2.AsyncClient,
) -> None:
    await client.get("/")
    assert (await say(client, "多扣了钱。" * 1000)).status_code == 200
    refused = await say(client, "多" * 20_001)
    assert refused.status_code == 413
    assert "20,000" in refused.json()["words"]


async def test_nobody_without_a_cookie_is_let_in(client: httpx2.AsyncClient) -> None:
    assert (await say(client, "hello there")).status_code == 401
    assert (await client.get("/chat/log")).status_code == 401
    assert (await client.get("/chat/live")).status_code == 204
    assert (await client.get("/chat/file/1")).status_code == 404


async def test_a_cookie_that_was_tampered_with_is_nobody(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    value = str(client.cookies[COOKIE])
    client.cookies.clear()
    client.cookies.set(COOKIE, ("A" if value[0] != "A" else "B") + value[1:])
    assert (await client.get("/chat/log")).status_code == 401


async def test_the_cookie_is_kept_from_scripts_and_other_sites(client: httpx2.AsyncClient) -> None:
    told = (await client.get("/")).headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    ],
)
async def test_a_post_from_another_site_is_refused(
    client: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    await client.get("/")
    told = await client.post("/chat/say", json={"text": "x", "id": fresh()}, headers=headers)
    assert told.status_code == 403
    assert len(await log(client)) == 1


async def test_an_old_browser_is_judged_by_its_origin(site: Site) -> None:
    async with httpx2.AsyncClient(base_url=site.url) as client:
        await client.get("/")
        body = {"text": "宽带断了三天，没有人来修", "id": fresh()}
        for origin, status in (("https://evil.example", 403), ("null", 403), (site.url, 200)):
            told = await client.post("/chat/say", json=body, headers={"Origin": origin})
            assert told.status_code == status


async def test_every_answer_says_what_may_run_in_it(client: httpx2.AsyncClient) -> None:
    for path in ("/", "/static/chat.js", "/chat/log"):
        headers = (await client.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


async def test_a_picture_is_kept_by_its_hash_and_shown_to_its_chat_only(
    client: httpx2.AsyncClient, site: Site
) -> None:
    await client.get("/")
    told = await send(client, "账单.png", png())
    assert told.status_code == 200
    shown = await client.get(told.json()["url"])
    assert (shown.content, shown.headers["content-type"]) == (png(), "image/png")
    assert "sandbox" in shown.headers["content-security-policy"]
    assert shown.headers["content-disposition"].startswith("inline")
    bubble = next(one for one in await log(client) if one["who"] == "me")
    assert bubble["file"]["url"] == told.json()["url"]
    assert bubble["file"]["show"] == "image"
    async with httpx2.AsyncClient(base_url=site.url) as stranger:
        await stranger.get("/")
        assert (await stranger.get(told.json()["url"])).status_code == 404
    kept = await site.door.store.read(lambda c: files.load(c, 1))
    assert kept is not None
    assert (kept.state, kept.name, kept.kind) == ("kept", "账单.png", "photo")
    assert (site.folder / kept.path).read_bytes() == png()


async def test_a_document_is_handed_out_and_never_opened_in_the_page(
    client: httpx2.AsyncClient,
) -> None:
    await client.get("/")
    told = await send(client, "bill.html", b"<script>alert(1)</script>", "text/html")
    given = await client.get(told.json()["url"])
    assert given.headers["content-type"].startswith("text/plain")
    assert given.headers["content-disposition"].startswith("attachment")


async def test_a_file_is_judged_by_its_content(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    refused = await send(client, "photo.png", b"MZ\x90\x00" + b"\x00" * 64)
    assert refused.status_code == 415
    assert "PDF" in refused.json()["words"]
    assert (await send(client, "empty.png", b"")).status_code == 415
    assert len(await log(client)) == 1


async def test_a_file_that_is_too_large_is_refused_in_words(
    client: httpx2.AsyncClient, site: Site
) -> None:
    await client.get("/")
    limit = site.door.stage.house.catalogue.file_bytes
    refused = await send(client, "film.png", png() + b"\x00" * limit)
    assert refused.status_code == 413
    assert "20 MB" in refused.json()["words"]
    assert [path for path in site.folder.rglob("*") if path.is_file()] == []


async def test_a_message_reaches_the_open_page(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    async with asyncio.timeout(5), client.stream("GET", "/chat/live") as stream:
        assert stream.headers["x-accel-buffering"] == "no"
        heard = events(stream)
        assert await anext(heard) == ("ready", {})
        id = fresh()
        await say(client, "宽带断了三天，没有人来修", id)
        names = []
        async for name, told in heard:
            names.append(name)
            if name == "message" and told["bubble"]["seq"] > 1:
                break
        assert "typing" in names
        assert "said" in names
        assert "您刚才写的内容已经留好" in told["bubble"]["text"]
        assert told["language"] == "zh-CN"


async def test_a_stale_press_is_answered_with_a_toast(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    async with asyncio.timeout(5), client.stream("GET", "/chat/live") as stream:
        heard = events(stream)
        await anext(heard)
        id = fresh()
        await client.post("/chat/tap", json={"data": "v1:d:99:1:file", "id": id})
        async for name, told in heard:
            if name == "toast":
                break
        assert told == {"id": id, "words": "这个按钮已过期，请看最新的消息"}


async def test_the_private_link_leads_back_from_another_browser(
    client: httpx2.AsyncClient, site: Site
) -> None:
    page = (await client.get("/")).text
    await say(client, "你们多扣了我94块钱")
    found = re.search(r"/c/[\w-]{32}", page)
    assert found
    async with httpx2.AsyncClient(base_url=site.url) as other:
        back = await other.get(found[0])
        assert (back.status_code, back.headers["location"]) == (303, "/")
        assert await log(other) == await log(client)
        assert found[0] in (await other.get("/")).text


async def test_a_browser_with_its_own_talk_is_asked_before_it_leaves_it(
    client: httpx2.AsyncClient, site: Site
) -> None:
    found = re.search(r"/c/[\w-]{32}", (await client.get("/")).text)
    assert found
    async with httpx2.AsyncClient(base_url=site.url) as other:
        await other.get("/")
        await say(other, "宽带断了三天，没有人来修")
        asked = await other.get(found[0])
        assert asked.status_code == 200
        assert "打开另一个对话" in asked.text
        assert len(await log(other)) == 3
        assert (await other.post(found[0])).status_code == 303
        assert len(await log(other)) == 1


async def test_a_link_that_leads_nowhere_says_so(client: httpx2.AsyncClient) -> None:
    gone = await client.get("/c/" + "x" * 32, headers={"Accept-Language": "en"})
    assert gone.status_code == 404
    assert "no longer works" in gone.text


async def test_no_page_names_a_foreign_host(client: httpx2.AsyncClient, site: Site) -> None:
    own = site.url.removeprefix("http://")
    paths = ("/", "/c/none", *(f"/static/{name}" for name in (
        "base.css", "chat.css", "chat.js", "chat-send.js", "chat-show.js", "mark.svg"
    )))  # fmt: skip
    for path in paths:
        text = (await client.get(path)).text
        hosts = set(re.findall(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]+|[\d.]+:\d+)", text))
        assert hosts <= {own, "www.w3.org"}, path


async def test_the_address_of_a_chat_is_in_no_event_id(
    client: httpx2.AsyncClient, site: Site
) -> None:
    await client.get("/")
    address = await site.door.store.read(lambda c: chats.address(c, 1))
    assert re.fullmatch(r"[0-9a-f]{32}", address.chat)
    assert address.chat not in (await client.get("/")).text
