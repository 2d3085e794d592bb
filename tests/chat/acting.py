"""Staff act as the desk lets them: on the ticket as it stands, with its messages and tasks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import desk_acts, incidents
from bot.canned import FILLED, Filler, ready
from bot.desk_acts import Refused
from bot.dispatch import Dispatcher
from bot.stage import Work
from dialogs.model import Move
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, staff, tickets
from storage import incidents as kept


async def acted(dispatcher: Dispatcher, who: int, order: Move, language: str = "") -> str:
    """Make the move of staff member `who`; returns "", or why it was not made."""
    now: datetime = dispatcher.now()

    def run(c: Connection) -> desk_acts.Outcome:
        ticket, work = tickets.load(c, order.ticket), Work(dispatcher.stage, c, now)
        assert ticket is not None
        filled = _filled(work, ticket, who, order) if order.name in FILLED else order
        return desk_acts.act(work, who, filled, ticket.revision)

    outcome = await dispatcher.store.write(run)
    if isinstance(outcome, Refused):
        stage = dispatcher.stage
        return stage.texts.words(language or stage.default, outcome.words, now)
    assert isinstance(outcome, desk_acts.Made), outcome
    return ""


def _filled(work: Work, ticket: Ticket, who: int, order: Move) -> Move:
    """With the variables in its words filled in; `canned` names a ready answer that fits."""
    language, person = chats.person(work.c, ticket.chat).language, staff.load(work.c, who)
    assert person is not None
    fields = dict(order.fields)
    if code := fields.pop("canned", ""):
        known = {one.code: one.words for one in ready(work, ticket, language, who)}
        fields["words"] = known[str(code)]
    words = fields.get("words")
    if isinstance(words, str):
        filler = Filler(work.stage, ticket, language, person.name, work.now)
        fields["words"] = filler.whole(words)
    return Move(order.ticket, order.name, fields)


TALKS = ("join", "hand_back", "say")


async def talked(
    dispatcher: Dispatcher, who: int, act: str, number: int, fields: Mapping[str, Any]
) -> str:
    """Staff member `who` joins the chat of a ticket, says `words` there, or gives it back."""

    def run(c: Connection) -> bool:
        work, ticket = Work(dispatcher.stage, c, dispatcher.now()), tickets.load(c, number)
        assert ticket is not None
        if act == "say":
            return desk_acts.speak(work, who, ticket.chat, str(fields["words"]))
        way = desk_acts.join if act == "join" else desk_acts.hand_back
        return way(work, who, ticket.chat, ticket)

    return "" if await dispatcher.store.write(run) else "not allowed"


async def on_incident(dispatcher: Dispatcher, who: int, fields: Mapping[str, Any]) -> str:
    """`incident {"do": "fix", …}`: an act on the newest incident, "open" one, "add" a ticket."""
    said = dict(fields)
    do = said.pop("do")

    def run(c: Connection) -> object:
        work = Work(dispatcher.stage, c, dispatcher.now())
        if do == "open":
            return incidents.open_by_hand(work, who, said)
        newest = kept.newest(c, 1)[0]
        if do == "add":
            return incidents.add(work, who, newest.id, said["ticket"])
        return incidents.act(work, who, (newest.id, do, said), newest.revision)

    outcome = await dispatcher.store.write(run)
    while await dispatcher.tick():
        continue
    if isinstance(outcome, Refused):
        return dispatcher.stage.texts.words(
            dispatcher.stage.default, outcome.words, dispatcher.now()
        )
    return ""
