"""The desk's live channel over HTTP: who hears what, and when a stream ends."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import Connection, staff
from storage.store import Store
from tests.bot.web.desk_office import Browser, Office, office

Heard = tuple[str, dict[str, Any]]


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


@dataclass
class Stream:
    """An open stream; `next` is what it says next, None at its end."""

    answer: aiohttp.ClientResponse
    name: str = ""
    seen: list[Heard] = field(default_factory=list)

    async def next(self) -> Heard | None:
        async for raw in self.answer.content:
            line = raw.decode().strip()
            if line.startswith("event:"):
                self.name = line[6:].strip()
            elif line.startswith("data:"):
                return self.name, json.loads(line[5:])
        return None

    async def until(self, kind: str) -> dict[str, Any]:
        while (heard := await self.next()) is not None:
            self.seen.append(heard)
            if heard[0] == kind:
                return heard[1]
        raise AssertionError(f"the stream ended without {kind}")


@asynccontextmanager
async def listening(browser: Browser, query: str) -> AsyncIterator[Stream]:
    headers = {"Accept": "text/event-stream"}
    where = f"{browser.url}/desk/live?{query}"
    async with browser.session.get(where, headers=headers) as answer:
        assert answer.status == 200, answer.status
        yield Stream(answer)


async def test_a_page_hears_what_a_colleague_does_and_not_what_others_work_on(
    here: Office,
) -> None:
    ticket, other = await here.filed(), await here.filed(chat="b1")
    agent = await here.visit("王敏")
    async with listening(agent, f"ticket={ticket.number}") as stream:
        ready = await stream.until("ready")
        page = await agent.get(f"/desk/t/{ticket.number}")
        assert f'data-mark="{ready["mark"]}"' in page.text
        async with listening(agent, f"ticket={other.number}") as theirs:
            await theirs.until("ready")
            await agent.done(other, "claim")
            await theirs.until("changed")
        await agent.done(ticket, "claim")
        await stream.until("changed")
        assert [kind for kind, _ in stream.seen] == ["ready", "changed"]


async def test_what_is_written_is_shown_to_colleagues_alone_and_masked(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR, "en")
    place = {"ticket": ticket.number}
    async with listening(agent, f"ticket={ticket.number}") as own:
        await own.until("ready")
        async with listening(boss, f"ticket={ticket.number}") as theirs:
            await own.until("roll")
            said = {**place, "move": "reply", "words": "您的号码 13812345678 已核对"}
            assert (await agent.post("/desk/writing", said)).status == 204
            told = await theirs.until("writing")
            assert told["says"] == "王敏 is writing “Reply to the subscriber”:"
            assert told["move"] == "reply"
            assert told["words"] == "您的号码 138****5678 已核对"
        await own.until("roll")
    assert "writing" not in [kind for kind, _ in own.seen]
    assert "已核对" not in (await agent.get(f"/desk/t/{ticket.number}")).text


async def test_whoever_is_not_signed_in_neither_hears_nor_writes(here: Office) -> None:
    ticket = await here.filed()
    stranger = here.browser()
    heard = await stranger.get(f"/desk/live?ticket={ticket.number}", Accept="text/event-stream")
    assert heard.status == 401
    assert (await stranger.post("/desk/writing", {"ticket": ticket.number})).status == 401


@pytest.mark.parametrize("query", ["ticket=TS00", "chat=9999", "chat=x"])
async def test_a_page_that_there_is_not_has_no_stream(here: Office, query: str) -> None:
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/live?{query}", Accept="text/event-stream")
    assert page.status == 404


async def test_no_form_that_there_is_not_is_written_in(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    said = {"ticket": ticket.number, "move": "<b>"}
    assert (await agent.post("/desk/writing", said)).status == 400


async def test_signing_out_ends_every_stream_of_that_session_and_no_other(here: Office) -> None:
    ticket = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    async with (
        listening(agent, f"ticket={ticket.number}") as one,
        listening(agent, "") as two,
        listening(boss, "") as other,
    ):
        for stream in (one, two, other):
            await stream.until("ready")
        await agent.post("/desk/out")
        for stream in (one, two):
            await stream.until("out")
            assert await stream.next() is None
        await boss.done(ticket, "claim")
        await other.until("changed")


async def test_a_session_that_was_taken_away_ends_its_streams(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.desk_live.AGAIN", 0.05)
    agent = await here.visit("王敏")
    async with listening(agent, "") as stream:
        await stream.until("ready")

        def leave(c: Connection) -> None:
            staff.active(c, staff.everybody(c)[-1].id, False)

        await here.store.write(leave)
        await stream.until("out")
        assert await stream.next() is None


async def test_a_chat_without_a_ticket_hears_what_is_said_in_it(here: Office) -> None:
    agent = await here.visit("王敏")
    chat = (await here.filed()).chat
    async with listening(agent, f"chat={chat}") as stream:
        await stream.until("ready")
        await agent.post(f"/desk/c/{chat}/join")
        await stream.until("changed")
        await agent.post(f"/desk/c/{chat}/say", {"words": "您好"})
        await stream.until("changed")


async def test_the_queue_hears_that_something_was_filed(here: Office) -> None:
    agent = await here.visit("王敏")
    async with listening(agent, "") as stream:
        await stream.until("ready")
        await here.filed()
        await stream.until("changed")


async def test_the_end_of_the_service_ends_the_streams(here: Office) -> None:
    agent = await here.visit("王敏")
    async with listening(agent, "") as stream:
        await stream.until("ready")
        here.door.hub.close()
        assert await stream.next() is None


async def test_nothing_is_looked_at_while_nobody_listens(here: Office) -> None:
    watch = here.door.watch
    assert watch is not None
    agent = await here.visit("王敏")
    assert watch.rests.is_set()
    async with listening(agent, "") as stream:
        await stream.until("ready")
        assert not watch.rests.is_set()
    async with asyncio.timeout(10):
        await watch.rests.wait()
    assert here.door.hub.chats == ()
