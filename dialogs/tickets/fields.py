"""Reads what came with a move: typed by people and sent by machines, so anything may stand there.

Each reader gives a value in range, or None ("" for words) where there is none to use.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import last_second
from dialogs.tickets.ticket import Item

MOST_WORDS = 4000
MOST_MONEY = 99_999_999  # minor units, domain.md §2 `amount`
MOST_ITEMS = 20
FARTHEST = timedelta(days=5 * 365)


def words(fields: Mapping[str, Json], key: str) -> str:
    """The text under the key without outer blanks, cut at 4,000 characters."""
    value = fields.get(key)
    return value.strip()[:MOST_WORDS].strip() if isinstance(value, str) else ""


def whole(fields: Mapping[str, Json], key: str) -> int | None:
    """A whole number from 0 up to 99,999,999, as a number or as ASCII digits."""
    value = fields.get(key)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 12:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= MOST_MONEY else None


def yes(fields: Mapping[str, Json], key: str) -> bool:
    """Whether the key says yes: true, or what a form sends for a ticked box."""
    value = fields.get(key)
    return value is True or (isinstance(value, str) and value in {"yes", "on", "true", "1"})


def strings(fields: Mapping[str, Json], key: str) -> tuple[str, ...]:
    """The strings of a list under the key, empty ones left out."""
    value = fields.get(key)
    found = value if isinstance(value, list) else []
    return tuple(one[:MOST_WORDS] for one in found[:MOST_ITEMS] if isinstance(one, str) and one)


def moment(fields: Mapping[str, Json], key: str, now: datetime, house: House) -> datetime | None:
    """A time after `now` and within five years: ISO with offset, or a date, whose end is meant."""
    value = fields.get(key)
    if not isinstance(value, str):
        return None
    at = _instant(value, house)
    return at if at is not None and now < at <= now + FARTHEST else None


def _instant(text: str, house: House) -> datetime | None:
    try:
        if len(text) == len("2026-01-31"):
            return last_second(date.fromisoformat(text), house.zone)
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def items(fields: Mapping[str, Json], now: datetime, house: House) -> tuple[Item, ...] | NotAllowed:
    """What is offered: {code, words, minor, due, promise} each, of a known remedy and dated.

    Whether a promise may be cited is for `promising` to say.
    """
    value = fields.get("items")
    if not isinstance(value, list) or not 0 < len(value) <= MOST_ITEMS:
        return NotAllowed("not-allowed-no-items")
    found = []
    for one in value:
        item = _item(one, now, house) if isinstance(one, dict) else None
        if item is None:
            return NotAllowed("not-allowed-no-items")
        if item.due is None:
            return NotAllowed("not-allowed-no-date")
        found.append(item)
    return tuple(found)


def _item(said: Mapping[str, Json], now: datetime, house: House) -> Item | None:
    code, minor = words(said, "code"), whole(said, "minor")
    if code not in house.catalogue.remedies:
        return None
    if minor is None and said.get("minor") is not None and said.get("minor") != "":
        return None
    due = moment(said, "due", now, house)
    return Item(
        code=code,
        words=words(said, "words"),
        minor=minor or None,
        due=due,
        promise=words(said, "promise"),
    )
