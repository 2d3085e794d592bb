"""What a press at the desk does: one transaction, then the page again; what was typed is kept."""

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import desk_acts
from bot.canned import FILLED
from bot.desk_acts import Overtaken, Refused
from bot.desk_preview import Preview, preview
from bot.web import desk_answers, desk_chat, desk_forms, desk_tasks
from bot.web.desk_acting import Tried
from bot.web.desk_offers import needs, seen
from bot.web.desk_pages import LOOKS, chat_page, sheet_page, task_list
from bot.web.desk_visit import HOME, SEE_OTHER, Visit, revision_of, within
from dialogs.model import Move, Phrase
from dialogs.tickets.authority import ASKABLE
from dialogs.tickets.pressing import asks_for_a_score
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, tickets

OK, REFUSED, OVERTAKEN = 200, 422, 409
MOST_TYPED = 8000  # characters of one input
LOOKED_AT = frozenset({"propose", "ask_approval"})  # held against the wish before they are sent


async def do(visit: Visit) -> Response:
    """POST a move: made, previewed, refused with its reason, or overtaken by somebody."""
    move = str(visit.request.path_params["move"])
    ticket, typed = await _ticket(visit), await _typed(visit)
    form = desk_forms.form_of(move, confirming=bool(ticket.inadmissible))
    if form is None:
        raise HTTPException(404)
    asking = move == "propose" and typed.get("step") == "ask"
    if "canned" in typed:
        tried = Tried(move=move, typed=await desk_answers.chosen(visit, ticket, typed))
        return await sheet_page(visit, tried)
    filled = desk_forms.read(desk_forms.FORMS["ask_approval"] if asking else form, typed)
    if filled.wrong is None and move in FILLED:
        filled = await desk_answers.filled(visit, ticket, filled)
    if filled.wrong is not None:
        return await _back(visit, move, typed, Refused(filled.wrong))
    order = Move(ticket.id, "ask_approval" if asking else move, filled.fields)
    expected = revision_of(typed.get("revision", ""))
    if typed.get("step") == "preview" or order.name in LOOKED_AT:
        shown = await visit.door.store.read(
            lambda c: preview(visit.work(c), visit.who.id, order, expected)
        )
        if typed.get("step") == "preview" or not _looked(shown, typed):
            return await _back(visit, move, typed, shown)
    made = await visit.door.store.write(
        lambda c: desk_acts.act(visit.work(c), visit.who.id, order, expected),
        lanes=(ticket.chat,),
    )
    if isinstance(made, Refused | Overtaken):
        return await _back(visit, move, typed, made)
    return RedirectResponse(f"{HOME}/t/{ticket.number}?done={order.name}", SEE_OTHER)


def _looked(came: Preview | Refused | Overtaken, typed: dict[str, str]) -> bool:
    """Whether it may be tried: what it leaves open was looked at, and it needs nobody's leave."""
    if not isinstance(came, Preview):
        return True
    mark = seen(came.compared)
    return came.role is None and (not mark or typed.get("seen") == mark)


async def _back(
    visit: Visit, move: str, typed: dict[str, str], came: Preview | Refused | Overtaken
) -> Response:
    """The page with the form open, as it was typed. A preview that says why not is no failure."""
    asked = typed.get("step") == "preview"
    match came:
        case Refused(words):
            ask = typed.get("step") == "ask" or (
                isinstance(words, Phrase) and words.key in ASKABLE and move == "propose"
            )
            tried = Tried(move=move, typed=typed, why=visit.words.of(words), ask=ask)
            return await sheet_page(visit, tried, status=OK if asked else REFUSED)
        case Overtaken():
            tried = Tried(move=move, typed=typed, overtaken=came)
            return await sheet_page(visit, tried, status=OK if asked else OVERTAKEN)
        case Preview():
            above = came.role is not None
            ask, why = above or typed.get("step") == "ask", needs(came, visit.words)
            look = not asked and not above
            tried = Tried(move=move, typed=typed, preview=came, ask=ask, look=look, why=why)
            return await sheet_page(visit, tried, status=OK if asked else REFUSED)


async def number(visit: Visit) -> Response:
    """POST what for: the page with numbers whole, and a line in the timeline that says who saw."""
    typed, ticket = await _typed(visit), await _ticket(visit)
    reason = typed.get("reason", "")
    if reason not in LOOKS:
        raise HTTPException(400)
    await _look(visit, ticket, reason)
    return await sheet_page(visit, whole=True)


