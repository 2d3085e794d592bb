"""A desk that is being served, with people at it and tickets to work on."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

import aiohttp
import uvicorn
from starlette.applications import Starlette

from bot import orders, posting
from bot.channels.nowhere import Nowhere
from bot.channels.web import Web
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.orders import Effects
from bot.pacing import Rates
from bot.stage import Stage, Work
from bot.web import chat, desk
from bot.web.desk_watch import Watch
from bot.web.door import Door
from bot.web.live import Hub
from bot.web.page import static
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address, Arg, Json, Move, Phrase
from dialogs.texts import Texts
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket, Where, Wish
from storage import Connection, chats, messages, staff, tasks, tickets
from storage.chats import Person
from storage.messages import Said
from storage.store import Store
from tests.bot.web.site import SECRET, Clock, documents

LOOK_FIRST = 422
OPENING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # Tuesday, 10:00 in Beijing
STORY = (
    "10月30日短信说已为我开通视频包，每月 30 元，我从来没有订过。"
    "打 10086 说 48 小时内回复，到今天没有人联系我。"
    "请取消并退还 94 元。我的号码是 13812345678。"
)
WRONG_CHARGE = Filing(
    story=STORY,
    category="BIL",
    subtype="unexplained_fee",
    amount=9400,
    service_number="+8613812345678",
    contact_phone="+8613812345678",
    name="李华",
    wishes=(Wish(code="double_refund", minor=18800), Wish(code="apology")),
    where=Where(words="中关村东路", province="110000", city="110100", district="110108"),
    window="13:30-18:00",
    reported_before="10086，48 小时内回复",
    promise_cited="double_refund",
)
NO_NETWORK = Filing(
    story="家里宽带昨晚八点到现在都没网，光猫亮红灯，重启了三次也没用。",
    category="NET-F",
    subtype="outage",
    service_number="+8613900001122",
    contact_phone="+8613900001122",
    wishes=(Wish(code="repair"),),
)


@dataclass
class Office:
    """A served desk. `visit` signs somebody in and gives their browser's session."""

    url: str
    door: Door
    clock: Clock
    dispatcher: Dispatcher
    store: Store
    open: list[aiohttp.ClientSession] = field(default_factory=list)

    def say(self, key: str, language: str = "zh-CN", **args: Arg) -> str:
        """A text of the house, as a page prints it."""
        texts, now = self.door.stage.texts, self.clock.at
        return escape(texts.words(language, Phrase(key, args), now), quote=False)

    @staticmethod
    def said_as(words: str) -> str:
        """Words of the catalogue, as a page prints them."""
        return escape(words, quote=False).replace("'", "&#39;")

    async def hire(self, name: str, role: Role, department: str = "") -> str:
        """Somebody new; returns the address of their one-time link."""
        lasts = timedelta(minutes=30)

        def add(c: Connection) -> str:
            return staff.sign_in_link(c, staff.add(c, name, role, department), self.clock(), lasts)

        return f"{self.url}/desk?once={await self.store.write(add)}"

    def browser(self, language: str = "zh-CN") -> "Browser":
        """A browser of somebody who has not signed in."""
        jar = aiohttp.CookieJar(unsafe=True)
        # A connection kept open may be closed by the server in the moment that it is used again.
        each = aiohttp.TCPConnector(force_close=True)
        session = aiohttp.ClientSession(
            connector=each, cookie_jar=jar, headers={"Accept-Language": language}
        )
        self.open.append(session)
        return Browser(self.url, session)

    async def visit(self, name: str, role: Role = Role.AGENT, language: str = "zh-CN") -> "Browser":
        """Somebody new, signed in."""
        browser = self.browser(language)
        page = await browser.get((await self.hire(name, role)).removeprefix(self.url))
        assert page.status == 200, page.text
        return browser

    async def filed(self, filing: Filing = WRONG_CHARGE, chat: str = "a1", **more: str) -> Ticket:
        """A ticket filed on the web page, as the dialog would file it."""
        now = self.clock()

        def put(c: Connection) -> Ticket:
            address = Address("web", "", chat)
            work = Work(self.door.stage, c, now)
            place = chats.locate(c, address, now, more.get("language", "zh-CN"), filing.name)
            messages.log_in(
                c, Said(chat=place, at=now, direction="in", words=filing.story, message_id="1")
            )
            made = self._opened(work, place, filing)
            tickets.insert(c, made.ticket, made.entries)
            posting.push(work, Effects((made,)))
            return made.ticket

        return await self.store.write(put)

    def _opened(self, work: Work, place: int, filing: Filing) -> Applied:
        person = chats.person(work.c, place)
        house = work.stage.house
        return moves.open_ticket(
            filing,
            id=tickets.next_id(work.c),
            number=tickets.next_number(work.c, work.now, house.zone),
            chat=place,
            subscriber=person.subscriber,
            language=person.language,
            now=work.now,
            house=house,
        )

    async def subscriber(self, ticket: Ticket, move: str, **fields: Json) -> None:
        """The subscriber's own move, as the dialog would order it."""

        def run(c: Connection) -> Effects:
            work = Work(self.dispatcher.stage, c, self.dispatcher.now())
            effects = orders.move(work, Move(ticket.id, move, fields), Actor(Role.SUBSCRIBER))
            posting.push(work, effects)
            return effects

        assert not (await self.store.write(run)).refused

    async def ticket(self, ticket: Ticket) -> Ticket:
        """The ticket as it is now."""
        found = await self.store.read(lambda c: tickets.load(c, ticket.id))
        assert found is not None
        return found

    async def asking(self) -> Person:
        """The person who waits for one of us and has no ticket."""
        todo = await self.store.read(lambda c: tasks.of_kinds(c, ("human",), 1))
        chat = todo[0].chat
        assert chat is not None
        return await self.store.read(lambda c: chats.person(c, chat))

    async def said(self, ticket: Ticket) -> list[str]:
        """What we said in the ticket's chat, oldest first."""
        told = await self.store.read(lambda c: messages.conversation(c, ticket.chat))
        return [one.words for one in told if one.direction == "out"]


