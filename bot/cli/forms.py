"""`redress forms`: what is kept on paper, written to a file; names and numbers are masked."""

import os
import re
from calendar import monthrange
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.cli.calling import fail, inside, say, wrong
from bot.clock import now
from bot.config import Settings
from bot.counting import Counting
from bot.forms import making
from bot.forms.clerk import Clerk
from bot.forms.making import OF_SPAN, OF_TICKET, Days, OfTicket
from bot.forms.press import KINDS, Kind, PressError
from bot.house import house_of, texts_of, workdays
from bot.stage import Stage
from dialogs.catalogue.block import nearest
from dialogs.flows import ROOMS
from dialogs.tickets.numbers import read_numbers
from storage import tickets
from storage.store import Store

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
NAMES = (*OF_SPAN, *OF_TICKET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed; "" for what was not."""

    what: str
    number: str = ""
    month: str = ""
    since: str = ""
    until: str = ""
    kind: str = "pdf"
    language: str = ""
    into: Path = Path()


def run(config: str, typed: Typed) -> None:
    """Write one form, and say where it is."""
    kind = next((one for one in KINDS if one == typed.kind), None)
    if kind is None:
        wrong(f"redress: --format is pdf or xlsx, not {typed.kind}")
    if typed.what not in NAMES:
        wrong(f"redress: {typed.what} is no form; {nearest(typed.what, NAMES)}")
    if bool(typed.number) == (typed.what in OF_SPAN):
        needs = "needs a ticket’s number" if typed.what in OF_TICKET else "is of no single ticket"
        wrong(f"redress: {typed.what} {needs}")

    async def go(settings: Settings, store: Store) -> Path:
        clerk = await _clerk(settings, store, typed.language)
        for name in OF_TICKET:
            if name == typed.what:
                return await _of_ticket(name, kind, typed, clerk, store)
        return await _of_span(kind, typed, clerk, store)

    say(str(inside(config, go)))


async def _clerk(settings: Settings, store: Store, language: str) -> Clerk:
    moment, operator = now(), settings.operator
    days = await store.write(lambda c: workdays(c, moment, operator))
    house = house_of(settings, days)
    stage = Stage(house, ROOMS, texts_of(house.catalogue, house.zone), {})
    chosen = language or settings.operator.default_language
    known = stage.texts.languages
    if chosen not in known:
        wrong(f"redress: --language {chosen} is not known; {nearest(chosen, known)}")
    return Clerk.of(stage, chosen, moment)


async def _of_ticket(what: OfTicket, kind: Kind, typed: Typed, clerk: Clerk, store: Store) -> Path:
    number = next(iter(read_numbers(typed.number)), "")
    found = await store.read(lambda c: tickets.by_number(c, number)) if number else None
    if found is None:
        fail(f"redress: no ticket {typed.number}")
    content = await making.of_ticket(what, kind, found.id, clerk, store)
    path = typed.into / f"{found.number}-{what}.{kind}"
    path.write_bytes(content)
    return path


async def _of_span(kind: Kind, typed: Typed, clerk: Clerk, store: Store) -> Path:
    days = _days(typed, clerk)
    what = next(one for one in OF_SPAN if one == typed.what)
    if what == "summary":
        await _counted(clerk, store)
    made = await making.of_span(what, kind, days, clerk, store)
    path = typed.into / f"redress-{what}-{days.since}-{days.until}.{made.ending}"
    draft = path.with_name(f"{path.name}.part")
    try:
        await _kept(draft, made.content)
    except PressError as error:
        fail(f"redress: {error}; look at what was said above")
    finally:
        draft.unlink(missing_ok=True)
    return path


async def _counted(clerk: Clerk, store: Store) -> None:
    """What changed since is counted first, where no server does it all the time."""
    counting = Counting(clerk.words.stage, store)
    while await counting.round(clerk.made):
        pass


async def _kept(draft: Path, content: AsyncGenerator[bytes, None]) -> None:
    """The whole file or none."""
    async with aclosing(content) as coming:
        with draft.open("wb") as out:
            async for some in coming:
                out.write(some)
    os.replace(draft, draft.with_suffix(""))


def _days(typed: Typed, clerk: Clerk) -> Days:
    """The days asked for; the month before this one where none are."""
    today = clerk.local(clerk.made).date()
    if typed.since or typed.until:
        if typed.month:
            wrong("redress: --month, or --from and --to")
        until = _day(typed.until) if typed.until else today
        since = _day(typed.since) if typed.since else until.replace(day=1)
        if since > until:
            wrong("redress: --from is later than --to")
        return Days(since, until)
    if not typed.month:
        last = today.replace(day=1) - timedelta(days=1)
        return Days(last.replace(day=1), last)
    said = MONTH.fullmatch(typed.month)
    if said is None or int(said[1]) < 1:
        wrong(f"redress: --month is a month like 2026-10, not {typed.month}")
    first = date(int(said[1]), int(said[2]), 1)
    return Days(first, first.replace(day=monthrange(first.year, first.month)[1]))


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        wrong(f"redress: a day is like 2026-10-31, not {said}")
