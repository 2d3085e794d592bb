"""Lines of the files that records come in: the log of consumption reminders, the ends of services.

A line is read alone: it is a record, or all that is wrong with it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs import answers
from dialogs.incidents.entering import EVERYWHERE, PARTS, Fault, area
from dialogs.tickets.records import Ending, Sent, month_of, moved
from dialogs.understand.places import Places

REMINDERS = ("service_number", "kind", "period", "threshold", "sent_at")
ENDINGS = ("service", "announced_at", "ends_at", "areas", "words")
OPTIONAL = frozenset({"threshold", "areas", "words"})  # columns that a file may lack
FIRST = "-01"  # of a month, its first day
MOST_WORDS = 100  # characters of a name, 40 of a threshold
MOST_THRESHOLD = 40
HALF_MONTH = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Known:
    """What a line may name: the kinds of reminder, places; the operator's zone, the hour, and
    the country (ISO 3166) of numbers without a calling code."""

    kinds: Collection[str]
    places: Places
    zone: str
    now: datetime
    region: str = "CN"


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder, and the number (E.164 or an account) that it was sent to."""

    number: str
    sent: Sent


Row = Mapping[str, str]


def reminder(row: Row, known: Known) -> Reminded | tuple[Fault, ...]:
    """A line of the log: service_number, kind, period, threshold, sent_at."""
    number = answers.service_number(row["service_number"], region=known.region)
    month, sent_at = _month(row["period"]), _moment(row["sent_at"], known)
    kind, threshold = row["kind"].strip(), row.get("threshold", "").strip()
    faults = []
    if not isinstance(number, str):
        faults.append(Fault("service_number", "number", row["service_number"]))
    if kind not in known.kinds:
        faults.append(Fault("kind", "kind", kind))
    if month is None:
        faults.append(Fault("period", "month", row["period"]))
    if len(threshold) > MOST_THRESHOLD:
        faults.append(Fault("threshold", "words"))
    faults += _told("sent_at", row["sent_at"], sent_at, known)
    if month and sent_at and not _near(month, sent_at, known):
        faults.append(Fault("sent_at", "far", row["sent_at"]))
    if faults or not isinstance(number, str) or month is None or sent_at is None:
        return tuple(faults)
    return Reminded(number, Sent(kind=kind, month=month, threshold=threshold, sent_at=sent_at))


def ending(row: Row, known: Known) -> Ending | tuple[Fault, ...]:
    """A line of the register: service, announced_at (empty: never), ends_at, areas, words."""
    service, told = row["service"].strip(), row["announced_at"].strip()
    announced, ends = _moment(told, known), _moment(row["ends_at"], known)
    areas, faults = _areas(row.get("areas", ""), known.places)
    words = tuple(one.strip() for one in PARTS.split(row.get("words", "")) if one.strip())
    if not service:
        faults.append(Fault("service", "none"))
    if max(map(len, (service, *words))) > MOST_WORDS:
        faults.append(Fault("service" if len(service) > MOST_WORDS else "words", "words"))
    if told:
        faults += _told("announced_at", told, announced, known)
    if ends is None:
        faults.append(Fault("ends_at", "time", row["ends_at"]))
    if faults or ends is None:
        return tuple(faults)
    return Ending(service=service, announced_at=announced, ends_at=ends, areas=areas, words=words)


def _told(field: str, said: str, at: datetime | None, known: Known) -> list[Fault]:
    """What is wrong with the moment of something that has happened."""
    if at is None:
        return [Fault(field, "time", said)]
    return [Fault(field, "later", said)] if at > known.now else []


def _near(month: date, at: datetime, known: Known) -> bool:
    """Whether a reminder of that month can have been sent then: half a month around it."""
    zone = ZoneInfo(known.zone)
    first = datetime.combine(month_of(month), time(), zone) - HALF_MONTH
    return first <= at < datetime.combine(moved(month, 1), time(), zone) + HALF_MONTH


def _month(said: str) -> date | None:
    try:
        return date.fromisoformat(said.strip() + FIRST)
    except ValueError:
        return None


def _moment(said: str, known: Known) -> datetime | None:
    """A moment in the operator's time, or with a zone of its own; a day means its beginning."""
    try:
        read = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(known.zone))


def _areas(said: str, places: Places) -> tuple[tuple[str, ...], list[Fault]]:
    """The codes of the places; () for everywhere, which an empty field means too."""
    parts = [part.strip() for part in PARTS.split(said) if part.strip()]
    if len(parts) == 1 and parts[0].casefold() in EVERYWHERE:
        return (), []
    found = [area(part, places) for part in parts]
    codes = dict.fromkeys(one for one in found if isinstance(one, str))
    return tuple(codes), [one for one in found if isinstance(one, Fault)]
