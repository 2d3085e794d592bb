"""Chats, the people in them, and where their conversation stands."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from dialogs.model import Address, Frame, Session
from storage import chats, sessions
from storage.errors import SessionMoved
from storage.seal import Keys, as_json
from storage.sessions import STRIDE, Loaded
from storage.store import Store
from tests.storage.shapes import any_of
from tests.storage.values import MINUTE, NOW, chat, of

HERE = Address("telegram", "42", "100")


async def test_an_address_is_one_chat_for_ever(store: Store) -> None:
    first = await store.write(lambda c: chats.locate(c, HERE, NOW, "zh-CN", "Ann"))
    again = await store.write(lambda c: chats.locate(c, HERE, NOW, "en", "Other"))
    other = await store.write(lambda c: chat(c, "100", "web"))
    assert first == again != other
    assert await store.read(lambda c: chats.address(c, first)) == HERE
    assert await store.read(lambda c: chats.find(c, HERE)) == first
    assert await store.read(lambda c: chats.find(c, Address("telegram", "43", "100"))) is None


async def test_a_new_person_has_agreed_to_nothing_and_gets_everything(store: Store) -> None:
    here = await store.write(chat)
    person = await store.read(lambda c: chats.person(c, here))
    assert (person.agreed, person.notify, person.surveys) == ("", "all", True)
    assert (person.language, person.chosen_language, person.reachable) == ("zh-CN", False, True)
    assert (person.name, person.numbers, person.reach) == ("Ann", (), "")


async def test_what_the_person_says_of_themselves_is_kept(store: Store) -> None:
    here = await store.write(chat)
    await store.write(lambda c: chats.agree(c, here, "1", NOW))
    await store.write(lambda c: chats.speak(c, here, "en"))
    await store.write(lambda c: chats.prefer(c, here, "decisions", None))
    await store.write(lambda c: chats.prefer(c, here, None, False))
    await store.write(lambda c: chats.reach(c, here, "+8613900000000"))
    await store.write(lambda c: chats.call(c, here, "安"))
    person = await store.read(lambda c: chats.person(c, here))
    assert (person.agreed, person.language, person.chosen_language) == ("1", "en", True)
    assert (person.notify, person.surveys) == ("decisions", False)
    assert (person.reach, person.name) == ("+8613900000000", "安")


async def test_a_number_proved_twice_stands_once(store: Store) -> None:
    here = await store.write(chat)
    for how in ("contact", "code"):
        await store.write(of(chats.verify, here, "+8613812345678", how, NOW))
    await store.write(lambda c: chats.verify(c, here, "+8613900000000", "contact", NOW + MINUTE))
    person = await store.read(lambda c: chats.person(c, here))
    assert person.numbers == ("+8613812345678", "+8613900000000")


async def test_only_the_newest_token_leads_back(store: Store) -> None:
    here = await store.write(chat)
    old = await store.write(lambda c: chats.new_resume(c, here))
    new = await store.write(lambda c: chats.new_resume(c, here))
    assert await store.read(lambda c: chats.by_resume(c, new)) == here
    assert await store.read(lambda c: chats.by_resume(c, old)) is None
    assert await store.read(lambda c: chats.by_resume(c, "")) is None


async def test_a_chat_moves_unless_somebody_is_there(store: Store) -> None:
    here, there = await store.write(chat), await store.write(lambda c: chat(c, "200"))
    assert not await store.write(lambda c: chats.move(c, here, "200"))
    assert await store.write(lambda c: chats.move(c, here, "-300"))
    assert (await store.read(lambda c: chats.address(c, here))).chat == "-300"
    assert await store.read(lambda c: chats.find(c, Address("telegram", "42", "200"))) == there


async def test_a_session_is_kept_only_by_who_loaded_it_last(store: Store) -> None:
    here = await store.write(chat)
    assert await store.read(lambda c: sessions.load(c, here)) == Loaded(Session())
    mine = Session((Frame("complaint", 1, 1),), prompt=3)
    await store.write(lambda c: sessions.keep(c, here, mine, 0))
    assert await store.read(lambda c: sessions.load(c, here)) == Loaded(mine, 1)
    await store.write(lambda c: sessions.keep(c, here, Session(), 1))
    with pytest.raises(SessionMoved):
        await store.write(lambda c: sessions.keep(c, here, mine, 1))
    assert await store.read(lambda c: sessions.load(c, here)) == Loaded(Session(), 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(session=any_of(Session))
async def test_any_session_is_loaded_as_it_was_kept(store: Store, session: Session) -> None:
    here = await store.write(chat)
    version = (await store.read(lambda c: sessions.load(c, here))).version
    await store.write(lambda c: sessions.keep(c, here, session, version))
    assert (await store.read(lambda c: sessions.load(c, here))).session == session


async def test_dialogs_in_progress_are_counted_and_woken_in_their_order(store: Store) -> None:
    waiting = {}
    for n, minutes in enumerate((3, 1, 9)):
        here = await store.write(of(chat, f"{n}"))
        due = NOW + timedelta(minutes=minutes)
        kept = Session((Frame("complaint", 1, 1),) if n else (), due=due)
        await store.write(of(sessions.keep, here, kept, 0))
        waiting[minutes] = here
    woken = await store.read(lambda c: sessions.due(c, NOW + 5 * MINUTE, 10))
    assert woken == [waiting[1], waiting[3]]
    assert await store.read(sessions.active) == 2


@pytest.mark.parametrize("body", ["not json", as_json({"stack": 7}), as_json([])])
async def test_an_unreadable_session_starts_afresh_and_says_so(
    store: Store, keys: Keys, body: str
) -> None:
    here = await store.write(chat)
    await store.write(lambda c: sessions.keep(c, here, Session(prompt=9), 0))
    await store.write(
        lambda c: sessions.KEEP.run(c, {
            "this": here, "expected": 1, "new_body": keys.seal(body), "new_active": True,
            "new_due": None,
        })
    )  # fmt: skip
    found = await store.read(lambda c: sessions.load(c, here))
    assert found == Loaded(Session(serial=2 * STRIDE), 2, readable=False)


async def test_strange_characters_cost_nothing(store: Store) -> None:
    here = await store.write(chat)
    odd = Session((Frame("x", 1, 1, draft={"story": "a\x00b \ud83d 𝕏"}),))
    await store.write(lambda c: sessions.keep(c, here, odd, 0))
    found = (await store.read(lambda c: sessions.load(c, here))).session
    assert found.stack[0].draft == {"story": "a\x00b \ufffd 𝕏"}
    await store.read(lambda c: c.execute(text("SELECT * FROM session")).all())
