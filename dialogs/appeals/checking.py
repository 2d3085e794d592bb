"""Would a regulator take it? Each test of domain.md §5 as a line with the way on; never a promise.

Which tests hold, and what counts as an answer that does not satisfy, the catalogue says: the block
`[appeals]`, the clock C1 and `[appeal_age]`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.appeals import grounds
from dialogs.appeals.stating import applicant, dossier
from dialogs.house import House
from dialogs.model import Arg, Joined, Moment, Phrase
from dialogs.tickets.dates import of_filing
from dialogs.tickets.guards import accepted
from dialogs.tickets.ticket import FRIENDLY, Kind, State, Ticket


class Verdict(StrEnum):
    """What a test comes to; NOT_YET names the days that are left."""

    OK = "ok"
    NOT = "not"
    UNKNOWN = "unknown"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One test: its code in the catalogue, what it comes to, what to say of it and the way on.

    `until` and `days`: from when on it holds where it does not yet, or until when it holds. `ways`
    are actions of the ticket's buttons by which it can be put right.
    """

    test: str
    verdict: Verdict
    words: Phrase
    until: datetime | None = None
    days: int = 0
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a test looks at: the ticket, how many files are kept with it, the house, now."""

    ticket: Ticket
    house: House
    now: datetime
    files: int = 0

    def days_to(self, at: datetime) -> int:
        """Calendar days from today until then, in the operator's zone; 0 once it has passed."""
        zone = ZoneInfo(self.house.zone)
        return max(0, (at.astimezone(zone).date() - self.now.astimezone(zone).date()).days)


def check(ticket: Ticket, house: House, now: datetime, files: int = 0) -> tuple[Line, ...]:
    """The lines of the catalogue's tests, in its order. `files`: how many are kept with it."""
    case = Case(ticket, house, now, files)
    return tuple(TESTS[name](case) for name in house.catalogue.appealing.tests)


def early(lines: tuple[Line, ...]) -> bool:
    """Whether there is something to wait for, so that a file made now is a preparation."""
    return any(one.verdict is Verdict.NOT_YET for one in lines)


def _line(test: str, verdict: Verdict, key: str, **args: Arg) -> Line:
    return Line(test=test, verdict=verdict, words=Phrase(key, args))


def _affected(case: Case) -> Line:
    said = dossier(case.ticket).asked_relation
    match case.ticket.filing.relation:
        case "holder" if said:
            return _line("affected", Verdict.OK, "check-affected")
        case "holder":
            return _line("affected", Verdict.UNKNOWN, "check-affected-unsaid")
        case "agent":
            return _line("affected", Verdict.UNKNOWN, "check-affected-agent")
        case "user":
            return _line("affected", Verdict.UNKNOWN, "check-affected-user")
        case _:
            return _line("affected", Verdict.NOT, "check-affected-not")


def _concrete(case: Case) -> Line:
    if demanding(case.ticket, case.house):
        return _line("concrete", Verdict.OK, "check-concrete")
    return _line("concrete", Verdict.UNKNOWN, "check-concrete-wish")


def demanding(ticket: Ticket, house: House) -> bool:
    """Whether it says what the operator is to do: a demand, or a wish for more than a record."""
    nothing = house.catalogue.appealing.undemanding
    return bool(dossier(ticket).demand) or any(
        one.code not in nothing for one in ticket.filing.wishes
    )


def _operator_first(case: Case) -> Line:
    ticket = case.ticket
    if ticket.filing.kind is Kind.FAULT:
        line = _line("operator_first", Verdict.NOT, "check-first-fault")
        return replace(line, ways=("complain",)) if ticket.open else line
    if ticket.filing.kind in FRIENDLY:
        return _line("operator_first", Verdict.NOT, "check-first-friendly")
    if ticket.state is State.WITHDRAWN:
        return _line("operator_first", Verdict.NOT, "check-first-withdrawn")
    filed = Moment(ticket.opened_at, day_only=True)
    return _line("operator_first", Verdict.OK, "check-first", date=filed, no=ticket.number)


