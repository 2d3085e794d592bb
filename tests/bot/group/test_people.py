"""Who is who in the group: accounts linked by the desk's link, events that carry their sender."""

from datetime import timedelta

from bot.channels.base import Button
from bot.group.place import CHANNEL
from bot.group.saying import Words, say
from bot.stage import Outgoing, Work
from dialogs.model import Address, Event, Text
from dialogs.tickets.ticket import Role
from storage import Connection, accounts, chats, staff
from storage.store import Store
from tests.bot.group.room import Room

HOUR = timedelta(hours=1)


async def who(room: Room, number: int) -> str:
    found = await room.store.read(lambda c: accounts.staff_of(c, str(number)))
    return found.name if found else ""


async def test_a_link_of_the_desk_links_an_account_once(room: Room) -> None:
    chen, lin, ann = await room.employs("陈工"), room.api.person("Lin"), room.api.person("Ann")
    token = await room.store.write(lambda c: accounts.link(c, chen.staff, room.now, HOUR))
    await lin.says(f"/start desk-{token}")
    await ann.says(f"/start desk-{token}")
    await room.hears()
    assert "陈工" in lin.last.text
    assert "已用过" in ann.last.text
    assert (await who(room, lin.id), await who(room, ann.id)) == ("陈工", "")


async def test_a_link_that_is_too_old_links_nobody(room: Room) -> None:
    chen, lin = await room.employs("陈工"), room.api.person("Lin")
    token = await room.store.write(lambda c: accounts.link(c, chen.staff, room.now, HOUR))
    room.now += 2 * HOUR
    await lin.says(f"/start desk-{token}")
    await room.hears()
    assert await who(room, lin.id) == ""


async def test_another_account_takes_the_place_of_the_one_before(room: Room) -> None:
    chen, lin, ann = await room.employs("陈工"), room.api.person("Lin"), room.api.person("Ann")
    await room.linked(chen, lin)
    await room.linked(chen, ann)
    assert (await who(room, lin.id), await who(room, ann.id)) == ("", "陈工")
    zhao = await room.employs("赵敏", Role.SUPERVISOR)
    await room.linked(zhao, ann)
    assert await who(room, ann.id) == "赵敏"
    assert await room.store.read(accounts.linked) == {zhao.staff}


async def test_who_leaves_is_nobody_in_the_group(room: Room) -> None:
    chen, lin = await room.employs("陈工"), room.api.person("Lin")
    await room.linked(chen, lin)
    await room.store.write(lambda c: staff.active(c, chen.staff, False))
    assert await who(room, lin.id) == ""
    await room.store.write(lambda c: staff.active(c, chen.staff, True))
    assert await who(room, lin.id) == ""  # whoever comes back links anew


async def test_the_person_ends_the_link_in_private(room: Room) -> None:
    chen, lin = await room.employs("陈工"), room.api.person("Lin")
    await room.linked(chen, lin)
    link = await room.store.read(lambda c: accounts.account_of(c, chen.staff))
    assert link == str(lin.id)
    for words in ("已解除绑定", "没有绑定"):
        await lin.says("/unlink")
        await room.hears()
        assert words in lin.last.text
    assert await who(room, lin.id) == ""


async def test_the_subscribers_bot_stays_theirs_in_private(room: Room) -> None:
    ann = room.api.person("Ann")
    await ann.says("/start")
    await room.hears()
    found = await room.store.read(lambda c: chats.find(c, Address(CHANNEL, room.bot, str(ann.id))))
    assert found is None
    assert "投诉" in ann.last.text


async def test_what_happens_in_another_group_stays_there(room: Room) -> None:
    lin = room.api.person("Lin")
    other = await room.api.group("Elsewhere", lin)
    await lin.says("/new", to=other)
    await room.hears()
    assert other.chat[-1].by_bot
    assert not [one for one in room.group.chat if one.by_bot]


async def test_a_press_is_answered_while_a_hundred_cards_wait(room: Room) -> None:
    for n in range(100):
        await room.files(f"p{n}")
    await room.passes(timedelta(seconds=20))
    waits = await room.store.read(room.waiting)
    assert waits > 80
    lin = room.api.person("Lin")

    def put(c: Connection) -> None:
        work = Work(room.stage, c, room.now, Outgoing())
        say(work, room.chat, Words("?", ((Button("go", "v1:x:1:1:go"),),)))

    await room.store.write(put)
    await room.settles()
    before = room.now
    press = await lin.taps("go", to=room.group)
    await room.hears()
    assert press.answer is not None
    assert room.now == before  # in the very moment: no time had to pass for it


async def test_two_words_to_people_go_at_once_while_cards_wait(room: Room) -> None:
    for n in range(50):
        await room.files(f"p{n}")
    await room.passes(timedelta(minutes=1))
    assert await room.store.read(room.waiting) > 20

    def put(c: Connection) -> None:
        work = Work(room.stage, c, room.now, Outgoing())
        for n in range(2):
            say(work, room.chat, Words(f"answer {n}"))

    await room.store.write(put)
    await room.settles()
    assert [one.text for one in room.group.chat[-2:]] == ["answer 0", "answer 1"]
    await room.draws()
    assert room.busiest() <= 20


async def test_an_event_of_the_group_carries_who_did_it_and_where(room: Room) -> None:
    lin = room.api.person("Lin")
    await room.files("p1")
    await room.draws()
    topic = room.group.topic("网络维护部")
    await lin.says("hello", to=room.group, topic=topic)
    heard = room.read(room.api.inbox.waiting[-1].raw)
    assert isinstance(heard, Event)
    assert (heard.sender, heard.thread, heard.private) == (str(lin.id), str(topic), False)
    assert heard.what == Text("hello", str(topic))


async def test_an_update_that_comes_twice_is_taken_once(room: Room, store: Store) -> None:
    chen, lin = await room.employs("陈工"), room.api.person("Lin")
    token = await store.write(lambda c: accounts.link(c, chen.staff, room.now, HOUR))
    await lin.says(f"/start desk-{token}")
    await room.hears()
    await room.take([room.api.inbox.waiting[-1].raw])
    await room.settles()
    assert sum(one.by_bot for one in lin.chat) == 1
