"""Staff act as the desk lets them: on the ticket as it stands, with its messages and tasks."""

from datetime import datetime

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
