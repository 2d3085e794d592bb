"""Contacts without a ticket: one row each, how it ended, and no word that was said."""

from datetime import timedelta

from dialogs.model import Contacted
from storage import Connection, contacts, stats
from storage.store import Store
from tests.storage.values import NOW, chat

HOUR = timedelta(hours=1)


async def test_what_is_noted_of_one_contact_stays_one_row(store: Store) -> None:
    def put(c: Connection) -> None:
        ann = chat(c, "1")
        contacts.note(c, ann, Contacted("consultation", "port-out"), NOW)
        contacts.note(c, ann, Contacted("consultation", "port-refused"), NOW + HOUR)
        contacts.note(c, ann, Contacted("suspected", "", "declined"), NOW + HOUR)
        contacts.note(c, ann, Contacted("inquiry", "balance"), NOW + HOUR)
        contacts.note(c, ann, Contacted("company", "", "sent_on"), NOW + HOUR)

    await store.write(put)
    assert await store.read(contacts.counts) == {
        "company": {"sent_on": 1},
        "inquiry": {"open": 1},
        "suspected": {"declined": 1},
    }
    told = await store.read(stats.counts)
    assert told["contacts"] == {
        "company": {"sent_on": 1},
        "inquiry": {"open": 1},
        "suspected": {"declined": 1},
    }


async def test_what_was_left_open_long_ago_or_elsewhere_is_another_contact(store: Store) -> None:
    def put(c: Connection) -> None:
        contacts.note(c, chat(c, "1"), Contacted("inquiry", "balance"), NOW)
        contacts.note(c, chat(c, "2"), Contacted("inquiry", "balance", "helped"), NOW)
        contacts.note(c, chat(c, "1"), Contacted("inquiry", "bill", "helped"), NOW + 24 * HOUR)

    await store.write(put)
    assert await store.read(contacts.counts) == {"inquiry": {"open": 1, "helped": 2}}
