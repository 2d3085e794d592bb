"""The survey as it goes out (domain.md §6): to whom, when, and about how many tickets at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.stage import Work
from dialogs.model import Json
from dialogs.tickets.applied import Notify
from dialogs.tickets.asking import asked_of_all
from dialogs.tickets.limit import limit_of
from dialogs.tickets.limits import delivered
from dialogs.tickets.notices import notice
from dialogs.tickets.surveying import of_closing, unscored
from dialogs.tickets.ticket import Clock, Ticket
from dialogs.tickets.wording import Telling
from dialogs.values import replace
from storage import surveys, tickets

SURVEY, REMINDER, SILENT = "SURVEY", "SURVEY-REMINDER", "M19"
ASKING = frozenset({SURVEY, REMINDER})
LONGEST = timedelta(days=30)  # that a survey rests for the sake of somebody's hours
WITH = "with"  # the field of a notice: the ids of the other tickets that it asks about


def due(work: Work, ticket: Ticket, code: str) -> bool:
    """Whether this survey, or the reminder of it, may be sent: one of each for a closing, one to
    a person in seven days, and none of what was answered."""
    if of_closing(ticket):
        return False
    if code == REMINDER:
        return ticket.surveyed_at is not None and ticket.surveyed_again_at is None
    return ticket.surveyed_at is None and _free(work, ticket)


def _free(work: Work, ticket: Ticket) -> bool:
    last = surveys.last(work.c, ticket.subscriber)
    return last is None or work.now - last >= work.stage.house.catalogue.survey_every


def worded(work: Work, ticket: Ticket, told: Notify, *, wanted: bool) -> Notify:
    """After silence nobody is asked who wants no surveys or had one these days: it is only told."""
    if told.code != SILENT or (wanted and _free(work, ticket)):
        return told
    return notice(SILENT, Telling(ticket, {"quiet": True}, work.stage.house, work.now))


def asks(told: Notify) -> bool:
    """Whether a message asks for a score."""
    return told.code in ASKING or (told.code == SILENT and not told.fields.get("quiet"))


def wait(work: Work, ticket: Ticket) -> datetime | None:
    """Until when a survey waits for that of another ticket of the same chat, None for not at all.

    It waits once for so long as the catalogue says, counted from when it was to go out.
    """
    clock = _clock(ticket)
    if clock is None:
        return None
    rule = work.stage.house.catalogue.clocks[clock.rule]
    planned = limit_of(ticket, rule, work.stage.house).at(clock, rule.marks[0])
    last = planned + work.stage.house.catalogue.survey.together
    coming = [
        other.next
        for one in _others(work, ticket)
        if (other := _clock(one)) is not None and not other.fired and other.next is not None
    ]
    return max((at for at in coming if work.now < at <= last), default=None)


def gathered(work: Work, told: Sequence[tuple[Ticket, Notify]]) -> list[tuple[Ticket, Notify]]:
    """The same messages, where one survey asks about all that it may, and none is asked twice."""
    found: list[tuple[Ticket, Notify]] = []
    for ticket, one in told:
        if one.code not in ASKING:
            found.append((ticket, one))
            continue
        fresh = tickets.load(work.c, ticket.id)
        if fresh is not None and unscored(fresh) and due(work, fresh, one.code):
            found.append(_about_all(work, fresh, one))
    return found


def _about_all(work: Work, ticket: Ticket, one: Notify) -> tuple[Ticket, Notify]:
    """The survey of a ticket, asking about those whose own is due as well, the oldest first."""
    others = [other for other in _others(work, ticket) if _joins(ticket, other, one.code, work.now)]
    if not others:
        return ticket, one
    first, *rest = sorted((ticket, *others), key=lambda each: each.id)
    fields: dict[str, Json] = {**one.fields, WITH: [other.id for other in rest]}
    every = asked_of_all((first, *rest), one.code, work.stage.house, work.now)
    return first, replace(every, fields=fields)


def _joins(ticket: Ticket, other: Ticket, code: str, now: datetime) -> bool:
    """Whether the message `code` about a ticket asks about this one of the person's too."""
    if code == REMINDER and other.id in ticket.surveyed_with:
        return other.surveyed_again_at is None
    clock = _clock(other)
    if other.surveyed_at is not None or clock is None:
        return False
    return bool(clock.fired) or (clock.next is not None and clock.next <= now)


def _others(work: Work, ticket: Ticket) -> Iterable[Ticket]:
    """What else of this chat and person is finished and has no answer yet."""
    for one in tickets.all_of_chat(work.c, ticket.chat):
        if one.id != ticket.id and one.subscriber == ticket.subscriber and unscored(one):
            yield one


def _clock(ticket: Ticket) -> Clock | None:
    """The clock that asks for the score of this closing."""
    running = (one for one in ticket.clocks if one.rule == SURVEY and one.stopped is None)
    return next(running, None)


def noted(work: Work, told: Sequence[tuple[Ticket, Notify]]) -> None:
    """These messages are on their way: who was asked is kept with each ticket they ask about."""
    for ticket, one in told:
        if asks(one):
            group = (ticket.id, *_named(one.fields.get(WITH)))
            for place, each in enumerate(group):
                _note(work, each, one.code, tuple(i for i in group if i != each), beside=place > 0)


def noted_of(work: Work, id: int, code: str) -> None:
    """Somebody without a chat was asked on the phone."""
    _note(work, id, code, (), beside=False)


def _named(value: Json) -> tuple[int, ...]:
    return tuple(one for one in value if isinstance(one, int)) if isinstance(value, list) else ()


def _note(work: Work, id: int, code: str, others: tuple[int, ...], *, beside: bool) -> None:
    """A ticket was asked about; `beside`: in another's message, whose arrival is not its own."""
    ticket = tickets.load(work.c, id)
    if ticket is None:
        return
    first = ticket.surveyed_at is None
    if first:
        surveys.sent(work.c, id, work.now)
    clocks = delivered(ticket, SURVEY, work.now, work.stage.house) if beside else ticket.clocks
    after = replace(
        ticket,
        clocks=_counted_from(work, ticket, clocks, work.now)
        if first and code == SURVEY
        else clocks,
        surveyed_at=ticket.surveyed_at or work.now,
        surveyed_again_at=work.now if code == REMINDER else ticket.surveyed_again_at,
        surveyed_with=others,
    )
    tickets.save(work.c, ticket, after, ())


def put_off(work: Work, ticket: Ticket, until: datetime) -> None:
    """A survey rests until then: the ticket is not closed over it meanwhile."""
    if until - work.now > LONGEST:
        return  # it is told on the phone, whenever that is
    fresh = tickets.load(work.c, ticket.id)
    if fresh is not None:
        clocks = _counted_from(work, fresh, fresh.clocks, until)
        tickets.save(work.c, fresh, replace(fresh, clocks=clocks), ())


def _counted_from(
    work: Work, ticket: Ticket, clocks: tuple[Clock, ...], sent: datetime
) -> tuple[Clock, ...]:
    """The reminder and the end are counted from when it went out, however long that waited."""
    running = _clock(ticket)
    if running is None or running not in clocks:
        return clocks
    rule = work.stage.house.catalogue.clocks[running.rule]
    due = sent + rule.limit - (rule.marks[0].after or timedelta())
    moved = replace(running, due=due, fired=max(running.fired, 1))
    moved = replace(moved, next=limit_of(ticket, rule, work.stage.house).next(moved, work.now))
    return tuple(moved if one is running else one for one in clocks)
