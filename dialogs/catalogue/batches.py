"""Reads when many complaints are one incident: the [[batch]] blocks."""

from dialogs.catalogue.block import Block, nearest
from dialogs.catalogue.grave import Known
from dialogs.catalogue.process import AREAS, SAME, BatchRule


def batches(top: Block, known: Known) -> tuple[BatchRule, ...]:
    """The [[batch]] blocks in their order; without any none is found but by staff."""
    blocks = top.codes("batch", "[[batch]]") if top.has("batch") else {}
    return tuple(_batch(code, block, known) for code, block in blocks.items())


def _batch(code: str, block: Block, known: Known) -> BatchRule:
    read = BatchRule(
        code=code,
        label=block.label("label", known.languages),
        categories=block.many_of("categories", known.categories, "a category"),
        subtypes=_subtypes(block, known),
        by=block.one_of("by", AREAS, "an area", default="district"),
        same=block.one_of("same", SAME, "a sameness", default="category"),
        least_short=block.number("least_short", 5),
        short=block.duration("short", "30min"),
        least_long=block.number("least_long", 20),
        long=block.duration("long", "24h"),
        times=block.number("times", 3),
        least_times=block.number("least_times", 10),
        tell=block.flag("tell", False),
        department=block.one_of("department", known.departments, "a department", default=""),
        words=block.label("words", known.languages) if block.has("words") else None,
    )
    block.end()
    return _sound(read, block)


def _subtypes(block: Block, known: Known) -> tuple[str, ...]:
    pairs = {f"{code}:{s.code}" for code, one in known.categories.items() for s in one.subtypes}
    named = block.many_of("subtypes", None, "a subtype")
    for pair in named:
        if pair not in pairs:
            raise block.wrong(f'subtypes names "{pair}", no subtype; {nearest(pair, pairs)}')
    return named


def _sound(read: BatchRule, block: Block) -> BatchRule:
    if not read.categories:
        raise block.wrong("categories is missing; name those that it counts")
    for pair in read.subtypes:
        if pair.partition(":")[0] not in read.categories:
            raise block.wrong(
                f'subtypes names "{pair}" of a category that categories lacks; add it'
            )
    if not (read.least_short or read.least_long or read.times):
        raise block.wrong("least_short, least_long and times are all 0; it would never find one")
    if read.short > read.long:
        raise block.wrong("short must not be longer than long; swap or mend them")
    if min(read.least_short or 2, read.least_long or 2) < 2:
        raise block.wrong("least_short and least_long must be 2 or more, or 0 to leave one out")
    if read.tell and read.words is None:
        raise block.wrong(
            "tell = true needs words, which all who complained hear at once; give them"
        )
    return read
