"""How a ticket's message reaches its subscriber: now, when quiet hours end, as an edit, or not."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from dialogs.catalogue import Catalogue, Notice
from dialogs.tickets.calendar import awake
from dialogs.tickets.windows import Window, reachable

FRESH = timedelta(minutes=30)  # an answer to someone who wrote within it is never held
# What "only when I have to decide" still lets through, and what nobody can do without.
DECISIONS = frozenset(
    {"M03", "M06", "M07", "M09", "M10", "M12", "THOUGHT", "M13", "M14", "M15", "M15R", "B3"}
)
NUMBERED = frozenset({"M01", "M01F", "M01P", "M01B", "M01S"})  # what tells a ticket's number
ALWAYS = NUMBERED | {"M27", "M34", "M35", "B1", "B1N", "B2", "B2W"}


class Way(Enum):
    """What becomes of a message."""

    NOW = "now"
    LATER = "later"
    EDIT = "edit"
    SILENT = "silent"  # it can be seen at the ticket, and is not sent


@dataclass(frozen=True, slots=True)
class Manner:
    """A way, and for LATER the moment (aware UTC) from which it may go."""

    way: Way
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What decides it on the person's side; `wrote` is when they last wrote to us, `own` when they
    may be reached, None for at any time of the day."""

    notify: str
    surveys: bool
    wrote: datetime | None
    own: Window | None = None


def manner(code: str, reader: Reader, catalogue: Catalogue, now: datetime, zone: str) -> Manner:
    """How the message of this code travels to this reader at this moment (DESIGN §6, Pushes)."""
    notice = catalogue.notices.get(code) or Notice(code=code, way="push")
    if notice.way == "status":
        return Manner(Way.SILENT)
    if notice.way == "edit":
        return Manner(Way.EDIT)
    if not _wanted(code, reader):
        return Manner(Way.SILENT)
    if notice.yields_to and (wait := _evening(now, catalogue, zone)) > now:
        return Manner(Way.LATER, wait)
    fresh = reader.wrote is not None and now - reader.wrote < FRESH
    if fresh and notice.rest != "survey":
        return Manner(Way.NOW)
    if notice.rest == "survey":
        rested = reachable(now, catalogue.survey_rest, catalogue.night, reader.own, zone)
    else:
        rested = awake(now, catalogue.night if notice.rest else (), zone)
    return Manner(Way.NOW) if rested <= now else Manner(Way.LATER, rested)


def _evening(now: datetime, catalogue: Catalogue, zone: str) -> datetime:
    """The end of the day's office hours: what waits for something better waits until then."""
    local = now.astimezone(ZoneInfo(zone))
    end = catalogue.opening.end
    return local.replace(hour=end // 60, minute=end % 60, second=0, microsecond=0).astimezone(UTC)


def _wanted(code: str, reader: Reader) -> bool:
    """Whether the person wants to hear of this; deadlines and safety are not theirs to silence."""
    if code in ALWAYS:
        return True
    if code.startswith("SURVEY"):
        return reader.surveys and reader.notify != "none"
    if reader.notify == "none":
        return False
    return reader.notify == "all" or code in DECISIONS
