"""What every step stands on, made once at the start: house, texts, channels, limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.channels.base import Capabilities, Channel
from bot.group.place import Group
from bot.metrics import Metrics
from bot.pacing import Rates
from bot.render import Rendering
from dialogs.house import House
from dialogs.model import Address, Language
from dialogs.play import Rooms
from dialogs.texts import Texts
from dialogs.values import quick
from dialogs.workdays import Workdays
from storage import Connection, calendar
from storage.chats import Person
from storage.outbox import Claimed, Hold, Posted


@dataclass(slots=True, eq=False)
class Stage:
    """The part of a step that stays. `default` is the language of those who hinted at none.

    Only the working days of its house are ever changed, by `adopt`; tables that counted earlier are
    kept as far as a ticket still names them.

    `rates` say how fast each channel may be sent to, `inbound_…` how much one chat may send; 0 is
    no limit. `metrics` counts what happens. `group` is the staff group, None while there is none.
    """

    house: House
    rooms: Rooms
    texts: Texts
    channels: Mapping[str, Channel]
    default: Language = "zh-CN"
    files_per_ticket: int = 10
    rates: Mapping[str, Rates] = field(default_factory=dict)
    inbound_per_10s: int = 0
    inbound_per_minute: int = 0
    metrics: Metrics = field(default_factory=Metrics)
    group: Group | None = None
    _earlier: dict[int, House] = field(default_factory=dict)

    def adopt(self, days: Workdays) -> None:
        """Count by this table from now on; called between two steps, in the writer's thread."""
        self._earlier[self.house.workdays.version] = self.house
        self.house = replace(self.house, workdays=days)

    def house_of(self, version: int, c: Connection) -> House:
        """The house as it counted by an earlier table."""
        known = self._earlier.get(version)
        if known is None:
            known = replace(self.house, workdays=calendar.workdays(c, version))
            self._earlier[version] = known
        return known

    def capabilities(self, channel: str) -> Capabilities:
        """What a channel can show; a channel that is off now is rendered as one with buttons."""
        known = self.channels.get(channel)
        return known.capabilities if known else Capabilities()

    def spacing(self, address: Address) -> float:
        """Seconds between two messages to this chat; 0 for no limit."""
        rates = self.rates.get(address.channel)
        return rates.spacing(address) if rates else 0.0

    def reader(self, channel: str, language: Language, now: datetime) -> Rendering:
        """Rendering for one reader."""
        return Rendering(self.texts, language, self.capabilities(channel), now)

    def language(self, hint: str) -> Language:
        """The language nearest to a channel's hint ("zh-hans", "en-GB"), or the operator's own."""
        short = hint.partition("-")[0].lower()
        known = (tag for tag in self.texts.languages if tag.partition("-")[0].lower() == short)
        return next(known, self.default)


@dataclass(slots=True)
class Outgoing:
    """What one transaction leaves for delivery: a row held from the start, or rows that wait."""

    hold: Hold | None = None
    taken: list[Claimed] = field(default_factory=list)
    owes: bool = False

    def note(self, posted: Posted) -> None:
        """Rows were posted."""
        if posted.taken is not None:
            self.taken.append(posted.taken)
        self.owes = self.owes or len(posted.ids) > (posted.taken is not None)


@quick
@dataclass(frozen=True, slots=True)
class Work:
    """One transaction at one moment: what a step hands to all that it calls."""

    stage: Stage
    c: Connection
    now: datetime
    outgoing: Outgoing = field(default_factory=Outgoing)

    def reader(self, person: Person) -> Rendering:
        """Rendering for this person."""
        return self.stage.reader(person.address.channel, person.language, self.now)

    def hold(self, address: Address) -> Hold | None:
        """The right to send to this chat at once, if this transaction has it."""
        hold = self.outgoing.hold
        return hold if hold is not None and hold.address == address else None
