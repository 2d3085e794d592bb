"""Tickets found by words that stand in them: in the story, in what was said later, in notes.

The index names candidates, newest first; each is read once more, so that what is told is true.
Tickets whose words were written a moment ago and wait to be indexed are read as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from dialogs.grams import terms, wanted
from storage import grams
from storage.grams import BLOCK, places_of, unpacked
from storage.schema import gram, search_due, ticket

FRESH = 500  # marked tickets that are read, the newest
AT_ONCE = 64  # candidates read together
BLOCKS = 32  # blocks looked at together
MOST_READ = 2000  # candidates read for one search: enough for any words that are not everywhere

NEWEST = select(func.max(ticket.c.id))
MARKED = select(search_due.c.ticket).order_by(search_due.c.id.desc()).limit(FRESH)
HAVING = select(gram.c.block, gram.c.tickets).where(
    gram.c.block.in_(bindparam("blocks", expanding=True)),
    gram.c.gram.in_(bindparam("grams", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Found:
    """Ids, newest first. `more`: there are others; `cut`: only the newest candidates were read."""

    ids: tuple[int, ...] = ()
    more: bool = False
    cut: bool = False


def find(
    c: Connection,
    said: str,
    limit: int,
    skip: int = 0,
    conditions: Sequence[ColumnElement[bool]] = (),
) -> Found:
    """The tickets in which each of the words stands, that also meet the conditions on `ticket`.

    Words without a letter or digit find nothing. The first `skip` are passed over.
    """
    looked_for = terms(said)
    if not looked_for:
        return Found()
    fits: list[int] = []
    read = 0
    candidates = _candidates(c, looked_for)
    while len(fits) <= skip + limit and read < MOST_READ:
        some = list(islice(candidates, AT_ONCE))
        if not some:
            return _page(fits, limit, skip, cut=False)
        read += len(some)
        fits += _holding(c, _allowed(c, some, conditions), looked_for)
    return _page(fits, limit, skip, cut=read >= MOST_READ and len(fits) <= skip + limit)


def _page(fits: Sequence[int], limit: int, skip: int, *, cut: bool) -> Found:
    return Found(tuple(fits[skip : skip + limit]), len(fits) > skip + limit, cut)


def _candidates(c: Connection, looked_for: Sequence[str]) -> Iterator[int]:
    """Newest first, each once: those that wait to be indexed, then those of the index."""
    fresh = set(c.execute(MARKED).scalars())
    yield from sorted(fresh, reverse=True)
    newest = c.execute(NEWEST).scalar()
    names = sorted(wanted(looked_for))
    last = -1 if newest is None else newest // BLOCK
    for end in range(last, -1, -BLOCKS):
        blocks = range(end, max(end - BLOCKS, -1), -1)
        for one in _in_blocks(c, list(blocks), names):
            if one not in fresh:
                yield one


def _in_blocks(c: Connection, blocks: Sequence[int], names: Sequence[str]) -> Iterator[int]:
    """The tickets of these blocks that have all the grams."""
    having: dict[int, list[int]] = {}
    for block, tickets in c.execute(HAVING, {"blocks": blocks, "grams": names}):
        having.setdefault(block, []).append(unpacked(tickets))
    for block in blocks:
        sets = having.get(block, [])
        both = reduce(and_, sets) if len(sets) == len(names) else 0
        yield from (block * BLOCK + place for place in reversed(places_of(both)))


def _allowed(
    c: Connection, ids: Sequence[int], conditions: Sequence[ColumnElement[bool]]
) -> list[int]:
    if not conditions:
        return list(ids)
    asked = select(ticket.c.id).where(ticket.c.id.in_(ids), *conditions)
    there = set(c.execute(asked).scalars())
    return [one for one in ids if one in there]


def _holding(c: Connection, ids: Sequence[int], looked_for: Sequence[str]) -> list[int]:
    """Those in whose texts each of the terms stands; most are found by the story alone."""
    heads = grams.heads(c, ids)
    found = {one for one, said in heads.items() if _holds(said, looked_for)}
    said = grams.texts(c, [one for one in ids if one in heads and one not in found])
    found |= {one for one, texts in said.items() if _holds(texts, looked_for)}
    return [one for one in ids if one in found]


def _holds(texts: Sequence[str], looked_for: Sequence[str]) -> bool:
    return all(any(term in text for text in texts) for term in looked_for)
