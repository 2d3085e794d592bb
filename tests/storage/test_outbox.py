"""What is owed: in order within a chat, the urgent chats first, taken by one at a time."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from dialogs.model import Address, Json
from storage import chats, lines, outbox, outcomes, overlong
from storage.outbox import Claimed, Hold, NewRow
from storage.outcomes import Simpler
from storage.seal import Keys
from storage.store import Store
from tests.storage.values import MINUTE, NOW, OF_A_FILE, chat, of

SECOND = timedelta(seconds=1)
LEASE = outbox.LEASE


def row(words: str, priority: int = outbox.ANSWER) -> NewRow:
    return NewRow(method="sendMessage", body={"text": words}, priority=priority)


def edit(words: str, of_row: int, card: str = "card") -> NewRow:
    return NewRow(method="editMessageText", body={"text": words}, edits=of_row, card=card)


async def people(store: Store, count: int) -> list[int]:
    return [await store.write(of(chat, f"{n}")) for n in range(count)]


async def claim(store: Store, now: datetime = NOW, limit: int = 100) -> list[Claimed]:
    return await store.write(lambda c: outbox.claim(c, "telegram", now, "me", limit))


def words(taken: list[Claimed]) -> list[object]:
    return [one.body["text"] for one in taken]


async def counts(store: Store) -> dict[str, int]:
    return await store.read(outcomes.counts)


async def test_a_chat_is_served_one_row_at_a_time_in_order(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one"), row("two")], NOW))
    await store.write(of(outbox.post, here, [row("three")], NOW))
    told = []
    while taken := await claim(store):
        assert await claim(store) == []
        told += words(taken)
        assert await store.write(of(outcomes.sent, taken[0], f"m{len(told)}", NOW))
    assert told == ["one", "two", "three"]
    assert await counts(store) == {"pending": 0, "sent": 3, "failed": 0, "unknown": 0}
    assert await store.read(of(outbox.next_due, ["telegram"])) is None


async def test_a_claimed_row_says_all_that_a_channel_needs(store: Store) -> None:
    (here,) = await people(store, 1)
    file: dict[str, Json] = {"kind": "confirmation", "ticket": 7, "name": "TS.pdf"}
    new = NewRow(
        method="sendDocument", body={"caption": "见附件"}, file=file, card="c", notice="M14"
    )
    (number,) = (await store.write(of(outbox.post, here, [new], NOW))).ids
    (taken,) = await claim(store)
    assert (taken.id, taken.chat, taken.attempts, taken.fence) == (number, here, 1, 1)
    assert (taken.address.channel, taken.address.bot, taken.address.chat) == ("telegram", "42", "0")
    assert (taken.method, taken.body, taken.file) == ("sendDocument", {"caption": "见附件"}, file)
    assert (taken.card, taken.notice, taken.edits, taken.target) == ("c", "M14", False, "")


async def test_answers_go_before_notices_and_notices_before_broadcasts(store: Store) -> None:
    here = await people(store, 4)
    urgencies = (outbox.BROADCAST, outbox.NOTICE, outbox.ANSWER, outbox.NOTICE)
    for chat_id, urgency in zip(here, urgencies, strict=True):
        new = [row(f"{urgency}", urgency)]
        await store.write(of(outbox.post, chat_id, new, NOW + chat_id * SECOND))
    assert words(await claim(store, NOW + MINUTE)) == ["0", "1", "1", "2"]


async def test_an_answer_lifts_a_chat_that_was_owed_a_broadcast(store: Store) -> None:
    waits, writes = await people(store, 2)
    await store.write(of(outbox.post, waits, [row("for all", outbox.BROADCAST)], NOW))
    await store.write(of(outbox.post, writes, [row("for all", outbox.BROADCAST)], NOW))
    await store.write(of(outbox.post, writes, [row("for you")], NOW + SECOND))
    (first,) = await claim(store, NOW + MINUTE, limit=1)
    assert (first.chat, words([first])) == (writes, ["for all"])
    await store.write(of(outcomes.sent, first, "1", NOW + MINUTE))
    (second,) = await claim(store, NOW + MINUTE, limit=1)
    assert words([second]) == ["for you"]


async def test_other_channels_are_left_alone(store: Store) -> None:
    here = await store.write(of(chat, "1", "web"))
    await store.write(of(outbox.post, here, [row("hello")], NOW))
    assert await claim(store) == []
    assert len(await store.write(of(outbox.claim, "web", NOW, "me", 9))) == 1


async def test_a_lapsed_lease_lets_another_take_it_and_the_first_is_not_believed(
    store: Store,
) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (slow,) = await claim(store)
    assert await claim(store, NOW + LEASE - SECOND) == []
    (quick,) = await claim(store, NOW + LEASE)
    assert (quick.id, quick.fence, quick.attempts) == (slow.id, slow.fence + 1, 2)
    late = NOW + LEASE
    assert not await store.write(of(outcomes.sent, slow, "old", late))
    assert not await store.write(of(outcomes.gone, slow, "old", late))
    assert await store.write(of(outcomes.sent, quick, "new", late))
    assert not await store.write(of(outcomes.later, quick, 1, "again", late))
    assert (await counts(store))["sent"] == 1


async def test_a_lease_is_renewed_while_sending(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("big file")], NOW))
    held = await claim(store)
    await store.write(of(outbox.renew, held, NOW + 4 * SECOND))
    assert await claim(store, NOW + LEASE) == []
    assert len(await claim(store, NOW + LEASE + 4 * SECOND)) == 1


@OF_A_FILE
async def test_a_restart_takes_up_what_was_on_the_wire_at_once(
    store: Store, url: str, keys: Keys
) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    await claim(store)
    await store.close()
    again = await Store.open(url, keys)
    assert (await counts(again))["unknown"] == 1
    assert words(await claim(again, NOW)) == ["one"]
    await again.close()


async def test_a_chat_that_must_wait_holds_up_nobody_else(store: Store) -> None:
    slow, quick = await people(store, 2)
    await store.write(of(outbox.post, slow, [row("one"), row("two")], NOW))
    await store.write(of(outbox.post, quick, [row("mine")], NOW))
    first, second = await claim(store)
    await store.write(of(outcomes.later, first, 30, "429", NOW))
    await store.write(of(outcomes.sent, second, "1", NOW))
    await store.write(of(outbox.post, slow, [row("three")], NOW + SECOND))
    assert await claim(store, NOW + 29 * SECOND) == []
    assert await store.read(of(outbox.next_due, ["telegram"])) == NOW + 30 * SECOND
    assert words(await claim(store, NOW + 30 * SECOND)) == ["one"]


async def test_what_may_have_arrived_is_counted_and_sent_again(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    await store.write(of(outcomes.unknown, taken, 2, "timeout", NOW))
    assert (await counts(store))["unknown"] == 1
    (again,) = await claim(store, NOW + 2 * SECOND)
    await store.write(of(outcomes.sent, again, "1", NOW))
    assert await counts(store) == {"pending": 0, "sent": 1, "failed": 0, "unknown": 0}


async def test_who_blocked_us_gets_the_rest_when_they_are_back(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    assert await store.write(of(outcomes.gone, taken, "403", NOW))
    await store.write(of(outbox.post, here, [row("two")], NOW))
    assert await claim(store, NOW + MINUTE) == []
    assert await store.read(of(outbox.next_due, ["telegram"])) is None
    assert not (await store.read(of(chats.person, here))).reachable
    await store.write(of(chats.reachable, here, True, NOW + MINUTE))
    assert await store.read(of(outbox.next_due, ["telegram"])) == NOW + MINUTE
    assert words(await claim(store, NOW + MINUTE)) == ["one"]


async def test_a_refusal_from_before_the_last_words_parks_nobody(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    await store.write(of(lines.heard, here))
    assert not await store.write(of(outcomes.gone, taken, "403", NOW))
    assert (await store.read(of(chats.person, here))).reachable
    (again,) = await claim(store)
    assert (words([again]), again.attempts) == (["one"], 2)
    assert await store.write(of(outcomes.gone, again, "403", NOW))
    assert await claim(store, NOW + MINUTE) == []


async def test_who_is_back_while_a_call_is_under_way_is_not_parked_by_it(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    await store.write(of(chats.reachable, here, True, NOW))
    assert not await store.write(of(outcomes.gone, taken, "403", NOW))
    assert words(await claim(store)) == ["one"]


async def test_words_from_before_the_call_excuse_no_refusal(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    await store.write(of(lines.heard, here))
    (taken,) = await claim(store)
    assert await store.write(of(outcomes.gone, taken, "403", NOW))


async def test_what_we_say_ourselves_meanwhile_excuses_no_refusal(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    await store.write(of(outbox.post, here, [row("a notice", outbox.NOTICE)], NOW))
    assert await store.write(of(outcomes.gone, taken, "403", NOW))
    assert await claim(store, NOW + MINUTE) == []


async def test_a_refused_row_is_tried_once_more_in_plain_and_then_let_go(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("<b>"), row("next")], NOW))
    (taken,) = await claim(store)
    plain = Simpler("sendMessage", {"text": "b"})
    await store.write(of(outcomes.refused, taken, "can't parse", plain, NOW))
    (again,) = await claim(store)
    assert (words([again]), again.plain) == (["b"], True)
    await store.write(of(outcomes.refused, again, "still no", plain, NOW))
    assert (await counts(store))["failed"] == 1
    assert words(await claim(store)) == ["next"]


async def test_a_chat_that_moved_is_sent_to_at_its_new_address(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    assert not await store.write(of(outcomes.moved, taken, "-100200", NOW))
    (again,) = await claim(store)
    assert again.address.chat == "-100200"


async def test_a_chat_that_moved_onto_another_is_parked(store: Store) -> None:
    here, _there = await people(store, 2)
    await store.write(of(outbox.post, here, [row("one")], NOW))
    (taken,) = await claim(store)
    assert await store.write(of(outcomes.moved, taken, "1", NOW))
    assert await claim(store, NOW + MINUTE) == []
    assert not (await store.read(of(chats.person, here))).reachable


async def test_an_edit_changes_the_message_that_carried_the_card(store: Store) -> None:
    (here,) = await people(store, 1)
    new = NewRow(method="sendMessage", body={"text": "card"}, card="card")
    (first,) = (await store.write(of(outbox.post, here, [new], NOW))).ids
    assert await store.read(of(outbox.card, here, "card")) == first
    assert await store.read(of(outbox.card, here, "other")) is None
    await store.write(of(outbox.post, here, [edit("newer", first)], NOW))
    (taken,) = await claim(store)
    await store.write(of(outcomes.sent, taken, "777", NOW))
    (taken,) = await claim(store)
    assert (taken.edits, taken.target) == (True, "777")
    assert await store.read(of(outbox.card, here, "card")) == first


async def test_only_the_newest_waiting_edit_of_a_card_is_sent(store: Store) -> None:
    (here,) = await people(store, 1)
    (first,) = (await store.write(of(outbox.post, here, [row("card")], NOW))).ids
    for words_ in ("a", "b", "c"):
        await store.write(of(outbox.post, here, [edit(words_, first)], NOW))
    await store.write(of(outbox.post, here, [edit("other", first, "another")], NOW))
    told = []
    while taken := await claim(store):
        told += words(taken)
        await store.write(of(outcomes.sent, taken[0], "1", NOW))
    assert told == ["card", "c", "other"]


async def test_an_edit_on_the_wire_is_not_superseded(store: Store) -> None:
    (here,) = await people(store, 1)
    (first,) = (await store.write(of(outbox.post, here, [row("card")], NOW))).ids
    (taken,) = await claim(store)
    await store.write(of(outcomes.sent, taken, "1", NOW))
    await store.write(of(outbox.post, here, [edit("a", first)], NOW))
    (on_the_wire,) = await claim(store)
    await store.write(of(outbox.post, here, [edit("b", first)], NOW))
    assert await store.write(of(outcomes.sent, on_the_wire, "1", NOW))
    assert words(await claim(store)) == ["b"]


async def test_a_clock_set_back_changes_no_order_and_no_pace(store: Store) -> None:
    (here,) = await people(store, 1)
    early = NOW - 60 * MINUTE
    rows = [row(name) for name in "abcd"]
    await store.write(of(outbox.post, here, rows, NOW, spacing=1))
    told = []
    for at in (NOW, NOW, NOW, early + SECOND):
        (taken,) = await claim(store, at)
        told += words([taken])
        await store.write(of(outcomes.sent, taken, "1", at))
        if told == ["a", "b", "c"]:
            await store.write(of(overlong.shorten, early))
    assert told == ["a", "b", "c", "d"]
    await store.write(of(outbox.post, here, [row("e")], early + SECOND, spacing=1))
    assert words(await claim(store, early + 4 * SECOND)) == ["e"]


async def test_clearing_keeps_the_count_and_what_is_still_owed(store: Store) -> None:
    (here,) = await people(store, 1)
    await store.write(of(outbox.post, here, [row("one"), row("two")], NOW))
    (taken,) = await claim(store)
    await store.write(of(outcomes.sent, taken, "1", NOW))
    assert await store.write(of(outcomes.clear, NOW + MINUTE, 10)) == 1
    assert await counts(store) == {"pending": 1, "sent": 1, "failed": 0, "unknown": 0}
    await store.write(of(outbox.post, here, [row("three")], NOW))
    assert words(await claim(store)) == ["two"]


@OF_A_FILE
async def test_claiming_walks_the_queue_in_order_and_finds_heads_by_index(store: Store) -> None:
    def plan(c: Connection) -> str:
        wanted = {"served": "telegram", "now": NOW, "most": 9}
        statement, values = outbox.HEADS.written(c, wanted)
        found = c.connection.cursor()
        found.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        return " / ".join(step[3] for step in found.fetchall())

    told = await store.write(plan)
    line = "USING INDEX ix_chat_queue_due (channel=?)"
    assert told.startswith(f"SEARCH chat_queue {line}")
    assert "SEARCH inner_row USING INDEX ix_outbox_owed (chat=?)" in told
    assert "TEMP B-TREE" not in told


def hold(here: str = "0") -> Hold:
    return Hold("me", NOW + LEASE, Address("telegram", "42", here))


async def test_a_row_for_a_line_that_owes_nothing_is_born_on_its_way(store: Store) -> None:
    (here,) = await people(store, 1)
    rows = [row("one"), row("two")]
    posted = await store.write(of(outbox.post, here, rows, NOW, hold=hold()))
    first = posted.taken
    assert first is not None
    assert (first.id, first.attempts, words([first])) == (posted.ids[0], 1, ["one"])
    assert await claim(store) == []
    again = await store.write(of(outbox.post, here, [row("three")], NOW, hold=hold()))
    assert again.taken is None
    await store.write(of(outcomes.sent_all, [(first, "77")], NOW))
    told = []
    while taken := await claim(store):
        told += words(taken)
        await store.write(of(outcomes.sent_all, [(one, "78") for one in taken], NOW))
    assert told == ["two", "three"]
    later = await store.write(of(outbox.post, here, [row("four")], NOW, hold=hold()))
    assert later.taken is not None
    assert later.taken.fence > first.fence


async def test_what_was_born_on_its_way_is_taken_up_by_another_when_its_holder_is_gone(
    store: Store,
) -> None:
    (here,) = await people(store, 1)
    posted = await store.write(of(outbox.post, here, [row("one")], NOW, hold=hold()))
    assert posted.taken is not None
    assert await claim(store, NOW + LEASE - SECOND) == []
    (taken,) = await claim(store, NOW + LEASE)
    assert (taken.id, taken.attempts, taken.address.chat) == (posted.ids[0], 2, "0")
    await store.write(of(outcomes.sent_all, [(posted.taken, "old")], NOW + LEASE))
    assert (await counts(store))["sent"] == 0


async def test_a_chat_gets_a_short_burst_and_then_its_pace(store: Store) -> None:
    (here,) = await people(store, 1)
    rows = [row(f"{n}") for n in range(6)]
    await store.write(of(outbox.post, here, rows, NOW, spacing=1.0))
    went = []
    for half in range(9):
        now = NOW + half * SECOND / 2
        while taken := await claim(store, now):
            went.append(half / 2)
            await store.write(of(outcomes.sent, taken[0], "1", now))
    assert went == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]


async def test_a_pace_outlives_the_messages_that_made_it(store: Store) -> None:
    (here,) = await people(store, 1)
    for n in range(3):
        posted = await store.write(
            of(outbox.post, here, [row(f"{n}")], NOW, spacing=10.0, hold=hold())
        )
        assert posted.taken is not None
        await store.write(of(outcomes.sent_all, [(posted.taken, f"{n}")], NOW))
    fourth = await store.write(of(outbox.post, here, [row("3")], NOW, spacing=10.0, hold=hold()))
    assert fourth.taken is None
    assert await claim(store, NOW + 9 * SECOND) == []
    assert words(await claim(store, NOW + 10 * SECOND)) == ["3"]
