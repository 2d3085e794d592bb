"""Matters of one story filed together: all or none, their files, their staff."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot import desk_acts
from bot.orders import carry_out
from bot.stage import Stage, Work
from dialogs.model import Address, Event, File, Json, Move, Open, OpenSeveral, Text
from dialogs.tickets.ticket import Role, Ticket
from storage import Connection, chats, files, staff, tickets
from storage.store import Store

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
HERE = Address("telegram", "42", "7")
EVENT = Event("1", HERE, NOW, Text("提交 2 件"))
SHARED: Mapping[str, Json] = {"number": "+8613812345678", "kind": "complaint"}
NETWORK = Open({**SHARED, "story": "家里宽带断了三天", "category": "NET-F", "subtype": "outage"})
CHARGE = Open({**SHARED, "story": "上个月多扣30元", "category": "BIL", "amount": 3000}, place=1)
SPOILT = Open({**CHARGE.draft, "wish_by": "no date"}, place=1)


def photo(ref: str) -> File:
    return File("photo", ref, name=f"{ref}.jpg", mime="image/jpeg", size=9)


def sent(c: Connection, *refs: str) -> int:
    """A chat with files of a draft."""
    here = chats.locate(c, HERE, NOW, "zh-CN", "Ann")
    for ref in refs:
        files.want(c, here, photo(ref), None, NOW)
    return here


def file_both(work: Work, named: Mapping[str, int]) -> tuple[Ticket, ...]:
    person = chats.person(work.c, chats.locate(work.c, HERE, NOW, "zh-CN", "Ann"))
    made = carry_out(work, person, EVENT, OpenSeveral((NETWORK, CHARGE), named))
    return tuple(one.ticket for one in made.applied)


async def test_all_are_filed_and_know_of_each_other(stage: Stage, store: Store) -> None:
    def run(c: Connection) -> tuple[Ticket, ...]:
        sent(c)
        file_both(Work(stage, c, NOW), {})
        return tickets.load_many(c, [1, 2])

    one, two = await store.write(run)
    assert (one.siblings, two.siblings) == ((2,), (1,))
    assert (one.filing.category, two.filing.category) == ("NET-F", "BIL")
    assert one.chat == two.chat
    assert one.number != two.number
    entries = await store.read(lambda c: tickets.timeline(c, 1))
    assert entries[0].detail["siblings"] == [two.number]
    assert "shared_files" not in entries[0].detail


async def test_one_message_tells_all_numbers(stage: Stage, store: Store) -> None:
    def run(c: Connection) -> list[str]:
        here = sent(c)
        person = chats.person(c, here)
        made = carry_out(Work(stage, c, NOW), person, EVENT, OpenSeveral((NETWORK, CHARGE)))
        return [notice.code for one in made.applied for notice in one.notices]

    assert await store.write(run) == ["M01S"]


async def test_where_one_cannot_be_filed_none_is(stage: Stage, store: Store) -> None:
    """An error half-way leaves no ticket, and the files are the draft's still."""
    await store.write(lambda c: sent(c, "a"))

    def run(c: Connection) -> None:
        person = chats.person(c, chats.locate(c, HERE, NOW, "zh-CN", "Ann"))
        carry_out(Work(stage, c, NOW), person, EVENT, OpenSeveral((NETWORK, SPOILT)))

    with pytest.raises(ValueError, match="no date"):
        await store.write(run)
    assert await store.read(lambda c: tickets.load(c, 1)) is None
    assert len(await store.read(lambda c: files.of_draft(c, 1))) == 1


async def test_a_file_goes_to_its_matter_or_to_all_of_them(stage: Stage, store: Store) -> None:
    def run(c: Connection) -> list[list[str]]:
        here = sent(c, "lamp", "bill", "both")
        file_both(Work(stage, c, NOW), {"lamp": 0, "bill": 1})
        assert files.of_draft(c, here) == ()
        return [[one.ref for one in files.of_ticket(c, ticket)] for ticket in (1, 2)]

    assert await store.write(run) == [["lamp", "both"], ["bill", "both"]]
    shared = await store.read(
        lambda c: [tickets.timeline(c, one)[0].detail["shared_files"] for one in (1, 2)]
    )
    assert shared == [1, 1]


async def test_a_matter_filed_with_another_is_no_repeat_of_it(stage: Stage, store: Store) -> None:
    """Two of one category about one number: the person said that they are two."""

    def run(c: Connection) -> tuple[Ticket, ...]:
        person = chats.person(c, sent(c))
        carry_out(Work(stage, c, NOW), person, EVENT, OpenSeveral((CHARGE, CHARGE)))
        return tickets.load_many(c, [1, 2])

    assert [one.repeat_of for one in await store.write(run)] == [0, 0]


def claimed(stage: Stage, c: Connection, department: str, ticket: int) -> tuple[Ticket, ...]:
    """Both filed, and somebody of that department takes one."""
    sent(c)
    work = Work(stage, c, NOW)
    file_both(work, {})
    who = staff.add(c, "李强", Role.HANDLER, department)
    held = tickets.load(c, ticket)
    assert held is not None
    made = desk_acts.act(work, who, Move(ticket, "claim"), held.revision)
    assert isinstance(made, desk_acts.Made)
    return tickets.load_many(c, [1, 2])


async def test_who_takes_one_takes_what_is_their_own_departments(
    stage: Stage, store: Store
) -> None:
    one, two = await store.write(lambda c: claimed(stage, c, "BIL", 1))
    assert (one.owner_name, two.owner_name) == ("李强", "李强")
    assert one.first_agent == two.first_agent != 0


async def test_another_departments_stays_there_with_one_contact(stage: Stage, store: Store) -> None:
    one, two = await store.write(lambda c: claimed(stage, c, "BIL", 2))
    assert (one.owner_name, two.owner_name) == ("", "李强")
    assert one.state == "dispatched"
    assert (one.first_agent_name, two.first_agent_name) == ("李强", "李强")
    entries = await store.read(lambda c: tickets.timeline(c, 1))
    assert entries[-1].move == "contact"


async def test_one_that_ended_is_left_alone(stage: Stage, store: Store) -> None:
    def run(c: Connection) -> Ticket | None:
        sent(c)
        work = Work(stage, c, NOW)
        file_both(work, {})
        person = chats.person(c, 1)
        carry_out(work, person, EVENT, Move(2, "withdraw"))
        who = staff.add(c, "李强", Role.HANDLER, "BIL")
        held = tickets.load(c, 1)
        assert held is not None
        desk_acts.act(work, who, Move(1, "claim"), held.revision)
        return tickets.load(c, 2)

    left = await store.write(run)
    assert left is not None
    assert (left.owner, left.first_agent) == (0, 0)
