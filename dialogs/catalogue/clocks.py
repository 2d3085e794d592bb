"""Reads the clocks of the catalogue: limits, reminder chains and their marks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.catalogue import Category, Notice
from dialogs.catalogue.block import Block
from dialogs.catalogue.law import Rule
from dialogs.catalogue.rules import APPROVER, LEGAL, REFERRED, THINKING, ClockRule, Mark
from dialogs.model import Label
from dialogs.tickets.ticket import ENDED, Kind, Role, State

CALENDARS = ("CAL", "WD", "WH", "DH")
STAFF = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)
TASKS = ("call_back", "low_score", "survey_call", "unreachable", "human", "delivery", "approve")
LENGTHS = ("limit", "limit_days", "limit_rule", "dated", "date")
PLACES = ("share", "after", "before")
# Of the filing; of who referred it; of the subscriber, who wants to think until then.
DATES = ("wish_by", "promised", "appeal", REFERRED, THINKING)
ONLY = ("referral", "key", "unrecorded", "single")
# What a move may bring about beside itself: a date promised in words, the record completed, an
# outage confirmed and over, a draft that waited for leave and is no longer what is wanted.
EVENTS = ("promise", "recorded", "outage", "restored", "overtaken")
OPEN = tuple(state for state in State if state not in ENDED)
LEVELS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What a clock may refer to; `moves` None leaves the names of moves unchecked."""

    languages: tuple[str, ...]
    moves: Collection[str] | None
    notices: Mapping[str, Notice]
    categories: Mapping[str, Category]
    clocks: Collection[str] = ()
    laws: Mapping[str, Rule] = field(default_factory=dict)

    @property
    def events(self) -> Collection[str] | None:
        """What may start or stop a clock."""
        return None if self.moves is None else (*self.moves, *EVENTS)


def clock(code: str, block: Block, known: Known) -> ClockRule:
    """The rule that the block says; raises CatalogueError if it cannot run."""
    calendar = block.one_of("calendar", CALENDARS, "a calendar", default="CAL")
    limit, days, dated = _length(block, calendar, known.laws)
    start, stop = _moves(block, known)
    rule = ClockRule(
        code=code,
        label=_label(block, known.languages, days),
        calendar=calendar,
        limit=limit,
        limit_days=days,
        start=start,
        stop=stop,
        pause=block.many_of("pause", tuple(State), "a state"),
        categories=block.many_of("categories", known.categories, "a category"),
        marks=tuple(_mark(inner, known) for inner in block.blocks("marks", f"{block.name}, mark")),
        repair_shift=block.duration("repair_shift", "0"),
        shown=block.flag("shown", True),
        restart=block.flag("restart", False),
        dated=dated,
        on_delivery=block.flag("on_delivery", False),
        kinds=block.many_of("kinds", tuple(Kind), "a kind of contact")
        or (Kind.COMPLAINT, Kind.FAULT),
        levels=block.levels("levels", LEVELS),
        only=block.many_of("only", ONLY, "something that a ticket may be"),
        begins_in=_begins_in(block, start),
        follows=block.one_of("follows", known.clocks, "a clock", default=""),
        stop_by=block.many_of("stop_by", STAFF, "a staff role"),
        told=block.many_of("told", known.notices, "a message"),
        date=block.one_of("date", DATES, "a date of the filing", default=""),
        survives=block.flag("survives", False),
        key_share=block.flag("key_share", False),
        then_every=block.duration("then_every", "0"),
        then_tell=block.many_of("then_tell", STAFF, "a staff role"),
    )
    block.end()
    _sound(block, rule)
    return rule


def _label(block: Block, languages: tuple[str, ...], days: int) -> Label:
    """Its words, in which {days} stands for the days that it allows."""
    said = block.label("label", languages).words
    return Label({tag: words.replace("{days}", str(days)) for tag, words in said.items()})


def _length(block: Block, calendar: str, laws: Mapping[str, Rule]) -> tuple[timedelta, int, bool]:
    """`limit`, `limit_days` and `dated`, exactly one of which the block says."""
    said = [key for key in LENGTHS if block.has(key)]
    if len(said) != 1 or (said == ["dated"] and not block.flag("dated", False)):
        said_how = "limit, limit_days, limit_rule, date and dated = true"
        raise block.wrong(f"give exactly one of {said_how}")
    days = _days(block, laws) if block.has("limit_rule") else block.number("limit_days", 0)
    limit = block.duration("limit", "0")
    dated = block.flag("dated", False) or block.has("date")
    if calendar == "WD" and block.has("limit"):
        raise block.wrong('calendar "WD" counts days; give limit_days')
    if calendar in {"WH", "DH"} and days:
        raise block.wrong(f'calendar "{calendar}" counts hours; give limit')
    return (timedelta(days=days) if days else limit), days, dated


