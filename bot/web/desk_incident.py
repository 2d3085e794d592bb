"""An incident in words: what it is, where, how far it is, what all were told, who did what.

Everything comes out in words of one reader of the staff.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.web.desk_incident_words import BETWEEN, expected, matter, stage, title, where
from bot.web.desk_ticket import Fact
from bot.web.desk_words import Words
from dialogs.incidents.incident import Counts, Incident, Progress, Record, Stage
from dialogs.model import Joined, Json
from dialogs.tickets.ticket import Item

STEPS = ("found", "confirmed", "fixed", "settled", "over")
MATTER = ("found", "confirmed", "settled", "over")  # nothing is down, so nothing comes back


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: from where, how long, of which kind ("sent", "held", "failed")."""

    kind: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A count below a bar, in words; `hot`: somebody should look at it."""

    words: str
    hot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A word to all, and how far it is: of `total` so many are `gone`; `words` say it in one."""

    name: str
    at: str
    total: int
    gone: int
    words: str
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]


def counted(counts: Counts, words: Words) -> str:
    """How many of its tickets are open and ended, and how many were split off."""
    known = {"open": counts.open, "ended": counts.ended}
    if counts.parted:
        return words("incident-counts-parted", **known, parted=counts.parted)
    return words("incident-counts", **known)


def head(of: Incident, counts: Counts, words: Words) -> dict[str, Any]:
    """What stands on top of its page."""
    left, urgency = expected(of, words)
    return {
        "id": of.id,
        "number": of.number,
        "revision": of.revision,
        "title": title(of, words),
        "campaign": of.campaign,
        "stage": stage(of, words),
        "now": stage(of, words),
        "overtaken": "incident-overtaken",
        "stage_code": of.stage.value,
        "steps": _steps(of, words),
        "expected": words.at(of.expected) if of.expected and of.running else "",
        "awaited": words("column-expected" if of.fault else "column-answer-by"),
        "left": left,
        "urgency": urgency,
        "owner": of.owner_name or words("incident-unowned"),
        "department": words.department(of.department) if of.department else "",
        "total": counts.children,
        "counts": counted(counts, words),
    }


def _steps(of: Incident, words: Words) -> list[dict[str, str]]:
    """The road of an incident, and how far this one has come."""
    road = STEPS if of.fault else MATTER
    reached = _reached(of, road)
    return [
        {"name": words(f"incident-step-{name}"), "at": _at(place, reached)}
        for place, name in enumerate(road)
    ]


def _reached(of: Incident, road: Sequence[str]) -> int:
    steps = {
        Stage.SUSPECTED: "found",
        Stage.OPEN: "confirmed",
        Stage.FIXED: "fixed",
        Stage.SETTLED: "settled",
    }
    step = steps.get(of.stage, "over")
    return road.index(step) if step in road else road.index("confirmed")


def _at(place: int, reached: int) -> str:
    if place == reached:
        return "now"
    return "done" if place < reached else "next"


def facts(of: Incident, words: Words) -> list[Fact]:
    """What is known of it."""
    told = (
        ("matter", matter(of, words)),
        ("where", where(of, words)),
        ("campaign", of.campaign),
        ("since", words.at(of.began_at)),
        ("found", _found(of, words)),
        ("expected" if of.fault else "answer-by", words.at(of.expected) if of.expected else ""),
        ("fixed", words.at(of.fixed_at) if of.fixed_at else ""),
        ("settled", words.at(of.settled_at) if of.settled_at else ""),
        ("over", words.at(of.closed_at) if of.closed_at else ""),
    )
    return [Fact(words(f"incident-fact-{name}"), value) for name, value in told if value]


def _found(of: Incident, words: Words) -> str:
    """When it was found, and how."""
    at = words.at(of.found_at)
    rules = {one.code: one.label for one in words.catalogue.batches}
    if of.source == "threshold":
        return words("incident-source-threshold", at=at, rule=rules.get(of.rule, of.rule))
    return words(f"incident-source-{of.source}", at=at)


def offered(items: Sequence[Item], words: Words) -> list[str]:
    """What all are offered, a line for each item."""
    return [_item(one, words) for one in items]


def _item(one: Item, words: Words) -> str:
    what = one.words or words.remedy(one.code)
    priced = f"{what} {words.money(one.minor)}" if one.minor else what
    due = words("by-date", date=words.at(one.due, day=True)) if one.due else ""
    return BETWEEN.join(part for part in (priced, due) if part)


def bar(of: Progress, words: Words, *, dated: bool = True) -> Bar:
    """A word to all with how far it is; those who need not hear it do not count."""
    total = of.total - of.passed
    sent = words("told-sent", sent=of.done, total=total)
    return Bar(
        name=words(f"incident-news-{of.news}"),
        at=words.at(of.at) if dated else "",
        total=total,
        gone=of.done,
        words=sent,
        parts=_parts(of),
        figures=(Figure(sent), *_figures(of, words)),
    )


def _parts(of: Progress) -> tuple[Part, ...]:
    stretches = (
        Part("sent", 0, of.done),
        Part("held", of.done, of.held),
        Part("failed", of.done + of.held, of.failed),
    )
    return tuple(one for one in stretches if one.size)


def _figures(of: Progress, words: Words) -> tuple[Figure, ...]:
    counts = (
        ("told-waiting", of.sending + of.left, False),
        ("told-held", of.held, False),
        ("told-failed", of.failed, True),
        ("told-passed", of.passed, False),
    )
    return tuple(Figure(words(key, count=count), hot) for key, count, hot in counts if count)


def under_way(told: Sequence[Progress]) -> bool:
    """Whether any word to all is still moving."""
    return any(one.sending or one.left or not one.finished for one in told)


def timeline(records: Sequence[Record], words: Words) -> list[dict[str, Any]]:
    """What was done with it, the newest first."""
    return [_line(one, words) for one in reversed(records)]


def _line(one: Record, words: Words) -> dict[str, Any]:
    return {
        "at": words.at(one.at),
        "who": one.name or words("chat-them" if one.act == "part" else "chat-bot"),
        "role": "staff" if one.staff else "bot",
        "what": words.known(f"desk-incident-act-{one.act}", one.act),
        "change": "",
        "details": [said for said in _details(one.detail, words) if said],
    }


def _details(detail: Mapping[str, Json], words: Words) -> list[str]:
    """What was said with it: a wording in every language, a date, a reason, a ticket."""
    said = detail.get("words")
    lines = [str(one) for one in said.values()] if isinstance(said, dict) else [_text(said)]
    lines += [_text(detail.get(key)) for key in ("reason", "ticket", "number", "campaign")]
    moments = ((key, _moment(detail.get(key))) for key in ("expected", "at"))
    lines += [words.at(at) for _, at in moments if at is not None]
    areas = detail.get("areas")
    if isinstance(areas, list):
        lines.append(words.of(Joined(tuple(words.place(str(one)) for one in areas))))
    return lines


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _moment(value: Json) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) and value else None
    except ValueError:
        return None
