"""A desk over the demo's month: played once for all tests that look at it, copied for each."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.nowhere import Nowhere
from bot.demo.desk import PEOPLE
from bot.demo.playing import play
from bot.demo.stories import STORIES
from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Task
from storage import Connection, chats, files, messages, staff, tasks, tickets
from storage.messages import Said
from storage.store import Store
from tests.bot.conftest import KEYS
from tests.bot.web.desk_office import Browser, Office, office
from tests.bot.web.test_desk_new import by_hand
from tests.bot.web.test_desk_offers import MUCH

NOW = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)  # Wednesday, 14:30 in Beijing
TICKETS = sum(one.tickets for one in STORIES)  # so many that each story is told once
TICKS = 12  # in which figures are counted and talks looked at, as a server does it by and by
SIGNS_IN = timedelta(minutes=30)


@dataclass(frozen=True)
class Month:
    """A month that was played: its database and the folder of people's files, not to be changed."""

    file: Path
    folder: Path


def played(place: Path, migrated: bytes, house: House, texts: Texts) -> Month:
    """Play the month in the folder `place`."""
    month = Month(place / "redress.db", place / "files")
    month.file.write_bytes(migrated)
    month.folder.mkdir()
    asyncio.run(_played(month, house, texts))
    return month


async def _played(month: Month, house: House, texts: Texts) -> None:
    nowhere = Nowhere()
    stage = Stage(house, ROOMS, texts, {nowhere.name: nowhere})
    store = await Store.open(f"sqlite+aiosqlite:///{month.file}", KEYS)
    try:
        await play(stage, store, TICKETS, NOW, folder=month.folder)
        await store.write(_two_wait)
        dispatcher = Dispatcher(stage, store, lambda: NOW, {}, None)
        for _ in range(TICKS):
            await dispatcher.tick()
        await dispatcher.drain()
    finally:
        await store.close()


def _two_wait(c: Connection) -> None:
    """Two without a ticket ask for a person; all of the month's own were helped by its end."""
    asked = NOW - timedelta(minutes=5)
    for name in ("waits", "waits too"):
        chat = chats.locate(c, Address("web", "", name), asked, "zh-CN", "")
        messages.log_in(c, Said(chat=chat, at=asked, direction="in", words="转人工，说不清楚"))
        due = NOW + timedelta(minutes=25)
        tasks.add(c, Task(kind="human", role=Role.AGENT, due=due), None, chat, asked)


@asynccontextmanager
async def desk_of(month: Month, place: Path, house: House, texts: Texts) -> AsyncIterator[Office]:
    """Serve the desk over a copy of the month in the folder `place`."""
    copy = Month(place / "month.db", place / "month")
    shutil.copyfile(month.file, copy.file)
    shutil.copytree(month.folder, copy.folder)
    store = await Store.open(f"sqlite+aiosqlite:///{copy.file}", KEYS)
    try:
        async with office(house, texts, store, copy.folder, at=NOW) as here:
            yield here
    finally:
        await store.close()


async def link_of(here: Office, role: Role) -> str:
    """The path of a one-time link of the demo's own person of that role; of a new one if the demo
    has none.
    """
    names = [name for name, of, _ in PEOPLE.values() if of is role]

    def find(c: Connection) -> int | None:
        return next((one.id for one in staff.everybody(c) if one.name in names[:1]), None)

    def link(c: Connection) -> str:
        who = find(c) or staff.add(c, "何静", role)
        return f"/desk?once={staff.sign_in_link(c, who, here.clock(), SIGNS_IN)}"

    return await here.store.write(link)


async def at_the_desk(here: Office, role: Role, language: str = "zh-CN") -> Browser:
    """The browser of the demo's own person of that role, signed in."""
    browser = here.browser(language)
    page = await browser.get(await link_of(here, role))
    assert page.status == 200, page.text
    return browser


async def begun(here: Office) -> tuple[str, ...]:
    """What a month's end leaves out: a colleague has the word in a chat with a ticket and in one
    without, a caller whose complaint was filed by hand is to be called, leave is asked for what is
    offered there. Returns the addresses of pages that a walk might come to late: those, and a
    ticket with a file.
    """
    lead = await at_the_desk(here, Role.SUPERVISOR)
    chat = f"/desk/c/{(await here.asking()).chat}"

    def look(c: Connection) -> list[str]:
        every = (tickets.load(c, one) for one in range(1, 2 * TICKETS))
        known = [one for one in every if one is not None]
        filed = next(one for one in known if any(file.path for file in files.of_ticket(c, one.id)))
        open_one = next(one for one in known if one.open)
        return [f"/desk/t/{one.number}" for one in (filed, open_one)]

    filed, ticket = await here.store.read(look)
    for place in (chat, ticket):
        assert (await lead.post(f"{place}/join")).status == 200
    called = await by_hand(here, lead)
    agent = await at_the_desk(here, Role.AGENT)
    await agent.done(called, "claim")
    await agent.done(called, "propose", **MUCH, words="两个月内第三次误扣", step="ask")
    return chat, ticket, filed, f"/desk/t/{called.number}/call"
