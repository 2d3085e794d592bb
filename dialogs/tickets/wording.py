"""Parts of the messages to the subscriber: names, lines, dates and buttons of a ticket."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.catalogue import Appeal, Mark
from dialogs.house import House
from dialogs.model import Arg, Choice, Json, Moment, Money, Phrase
from dialogs.tickets.act import expected, legal_dates, next_news
from dialogs.tickets.limit import limit_of
from dialogs.tickets.ticket import FRIENDLY, Clock, Item, State, Ticket

WORST, BEST = 1, 10  # the scale of the survey (domain.md §6)
DAY = timedelta(days=1)
SHORT = 96  # display cells: 48 Chinese characters, some 16 English words
WIDE = 0x2E80  # from here on a sign takes two cells
LONG_WORD = 16
STYLES = {"accept": "success", "fixed": "success", "reopen": "primary", "status": "primary"}


@dataclass(frozen=True, slots=True)
class Telling:
    """What a message is made from: the ticket after the move, the move's fields, the house, now."""

    ticket: Ticket
    fields: Mapping[str, Json]
    house: House
    now: datetime

    @property
    def until(self) -> Moment:
        """The date last promised; where it has passed, the law's, so that none is made up."""
        date = self.ticket.next_step_at
        if date is None or date <= self.now:
            legal = [due for due in legal_dates(self.ticket) if due > self.now]
            return Moment(min(legal), day_only=True) if legal else self.next_news
        return Moment(date, day_only=True, expected=self.ticket.next_step_expected)

    @property
    def next_news(self) -> Moment:
        """The day by which they hear again where no date was promised."""
        date = next_news(self.ticket, "", self.now, self.house)
        return Moment(date, day_only=True, expected=expected(date, self.house))

    def due(self, rule: str, otherwise: timedelta, *, day_only: bool = False) -> Moment:
        """When the running clock of that rule is due; `otherwise` from now if none runs."""
        running = (c for c in self.ticket.clocks if c.rule == rule and c.stopped is None)
        clock = next(running, None)
        if clock is None:
            return Moment(self.now + otherwise, day_only)
        return Moment(clock.due, day_only, clock.provisional)

    def move_at(self, move: str, otherwise: timedelta) -> Moment:
        """The day on which a clock makes that move; `otherwise` from now if none will."""
        return self._mark_at(lambda mark: mark.move == move, otherwise)

    def task_at(self, task: str, otherwise: timedelta) -> Moment:
        """The day on which a clock gives staff that task; `otherwise` from now if none will."""
        return self._mark_at(lambda mark: mark.task == task, otherwise)

    def _mark_at(self, wanted: Callable[[Mark], bool], otherwise: timedelta) -> Moment:
        clocks = self.ticket.clocks
        found = [(at, one.provisional) for one in clocks for at in self._marks(one, wanted)]
        at, provisional = min(found, default=(self.now + otherwise, False))
        return Moment(at, day_only=True, expected=provisional)

    def _marks(self, clock: Clock, wanted: Callable[[Mark], bool]) -> Iterable[datetime]:
        rule = self.house.catalogue.clocks.get(clock.rule)
        if rule is None or clock.stopped or clock.paused:
            return []
        limit = limit_of(self.ticket, rule, self.house)
        times = (limit.at(clock, mark) for mark in rule.marks if wanted(mark))
        return [at for at in times if at > self.now]


def subject(ticket: Ticket, house: House) -> Arg:
    """What the ticket is about, in the catalogue's words; its code once the entry is gone."""
    if ticket.filing.kind in FRIENDLY:
        return Phrase(f"kind-{ticket.filing.kind}")
    category = house.catalogue.categories.get(ticket.filing.category)
    return category.label if category else ticket.filing.category


def line(ticket: Ticket, house: House) -> Phrase:
    """The first line of every message: the number and what it is about (domain.md §9 rule 12)."""
    return Phrase("number-line", {"no": ticket.number, "subject": subject(ticket, house)})


def department(ticket: Ticket, house: House, code: str = "") -> Arg:
    """The department as its subscriber hears it: the ticket's, or the one of this code."""
    departments, categories = house.catalogue.departments, house.catalogue.categories
    known = departments.get(code or ticket.department)
    if known is not None and not known.told:
        category = categories.get(ticket.filing.category)
        known = departments.get(category.department) if category else None
    return known.label if known else Phrase("the-department")


def who(ticket: Ticket, house: House) -> Arg:
    """Who has the ticket: the owner by name, else the department."""
    return ticket.owner_name or department(ticket, house)


def handed_over(before: Ticket, after: Ticket) -> bool:
    """Whether a move gave the ticket to another than the one who had it, or who had it first.

    Who works on another ticket of the same story is its contact, and never had this one.
    """
    if before.siblings and before.state in {State.REGISTERED, State.DISPATCHED}:
        return False
    last = before.owner or before.first_agent
    return bool(last) and after.owner not in {0, last}


