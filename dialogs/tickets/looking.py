"""What a check of the finding looks at, and the hint that it gives."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.catalogue.finding import Check
from dialogs.house import House
from dialogs.model import Arg, Label, Phrase
from dialogs.tickets.records import Records
from dialogs.tickets.ticket import Filing, Ticket

DAY = timedelta(days=1)
OPERATOR = "operator"


class Verdict(StrEnum):
    """What the record says of a duty."""

    FAILED = "failed"
    UNKNOWN = "not_known"
    PASSED = "passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What one check found: in words, line by line, and where the figures come from.

    `suggests` is the liability that it speaks for, "" for none.
    """

    code: str
    label: Label
    verdict: Verdict
    words: tuple[Arg, ...]
    source: Phrase

    @property
    def suggests(self) -> str:
        return OPERATOR if self.verdict is Verdict.FAILED else ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a check looks at."""

    ticket: Ticket
    records: Records
    house: House
    now: datetime
    check: Check

    @property
    def filing(self) -> Filing:
        return self.ticket.filing

    def day(self, at: datetime) -> date:
        """The operator's date of a moment."""
        return at.astimezone(ZoneInfo(self.house.zone)).date()

    def found(self, verdict: Verdict, source: Phrase, *words: Arg) -> Hint:
        check = self.check
        return Hint(code=check.code, label=check.label, verdict=verdict, words=words, source=source)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the ticket's place and of what it lies in; none if it is not known."""
        where = self.filing.where
        found = (where.district, where.city, where.province) if where else (self.ticket.area,)
        return frozenset(one for one in found if one)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when it happened, whole days where no hour is known; else when filed."""
        when = self.filing.when
        start = when.start if when else None
        end = (when.end if when else None) or start
        if when is None or end is None:
            return self.ticket.opened_at, self.ticket.opened_at
        start = start or end
        if not when.day_only:
            return start, end
        zone = ZoneInfo(self.house.zone)
        first = datetime.combine(self.day(start), time(), zone)
        after = datetime.combine(self.day(end) + DAY, time(), zone)
        return first.astimezone(UTC), after.astimezone(UTC) - timedelta(microseconds=1)
