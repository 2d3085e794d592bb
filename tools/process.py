"""Write docs/process.md from the catalogue: run `python -m tools.process` from the top.

Limits, messages, ladder, money, hours: what a supervisor asks about, in tables. A test compares
the page with the file.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from bot.config import Operator
from bot.house import catalogue_of
from dialogs.catalogue import Catalogue, ClockRule, Hours, Mark
from dialogs.model import Label
from tools import process_gravity

HERE = Path(__file__).resolve().parent.parent
PLACE = "docs/process.md"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
CALENDARS = {
    "CAL": "around the clock",
    "WD": "working days, with holidays and make-up days",
    "WH": "the working hours of working days",
    "DH": "the hours of a desk that is staffed every day",
}

HEAD = """\
<!-- Made by `python -m tools.process` from the catalogue; do not edit. -->

# The process

What runs when, who is told, and what may be promised, as the shipped `dialogs/catalog.toml` says
it. An operator's own catalogue may say otherwise. The states and moves of a ticket stand in
[tickets.md](tickets.md), the dialogs in [dialogs.md](dialogs.md), what follows when the same
complaint comes again in [repeats.md](repeats.md).
"""
LIMITS = """\
## Limits

Each starts with one of its moves and ends with another; it rests while the ticket is in one of the
states under "rests in". Marks say when somebody is told, or what happens then: `agent` and
`handler` is who has the ticket. "Breach" is the moment from which the limit counts as missed.
"""
CHAINS = """\
## Reminders and moves by the clock

These are no limits of staff: they remind the subscriber, or move the ticket on when nobody does.
"""
LADDER = """\
## The ladder

A limit that comes near is told to the people who have it, then to their supervisor, then to the
director; some are told again every day until they are met. What a ticket asks of the same role
twice within {cool_down} is one task, in the newer words. Of different tickets a role is told
{an_hour} times an hour one by one; the others of that hour stand in its to-do list as one number.
Everybody gets a list of what is theirs at {digest} on working days; on other days only what is over
its limit or of level 3.

```mermaid
flowchart LR
    start([limit starts]) --> half["on its way<br/>who has the ticket"]
    half --> near["near the end<br/>who has it, supervisor"]
    near --> later["before the breach<br/>subscriber: a new date,<br/>at most {delays} times"]
    near --> over{{breach}}
    later --> over
    over --> boss["supervisor"]
    boss --> daily["every day: supervisor,<br/>then director"]
    start -. met .-> done([task gone])
    over -. met late .-> done
```
"""
WORKDAYS = """\
## Working days

