"""Records that staff take in, and what staff see beside a chat, as lines of a script.

`-- records sent 13812345678 roaming_use 2026-10-04 09:30 80%` and `-- records loaded roaming_use
2026-10`; `== hints 1` writes down what stands on the page of ticket 1, `== tasks 1` what somebody
has to do about it, `== report 7` the seventh measure of the 30 days until now.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.counting import Counting
from bot.hinting import hints_of
from bot.reporting import files
from bot.reporting.sheets import tables
from bot.stage import Stage
from bot.web.desk_words import Words
from dialogs.figures.sums import Span
from dialogs.tickets.records import Sent, month_of
from storage import Connection, measuring, records, tasks, tickets
from storage.store import Store


async def take(store: Store, words: list[str], zone: ZoneInfo, now: datetime) -> None:
    """Take in what a line says."""
    what, *rest = words

    def put(c: Connection) -> None:
        if what == "loaded":
            kind, *months = rest
            for said in months:
                records.loaded(c, kind, date.fromisoformat(f"{said}-01"), now)
            return
        number, kind, day, hour, *threshold = rest
        at = datetime.fromisoformat(f"{day} {hour}").replace(tzinfo=zone).astimezone(UTC)
        month = month_of(date.fromisoformat(day))
        sent = Sent(kind=kind, month=month, threshold="".join(threshold), sent_at=at)
        records.add_sent(c, f"+86{number}", sent, now)

    await store.write(put)


async def hints(stage: Stage, store: Store, number: int, now: datetime) -> str:
    """What the desk sees of the checks of a ticket's finding, in Chinese."""
    ticket = await store.read(lambda c: tickets.load(c, number))
    assert ticket is not None
    known = ticket
    found = await store.read(lambda c: hints_of(c, known, stage.house, now))

    def lines() -> Iterator[str]:
        yield f"== hints {number}"
        for one in found:
            points = f" → {one.suggests}" if one.suggests else ""
            yield f"     {one.code} {one.verdict}{points}"
            for words in one.words:
                yield f"       {stage.texts.words('zh-CN', words, now)}"

    return "\n".join(lines())


async def todo(stage: Stage, store: Store, number: int) -> str:
    """What is open for staff about a ticket: kind, for whom, until when, in local time."""
    zone = ZoneInfo(stage.house.zone)
    found = await store.read(lambda c: tasks.of_ticket(c, number))
    lines = [f"== tasks {number}"]
    for one in found:
        if one.done_at is None:
            due = one.task.due.astimezone(zone)
            lines.append(f"     {one.task.kind} {one.task.role} {due:%Y-%m-%d %H:%M}")
    return "\n".join(lines)


async def report(stage: Stage, store: Store, place: int, now: datetime) -> str:
    """One measure of the report, by its place, as `redress report` prints it."""
    until = now.astimezone(ZoneInfo(stage.house.zone)).date()
    span = Span(since=until - timedelta(days=29), until=until)
    counting = Counting(stage, store)
    while await counting.round(now):
        pass
    account = await store.read(lambda c: measuring.account(c, span, stage.house, now))
    said = "\n".join(files.as_lines(tables(account, Words(stage, "zh-CN", now), outside=False)))
    found = next(one for one in said.split("\n\n") if one.startswith(f"{place}. "))
    lines = (f"     {line}".rstrip() for line in found.splitlines())
    return "\n".join((f"== report {place}", *lines))
