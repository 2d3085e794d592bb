"""Our answer to an outside body: drafted from the record, gone over, put on paper, sent.

What staff write is kept as one more draft, the newest of which counts. Who the person is stands on
the paper alone; to have it made is noted like a look at the number.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import body_replies, desk_acts
from bot.body_replies import Print
from bot.desk_acts import Overtaken, Refused
from bot.web.desk_files import SEALED
from bot.web.desk_outside import of
from bot.web.desk_ticket import head
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from dialogs.appeals.caseload import cases
from dialogs.appeals.noting import WAYS
from dialogs.appeals.reply import NAME, NUMBER
from dialogs.model import Language, Move
from dialogs.tickets.lifecycle import allowed
from dialogs.tickets.ticket import Actor, Ticket
from storage import Connection, appeals, tickets
from storage.appeals import Draft, Place

REFUSED, OVERTAKEN = 422, 409
LONGEST = 20_000  # characters of an answer
KEPT = 20  # drafts that the page knows
MADE = {"pdf": "application/pdf", "txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A case with what was written for it, the newest draft first."""

    ticket: Ticket
    place: int
    by: Actor
    drafts: tuple[Draft, ...]
    spoken: Language  # of what the record makes now
    fresh: str

    @property
    def newest(self) -> Draft | None:
        return self.drafts[0] if self.drafts else None


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that came back, and why it was not taken."""

    words: str | None = None
    typed: dict[str, str] = field(default_factory=dict)
    why: str = ""


async def page(visit: Visit) -> Response:
    """GET the newest draft, else what the record makes of it; `?anew=1` makes it again."""
    return await _page(visit, Tried())


async def put(visit: Visit) -> Response:
    """POST what was written: kept, and on paper or noted as sent where that was pressed."""
    typed = await _typed(visit)
    words = typed.get("words", "").replace("\r\n", "\n").strip()
    language = _language(visit, typed.get("language", ""))
    if not words:
        return await _page(visit, Tried(words, typed, visit.words("reply-empty")), REFUSED)
    draft = await visit.door.store.write(lambda c: _keep(visit, c, words, language), quiet=True)
    match typed.get("step", ""):
        case "pdf" | "txt" as kind:
            return await _paper(visit, draft, kind)
        case "sent":
            return await _sent(visit, draft, typed)
    return RedirectResponse(f"{_address(visit)}?done=kept", SEE_OTHER)


def _keep(visit: Visit, c: Connection, words: str, language: Language) -> Draft:
    """What was written as the newest draft, unless it says just what that says."""
    sheet = _sheet(visit, c, language)
    newest = sheet.newest
    if newest is not None and (newest.words, newest.language) == (words, language):
        return newest
    now = visit.words.now
    draft = Draft(id=0, language=language, words=words, at=now, staff=visit.who.id, sent_at=None)
    number = appeals.write(c, Place(sheet.ticket.id, sheet.place), draft)
    return Draft(
        id=number, language=language, words=words, at=now, staff=visit.who.id, sent_at=None
    )


async def _paper(visit: Visit, draft: Draft, kind: str) -> Response:
    """The draft with all filled in, to be saved; who had it made stands in the timeline."""
    ticket = (await _read(visit)).ticket
    stage, work = visit.door.stage, visit.words.now

    def note(c: Connection) -> bool:
        return desk_acts.look(visit.work(c), visit.who.id, ticket, "reply")

    if not await visit.door.store.write(note, lanes=(ticket.chat,)):
        raise HTTPException(403)
    words = body_replies.filled(draft.words, ticket, draft.language, stage.texts, work)
    made = Print(ticket.number, words, draft.language, draft.at)
    content = body_replies.pdf(made) if kind == "pdf" else body_replies.text(made)
    name = f"{ticket.number}-reply.{kind}"
    headers = {**SEALED, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=MADE[kind], headers=headers)


async def _sent(visit: Visit, draft: Draft, typed: dict[str, str]) -> Response:
    """Noted as sent as it stands: the move on the ticket, and the mark on the draft."""
    sheet = await _read(visit)
    fields = {"case": str(sheet.place), "way": typed.get("way", ""), "on": typed.get("on", "")}
    order = Move(sheet.ticket.id, "answer_body", {**fields, "reply": draft.id})
    revision = typed.get("revision", "")
    expected = int(revision) if revision.isascii() and revision.isdecimal() else -1

    def send(c: Connection) -> desk_acts.Outcome:
        made = desk_acts.act(visit.work(c), visit.who.id, order, expected)
        if not isinstance(made, Refused | Overtaken):
            appeals.sent(c, draft.id, visit.words.now)
        return made

    made = await visit.door.store.write(send, lanes=(sheet.ticket.chat,))
    match made:
        case Refused(why):
            tried = Tried(draft.words, typed, visit.words.of(why))
            return await _page(visit, tried, REFUSED)
        case Overtaken():
            tried = Tried(draft.words, typed, visit.words("overtaken"))
            return await _page(visit, tried, OVERTAKEN)
    return RedirectResponse(f"{_address(visit)}?done=sent", SEE_OTHER)


async def _read(visit: Visit, language: Language = "") -> Sheet:
    return await visit.door.store.read(lambda c: _sheet(visit, c, language))


def _sheet(visit: Visit, c: Connection, language: Language) -> Sheet:
    """The case that the address names; 404 where there is none."""
    ticket = tickets.by_number(c, str(visit.request.path_params["number"]))
    by, place = desk_acts.actor(c, visit.who.id), visit.number("place")
    if ticket is None or by is None or not 1 <= place <= len(cases(ticket)):
        raise HTTPException(404)
    drafts = appeals.drafts(c, Place(ticket.id, place), KEPT)
    spoken = language or (drafts[0].language if drafts else visit.door.stage.default)
    stage = visit.door.stage
    said = (stage.house, stage.texts)
    fresh = body_replies.drafted(c, (ticket, place), spoken, visit.words.now, said)
    return Sheet(ticket, place, by, drafts, spoken, fresh)


async def _page(visit: Visit, tried: Tried, status: int = 200) -> Response:
    query = visit.request.query_params
    language = tried.typed.get("language") or query.get("language", "")
    language = _language(visit, language) if language else ""
    sheet = await _read(visit, language)
    newest, anew = sheet.newest, query.get("anew") == "1" or not sheet.drafts
    words = tried.words if tried.words is not None else sheet.fresh
    if tried.words is None and newest is not None and not anew:
        words, language = newest.words, newest.language
    done = query.get("done", "") if visit.request.method == "GET" else ""
    values: dict[str, object] = {
        "head": head(sheet.ticket, visit.words),
        "case": of(sheet.place, cases(sheet.ticket)[sheet.place - 1], sheet.ticket, visit.words),
        "words": words,
        "language_of": language or sheet.spoken,
        "marks": _marks(language or sheet.spoken, visit),
        "drafts": [_draft(one, visit) for one in sheet.drafts],
        "new": anew,
        "done": done if done in {"kept", "sent"} else "",
        "today": f"{_local(visit):%Y-%m-%d}",
        **_choices(visit, sheet, tried),
    }
    return visit.page("desk_reply.html", values, status)


def _choices(visit: Visit, sheet: Sheet, tried: Tried) -> dict[str, Any]:
    """What can be chosen, and what was."""
    words, stage = visit.words, visit.door.stage
    may = allowed(sheet.ticket, sheet.by, words.catalogue, words.now)
    return {
        "tongues": [(one, words.known(f"language-{one}", one)) for one in stage.texts.languages],
        "ways": [(one, words(f"way-{one}")) for one in WAYS],
        "way": tried.typed.get("way", ""),
        "on": tried.typed.get("on", ""),
        "why": tried.why,
        "may_send": "answer_body" in may and cases(sheet.ticket)[sheet.place - 1].open,
    }


def _marks(language: Language, visit: Visit) -> tuple[str, ...]:
    """What stands in the draft for the person's name and number."""
    texts, now = visit.door.stage.texts, visit.words.now
    return tuple(texts.words(language, one, now) for one in (NAME, NUMBER))


def _draft(one: Draft, visit: Visit) -> dict[str, str]:
    words = visit.words
    return {
        "at": words.at(one.at),
        "sent": words.at(one.sent_at) if one.sent_at else "",
        "words": one.words,
    }


def _language(visit: Visit, said: str) -> Language:
    known = visit.door.stage.texts.languages
    return said if said in known else visit.door.stage.default


def _local(visit: Visit) -> datetime:
    return visit.words.now.astimezone(ZoneInfo(visit.door.stage.house.zone))


def _address(visit: Visit) -> str:
    number, place = visit.request.path_params["number"], visit.number("place")
    return f"{HOME}/t/{number}/outside/{place}"


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=12)
    return {key: one[:LONGEST] for key, one in form.items() if isinstance(one, str)}
