"""The log of a conversation, as the person saw it."""

from dataclasses import replace

from storage import messages, outbox, outcomes
from storage.messages import Said
from storage.outbox import NewRow
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of


def said(chat_id: int, words: str) -> Said:
    return Said(chat=chat_id, at=NOW, direction="in", words=words)


async def test_both_sides_stand_in_their_order(store: Store) -> None:
    here, other = await store.write(chat), await store.write(of(chat, "200"))
    await store.write(of(messages.log_in, said(here, "在吗")))
    await store.write(of(messages.log_in, said(other, "not mine")))
    asked = replace(said(here, "哪里？"), choices=("长安街", "其他"))
    last = await store.write(of(messages.log_out, asked))
    found = await store.read(of(messages.conversation, here))
    assert [(one.direction, one.words) for one in found] == [("in", "在吗"), ("out", "哪里？")]
    assert found[1].choices == ("长安街", "其他")
    assert await store.read(of(messages.conversation, here, after=last)) == ()
    assert await store.read(of(messages.latest, here, 1)) == found[1:]


async def test_a_rewritten_message_names_the_one_it_replaces(store: Store) -> None:
    here = await store.write(chat)
    typed = replace(said(here, "94"), message_id="7")
    first = await store.write(of(messages.log_in, typed))
    second = await store.write(of(messages.log_in, replace(typed, words="49")))
    found = await store.read(of(messages.conversation, here))
    assert [one.edited_from for one in found] == [None, first]
    newest = await store.read(of(messages.by_message, here, "7"))
    assert newest is not None
    assert newest.id == second


async def test_a_card_takes_the_place_of_the_one_before(store: Store) -> None:
    here = await store.write(chat)
    card = replace(said(here, "card"), card="t1")
    first = await store.write(of(messages.log_out, card))
    await store.write(of(messages.log_out, replace(card, card="t2")))
    await store.write(of(messages.log_out, card))
    found = await store.read(of(messages.conversation, here))
    assert [one.edited_from for one in found] == [None, None, first]


async def test_a_reply_finds_its_ticket_even_when_the_outbox_was_cleared(store: Store) -> None:
    here = await store.write(chat)
    ticket = await store.write(of(filed, here))
    new = [NewRow(method="sendMessage", body={"text": "已登记"})]
    (row,) = (await store.write(of(outbox.post, here, new, NOW))).ids
    told = replace(said(here, "已登记"), ticket=ticket.id, outbox=row)
    await store.write(of(messages.log_out, told))
    (taken,) = await store.write(of(outbox.claim, "telegram", NOW, "me", 1))
    await store.write(of(outcomes.sent, taken, "555", NOW))
    for _ in ("before", "after"):
        found = await store.read(of(messages.by_message, here, "555"))
        assert found is not None
        assert (found.ticket, found.message_id) == (ticket.id, "555")
        await store.write(of(outcomes.clear, NOW + MINUTE, 10))
    assert await store.read(of(messages.by_message, here, "556")) is None


async def test_a_message_bound_to_a_ticket_stands_on_its_page(store: Store) -> None:
    here = await store.write(chat)
    ticket = await store.write(of(filed, here))
    loose = await store.write(of(messages.log_in, said(here, "还有")))
    assert await store.read(of(messages.of_ticket, ticket.id)) == ()
    await store.write(of(messages.bind, loose, ticket.id))
    (found,) = await store.read(of(messages.of_ticket, ticket.id))
    assert (found.words, found.id) == ("还有", loose)
