"""What waits for a lead's yes or no: offers above a right, and complaints not to be taken up.

Each is decided where it stands, with the wish beside the offer; the ticket's page has the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import desk_acts
from bot.desk_acts import Made, Overtaken, Refused, actor
from bot.web import desk_forms, desk_offers, desk_tasks
from bot.web.desk_tasks import Duty
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words, hide
from dialogs.model import Arg, Move, Phrase
from dialogs.tickets import approving
from dialogs.tickets.comparing import compare
from dialogs.tickets.lifecycle import allowed
from dialogs.tickets.ticket import Actor, Ticket
from storage import Connection, tasks, tickets

PLACE = f"{HOME}/approvals"
OFFER, ADMIT = approving.TASK, "approve"  # kinds of tasks
DECIDING: Mapping[str, tuple[str, ...]] = {
    OFFER: ("approve", "refuse_approval", "pass_up"),
    ADMIT: ("inadmissible", "admissible"),
}
MOVES = tuple(move for moves in DECIDING.values() for move in moves)
SHOWN = 30
STORY = 240  # characters
MOST_TYPED = 2000
REFUSED = 422


@dataclass(frozen=True, slots=True)
class Tried:
    """A decision that came back: on which ticket, by which move, what was typed, and why."""

    number: str = ""
    move: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


async def page(visit: Visit) -> Response:
    """GET what waits."""
    return await _page(visit, Tried())


async def decide(visit: Visit) -> Response:
    """POST a decision on a ticket; it is made, or stands there again with the reason why not."""
    number, move = (str(visit.request.path_params[key]) for key in ("number", "move"))
    ticket = await visit.door.store.read(lambda c: tickets.by_number(c, number))
    if ticket is None or move not in MOVES:
        raise HTTPException(404)
    typed = await _typed(visit)
    form = desk_forms.form_of(move, confirming=True) or ()
    filled, said = desk_forms.read(form, typed), typed.get("revision", "")
    revision = int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else -1
    order = Move(ticket.id, move, filled.fields)
    made = await visit.door.store.write(
        lambda c: desk_acts.act(visit.work(c), visit.who.id, order, revision),
        lanes=(ticket.chat,),
    )
    match made:
        case Made():
            return RedirectResponse(f"{PLACE}?done={move}", SEE_OTHER)
        case Refused(why):
            return await _back(visit, Tried(number, move, typed), why)
        case Overtaken():
            return await _back(visit, Tried(number, move, typed), Phrase("desk-overtaken"))


async def _back(visit: Visit, tried: Tried, why: Arg) -> Response:
    told = Tried(tried.number, tried.move, tried.typed, visit.words.of(why))
    return await _page(visit, told, REFUSED)


async def _page(visit: Visit, tried: Tried, status: int = 200) -> Response:
    words = visit.words

    def look(c: Connection) -> tuple[Sequence[Duty], Actor | None]:
        reach = desk_tasks.reach_of(c, visit.who, words)
        found = tasks.of_kinds(c, (OFFER, ADMIT), SHOWN + 1, reach)
        return desk_tasks.with_people(c, found), actor(c, visit.who.id)

    found, by = await visit.door.store.read(look)
    if by is None:
        raise HTTPException(403)
    rows = [row for one in found[:SHOWN] if (row := _row(one, by, tried, words))]
    done = visit.request.query_params.get("done", "")
    there = any(row["number"] == tried.number for row in rows)
    values: dict[str, Any] = {
        "rows": rows,
        "more": len(found) > SHOWN,
        "made": words.move(done) if done in MOVES and not tried.why else "",
        "lost": "" if there else tried.why,  # about one that waits no longer
        "lost_number": tried.number,
    }
    return visit.page("desk_approvals.html", values, status)


def _row(one: Duty, by: Actor, tried: Tried, words: Words) -> dict[str, Any] | None:
    """One decision; None where the ticket moved on and nothing is to be decided."""
    ticket, kind = one.ticket, one.todo.task.kind
    if ticket is None:
        return None
    left, urgency = words.left(one.todo.task.due)
    may = allowed(ticket, by, words.catalogue, words.now)
    here = tried if tried.number == ticket.number else Tried()
    shown: dict[str, Any] = {
        "kind": kind,
        "number": ticket.number,
        "revision": ticket.revision,
        "matter": words.matter(ticket),
        "story": hide(" ".join(ticket.filing.story.split()))[:STORY],
        "left": left,
        "urgency": urgency,
        "role": words.role(one.todo.task.role),
        "moves": [_move(name, here, words) for name in DECIDING[kind] if name in may],
        "why": here.why,
        "disputed": _disputed(ticket, words),
    }
    return shown | (_offer(ticket, words) if kind == OFFER else _reason(ticket, words))


def _move(name: str, tried: Tried, words: Words) -> dict[str, Any]:
    """A decision as a form: at once, or with what is to be typed."""
    fields = desk_forms.form_of(name, confirming=True) or ()
    back = tried if tried.move == name else Tried()
    title = "act-confirm-inadmissible" if name == "inadmissible" else ""
    return {
        "name": name,
        "title": words(title) if title else words.move(name),
        "fields": [
            {
                "name": one.name,
                "label": words(f"field-{one.label}"),
                "required": one.required,
                "value": back.typed.get(one.name, ""),
            }
            for one in fields
        ],
        "open": bool(back.move),
        "lead": name in {"approve", "admissible"},
    }


def _disputed(ticket: Ticket, words: Words) -> str:
    minor = ticket.filing.amount
    return words.money(minor, ticket.filing.currency) if minor else ""


def _offer(ticket: Ticket, words: Words) -> dict[str, Any]:
    """The offer that waits, beside the wish."""
    waiting = approving.asked(ticket)
    if waiting is None:
        return {"asked": "", "lines": [], "reason": "", "finding": "", "sum": ""}
    made = compare(ticket, waiting.items, words.stage.house)
    return {
        "asked": words("leave-by", by=waiting.by_name or words("nobody"), at=words.at(waiting.at)),
        "reason": hide(waiting.words),
        "finding": hide(waiting.finding),
        "sum": words.money(waiting.minor, ticket.filing.currency) if waiting.minor else "",
        "lines": desk_offers.lines(made, ticket, words),
    }


def _reason(ticket: Ticket, words: Words) -> dict[str, Any]:
    label = words.catalogue.inadmissible.get(ticket.inadmissible)
    reason = words.of(label) if label else ticket.inadmissible
    return {"asked": "", "lines": [], "reason": reason, "finding": "", "sum": ""}


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=20)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
