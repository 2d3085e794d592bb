"""The index of words: which tickets hold a gram, a row for each gram and thousand of tickets.

A row holds a set of up to 1,024 neighbouring tickets: two bytes for each while they are few, a bit
for each when they are many. It is the same on both databases. Whoever writes words only leaves a
mark (`mark`), which costs a step next to nothing; `cut` and `merge` work the marks off in slices,
and until then `storage/search.py` looks at the marked tickets themselves.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy import Connection, bindparam, delete, func, select, text

from dialogs.grams import folded, folded_number, grams
from dialogs.tickets.ticket import Entry
from storage.hot import Hot
from storage.inserts import on_conflict
from storage.schema import gram, message, search_due, ticket
from storage.schema import timeline as lines

BLOCK = 1024  # tickets of a row
BYTES = BLOCK // 8
SAID = ("words", "reason", "finding", "proof")  # what staff wrote, in the details of an entry
SOME = 400  # values of one IN

Rows: TypeAlias = Mapping[tuple[int, str], int]  # block and gram -> the tickets, a bit each

MARK = Hot(sa.insert(search_due), ("ticket",))
MARKS = (
    select(search_due.c.id, search_due.c.ticket)
    .order_by(search_due.c.id.desc())
    .limit(bindparam("most"))
)
LEFT = select(func.count()).select_from(search_due)
# By both, since SQLite gives an id that was the largest again once its row is gone.
UNMARK = Hot(
    delete(search_due).where(
        search_due.c.id == bindparam("this"), search_due.c.ticket == bindparam("about")
    )
)
UNMARK_OF = delete(search_due).where(search_due.c.ticket.in_(bindparam("ids", expanding=True)))
HEADS = select(ticket.c.id, ticket.c.number, ticket.c.story).where(
    ticket.c.id.in_(bindparam("ids", expanding=True))
)
HEARD = select(message.c.ticket, message.c.search).where(
    message.c.ticket.in_(bindparam("ids", expanding=True)), message.c.search != ""
)
NOTED = select(lines.c.ticket, lines.c.detail).where(
    lines.c.ticket.in_(bindparam("ids", expanding=True)), lines.c.staff.is_not(None)
)
# A ticket that is being removed is passed over: who removes it waits for our commit.
ALIVE = (
    select(ticket.c.id)
    .where(ticket.c.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(read=True, key_share=True, skip_locked=True)
)
OF_BLOCK = select(gram.c.gram, gram.c.tickets).where(gram.c.block == bindparam("block"))
OF_GRAMS = OF_BLOCK.where(gram.c.gram.in_(bindparam("grams", expanding=True)))
KEEP = Hot(
    on_conflict(
        gram,
        lambda insert: insert.on_conflict_do_update(
            index_elements=["block", "gram"], set_={"tickets": insert.excluded.tickets}
        ),
    ),
    ("block", "gram", "tickets"),
)
DROP = Hot(
    delete(gram).where(gram.c.block == bindparam("of_block"), gram.c.gram == bindparam("of_gram"))
)
ALONE = text("SELECT pg_try_advisory_xact_lock(hashtext('redress.grams'))")
IN_TURN = text("SELECT pg_advisory_xact_lock(hashtext('redress.grams'))")


@dataclass(frozen=True, slots=True)
class Cut:
    """What some marked tickets add to the index. `marks` are done with once it is merged; `tickets`
    are those that were there when it was cut."""

    marks: tuple[tuple[int, int], ...]  # their ids, each with its ticket
    tickets: tuple[int, ...]
    rows: Rows


def mark(c: Connection, ticket_id: int) -> None:
    """The words of this ticket have changed: it is to be indexed."""
    MARK.run(c, {"ticket": ticket_id})


def mark_noted(c: Connection, ticket_id: int, entries: Iterable[Entry]) -> None:
    """The same, if one of these new lines of its timeline holds words of the staff."""
    if any(one.actor.staff and not one.detail.keys().isdisjoint(SAID) for one in entries):
        mark(c, ticket_id)


def left(c: Connection) -> int:
    """How many marks wait to be worked off."""
    count: int = c.execute(LEFT).scalar_one()
    return count


def cut(c: Connection, most: int) -> Cut | None:
    """The grams of the tickets that were marked last; None when there are none. Only reads."""
    marks = c.execute(MARKS, {"most": most}).all()
    if not marks:
        return None
    rows: dict[tuple[int, str], int] = defaultdict(int)
    found = texts(c, list({one.ticket for one in marks}))
    for number, said in found.items():
        block, place = divmod(number, BLOCK)
        for one in set[str]().union(*map(grams, said)):
            rows[block, one] |= 1 << place
    return Cut(tuple((one.id, one.ticket) for one in marks), tuple(found), rows)


def texts(c: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    """What can be found of these tickets, folded: number, story, what was said and noted."""
    found = heads(c, ids)
    for start in range(0, len(ids), SOME):
        some = {"ids": list(ids[start : start + SOME])}
        for number, words in c.execute(HEARD, some):
            found[number].append(folded(words))
        for number, detail in c.execute(NOTED, some):
            said = (detail.get(name) for name in SAID)
            found[number] += [folded(words) for words in said if isinstance(words, str)]
    return found


def heads(c: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    """The number and the story of these tickets alone, folded."""
    found: dict[int, list[str]] = {}
    for start in range(0, len(ids), SOME):
        for number, name, story in c.execute(HEADS, {"ids": list(ids[start : start + SOME])}):
            found[number] = [folded_number(name), folded(story)]
    return found


def slices(whole: Cut, most: int) -> list[Cut]:
    """The same in parts of that many rows; the marks go with the last."""
    keys = sorted(whole.rows)
    parts = [keys[start : start + most] for start in range(0, len(keys), most)] or [[]]
    made = [Cut((), whole.tickets, {key: whole.rows[key] for key in part}) for part in parts]
    return [*made[:-1], Cut(whole.marks, whole.tickets, made[-1].rows)]


def merge(c: Connection, one: Cut) -> bool:
    """Put it into the index; False, and nothing done, while another replica is at it."""
    if c.dialect.name == "postgresql" and not c.execute(ALONE).scalar_one():
        return False
    alive = _alive(c, one.tickets)
    gone = [number for number in one.tickets if number not in alive]
    for block, wanted in _by_block(one.rows).items():
        hidden = _bits(number for number in gone if number // BLOCK == block)
        known = _of_grams(c, block, list(wanted))
        changed = {
            name: known.get(name, 0) | (bits & ~hidden)
            for name, bits in wanted.items()
            if bits & ~hidden & ~known.get(name, 0)
        }
        _keep(c, block, changed)
    if one.marks and not gone:
        UNMARK.many(c, [{"this": mark, "about": about} for mark, about in one.marks])
    return True


def forget(c: Connection, ids: Sequence[int]) -> None:
    """Take these tickets, whose rows this transaction has removed, out of every gram."""
    if not ids:
        return
    if c.dialect.name == "postgresql":
        c.execute(IN_TURN)
    c.execute(UNMARK_OF, {"ids": list(ids)})
    for block in sorted({number // BLOCK for number in ids}):
        theirs = _bits(number for number in ids if number // BLOCK == block)
        found = c.execute(OF_BLOCK, {"block": block}).all()
        read = ((one.gram, unpacked(one.tickets)) for one in found)
        kept = {name: bits & ~theirs for name, bits in read if bits & theirs}
        _keep(c, block, {name: bits for name, bits in kept.items() if bits})
        empty = [{"of_block": block, "of_gram": name} for name, bits in kept.items() if not bits]
        DROP.many(c, empty)


def anew(c: Connection, ids: Sequence[int]) -> None:
    """Words of these tickets are gone: theirs go from the index, and what is left comes back."""
    forget(c, ids)
    MARK.many(c, [{"ticket": number} for number in ids])


def packed(tickets: int) -> bytes:
    """A set of places, a bit each, as a row keeps it."""
    if 2 * tickets.bit_count() >= BYTES:
        return tickets.to_bytes(BYTES, "little")
    places = tuple(places_of(tickets))
    return struct.pack(f"<{len(places)}H", *places)


def unpacked(kept: bytes) -> int:
    """The set that a row keeps."""
    if len(kept) == BYTES:
        return int.from_bytes(kept, "little")
    found = 0
    for place in struct.unpack(f"<{len(kept) // 2}H", kept):
        found |= 1 << place
    return found


def places_of(tickets: int) -> list[int]:
    """The places of a set, the lowest first."""
    found = []
    while tickets:
        lowest = tickets & -tickets
        found.append(lowest.bit_length() - 1)
        tickets ^= lowest
    return found


def _alive(c: Connection, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), SOME):
        found.update(c.execute(ALIVE, {"ids": list(ids[start : start + SOME])}).scalars())
    return found


def _by_block(rows: Rows) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for (block, name), bits in rows.items():
        found[block][name] = bits
    return found


def _of_grams(c: Connection, block: int, names: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(names), SOME):
        asked = {"block": block, "grams": list(names[start : start + SOME])}
        found |= {one.gram: unpacked(one.tickets) for one in c.execute(OF_GRAMS, asked)}
    return found


def _keep(c: Connection, block: int, changed: Mapping[str, int]) -> None:
    rows = [
        {"block": block, "gram": name, "tickets": packed(bits)} for name, bits in changed.items()
    ]
    if rows:
        KEEP.many(c, rows)


def _bits(ids: Iterable[int]) -> int:
    found = 0
    for number in ids:
        found |= 1 << number % BLOCK
    return found
