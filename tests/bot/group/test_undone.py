"""What people, Telegram and deaths do to the group, and how it comes to stand as it should."""

from datetime import timedelta

from bot.endings import owed
from bot.group.settling import PLAIN
from dialogs.tickets.ticket import Role
from storage import settings, topics
from storage.seal import Keys
from storage.store import Store
from tests.bot.group.room import MINUTE, SECOND, Room
from tests.peers.world import Message

NET = "网络维护部"


def cards(room: Room, number: str) -> list[Message]:
    return [one for one in room.group.chat if number in one.text and one.by_bot]


async def test_a_topic_that_somebody_deleted_is_made_again_with_its_cards(room: Room) -> None:
    made = [await room.files(f"p{n}") for n in range(3)]
    await room.draws()
    gone = room.group.topic(NET)
    room.group.home.delete_topic(gone)
    assert not room.group.chat
    chen = await room.employs("陈工")
    await room.moves(made[0], "claim", chen)
    await room.draws()
    again = room.group.topic(NET)
    assert again != gone
    numbers = [(await room.ticket(one)).number for one in made]
    assert all(any(n in one.text for one in room.group.inside(again)) for n in numbers)
    assert len(room.group.inside(again)) == 3
    assert len(room.group.inside(room.group.topic(numbers[0]))) == 1


async def test_a_ticket_s_own_topic_that_was_deleted_is_made_again_when_it_is_needed(
    room: Room,
) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.moves(made, "claim", chen)
    await room.draws()
    number = (await room.ticket(made)).number
    room.group.home.delete_topic(room.group.topic(number))
    await room.moves(made, "note", chen, words="光衰")
    await room.draws()
    await room.moves(made, "release", chen)
    await room.draws()
    assert "负责人：陈工" not in room.group.inside(room.group.topic(number))[0].text


async def test_a_topic_that_somebody_closed_is_opened_before_a_card_goes_there(room: Room) -> None:
    await room.files("p1")
    await room.draws()
    room.group.home.closed.add(room.group.topic(NET))
    room.group.home.manages = False  # who may not manage it may not write into it either
    made = await room.files("p2")
    await room.draws()
    assert (await room.ticket(made)).number in room.group.inside(room.group.topic(NET))[-1].text
    assert not room.group.home.closed
    assert [one.description for one in room.api.refused] == ["Bad Request: TOPIC_CLOSED"]


async def test_a_card_that_somebody_deleted_is_sent_again(room: Room) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.draws()
    number = (await room.ticket(made)).number
    room.group.home.remove(cards(room, number)[0].id)
    await room.moves(made, "claim", chen)
    await room.draws()
    assert "陈工" in room.group.inside(room.group.topic(NET))[0].text


async def test_the_group_is_followed_when_it_becomes_a_supergroup(room: Room, store: Store) -> None:
    await room.stop()
    room.group = await room.api.group("Small", room.api.person("Lin"))
    await room.start(store)
    made = await room.files("p1")
    await room.draws()
    assert len(room.group.chat) == 1
    old = room.group
    room.group = await old.becomes_supergroup(forum=True)
    room.group.home.manages = True
    await room.hears()
    await room.drawing.seen()
    await room.draws()
    number = (await room.ticket(made)).number
    assert number in room.group.inside(room.group.topic(NET))[0].text
    assert len(old.chat) == 1


async def test_a_group_that_moved_unheard_is_followed_by_the_answer_to_the_next_card(
    room: Room, store: Store
) -> None:
    await room.stop()
    room.group = await room.api.group("Small", room.api.person("Lin"))
    await room.start(store)
    first = await room.files("p1")
    await room.draws()
    configured = room.group.id
    room.group = await room.group.becomes_supergroup(told=False)
    second = await room.files("p2")
    await room.draws()
    chen = await room.employs("陈工")
    for one in (first, second):
        await room.moves(one, "claim", chen)
    await room.draws()
    numbers = [(await room.ticket(one)).number for one in (first, second)]
    assert [one.text.count("负责人：陈工") for one in room.group.chat] == [1, 1]
    assert all(any(n in one.text for one in room.group.chat) for n in numbers)
    # Whoever starts it with the old id in the settings finds the group where it is now.
    await room.stop()
    await room.start(store, configured)
    third = await room.files("p3")
    await room.draws()
    assert cards(room, (await room.ticket(third)).number)


async def test_a_flood_limit_rests_the_group_alone_and_the_newest_state_wins(room: Room) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.draws()
    room.api.fault("*", "429", seconds=30, chat=room.group.id)
    await room.moves(made, "claim", chen)
    await room.passes(2 * SECOND)
    before = len(room.calls)
    await room.moves(made, "release", chen)
    await room.passes(timedelta(seconds=25))
    assert len(room.calls) == before
    ann = room.api.person("Ann")
    await ann.says("/help")
    await room.hears()
    assert ann.chat[-1].by_bot  # who writes to the bot waits for nothing of it
    await room.draws()
    (card,) = room.group.inside(room.group.topic(NET))
    assert "负责人：陈工" not in card.text
    assert (await room.card(made)).revision == (await room.ticket(made)).revision


