"""What every form says alike: its head and foot, moments as written on paper, numbers masked."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.forms.form import Box, Column, Form, Part
from bot.papers import ANOTHER_YEAR
from bot.stage import Stage
from bot.web.desk_words import Words, hide, masked, masked_name
from dialogs.model import Arg, Language, Phrase
from dialogs.tickets.ticket import Entry, Ticket

MARK = "·"


@dataclass(frozen=True, slots=True)
class Clerk:
    """Fills in forms for one reader at a moment. `whole`: with names and numbers as they are.

    Its words say the year of every date: a form is read years later.
    """

    words: Words
    made: datetime
    whole: bool = False

    @classmethod
    def of(cls, stage: Stage, language: Language, now: datetime, *, whole: bool = False) -> "Clerk":
        """One who writes this language."""
        return cls(Words(stage, language, ANOTHER_YEAR), now, whole)

    def __call__(self, key: str, **args: Arg) -> str:
        """The forms' own text `form-KEY`."""
        return self.words.of(Phrase(f"form-{key}", args))

    def moment(self, at: datetime | None) -> str:
        """A moment to the minute in the operator's zone, "" for none."""
        return f"{self.local(at):%Y-%m-%d %H:%M}" if at else ""

    def day(self, at: datetime | None) -> str:
        """Its day there."""
        return f"{self.local(at):%Y-%m-%d}" if at else ""

    def local(self, at: datetime) -> datetime:
        """The same moment on the operator's clocks."""
        return at.astimezone(ZoneInfo(self.words.stage.house.zone))

    @staticmethod
    def amount(minor: int | None) -> str:
        """An amount without its currency, "" for none."""
        return f"{minor / 100:.2f}" if minor else ""

    def number(self, number: str) -> str:
        """A telephone or account number."""
        return number if self.whole else masked(number)

    def name(self, name: str) -> str:
        """A subscriber's name."""
        return name if self.whole else masked_name(name)

    def text(self, said: str) -> str:
        """What a person wrote."""
        return said if self.whole else hide(said)

    def by(self, entry: Entry) -> str:
        """Who did it: a colleague by name, others by their part."""
        return self.words.actor(entry)

    def channel(self, ticket: Ticket, channel: str) -> str:
        """How it reached us: the origin that staff wrote down, else the channel of its chat."""
        origin = self.words.catalogue.origins.get(ticket.filing.origin)
        if origin is not None:
            return self.words.of(origin.label)
        return self.words.known(f"desk-channel-{channel}", channel)

    def result(self, ticket: Ticket) -> str:
        """How it ended, or where it stands."""
        known = self.words.known(f"desk-result-{ticket.result}", "") if ticket.result else ""
        return known or self.words.state(ticket.state)

    def box(self, key: str, words: str = "", width: int = 12, tall: int = 1) -> Box:
        """A box whose label is `form-KEY`."""
        return Box(self(key), words, width, tall)

    def column(self, key: str, width: float, kind: str = "text") -> Column:
        """A column whose head is `form-KEY`."""
        return Column(self(key), width, kind)

    def form(self, code: str, parts: tuple[Part, ...], under: str, *, wide: bool = False) -> Form:
        """The form of that code, with its head and foot; `under` is said after the operator."""
        house, made = self.words.stage.house, self.made
        shown = self("whole") if self.whole else self("masked")
        operator = self.words.of(house.operator) if house.operator else ""
        above = (operator, under, self("made", at=self.moment(made)), house.zone, shown)
        title = self(f"title-{code}")
        return Form(
            code=code,
            title=title,
            under=f" {MARK} ".join(one for one in above if one),
            foot=f"{title} {MARK} {under}",
            pages=self("pages", n="{n}", m="{m}"),
            volume=self("volume", n="{n}", m="{m}"),
            language=self.words.language,
            made=made,
            parts=parts,
            wide=wide,
        )

    def span(self, since: date, until: date) -> str:
        """Both days in words."""
        return self("span", since=f"{since}", until=f"{until}")
