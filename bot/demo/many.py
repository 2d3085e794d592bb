"""The incidents of the month: found, joined, told and over, as a server sees to them every second.

Here it is seen to when something may have come up: a complaint that may be one of many was filed,
staff did something, or a limit is due.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.batching import Batching
from bot.broadcasting import Broadcasting
from bot.clockwork import Due
from bot.stage import Stage
from dialogs.incidents import matching
from dialogs.incidents.incident import Incident
from dialogs.tickets.ticket import Filing
from storage import Connection, incidents
from storage.store import Store

SELDOM = timedelta(hours=12)  # between two looks whether all of one have ended
MOST = 1000  # tickets of one incident


@dataclass
class Many:
    """What the month knows of its incidents. `asked`: they are to be seen to before all else."""

    asked: bool = False
    running: tuple[Incident, ...] = ()
    known: set[int] = field(default_factory=set)  # ids of all that there were
    _theirs: dict[int, set[int]] = field(default_factory=dict)  # incident -> its tickets, ever

    def filed(self, filing: Filing) -> None:
        """Somebody filed this: it may be one of an incident that runs."""
        self.asked = self.asked or any(matching.fits(one, filing) for one in self.running)

    def look(
        self, c: Connection, now: datetime, wake: Callable[[Due, datetime | None], None]
    ) -> set[int]:
        """See what became of the incidents, and when they are due; returns their tickets."""
        live = incidents.live(c)
        self.running = tuple(one for one in live if one.running)
        alive = {one.id for one in live}
        for gone in self._theirs.keys() - alive:
            wake(Due("incident", gone), None)
        found: set[int] = set().union(*self._theirs.values())
        for one in live:
            due = one.next_due
            wake(Due("incident", one.id), due if one.running or due is None else now + SELDOM)
            self._theirs.setdefault(one.id, set()).update(incidents.children(c, one.id, 0, MOST))
            found |= self._theirs[one.id]
        self.known |= self._theirs.keys()
        self._theirs = {one: theirs for one, theirs in self._theirs.items() if one in alive}
        return found


class Rounds:
    """What a server's tick does for incidents, with the rounds of the server."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._batching, self._broadcasting = Batching(stage, store), Broadcasting(stage, store)

    async def all(self, now: datetime) -> None:
        """Until nothing is left to be done at that moment."""
        while await self._batching.round(now) + await self._broadcasting.round(now):
            continue
