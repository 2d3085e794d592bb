"""Records that staff take in, and the hints that the desk sees, as lines of a script.

`-- records sent 13812345678 roaming_use 2026-10-04 09:30 80%` and `-- records loaded roaming_use
2026-10`; `== hints 1` writes down what stands on the page of ticket 1.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.hinting import hints_of
from bot.stage import Stage
from dialogs.tickets.records import Sent, month_of
from storage import Connection, records, tickets
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
