"""The daily list at the desk: the newest of who asks, or that of an earlier day, as it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.digest import Line, Section
from dialogs.model import Label, Phrase
from storage import Connection, digests
from storage.digests import Kept

DAYS = 7  # earlier ones that can be gone back to
HOT = ("over", "breached", "major")  # figures that stand out where they are not zero


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts."""

    name: str
    count: int
    hot: bool = False


async def page(visit: Visit) -> Response:
    """GET the list of today, or of the day that the address names."""
    words = visit.words
    today = words.now.astimezone(ZoneInfo(words.stage.house.zone)).date()
    upto = _day(visit.request.query_params.get("day", ""), today)

    def look(c: Connection) -> tuple[Kept | None, Sequence[date]]:
        return digests.newest(c, visit.who.id, upto), digests.days(c, visit.who.id, DAYS)

    kept, days = await visit.door.store.read(look)
    minute = words.catalogue.digest
    values: dict[str, object] = {
        "shown": shown(kept, words) if kept else None,
        "days": [
            {"day": one.isoformat(), "name": words.of(one), "chosen": kept and kept.day == one}
            for one in (days if len(days) > 1 else ())
        ],
        "hour": f"{minute // 60:02}:{minute % 60:02}",
    }
    return visit.page("desk_digest.html", values)


def shown(kept: Kept, words: Words) -> dict[str, object]:
    """A digest in words."""
    made = kept.digest
    return {
        "day": words.of(kept.day),
        "at": words.at(kept.at),
        "figures": [
            Count(words(f"digest-{name}"), count, bool(count) and name in HOT)
            for name, count in made.figures.items()
        ],
        "tasks": [
            Count(words.known(f"task-{kind}", kind), count) for kind, count in made.tasks.items()
        ],
        "sections": [_section(one, words) for one in made.sections],
    }


def _section(one: Section, words: Words) -> dict[str, object]:
    return {
        "code": one.name,
        "name": words(f"digest-{one.name}"),
        "count": one.count,
        "rest": one.count - len(one.lines),
        "lines": [_line(line, words) for line in one.lines],
    }


def _line(one: Line, words: Words) -> dict[str, object]:
    category = words.catalogue.categories.get(one.category)
    kind = category.subtype(one.subtype) if category else None
    label: Label | str = category.label if category else one.category
    pair = Phrase("category-pair", {"category": label, "subtype": kind.label if kind else ""})
    return {
        "number": one.number,
        "matter": words.of(pair if kind else label),
        "level": one.level,
        "clock": words.clock(one.rule) if one.rule else "",
        "due": words.at(one.due, expected=one.provisional) if one.due else "",
    }


def _day(said: str, today: date) -> date:
    try:
        return min(date.fromisoformat(said), today)
    except ValueError:
        return today
