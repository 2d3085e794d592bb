"""`redress stats`, `redress ticket`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from bot.cli.calling import fail, inside, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from bot.hinting import hints_of
from bot.house import house_of, texts_of
from dialogs.model import Arg
from dialogs.tickets.numbers import read_number
from dialogs.tickets.repeats import all_times
from dialogs.tickets.ticket import Clock, Entry, Ticket
from dialogs.workdays import Workdays
from storage import codec, incidents, tickets
from storage import stats as counting
from storage.store import Store


class Hinted(TypedDict):
    """A hint for the finding as `--json` gives it."""

    code: str
    name: str
    verdict: str
    suggests: str
    words: list[str]
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """A ticket, its timeline, the number of the one that it repeats, and its hints."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    repeats: str
    hints: tuple[Hinted, ...]
    incident: str = ""  # the number of the one that it belongs to
    parted: str = ""  # or that it was split off from


def stats(config: str, *, as_json: bool) -> None:
    """The counts of DESIGN §3."""

    async def count(_: Settings, store: Store) -> Mapping[str, object]:
        return await store.read(counting.counts)

    told = inside(config, count)
    if as_json:
        say_json(told)
        return
    for name, value in told.items():
        inner = value if isinstance(value, Mapping) else {"": value}
        parts = "  ".join(f"{key} {_whole(number)}".strip() for key, number in inner.items())
        say(f"{name:<10}{parts or '0'}")


def _whole(value: object) -> object:
    """A figure, or the sum of a table of them."""
    return sum(value.values()) if isinstance(value, Mapping) else value


def ticket(config: str, number: str, *, as_json: bool) -> None:
    """One ticket, by its number in any case and with spaces."""
    known = read_number(number)
    if known is None:
        wrong(f"redress: {number} is no ticket number; one looks like TS26110004277")

    async def find(settings: Settings, store: Store) -> Found | None:
        found = await store.read(lambda c: tickets.by_number(c, known))
        if found is None:
            return None
        entries = await store.read(lambda c: tickets.timeline(c, found.id))
        before = found.repeat_of
        earlier = await store.read(lambda c: tickets.load(c, before)) if before else None
        hints = await _hints(settings, store, found)
        named = [await _incident(store, one) for one in (found.incident, found.parted)]
        return Found(found, entries, earlier.number if earlier else "", hints, *named)

    told = inside(config, find)
    if told is None:
        fail(f"redress: there is no ticket {known}")
    one, entries, repeats = told.ticket, told.entries, told.repeats
    if as_json:
        body = codec.dump(one)
        assert isinstance(body, dict)
        lines = [codec.dump(entry) for entry in entries]
        of = {"incident": told.incident, "parted": told.parted}
        say_json({**body, **of, "repeats": repeats, "hints": told.hints, "timeline": lines})
        return
    for line in _lines(one, entries):
        say(line)
    if repeats:
        knows = "" if one.repeat_shown else ", which its subscriber does not know"
        say(f"repeats {repeats}, complaint no. {all_times(one)}{knows}")
    if told.incident:
        say(f"part of incident {told.incident}")
    if told.parted:
        say(f"split off from incident {told.parted}")
    for hint in told.hints:
        say(f"{hint['code']} {hint['verdict']}: {' '.join(hint['words'])}")


async def _incident(store: Store, number: int) -> str:
    """The number of an incident as people write it, "" for none."""
    found = await store.read(lambda c: incidents.load(c, number)) if number else None
    return found.number if found else ""


async def _hints(settings: Settings, store: Store, ticket: Ticket) -> tuple[Hinted, ...]:
    """What the checks of its finding say, in the operator's language."""
    moment = now()
    house = house_of(settings, Workdays({}, frozenset()))
    found = await store.read(lambda c: hints_of(c, ticket, house, moment))
    texts = texts_of(house.catalogue, house.zone)
    language = settings.operator.default_language

    def said(arg: Arg) -> str:
        return texts.words(language, arg, moment)

    return tuple(
        Hinted(
            code=one.code,
            name=said(one.label),
            verdict=one.verdict.value,
            suggests=one.suggests,
            words=[said(line) for line in one.words],
            source=said(one.source),
        )
        for one in found
    )


def _sure(clock: Clock) -> str:
    return "  provisional" if clock.provisional and not clock.stopped else ""


def _lines(one: Ticket, entries: tuple[Entry, ...]) -> Iterator[str]:
    yield f"{one.number}  {one.state}  {one.filing.category}/{one.filing.subtype}"
    yield f"filed {one.opened_at:%Y-%m-%d %H:%M} UTC, department {one.department or '-'}"
    for clock in one.clocks:
        state = clock.result or ("paused" if clock.paused else "running")
        sure = " (expected)" if clock.provisional else ""
        name = f"clock {clock.rule} {clock.subject}".ljust(16)
        yield f"{name}{clock.due:%m-%d %H:%M}{sure} {state}"
    for proposal in one.proposals:
        kept = sorted({item.promise for item in proposal.items if item.promise})
        keeps = f", keeps {', '.join(kept)}" if kept else ""
        yield f"proposal {proposal.round}: {len(proposal.items)} items, {proposal.outcome}{keeps}"
    for asked in one.approvals:
        by = f" by {asked.decided_name}" if asked.decided_name else ""
        sum_of = f"{asked.minor / 100:.2f}"
        yield f"approval of {sum_of} for {asked.by_name}, {asked.role}: {asked.outcome}{by}"
    for score in one.scores:
        yield f"score {score.score if score.score is not None else '-'}"
    for entry in entries:
        by = entry.actor.name or entry.actor.role
        yield f"{entry.at:%m-%d %H:%M}  {entry.move:<20} {entry.before} -> {entry.after}  {by}"
