"""`redress incidents`: which there are, how far each is, and who of them was told what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.cli.calling import inside, say, say_json
from bot.config import Settings
from bot.house import house_of
from dialogs.house import House
from dialogs.incidents.incident import Counts, Incident, Progress
from dialogs.workdays import Workdays
from storage import Connection, broadcasts, codec, incidents
from storage.store import Store

MOST = 200  # shown, the newest first
NOBODY_YET = "nobody was told yet"


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident with its children and what they were told, newest first."""

    incident: Incident
    counts: Counts
    told: tuple[Progress, ...]


def run(config: str, *, everything: bool, as_json: bool) -> None:
    """Those that are not over; `everything`: the newest, over or not."""

    async def look(settings: Settings, store: Store) -> tuple[House, tuple[Shown, ...]]:
        found = await store.read(lambda c: _shown(c, everything=everything))
        return house_of(settings, Workdays({}, frozenset())), found

    house, found = inside(config, look)
    if as_json:
        say_json([_json(one) for one in found])
        return
    for one in found:
        for line in _lines(one, house):
            say(line)
    if not found:
        say("no incident" if everything else "no incident is open")


def _shown(c: Connection, *, everything: bool) -> tuple[Shown, ...]:
    found = incidents.newest(c, MOST) if everything else incidents.live(c)
    return tuple(
        Shown(one, incidents.counts(c, one.id), broadcasts.progress(c, one.id)) for one in found
    )


def _json(one: Shown) -> Mapping[str, object]:
    body = codec.dump(one.incident)
    told = [{**codec.dump(word), "total": word.total} for word in one.told]
    return {**body, "counts": codec.dump(one.counts), "told": told}


def _lines(one: Shown, house: House) -> Iterator[str]:
    incident, zone = one.incident, ZoneInfo(house.zone)
    names = "; ".join(house.places.name(code, "en") for code in incident.areas) or "everywhere"
    since = f"{incident.began_at.astimezone(zone):%Y-%m-%d %H:%M}"
    what = ", ".join(incident.subtypes or incident.categories)
    yield f"{incident.number}  {incident.stage:<10}{names}  {what}  since {since}"
    seconds = round((incident.found_at - incident.began_at).total_seconds())
    found = f"{incident.source}, {seconds} s after the first complaint"
    known = one.counts
    counts = f"{known.children} children, {known.open} open, {known.parted} split off"
    yield f"    {counts}; {found}; owner {incident.owner_name or 'none'}"
    yield from (f"    {_told(word)}" for word in one.told)
    if not one.told:
        yield f"    {NOBODY_YET}"


def _told(word: Progress) -> str:
    """How far a word to all is."""
    figures = {
        "on their way": word.sending + word.left,
        "held": word.held,
        "failed": word.failed,
        "not concerned": word.passed,
    }
    rest = "".join(f", {count} {name}" for name, count in figures.items() if count)
    return f"{word.news:<10}{word.done} of {word.total} told{rest}"