def _unhappy(case: Case) -> Line:
    if case.ticket.filing.kind is not Kind.COMPLAINT:
        return _line("unhappy", Verdict.UNKNOWN, "check-unhappy-no-complaint")
    found = grounds.ground(case.ticket, case.house, case.now)
    if found:
        return _line("unhappy", Verdict.OK, f"check-unhappy-{found.replace('_', '-')}")
    due = grounds.waits_until(case.ticket, case.house, case.now)
    if due is None:
        ways = tuple(one for one in ("reject", "not_fixed", "reopen") if _open_to(case, one))
        return replace(_line("unhappy", Verdict.UNKNOWN, "check-unhappy-answered"), ways=ways)
    days = case.days_to(due)
    words = Phrase("check-unhappy-not-yet", {"date": Moment(due, day_only=True), "days": days})
    return Line(test="unhappy", verdict=Verdict.NOT_YET, words=words, until=due, days=days)


def _open_to(case: Case, action: str) -> bool:
    """Whether the ticket's state has that button."""
    return case.ticket.state in BY_STATE[action]


BY_STATE: Mapping[str, tuple[State, ...]] = {
    "reject": (State.PROPOSED,),
    "not_fixed": (State.AWAITING_CONFIRM,),
    "reopen": (State.CLOSED, State.SURVEY),
}


def _age(case: Case) -> Line:
    last = of_filing("appeal", case.ticket.filing, case.house)
    if last is None:
        return _line("age", Verdict.UNKNOWN, "check-age-unknown")
    date = Moment(last, day_only=True)
    if last < case.now:
        other = case.house.catalogue.appealing.otherwise
        return _line("age", Verdict.NOT, "check-age-not", date=date, other=other)
    days = case.days_to(last)
    words = Phrase("check-age", {"date": date, "days": days})
    return Line(test="age", verdict=Verdict.OK, words=words, until=last, days=days)


def _settled(case: Case) -> Line:
    items = accepted(case.ticket)
    dates = [item.done_at for item in items if item.done_at]
    if not items:
        return _line("settled", Verdict.OK, "check-settled")
    if len(dates) < len(items):
        return _line("settled", Verdict.OK, "check-settled-open")
    done = Moment(max(dates), day_only=True)
    if case.ticket.reopened:
        return _line("settled", Verdict.UNKNOWN, "check-settled-reopened", date=done)
    return _line("settled", Verdict.NOT, "check-settled-not", date=done)


def _elsewhere(case: Case) -> Line:
    ticket, known = case.ticket, dossier(case.ticket)
    if ticket.appeal:
        return _line("elsewhere", Verdict.NOT, "check-elsewhere-filed", reference=ticket.appeal)
    if ticket.result == "decided_outside":
        return _line("elsewhere", Verdict.NOT, "check-elsewhere-decided")
    if known.elsewhere:
        bodies = Joined(tuple(Phrase(f"elsewhere-{one.code}") for one in known.elsewhere))
        return _line("elsewhere", Verdict.NOT, "check-elsewhere-not", bodies=bodies)
    if known.asked_elsewhere:
        return _line("elsewhere", Verdict.OK, "check-elsewhere")
    return _line("elsewhere", Verdict.UNKNOWN, "check-elsewhere-unsaid")


def _reachable(case: Case) -> Line:
    missing = lacking(case.ticket, case.house)
    if not missing:
        return _line("reachable", Verdict.OK, "check-reachable")
    what = Joined(tuple(Phrase(f"appeal-field-{one}") for one in missing))
    return _line("reachable", Verdict.UNKNOWN, "check-reachable-lacks", what=what)


def lacking(ticket: Ticket, house: House) -> tuple[str, ...]:
    """What the body does not do without and nobody has said, by the catalogue's names."""
    known = applicant(ticket)
    said = {
        "name": known.name,
        "phone": known.phone,
        "address": known.address,
        "postcode": known.postcode,
        "email": known.email,
    }
    return tuple(one for one in house.catalogue.appealing.needed if not said[one])


def _evidence(case: Case) -> Line:
    filing = case.ticket.filing
    category = case.house.catalogue.categories.get(filing.category)
    wanted = category.wanted(filing.subtype) if category else ()
    open_ones = tuple(one.label for one in wanted if one.code not in filing.evidence_sent)
    if case.files:
        return _line("evidence", Verdict.OK, "check-evidence", count=case.files)
    if open_ones:
        return _line("evidence", Verdict.UNKNOWN, "check-evidence-lacks", what=Joined(open_ones))
    return _line("evidence", Verdict.UNKNOWN, "check-evidence-none")


TESTS: Mapping[str, Callable[[Case], Line]] = {
    "affected": _affected,
    "concrete": _concrete,
    "operator_first": _operator_first,
    "unhappy": _unhappy,
    "age": _age,
    "settled": _settled,
    "elsewhere": _elsewhere,
    "reachable": _reachable,
    "evidence": _evidence,
}
