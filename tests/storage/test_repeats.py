"""Tickets about one number are found over indexes, whoever filed them; the list of key accounts."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from dialogs.tickets.ticket import Role
from storage import chats, key_accounts, numbers, pruning, repeats, schema, staff, tickets
from storage.hot import Hot
from storage.store import Store
from tests.storage.values import NOW, OF_A_FILE, chat, filed, of

NUMBER = "+8613812345678"
MONTH = timedelta(days=30)
PLANS: dict[str, tuple[Hot, dict[str, object]]] = {
    "of category": (repeats.OF_CATEGORY, {"mark": "m", "category": "BIL"}),
    "of number": (repeats.OF_NUMBER, {"mark": "m"}),
    "of person": (tickets.OF_PERSON, {"chat": 1, "subscriber": 1, "since": NOW}),
    "is key": (key_accounts.IS_KEY, {"mark": "m"}),
}


@OF_A_FILE
@pytest.mark.parametrize("name", PLANS)
async def test_no_lookup_reads_a_table_that_grows_from_end_to_end(store: Store, name: str) -> None:
    statement, values = PLANS[name]

    def plan(c: Connection) -> list[str]:
        written, bound = statement.written(c, values)
        found = c.connection.cursor()
        found.execute(f"EXPLAIN QUERY PLAN {written}", bound)
        return [step[3] for step in found.fetchall()]

    told = await store.write(plan)
    tables = ("ticket", "service_number", "verification", "key_account")
    assert [line for line in told if line.startswith(tuple(f"SCAN {one}" for one in tables))] == []
    assert any("USING" in line and "INDEX" in line for line in told), told


async def test_alike_are_those_of_the_number_and_category_newest_first(store: Store) -> None:
    here, there = [await store.write(of(chat, name)) for name in ("1", "2")]
    first, second = [await store.write(of(filed, one)) for one in (here, there)]
    found = await store.read(of(repeats.alike, NUMBER, "BIL"))
    assert found == ((second.id, there), (first.id, here))
    assert await store.read(of(repeats.alike, NUMBER)) == found
    assert await store.read(of(repeats.alike, NUMBER, "NET-M")) == ()
    assert await store.read(of(repeats.alike, "+8613800000000", "BIL")) == ()
    assert await store.read(of(repeats.alike, "", "BIL")) == ()


async def test_who_proved_a_number_knows_of_all_its_tickets_and_nobody_else(store: Store) -> None:
    here, there, beside = [await store.write(of(chat, name)) for name in ("1", "2", "3")]
    mine, theirs = [await store.write(of(filed, one)) for one in (here, there)]

    def known(c: Connection, place: int) -> list[int]:
        owner = chats.person(c, place).subscriber
        return [one.id for one in tickets.of_person(c, place, owner, NOW, MONTH)]

    assert await store.read(of(known, here)) == [mine.id]
    assert await store.read(of(known, beside)) == []
    await store.write(of(chats.verify, here, NUMBER, "code", NOW))
    assert await store.read(of(known, here)) == [theirs.id, mine.id]
    assert await store.read(of(known, there)) == [theirs.id]


async def test_a_key_account_stands_on_the_list_once_until_it_is_taken_off(store: Store) -> None:
    boss = await store.write(of(staff.add, "赵云", Role.SUPERVISOR))
    assert not await store.read(of(key_accounts.is_key, NUMBER))
    assert await store.write(of(key_accounts.add, NUMBER, "市医院", boss, NOW))
    assert not await store.write(of(key_accounts.add, NUMBER, "again", None, NOW))
    (line,) = await store.read(key_accounts.listed)
    assert (line.number, line.name, line.added_by) == (NUMBER, "市医院", "赵云")
    assert await store.read(of(key_accounts.is_key, NUMBER))
    assert not await store.read(of(key_accounts.is_key, ""))
    assert await store.write(of(key_accounts.remove, NUMBER, None, NOW))
    assert not await store.write(of(key_accounts.remove, NUMBER, None, NOW))
    assert await store.read(key_accounts.listed) == ()
    assert await store.write(of(key_accounts.add, NUMBER, "", None, NOW))


async def test_its_open_tickets_are_those_to_be_marked(store: Store) -> None:
    here = await store.write(chat)
    ticket = await store.write(of(filed, here))
    assert await store.read(of(key_accounts.open_tickets, NUMBER)) == (ticket.id,)
    assert await store.read(of(key_accounts.open_tickets, "+8613800000000")) == ()


async def test_a_line_taken_off_goes_in_time_and_its_number_with_it(store: Store) -> None:
    rule = next(one for one in pruning.RULES if one.name == "key accounts")
    await store.write(of(key_accounts.add, NUMBER, "", None, NOW))
    assert await store.read(of(rule.find, NOW + MONTH, 10)) == []
    await store.write(of(key_accounts.remove, NUMBER, None, NOW))
    found = await store.read(of(rule.find, NOW + MONTH, 10))
    assert await store.write(of(rule.drop, found, NOW)) == 0
    assert await store.write(of(rule.drop, found, NOW + MONTH)) == 1
    assert await store.read(of(numbers.find, NUMBER)) is None


async def test_a_number_that_a_line_still_names_stays(store: Store) -> None:
    await store.write(of(key_accounts.add, NUMBER, "", None, NOW))
    await store.write(of(key_accounts.remove, NUMBER, None, NOW))
    await store.write(of(key_accounts.add, NUMBER, "", None, NOW))
    rule = next(one for one in pruning.RULES if one.name == "key accounts")
    found = await store.read(of(rule.find, NOW + MONTH, 10))
    assert await store.write(of(rule.drop, found, NOW + MONTH)) == 1
    assert await store.read(of(numbers.find, NUMBER)) is not None


@OF_A_FILE
async def test_the_database_itself_holds_a_number_on_the_list_but_once(store: Store) -> None:
    await store.write(of(key_accounts.add, NUMBER, "", None, NOW))
    number = await store.read(of(numbers.find, NUMBER))
    twice = schema.key_account.insert().values(
        service_number=number, name="", added_at=NOW, added_by=None
    )
    with pytest.raises(DBAPIError):
        await store.write(lambda c: c.execute(twice))
