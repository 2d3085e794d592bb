"""What a page of figures is asked for: a span of days, a category, a department."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from bot.web.desk_words import Words
from dialogs.figures.sums import Span
from storage.figures import Behind

DEFAULT = 30  # days
LONGEST = 366
SPANS = (7, 30, 90, 365)  # days back from today, as one press each


@dataclass(frozen=True, slots=True)
class Asked:
    """`span` in days of the operator's zone; `today` the last of them that is known."""

    span: Span
    today: date
    words: Words

    @property
    def now(self) -> datetime:
        return self.words.now

    def behind(self, figure: str, *keys: str, category: str = "", department: str = "") -> str:
        """The address of the tickets that a figure of this span is made of, narrowed further."""
        span = replace(
            self.span,
            category=category or self.span.category,
            department=department or self.span.department,
        )
        return address(Behind(figure=figure, keys=keys, span=span))

    def within(self, since: date, until: date) -> "Asked":
        """The same for fewer days; those that are not in the span are left out."""
        fewer = replace(
            self.span, since=max(since, self.span.since), until=min(until, self.span.until)
        )
        return replace(self, span=fewer)

    def on(self, since: date, until: date) -> "Asked":
        """The same for other days."""
        return replace(self, span=replace(self.span, since=since, until=until))

    def query(self, **other: str) -> str:
        """The words of this page's address, some of them changed; "" ones are left out."""
        said = {
            "from": f"{self.span.since}",
            "to": f"{self.span.until}",
            "category": self.span.category,
            "department": self.span.department,
        } | other
        return urlencode({name: value for name, value in said.items() if value})

    def spans(self) -> list[tuple[int, str, bool]]:
        """The spans that are one press away: days, their query, whether it is this one."""
        found = []
        for days in SPANS:
            since = self.today - timedelta(days=days - 1)
            same = (self.span.since, self.span.until) == (since, self.today)
            query = self.query(**{"from": f"{since}", "to": f"{self.today}"})
            found.append((days, query, same))
        return found


def address(behind: Behind) -> str:
    """Where the desk lists these tickets."""
    return f"/desk/figures/tickets?{behind.query()}"


def asked(said: Mapping[str, str], words: Words) -> Asked:
    """From the words of an address. What cannot be read is as if it was not there; a span ends
    today at the latest, and is a year at most."""
    today = words.now.astimezone(ZoneInfo(words.stage.house.zone)).date()
    until = min(_day(said.get("to", "")) or today, today)
    since = _day(said.get("from", "")) or until - timedelta(days=DEFAULT - 1)
    since = max(min(since, until), until - timedelta(days=LONGEST - 1))
    known = words.catalogue
    category, department = said.get("category", ""), said.get("department", "")
    span = Span(
        since=since,
        until=until,
        category=category if category in known.categories else "",
        department=department if department in known.departments else "",
    )
    return Asked(span, today, words)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
