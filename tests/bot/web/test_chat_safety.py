"""The chat page over real HTTP: who is let in, what is kept, and what may run where."""

import re

import httpx2
import pytest

from bot.web.visitor import COOKIE
from storage import chats, files
from tests.bot.web.caller import fresh, log, png, say, send
from tests.bot.web.site import Site


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
