"""Files: wanted until fetched, then kept or refused; a draft's go with the ticket."""

from dialogs.model import File
from storage import files
from storage.files import Kept
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of

PHOTO = File("photo", "AgAC-ref", name="账单.jpg", mime="image/jpeg", size=9)
KEPT = Kept(path="ab/cd", sha256="abcd", size=1234, mime="image/png")


async def test_a_file_is_wanted_until_it_is_kept(store: Store) -> None:
    here = await store.write(chat)
    number = await store.write(of(files.want, here, PHOTO, None, NOW))
    (wanted,) = await store.read(of(files.wanted, NOW, 10))
    assert (wanted.ref, wanted.name, wanted.size) == ("AgAC-ref", "账单.jpg", 9)
    await store.write(of(files.kept, number, KEPT))
    assert await store.read(of(files.wanted, NOW, 10)) == ()
    found = await store.read(of(files.load, number))
    assert found is not None
    assert (found.state, found.path, found.size, found.mime) == ("kept", "ab/cd", 1234, "image/png")


async def test_a_file_that_cannot_be_fetched_is_tried_later_and_then_refused(store: Store) -> None:
    here = await store.write(chat)
    number = await store.write(of(files.want, here, PHOTO, None, NOW))
    await store.write(of(files.later, number, NOW + MINUTE, "timeout"))
    assert await store.read(of(files.wanted, NOW, 10)) == ()
    (again,) = await store.read(of(files.wanted, NOW + MINUTE, 10))
    assert again.attempts == 1
    await store.write(of(files.refused, number, "too_big"))
    assert await store.read(of(files.wanted, NOW + MINUTE, 10)) == ()


async def test_the_files_of_a_draft_go_with_the_ticket(store: Store) -> None:
    here, other = await store.write(chat), await store.write(of(chat, "200"))
    ticket = await store.write(of(filed, here))
    for owner in (here, here, other):
        await store.write(of(files.want, owner, PHOTO, None, NOW))
    assert len(await store.read(of(files.of_draft, here))) == 2
    assert await store.write(of(files.adopt, here, ticket.id)) == 2
    assert await store.read(of(files.of_draft, here)) == ()
    assert len(await store.read(of(files.of_draft, other))) == 1
    mine = await store.read(of(files.of_ticket, ticket.id))
    await store.write(of(files.refused, mine[0].id, "type"))
    assert await store.read(of(files.count, ticket.id)) == 1


async def test_staff_put_files_to_a_ticket_too(store: Store) -> None:
    here = await store.write(chat)
    ticket = await store.write(of(filed, here))
    number = await store.write(of(files.staff_file, ticket.id, here, PHOTO, NOW))
    await store.write(of(files.kept, number, KEPT))
    (found,) = await store.read(of(files.of_ticket, ticket.id))
    assert (found.uploader, found.state) == ("staff", "kept")


async def test_a_file_of_a_draft_is_put_to_each_of_several_tickets(store: Store) -> None:
    here = await store.write(chat)
    one, two = await store.write(of(filed, here)), await store.write(of(filed, here))
    number = await store.write(of(files.want, here, PHOTO, None, NOW))
    await store.write(of(files.kept, number, KEPT))
    await store.write(of(files.give, number, (one.id, two.id)))
    assert await store.read(of(files.of_draft, here)) == ()
    for ticket in (one, two):
        (found,) = await store.read(of(files.of_ticket, ticket.id))
        assert (found.path, found.sha256, found.state) == ("ab/cd", "abcd", "kept")
    assert await store.read(of(files.wanted, NOW, 10)) == ()
