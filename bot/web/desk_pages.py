"""The pages of the desk: queue, tasks, a ticket, a chat without a ticket; each read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.canned import Ready, ready
from bot.channels import by_hand
from bot.desk_acts import Refused, actor
from bot.desk_preview import Preview, drafted
from bot.hinting import hints_of
from bot.web import (
    desk_answers,
    desk_asking,
    desk_chat,
    desk_corrective,
    desk_handed,
    desk_hints,
    desk_history,
    desk_offers,
    desk_outside,
    desk_people,
    desk_queue,
    desk_tasks,
    desk_ticket,
)
from bot.web.desk_acting import Scene, Tried, forms
from bot.web.desk_asking import TABS
from bot.web.desk_incident_words import of_ticket, title
from bot.web.desk_live import mark_of
from bot.web.desk_timeline import timeline
from bot.web.desk_visit import Visit
from bot.web.desk_watch import OF_CHAT, OF_TICKET
from bot.web.desk_words import hide
from dialogs.correcting.action import Corrective
from dialogs.incidents.incident import Incident
from dialogs.tickets.approving import asked
from dialogs.tickets.guards import LEADS
from dialogs.tickets.looking import Hint
from dialogs.tickets.ticket import Actor, Entry, Ticket
from storage import Connection, chats, contacts, correctives, files, incidents, tickets
from storage.contacts import Contact
from storage.desk import SORTS
from storage.files import Attachment

MOST = 500
HISTORY = 20  # other tickets of the person, and contacts without one
LOOKS = ("call", "account", "carry_out")  # what a number may be looked at for


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a ticket's page shows, as one state of the database."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    talk: desk_chat.Talk
    papers: tuple[Attachment, ...]
    history: tuple[Ticket, ...]
    contacts: tuple[Contact, ...]
    siblings: tuple[Ticket, ...]
    before: Ticket | None
    incident: Incident | None
    corrective: Corrective | None
    duties: tuple[desk_tasks.Duty, ...]
    by: Actor
    hints: tuple[Hint, ...]
    colleagues: tuple[tuple[str, str], ...]  # who it can be given to
    draft: Preview | Refused | None  # the offer for which leave is asked, as it would go out
    mark: str  # what its stream begins with
    answers: tuple[Ready, ...]


async def queue(visit: Visit) -> Response:
    """GET the queue: a tab, or what a search found."""
    asked = desk_asking.asked(visit.request.query_params)
    seen = await visit.door.store.read(lambda c: desk_queue.read(c, asked, visit.who, visit.words))
    words = visit.words
    first = asked.places.start + 1
    values: dict[str, object] = {
        "asked": asked,
        "tabs": TABS,
        "counts": seen.counts,
        "tasks": seen.tasks,
        "rows": [
            desk_queue.row(one, visit.who, words, seen.channels[one.chat]) for one in seen.tickets
        ],
        "calls": desk_tasks.task_rows(seen.calls, 0, words),
        "more": seen.more,
        "total": seen.total,
        "span": (first, first + len(seen.tickets) - 1),
        "cut": seen.cut,
        "unread": seen.unread,
        "incident": title(seen.incident, words) if seen.incident else "",
        "sifts": desk_queue.sifts(asked, words),
        "sorts": SORTS,
    }
    return visit.page("desk.html", values)


async def tasks(visit: Visit) -> Response:
    """GET the task list."""
    return await task_list(visit)


async def task_list(visit: Visit, *, shown: int = 0, status: int = 200) -> Response:
    """The task list; the number of task `shown` stands there whole."""

    def look(c: Connection) -> tuple[tuple[desk_tasks.Duty, ...], desk_tasks.Ladder]:
        who, words = visit.who, visit.words
        return desk_tasks.duties(c, who, words), desk_tasks.told(c, who, words)

    found, ladder = await visit.door.store.read(look)
    rows = desk_tasks.task_rows(found, shown, visit.words)
    values: dict[str, object] = {
        "rows": rows,
        "tasks": len(rows),
        "told": desk_tasks.task_rows(ladder.told, shown, visit.words),
        "more": ladder.more,
    }
    return visit.page("desk_tasks.html", values, status)


async def late(visit: Visit) -> Response:
    """GET the deadlines that the task list shows as a number only."""
    found = await visit.door.store.read(lambda c: desk_tasks.late(c, visit.who, visit.words))
    return visit.page("desk_late.html", {"rows": desk_tasks.task_rows(found, 0, visit.words)})


async def ticket(visit: Visit) -> Response:
    """GET a ticket's page."""
    return await sheet_page(visit)


async def sheet_page(
    visit: Visit, tried: Tried | None = None, *, whole: bool = False, status: int = 200
) -> Response:
    """A ticket's page, with a form that came back, or with its numbers unmasked."""
    sheet = await read(visit)
    if sheet is None:
        raise HTTPException(404)
    made = visit.request.query_params.get("done", "")
    values = _values(sheet, visit, tried or Tried(), whole=whole)
    values["made"] = visit.words.move(made) if made in _moves(sheet.entries) else ""
    return visit.page("desk_ticket.html", values, status)


def _moves(entries: Sequence[Entry]) -> set[str]:
    return {one.move for one in entries}


