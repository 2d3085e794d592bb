"""The promises that the operator has published, for all of the staff to read."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.web.desk_offers import validity
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.catalogue import Promise
from dialogs.tickets.promising import valid


async def page(visit: Visit) -> Response:
    """GET the library: those that hold today first, then what is to come and what is over."""
    words = visit.words
    today = words.now.astimezone(ZoneInfo(words.stage.house.zone)).date()
    listed = [_line(one, today, words) for one in words.catalogue.promises.values()]
    return visit.page("desk_promises.html", {"promises": sorted(listed, key=_place)})


def _place(line: dict[str, Any]) -> int:
    return ("holds", "later", "over").index(line["code"])


def _line(one: Promise, today: date, words: Words) -> dict[str, Any]:
    catalogue = words.catalogue
    about = [catalogue.categories[code].label for code in one.categories]
    return {
        "code": standing(one, today),
        "id": one.code,
        "name": words.of(one.label),
        "text": words.of(one.text),
        "source": words.of(one.source),
        "valid": validity(one, words),
        "remedy": words.remedy(one.remedy) if one.remedy else "",
        "times": one.times if one.times > 1 else 0,
        "about": [words.of(label) for label in about],
    }


def standing(one: Promise, today: date) -> str:
    """Whether it "holds" today, comes "later" or is "over"."""
    if valid(one, today, today):
        return "holds"
    return "later" if date.fromisoformat(one.valid_from) > today else "over"
