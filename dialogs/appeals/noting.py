"""Moves about what outside bodies have of a ticket: filed there or sent on to us, answered, ended.

None of them takes anything from the subscriber: no limit of theirs stops, no right of theirs goes
(domain.md §5: no worse service after an appeal).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.appeals.caseload import cases, standing
from dialogs.appeals.cases import APPEAL, REFERRAL, REFUSED, WITHDRAWN, Case, subject
from dialogs.model import Json
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.guards import TOP_LEVEL
from dialogs.tickets.ticket import Role, Ticket

LINE = 200  # characters of a name or a reference
OLDEST = timedelta(days=5 * 366)  # how long ago a case may have been received
WAYS = ("platform", "letter", "mail", "fax", "hand")  # how an answer goes to a body


def appeal(act: Act) -> Outcome:
    """The subscriber has filed an appeal; all moves go on meanwhile.

    Fields: reference; body, its name ("" for that of the ticket's province); received, the day of
    filing. Said again about the same body it corrects what was noted before.
    """
    reference = _line(act.fields, "reference")
    if not reference:
        return NotAllowed("not-allowed-no-reference")
    said = Case(
        kind=APPEAL,
        body=_line(act.fields, "body"),
        reference=reference,
        received=_day(act, "received"),
        noted=act.now,
        by=act.actor.staff,
        by_name=act.actor.name,
    )
    ticket, place = _noted(act.ticket, said)
    flagged = replace(ticket, appeal=reference, level=TOP_LEVEL)
    told = act.task("appeal", Role.SUPERVISOR, reference)
    return Done(ticket=flagged, tasks=(told,), detail={"case": place})


def refer(act: Act) -> Outcome:
    """An outside body sent it on to us: grave, and watched to the body's own date (§5).

    Fields: body; reference, if it gave one; until, the date by which it wants an answer; words,
    what it asks of us; received, the day on which it came. Where the subscriber's own appeal to
    that body is noted, it is that case.
    """
    body, fields = _line(act.fields, "body"), act.fields
    if not body:
        return NotAllowed("not-allowed-no-body")
    until = read.moment(fields, "until", act.now, act.house)
    if fields.get("until") and until is None:
        return NotAllowed("not-allowed-no-date")
    reference = _line(fields, "reference")
    said = Case(
        kind=REFERRAL,
        body=body,
        reference=reference,
        received=_day(act, "received"),
        noted=act.now,
        by=act.actor.staff,
        by_name=act.actor.name,
        due=until,
        asked=read.words(fields, "words"),
    )
    ticket, place = _noted(act.ticket, said)
    sent_on = replace(
        ticket,
        referral=body,
        referral_due=until or act.ticket.referral_due,
        appeal=act.ticket.appeal or reference or body,
        level=TOP_LEVEL,
    )
    told = f"{body} {reference}".strip()
    task = act.task("appeal", Role.SUPERVISOR, told, days=0)
    return Done(ticket=sent_on, tasks=(task,), detail={"case": place})


def _noted(ticket: Ticket, said: Case) -> tuple[Ticket, int]:
    """The ticket with the case, which is a new one or says more of one that is open."""
    known = cases(ticket)
    for place, one in standing(ticket):
        if _same(one, said):
            more = _together(one, said)
            return replace(ticket, cases=(*known[: place - 1], more, *known[place:])), place
    return replace(ticket, cases=(*known, said)), len(known) + 1


def _same(known: Case, said: Case) -> bool:
    """Whether both are the same matter before the same body."""
    if _plain(known.reference) == _plain(said.reference) != "":
        return True
    if known.kind == said.kind == APPEAL:
        return known.body == said.body  # the reference was mistyped, or is known by now
    bodies = known.body == said.body or "" in {known.body, said.body}
    return bodies and "" in {known.reference, said.reference}


def _plain(reference: str) -> str:
    """A reference without what people write in one way or another."""
    return "".join(sign for sign in reference.casefold() if sign.isalnum())


def _together(known: Case, said: Case) -> Case:
    """What was known of it, with what is said now. A new date asks for a new answer."""
    again = said.due is not None and said.due != known.due
    return replace(
        known,
        body=said.body or known.body,
        reference=said.reference or known.reference,
        due=said.due or known.due,
        asked=said.asked or known.asked,
        answered=None if again else known.answered,
    )


def answer_body(act: Act) -> Outcome:
    """Our written answer went to the body. Fields: case; way, one of WAYS; on, the day if it was
    an earlier one; words, a note of whom it went to."""
    found = chosen(act)
    if isinstance(found, NotAllowed):
        return found
    place, case = found
    way = read.words(act.fields, "way")
    if way not in WAYS:
        return NotAllowed("not-allowed-no-way")
    sent = replace(case, answered=_day(act, "on"), answered_name=act.actor.name, way=way)
    return Done(ticket=_with(act.ticket, place, sent), subject=subject(place), detail=_of(place))


def taken_up(act: Act) -> Outcome:
    """The body has taken the case up. Fields: case; on, the day if it was an earlier one."""
    found = chosen(act)
    if isinstance(found, NotAllowed):
        return found
    place, case = found
    if case.taken is not None:
        return NotAllowed("not-allowed-taken-up")
    taken = replace(case, taken=_day(act, "on"))
    return Done(ticket=_with(act.ticket, place, taken), detail=_of(place))


def turned_down(act: Act) -> Outcome:
    """The body did not take it up. Fields: case; words, the reason that it gave."""
    return _over(act, REFUSED)


def taken_back(act: Act) -> Outcome:
    """The subscriber took the appeal back. Fields: case; words, how we know."""
    return _over(act, WITHDRAWN)


def _over(act: Act, outcome: str) -> Outcome:
    if not read.words(act.fields, "words"):
        return NotAllowed("not-allowed-no-words")
    ended = ended_case(act, outcome)
    return ended if isinstance(ended, NotAllowed) else Done(ticket=ended[0], detail=_of(ended[1]))


def ended_case(act: Act, outcome: str) -> tuple[Ticket, int] | NotAllowed:
    """The ticket with the case that is meant at its end, and its place. The flag of an appeal stays
    as long as another body has the matter. Fields: case; words."""
    found = chosen(act)
    if isinstance(found, NotAllowed):
        return found
    place, case = found
    over = replace(
        case,
        outcome=outcome,
        ended=act.now,
        ended_name=act.actor.name,
        words=read.words(act.fields, "words") or read.words(act.fields, "finding"),
        kept_until=act.now + act.house.catalogue.outside.hold,
    )
    ticket = _with(act.ticket, place, over)
    left = standing(ticket)
    other = left[-1][1] if left else None
    flag = (other.reference or other.body) if other else ""
    return replace(ticket, appeal=flag), place


def chosen(act: Act) -> tuple[int, Case] | NotAllowed:
    """The open case that `case` names by its place, or the only one there is."""
    left = dict(standing(act.ticket))
    place = read.whole(act.fields, "case")
    if place is None and len(left) == 1:
        return next(iter(left.items()))
    if place in left:
        return place, left[place]
    return NotAllowed("not-allowed-which-case" if left else "not-allowed-no-appeal")


def _with(ticket: Ticket, place: int, case: Case) -> Ticket:
    known = cases(ticket)
    return replace(ticket, cases=(*known[: place - 1], case, *known[place:]))


def _of(place: int) -> Mapping[str, Json]:
    return {"case": place}


def _line(fields: Mapping[str, Json], key: str) -> str:
    """One line of words, cut at 200 characters."""
    return " ".join(read.words(fields, key)[:LINE].split())


def _day(act: Act, key: str) -> datetime:
    """The day of that name (ISO), as its noon in the operator's zone; now for none, today or one
    that cannot be meant."""
    said = read.words(act.fields, key)
    zone = ZoneInfo(act.house.zone)
    try:
        noon = datetime.fromisoformat(said).replace(hour=12, tzinfo=zone).astimezone(UTC)
    except ValueError:
        return act.now
    today = noon.astimezone(zone).date() == act.now.astimezone(zone).date()
    return noon if not today and act.now - OLDEST < noon < act.now else act.now
