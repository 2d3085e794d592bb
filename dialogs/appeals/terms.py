"""Which limits were kept: what the subscriber was told of them, and when it was done."""

from collections.abc import Iterator

from dialogs.appeals.record import Record
from dialogs.appeals.sheet import Line
from dialogs.catalogue import ClockRule
from dialogs.catalogue.rules import LEGAL
from dialogs.house import House
from dialogs.model import Arg, Moment, Phrase
from dialogs.tickets.ticket import Clock

DROPPED = frozenset({"cancelled", "moved"})  # limits that ceased to be any


def terms(record: Record, house: House) -> tuple[Line, ...]:
    """A line for each limit of the catalogue's `appeals.limits`, in the order in which they ran."""
    return tuple(_lines(record, house))


def silent(record: Record, house: House) -> bool:
    """Whether the law's limit for an answer went by and there is none to this day."""
    rule = house.catalogue.clocks.get(LEGAL)
    given = {one.move for one in record.entries}
    if rule is None or not given.isdisjoint(rule.stop):
        return False
    legal = (one for one in record.ticket.clocks if one.rule == LEGAL)
    return any(one.stopped is None and one.due < record.at for one in legal)


def _lines(record: Record, house: House) -> Iterator[Line]:
    told = house.catalogue.letter_limits
    clocks = [one for one in record.ticket.clocks if one.rule in told]
    for clock in sorted(clocks, key=lambda one: (one.started, told.index(one.rule), one.due)):
        rule = house.catalogue.clocks.get(clock.rule)
        if rule is not None and clock.result not in DROPPED:
            yield Line(_said(clock, rule, record), rule.label)


def _said(clock: Clock, rule: ClockRule, record: Record) -> Arg:
    """By when it was owed, and whether it came by then."""
    due = Moment(clock.due, day_only=bool(rule.limit_days))
    args: dict[str, Arg] = {"due": due}
    if clock.stopped is None:
        key = "letter-limit-open" if clock.due < record.at else "letter-limit-runs"
        return Phrase(key, {**args, "at": Moment(record.at)})
    key = "letter-limit-late" if clock.stopped > clock.due else "letter-limit-kept"
    return Phrase(key, {**args, "done": Moment(clock.stopped)})
