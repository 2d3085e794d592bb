"""Drafts of the group and what it watches, kept on either database."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, text

from dialogs.group.draft import Draft, Written, added, words
from dialogs.tickets.ticket import Role
from storage import staff, staff_drafts, watches
from storage.store import Store
from tests.storage.values import NOW, chat, filed, of

HOUR = timedelta(hours=1)


async def begun(store: Store) -> Draft:
    """A reply with some words, kept."""

    def put(c: Connection) -> Draft:
        ticket, group = filed(c, chat(c, "ann")), chat(c, "-100", "staff")
        who = staff.add(c, "陈工", Role.HANDLER)
        new = Draft(kind="reply", ticket=ticket.id, revision=1, begun=1, staff=who, name="陈工")
        return staff_drafts.add(c, added(new, "words", Written("查到了", "m1")), group, "7", NOW)

    return await store.write(put)


async def test_a_draft_comes_back_as_it_was_kept(store: Store) -> None:
    made = await begun(store)
    kept = await store.read(of(staff_drafts.load, made.id))
    assert kept is not None
    assert (kept.draft, kept.thread, kept.open) == (made, "7", True)
    assert words(kept.draft, "words") == "查到了"
    mine = await store.read(of(staff_drafts.of_staff, made.staff, kept.chat))
    assert [one.draft.id for one in mine] == [made.id]
    assert await store.read(of(staff_drafts.of_staff, made.staff + 1, kept.chat)) == ()


async def test_what_is_written_is_sealed(store: Store) -> None:
    await begun(store)
    raw = await store.read(lambda c: c.execute(text("SELECT body FROM staff_draft")).scalar_one())
    assert "查到了" not in str(raw)


async def test_of_two_changes_of_one_revision_one_is_kept(store: Store) -> None:
    made = await begun(store)
    new = added(made, "words", Written("明天退", "m2"))
    assert await store.write(of(staff_drafts.save, new, made.rev, NOW))
    other = added(made, "words", Written("别的", "m3"))
    assert not await store.write(of(staff_drafts.save, other, made.rev, NOW))
    kept = await store.read(of(staff_drafts.load, made.id))
    assert kept is not None
    assert words(kept.draft, "words") == "查到了\n明天退"


async def test_what_was_sent_says_which_messages_were_its_own(store: Store) -> None:
    made = await begun(store)
    assert await store.read(of(staff_drafts.spans, made.ticket)) == ()
    await store.write(of(staff_drafts.sent, made.id, 4, 6, NOW))
    assert await store.read(of(staff_drafts.spans, made.ticket)) == ((4, 6),)
    kept = await store.read(of(staff_drafts.load, made.id))
    assert kept is not None
    assert not kept.open
    await store.write(of(staff_drafts.drop, made.id))
    assert await store.read(of(staff_drafts.load, made.id)) is None


async def test_a_ticket_is_watched_until_its_time_and_keeps_what_was_called(store: Store) -> None:
    ticket = await store.write(lambda c: filed(c, chat(c)).id)
    await store.write(of(watches.look, ticket, NOW + HOUR))
    assert await store.read(of(watches.due, NOW, 9)) == ()
    assert await store.read(watches.soonest) == NOW + HOUR
    await store.write(of(watches.called, ticket, {"near R3", "over R2"}, NOW))
    await store.write(of(watches.look, ticket, NOW))
    (found,) = await store.read(of(watches.due, NOW, 9))
    assert replace(found, due=None) == watches.Watch(
        ticket, None, frozenset({"near R3", "over R2"}), NOW
    )
    await store.write(of(watches.look, ticket, None))
    assert await store.read(watches.soonest) is None