def _days(block: Block, laws: Mapping[str, Rule]) -> int:
    law = laws[block.one_of("limit_rule", laws, "a rule of law")]
    if not law.days:
        raise block.wrong(f"limit_rule {law.code} sets no days and no weeks; give it the number")
    return law.days


def _moves(block: Block, known: Known) -> tuple[tuple[str, ...], tuple[str, ...]]:
    start = block.many_of("start", known.events, "a move")
    stop = block.many_of("stop", known.events, "a move")
    if not start and not block.has("follows"):
        raise block.wrong("start is missing; name the moves that start it")
    for move in () if block.flag("on_delivery", False) else start:
        if move in stop:
            raise block.wrong(f'"{move}" both starts and stops it; leave one out')
    return start, stop


def _begins_in(block: Block, start: tuple[str, ...]) -> tuple[str, ...]:
    """What runs from the filing on also begins late, for a ticket that it did not concern then."""
    if block.has("begins_in"):
        return block.many_of("begins_in", OPEN, "an open state")
    return OPEN if "submit" in start else ()


def _mark(block: Block, known: Known) -> Mark:
    if sum(block.has(key) for key in PLACES) != 1:
        raise block.wrong("give exactly one of share, after and before")
    mark = Mark(
        share=block.share("share") if block.has("share") else None,
        after=block.duration("after") if block.has("after") else None,
        before=block.duration("before") if block.has("before") else None,
        message=block.one_of("message", known.notices, "a message", default=""),
        tell=block.one_of("tell", (*STAFF, APPROVER), "a staff role", default=""),
        task=block.one_of("task", TASKS, "a task", default=""),
        move=_move(block, known),
        breach=block.flag("breach", False),
    )
    block.end()
    if not (mark.message or mark.tell or mark.task or mark.move or mark.breach):
        raise block.wrong("does nothing; give message, tell, task, move or breach")
    return mark


def _move(block: Block, known: Known) -> str:
    if known.moves is None:
        return block.text("move", "")
    return block.one_of("move", known.moves, "a move", default="")


def _sound(block: Block, rule: ClockRule) -> None:
    """What each key says fits what the others say."""
    _ordered(block, rule)
    if block.has("then_every") is not block.has("then_tell"):
        raise block.wrong("then_every and then_tell go together; give both or neither")
    if rule.then_every and not any(mark.breach for mark in rule.marks):
        raise block.wrong("then_every goes on after the breach; give a mark breach = true")
    if rule.key_share and rule.dated:
        raise block.wrong("key_share shortens a limit, and this clock is due on a date")
    if rule.follows == rule.code:
        raise block.wrong("follows names the clock itself; name the one before it")
    if rule.code == LEGAL and rule.pause:
        raise block.wrong("the legal limit never pauses; take pause out")
    if rule.code == LEGAL and (rule.only or rule.levels or rule.key_share):
        raise block.wrong("the law sets this limit for all alike; take levels, only, key_share out")


def _ordered(block: Block, rule: ClockRule) -> None:
    """Marks stand in the order in which they go off, none before the clock's start."""
    if rule.dated and any(m.after is not None or m.share not in {None, 1.0} for m in rule.marks):
        raise block.wrong("a dated clock has only marks with before, or with share = 1")
    places = [_place(mark, rule.limit) for mark in rule.marks]
    if places != sorted(places):
        raise block.wrong("marks overlap; put them in the order of time")
    if not rule.dated and places and places[0] < timedelta():
        raise block.wrong("a mark lies before the start; make before shorter than the limit")
    for mark, place in zip(rule.marks, places, strict=True):
        at_the_end = mark.share == 1 or (rule.limit and place >= rule.limit)
        if mark.move == "delay" and at_the_end:
            raise block.wrong("delay is told before the breach; put its mark before the due time")


def _place(mark: Mark, limit: timedelta) -> timedelta:
    """When the mark goes off after the start; a dated clock's limit is zero, so before it."""
    if mark.after is not None:
        return mark.after
    if mark.before is not None:
        return limit - mark.before
    return limit * (1.0 if mark.share is None else mark.share)
