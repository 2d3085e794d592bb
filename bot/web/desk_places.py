"""Where one can go at the desk: one row a place. The bar and the menu show whoever is signed in the
rows of their role, and no other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from dialogs.tickets.guards import LEADS, STAFF
from dialogs.tickets.ticket import Role

Group = Literal["cases", "network", "team", "figures", "books"]
GROUPS: tuple[Group, ...] = ("cases", "network", "team", "figures", "books")


@dataclass(frozen=True, slots=True)
class Place:
    """`word` is its name (the text `desk-WORD`), `who` the roles of its way in WAYS.

    `bar`: it stands in the bar too, where there is room for six or so. `under` are the starts of
    addresses of pages that belong to it, beside its own path and what lies below that.
    """

    path: str
    word: str
    who: Collection[Role]
    group: Group
    bar: bool = False
    under: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether the page of that path is this place or belongs to it."""
        if path == self.path or path.startswith(self.under):
            return True
        return self.path != HOME and path.startswith(f"{self.path}/")


HOME = "/desk"
PLACES: tuple[Place, ...] = (
    Place(HOME, "queue", STAFF, "cases", bar=True, under=("/desk/t/", "/desk/c/", "/desk/bulk")),
    Place("/desk/tasks", "tasks", STAFF, "cases", bar=True, under=("/desk/task/", "/desk/late")),
    Place("/desk/new", "by-hand", STAFF, "cases"),
    Place("/desk/appeals", "appeals", STAFF, "cases"),
    Place("/desk/digest", "digest", STAFF, "cases", bar=True),
    Place("/desk/incidents", "incidents", STAFF, "network", bar=True, under=("/desk/incident/",)),
    Place("/desk/planned", "planned", STAFF, "network"),
    Place("/desk/approvals", "to-approve", LEADS, "team"),
    Place("/desk/call-backs", "call-backs", LEADS, "team"),
    Place("/desk/staff", "staff", STAFF, "team"),
    Place("/desk/quality", "quality", LEADS, "team"),
    Place("/desk/corrective", "corrective", STAFF, "team"),
    Place("/desk/keys", "key-accounts", LEADS, "team"),
    Place("/desk/telegram", "telegram", STAFF, "team"),
    Place("/desk/figures", "figures", LEADS, "figures", bar=True),
    Place("/desk/report", "report", LEADS, "figures"),
    Place("/desk/forms", "kept", LEADS, "figures"),
    Place("/desk/stores", "stores", STAFF, "figures"),
    Place("/desk/answers", "answers", STAFF, "books"),
    Place("/desk/cases", "cases", STAFF, "books"),
    Place("/desk/catalogue", "catalogue", STAFF, "books"),
    Place("/desk/promises", "promises", STAFF, "books"),
    Place("/desk/calendar", "calendar", STAFF, "books"),
)


@dataclass(frozen=True, slots=True)
class Map:
    """What one role may see: the bar's places, all by group, and where the page is."""

    bar: tuple[Place, ...]
    groups: tuple[tuple[Group, tuple[Place, ...]], ...]
    here: Place | None


def places_for(role: Role, path: str) -> Map:
    """The places of a role, seen from the page at `path`; the bar names that one too."""
    known = tuple(place for place in PLACES if role in place.who)
    fitting = (place for place in known if place.holds(path))
    here = max(fitting, key=lambda place: len(place.path), default=None)
    groups = ((group, tuple(p for p in known if p.group == group)) for group in GROUPS)
    return Map(
        bar=tuple(place for place in known if place.bar or place == here),
        groups=tuple(pair for pair in groups if pair[1]),
        here=here,
    )
