"""Reads what a form is made of, a little at a time, and fills the form in."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from bot.forms import press, register, sheet, summary, visits
from bot.forms.clerk import Clerk
from bot.forms.form import Form, Row
from bot.forms.press import Job, Kind
from dialogs.figures.sums import Span
from dialogs.tickets.ticket import Ticket
from storage import Connection, correctives, counting, figures, files, forms, tickets
from storage.forms import Asked, Between
from storage.reach import EVERYTHING, Reach
from storage.store import Store

OfSpan: TypeAlias = Literal["register", "visits", "summary"]
OfTicket: TypeAlias = Literal["sheet", "visit"]
OF_SPAN: tuple[OfSpan, ...] = get_args(OfSpan)
OF_TICKET: tuple[OfTicket, ...] = get_args(OfTicket)
SLICE = 20  # rows read in one go: some ten milliseconds, in which nobody else is served
ANSWERS = 200  # the same of answers, which are short


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both counted, in the operator's zone; whose tickets."""

    since: date
    until: date
    reach: Reach = EVERYTHING

    def between(self, zone: str) -> Between:
        """The same as moments."""
        first = datetime.combine(self.since, time(), ZoneInfo(zone))
        end = datetime.combine(self.until + timedelta(days=1), time(), ZoneInfo(zone))
        return Between(first, end, self.reach)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that comes bit by bit: `ending` is that of its name."""

    ending: str
    content: AsyncGenerator[bytes, None]


async def of_span(what: OfSpan, kind: Kind, days: Days, clerk: Clerk, store: Store) -> Made:
    """A form of these days. Its content raises PressError where it could not be finished."""
    of = days.between(clerk.words.stage.house.zone)
    under = clerk.span(days.since, days.until)
    match what:
        case "register":
            count = await store.read(lambda c: forms.count_filed(c, of))
            job = Job(register.register(clerk, under), kind, count)
            return Made(job.ending, press.long(job, _filed(of, clerk, store, brief=kind == "pdf")))
        case "visits":
            count = await store.read(lambda c: forms.count_asked(c, of))
            job = Job(visits.register(clerk, under), kind, count)
            return Made(job.ending, press.long(job, _asked(of, clerk, store)))
        case "summary":
            return Made(kind, _whole(await _summary(days, of, clerk, store), kind))


async def of_ticket(what: OfTicket, kind: Kind, ticket: int, clerk: Clerk, store: Store) -> bytes:
    """A form of one ticket. Raises LookupError where there is none."""
    record = await store.read(lambda c: recorded(c, ticket))
    if record is None:
        raise LookupError(ticket)
    form = (
        sheet.sheet(record, clerk)
        if what == "sheet"
        else visits.record(record.ticket, record.visited, record.entries, clerk)
    )
    return await asyncio.to_thread(press.short, form, kind)


def recorded(c: Connection, number: int) -> sheet.Record | None:
    """What a ticket's forms are made of."""
    ticket = tickets.load(c, number)
    if ticket is None:
        return None
    these = (number,)
    return sheet.Record(
        ticket=ticket,
        entries=tickets.timeline(c, number),
        channel=forms.channels(c, these).get(number, ""),
        files=files.of_ticket(c, number),
        visited=_visited(c, these)[number],
        mending=correctives.of_ticket(c, number),
    )


async def seen(what: OfSpan, of: Between, store: Store, most: int) -> list[Ticket] | None:
    """The tickets of a list, to note who sees them whole; None where there are more."""

    def look(c: Connection) -> list[int]:
        if what == "register":
            return forms.filed(c, of, 0, most + 1)
        return [one.ticket for one in forms.asked(c, of, 0, most + 1)]

    ids = await store.read(look)
    return None if len(ids) > most else await _loaded(sorted(set(ids)), store)


async def _loaded(ids: list[int], store: Store) -> list[Ticket]:
    found: list[Ticket] = []
    for place in range(0, len(ids), SLICE):
        some = ids[place : place + SLICE]
        found += await store.read(partial(tickets.load_many, ids=some))
    return found


async def _filed(of: Between, clerk: Clerk, store: Store, *, brief: bool) -> AsyncIterator[Row]:
    after, place = 0, 0

    def look(c: Connection) -> tuple[tuple[Ticket, ...], Mapping[int, str]]:
        ids = forms.filed(c, of, after, SLICE)
        return tickets.load_many(c, ids), forms.channels(c, ids)

    while True:
        some, channels = await store.read(look)
        if not some:
            return
        after = some[-1].id
        for one in some:
            place += 1
            yield register.line(one, channels.get(one.id, ""), place, clerk, brief=brief)
        await asyncio.sleep(0)  # others have their turn


async def _asked(of: Between, clerk: Clerk, store: Store) -> AsyncIterator[Row]:
    after, place = 0, 0

    def look(
        c: Connection,
    ) -> tuple[list[Asked], dict[int, Ticket], dict[int, visits.Visited]]:
        some = forms.asked(c, of, after, SLICE)
        ids = sorted({one.ticket for one in some})
        known = {one.id: one for one in tickets.load_many(c, ids)}
        return some, known, _visited(c, ids)

    while True:
        some, known, visited = await store.read(look)
        if not some:
            return
        after = some[-1].id
        for one in some:
            place += 1
            yield visits.line(one, known[one.ticket], visited[one.ticket], place, clerk)
        await asyncio.sleep(0)


def _visited(c: Connection, ids: tuple[int, ...] | list[int]) -> dict[int, visits.Visited]:
    return visits.visited_of(ids, forms.visits(c, ids), forms.calls(c, ids))


async def _summary(days: Days, of: Between, clerk: Clerk, store: Store) -> Form:
    span = Span(since=days.since, until=days.until)

    def look(c: Connection) -> summary.Figures:
        sums = figures.totals(c, span, summary.MEASURES)
        by_category = figures.by(c, span, summary.BY_CATEGORY, "category")
        return summary.Figures(sums, by_category, counting.left(c))

    made = await store.read(look)
    heard, after = summary.Heard({}), (0, -1)
    while some := await store.read(partial(forms.given, of=of, after=after, most=ANSWERS)):
        heard.take(some)
        after = (some[-1].ticket, some[-1].seq)
        await asyncio.sleep(0)
    return summary.summary(made, heard, clerk.span(days.since, days.until), clerk)


async def _whole(form: Form, kind: Kind) -> AsyncGenerator[bytes, None]:
    yield await asyncio.to_thread(press.short, form, kind)
