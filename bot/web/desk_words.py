"""The desk's words for one reader: chrome, dates, amounts, and time left in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.stage import Stage
from dialogs.catalogue import Catalogue
from dialogs.model import Arg, Language, Moment, Money, Phrase
from dialogs.tickets.showing import deadline, deadlines, hide, masked
from dialogs.tickets.ticket import Entry, Role, State, Ticket

__all__ = ["Words", "deadline", "deadlines", "hide", "masked", "masked_name"]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks to one member of the staff, in their language, at this moment."""

    stage: Stage
    language: Language
    now: datetime

    def __call__(self, key: str, **args: Arg) -> str:
        """The desk's own text `desk-KEY`."""
        return self.of(Phrase(f"desk-{key}", args))

    def of(self, arg: Arg) -> str:
        """Anything that can be said, said."""
        return self.stage.texts.words(self.language, arg, self.now)

    def known(self, key: str, otherwise: str) -> str:
        """The text of a key that may be missing, as codes come and go."""
        return self.of(Phrase(key)) if self.stage.texts.has(self.language, key) else otherwise

    @property
    def bilingual(self) -> bool:
        """Whether there is another language to change to."""
        return len(self.stage.texts.languages) > 1

    @property
    def catalogue(self) -> Catalogue:
        return self.stage.house.catalogue

    def at(self, moment: datetime, *, day: bool = False, expected: bool = False) -> str:
        """A moment; `expected`: it was counted in days whose holidays are not published yet."""
        return self.of(Moment(moment, day_only=day, expected=expected))

    def clock_of(self, moment: datetime) -> str:
        """The time of day alone, in the operator's zone."""
        return f"{moment.astimezone(ZoneInfo(self.stage.house.zone)):%H:%M}"

    def money(self, minor: int, currency: str = "") -> str:
        return self.of(Money(minor, currency))

    def state(self, state: State) -> str:
        return self.of(Phrase(f"state-{state}"))

    def role(self, role: Role) -> str:
        return self.of(Phrase(f"role-{role}"))

    def move(self, name: str) -> str:
        return self.known(f"move-{name}", name)

    def span(self, gap: timedelta) -> str:
        """A length of time in its two largest units: "3 d 4 h", "1 h 42 min", "18 min"."""
        gap = abs(gap)
        minutes = max(1, int(gap.total_seconds() // 60))
        days, hours = gap.days, minutes // 60 % 24
        if gap >= DAY:
            return self("span-days", days=days, hours=hours)
        if gap >= HOUR:
            return self("span-hours", hours=hours, minutes=minutes % 60)
        return self("span-minutes", minutes=minutes)

    def left(self, due: datetime | None) -> tuple[str, str]:
        """Time left in words, and how urgent that is: "over", "soon", "near", "far", "none"."""
        if due is None:
            return self("left-none"), "none"
        gap = due - self.now
        if gap < timedelta():
            return self("left-over", span=self.span(gap)), "over"
        urgency = "soon" if gap < 4 * HOUR else "near" if gap < DAY else "far"
        return self("left", span=self.span(gap)), urgency

    def matter(self, ticket: Ticket) -> str:
        """Category and subtype in the catalogue's words; the codes of an entry that is gone."""
        category = self.catalogue.categories.get(ticket.filing.category)
        if category is None:
            return ticket.filing.category
        kind = category.subtype(ticket.filing.subtype)
        pair = {"category": category.label, "subtype": kind.label if kind else ""}
        return self.of(Phrase("category-pair", pair)) if kind else self.of(category.label)

    def remedy(self, code: str) -> str:
        known = self.catalogue.remedies.get(code)
        return self.of(known.label) if known else code

    def department(self, code: str) -> str:
        known = self.catalogue.departments.get(code)
        return self.of(known.label) if known else code

    def clock(self, rule: str) -> str:
        known = self.catalogue.clocks.get(rule)
        return self.of(known.label) if known else rule

    def reason(self, code: str) -> str | None:
        """A trigger or a rule of routing in the catalogue's words; None for another code."""
        triggers = {one.code: one.label for one in self.catalogue.triggers}
        routes = {one.code: one.label for one in self.catalogue.routes}
        label = triggers.get(code) or routes.get(code)
        return self.of(label) if label else None

    def place(self, code: str) -> str:
        """The whole name of a place; "" for a code that is none."""
        return self.stage.house.places.name(code, self.language)

    def province(self, code: str) -> str:
        return self.stage.house.places.name(code, self.language) if code else ""

    def actor(self, entry: Entry) -> str:
        """Who did it: a colleague by name, others by their part."""
        return entry.actor.name or self.role(entry.actor.role)


def masked_name(name: str) -> str:
    """A name as it may be shown: its first letter or character, and stars."""
    return f"{name[:1]}**" if name else ""