async def test_a_group_without_topics_gets_its_cards_all_the_same(room: Room, store: Store) -> None:
    await room.stop()
    room.group = await room.api.group("Plain", room.api.person("Lin"))
    await room.start(store)
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.moves(made, "claim", chen)
    await room.draws()
    (card,) = room.group.chat
    assert "陈工" in card.text
    assert not room.drawn("createForumTopic")
    assert not room.drawing.trouble


async def test_a_bot_that_may_not_manage_topics_says_so_and_goes_without(
    room: Room, store: Store
) -> None:
    room.group.home.manages = False
    await room.files("p1")
    await room.draws()  # believed to be able to, and refused
    assert await store.read(lambda c: settings.read(c, PLAIN)) is not None
    assert len(room.group.chat) == 1
    await room.drawing.seen()
    assert room.drawing.trouble == "the bot may not manage topics there"
    room.group.home.manages = True
    await room.drawing.seen()
    made = await room.files("p2")
    await room.draws()
    assert (await room.ticket(made)).number in room.group.inside(room.group.topic(NET))[0].text


async def test_a_bot_that_was_put_out_goes_on_where_it_was_once_it_is_back(room: Room) -> None:
    room.group.home.barred = "Forbidden: bot was kicked from the supergroup chat"
    made = await room.files("p1")
    await room.passes(10 * SECOND)
    await room.drawing.seen()
    assert room.drawing.trouble == "the bot is not in the group"
    calls = len(room.api.accepted)
    await room.passes(MINUTE)
    assert len(room.api.accepted) == calls
    room.group.home.barred = ""
    await room.drawing.seen()
    await room.passes(MINUTE)
    assert cards(room, (await room.ticket(made)).number)


async def test_a_restart_draws_what_was_due_and_nothing_again(room: Room, store: Store) -> None:
    made = [await room.files(f"p{n}") for n in range(5)]
    await room.passes(timedelta(seconds=8))
    assert len(room.drawn("sendMessage")) < 5
    await room.stop()
    await room.start(store)
    await room.draws()
    for one in made:
        assert len(cards(room, (await room.ticket(one)).number)) == 1
    assert len(room.drawn("createForumTopic")) == 1


async def test_a_kill_between_making_a_topic_and_keeping_it_leaves_an_empty_topic_at_most(
    room: Room, store: Store, url: str, keys: Keys
) -> None:
    made = await room.files("p1")
    room.now += SECOND
    await room.drawing.round()
    claimed = await store.write(room.claim)
    assert claimed.method == "createForumTopic"
    await room.channel.send(owed(claimed))  # Telegram has it, and we die
    await room.stop()
    await store.close()
    again = await Store.open(url, keys)
    try:
        await room.start(again)
        await room.draws()
        kept = await again.read(lambda c: topics.of(c, room.chat, topics.department("NET")))
        assert kept is not None
        empty, used = room.group.home.topics
        assert kept.thread == str(used)
        assert not room.group.inside(empty)
        assert (await room.ticket(made)).number in room.group.inside(used)[0].text
    finally:
        await room.stop()
        await again.close()


async def test_a_kill_while_a_card_is_on_the_wire_sends_that_one_again(
    room: Room, store: Store, url: str, keys: Keys
) -> None:
    made, chen = [await room.files(f"p{n}") for n in range(3)], await room.employs("陈工")
    await room.passes(10 * SECOND)  # the topic, and two of them
    room.now += 10 * SECOND
    await room.drawing.round()
    claimed = await store.write(room.claim)
    assert claimed.method == "sendMessage"
    await room.channel.send(owed(claimed))  # it stands there, and we die
    await room.stop()
    await store.close()
    again = await Store.open(url, keys)
    try:
        await room.start(again)
        for one in made:
            await room.moves(one, "claim", chen)
        await room.draws()
        count = [len(cards(room, (await room.ticket(one)).number)) for one in made]
        # Each has its card and one in its own topic; the one on the wire was sent once more.
        assert sorted(count) == [2, 2, 3]
        assert sum("陈工" in one.text for one in room.group.inside(room.group.topic(NET))) == 3
    finally:
        await room.stop()
        await again.close()


async def test_a_ticket_that_ends_closes_its_topic_and_opens_it_when_it_is_opened_again(
    room: Room,
) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.moves(made, "claim", chen)
    await room.draws()
    number = (await room.ticket(made)).number
    await room.moves(made, "done_without_proposal", chen, proof="换了光猫")
    await room.moves(made, "fixed")
    await room.draws()
    own = room.group.topic(number)
    assert own in room.group.home.closed
    await room.moves(made, "reopen", reason="又断了")
    await room.draws()
    assert own not in room.group.home.closed


async def test_a_ticket_that_goes_to_another_department_has_one_card_with_buttons(
    room: Room,
) -> None:
    made, boss = await room.files("p1"), await room.employs("赵敏", Role.SUPERVISOR, "CS")
    await room.draws()
    await room.moves(made, "dispatch", boss, department="BIL")
    await room.draws()
    number = (await room.ticket(made)).number
    (left,) = room.group.inside(room.group.topic(NET))
    assert left.text == f"{number} → 计费账务部"
    (card,) = room.group.inside(room.group.topic("计费账务部"))
    assert number in card.text
