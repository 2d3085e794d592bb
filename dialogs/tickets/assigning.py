"""Who works on a ticket, decided by another: given to a colleague, or laid back for all."""

from dataclasses import replace

from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ending import THEIR_TURN
from dialogs.tickets.handling import NO_REASON
from dialogs.tickets.levels import TOP


def assign(act: Act) -> Outcome:
    """A colleague works on it from now on. Fields: staff (the id) and name; department, theirs.

    Whoever was the subscriber's contact first stays it (domain.md §3.6). Where it is the
    subscriber's turn, the date that they were told stands.
    """
    ticket, staff = act.ticket, read.whole(act.fields, "staff")
    name = read.words(act.fields, "name")
    if not staff or not name:
        return NotAllowed("not-allowed-nobody")
    if staff == ticket.owner:
        return NotAllowed("not-allowed-same-owner", {"owner": ticket.owner_name or "-"})
    given = replace(
        ticket,
        owner=staff,
        owner_name=name,
        first_agent=ticket.first_agent or staff,
        first_agent_name=ticket.first_agent_name or name,
        department=ticket.department or read.words(act.fields, "department"),
    )
    if ticket.state in THEIR_TURN:
        return Done(ticket=given)
    # For every limit it is what claiming is: somebody has it, and names the next date.
    return Done(ticket=replace(given, next_step_at=act.promise()), beside=("claim",))


def release(act: Act) -> Outcome:
    """Nobody has it any more, and whoever claims it goes on. Fields: words, why.

    The subscriber is told nothing of it: the next one is named to them.
    """
    return Done(ticket=replace(act.ticket, owner=0, owner_name=""))


def set_level(act: Act) -> Outcome:
    """How grave it is, by a lead's judgement (domain.md §3.7). Fields: level, 1 to 3; reason."""
    level = read.whole(act.fields, "level") or 0
    if not 1 <= level <= TOP:
        return NotAllowed("not-allowed-level", {"most": TOP})
    if level == act.ticket.level:
        return NotAllowed("not-allowed-same-level", {"level": level})
    if not read.words(act.fields, "reason"):
        return NO_REASON
    return Done(ticket=replace(act.ticket, level=level), detail={"level": level})
