"""Many people of the demo with one matter, and what staff do with the incident that comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot import desk_acts, incidents
from bot.demo.desk import PEOPLE, Desk
from bot.demo.month import Month, Play, Stuck
from bot.demo.tale import Tale
from dialogs.incidents.incident import Incident
from dialogs.model import Json
from storage import incidents as kept


@dataclass
class Crowd:
    """The people, in the order in which they begin; `number` is the id of their incident, or 0."""

    month: Month
    desk: Desk
    tales: tuple[Tale, ...]
    rng: Random
    number: int = 0

    def later(self, hours: float) -> datetime:
        """About so many hours later."""
        return self.month.now + timedelta(hours=hours * self.rng.uniform(0.9, 1.1))

    def ahead(self, hours: float) -> str:
        """The moment in so many hours, as a form sends it."""
        return (self.month.now + timedelta(hours=hours)).isoformat(timespec="minutes")

    def found(self, hours: float) -> Play:
        """Wait until there is an incident. Raises Stuck after so many hours."""
        until = self.month.now + timedelta(hours=hours)
        while not self.number:
            if self.month.now > until:
                raise Stuck("no incident was found")
            yield self.later(0.05)
            known = (self.month.tickets.get(one.ticket) for one in self.tales)
            self.number = next((one.incident for one in known if one and one.incident), 0)

    def name(self, who: str) -> str:
        """The name of a person of the staff, by their key."""
        return PEOPLE[who][0]

    def incident(self) -> Incident:
        """The incident as it stands. Raises Stuck where there is none."""
        found = kept.load(self.month.c, self.number)
        if found is None:
            raise Stuck("there is no incident")
        return found

    def opened(self, who: str, fields: Mapping[str, Json]) -> None:
        """A member of the staff opens it by hand. Raises Stuck."""
        made = incidents.open_by_hand(self.month.work, self.desk[who], fields)
        if isinstance(made, desk_acts.Refused):
            raise Stuck(f"opened by {who}: {self._why(made)}")
        self.number = made.incident.id
        self.month.many.asked = True

    def acts(self, who: str, name: str, **fields: Json) -> None:
        """A member of the staff, by their key of the desk, does something with it. Raises Stuck."""
        found = self.incident()
        order = (found.id, name, fields)
        self._ended(
            who, name, incidents.act(self.month.work, self.desk[who], order, found.revision)
        )

    def offers(self, who: str, items: Sequence[Mapping[str, Json]]) -> None:
        """All who are affected are offered this, within six days. Raises Stuck."""
        due = self.tales[0].date(6)
        offer: list[Json] = [{**one, "due": due} for one in items]
        self.acts(who, "settle", liability="operator", items=offer)

    def adds(self, who: str, place: int) -> None:
        """Staff make the ticket of this one of the people one of the incident. Raises Stuck."""
        ticket, work = self.tales[place].ticket, self.month.work
        self._ended(who, "add", incidents.add(work, self.desk[who], self.number, ticket))

    def takes_out(self, who: str, place: int) -> None:
        """Staff take the ticket of this one of the people out of it. Raises Stuck."""
        ticket, work = self.tales[place].ticket, self.month.work
        self._ended(who, "take_out", incidents.take_out(work, self.desk[who], ticket))

    def _ended(self, who: str, name: str, ended: desk_acts.Outcome) -> None:
        if isinstance(ended, desk_acts.Refused):
            raise Stuck(f"{name} by {who}: {self._why(ended)}")
        self.month.many.asked = True

    def _why(self, refused: desk_acts.Refused) -> str:
        return self.month.stage.texts.words("en", refused.words, self.month.now)
