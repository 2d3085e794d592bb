"""Moves of a ticket that belongs to an incident: joined, told what all are told, split off."""

from collections.abc import Mapping
from datetime import datetime

from dialogs.model import Json, Move
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome, next_news
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Item, Proposal, Role, State, Task, Ticket
from dialogs.values import replace

NOT_ONE = NotAllowed("not-allowed-no-incident")


def join(act: Act) -> Outcome:
    """It belongs to an incident from now on, and goes to who has that.

    Fields: incident, its id; department; owner and owner_name, if it has one; seq, the newest word
    to all that it need not hear; tell, the move that says how it stands, with its fields in `told`;
    name, of who of the staff added it.
    """
    incident = read.whole(act.fields, "incident")
    if not incident:
        return NOT_ONE
    ticket = replace(
        act.ticket,
        incident=incident,
        parted=0,
        led=read.words(act.fields, "department"),
        heard=read.whole(act.fields, "seq") or 0,
    )
    told, name = act.fields.get("told"), read.words(act.fields, "tell")
    then = Move(ticket.id, name, told) if name and isinstance(told, dict) else None
    return Done(ticket=ticket, then=then)


def found(act: Act) -> Outcome:
    """All are told that there is an incident: it is being worked on, by its owner."""
    ticket = _heard(act)
    owner = read.whole(act.fields, "owner")
    if owner:
        ticket = replace(ticket, owner=owner, owner_name=read.words(act.fields, "owner_name"))
    return Done(ticket=_expecting(act, ticket), beside=("reply",))  # how it stands, and the plan


def note(act: Act) -> Outcome:
    """All are told something new of it: other words, another end."""
    return Done(ticket=_expecting(act, _heard(act)))


def back(act: Act) -> Outcome:
    """It is over for all; what else the subscriber wished is still to be answered."""
    return Done(ticket=replace(_heard(act), next_step_at=act.promise()))


def fixed(act: Act) -> Outcome:
    """It is over for all, and nothing but that was wished: the subscriber checks."""
    ticket = replace(_heard(act), finding=_finding(act), back=None)
    return Done(ticket=ticket, beside=("done_without_proposal",))


def settled(act: Act) -> Outcome:
    """What all are offered is offered here: a proposal like any other.

    Fields: finding {language: text}, liability, items [{code, words, minor, due}], `by` whom.
    """
    items = offered(act.fields)
    if not items:
        return NotAllowed("not-allowed-no-items")
    ticket = _heard(act)
    finding = _finding(act)
    offer = Proposal(
        round=ticket.rounds + 1,
        finding=finding,
        items=items,
        at=act.now,
        by=read.words(act.fields, "by"),
    )
    ticket = replace(
        ticket,
        liability=read.words(act.fields, "liability") or ticket.liability,
        finding=finding,
        proposals=(*ticket.proposals, offer),
        back=None,
    )
    return Done(ticket=ticket, beside=("propose",))


def credited(act: Act) -> Outcome:
    """What all get, told to one whose own matter is answered. Fields: items, as when settled."""
    return Done(ticket=_heard(act))


def part(act: Act) -> Outcome:
    """It goes its own way: the subscriber says that it is not over here, or staff that it is not
    one of them. Fields: words, if any are said; quiet (true) where nothing is to be said.

    Who was never told of an incident hears nothing of having been in one.
    """
    if not act.ticket.incident:
        return NOT_ONE
    ticket = replace(parted(act.ticket, act), owner=0, owner_name="")
    theirs = act.actor.role is Role.SUBSCRIBER
    return Done(
        ticket=ticket,
        say=bool(act.ticket.heard) and not read.yes(act.fields, "quiet"),
        tasks=(task(act.now),) if theirs else (),
        beside=("dispatch",),
        detail={"incident": act.ticket.incident},
    )


def parted(ticket: Ticket, act: Act) -> Ticket:
    """The ticket out of its incident, with a new date."""
    date = next_news(ticket, "not_fixed", act.now, act.house)
    return replace(ticket, incident=0, led="", heard=0, parted=ticket.incident, next_step_at=date)


def task(now: datetime) -> Task:
    """Somebody looks why it does not work here while it does for all others."""
    return Task(kind="parted", role=Role.HANDLER, due=now)


def offered(fields: Mapping[str, Json]) -> tuple[Item, ...]:
    """The items of an offer to all, as the broadcast carries them."""
    given = fields.get("items")
    said = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return tuple(
        Item(
            code=read.words(one, "code"),
            words=read.words(one, "words"),
            minor=read.whole(one, "minor"),
            due=instant(one, "due"),
        )
        for one in said
    )


def instant(fields: Mapping[str, Json], key: str) -> datetime | None:
    """A moment that we wrote ourselves, over or not."""
    value = fields.get(key)
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None


def _finding(act: Act) -> str:
    """What was found, in the ticket's language."""
    given = act.fields.get("finding")
    said = read.words(given, act.ticket.language) if isinstance(given, dict) else ""
    return said or act.ticket.finding


def _heard(act: Act) -> Ticket:
    return replace(act.ticket, heard=read.whole(act.fields, "seq") or act.ticket.heard)


def _expecting(act: Act, ticket: Ticket) -> Ticket:
    """With the date that the message names, where it lies before us."""
    expected = instant(act.fields, "expected")
    if expected is None or expected <= act.now or ticket.state is State.ON_HOLD:
        return ticket
    return replace(ticket, next_step_at=expected)
