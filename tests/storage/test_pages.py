"""A chat as its page shows it: what hangs on each entry, and what is not yet to be seen."""

from dataclasses import replace

from sqlalchemy import Connection

from dialogs.model import File, Json
from storage import files, messages, outbox, outcomes, pages
from storage.files import Kept
from storage.messages import Said
from storage.outbox import NewRow
from storage.pages import Line
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, of

ROWS: Json = [[{"words": "好", "data": "v1:d:1:1:ok", "style": ""}]]
LATER = NOW + 5 * MINUTE


def told(c: Connection, here: int, words: str, *, edits: int | None = None) -> int:
    """A message of ours in the outbox and the log; returns its outbox row."""
    body: dict[str, Json] = {"text": words, "rows": ROWS}
    row = NewRow(method="say", body=body, card="card", edits=edits)
    (number,) = outbox.post(c, here, [row], NOW).ids
    said = Said(chat=here, at=NOW, direction="out", words=words, choices=("好",), outbox=number)
    messages.log_out(c, replace(said, card="card"))
    return number


async def seen(store: Store, here: int) -> tuple[Line, ...]:
    return await store.read(of(pages.before, here, 0, 50))


async def test_a_message_comes_with_its_buttons_and_an_edit_names_what_it_changed(
    store: Store,
) -> None:
    here = await store.write(chat)
    first = await store.write(of(told, here, "请核对"))
    second = await store.write(of(told, here, "请再核对", edits=first))
    one, two = await seen(store, here)
    assert (one.row, one.changes, one.rows) == (first, 0, ROWS)
    assert (two.row, two.changes, two.words) == (second, first, "请再核对")


async def test_a_message_long_sent_keeps_its_place_and_the_words_of_its_buttons(
    store: Store,
) -> None:
    here = await store.write(chat)
    row = await store.write(of(told, here, "请核对"))

    def send(c: Connection) -> None:
        (claimed,) = outbox.claim(c, "telegram", NOW, "test", 5)
        outcomes.sent(c, claimed, str(row), NOW)
        assert outcomes.clear(c, LATER, 10) == 1

    await store.write(send)
    (line,) = await seen(store, here)
    assert (line.row, line.key, line.rows, line.choices) == (0, str(row), None, ("好",))


async def test_nobody_reads_the_row_of_another_chat(store: Store) -> None:
    here, other = await store.write(chat), await store.write(of(chat, "200"))
    row = await store.write(of(told, here, "请核对"))
    assert await store.read(of(pages.of_row, here, row)) is not None
    assert await store.read(of(pages.of_row, other, row)) is None


async def test_the_log_is_read_forwards_and_backwards_in_one_order(store: Store) -> None:
    here = await store.write(chat)
    for words in "一二三四":
        await store.write(of(told, here, words))
    every = await seen(store, here)
    ahead = await store.read(of(pages.after, here, every[0].id, 2))
    back = await store.read(of(pages.before, here, every[3].id, 2))
    assert ["".join(line.words for line in part) for part in (every, ahead, back)] == [
        "一二三四", "二三", "二三"
    ]  # fmt: skip


async def test_a_file_lies_nowhere_before_it_is_kept_and_after_it_was_refused(
    store: Store,
) -> None:
    here = await store.write(chat)

    def sent(c: Connection, ref: str) -> int:
        number = files.want(c, here, File("photo", ref), None, NOW)
        said = Said(chat=here, at=NOW, direction="in", words="", attachment=number)
        messages.log_in(c, said)
        return number

    async def lie() -> list[str]:
        return [line.paper.path for line in await seen(store, here) if line.paper]

    telegram, page = await store.write(of(sent, "AgAC-ref")), await store.write(of(sent, "ab/abcd"))
    assert await lie() == ["", "ab/abcd"]
    kept = Kept(path="cd/cdef", sha256="cdef", size=1, mime="image/png")
    await store.write(of(files.kept, telegram, kept))
    await store.write(of(files.refused, page, "type"))
    assert await lie() == ["cd/cdef", ""]
