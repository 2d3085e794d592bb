"""Words are found wherever they stand, a moment after they were written, and not once forgotten."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Text, bindparam, cast, insert, literal, select

from bot.indexing import Indexing
from dialogs.tickets.ticket import Actor, Entry, Role, State, Ticket
from storage import grams, messages, retention, schema, search, staff, tickets
from storage.grams import BLOCK, packed, places_of, unpacked
from storage.messages import Said
from storage.search import Found
from storage.store import Store
from tests.storage.values import NOW, chat, filed, of

MANY = 100_000


async def told(store: Store, story: str, name: str = "100") -> Ticket:
    """A ticket with this story."""
    here = await store.write(of(chat, name))
    return await store.write(of(filed, here, story))


async def found(store: Store, said: str, limit: int = 10, skip: int = 0) -> tuple[int, ...]:
    return (await store.read(of(search.find, said, limit, skip))).ids


async def indexed(store: Store) -> None:
    """All that was marked is in the index, and no mark is left."""
    loop = Indexing(store, rest=0)
    while await loop.round():
        continue
    assert await store.read(grams.left) == 0


async def either(store: Store, index: bool) -> None:
    """What is found must not depend on whether the index was made already."""
    if index:
        await indexed(store)


@pytest.mark.parametrize("index", [False, True])
async def test_words_of_the_story_are_found_in_any_script(store: Store, index: bool) -> None:
    network = await told(store, "家里断网三天了，光猫亮红灯", "1")
    english = await told(store, "The Broadband in my flat is down since Monday", "2")
    await either(store, index)
    for said in ("断网", "网", "断网 红灯", "红灯 断网", "光猫亮红灯", "断网三天了，光猫"):
        assert await found(store, said) == (network.id,), said
    for said in ("broadband", "BROADBAND", "ＢＲＯＡＤ", "monday flat", "down since"):
        assert await found(store, said) == (english.id,), said
    for said in ("断电", "网断", "断网 话费", "", "。", "%", "_", "broadbands"):
        assert await found(store, said) == (), said


@pytest.mark.parametrize("index", [False, True])
async def test_what_was_said_later_and_noted_is_found(store: Store, index: bool) -> None:
    ticket = await told(store, "扣费不明")
    await either(store, index)
    anna = Actor(Role.AGENT, await store.write(of(staff.add, "Anna", Role.AGENT)), "Anna")
    state = State.REGISTERED
    line = Entry(
        at=NOW, move="note", actor=anna, before=state, after=state, detail={"words": "外呼渠道写入"}
    )
    await store.write(of(tickets.note, ticket.id, (line,)))
    said = Said(
        chat=ticket.chat, at=NOW, direction="in", words="", search="客服挂断", ticket=ticket.id
    )
    await store.write(of(messages.log_in, said))
    await either(store, index)
    for words in ("外呼渠道", "挂断", "外呼 挂断 扣费"):
        assert await found(store, words) == (ticket.id,), words


async def test_numbers_of_people_are_in_no_gram(store: Store) -> None:
    ticket = await told(
        store, "我的号码是 138 1234 5678，身份证 11010519491231002X，卡里扣了 94 元"
    )
    await indexed(store)
    names = set(await store.read(lambda c: c.execute(select(schema.gram.c.gram)).scalars().all()))
    assert not {"13", "38", "81", "56", "78", "2x", "05", "51"} & names
    assert {"94", "扣了", "证"} <= names
    for said in ("13812345678", "5678", "1002x"):
        assert await found(store, said) == (), said
    assert await found(store, ticket.number[-5:]) == (ticket.id,)


async def test_the_newest_come_first_and_pages_follow_each_other(store: Store) -> None:
    made = [(await told(store, "断网", str(one))).id for one in range(7)]
    await indexed(store)
    made += [(await told(store, "断网", str(one))).id for one in range(7, 9)]
    newest = tuple(reversed(made))
    pages = [await store.read(of(search.find, "断网", 4, skip)) for skip in (0, 4, 8)]
    assert pages == [
        Found(newest[:4], more=True),
        Found(newest[4:8], more=True),
        Found(newest[8:], more=False),
    ]


async def test_a_search_is_narrowed(store: Store) -> None:
    first, second = await told(store, "断网", "1"), await told(store, "断网", "2")
    await indexed(store)
    only = (schema.ticket.c.chat == first.chat,)
    assert await store.read(of(search.find, "断网", 9, 0, only)) == Found((first.id,))
    assert await found(store, "断网") == (second.id, first.id)


async def test_a_ticket_that_is_removed_leaves_no_gram(store: Store) -> None:
    gone, kept = await told(store, "断网了", "1"), await told(store, "断网", "2")
    await indexed(store)
    unseen = await told(store, "没信号", "3")
    await store.write(of(retention.remove, [gone.id, unseen.id]))
    assert await store.read(grams.left) == 0
    assert await found(store, "断网") == (kept.id,)
    rows = await store.read(lambda c: c.execute(select(schema.gram)).all())
    assert {"断网", "网"} <= {one.gram for one in rows}
    assert not {"了", "信号"} & {one.gram for one in rows}
    assert {place for one in rows for place in places_of(unpacked(one.tickets))} == {
        kept.id % BLOCK
    }
    await store.write(of(retention.remove, [kept.id]))
    assert await store.read(lambda c: c.execute(select(schema.gram)).all()) == []


async def test_what_is_removed_while_it_is_cut_stays_out(store: Store) -> None:
    """The reader cut its words, and it was gone before they were written."""
    gone, kept = await told(store, "断网", "1"), await told(store, "话费", "2")
    cut = await store.read(of(grams.cut, 10))
    assert cut is not None
    await store.write(of(retention.remove, [gone.id]))
    assert await store.write(of(grams.merge, cut))
    await indexed(store)
    rows = await store.read(lambda c: c.execute(select(schema.gram)).all())
    assert {place for one in rows for place in places_of(unpacked(one.tickets))} == {
        kept.id % BLOCK
    }


async def test_words_that_are_too_old_are_found_no_longer(store: Store) -> None:
    ticket = await told(store, "扣费不明")
    said = Said(
        chat=ticket.chat, at=NOW, direction="in", words="x", search="断网", ticket=ticket.id
    )
    await store.write(of(messages.log_in, said))
    closed = replace(ticket, revision=2, state=State.CLOSED, closed_at=NOW)
    await store.write(of(tickets.save, ticket, closed, ()))
    await indexed(store)
    later = NOW + timedelta(days=1)
    old = await store.read(of(retention.old_messages, later, 10))
    assert await store.write(of(retention.drop_messages, old, later)) == 1
    await indexed(store)
    names = await store.read(lambda c: c.execute(select(schema.gram.c.gram)).scalars().all())
    assert "断网" not in names
    assert await found(store, "扣费") == (ticket.id,)


@given(st.sets(st.integers(0, BLOCK - 1), max_size=200))
def test_a_set_of_tickets_is_kept_as_it_is(places: set[int]) -> None:
    bits = sum(1 << one for one in places)
    kept = packed(bits)
    assert len(kept) <= BLOCK // 8
    assert unpacked(kept) == bits
    assert places_of(bits) == sorted(places)


async def test_a_word_is_found_among_a_hundred_thousand_tickets(store: Store) -> None:
    """断网: neither the full-text search of SQLite nor the trigrams of PostgreSQL would."""
    first = await told(store, "扣费不明")
    rare = {
        3: "昨晚起断网，工作全停了",
        51_234: "天天断网，断网！",
        99_998: "路由器正常，就是断网",
    }
    await store.write(partial(crowd, first=first, rare=rare))
    assert await store.read(grams.left) == 0
    assert await found(store, "断网") == (99_998, 51_234, 3)
    assert await found(store, "断网 天天") == (51_234,)
    assert await found(store, "网断") == ()
    common = await store.read(of(search.find, "信号", 50))
    assert (len(common.ids), common.more, common.cut) == (50, True, False)
    assert all(one % len(STORIES) == 1 for one in common.ids)


STORIES = (
    "{}月起每月多扣三十元，从没有订过，请退还。",
    "小区里信号一直不好，在家打不了电话 {}",
    "上网很慢，看视频卡，测速只有 {} 兆",
    "装维师傅约了{}次都没有来，电话也打不通",
    "The bill of month {} has a charge that nobody ordered.",
    "网络掉线，一断就是{}个小时",
)


def crowd(c: Connection, first: Ticket, rare: dict[int, str]) -> None:
    """So many tickets as copies of the first, each with a story of its own, all indexed."""
    series = select(literal(first.id + 1).label("n")).cte("series", recursive=True)
    series = series.union_all(select(series.c.n + 1).where(series.c.n < MANY))
    table = schema.ticket
    own = {"id": series.c.n, "number": literal("TL") + cast(series.c.n, Text)}
    columns = {one.name: own.get(one.name, one) for one in table.columns}
    copied = select(*columns.values()).join_from(table, series, table.c.id == first.id)
    c.execute(insert(table).from_select(list(columns), copied))
    story = table.update().where(table.c.id == bindparam("this")).values(story=bindparam("new"))
    told = ((one, rare.get(one) or STORIES[one % 6].format(one % 97)) for one in range(2, MANY + 1))
    c.execute(story, [{"this": one, "new": words} for one, words in told])
    marks = [{"ticket": one} for one in range(2, MANY + 1)]
    c.execute(insert(schema.search_due), marks)
    while cut := grams.cut(c, 10_000):
        assert grams.merge(c, cut)
