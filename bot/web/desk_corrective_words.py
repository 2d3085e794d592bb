"""A corrective action in words of one reader: its head, its plan, its count, its history."""

from collections.abc import Sequence
from typing import Any

from bot.web.desk_words import Words, hide
from dialogs.correcting.action import Corrective, Record, Recurred, Stage
from dialogs.model import Json, Phrase

ROAD = (Stage.OWED, Stage.PLANNED, Stage.RUNNING, Stage.WATCHED, Stage.PROVED)
SAID = ("reason", "proof", "verdict", "cause", "fix", "prevention")
NUMBERED = ("ticket", "number")


def stage(of: Corrective, words: Words) -> str:
    """Its stage."""
    return words(f"corrective-stage-{of.stage}")


def matter(of: Corrective, words: Words) -> str:
    """What it is about: category and subtype, where that is known with the place or the store."""
    category = words.catalogue.categories.get(of.category)
    kind = category.subtype(of.subtype) if category else None
    what = of.category
    if category is not None:
        pair = {"category": category.label, "subtype": kind.label if kind else ""}
        what = words.of(Phrase("category-pair", pair)) if kind else words.of(category.label)
    store = words.catalogue.stores.get(of.store)
    where = words.of(store.label) if store else words.place(of.province) if of.province else ""
    return " · ".join(one for one in (what, where) if one)


def head(of: Corrective, size: int, words: Words) -> dict[str, Any]:
    """What stands on top of its page."""
    left, urgency = words.left(of.limit) if of.limit else ("", "")
    return {
        "id": of.id,
        "number": of.number,
        "revision": of.revision,
        "title": matter(of, words),
        "stage": stage(of, words),
        "now": stage(of, words),
        "overtaken": "corrective-overtaken",
        "stage_code": of.stage.value,
        "steps": _steps(of, words),
        "limit": words(f"corrective-limit-{of.stage}") if of.limit else "",
        "at": words.at(of.limit, day=True) if of.limit else "",
        "left": left,
        "urgency": urgency,
        "owner": of.owner_name or words("nobody"),
        "department": words.department(of.department) if of.department else "",
        "total": size,
        "open": of.open,
    }


def _steps(of: Corrective, words: Words) -> list[dict[str, str]]:
    """The road of an action, and how far this one has come; none for what ended aside of it."""
    if of.stage not in ROAD:
        return []
    reached = ROAD.index(of.stage)
    at = ("done", "now", "next")
    return [
        {
            "name": words(f"corrective-stage-{one}"),
            "at": at[(place >= reached) + (place > reached)],
        }
        for place, one in enumerate(ROAD)
    ]


def plan(of: Corrective, words: Words) -> list[dict[str, str]]:
    """The plan as it stands."""
    told = (
        ("cause-class", words(f"cause-{of.cause_class}") if of.cause_class else "", ""),
        ("cause", of.cause, "long"),
        ("fix", of.fix, "long"),
        ("prevention", of.prevention, "long"),
        ("scope", words(f"scope-{of.scope}") if of.cause else "", ""),
        ("carries-out", of.owner_name, ""),
        ("carried-out-by", words.at(of.due, day=True) if of.due else "", ""),
        ("planned-by", _by(of.planner_name, of.planned_at if of.planner else None, words), ""),
        ("accepted", _by(of.accepted_by, of.accepted_at, words), ""),
        ("done", _by(of.proof, of.done_at, words), "long"),
        ("verified", _by(of.verified_by, of.verified_at, words), ""),
        ("verdict", of.verdict, "long"),
    )
    return [
        {"name": words(f"corrective-{name}"), "value": hide(said), "kind": kind}
        for name, said, kind in told
        if said
    ]


def _by(name: str, at: Any, words: Words) -> str:
    return f"{name} · {words.at(at)}" if name and at else name if at else ""


def counted(of: Recurred | None, words: Words) -> list[str]:
    """How often the same matter came again, in sentences."""
    if of is None:
        return []
    days = max(1, round((of.until - of.since).total_seconds() / 86400))
    key = "again" if of.same else "none"
    return [
        words(f"corrective-counted-{key}", days=days, count=of.same, before=of.before),
        words("corrective-counted-alike", count=of.alike),
    ]


def timeline(records: Sequence[Record], words: Words) -> list[dict[str, Any]]:
    """What was done with it, the newest first."""
    return [
        {
            "at": words.at(one.at),
            "who": one.name or words("chat-bot"),
            "role": "staff" if one.staff else "bot",
            "what": words.known(f"desk-corrective-act-{one.act}", one.act),
            "change": "",
            "details": _details(one, words),
        }
        for one in sorted(records, key=lambda one: one.at)[::-1]
    ]


def _details(one: Record, words: Words) -> list[str]:
    if one.act == "count":
        same, alike, before = (_count(one.detail.get(key)) for key in ("same", "alike", "before"))
        return [words("corrective-count", same=same, alike=alike, before=before)]
    said = [one.detail.get(name) for name in SAID]
    numbers = [one.detail.get(name) for name in NUMBERED]
    return [
        *(hide(line) for line in said if isinstance(line, str) and line),
        *(line for line in numbers if isinstance(line, str) and line),
    ]


def _count(said: Json) -> int:
    return said if isinstance(said, int) else 0
