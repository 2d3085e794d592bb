"""What the group's words and dialogs may know of a ticket; loaded before, never asked during."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dialogs.house import House
from dialogs.model import Arg
from dialogs.tickets.lifecycle import allowed
from dialogs.tickets.ticket import Actor, Entry, Role, Ticket
from dialogs.values import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A ticket as the group sees it now.

    `by`: who acts, None where nobody does yet. `roles`: those that somebody of the staff has, so
    that no button waits for a role that nobody has. `entries`: its timeline, oldest first. `url`:
    its page at the desk, "" where that is nowhere to be reached. `files`: how many came with it.
    `colleagues`: whom it can be given to, by staff id, those of its department first.
    """

    ticket: Ticket
    house: House
    now: datetime
    by: Actor | None = None
    roles: frozenset[Role] = frozenset()
    entries: tuple[Entry, ...] = ()
    channel: str = ""
    files: int = 0
    url: str = ""
    colleagues: tuple[tuple[int, str], ...] = ()

    def may(self) -> tuple[str, ...]:
        """The moves that whoever acts may make; before somebody does, those of any role there."""
        if self.by is not None:
            return self._may((self.by,))
        return self._may(self._anybody())

    def _anybody(self) -> Iterable[Actor]:
        """Somebody of each role, and whoever has the ticket."""
        for role in sorted(self.roles):
            yield Actor(role, -1)
            if self.ticket.owner:
                yield Actor(role, self.ticket.owner, self.ticket.owner_name)

    def _may(self, actors: Iterable[Actor]) -> tuple[str, ...]:
        known = self.house.catalogue
        every = (allowed(self.ticket, one, known, self.now) for one in actors)
        return tuple(dict.fromkeys(name for names in every for name in names))

    def remedy(self, code: str) -> Arg:
        """A remedy in the catalogue's words; its code once the entry is gone."""
        known = self.house.catalogue.remedies.get(code)
        return known.label if known else code
