"""At the desk: what looks like a repeat is judged, and key accounts are kept on a list."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Task, Ticket
from storage import Connection, tasks, tickets
from storage.store import Store
from tests.bot.web.desk_office import Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def alike(here: Office) -> tuple[Ticket, Ticket]:
    """Two tickets of two chats about one number, the second linked for staff alone."""
    first, second = await here.filed(), await here.filed(chat="b2")

    def link(c: Connection) -> None:
        linked = replace(second, repeat_of=first.id, times_alike=1, revision=second.revision + 1)
        assert tickets.save(c, second, linked, ())

    await here.store.write(link)
    return first, second


async def test_what_looks_alike_is_shown_to_staff_and_joined(here: Office) -> None:
    first, second = await alike(here)
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{second.number}")
    assert page.has(here.say("desk-repeats-hidden", no=first.number, times=2))
    assert page.has(here.say("desk-flag-alike"))
    before = await here.said(second)
    page = await agent.done(second, "same_matter")
    assert page.has(here.say("desk-repeats-joined", no=first.number, times=2))
    assert (await here.ticket(second)).level == second.level + 1
    assert await here.said(second) == before
    assert first.number not in "".join(before)


async def test_a_task_says_which_ticket_it_looks_like(here: Office) -> None:
    first, second = await alike(here)
    now = here.clock.at
    task = Task(kind="look_alike", role=Role.AGENT, due=now, words=first.number)
    await here.store.write(lambda c: tasks.add(c, task, second.id, second.chat, now))
    agent = await here.visit("王敏")
    page = await agent.get("/desk/tasks")
    assert page.has(here.say("task-look_alike"), here.say("desk-task-like", no=first.number))


async def test_what_only_looked_alike_is_kept_apart(here: Office) -> None:
    first, second = await alike(here)
    agent = await here.visit("王敏")
    page = await agent.done(second, "apart")
    assert (await here.ticket(second)).repeat_of == 0
    assert not page.has(here.say("desk-repeats-hidden", no=first.number, times=2))


async def test_supervisors_keep_the_list_of_key_accounts(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.post("/desk/keys", {"number": "138 1234 5678", "name": "市医院"})
    assert page.has("138****5678", "市医院", "陈工")
    assert not page.has("13812345678")
    assert (await here.ticket(ticket)).key
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("desk-flag-key"), here.say("move-key"), "陈工")
    again = await boss.post("/desk/keys", {"number": "13812345678", "name": ""})
    assert (again.status, again.has(here.say("desk-keys-there"))) == (422, True)
    wrong = await boss.post("/desk/keys", {"number": "138", "name": "诊所"})
    assert (wrong.status, wrong.has("诊所", here.say("desk-keys-wrong"))) == (422, True)
    page = await boss.post("/desk/keys/1/remove")
    assert page.has(here.say("desk-keys-empty"))
    assert not (await here.ticket(ticket)).key
    assert (await boss.post("/desk/keys/1/remove")).status == 200


async def test_nobody_below_them_sees_it(here: Office) -> None:
    agent = await here.visit("王敏")
    assert not (await agent.get("/desk")).has('href="/desk/keys"')
    for page in (
        await agent.get("/desk/keys"),
        await agent.post("/desk/keys", {"number": "13812345678"}),
        await agent.post("/desk/keys/1/remove"),
    ):
        assert page.status == 403
