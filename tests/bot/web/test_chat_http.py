"""The chat page over real HTTP: what is said, what comes back, and the way back to it."""

import asyncio
import re

import httpx2

from storage import Connection, messages, tasks
from storage.messages import Said
from tests.bot.web.caller import events, fresh, log, say, until
from tests.bot.web.site import Site


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


async def test_where_scripts_are_off_the_page_names_the_hotline(client: httpx2.AsyncClient) -> None:
    page = (await client.get("/")).text
    assert re.search(r"<noscript>.*JavaScript.*10000.*</noscript>", page, re.DOTALL)


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


async def test_five_thousand_characters_are_taken_and_a_book_is_not(
    client: httpx2.AsyncClient,
) -> None:
    await client.get("/")
    assert (await say(client, "多扣了钱。" * 1000)).status_code == 200
    refused = await say(client, "多" * 20_001)
    assert refused.status_code == 413
    assert "20,000" in refused.json()["words"]


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
                answer = told
            if {"typing", "said", "message"} <= set(names):  # the answer may be told of first
                break
        assert "您刚才写的内容已经留好" in answer["bubble"]["text"]
        assert answer["language"] == "zh-CN"


async def test_a_stale_press_is_answered_with_a_toast(client: httpx2.AsyncClient) -> None:
    await client.get("/")
    async with asyncio.timeout(5), client.stream("GET", "/chat/live") as stream:
        heard = events(stream)
        await anext(heard)
        id = fresh()
        await client.post("/chat/tap", json={"data": "v1:d:99:1:file", "id": id})
        toasts = [told async for name, told in until(heard, "toast") if name == "toast"]
    assert toasts == [{"id": id, "words": "这个按钮已过期，请看最新的消息"}]


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
