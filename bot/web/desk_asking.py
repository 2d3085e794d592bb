"""What somebody wants to see of the queue: read from an address, and written into one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import get_args
from urllib.parse import urlencode

from dialogs.tickets.ticket import State
from storage.desk import SORTS, Filter, Sort, Tab
from storage.reach import Reach

TABS: tuple[Tab, ...] = get_args(Tab)
PAGE = 25  # tickets of a page
MOST_PAGES = 400
LONGEST = 100  # characters of a search
WORD = 40  # characters of a code


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A tab, or a search (which looks everywhere whatever the tab); narrowed, in an order."""

    tab: Tab = "mine"
    q: str = ""
    state: str = ""
    category: str = ""
    channel: str = ""
    department: str = ""
    language: str = ""
    level: int = 0
    incident: int = 0
    sort: Sort = "left"
    page: int = 1

    @property
    def places(self) -> range:
        """Where the page stands in the whole, from 0."""
        return range((self.page - 1) * PAGE, self.page * PAGE)

    @property
    def sifted(self) -> tuple[str, ...]:
        """The names of what it is narrowed by."""
        return tuple(name for name in SIFTS if getattr(self, name))

    def link(self, **changes: object) -> str:
        """The address of the same with these changes: on its first page, if not said otherwise."""
        return f"/desk?{self.query(**{'page': 1, **changes})}"

    def query(self, **changes: object) -> str:
        """The same as the part of an address after the question mark."""
        said = replace(self, **changes)  # type: ignore[arg-type]
        told = {one.name: getattr(said, one.name) for one in fields(said)}
        kept = {name: value for name, value in told.items() if value != _default(name)}
        return urlencode({"tab": said.tab, **kept})

    def filter(self, rules: tuple[str, ...], reach: Reach) -> Filter:
        """What it asks of a ticket, for somebody who sees so far."""
        return Filter(
            department=self.department,
            states=(State(self.state),) if self.state else (),
            category=self.category,
            channel=self.channel,
            language=self.language,
            level=self.level,
            incident=self.incident,
            clocks=rules,
            reach=reach,
        )


SIFTS = ("state", "category", "department", "channel", "language", "level")


def asked(told: Mapping[str, str]) -> Asked:
    """What an address asks for; what is none of ours in it is passed over."""
    tab, sort = told.get("tab", ""), told.get("sort", "")
    state = told.get("state", "")
    return Asked(
        tab=next((one for one in TABS if one == tab), "mine"),
        q=told.get("q", "").strip()[:LONGEST],
        state=state if state in set(State) else "",
        category=told.get("category", "")[:WORD],
        channel=told.get("channel", "")[:WORD],
        department=told.get("department", "")[:WORD],
        language=told.get("language", "")[:WORD],
        level=number(told.get("level", "")),
        incident=number(told.get("incident", "")),
        sort=next((one for one in SORTS if one == sort), "left"),
        page=min(max(number(told.get("page", "")), 1), MOST_PAGES),
    )


def number(said: str) -> int:
    """A whole number of an address; 0 for anything else."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 18 else 0


def _default(name: str) -> object:
    return next(one.default for one in fields(Asked) if one.name == name)
