"""Reads what the survey is asked by: the block [survey] and the [[greeting]] blocks."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial

from dialogs.catalogue import Catalogue, Department
from dialogs.catalogue.block import Block
from dialogs.catalogue.surveying import Days, Greeting, Surveying

BEST = 10  # the survey's scale runs from 1 to 10 (domain.md §6)
DAYS = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)(?:\.\.(?:(\d{4})-)?(\d\d)-(\d\d))?")
LEAP = 2000  # a day without a year may be the 29th of February


def with_survey(
    made: "partial[Catalogue]",
    top: Block,
    departments: Mapping[str, Department],
    languages: tuple[str, ...],
) -> "partial[Catalogue]":
    """`made` with the survey: where its bands begin, how often one is asked, and by what words."""
    block = top.block("survey")
    satisfied, low = block.number("satisfied_from", least=1), block.number("low_score")
    if not low < satisfied <= BEST:
        raise block.wrong("low_score must lie below satisfied_from, and that at 10 or below")
    made = partial(
        made,
        satisfied_from=satisfied,
        low_score=low,
        survey_every=block.duration("survey_every"),
        survey=_surveying(block, top, (satisfied, departments, languages)),
    )
    block.end()
    return made


def _surveying(
    block: Block, top: Block, known: tuple[int, Mapping[str, Department], tuple[str, ...]]
) -> Surveying:
    satisfied, departments, languages = known
    best = block.number("very_satisfied_from", max(satisfied, 9), least=1)
    if not satisfied <= best <= BEST:
        raise block.wrong("very_satisfied_from must lie from satisfied_from to 10")
    return Surveying(
        very_satisfied_from=best,
        together=block.duration("together", "24h"),
        visit_departments=block.many_of("visit_departments", departments, "a department"),
        stop=block.words("stop", []),
        never=block.words("never", []),
        again=block.words("again", []),
        greetings=_greetings(top, languages),
    )


def _greetings(top: Block, languages: tuple[str, ...]) -> tuple[Greeting, ...]:
    blocks = top.codes("greeting", "[[greeting]]") if top.has("greeting") else {}
    read = []
    for code, block in blocks.items():
        days = tuple(_days(block, said) for said in block.words("days"))
        read.append(Greeting(code=code, days=days, text=block.label("text", languages)))
        block.end()
    return tuple(read)


def _days(block: Block, said: str) -> Days:
    """ "2026-02-15..2026-02-23", "10-01..10-07" or one day alone."""
    found = DAYS.fullmatch(said)
    read = _read(found.groups()) if found else None
    if read is None:
        mend = 'like "10-01..10-07" or "2026-02-15..2026-02-23", the first day first'
        raise block.wrong(f'days names "{said}"; write {mend}')
    return read


def _read(groups: tuple[str | None, ...]) -> Days | None:
    year, month, day, end_year, end_month, end_day = (int(one) if one else 0 for one in groups)
    first = (year, month, day)
    last = (end_year, end_month, end_day) if end_month else first
    try:
        ordered = date(year or LEAP, *first[1:]) <= date(last[0] or LEAP, *last[1:])
    except ValueError:
        return None
    return Days(first, last) if ordered and bool(year) == bool(last[0]) else None
