"""The staff group as rows: cards due once for many changes, topics, accounts; in both databases."""

from datetime import timedelta

from sqlalchemy import Table, func, select

from dialogs.tickets.ticket import Role, State
from dialogs.values import replace
from storage import Connection, accounts, retention, schema, staff, staff_cards, tickets, topics
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of

HOUR = timedelta(hours=1)


def group(c: Connection) -> int:
    return chat(c, "-1001", "staff")


def ticket(c: Connection, name: str = "100") -> int:
    return filed(c, chat(c, name)).id


def rows(c: Connection, table: Table) -> int:
    found: int = c.execute(select(func.count()).select_from(table)).scalar_one()
    return found


async def test_a_card_is_due_since_the_earliest_wish_however_often_it_is_wished(
    store: Store,
) -> None:
    def put(c: Connection) -> int:
        one = ticket(c)
        for due in (NOW, NOW + MINUTE, NOW - MINUTE, NOW):
            staff_cards.mark(c, one, group(c), due)
        return one

    one = await store.write(put)
    here = await store.read(group)
    card = await store.read(lambda c: staff_cards.next_due(c, here, NOW))
    assert card is not None
    assert (card.ticket, card.due) == (one, NOW - MINUTE)
    await store.write(of(staff_cards.done, one, 3))
    assert await store.read(of(staff_cards.soonest, here)) is None
    await store.write(of(staff_cards.mark, one, here, NOW + HOUR))
    assert await store.read(of(staff_cards.next_due, here, NOW)) is None
    assert await store.read(of(staff_cards.soonest, here)) == NOW + HOUR


async def test_the_one_that_waits_longest_is_next_and_refusals_wait_ever_longer(
    store: Store,
) -> None:
    def put(c: Connection) -> list[int]:
        made = [ticket(c, f"{n}") for n in range(3)]
        for n, one in enumerate(made):
            staff_cards.mark(c, one, group(c), NOW - n * MINUTE)
        return made

    made = await store.write(put)
    here = await store.read(group)
    waits = []
    for _ in range(3):
        await store.write(of(staff_cards.refused, made[2], NOW))
        card = await store.read(of(staff_cards.of, made[2]))
        assert card is not None
        assert card.due is not None
        waits.append((card.due - NOW).total_seconds())
    assert waits == [10, 20, 40]
    found = await store.read(of(staff_cards.next_due, here, NOW))
    assert found is not None
    assert found.ticket == made[1]
    await store.write(of(staff_cards.placed, made[2], "77", own=False))
    card = await store.read(of(staff_cards.of, made[2]))
    assert card is not None
    assert card.tries == 0


async def test_a_message_leads_to_its_ticket_and_a_thread_to_its_topic(store: Store) -> None:
    def put(c: Connection) -> tuple[int, int]:
        one, here = ticket(c), group(c)
        staff_cards.mark(c, one, here, NOW)
        staff_cards.placed(c, one, "7", own=False)
        staff_cards.placed(c, one, "9", own=True)
        topic = topics.wanted(c, here, topics.of_ticket(one), one)
        topics.made(c, topic.id, "55")
        assert topics.wanted(c, here, topics.of_ticket(one), one).id == topic.id
        return one, here

    one, here = await store.write(put)
    for message, found in (("7", one), ("9", one), ("8", None), ("", None)):
        assert await store.read(of(staff_cards.by_message, here, message)) == found
    topic = await store.read(of(topics.by_thread, here, "55"))
    assert topic is not None
    assert topic.ticket == one
    assert await store.read(of(topics.by_thread, here, "")) is None


async def test_a_topic_that_went_takes_the_cards_in_it_along(store: Store) -> None:
    def put(c: Connection) -> tuple[int, list[int]]:
        here = group(c)
        topic = topics.wanted(c, here, topics.department("NET"))
        made = [ticket(c, f"{n}") for n in range(3)]
        for one in made:
            staff_cards.mark(c, one, here, NOW)
            staff_cards.drawing(c, one, "x", topic.id, own=False)
            staff_cards.placed(c, one, f"{one}", own=False)
            staff_cards.done(c, one, 1)
        ended = tickets.load(c, made[2])
        assert ended is not None
        tickets.save(c, ended, replace(ended, state=State.CLOSED, revision=2), ())
        return topic.id, made

    topic, made = await store.write(put)
    await store.write(of(staff_cards.topic_gone, topic, None, NOW))
    cards = [await store.read(of(staff_cards.of, one)) for one in made]
    assert [(one and one.message, one and one.due) for one in cards] == [
        ("", NOW),
        ("", NOW),
        ("", None),
    ]


