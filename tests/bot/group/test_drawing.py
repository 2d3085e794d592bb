"""The staff group as a view: cards drawn one at a time, as their tickets are by then."""

from datetime import timedelta

from dialogs.tickets.ticket import State
from tests.bot.group.room import MINUTE, Room


async def test_a_new_ticket_stands_in_the_topic_of_its_department(room: Room) -> None:
    made = await room.files("p1")
    await room.draws()
    ticket = await room.ticket(made)
    (card,) = room.group.inside(room.group.topic("网络维护部"))
    assert ticket.number in card.text
    assert [call.method for call in room.drawn("createForumTopic", "sendMessage")] == [
        "createForumTopic",
        "sendMessage",
    ]


async def test_a_claim_changes_the_card_in_place_and_gives_the_ticket_its_own_topic(
    room: Room,
) -> None:
    made, chen = await room.files("p1"), await room.employs("陈工")
    await room.draws()
    await room.moves(made, "claim", chen)
    await room.draws()
    ticket = await room.ticket(made)
    (card,) = room.group.inside(room.group.topic("网络维护部"))
    assert card.edited
    assert "陈工" in card.text
    (own,) = room.group.inside(room.group.topic(ticket.number))
    assert ticket.filing.story in own.text
    assert ticket.state is State.INVESTIGATING


async def test_a_hundred_tickets_in_a_minute_are_drawn_at_the_groups_pace(room: Room) -> None:
    made = [await room.files(f"p{n}") for n in range(100)]
    for n in range(12):  # each changes again and again meanwhile
        for one in made:
            await room.moves(one, "add", words=f"又断了 {n}")
        await room.passes(timedelta(seconds=20))
    await room.draws()
    assert room.busiest() <= 20
    assert not room.api.refused
    for one in made:
        ticket, card = await room.ticket(one), await room.card(one)
        assert (card.revision, card.due) == (ticket.revision, None)
        assert sum(ticket.number in message.text for message in room.group.chat) == 1
    # A hundred sent, and few of the twelve hundred changes drawn for themselves.
    assert len(room.drawn("sendMessage")) == 100


async def test_what_comes_late_in_a_crowd_is_drawn_as_it_is_then(room: Room) -> None:
    made = [await room.files(f"p{n}") for n in range(10)]
    chen = await room.employs("陈工")
    await room.moves(made[-1], "claim", chen)
    await room.passes(MINUTE)
    await room.draws()
    ticket = await room.ticket(made[-1])
    department = room.group.inside(room.group.topic("网络维护部"))
    (card,) = (one for one in department if ticket.number in one.text)
    assert not card.edited
    assert "陈工" in card.text
