"""What is heard in a subscriber's words on a ticket: the bot raises it, and answers calmly once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.catalogue import Catalogue
from dialogs.model import Json, Move
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.levels import TOP, brought
from dialogs.tickets.ticket import Role, State, Task, Ticket
from dialogs.understand.heard import Heard, heard, named, worse

WORDED = ("words", "reason", "wish")  # the fields of moves that hold words of the subscriber
TOLD_AGAIN = timedelta(days=1)  # the same trigger is not answered twice within it
# An answer was given, and it did not satisfy.
UNSATISFIED = frozenset({State.NEGOTIATING, State.DEADLOCK, State.SURVEY, State.CLOSED})


def said(move: Move) -> str:
    """All that the subscriber said with a move, "" if nothing."""
    told = [read.words(move.fields, key) for key in WORDED]
    given = move.fields.get("answers")
    if isinstance(given, dict):
        told += [one for one in given.values() if isinstance(one, str)]
    return "\n".join(filter(None, told))


def listened(ticket: Ticket, move: Move, catalogue: Catalogue) -> tuple[Ticket, Heard]:
    """What is heard in a move's words, and the ticket with the worse of the two tones."""
    words = said(move)
    if not words:
        return ticket, Heard()
    found = heard(words, catalogue.triggers)
    tone = worse(ticket.tone, found.tone)
    return (ticket if tone == ticket.tone else replace(ticket, tone=tone)), found


def alarm(
    ticket: Ticket, codes: tuple[str, ...], now: datetime, *, filed: bool = False
) -> Move | None:
    """The bot's move after these triggers were heard; None where all of it was answered today.

    `filed`: they were heard while it was filed, so that it is dispatched after the move.
    """
    fresh = [code for code in codes if code not in ticket.alarms or untold(ticket, code, now)]
    if not fresh:
        return None
    listed: list[Json] = list(fresh)
    fields: dict[str, Json] = {"alarms": listed}
    return Move(ticket.id, "escalate", {**fields, "filed": True} if filed else fields)


def untold(ticket: Ticket, code: str, now: datetime) -> bool:
    """Whether this trigger was not answered within the last day."""
    at = ticket.calmed.get(code)
    return not isinstance(at, str) or now - datetime.fromisoformat(at) >= TOLD_AGAIN


def raise_alarm(act: Act) -> Outcome:
    """The bot raises a ticket for what was heard, each trigger once; a supervisor hears of it.

    Fields: alarms, the codes of the triggers; filed (true), if it is dispatched only now. Level 3
    calls a person into the chat.
    """
    ticket = act.ticket
    codes = read.strings(act.fields, "alarms")
    if not codes:
        return NotAllowed("not-allowed-no-reason")
    new = tuple(code for code in codes if code not in ticket.alarms)
    level = _level(ticket, new, act.house.catalogue)
    stamp: dict[str, Json] = {code: act.now.isoformat() for code in codes}
    raised = replace(
        ticket,
        level=level,
        alarms=ticket.alarms + new,
        calmed={**ticket.calmed, **stamp},
        next_step_at=act.promise(),
    )
    lead = Role.SUPERVISOR
    tasks = [Task(kind="escalated", role=lead, due=act.now, words=code) for code in new[:1]]
    if new and level >= TOP:
        tasks.append(Task(kind="human", role=Role.AGENT, due=act.now, words=new[0]))
    then = Move(ticket.id, "dispatch") if read.yes(act.fields, "filed") else None
    return Done(ticket=raised, tasks=tuple(tasks), then=then, detail={"level": level})


def _level(ticket: Ticket, codes: Iterable[str], catalogue: Catalogue) -> int:
    """The level that the gravest of these triggers brings; several at once do not add up."""
    answered = ticket.state in UNSATISFIED or ticket.rounds > 0 or ticket.reopened > 0
    unsatisfied = answered or bool(ticket.filing.reported_before)
    found = named(codes, catalogue.triggers)
    return max(
        (brought(one, unsatisfied=unsatisfied, level=ticket.level) for one in found),
        default=ticket.level,
    )
