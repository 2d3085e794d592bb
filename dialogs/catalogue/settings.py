"""Reads the catalogue's words, hours, amounts and patience, each a table of single values."""

import re
from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from dialogs.catalogue import Catalogue, Hours
from dialogs.catalogue.block import Block
from dialogs.catalogue.law import Rule
from dialogs.catalogue.offers import OFFERING
from dialogs.tickets.ticket import Role

MONEYED = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)
MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")
AGES = ("N", "C", "U", "other")  # the regulator's roll-ups, and what has no number of its own


def with_words(made: "partial[Catalogue]", top: Block) -> "partial[Catalogue]":
    """`made` with the words that always mean the same; a word means one thing only."""
    block = top.block("words")
    made = partial(
        made,
        human_words=block.words("human"),
        cancel_words=block.words("cancel"),
        back_words=block.words("back"),
        help_words=block.words("help"),
        skip_words=block.words("skip"),
        unknown_words=block.words("unknown"),
        yes_words=block.words("yes"),
        no_words=block.words("no"),
        thanks_words=block.words("thanks"),
        hello_words=block.words("hello"),
        status_words=block.words("status"),
        remind_words=block.words("remind"),
    )
    block.end()
    _once(block)
    return made


def _once(block: Block) -> None:
    meant: dict[str, str] = {}
    for key in block.says():
        for word in block.words(key):
            other = meant.setdefault(word.casefold(), key)
            if other != key:
                raise block.wrong(f'"{word}" stands in {other} and in {key}; leave one out')


def with_limits(
    made: "partial[Catalogue]", top: Block, laws: Mapping[str, Rule]
) -> "partial[Catalogue]":
    """`made` with hours, money, patience, ladder and files."""
    made = _with_patience(_with_hours(made, top), top)
    made = partial(_with_ladder(made, top), appeal_months=_ages(top, laws))
    return _with_files(made, top)


def _with_hours(made: "partial[Catalogue]", top: Block) -> "partial[Catalogue]":
    hours, money = top.block("hours"), top.block("money")
    made = partial(
        made,
        night=hours.spans("night"),
        survey_rest=hours.spans("survey_rest"),
        opening=hours.span("opening"),
        work=_by_day(hours, "work"),
        lunch=_lunch(hours) if hours.has("lunch") else None,
        desk=_by_day(hours, "desk_daily"),
        money_limits=_money(money),
    )
    hours.end()
    money.end()
    return made


def _money(block: Block) -> dict[str, int]:
    """What each role may offer alone: never less than the role below it."""
    read = {role.value: block.number(role.value) for role in MONEYED}
    for below, above in pairwise(OFFERING):
        if read[above] < read[below]:
            raise block.wrong(f"{above} may offer less than {below}; give it at least as much")
    return read


def _by_day(hours: Block, key: str) -> Hours:
    """A span that does not cross midnight."""
    read = hours.span(key)
    if read.start > read.end:
        raise hours.wrong(f"{key} must end on the day on which it starts")
    return read


def _lunch(hours: Block) -> Hours:
    """The break, which lies within the working hours."""
    lunch, work = _by_day(hours, "lunch"), _by_day(hours, "work")
    if not work.start < lunch.start < lunch.end < work.end:
        raise hours.wrong("lunch must lie within work; mend either")
    return lunch


def _with_patience(made: "partial[Catalogue]", top: Block) -> "partial[Catalogue]":
    block = top.block("patience")
    nudge, expiry = block.duration("draft_nudge"), block.duration("draft_expiry")
    if nudge > expiry:
        raise block.wrong("draft_nudge must not be longer than draft_expiry")
    made = partial(
        made,
        reopen_days=block.number("reopen_days"),
        remind_every=block.duration("remind_every"),
        draft_nudge=nudge,
        draft_expiry=expiry,
        human_wait=block.duration("human_wait"),
        human_patience=block.duration("human_patience"),
        ask_which_every=block.duration("ask_which_every"),
        max_asks=block.number("max_asks"),
        rounds_before_final=block.number("rounds_before_final"),
        delays=block.number("delays"),
        think=block.duration("think", "3d"),
        thinks=block.number("thinks", 2),
    )
    block.end()
    return made


def _with_ladder(made: "partial[Catalogue]", top: Block) -> "partial[Catalogue]":
    """`made` with the ladder of reminders and key accounts."""
    ladder, key = top.block("ladder"), top.block("key")
    share = key.share("share")
    if not share:
        raise key.wrong("share must be more than 0, or there is no time at all")
    made = partial(
        made,
        cool_down=ladder.duration("cool_down"),
        an_hour=ladder.number("an_hour"),
        digest=ladder.time("digest"),
        key_share=share,
    )
    ladder.end()
    key.end()
    return made


def _ages(top: Block, laws: Mapping[str, Rule]) -> dict[str, int]:
    """How many months after the matter an appeal is taken: as it says, or as a rule does."""
    age = top.block("appeal_age")
    if age.has("rule"):
        law = laws[age.one_of("rule", laws, "a rule of law")]
        age.end()
        months = {name: law.numbers[name] for name in AGES if name in law.numbers}
    else:
        months = {name: age.number(name, least=1) for name in AGES if age.has(name)}
        age.end()
    if "other" not in months:
        raise age.wrong("other is missing; give the months for what has no number of its own")
    return months


def _with_files(made: "partial[Catalogue]", top: Block) -> "partial[Catalogue]":
    block = top.block("files")
    types = block.words("types")
    for mime in types:
        if not MIME.fullmatch(mime):
            raise block.wrong(f'types names "{mime}"; write it like "image/jpeg"')
    made = partial(made, file_types=types, file_bytes=block.number("bytes", least=1))
    block.end()
    return made