def contact(ticket: Ticket) -> tuple[Phrase, ...]:
    """Who stays the subscriber's contact while another works on it (first-asked, §3.6)."""
    if not ticket.first_agent_name or ticket.owner == ticket.first_agent:
        return ()
    return (Phrase("contact-line", {"name": ticket.first_agent_name}),)


def remedy(item: Item, house: House) -> Arg:
    """What an item is, in its own words or in the catalogue's."""
    known = house.catalogue.remedies.get(item.code)
    return item.words or (known.label if known else item.code)


def item_line(item: Item, ticket: Ticket, house: House) -> Phrase:
    """An item with its amount and its date, as far as it has them, and the promise it keeps."""
    args: dict[str, Arg] = {"what": remedy(item, house)}
    key = "offer"
    if item.minor:
        key, args["money"] = f"{key}-money", Money(item.minor, ticket.filing.currency)
    if item.due:
        key, args["due"] = f"{key}-due", Moment(item.due, day_only=True)
    if item.promise:
        return Phrase(
            "offer-promise", {"offer": Phrase(key, args), "promise": promise(item, house)}
        )
    return Phrase(key, args)


def promise(item: Item, house: House) -> Arg:
    """The promise that an item keeps, in the catalogue's words; its code once the entry is gone."""
    known = house.catalogue.promises.get(item.promise)
    return known.label if known else item.promise


def item_lines(items: tuple[Item, ...], ticket: Ticket, house: House) -> tuple[Arg, ...]:
    """One line for each item."""
    return tuple(item_line(item, ticket, house) for item in items)


def appeal_body(ticket: Ticket, house: House) -> Appeal | None:
    """Whom to appeal to: our scheme, the body of the ticket's province, or the national centre."""
    bodies = house.catalogue.appeals
    ours = next((one for one in bodies if house.company in one.companies), None)
    if ours is not None:
        return ours
    known = {one.province: one for one in bodies if not one.companies}
    return known.get(province(ticket)) or known.get("")


def province(ticket: Ticket) -> str:
    """The province that it is about: as said for an appeal, else where it happened; "" if unknown.

    A GB/T 2260 code.
    """
    said = ticket.dossier.province if ticket.dossier else ""
    where = ticket.filing.where
    return said or (where.province if where else "")


def button(ticket: Ticket, action: str, row: int = 0) -> Choice:
    """A ticket's button; its words are `button-ACTION`."""
    words = Phrase(f"button-{action.replace('_', '-')}")
    return Choice(words, f"t:{ticket.id}:{action}", style=STYLES.get(action, ""), row=row)


def marks(ticket: Ticket, action: str = "score") -> tuple[Choice, ...]:
    """1 to 10 in two rows, each a press of `action`."""
    return tuple(
        Choice(str(mark), f"t:{ticket.id}:{action}-{mark}", row=1 if mark <= BEST // 2 else 2)
        for mark in range(WORST, BEST + 1)
    )


def scores(ticket: Ticket) -> tuple[Choice, ...]:
    """The buttons of the survey: 1 to 10, later, never."""
    return (*marks(ticket), *without_score(ticket))


def without_score(ticket: Ticket) -> tuple[Choice, ...]:
    """What may be pressed in place of a score."""
    return (button(ticket, "score-later", 3), button(ticket, "score-never", 3))


def next_step(telling: Telling) -> Phrase:
    """What happens next in the ticket's state, by whom and by when."""
    ticket, house = telling.ticket, telling.house
    args: dict[str, Arg] = {"who": who(ticket, house), "date": telling.until}
    if ticket.filing.kind in FRIENDLY and ticket.open:
        return Phrase("next-thanks", args)
    return Phrase(f"next-{ticket.state}", args)


def state_name(state: State) -> Phrase:
    return Phrase(f"state-{state}")


def is_low(ticket: Ticket, house: House) -> bool:
    """Whether the last answer is one that a supervisor must look at (domain.md §6)."""
    last = ticket.scores[-1]
    bad = last.score is not None and last.score <= house.catalogue.low_score
    return bad or last.solved in {"no", "partly"}


def shortened(words: str, cells: int = SHORT) -> str:
    """The beginning that fits so many cells of a line, ended at a word where words have ends."""
    flat = " ".join(words.split())
    room, end = cells, 0
    for sign in flat:
        room -= 2 if ord(sign) > WIDE else 1
        if room < 0:
            break
        end += 1
    if end == len(flat):
        return flat
    head, space, _ = flat[:end].rpartition(" ")
    return f"{head if space and end - len(head) < LONG_WORD else flat[:end]}…"
