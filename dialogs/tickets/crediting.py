"""The credit hold (争议费用暂缓催缴): what is in dispute is not dunned and suspends nothing.

It follows from where the ticket stands, and no move has to remember it: it begins when a complaint
is filed, or opened again, in which an amount is disputed; it changes with that amount; it is over
once the matter is settled and carried out, withdrawn, or ended without agreement.
Source: domain.md §3.6 under [D; X §11.1, §11.3].
"""

from dataclasses import replace
from datetime import datetime

from dialogs.house import House
from dialogs.model import Arg, Moment, Money, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import calendar
from dialogs.tickets.guards import accepted
from dialogs.tickets.ticket import ENDED, CreditHold, Filing, Item, Kind, Role, Task, Ticket
from dialogs.tickets.wording import Telling

HOLD, RESTORE, LIFT = "credit_hold", "restore", "credit_end"  # tasks of the billing people
ASKING = frozenset({HOLD, RESTORE})
SETTLED = frozenset({"solved", "unconfirmed", "decided_outside"})


def running(ticket: Ticket) -> CreditHold | None:
    """The hold that is in force, None where there is none or it is over."""
    hold = ticket.credit
    return hold if hold is not None and hold.ended_at is None else None


def followed(act: Act, ticket: Ticket) -> tuple[Ticket, tuple[Task, ...]]:
    """The ticket after a move with the hold that it is now due, and what billing must do."""
    hold, wanted = running(ticket), _wanted(ticket, act.house)
    if wanted and (hold is None or hold.minor != wanted):
        since = act.now if hold is None else hold.since
        fresh = CreditHold(minor=wanted, since=since)
        return replace(ticket, credit=fresh), _asked(act, ticket, first=act.ticket.credit is None)
    if hold is not None and not wanted:
        over = replace(hold, ended_at=act.now, due_from=_due_from(act))
        return replace(ticket, credit=over), (_task(act, LIFT),)
    return ticket, ()


def _wanted(ticket: Ticket, house: House) -> int:
    """The amount that is to be on hold now, 0 for none."""
    filing, rule = ticket.filing, house.catalogue.credit
    disputed = filing.kind is Kind.COMPLAINT and filing.category in rule.categories
    return (filing.amount or 0) if disputed and ticket.state not in ENDED else 0


def _asked(act: Act, ticket: Ticket, *, first: bool) -> tuple[Task, ...]:
    """Billing places the hold; where the story says that service was cut off, restores it at once.

    A suspension cannot wait for office hours (domain.md §1, "urgent").
    """
    place = _task(act, HOLD)
    if not (first and suspended(ticket.filing, act.house)):
        return (place,)
    due = act.now + act.house.catalogue.credit.restore
    return Task(kind=RESTORE, role=Role.HANDLER, due=due), place


def _task(act: Act, kind: str) -> Task:
    due = calendar("WH", act.house).add(act.now, act.house.catalogue.credit.place)[0]
    return Task(kind=kind, role=Role.HANDLER, due=due)


def suspended(filing: Filing, house: House) -> bool:
    """Whether the filing says that the service was cut off over the disputed charge."""
    rule = house.catalogue.credit
    if f"{filing.category}:{filing.subtype}" in rule.suspended:
        return True
    story = filing.story.casefold()
    wished = any(wish.code in rule.suspended for wish in filing.wishes)
    return wished or any(word.casefold() in story for word in rule.suspended_words)


def _due_from(act: Act) -> datetime:
    """From when the amount is asked for again: the days of grace are whole ones."""
    return calendar("CAL", act.house).end_of_day(act.now, act.house.catalogue.credit.grace)[0]


def placed(act: Act) -> Outcome:
    """Billing has put the amount on hold. Fields: reference, that of the billing system."""
    reference, hold = read.words(act.fields, "reference"), running(act.ticket)
    if hold is None or not reference:
        return NotAllowed("not-allowed-no-hold-reference")
    done = replace(hold, placed_at=act.now, reference=reference)
    return Done(ticket=replace(act.ticket, credit=done))


def dispute(act: Act) -> Outcome:
    """The disputed amount turns out to be another. Fields: minor, reason."""
    minor = read.whole(act.fields, "minor")
    if not minor:
        return NotAllowed("not-allowed-no-amount")
    if not read.words(act.fields, "reason"):
        return NotAllowed("not-allowed-no-reason")
    filing = replace(act.ticket.filing, amount=minor)
    return Done(ticket=replace(act.ticket, filing=filing))


def held_line(told: Telling) -> tuple[Arg, ...]:
    """A line on the hold in force, on a line of its own after other words; nothing without one."""
    hold = running(told.ticket)
    if hold is None or not told.ticket.open:
        return ()
    return "", Phrase("credit-held", {"money": _money(hold.minor, told.ticket)})


def over_line(told: Telling, *, right_said: bool = False) -> tuple[Arg, ...]:
    """What becomes of the amount after the hold: how much is due again, and from which day.

    `right_said`: the message says already that the right to appeal stays.
    """
    hold = told.ticket.credit
    if hold is None or hold.due_from is None or hold.due_from <= told.now:
        return ()
    rest = left_over(told.ticket, told.house)
    args: dict[str, Arg] = {"date": Moment(hold.due_from, day_only=True)}
    if rest is not None:
        args["money"] = _money(rest, told.ticket)
        return ("", Phrase("credit-rest", args)) if rest else ()
    args["money"] = _money(hold.minor, told.ticket)
    if told.ticket.result in SETTLED:
        return "", Phrase("credit-over", args)
    return "", Phrase("credit-due", {**args, "right": "said" if right_said else "stays"})


def left_over(ticket: Ticket, house: House) -> int | None:
    """What of the held amount was not agreed to be credited, minor units; None without terms."""
    hold, items = ticket.credit, accepted(ticket)
    if hold is None or not items:
        return None
    return uncredited(hold.minor, items, house)


def uncredited(minor: int, items: tuple[Item, ...], house: House) -> int:
    """What of so many minor units these items leave to be paid."""
    credits = house.catalogue.credit.credits
    return max(minor - sum(one.minor or 0 for one in items if one.code in credits), 0)


def _money(minor: int, ticket: Ticket) -> Money:
    return Money(minor, ticket.filing.currency)