The table of working days is kept at `/desk/calendar` and with `redress calendar`. A year whose
holidays nobody confirmed is counted by the weekday rule, and its dates are told as expected (预计).
When days change, every limit that moves is counted anew, and subscribers hear of dates that moved.
"""


def page(known: Catalogue) -> str:
    """The text of docs/process.md."""
    limits = [rule for rule in known.clocks.values() if rule.shown]
    chains = [rule for rule in known.clocks.values() if not rule.shown]
    return "\n".join(
        (
            HEAD,
            LADDER.format(
                cool_down=_span(known.cool_down),
                an_hour=known.an_hour,
                digest=_time(known.digest),
                delays=known.delays,
            ),
            LIMITS,
            _rules(limits),
            CHAINS,
            _rules(chains),
            WORKDAYS,
            _hours(known),
            "\n".join(_departments(known)),
            "\n".join(process_gravity.routes(known, _table)),
            "\n".join(process_gravity.levels(known, _table)),
            "\n".join(process_gravity.triggers(known, _table)),
            "\n".join(_messages(known)),
            "\n".join(_promised(known)),
            "\n".join(_money(known)),
            "\n".join(_promises(known)),
            "\n".join(_credit(known)),
            "\n".join(_numbers(known)),
        )
    )


def _rules(rules: Iterable[ClockRule]) -> str:
    head = (
        "code",
        "名称",
        "name",
        "limit",
        "calendar",
        "for",
        "starts",
        "ends",
        "rests in",
        "marks",
    )
    return _table(head, (_rule(one) for one in rules))


def _rule(rule: ClockRule) -> tuple[str, ...]:
    return (
        rule.code,
        *_both(rule.label),
        _length(rule),
        rule.calendar,
        _whom(rule),
        _starts(rule),
        _ends(rule),
        _words(rule.pause),
        "<br>".join(_marks(rule)),
    )


def _length(rule: ClockRule) -> str:
    if rule.date:
        return f"to the date filed: {rule.date}"
    if rule.dated:
        return "to the date named"
    if rule.limit_days or rule.calendar == "WD":
        return f"{rule.limit_days} d" if rule.limit_days else "the same day"
    return _span(rule.limit)


def _whom(rule: ClockRule) -> str:
    told = []
    if rule.levels:
        told.append("level " + ", ".join(map(str, rule.levels)))
    told += [*rule.categories, *rule.only]
    if rule.kinds != ("complaint", "fault"):
        told += rule.kinds
    if rule.key_share:
        told.append("key accounts: shorter")
    return ", ".join(told)


def _starts(rule: ClockRule) -> str:
    told = [_words(rule.start)] if rule.start else []
    told += [f"after {rule.follows}"] if rule.follows else []
    return "; ".join(told)


def _ends(rule: ClockRule) -> str:
    told = _words(rule.stop)
    if rule.told:
        told += f"; when delivered: {_words(rule.told)}"
    if rule.stop_by:
        told += f" (by {_words(rule.stop_by)})"
    return f"{told}; once its message is delivered" if rule.on_delivery else told


def _marks(rule: ClockRule) -> Iterator[str]:
    for mark in rule.marks:
        yield f"{_when(mark)}: {_does(mark)}"
    if rule.then_every:
        yield f"then every {_span(rule.then_every)}: {', '.join(rule.then_tell)}"


def _when(mark: Mark) -> str:
    if mark.before is not None:
        return f"{_span(mark.before)} before"
    if mark.after is not None:
        return f"after {_span(mark.after)}"
    share = 1.0 if mark.share is None else mark.share
    return "at the end" if share == 1 else f"at {share:.0%}"


def _does(mark: Mark) -> str:
    told = [mark.tell, mark.message, mark.task and f"task {mark.task}", mark.move]
    said = ", ".join(one for one in told if one)
    return f"{said} **breach**".strip() if mark.breach else said


def _hours(known: Catalogue) -> str:
    rows = [("WH", CALENDARS["WH"], _between(known.work))]
    if known.lunch:
        rows.append(("WH", "but not", _between(known.lunch)))
    rows += [
        ("DH", CALENDARS["DH"], _between(known.desk)),
        ("WD", CALENDARS["WD"], "all hours of them"),
        ("CAL", CALENDARS["CAL"], "all hours"),
        ("", "people of the desk can be asked for", _between(known.opening)),
        ("", "no pushes to subscribers", ", ".join(map(_between, known.night))),
        ("", "no surveys and reminders", ", ".join(map(_between, known.survey_rest))),
    ]
    return _table(("calendar", "what", "hours"), rows)


def _departments(known: Catalogue) -> Iterator[str]:
    yield "## Who works on what\n"
    rows = (
        (
            one.code,
            *_both(one.label),
            one.department,
            *_both(known.departments[one.department].label),
        )
        for one in known.categories.values()
    )
    yield _table(("category", "类别", "name", "department", "部门", "name"), rows)


def _messages(known: Catalogue) -> Iterator[str]:
    yield "## Messages to the subscriber\n"
    yield "`push` is sent, `edit` changes the card they have without a sound, `status` is only seen"
    yield "by who asks. The rest is the quiet hours that hold it.\n"
    rows = ((one.code, one.way, one.rest, one.yields_to) for one in known.notices.values())
    yield _table(("message", "way", "rest", "not sent before"), rows)


def _promised(known: Catalogue) -> Iterator[str]:
    yield "## Promised dates\n"
    yield "In how many working days the subscriber is promised the next news after a move, where"
    yield "staff name no date themselves.\n"
    yield _table(("move", "working days"), ((name, str(n)) for name, n in known.promised.items()))


def _money(known: Catalogue) -> Iterator[str]:
    yield "## Money and remedies\n"
    yield "What each role may offer alone. More needs the leave of a supervisor or, above their"
    yield "limit, of the director: the whole offer is drafted, and goes out as it is once that is"
    yield "granted. What is above the disputed amount needs leave too, unless an item keeps a"
    yield "promise that goes as far.\n"
    rows = ((role, f"{minor / 100:,.2f}") for role, minor in known.money_limits.items())
    yield _table(("role", "amount (yuan)"), rows)
    yield "\nRemedies that not everybody may offer, or that are offered and never asked about:\n"
    kept = [one for one in known.remedies.values() if one.least or one.offered_only]
    special = ((*_both(one.label), one.least, "yes" if one.offered_only else "") for one in kept)
    yield _table(("处理方式", "remedy", "from this role up", "offered only"), special)


def _promises(known: Catalogue) -> Iterator[str]:
    yield "## Published promises\n"
    yield "An offer may cite a promise that was valid when the matter happened; it then goes up to"
    yield "so many times the disputed amount.\n"
    rows = (
        (*_both(one.label), one.valid_from, one.valid_to, str(one.times), _words(one.categories))
        for one in known.promises.values()
    )
    yield _table(("承诺", "promise", "from", "to", "times", "categories (all if none)"), rows)


def _credit(known: Catalogue) -> Iterator[str]:
    rule = known.credit
    yield "## Amounts in dispute\n"
    yield "What is disputed is not dunned and suspends no service, from the filing until the matter"
    yield "is settled and carried out, withdrawn, or ended without agreement.\n"
    rows = (
        ("complaints in which an amount is disputed", _words(rule.categories)),
        ("billing puts it on hold, or lifts it, in working hours", _span(rule.place)),
        ("service that was cut off over it is given back in", _span(rule.restore)),
        ("whole days from the end of the hold until it is asked for again", str(rule.grace)),
        ("remedies whose money is taken off it", _words(rule.credits)),
    )
    yield _table(("what", "by default"), rows)


def _numbers(known: Catalogue) -> Iterator[str]:
    yield "## Other numbers\n"
    rows = (
        ("a wait for a person, then a supervisor is told", _span(known.human_wait)),
        ("reminders by the subscriber, at most one in", _span(known.remind_every)),
        ("delays told to a subscriber, at most", str(known.delays)),
        ("questions to a subscriber, at most", str(known.max_asks)),
        ("time to think an offer over", f"{_span(known.think)}, {known.thinks} times"),
        ("rounds before a final position, at least", str(known.rounds_before_final)),
        ("a closed ticket can be reopened for", f"{known.reopen_days} d"),
        ("a matter goes to a supervisor from complaint number", str(known.repeats.supervisor_from)),
        ("a score that a supervisor looks at", f"{known.low_score} or less"),
        ("surveys to one person, at most one in", _span(known.survey_every)),
        ("time of a key account's limit", f"{known.key_share:.0%}"),
    )
    yield _table(("what", "number"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(head)
    lines = ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names)]
    lines += ["| " + " | ".join(one.replace("|", "\\|") for one in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _both(label: Label) -> tuple[str, str]:
    return label.words["zh-CN"], label.words["en"]


def _words(names: Iterable[str]) -> str:
    return ", ".join(names)


def _between(hours: Hours) -> str:
    return f"{_time(hours.start)}-{_time(hours.end)}"


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _span(span: timedelta) -> str:
    """The span in its largest whole unit."""
    for unit, name in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if span and not span % unit and (unit is not DAY or span > 2 * DAY):
            return f"{span // unit} {name}"
    return f"{span.total_seconds():.0f} s"


def main() -> None:
    """Write the page."""
    (HERE / PLACE).write_text(page(catalogue_of(Operator())), "utf-8")


if __name__ == "__main__":
    main()
