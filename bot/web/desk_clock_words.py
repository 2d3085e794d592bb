"""The catalogue's limits as people read them: how long, counted how, from when to when."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from bot.web.desk_words import DAY, HOUR, Words
from dialogs.catalogue import ClockRule, Mark
from dialogs.catalogue.rules import APPROVER
from dialogs.model import Joined

MINUTE = timedelta(minutes=1)
BOTH = ("complaint", "fault")  # what a limit is for unless it says so


def limits(words: Words, *, shown: bool) -> list[dict[str, Any]]:
    """The limits that staff see as deadlines, or (not `shown`) the chains of reminders."""
    rules = words.catalogue.clocks.values()
    return [_limit(one, words) for one in rules if one.shown is shown]


def _limit(rule: ClockRule, words: Words) -> dict[str, Any]:
    others = [(tag, said) for tag, said in rule.label.words.items() if tag != words.language]
    return {
        "code": rule.code,
        "name": {"said": words.of(rule.label), "others": others},
        "length": length(rule, words),
        "calendar": words(f"catalogue-calendar-{rule.calendar.lower()}"),
        "for": list(_whom(rule, words)),
        "from": _moves(rule.start, words),
        "to": _moves(rule.stop, words),
        "rests": _list((words.known(f"state-{one}", one) for one in rule.pause), words),
        "marks": list(_marks(rule, words)),
    }


def length(rule: ClockRule, words: Words) -> str:
    """How long the limit is, in words."""
    if rule.date:
        return words("catalogue-to-date")
    if rule.dated:
        return words("catalogue-to-named")
    if rule.limit_days:
        return words("catalogue-days", days=rule.limit_days)
    return words("catalogue-same-day") if not rule.limit else plainly(rule.limit, words)


def plainly(span: timedelta, words: Words) -> str:
    """A length of time in its largest whole unit: 72 h stay 72 hours, 90 min stay minutes."""
    if span % DAY == timedelta() and span > 3 * DAY:
        return words("catalogue-days", days=span // DAY)
    if span % HOUR == timedelta():
        return words("catalogue-span-hours", hours=span // HOUR)
    return words("catalogue-span-minutes", minutes=span // MINUTE)


def _whom(rule: ClockRule, words: Words) -> Iterator[str]:
    if rule.levels:
        yield words("catalogue-levels", levels=_list(map(str, rule.levels), words))
    for code in rule.categories:
        known = words.catalogue.categories.get(code)
        yield words.of(known.label) if known else code
    for code in rule.only:
        yield words(f"catalogue-only-{code.replace('_', '-')}")
    if rule.kinds != BOTH:
        yield from (words.known(f"kind-{one}", one) for one in rule.kinds)
    if rule.key_share:
        yield words("catalogue-key-shorter")


def _moves(names: Iterable[str], words: Words) -> str:
    return _list((words.move(one) for one in names), words)


def _list(these: Iterable[str], words: Words) -> str:
    found = tuple(these)
    return words.of(Joined(found)) if found else ""


def _marks(rule: ClockRule, words: Words) -> Iterator[str]:
    for mark in rule.marks:
        what = " · ".join(_does(mark, words))
        yield words(
            "catalogue-mark", when=_when(mark, words), what=what or words("catalogue-quiet")
        )
    if rule.then_every:
        roles = _list((words.known(f"role-{one}", one) for one in rule.then_tell), words)
        yield words("catalogue-then", every=plainly(rule.then_every, words), roles=roles)


def _when(mark: Mark, words: Words) -> str:
    if mark.before is not None:
        return words("catalogue-before", span=plainly(mark.before, words))
    if mark.after is not None:
        return words("catalogue-after", span=plainly(mark.after, words))
    share = 1.0 if mark.share is None else mark.share
    return words("catalogue-at-end") if share == 1 else f"{share:.0%}"


def _does(mark: Mark, words: Words) -> Iterator[str]:
    if mark.breach:
        yield words("catalogue-breach")
    if mark.tell:
        role = (
            words("catalogue-approver")
            if mark.tell == APPROVER
            else words.known(f"role-{mark.tell}", mark.tell)
        )
        yield words("catalogue-tells", role=role)
    if mark.task:
        yield words("catalogue-task", task=words.known(f"task-{mark.task}", mark.task))
    if mark.message:
        yield words("catalogue-message", code=mark.message)
    if mark.move:
        yield words.move(mark.move)
