"""A complaint by hand: what the caller, the visitor or the letter says, as the chat would take it.

The form is the whole state. The story is read first; what was understood stands beside each field
and on the card, and only what is missing has to be typed.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import by_hand, known
from bot.by_hand import CONSENTS, Unfiled, Written
from bot.channels.by_hand import place
from bot.web import desk_new_words, desk_queue
from bot.web.desk_incident_words import title
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from dialogs.dialog import Scene
from dialogs.house import Facts
from dialogs.incidents.incident import Incident
from dialogs.intake import by_hand as sheets
from dialogs.intake.by_hand import Sheet, Typed
from dialogs.intake.filing import filing
from dialogs.intake.parting import parts
from dialogs.model import Address, Event, Frame, Joined, Json, Language, Phrase, Text
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, suspects, tickets

PLACE = f"{HOME}/new"
REFUSED = 422
MOST_STORY = 10_000  # characters
MOST_TYPED = 400  # of any other input
SHOWN = 5  # earlier tickets about the same number
TALK = re.compile(r"[0-9]{1,17}")
MARK = re.compile(r"[0-9a-f]{32}")
SAID = (
    "talk",
    "origin",
    "language",
    "body",
    "reference",
    "until",
    "received",
    "asks",
    "story",
    "window",
    "wish",
    "consent",
)
# The fields of move `refer`, and the inputs that say them.
SENT_ON = {one: one for one in ("body", "reference", "until", "received")} | {"words": "asks"}
CHOSEN = ("kind", "category", "relation")


@dataclass(frozen=True, slots=True)
class Form:
    """What was posted, cut to size; `wishes` are the ticked remedies."""

    typed: Mapping[str, str]
    wishes: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> str:
        """What stands in an input, "" where it is empty or not there."""
        return self.typed.get(name, "")

    @property
    def begun(self) -> bool:
        """Whether the fields below the story were on the page."""
        return bool(self["seen"])


@dataclass(frozen=True, slots=True)
class Beside:
    """What staff should know before they file: earlier tickets, an incident, several matters."""

    earlier: tuple[Ticket, ...] = ()
    incident: Incident | None = None
    matters: int = 0


async def page(visit: Visit) -> Response:
    """GET the empty form; `?talk=ID` with what was said in a talk that became no ticket."""
    said = visit.request.query_params.get("talk", "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 18 else 0
    if not number:
        return _page(visit, Form({"language": visit.door.stage.default}))
    begun = await visit.door.store.read(lambda c: _talk(c, number))
    if begun is None:
        raise HTTPException(404)
    return _page(visit, Form({**begun, "talk": said}))


def _talk(c: Connection, number: int) -> dict[str, str] | None:
    found = suspects.load(c, number)
    if found is None or found.state != suspects.OPEN:
        return None
    person = chats.person(c, found.chat)
    words = "\n".join(suspects.said(c, found))
    consent = "chat" if person.agreed else ""
    return {"story": words, "language": person.language, "consent": consent}


async def put(visit: Visit) -> Response:
    """POST what was typed: it is read and shown, or filed."""
    form = await _posted(visit)
    sheet, told = _sheets(visit, form)
    shown = Shown(sheet, told, await visit.door.store.read(lambda c: _look(visit, c, sheet)))
    if form["step"] != "file" or not form.begun:
        return _page(visit, form, shown, status=REFUSED if "story" in sheet.wrong else 200)
    if why := _lacking(visit, form, sheet):
        return _page(visit, form, shown, why, REFUSED)
    try:
        ticket = await _file(visit, form, sheet)
    except Unfiled as error:
        return _page(visit, form, shown, visit.words.of(error.refused.words), REFUSED)
    where = "" if form["talk"] else "/call?filed=1"
    return RedirectResponse(f"{HOME}/t/{ticket.number}{where}", SEE_OTHER)


async def _file(visit: Visit, form: Form, sheet: Sheet) -> Ticket:
    origin = visit.words.catalogue.origins.get(form["origin"])
    referral: dict[str, Json] = {}
    if origin is not None and origin.referred:
        referral = {name: form[said] for name, said in SENT_ON.items() if form[said]}
    written = Written(
        draft=sheet.to_file,
        language=form["language"],
        consent=form["consent"],
        mark=form["mark"] or secrets.token_hex(16),
        referral=referral,
        talk=int(form["talk"] or 0),
    )
    talk = await visit.door.store.read(lambda c: suspects.load(c, written.talk))
    lanes = (talk.chat if talk else place(written.mark),)

    def put(c: Connection) -> Ticket:
        return by_hand.file(visit.work(c), visit.who.id, written)

    return await visit.door.store.write(put, lanes=lanes)


def _lacking(visit: Visit, form: Form, sheet: Sheet) -> str:
    """What keeps it from being filed, "" for nothing."""
    words, origin = visit.words, visit.words.catalogue.origins.get(form["origin"])
    if origin is None and not form["talk"]:
        return words("hand-no-origin")
    if origin is not None and origin.referred and not form["body"]:
        return words("hand-no-body")
    if form["consent"] not in CONSENTS:
        return words("hand-no-consent", hotline=visit.door.stage.house.hotline or "—")
    if not sheet.complete:
        return words("hand-incomplete")
    return ""


async def _posted(visit: Visit) -> Form:
    form = await visit.request.form(max_files=0, max_fields=120)
    typed = {
        name: said[: MOST_STORY if name == "story" else MOST_TYPED].strip()
        for name, said in form.items()
        if isinstance(said, str)
    }
    if typed.get("language") not in visit.door.stage.texts.languages:
        typed["language"] = visit.door.stage.default
    if not MARK.fullmatch(typed.get("mark", "")):
        typed["mark"] = ""
    if not TALK.fullmatch(typed.get("talk", "")):
        typed["talk"] = ""
    if typed["talk"]:
        typed["origin"] = ""
    unknown = frozenset(one for one in sheets.UNKNOWABLE if f"unknown-{one}" in typed)
    return Form(typed, _ticked(form), unknown)


def _ticked(form: FormData) -> tuple[str, ...]:
    return tuple(one for one in form.getlist("wishes") if isinstance(one, str))


def _sheets(visit: Visit, form: Form) -> tuple[Sheet, Sheet]:
    """The sheet that the form makes, and the one that its story makes by itself."""
    scene = _scene(visit, form["language"])
    told = sheets.read(Typed(story=form["story"], origin=form["origin"]), scene)
    if not form.begun:
        return told, told
    # What was only shown as read is read anew, in case the story was changed since.
    chosen = {one: form[one] for one in CHOSEN if form[one] != form[f"seen-{one}"]}
    same = set(form.wishes) == set(filter(None, form["seen-wishes"].split(",")))
    typed = Typed(
        story=form["story"],
        fields={name: form[name] for name in sheets.TYPED},
        unknown=form.unknown,
        chosen=chosen,
        wishes=None if same else form.wishes,
        wish=form["wish"],
        window=form["window"],
        origin=form["origin"],
    )
    return sheets.read(typed, scene), told


def _scene(visit: Visit, language: Language) -> Scene:
    house, now = visit.door.stage.house, visit.words.now
    facts = Facts(now=now, language=language, agreed=house.catalogue.notice)
    event = Event("desk", Address(place("").channel, "", ""), now, Text(""))
    return Scene(Frame("complaint", 1, 1), facts, house, event)


def _look(visit: Visit, c: Connection, sheet: Sheet) -> Beside:
    """Tickets about the same number, an incident that runs there: for staff's eyes (DESIGN §6)."""
    draft, house = sheet.scene.draft, visit.door.stage.house
    if "story" not in draft:
        return Beside()
    number = str(draft.get("number") or "")
    earlier = tickets.same_number(c, number)[:SHOWN] if number else ()
    filed = filing(draft, house)
    incident = known.fitting(visit.work(c), filed) if filed.category and filed.where else None
    return Beside(tickets.load_many(c, earlier), incident, len(parts(draft)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a post: the sheet, that of the story alone, what stands beside them."""

    sheet: Sheet
    told: Sheet
    beside: Beside


def _page(
    visit: Visit, form: Form, shown: Shown | None = None, why: str = "", status: int = 200
) -> Response:
    words, texts = visit.words, visit.door.stage.texts
    agree = Phrase("desk-hand-notice", {"version": words.catalogue.notice})
    origins = words.catalogue.origins.values()
    values: dict[str, object] = {
        "typed": {name: form[name] for name in SAID},
        "mark": form["mark"] or secrets.token_hex(16),
        "why": why,
        "origins": [(one.code, words.of(one.label)) for one in origins],
        "bodies": _bodies(visit),
        "referred": [one.code for one in origins if one.referred],
        "tongues": [(one, words.known(f"language-{one}", one)) for one in texts.languages],
        "consents": [(one, words.known(f"desk-consent-{one}", one)) for one in CONSENTS],
        "notice": texts.words(form["language"], agree, words.now),
        "today": f"{words.now.astimezone(ZoneInfo(visit.door.stage.house.zone)):%Y-%m-%d}",
        "wrong": {},
        "read": None,
    }
    if shown is not None:
        wrong = shown.sheet.wrong.items()
        values["wrong"] = {name: desk_new_words.refused(one, words) for name, one in wrong}
        values["read"] = _read(visit, form, shown) if "story" not in shown.sheet.wrong else None
    return visit.page("desk_new.html", values, status)


def _bodies(visit: Visit) -> list[str]:
    """The bodies that the catalogue knows, to be chosen while typing."""
    words = visit.words
    return list(dict.fromkeys(words.of(one.body) for one in words.catalogue.appeals))


def _read(visit: Visit, form: Form, shown: Shown) -> dict[str, Any]:
    """What was read of the story, and what stands beside it."""
    words, sheet, beside = visit.words, shown.sheet, shown.beside
    company = words.catalogue.companies.get(sheet.elsewhere)
    return {
        "choices": desk_new_words.choices(sheet, shown.told, words),
        "wishes": desk_new_words.wishes(sheet, shown.told, words),
        "fields": desk_new_words.fields(sheet, form.typed, words),
        "card": desk_new_words.card(sheet, words),
        "gaps": words.of(Joined(tuple(Phrase(f"field-{one}") for one in sheet.gaps))),
        "missing": sheet.gaps,
        "complete": sheet.complete,
        "earlier": [desk_queue.row(one, visit.who, words) for one in beside.earlier],
        "incident": title(beside.incident, words) if beside.incident else "",
        "matters": beside.matters,
        "elsewhere": words.of(company.label) if company else "",
        "phone": company.phone if company else "",
    }