async def _look(visit: Visit, ticket: Ticket, reason: str) -> None:
    def note(c: Connection) -> bool:
        return desk_acts.look(visit.work(c), visit.who.id, ticket, reason)

    if not await visit.door.store.write(note, lanes=(ticket.chat,)):
        raise HTTPException(403)


async def join(visit: Visit) -> Response:
    """POST: take the word in a ticket's chat."""
    ticket = await _ticket(visit)
    await visit.door.store.write(
        lambda c: desk_acts.join(visit.work(c), visit.who.id, ticket.chat, ticket),
        lanes=(ticket.chat,),
    )
    return RedirectResponse(f"{HOME}/t/{ticket.number}", SEE_OTHER)


async def hand_back(visit: Visit) -> Response:
    """POST: give the word back to the bot."""
    ticket = await _ticket(visit)
    await visit.door.store.write(
        lambda c: desk_acts.hand_back(visit.work(c), visit.who.id, ticket.chat, ticket),
        lanes=(ticket.chat,),
    )
    return RedirectResponse(f"{HOME}/t/{ticket.number}", SEE_OTHER)


async def chat_join(visit: Visit) -> Response:
    """POST: take the word in a chat that has no ticket."""
    chat = await _chat(visit)
    await visit.door.store.write(
        lambda c: desk_acts.join(visit.work(c), visit.who.id, chat, None), lanes=(chat,)
    )
    return RedirectResponse(f"{HOME}/c/{chat}", SEE_OTHER)


async def chat_hand_back(visit: Visit) -> Response:
    """POST: give the word back in a chat that has no ticket."""
    chat = await _chat(visit)
    await visit.door.store.write(
        lambda c: desk_acts.hand_back(visit.work(c), visit.who.id, chat, None), lanes=(chat,)
    )
    return RedirectResponse(f"{HOME}/c/{chat}", SEE_OTHER)


async def chat_say(visit: Visit) -> Response:
    """POST words into a chat that has no ticket; not said where a colleague was quicker."""
    chat, typed = await _chat(visit), await _typed(visit)
    words, seen = typed.get("words", ""), revision_of(typed.get("seen", ""))

    def put(c: Connection) -> str:
        if seen >= 0 and desk_chat.spoken(c, chat, seen, visit.who.name):
            return "chat-overtaken"
        if asks_for_a_score(words):
            return "chat-pressed"
        return "" if desk_acts.speak(visit.work(c), visit.who.id, chat, words) else "chat-wrong"

    why = await visit.door.store.write(put, lanes=(chat,))
    if why:
        status = OVERTAKEN if why == "chat-overtaken" else REFUSED
        return await chat_page(visit, typed=words, why=visit.words(why), status=status)
    return RedirectResponse(f"{HOME}/c/{chat}?done=say", SEE_OTHER)


async def task_done(visit: Visit) -> Response:
    """POST: a task was done."""
    task = visit.number("id")
    if not await visit.door.store.write(
        lambda c: desk_acts.finish(visit.work(c), visit.who.id, task)
    ):
        raise HTTPException(403)
    typed = await _typed(visit)
    return RedirectResponse(within(typed.get("back") or f"{HOME}/tasks"), SEE_OTHER)


async def task_number(visit: Visit) -> Response:
    """POST: the number to call, whole, with a line in the ticket's timeline."""
    task = visit.number("id")
    duty = await visit.door.store.read(lambda c: desk_tasks.duty(c, task))
    if duty is None or not desk_acts.mine(duty.todo, visit.who.role):
        raise HTTPException(403)
    if duty.ticket is not None:
        await _look(visit, duty.ticket, "call")
    return await task_list(visit, shown=task)


async def _ticket(visit: Visit) -> Ticket:
    number = str(visit.request.path_params["number"])
    found = await visit.door.store.read(lambda c: tickets.by_number(c, number))
    if found is None:
        raise HTTPException(404)
    return found


async def _chat(visit: Visit) -> int:
    chat = visit.number("chat")
    if not await visit.door.store.read(lambda c: chats.known(c, chat)):
        raise HTTPException(404)
    return chat


async def _typed(visit: Visit) -> dict[str, str]:
    """What the browser sent, words only."""
    form = await visit.request.form(max_files=0, max_fields=60)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
