"""Reads checks, reminders, stores, staff numbers and evidence."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from dialogs.catalogue import Category
from dialogs.catalogue.block import Block, nearest
from dialogs.catalogue.finding import (
    ENDING,
    LOOKS,
    MOMENTS,
    REMINDERS,
    Check,
    Evidence,
    Reminder,
    StaffNumbers,
    Store,
)

AREA = re.compile(r"\d{6}")
SIGNS = 60  # of a pattern: a longer one is no number that somebody reads out


def checks(
    top: Block, languages: tuple[str, ...], categories: Mapping[str, Category]
) -> tuple[Check, ...]:
    """The blocks [[check]], one for each thing that is looked at."""
    read: dict[str, Check] = {}
    for code, block in top.codes("check", "[[check]]").items():
        look = block.one_of("look", LOOKS, "something to look at")
        if look in read:
            raise block.wrong(f'look "{look}" has a check already; leave one out')
        since = block.date("since", "")
        read[look] = Check(
            code=code,
            label=block.label("label", languages),
            look=look,
            ahead=block.duration("ahead", "0"),
            since=date.fromisoformat(since) if since else None,
            matters=matters(block, categories, needed=look != REMINDERS),
        )
        if block.has("ahead") is not (look == ENDING):
            raise block.wrong('ahead goes with look = "ending", and with nothing else; mend either')
        block.end()
    return tuple(read.values())


def reminders(
    top: Block, languages: tuple[str, ...], categories: Mapping[str, Category]
) -> dict[str, Reminder]:
    """The blocks [[reminder]]."""
    read = {}
    for code, block in top.codes("reminder", "[[reminder]]").items():
        read[code] = Reminder(
            code=code,
            label=block.label("label", languages),
            moment=block.one_of("moment", MOMENTS, "a moment"),
            matters=matters(block, categories, needed=True),
        )
        block.end()
    return read


def matters(block: Block, categories: Mapping[str, Category], *, needed: bool) -> tuple[str, ...]:
    """Categories, or "CATEGORY:subtype", that are known."""
    read = block.words("matters", None if needed else [])
    for one in read:
        category, colon, subtype = one.partition(":")
        known = categories.get(category)
        if known is None:
            mend = nearest(category, categories)
            raise block.wrong(f'matters names "{one}", which is not a category; {mend}')
        if colon and known.subtype(subtype) is None:
            mend = nearest(subtype, [kind.code for kind in known.subtypes])
            raise block.wrong(f'matters names "{one}", whose subtype is not known; {mend}')
    if needed and not read:
        raise block.wrong("matters must name a category at least")
    return read


def stores(top: Block, languages: tuple[str, ...]) -> dict[str, Store]:
    """The blocks [[store]]; a word names one store only."""
    read: dict[str, Store] = {}
    meant: dict[str, str] = {}
    for code, block in top.codes("store", "[[store]]").items():
        one = Store(
            code=code,
            label=block.label("label", languages),
            area=block.text("area"),
            words=block.words("words"),
        )
        block.end()
        if not AREA.fullmatch(one.area):
            raise block.wrong(f'area must be six digits of GB/T 2260, not "{one.area}"')
        for word in one.words:
            other = meant.setdefault(word.casefold(), code)
            if other != code:
                raise block.wrong(f'"{word}" names store {other} too; leave one out')
        read[code] = one
    return read


def staff_numbers(top: Block) -> StaffNumbers:
    """The block [service], which may be missing: then no staff number is recognised."""
    if not top.has("service"):
        return StaffNumbers()
    block = top.block("service")
    pattern, words = block.text("staff_code"), block.words("staff_words")
    block.end()
    try:
        re.compile(pattern)
    except re.error as error:
        raise block.wrong(f"staff_code is no regular expression: {error}") from None
    if len(pattern) > SIGNS or re.search(r"[*+]|\{\d+,\}|\(", pattern):
        mend = 'write how many digits at most, like "[0-9]{4,6}"'
        raise block.wrong(f"staff_code may hold no group and nothing endless; {mend}")
    return StaffNumbers(pattern=pattern, words=words)


def evidence(
    block: Block, languages: tuple[str, ...], subtypes: Collection[str]
) -> tuple[Evidence, ...]:
    """The list `evidence` of a category."""
    read = []
    for code, inner in block.codes("evidence", f"{block.name}, evidence").items():
        read.append(
            Evidence(
                code=code,
                label=inner.label("label", languages),
                ask=inner.label("ask", languages),
                subtypes=inner.many_of("subtypes", subtypes, "a subtype"),
            )
        )
        inner.end()
    return tuple(read)
