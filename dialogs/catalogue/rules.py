"""A limit as data: how long, counted by which calendar, from which move to which, told to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from dialogs.model import Label

LEGAL = "C1"  # the limit that the law sets: it never pauses, and no promise moves it


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happens on a clock's way: at a share of its limit or at a time after its start.

    Exactly one of `share` (0.5), `after` its start and `before` its due time is set. `message`
    goes to the subscriber (its notice says which hours it rests in), `tell` is a staff role or
    "approver", whichever role was asked to allow an offer,
    `task` a staff task kind, `move` a move made by the clock itself ("delay" tells the subscriber
    that it will be later, before it is).
    """

    share: float | None = None
    after: timedelta | None = None
    message: str = ""
    tell: str = ""
    task: str = ""
    move: str = ""
    breach: bool = False
    before: timedelta | None = None


APPROVER = "approver"  # in `tell`: whichever role is asked to allow an offer
REFERRED = "referral"  # the date by which a body that sent a ticket on wants an answer
THINKING = "think_until"  # the date until which the subscriber thinks an offer over


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A limit or a reminder chain: started and stopped by moves, paused in states.

    `calendar`: "CAL" around the clock, "WD" working days, "WH" working hours, "DH" the hours of a
    desk that is staffed every day. `restart`: a new start replaces a running one of the same
    subject. `repair_shift` is added to every mark for repair categories (survey 24 h instead of
    2 h). `dated`: it is due on the date that the starting move names, or on a `date` of the filing
    ("wish_by", "promised", "appeal") or of the ticket ("referral", "think_until"), and does not run
    where there is none; `limit` is then zero. Where `limit_days` is set, `limit` is as many days of
    24 hours.

    Whom it concerns: tickets of these `kinds`, `categories` and `levels` (empty: all) that are all
    that `only` names ("referral", "key", "unrecorded", "single"), as they are after a move. One
    that comes to be concerned in a state of `begins_in` starts then; one that is no more, is
    cancelled.
    """

    code: str
    label: Label
    calendar: str
    limit: timedelta
    limit_days: int = 0  # for "WD" and for legal day counts (day of receipt not counted)
    start: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    pause: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()  # empty: all
    marks: tuple[Mark, ...] = ()
    repair_shift: timedelta = timedelta()  # added to every mark for repair categories
    shown: bool = True  # staff see it as a deadline (False: a mere reminder chain)
    restart: bool = False
    dated: bool = False
    on_delivery: bool = False  # the message of a stopping move stops it, once a channel took it
    kinds: tuple[str, ...] = ("complaint", "fault")
    levels: tuple[int, ...] = ()
    only: tuple[str, ...] = ()
    begins_in: tuple[str, ...] = ()
    follows: str = ""  # the rule whose clocks start one of this when they stop
    stop_by: tuple[str, ...] = ()  # the roles whose moves stop it; empty: anybody's
    told: tuple[str, ...] = ()  # messages that stop it too, once a channel took them
    date: str = ""  # which date of the filing it is due on
    survives: bool = False  # runs on when the ticket ends
    key_share: bool = False  # shorter for key accounts
    then_every: timedelta = timedelta()  # after the last mark, so often, until it stops
    then_tell: tuple[str, ...] = ()  # these roles one after the other, the last one again and again


@dataclass(frozen=True, slots=True)
class Plan:
    """Which rules a move may start, looked up once for a catalogue.

    `joining` are those that may come to concern a ticket later, `after` those that follow another.
    """

    by_move: Mapping[str, tuple[ClockRule, ...]]
    joining: tuple[ClockRule, ...]
    after: Mapping[str, tuple[ClockRule, ...]]


def plan_of(rules: Mapping[str, ClockRule]) -> Plan:
    """The plan of these rules, each list in their order."""
    by_move: dict[str, tuple[ClockRule, ...]] = {}
    after: dict[str, tuple[ClockRule, ...]] = {}
    for rule in rules.values():
        for move in _starting(rule):
            by_move[move] = (*by_move.get(move, ()), rule)
        if rule.follows:
            after[rule.follows] = (*after.get(rule.follows, ()), rule)
    return Plan(by_move, tuple(rule for rule in rules.values() if rule.begins_in), after)


def _starting(rule: ClockRule) -> tuple[str, ...]:
    """The moves that start it; an agreed date that is put off is watched on its new day."""
    agreed = rule.dated and "confirm_writing" in rule.start and "late" not in rule.start
    return (*rule.start, "late") if agreed else rule.start
