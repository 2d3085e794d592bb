"""The files that go to the group: what subscribers sent, the week's figures; made when they go."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from bot import attachments
from bot.channels.telegram import Documents
from bot.group.feeding import KEPT
from bot.group.picture import picture
from dialogs.figures.report import Report
from dialogs.figures.sums import Span
from dialogs.house import House
from dialogs.model import Arg, Attached, Language, Phrase
from dialogs.texts import Texts
from storage import Connection, figures, files
from storage.store import Store

REPORT = "report"  # the kind of the week's picture; after a colon, its first and last day


@dataclass(frozen=True, slots=True)
class Printer:
    """What pictures are drawn with: the house, its words in the group's language, the time."""

    house: House
    texts: Texts
    language: Language
    now: Callable[[], datetime]

    def drawn(self, report: Report) -> bytes:
        """The week as PNG."""
        now = self.now()

        def say(said: Arg) -> str:
            return self.texts.words(self.language, said, now)

        known = self.house.catalogue.clocks
        limits = [
            (say(known[code].label), share)
            for code, share in report.deadlines.items()
            if code in known and known[code].shown
        ]
        title = Phrase("group-report-title", {"since": report.since, "until": report.until})
        return picture(report, limits, say(title), say)


class NoFile(Exception):
    """The file is not there any more."""


def documents(store: Store, folder: Path, printer: Printer, otherwise: Documents) -> Documents:
    """What makes the file of a message to the group: its name and its bytes. Raises NoFile."""

    async def make(attached: Attached) -> tuple[str, bytes]:
        kind, _, which = attached.kind.partition(":")
        if kind == KEPT:
            return attached.name, await _kept(store, folder, int(which))
        if kind == REPORT:
            made = await store.read(partial(_week, which=which, house=printer.house))
            return attached.name, await asyncio.to_thread(printer.drawn, made)
        return await otherwise(attached)

    return make


def _week(c: Connection, which: str, house: House) -> Report:
    """The report of the span that a file names."""
    since, _, until = which.partition("/")
    span = Span(since=date.fromisoformat(since), until=date.fromisoformat(until))
    return figures.report(c, span, house.catalogue.satisfied_from)


async def _kept(store: Store, folder: Path, number: int) -> bytes:
    """The bytes of what a subscriber sent."""
    found = await store.read(partial(files.load, file_id=number))
    if found is None or not (found.path or found.ref):
        raise NoFile(f"attachment {number}")
    chunks = [chunk async for chunk in attachments.read(folder, found.path or found.ref)]
    return b"".join(chunks)
