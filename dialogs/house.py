"""What stands for the life of the process, and what one turn may know of the world. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.catalogue import Catalogue, Hours
from dialogs.incidents.known import Known
from dialogs.model import Arg, Choice, Language, Phrase
from dialogs.tickets.ticket import Ticket
from dialogs.understand.cards import NO_CARDS, Cards
from dialogs.understand.finding import EMPTY as NO_LIBRARY
from dialogs.understand.finding import Library
from dialogs.understand.guess import Guesser
from dialogs.understand.kinds import Sorter
from dialogs.understand.places import Places
from dialogs.values import quick
from dialogs.workdays import Workdays

NO_SORTER = Sorter(())  # takes everything for a complaint


@quick
@dataclass(frozen=True, slots=True)
class Facts:
    """What a turn may know of the world; loaded before it, never asked during it.

    `tickets`: those that the person may know of, newest first, open ones and those closed in the
    last 30 days: filed in this chat, or about a number that is verified for them (DESIGN §6).
    `numbers`: verified numbers (E.164). `earlier`: the one that the draft about to be filed
    repeats, if they may know of it; looked up only then. `earliers`: those that the matters of a
    parted draft repeat, each with its matter's place. `outage`: the trouble that is known where
    the draft is about, looked up as it comes to say where. `evidence`: sizes (bytes) of the files
    that the subscriber sent for the ticket whose appeal is prepared, looked up only then.
    `incidents`: those that the tickets belong to, by id. `waiting`: people before this one in the
    human queue.
    """

    now: datetime
    language: Language
    agreed: str = ""  # version of the notice agreed to
    notify: str = "all"
    surveys: bool = True
    chosen_language: bool = False
    reach: str = ""  # another way to reach the person, masked
    tickets: tuple[Ticket, ...] = ()
    numbers: tuple[str, ...] = ()
    earlier: Ticket | None = None
    earliers: tuple[tuple[int, Ticket], ...] = ()
    outage: Known | None = None
    evidence: tuple[int, ...] | None = None
    incidents: Mapping[int, Known] = field(default_factory=dict)
    replied: int = 0  # the ticket that the message replied to is about
    waiting: int = 0
    summoned: bool = False
    filed_today: int = 0
    resumable: bool = False  # the channel can lose the person (web chat): ask how else to reach


@dataclass(frozen=True, slots=True)
class House:
    """What stands for the life of the process: the catalogue, the category model, the tables."""

    catalogue: Catalogue
    guesser: Guesser
    places: Places
    workdays: Workdays
    sorter: Sorter = NO_SORTER
    library: Library = NO_LIBRARY
    cards: Cards = NO_CARDS
    company: str | None = None  # our code among the catalogue's companies; None: not known
    zone: str = "Asia/Shanghai"
    operator: Arg = ""
    hotline: str = ""
    legal_name: str = ""  # the operator's full name in law, for letters to a regulator
    address: str = ""  # and where it is reached by post
    tickets_per_day: int = 5

    def tongues(self) -> tuple[Choice, ...]:
        """The button that leads to another language, where there is one."""
        if len(self.catalogue.languages) == 1:
            return ()
        return (Choice(Phrase("button-language"), "g:language"),)

    def staffed(self, now: datetime) -> bool:
        """Whether the human desk is open: working day and opening hours, operator's time."""
        return self._within(self.catalogue.opening, now)

    def at_work(self, now: datetime) -> bool:
        """Whether offices are open, the lunch break included: a working day, within its hours."""
        return self._within(self.catalogue.work, now)

    def _within(self, hours: Hours, now: datetime) -> bool:
        local = now.astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        return self.workdays.is_work(local.date()) and hours.start <= minute < hours.end
