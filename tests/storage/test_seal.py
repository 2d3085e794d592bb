"""Sealed columns: opened by the keys of the file only, found by marks, never in the open."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text

from dialogs.model import Address, File, Frame, Session
from dialogs.tickets.ticket import Role, Task
from storage import chats, files, inbox, messages, outbox, sessions, tasks, tickets
from storage.errors import KeyFileError
from storage.seal import Keys, keys_of, new_keys, read_keys
from storage.store import Store
from tests.storage.values import NOW, OF_A_FILE, filed

PHONE, NAME, PLACE, HOME = "13900007777", "Zhang Canary", "chat-canary-900", "Canary Lane 8"


def test_the_same_text_is_sealed_differently_and_marked_the_same(keys: Keys) -> None:
    assert keys.seal("x") != keys.seal("x")
    assert keys.open(keys.seal("𝕏 字 \ud800")) == "𝕏 字 \ud800"
    assert keys.mark("x") == keys.mark("x") != keys.mark("y")


def test_a_new_key_in_front_still_opens_what_the_old_one_sealed(keys: Keys) -> None:
    old, new = new_keys(), new_keys()
    both = read_keys(new.split(b"\nmark")[0] + b"\n" + old)
    assert both.open(read_keys(old).seal("kept")) == "kept"
    assert read_keys(new).open(both.seal("fresh")) == "fresh"


@pytest.mark.parametrize(
    "content", [b"", b"seal x\nmark 00", b"mark " + b"0" * 64, b"\xff\xfe", b"lock 1\n"]
)
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    with pytest.raises(KeyFileError):
        read_keys(content)


def test_keys_are_not_shown(keys: Keys) -> None:
    assert "Keys object" in repr(keys)


def test_an_engine_without_keys_says_so() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as c, pytest.raises(KeyFileError):
        keys_of(c)
    engine.dispose()


def everything_personal(c: Connection) -> int:
    """A complaint's whole way through the tables, with personal values wherever they may stand."""
    at = Address("telegram", "42", PLACE)
    chat = chats.locate(c, at, NOW, "zh-CN", NAME)
    chats.reach(c, chat, PHONE)
    chats.verify(c, chat, f"+86{PHONE}", "contact", NOW)
    draft = {"service_number": PHONE, "name": NAME, "where": HOME}
    sessions.keep(c, chat, Session((Frame("complaint", 1, 1, draft=draft),)), 0)
    key = inbox.EventKey("telegram", "42", "1")
    inbox.accept(c, key, chat, f'{{"text": "{PHONE} {NAME}"}}', NOW)
    inbox.park(c, key, "poison")
    row = outbox.NewRow(method="sendMessage", body={"text": f"{NAME}, {PHONE}, {HOME}"})
    sent = outbox.post(c, chat, [row], NOW)
    outbox.claim(c, "telegram", NOW, "me", 1)
    said = messages.Said(chat=chat, at=NOW, direction="in", words=f"{PHONE} {NAME} {HOME}")
    messages.log_in(c, said)
    messages.log_out(c, messages.Said(chat=chat, at=NOW, direction="out", words=PHONE))
    files.want(c, chat, File("photo", PLACE, name=f"{NAME}.jpg"), None, NOW)
    tasks.add(c, Task(kind="unreachable", role=Role.AGENT, due=NOW, words=PHONE), None, chat, NOW)
    return sent.ids[0]


@OF_A_FILE
async def test_nothing_personal_stands_in_the_file_in_the_open(store: Store, file: Path) -> None:
    await store.write(everything_personal)
    ticket = await store.write(lambda c: filed(c, 1))
    in_mid_run = everything_on_disk(file)
    await store.close()
    for secret in (PHONE, NAME, PLACE, HOME, ticket.filing.service_number, "长安街"):
        assert secret.encode() not in in_mid_run
        assert secret.encode() not in everything_on_disk(file)
    assert "扣费不明".encode() in everything_on_disk(file)


async def test_what_was_sealed_is_found_again(store: Store) -> None:
    await store.write(everything_personal)
    found = await store.read(lambda c: chats.person(c, 1))
    assert (found.name, found.reach, found.numbers) == (NAME, PHONE, (f"+86{PHONE}",))
    ticket = await store.write(lambda c: filed(c, 1))
    assert await store.read(lambda c: tickets.same_number(c, "+8613812345678")) == (ticket.id,)


async def test_a_handled_event_leaves_no_words_behind(store: Store) -> None:
    key = inbox.EventKey("telegram", "42", "1")
    await store.write(lambda c: inbox.accept(c, key, None, "raw", NOW))
    await store.write(lambda c: inbox.handled(c, key))
    rows = await store.read(lambda c: c.execute(text("SELECT raw FROM inbox")).all())
    assert [row.raw for row in rows] == [None]


def everything_on_disk(file: Path) -> bytes:
    """The database, its write-ahead log and whatever else lies beside it."""
    return b"".join(one.read_bytes() for one in sorted(file.parent.iterdir()))
