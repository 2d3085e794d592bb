"""Events that are kept to be stepped later: the event itself, and the JSON it came as."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.model import (
    Address,
    Command,
    Contact,
    Edited,
    Elapsed,
    Event,
    File,
    Json,
    Location,
    Reachable,
    Tap,
    Text,
    Unsupported,
    What,
)
from storage import codec
from storage.errors import Unreadable
from storage.seal import as_json, from_json

KINDS: Mapping[str, type[What]] = {
    kind.__name__: kind
    for kind in (
        *(Text, Command, Tap, Contact, Location, File, Edited, Unsupported, Reachable),
        *(Elapsed,),
    )
}


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as read, None where it could not be; `raw` as its channel gave it."""

    event: Event | None
    raw: Json = None


@dataclass(frozen=True, slots=True)
class _Shell:
    """An event without what it is about, which is read by its kind."""

    id: str
    address: Address
    at: datetime
    message: str = ""
    language: str = ""
    name: str = ""
    private: bool = True
    thread: str = ""
    sender: str = ""


def dump(kept: Kept) -> str:
    """The text to be kept."""
    event = kept.event
    if event is None:
        return as_json({"raw": kept.raw})
    told = codec.dump(event)
    return as_json({"kind": type(event.what).__name__, "event": told, "raw": kept.raw})


def load(text: str) -> Kept:
    """What `dump` made this of; text of another make is all raw."""
    try:
        found = from_json(text)
    except ValueError:
        return Kept(None, text)
    if not isinstance(found, dict):
        return Kept(None, found)
    event = found.get("event")
    if not isinstance(event, dict):
        return Kept(None, found.get("raw", found))
    return Kept(_event(str(found.get("kind")), event), found.get("raw"))


def _event(kind: str, told: Mapping[str, Json]) -> Event | None:
    try:
        what = codec.load(KINDS[kind], told.get("what"))
        rest = {name: value for name, value in told.items() if name != "what"}
        shell = codec.load(_Shell, rest)
    except (KeyError, Unreadable):
        return None
    return Event(**{name: getattr(shell, name) for name in codec.names(_Shell)}, what=what)