async def test_what_nobody_marked_is_found_in_slices(store: Store) -> None:
    def put(c: Connection) -> list[int]:
        made = [ticket(c, f"{n}") for n in range(5)]
        here = group(c)
        staff_cards.mark(c, made[0], here, NOW)
        staff_cards.done(c, made[0], 1)  # as it is
        staff_cards.mark(c, made[1], here, NOW)  # due already
        staff_cards.mark(c, made[2], here, NOW)
        staff_cards.done(c, made[2], 0)  # of another revision
        ended = tickets.load(c, made[3])
        assert ended is not None
        tickets.save(c, ended, replace(ended, state=State.CLOSED, revision=2), ())
        return made

    made = await store.write(put)
    found: list[int] = []
    after = 0
    while True:
        some, after = await store.read(of(staff_cards.overlooked, after, 2))
        found += some
        if not after:
            break
    assert found == [made[2], made[4]]


async def test_a_group_that_became_another_is_drawn_anew_where_it_is_open(store: Store) -> None:
    def put(c: Connection) -> tuple[int, int]:
        one, here = ticket(c), group(c)
        staff_cards.mark(c, one, here, NOW)
        staff_cards.placed(c, one, "7", own=False)
        staff_cards.done(c, one, 1)
        topics.made(c, topics.wanted(c, here, topics.department("NET")).id, "5")
        return one, here

    one, here = await store.write(put)
    await store.write(of(staff_cards.forget, here, NOW))
    await store.write(of(topics.void, here))
    card = await store.read(of(staff_cards.of, one))
    assert card is not None
    assert (card.message, card.due) == ("", NOW)
    topic = await store.read(of(topics.of, here, topics.department("NET")))
    assert topic is not None
    assert topic.thread == ""
    other = await store.write(lambda c: chat(c, "-1002", "staff"))
    await store.write(of(staff_cards.adopt, other))
    card = await store.read(of(staff_cards.of, one))
    assert card is not None
    assert (card.chat, card.due) == (other, None)


async def test_what_the_group_shows_goes_with_its_ticket(store: Store) -> None:
    def put(c: Connection) -> int:
        one, here = ticket(c), group(c)
        staff_cards.mark(c, one, here, NOW)
        topics.wanted(c, here, topics.of_ticket(one), one)
        return one

    one = await store.write(put)
    await store.write(of(retention.remove, [one]))
    for table in (schema.staff_card, schema.group_topic):
        assert await store.read(of(rows, table)) == 0


async def test_an_account_is_one_person_s_and_a_person_has_one(store: Store) -> None:
    def put(c: Connection) -> tuple[int, int]:
        return staff.add(c, "李敏", Role.AGENT), staff.add(c, "陈工", Role.HANDLER)

    li, chen = await store.write(put)
    for who, sender in ((li, "5"), (chen, "6"), (chen, "5")):
        token = await store.write(of(accounts.link, who, NOW, HOUR))
        assert len(f"desk-{token}") <= 64
        person = await store.write(of(accounts.use, token, sender, NOW))
        assert person is not None
        assert await store.write(of(accounts.use, token, "7", NOW)) is None
    found = await store.read(of(accounts.staff_of, "5"))
    assert found is not None
    assert found.id == chen
    assert await store.read(of(accounts.staff_of, "6")) is None
    assert await store.read(of(accounts.staff_of, "")) is None
    assert await store.read(accounts.linked) == {chen}
    assert await store.read(of(accounts.account_of, chen)) == "5"
    assert await store.read(of(accounts.linked_at, chen)) == NOW
    kept = await store.read(
        lambda c: c.exec_driver_sql("SELECT account FROM staff_account").scalar_one()
    )
    assert kept != "5"  # sealed


async def test_whoever_left_links_nothing_with_an_old_link(store: Store) -> None:
    li = await store.write(lambda c: staff.add(c, "李敏", Role.AGENT))
    token = await store.write(of(accounts.link, li, NOW, HOUR))
    await store.write(of(staff.active, li, False))
    assert await store.write(of(accounts.use, token, "5", NOW)) is None
