"""Low scores to call back: who is to be called by when, what came of the calls, how they went."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import calling_back, desk_acts
from bot.calling_back import CAME, MOST_TRIES, NOT_REACHED, TASK, Told
from bot.desk_acts import Made, Refused
from bot.web import desk_tasks
from bot.web.desk_tasks import Duty
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words, hide, masked
from dialogs.model import Phrase
from storage import Connection, call_backs, tasks
from storage.call_backs import Call, Figures

PLACE = f"{HOME}/call-backs"
SHOWN = 40  # of both lists
PERIOD = timedelta(days=30)
MOST_TYPED = 2000  # characters
REFUSED = 422


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that came back: of which task, what was typed, why it was not taken."""

    task: int = 0
    told: Told | None = None
    why: str = ""
    shown: int = 0  # the task whose number stands there whole


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the page shows, as one state of the database."""

    waiting: tuple[tuple[Duty, int], ...]  # with the calls made in vain
    calls: tuple[Call, ...]
    figures: Figures
    more: bool


async def page(visit: Visit) -> Response:
    """GET the list."""
    return await _page(visit, Tried())


async def number(visit: Visit) -> Response:
    """POST: the number to call, whole, with a line in the ticket's timeline."""
    duty = await _duty(visit)
    ticket = duty.ticket
    if ticket is None:
        raise HTTPException(404)
    await visit.door.store.write(
        lambda c: desk_acts.look(visit.work(c), visit.who.id, ticket, "call"),
        lanes=(ticket.chat,),
    )
    return await _page(visit, Tried(shown=duty.todo.id))


async def called(visit: Visit) -> Response:
    """POST what came of a call."""
    duty, form = await _duty(visit), await visit.request.form(max_files=0, max_fields=10)
    said = {key: value for key, value in form.items() if isinstance(value, str)}
    came, words = said.get("came", ""), said.get("words", "").strip()[:MOST_TYPED]
    told = Told(came != NOT_REACHED, came, words)
    made = await visit.door.store.write(
        lambda c: calling_back.called(visit.work(c), visit.who.id, duty.todo.id, told),
        lanes=(duty.ticket.chat,) if duty.ticket else (),
    )
    match made:
        case Made():
            return RedirectResponse(f"{PLACE}?done=1", SEE_OTHER)
        case Refused(words=why):
            tried = Tried(duty.todo.id, told, visit.words.of(why))
        case _:
            tried = Tried(duty.todo.id, told, visit.words.of(Phrase("desk-overtaken")))
    return await _page(visit, tried, REFUSED)


async def _duty(visit: Visit) -> Duty:
    task = visit.number("id")
    found = await visit.door.store.read(lambda c: desk_tasks.duty(c, task))
    if found is None or found.todo.task.kind != TASK:
        raise HTTPException(404)
    if not desk_acts.mine(found.todo, visit.who.role):
        raise HTTPException(403)
    return found


async def _page(visit: Visit, tried: Tried, status: int = 200) -> Response:
    words = visit.words

    def look(c: Connection) -> Seen:
        reach = desk_tasks.reach_of(c, visit.who, words)
        open_ones = tasks.of_kinds(c, (TASK,), SHOWN + 1, reach)
        waiting = tuple(
            (one, call_backs.tries(c, one.ticket.id, one.todo.task.due))
            for one in desk_tasks.with_people(c, open_ones[:SHOWN])
            if one.ticket is not None
        )
        since = words.now - PERIOD
        calls = call_backs.last(c, since, SHOWN)
        return Seen(waiting, calls, call_backs.figures(c, since), len(open_ones) > SHOWN)

    seen = await visit.door.store.read(look)
    values: dict[str, Any] = {
        "rows": [_row(one, made, tried, words) for one, made in seen.waiting],
        "more": seen.more,
        "calls": [_call(one, words) for one in seen.calls],
        "figures": _figures(seen.figures, words),
        "outcomes": [(code, words(f"came-{code}")) for code in (*CAME, NOT_REACHED)],
        "most": MOST_TRIES,
        "days": PERIOD.days,
        "done": visit.request.query_params.get("done", "") == "1" and not tried.why,
    }
    return visit.page("desk_call_backs.html", values, status)


def _row(one: Duty, made: int, tried: Tried, words: Words) -> dict[str, Any]:
    assert one.ticket is not None
    left, urgency = words.left(one.todo.task.due)
    score, phone = one.ticket.scores[-1] if one.ticket.scores else None, desk_tasks.call(one)
    told = tried.told if tried.task == one.todo.id else None
    return {
        "id": one.todo.id,
        "number": one.ticket.number,
        "matter": words.matter(one.ticket),
        "owner": one.ticket.owner_name,
        "left": left,
        "urgency": urgency,
        "score": score.score or 0 if score else 0,
        "solved": words.known(f"solved-{score.solved}", "") if score and score.solved else "",
        "said": hide(score.words) if score else "",
        "phone": phone if tried.shown == one.todo.id else masked(phone),
        "shown": tried.shown == one.todo.id,
        "tries": made,
        "came": told.came if told else "",
        "words": told.words if told else "",
        "why": tried.why if told else "",
    }


def _call(one: Call, words: Words) -> dict[str, Any]:
    return {
        "number": one.number,
        "at": words.at(one.at),
        "by": one.name or words("nobody"),
        "score": one.score,
        "came": words(f"came-{one.came or NOT_REACHED}"),
        "code": one.came or NOT_REACHED,
        "in_time": words("calling-in-time") if one.in_time else words("calling-late"),
        "late": not one.in_time,
        "words": hide(one.words),
    }


def _figures(of: Figures, words: Words) -> list[tuple[str, str]]:
    """Counts in words: of all calls those that reached somebody, of these in time and content."""
    return [
        (words("calling-reached"), words("of", part=of.reached, whole=of.calls)),
        (words("calling-in-time"), words("of", part=of.in_time, whole=of.reached)),
        (words("calling-rescued"), words("of", part=of.content, whole=of.reached)),
    ]
