"""Moves of a matter that comes again: added to what is open, joined or kept apart by staff."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.model import Json
from dialogs.tickets import ending
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.guards import Fact, not_just_reminded
from dialogs.tickets.handling import NO_WORDS
from dialogs.tickets.levels import raised
from dialogs.tickets.repeats import Link, all_times, at_once, legal_over, third
from dialogs.tickets.ticket import Filing, Role, Task, Where, Wish


def again(act: Act) -> Outcome:
    """The subscriber filed the same matter once more while it is open (domain.md §3.5).

    What is new goes to the ticket, the department is reminded unless it was just now (move 23);
    then it does not count as another time either. Where the legal limit has passed, or for the
    third time, it goes a level up and a supervisor has it at once. Fields: words, the new story;
    place, amount and wishes, where the filing has none of these yet; drafted (true: files were
    sent with it).
    """
    if not read.words(act.fields, "words"):
        return NO_WORDS
    before, known = act.ticket, act.house.catalogue
    told = replace(before, filing=_filled(before.filing, act.fields))
    fact = Fact(ticket=before, actor=act.actor, catalogue=known, now=act.now)
    if not_just_reminded(fact) is not None:
        return Done(ticket=told)
    told = replace(told, times=before.times + 1)
    grave = third(told, known) or legal_over(before, act.now)
    if grave:
        told = replace(told, level=raised(told.level))
    hurried = ending.remind(replace(act, ticket=told))
    if isinstance(hurried, Done) and grave:
        return replace(hurried, tasks=(*hurried.tasks, at_once(act.now)))
    return hurried


def told_staff(act: Act, link: Link | None) -> tuple[Task, ...]:
    """What staff have to do about a new ticket that repeats another.

    One that only looks like a repeat, because a number was typed, is judged by a person.
    """
    if link is None:
        return ()
    known = act.house.catalogue
    if link.shown:
        return (at_once(act.now, link.to.number),) if third(act.ticket, known) else ()
    often = all_times(act.ticket) >= known.repeats.supervisor_from
    role = Role.SUPERVISOR if often else Role.AGENT
    return (act.task("look_alike", role, link.to.number),)


def told_timeline(link: Link | None) -> Mapping[str, Json]:
    """What the timeline keeps of it, beside the ticket's own fields."""
    if link is None:
        return {}
    reason: dict[str, Json] = {"reason": link.reason} if link.reason else {}
    return {"earlier": link.to.number, **reason}


def same_matter(act: Act) -> Outcome:
    """Staff join what looked like a repeat to the earlier one: a level up, for staff alone.

    The subscriber still knows nothing of the other one (DESIGN §6, identity).
    """
    joined = replace(
        act.ticket,
        repeat_joined=True,
        level=raised(act.ticket.level),
        times=all_times(act.ticket),
        times_alike=0,
    )
    tasks = (at_once(act.now),) if third(joined, act.house.catalogue) else ()
    return Done(ticket=joined, tasks=tasks)


def apart(act: Act) -> Outcome:
    """Another matter after all. Said by staff, the link goes; said by the subscriber of what they
    just added here, it no longer counts as a time."""
    ticket = act.ticket
    if act.actor.role is Role.SUBSCRIBER:
        return Done(ticket=replace(ticket, times=max(1, ticket.times - 1)))
    return Done(ticket=replace(ticket, repeat_of=0, times_alike=0))


def _filled(filing: Filing, fields: Mapping[str, Json]) -> Filing:
    """The filing with what it lacked, as a draft says it; what stands there stays."""
    place, amount, wishes = fields.get("place"), fields.get("amount"), fields.get("wishes")
    if filing.where is None and isinstance(place, dict):
        filing = replace(filing, where=_where(place))
    if filing.amount is None and isinstance(amount, int) and not isinstance(amount, bool):
        filing = replace(filing, amount=amount)
    known = {one.code for one in filing.wishes}
    new = (
        [_wish(one) for one in wishes if isinstance(one, dict)] if isinstance(wishes, list) else []
    )
    added = tuple(one for one in new if one.code and one.code not in known)
    return replace(filing, wishes=(*filing.wishes, *added)) if added else filing


def _where(told: Mapping[str, Json]) -> Where:
    codes = {name: str(told.get(name) or "") for name in ("words", "province", "city", "district")}
    latitude, longitude = told.get("latitude"), told.get("longitude")
    return Where(
        **codes,
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
    )


def _wish(told: Mapping[str, Json]) -> Wish:
    minor = told.get("minor")
    return Wish(
        code=str(told.get("code") or ""),
        minor=minor if isinstance(minor, int) and not isinstance(minor, bool) else None,
        words=str(told.get("words") or ""),
    )