async def read(visit: Visit) -> Sheet | None:
    """The ticket that the address names, with all that belongs to it."""
    number = str(visit.request.path_params["number"])

    def look(c: Connection) -> Sheet | None:
        found, by = tickets.by_number(c, number), actor(c, visit.who.id)
        if found is None or by is None:
            return None
        talk = desk_chat.read(c, found.chat, visit.words.now)
        return Sheet(
            ticket=found,
            entries=tickets.timeline(c, found.id),
            talk=talk,
            papers=files.of_ticket(c, found.id),
            history=tickets.history(c, found, HISTORY),
            contacts=contacts.of_chat(c, found.chat, HISTORY),
            siblings=tickets.load_many(c, found.siblings),
            before=tickets.load(c, found.repeat_of) if found.repeat_of else None,
            incident=incidents.load(c, found.incident or found.parted),
            corrective=correctives.of_ticket(c, found.id),
            duties=desk_tasks.of_ticket(c, found, visit.who),
            by=by,
            hints=hints_of(c, found, visit.words.stage.house, visit.words.now),
            colleagues=desk_people.colleagues(c, visit.words),
            draft=drafted(visit.work(c), found) if asked(found) else None,
            mark=mark_of(c, OF_TICKET + number),
            answers=ready(visit.work(c), found, talk.person.language, visit.who.id),
        )

    return await visit.door.store.read(look)


def _values(sheet: Sheet, visit: Visit, tried: Tried, *, whole: bool) -> dict[str, object]:
    ticket, words = sheet.ticket, visit.words
    notes = [one for one in sheet.entries if one.move == "note"]
    since = tried.overtaken.since if tried.overtaken else ()
    return {
        "head": desk_ticket.head(ticket, words),
        "mark": sheet.mark,
        "story": ticket.filing.story if whole else hide(ticket.filing.story),
        "facts": [
            *desk_ticket.facts(
                ticket, sheet.talk.person, words, whole=whole, lead=visit.who.role in LEADS
            ),
            *desk_ticket.repeats(ticket, sheet.before, words),
        ],
        "comparison": desk_offers.comparison(ticket, words),
        "approvals": desk_offers.approvals(ticket, sheet.draft, words),
        "beside": partial(desk_offers.shown, words=words),
        "totals": desk_ticket.totals(ticket, words),
        "proposals": desk_ticket.proposals(ticket, words),
        "incident": of_ticket(sheet.incident, ticket, words) if sheet.incident else None,
        "corrective": desk_corrective.card(sheet.corrective, words),
        "clocks": desk_ticket.clocks(ticket, words),
        "outside": desk_outside.shown(ticket, words),
        "timeline": timeline(sheet.entries, words),
        "scores": desk_ticket.scores(ticket.scores, words),
        "papers": desk_ticket.papers(sheet.papers, ticket, words),
        "evidence": desk_ticket.evidence(sheet.papers, ticket, words),
        "handed": desk_handed.rows(ticket, sheet.papers, words),
        "handed_reasons": desk_handed.REASONS,
        "siblings": [desk_queue.row(one, visit.who, words) for one in sheet.siblings],
        "history": desk_history.rows(sheet.history, ticket, words),
        "contacts": desk_history.contacts(sheet.contacts, words),
        "looked": desk_history.looked(sheet.entries, words),
        "duties": desk_tasks.task_rows(sheet.duties, 0, words),
        "hints": desk_hints.rows(sheet.hints, words),
        "cards": desk_hints.cards(ticket, words),
        "forms": forms(
            Scene(
                ticket,
                sheet.by,
                sheet.entries,
                words,
                sheet.hints,
                sheet.colleagues,
                desk_answers.shown(sheet.answers, ticket, sheet.talk.person.language, visit),
            ),
            tried,
        ),
        "tried": tried,
        "since": timeline(since, words),
        "whole": whole,
        "may_choose": visit.who.role in LEADS,
        "looks": LOOKS,
        **chat_values(sheet.talk, notes, visit, whole=whole),
    }


def chat_values(
    talk: desk_chat.Talk, notes: Sequence[Entry], visit: Visit, *, whole: bool
) -> dict[str, Any]:
    """What the chat's part of a page shows."""
    words = visit.words
    until = talk.joined_until
    return {
        "bubbles": desk_chat.bubbles(talk, notes, words, whole=whole),
        "joined": _joined(talk, visit),
        "theirs": bool(until) and talk.joined_by != visit.who.name,
        "channel": words.known(f"desk-channel-{talk.person.address.channel}", ""),
        "reachable": talk.person.reachable,
        "by_phone": talk.person.address.channel == by_hand.NAME,
        "reader": words.known(f"language-{talk.person.language}", talk.person.language),
    }


def _joined(talk: desk_chat.Talk, visit: Visit) -> str:
    """Who has the word, and until when; "" for the assistant."""
    words, until = visit.words, talk.joined_until
    if until is None:
        return ""
    if talk.joined_by == visit.who.name:
        return words("chat-joined-you", until=words.clock_of(until))
    return words(
        "chat-joined", name=talk.joined_by or words("a-colleague"), until=words.clock_of(until)
    )


async def chat(visit: Visit) -> Response:
    """GET a chat that has no ticket yet, whose person asked for one of us."""
    return await chat_page(visit)


async def chat_page(visit: Visit, *, typed: str = "", why: str = "", status: int = 200) -> Response:
    """Such a chat, with words that could not be sent."""
    number = visit.number("chat")

    def look(c: Connection) -> tuple[desk_chat.Talk, str] | None:
        if not chats.known(c, number):
            return None
        return desk_chat.read(c, number, visit.words.now), mark_of(c, f"{OF_CHAT}{number}")

    found = await visit.door.store.read(look)
    if found is None:
        raise HTTPException(404)
    talk, mark = found
    values = {
        "mark": mark,
        "chat": number,
        "typed": typed,
        "wrong": why,
        "seen": talk.lines[-1].id if talk.lines else 0,
        **chat_values(talk, (), visit, whole=False),
    }
    return visit.page("desk_chat.html", values, status)
