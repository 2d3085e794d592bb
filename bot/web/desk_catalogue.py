"""The catalogue as people read it, and a file checked before it is used: never kept, never taken.

A new catalogue is put in place by whoever runs the service; here it is only read.
"""

import asyncio
import tomllib
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot.web.desk_clock_words import limits
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.catalogue import Catalogue, CatalogueError, Category, Remedy
from dialogs.catalogue.changes import Change, changes
from dialogs.catalogue.reading import parse
from dialogs.model import Label
from dialogs.tickets.guards import LEADS
from dialogs.tickets.lifecycle import MOVES

MOST_BYTES = 2 * 1024 * 1024
MOST_SHOWN = 200  # changes
REFUSED = 422


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read: what is wrong with it, or what it says otherwise."""

    name: str
    wrong: str = ""  # a text of the desk, or ""
    fault: str = ""  # in the reader's own words
    changes: tuple[Change, ...] = ()
    version: str = ""


async def page(visit: Visit) -> Response:
    """GET the catalogue that is in use."""
    return _page(visit)


async def check(visit: Visit) -> Response:
    """POST a file: read as the start of the service would read it."""
    form = await visit.request.form(max_files=1, max_fields=2)
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return _page(visit, Checked("", wrong="catalogue-no-file"), REFUSED)
    content = await file.read(MOST_BYTES + 1)
    await form.close()
    made = await asyncio.to_thread(read, file.filename[:80], content, visit.words.catalogue)
    return _page(visit, made, REFUSED if made.wrong else 200)


def read(name: str, content: bytes, running: Catalogue) -> Checked:
    """What is wrong with the bytes of a catalogue, else what differs from the `running` one."""
    if len(content) > MOST_BYTES:
        return Checked(name, wrong="catalogue-large")
    try:
        found = parse(tomllib.loads(content.decode("utf-8")), MOVES)
    except UnicodeDecodeError:
        return Checked(name, wrong="catalogue-no-text")
    except tomllib.TOMLDecodeError as error:
        return Checked(name, wrong="catalogue-no-toml", fault=str(error))
    except CatalogueError as error:
        return Checked(name, wrong="catalogue-fault", fault=str(error))
    return Checked(name, changes=changes(running, found), version=found.version)


def _page(visit: Visit, checked: Checked | None = None, status: int = 200) -> Response:
    words, known = visit.words, visit.words.catalogue
    values: dict[str, Any] = {
        "version": known.version,
        "categories": [_category(one, words) for one in known.categories.values()],
        "remedies": [_remedy(one, words) for one in known.remedies.values()],
        "departments": _departments(words),
        "limits": limits(words, shown=True),
        "chains": limits(words, shown=False),
        "money": [
            (words.known(f"role-{role}", role), words.money(minor))
            for role, minor in known.money_limits.items()
        ],
        "hours": _hours(words),
        "may": visit.who.role in LEADS,
        "checked": checked,
        "why": words(checked.wrong) if checked and checked.wrong else "",
        "changes": [_change(one, words) for one in checked.changes[:MOST_SHOWN]] if checked else [],
        "others": max(0, len(checked.changes) - MOST_SHOWN) if checked else 0,
    }
    return visit.page("desk_catalogue.html", values, status)


def both(label: Label, words: Words) -> dict[str, Any]:
    """A label in the reader's language, and in the others beside it."""
    others = [(tag, said) for tag, said in label.words.items() if tag != words.language]
    return {"said": words.of(label), "others": others}


def _category(one: Category, words: Words) -> dict[str, Any]:
    known = words.catalogue
    emergency = known.emergency.get(one.code)
    return {
        "code": one.code,
        "name": both(one.label, words),
        "department": words.department(one.department),
        "needs": [words(f"catalogue-need-{need}") for need in one.needs],
        "subtypes": [both(kind.label, words) for kind in one.subtypes],
        "questions": [
            {
                "ask": both(asked.ask, words),
                "kind": words(f"catalogue-asks-{asked.kind.replace('_', '-')}"),
                "options": [words.of(label) for _, label in asked.options],
            }
            for asked in one.asked
        ],
        "pictures": [words.of(picture.label) for picture in one.evidence],
        "remedies": [words.remedy(code) for code in one.remedies],
        "emergency": words.of(emergency) if emergency else "",
    }


def _remedy(one: Remedy, words: Words) -> dict[str, Any]:
    return {
        "name": both(one.label, words),
        "code": one.code,
        "money": one.money,
        "least": words.known(f"role-{one.least}", "") if one.least else "",
        "offered_only": one.offered_only,
        "covers": [words.remedy(code) for code in one.covers],
    }


def _departments(words: Words) -> list[dict[str, Any]]:
    known = words.catalogue
    return [
        {
            "code": one.code,
            "name": both(one.label, words),
            "told": one.told,
            "for": [
                words.of(category.label)
                for category in known.categories.values()
                if category.department == one.code
            ],
        }
        for one in known.departments.values()
    ]


def _hours(words: Words) -> list[tuple[str, str]]:
    known = words.catalogue

    def between(*these: Any) -> str:
        return ", ".join(f"{_clock(one.start)}–{_clock(one.end)}" for one in these)

    told = [
        (words("catalogue-hours-opening"), between(known.opening)),
        (words("catalogue-hours-work"), between(known.work)),
        (words("catalogue-hours-night"), between(*known.night)),
        (words("catalogue-hours-survey"), between(*known.survey_rest)),
    ]
    return [(name, said) for name, said in told if said]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _change(one: Change, words: Words) -> dict[str, Any]:
    name = words.of(one.label) if one.label else ""
    return {
        "kind": words(f"catalogue-{one.kind}"),
        "code": one.kind,
        "part": words.known(f"desk-catalogue-part-{one.part.replace('_', '-')}", one.part),
        "entry": " · ".join(filter(None, (one.code, name))),
        "differences": one.differences,
    }
