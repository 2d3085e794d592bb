"""The demo's month told in numbers: each rule of the process with how often it did something."""

from collections.abc import Iterator, Mapping

from bot.demo.playing import Played
from bot.demo.rules import of_clock, wanted
from dialogs.catalogue import Catalogue, ClockRule
from dialogs.model import Json

ENGLISH = "en"
WIDTH = 100
HEAD = ("clock", "", "started", "told at its marks", "breached", "daily", "rested")
# The groups of counts beside clocks, under these words.
GROUPS: Mapping[str, str] = {
    "kind": "kinds of contact",
    "contact": "contacts without a ticket",
    "outcome": "how these ended",
    "category": "categories",
    "level": "levels",
    "tone": "tones",
    "trigger": "heard in words",
    "route": "routed by",
    "move": "moves",
    "task": "tasks for staff",
    "hint": "checked for the finding",
    "talks": "negotiations",
    "incident": "incidents",
    "incident:": "done with incidents",
    "message": "messages delivered",
}


def table(played: Played, known: Catalogue) -> Iterator[str]:
    """Lines to be read: a table of clocks, then each group of the other rules."""
    counts = played.tally.counts
    rows = [HEAD, *(_clock(rule, counts) for rule in known.clocks.values())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    for row in rows:
        cells = (
            cell.ljust(width) if place < 2 or place == 3 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
    for group, title in GROUPS.items():
        found = {k.partition(" ")[2]: n for k, n in counts.items() if k.startswith(f"{group} ")}
        yield from _wrapped(title, found)
    rest = {key: n for key, n in counts.items() if _other(key)}
    yield from _wrapped("beside", rest)
    yield from _lacking(played, known)


def _clock(rule: ClockRule, counts: Mapping[str, int]) -> tuple[str, ...]:
    def n(what: str) -> str:
        return f"{counts.get(f'clock {rule.code} · {what}', 0):,}"

    names = tuple(of_clock(rule))
    marks = " ".join(n(name) for name in names if name.startswith("mark "))
    daily = sum(counts.get(f"clock {rule.code} · {one}", 0) for one in names if "daily" in one)
    breached = n("breached") if "breached" in names else ""
    rests = n("rests") if "rests" in names else ""
    label = rule.label.words[ENGLISH]
    return rule.code, label, n("started"), marks, breached, f"{daily:,}" if daily else "", rests


def _other(key: str) -> bool:
    return key.partition(" ")[0] not in GROUPS and not key.startswith("clock ")


def _wrapped(title: str, found: Mapping[str, int]) -> Iterator[str]:
    """A group on as many lines as it needs, what happened most first."""
    if not found:
        return
    yield ""
    yield f"{title}:"
    line = ""
    for name, n in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        cell = f"{name} {n:,}"
        if line and len(line) + len(cell) + 4 > WIDTH:
            yield f"  {line}"
            line = ""
        line = f"{line} · {cell}" if line else cell
    yield f"  {line}"


def _lacking(played: Played, known: Catalogue) -> Iterator[str]:
    """What a month of the demo should have shown and did not, and why a story broke off."""
    if played.tally.why:
        yield ""
        yield "stories that could not go on:"
        yield from (f"  {n:,} {why}" for why, n in played.tally.why.most_common())
    lacking = [name for name in wanted(known) if not played.tally.counts[name]]
    if lacking:
        yield ""
        yield f"{len(lacking)} did not happen; more tickets show more of them:"
        yield from (f"  {name}" for name in lacking)


def as_json(played: Played, known: Catalogue) -> dict[str, Json]:
    """The same for programs: counts by the names of `rules`, and those that did not happen."""
    counts = played.tally.counts
    lacking: list[Json] = [name for name in wanted(known) if not counts[name]]
    return {
        "tickets": played.tickets,
        "seconds": round(played.seconds, 1),
        "rules": dict(sorted(counts.items())),
        "lacking": lacking,
        "stuck": dict(sorted(played.tally.why.items())),
    }
