"""Staff act as the desk lets them: on the ticket as it stands, with its messages and tasks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import desk_acts
from bot.desk_acts import Refused
from bot.dispatch import Dispatcher
from bot.stage import Work
from dialogs.model import Move
from storage import Connection, tickets


async def acted(dispatcher: Dispatcher, who: int, order: Move, language: str = "zh-CN") -> str:
    """Make the move of staff member `who`; returns "", or why it was not made."""
    now: datetime = dispatcher.now()

    def run(c: Connection) -> desk_acts.Outcome:
        ticket = tickets.load(c, order.ticket)
        assert ticket is not None
        return desk_acts.act(Work(dispatcher.stage, c, now), who, order, ticket.revision)

    outcome = await dispatcher.store.write(run)
    if isinstance(outcome, Refused):
        return dispatcher.stage.texts.words(language, outcome.words, now)
    assert isinstance(outcome, desk_acts.Made), outcome
    return ""


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
