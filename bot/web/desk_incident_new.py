"""Opening an incident by hand: what, where, since when; who fits is shown before it is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import RedirectResponse, Response

from bot import incident_preview, incidents
from bot.desk_acts import Refused
from bot.incident_preview import Shown
from bot.web import desk_areas
from bot.web.desk_areas import Areas
from bot.web.desk_incident_forms import languages, moment, shown
from bot.web.desk_incident_words import stage, title
from bot.web.desk_queue import row
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words
from dialogs.incidents.incident import Incident, News
from dialogs.model import Json, Phrase
from dialogs.tickets.moves import BOT
from dialogs.tickets.ticket import Ticket
from storage import Connection, incident_pages, tickets
from storage import incidents as kept

PLACE = f"{HOME}/incidents/new"
MOST_TYPED = 2000  # characters of one input
REFUSED = 422
SHOWN = 8  # tickets that fit, shown one by one
FIELDS = ("where", "category", "campaign", "began", "expected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed, read: the fields of the incident, or why they make none."""

    typed: Mapping[str, str]
    fields: Mapping[str, Json]
    areas: Areas
    why: Phrase | None = None

    @property
    def mark(self) -> str:
        """What decides who fits: where that changed, it is shown anew before it is opened."""
        named = ("category", "campaign", "began")
        return "|".join((*self.areas.codes, *(self.typed.get(name, "") for name in named)))


@dataclass(frozen=True, slots=True)
class Fitting:
    """Who fits: how many, the first of them, incidents that run there, what all would read."""

    count: int
    tickets: tuple[Ticket, ...]
    known: tuple[Incident, ...]
    reads: tuple[Shown, ...]


async def page(visit: Visit) -> Response:
    """GET the empty form."""
    began = _local(visit.words, timedelta(minutes=-30))
    return _page(visit, Asked(typed={"began": began}, fields={}, areas=Areas()))


async def put(visit: Visit) -> Response:
    """POST what was typed: who fits is shown, or it is opened, or what is wrong is told."""
    form = await visit.request.form(max_files=0, max_fields=60)
    typed = {k: v[:MOST_TYPED] for k, v in form.items() if isinstance(v, str)}
    asked = read(typed, visit.words)
    if asked.why is not None:
        return _page(visit, asked, status=REFUSED)
    look = await visit.door.store.read(lambda c: _look(visit, c, asked))
    if isinstance(look, Refused):
        return _page(visit, asked, why=look, status=REFUSED)
    if typed.get("step") != "open" or typed.get("shown") != asked.mark:
        return _page(visit, asked, look)
    made = await visit.door.store.write(
        lambda c: incidents.open_by_hand(visit.work(c), visit.who.id, asked.fields)
    )
    if isinstance(made, Refused):
        return _page(visit, asked, look, why=made, status=REFUSED)
    return RedirectResponse(f"{HOME}/incident/{made.incident.id}?done=open", SEE_OTHER)


def read(typed: Mapping[str, str], words: Words) -> Asked:
    """The fields of an incident from what a browser sent."""
    areas = desk_areas.read(typed, "where", words)
    if areas.why is not None:
        return Asked(typed=typed, fields={}, areas=areas, why=areas.why)
    category, _, kind = typed.get("category", "").partition(":")
    fields: dict[str, Json] = {
        "areas": list(areas.codes),
        "categories": [category] if category else [],
        "subtypes": [kind] if kind else [],
        "campaign": typed.get("campaign", "").strip(),
    }
    for name in ("began", "expected"):
        said = typed.get(name, "").strip()
        at = moment(said, words) if said else ""
        if at is None:
            why = Phrase("desk-wrong-moment", {"typed": said})
            return Asked(typed=typed, fields={}, areas=areas, why=why)
        fields[name] = at
    told: dict[str, Json] = {tag: typed.get(f"words-{tag}", "").strip() for tag in languages(words)}
    fields |= {"words": told} if any(told.values()) else {}
    return Asked(typed=typed, fields=fields, areas=areas)


def _look(visit: Visit, c: Connection, asked: Asked) -> Fitting | Refused:
    work = visit.work(c)
    made = incidents.by_hand(work, visit.who.id, asked.fields)
    if isinstance(made, Refused):
        return made
    found = incident_pages.fitting(c, made)
    running = kept.live(c)
    same = (one for one in running if one.running and _meet(one, made))
    return Fitting(
        count=len(found),
        tickets=tickets.load_many(c, found[:SHOWN]),
        known=tuple(same),
        reads=incident_preview.told(work, made, News.FOUND, {}, BOT),
    )


def _meet(one: Incident, other: Incident) -> bool:
    """Whether two are about the same: a category and, as far as they name any, a place in common.

    Of places only the same code counts; a district within a city is told by its tickets.
    """
    places = not one.areas or not other.areas or set(one.areas) & set(other.areas)
    return bool(set(one.categories) & set(other.categories) and places)


def _page(
    visit: Visit,
    asked: Asked,
    look: Fitting | None = None,
    *,
    why: Refused | None = None,
    status: int = 200,
) -> Response:
    words = visit.words
    wrong = words.of(asked.why) if asked.why else words.of(why.words) if why else ""
    values: dict[str, Any] = {
        "typed": {name: asked.typed.get(name, "") for name in FIELDS},
        "why": wrong,
        "unclear": asked.areas.unclear,
        "categories": _categories(words),
        "wordings": _wordings(asked, words),
        "latest": _local(words),
        "shown": asked.mark if look else "",
        "fitting": _fitting(look, visit) if look else None,
        "reads": shown(look.reads, words) if look else [],
        "known": [_known(one, words) for one in look.known] if look else [],
    }
    return visit.page("desk_incident_new.html", values, status)


def _local(words: Words, after: timedelta = timedelta()) -> str:
    zone = ZoneInfo(words.stage.house.zone)
    return f"{(words.now + after).astimezone(zone):%Y-%m-%dT%H:%M}"


def _categories(words: Words) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "name": words.of(one.label),
            "kinds": [(f"{one.code}:{kind.code}", words.of(kind.label)) for kind in one.subtypes],
        }
        for one in words.catalogue.categories.values()
    ]


def _wordings(asked: Asked, words: Words) -> list[dict[str, str]]:
    return [
        {
            "language": one,
            "label": words(f"incident-say-{one}"),
            "words": asked.typed.get(f"words-{one}", ""),
        }
        for one in languages(words)
    ]


def _fitting(look: Fitting, visit: Visit) -> dict[str, Any]:
    words = visit.words
    return {
        "words": words("incident-fitting", count=look.count),
        "rest": max(0, look.count - len(look.tickets)),
        "rows": [row(one, visit.who, words) for one in look.tickets],
    }


def _known(one: Incident, words: Words) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": title(one, words),
        "stage": stage(one, words),
        "stage_code": one.stage.value,
    }