@dataclass(frozen=True)
class Page:
    """An answer: its status, its text, where it ended, its headers."""

    status: int
    text: str
    path: str
    headers: dict[str, str]

    def has(self, *words: str) -> bool:
        return all(one in self.text for one in words)

    def moves(self) -> set[str]:
        """The moves that the page offers."""
        return set(re.findall(r'id="act-(\w+)"', self.text))

    @property
    def seen(self) -> str:
        """The mark of what an offer leaves open, sent back by who has looked at it."""
        found = re.search(r'name="seen" value="(\w+)"', self.text)
        return found[1] if found else ""

    @property
    def revision(self) -> str:
        found = re.search(r'name="revision" value="(\d+)"', self.text)
        return found[1] if found else ""


@dataclass(frozen=True)
class Browser:
    """A person's browser, without scripts."""

    url: str
    session: aiohttp.ClientSession

    async def get(self, path: str, **headers: str) -> Page:
        async with self.session.get(f"{self.url}{path}", headers=headers) as answer:
            return await read_page(answer)

    async def post(self, path: str, typed: dict[str, str] | None = None, **headers: str) -> Page:
        async with self.session.post(
            f"{self.url}{path}", data=typed or {}, headers=headers
        ) as answer:
            return await read_page(answer)

    async def do(self, ticket: Ticket, move: str, **typed: str) -> Page:
        """Fill the form of a move on the page as it is now, and send it."""
        page = await self.get(f"/desk/t/{ticket.number}")
        fields = {"revision": page.revision, **plain(typed)}
        return await self.post(f"/desk/t/{ticket.number}/do/{move}", fields)

    async def done(self, ticket: Ticket, move: str, **typed: str) -> Page:
        """The same, and it was made; what an offer leaves open is looked at first."""
        page = await self.do(ticket, move, **typed)
        if page.status == LOOK_FIRST and page.seen:
            page = await self.do(ticket, move, **typed, seen=page.seen)
        assert page.status == 200, re.findall(r'role="alert">([^<]*)', page.text)
        return page


def plain(typed: dict[str, str]) -> dict[str, str]:
    """`code_1` stands for the input `code-1`."""
    return {re.sub(r"_(\d)$", r"-\1", key): value for key, value in typed.items()}


async def read_page(answer: aiohttp.ClientResponse) -> Page:
    body = await answer.read()
    text = body.decode("utf-8", "replace")
    return Page(
        answer.status,
        text,
        answer.url.path,
        {key.lower(): value for key, value in answer.headers.items()},
    )


@asynccontextmanager
async def office(
    house: House,
    texts: Texts,
    store: Store,
    folder: Path,
    at: datetime = OPENING,
    delivering: bool = False,
) -> AsyncIterator[Office]:
    """Serve desk and chat page until the block ends; `delivering`: messages reach open pages."""
    clock, hub = Clock(at), Hub()
    web = Web(hub, folder)
    stage = Stage(house, ROOMS, texts, {"web": web, Nowhere.name: Nowhere()})
    delivery = Delivery(stage, store, clock, {"web": Rates()}) if delivering else None
    dispatcher = Dispatcher(stage, store, clock, {"web": web.answer}, delivery)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        watch = Watch(hub, store)
        door = Door(dispatcher, store, stage, hub, folder, SECRET, url, clock, documents, watch)
        app = Starlette(routes=[*chat.routes(door), *desk.routes(door), static()])
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="warning"))
        serving = asyncio.gather(
            server.serve(sockets=[listening]), *([delivery.run()] if delivery else [])
        )
        made = Office(url, door, clock, dispatcher, store)
        try:
            yield made
        finally:
            for session in made.open:
                await session.close()
            hub.close()
            server.should_exit = True
            if delivery is not None:
                delivery.stop()
            with suppress(asyncio.CancelledError):
                await serving
            await dispatcher.drain()
