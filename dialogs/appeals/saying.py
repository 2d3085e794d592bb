"""What the subscriber hears of a case before an outside body: noted, answered, how it ended."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dialogs.appeals.bodies import body_of
from dialogs.appeals.caseload import cases
from dialogs.appeals.cases import REFERRAL, Case
from dialogs.model import Arg, Moment, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.wording import Telling, who

Parts: TypeAlias = "tuple[dict[str, Arg], tuple[str, ...]]"  # arguments, actions of the buttons


def _noted(t: Telling) -> Parts:
    """M25: the appeal is noted; the body or we may call to check (domain.md §4, A1)."""
    rule = t.house.catalogue.outside
    days: dict[str, Arg] = {"from": rule.call_from, "to": rule.call_to}
    return {**_named(t), **days}, ()


def _referred(t: Telling) -> Parts:
    """M25R: it came to us from a body, and need not be told again."""
    return {"body": t.ticket.referral or Phrase("who-referred"), "who": who(t.ticket, t.house)}, ()


def _answered(t: Telling) -> Parts:
    """M25S: our written answer went to the body, on which day."""
    found = _meant(t)
    at = found.answered if found and found.answered else t.now
    return {**_named(t), "at": Moment(at, day_only=True)}, ()


def _taken_up(t: Telling) -> Parts:
    """M25T: the body took it up."""
    return _named(t), ()


def _turned_down(t: Telling) -> Parts:
    """M25N: it did not, and for what reason; what is open with us goes on."""
    reason = read.words(t.fields, "words") or Phrase("words-none")
    return {**_named(t), "reason": reason, "next": _next(t)}, ()


def _taken_back(t: Telling) -> Parts:
    """M25W: it was taken back; if that is a mistake of ours, they can say so."""
    return {**_named(t), "next": _next(t)}, ()


def _named(t: Telling) -> dict[str, Arg]:
    found = _meant(t)
    if found is None:
        return {"body": Phrase("the-authority"), "reference": Phrase("reference-none"), "what": "-"}
    return {
        "body": body_of(found, t.ticket, t.house),
        "reference": found.reference or Phrase("reference-none"),
        "what": "referral" if found.kind == REFERRAL else "appeal",
    }


def _meant(t: Telling) -> Case | None:
    """The case that the move was about, by its place."""
    known, place = cases(t.ticket), read.whole(t.fields, "case")
    return known[place - 1] if place is not None and 1 <= place <= len(known) else None


def _next(t: Telling) -> Arg:
    """What goes on with us: the work, or nothing until they say so."""
    return Phrase("case-goes-on", {"date": t.until}) if t.ticket.open else Phrase("case-tell-us")


OUTSIDE: Mapping[str, Callable[[Telling], Parts]] = {
    "M25": _noted,
    "M25R": _referred,
    "M25S": _answered,
    "M25T": _taken_up,
    "M25N": _turned_down,
    "M25W": _taken_back,
}
