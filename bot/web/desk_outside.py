"""What outside bodies have of a ticket, in the desk's words: its page, its forms, the list."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.web.desk_words import Words, hide
from dialogs.appeals.bodies import body_of
from dialogs.appeals.caseload import cases, numbered, standing
from dialogs.appeals.cases import Case
from dialogs.tickets.ticket import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One case, in words. `urgency` is one of those of `Words.left`, "met" once it is answered."""

    place: int
    kind: str
    body: str
    reference: str
    received: str
    by: str
    due: str
    left: str
    urgency: str
    asked: str
    taken: str
    answered: str
    open: bool
    outcome: str
    ended: str
    words: str
    kept: str


def shown(ticket: Ticket, words: Words) -> list[Shown]:
    """The cases of a ticket, the newest first."""
    return [of(place, one, ticket, words) for place, one in reversed(tuple(numbered(ticket)))]


def of(place: int, case: Case, ticket: Ticket, words: Words) -> Shown:
    """One of them."""
    left, urgency = _left(case, words)
    return Shown(
        place=place,
        kind=words(f"outside-{case.kind}"),
        body=words.of(body_of(case, ticket, words.stage.house)),
        reference=case.reference,
        received=words.at(case.received, day=True),
        by=case.by_name or words("outside-by-subscriber"),
        due=words.at(case.due) if case.due else "",
        left=left,
        urgency=urgency,
        asked=hide(case.asked),
        taken=words.at(case.taken, day=True) if case.taken else "",
        answered=_answered(case, words),
        open=case.open,
        outcome=words(f"outside-{case.outcome}") if case.outcome else "",
        ended=words.at(case.ended, day=True) if case.ended else "",
        words=hide(case.words),
        kept=words.at(case.kept_until, day=True) if case.kept_until else "",
    )


def _left(case: Case, words: Words) -> tuple[str, str]:
    if not case.open:
        return "", "none"
    if case.answered is not None:
        return words("outside-answered"), "met"
    if case.due is None:
        return words("outside-no-date"), "none"
    return words.left(case.due)


def _answered(case: Case, words: Words) -> str:
    if case.answered is None:
        return ""
    way = words.known(f"desk-way-{case.way}", case.way)
    at = words.at(case.answered, day=True)
    return words("outside-answered-on", at=at, way=way, name=case.answered_name or words("nobody"))


def names(ticket: Ticket, words: Words) -> Iterable[tuple[int, str]]:
    """The cases that a body has still: place and name."""
    for place, one in standing(ticket):
        yield place, name(one, ticket, words)


def name(case: Case, ticket: Ticket, words: Words) -> str:
    """A case by its body and its reference."""
    body = words.of(body_of(case, ticket, words.stage.house))
    return f"{body} {case.reference}".strip()


def about(place: int, ticket: Ticket, words: Words) -> str:
    """What a clock of the case in that place is about, "" if there is none."""
    known = cases(ticket)
    return name(known[place - 1], ticket, words) if 1 <= place <= len(known) else ""
