"""How a known trouble is said: what it is, and when it is to be over."""

from datetime import datetime

from dialogs.house import House
from dialogs.incidents.known import Known
from dialogs.model import Arg, Label, Moment, Phrase
from dialogs.tickets.mass import placed


def what(known: Known, house: House) -> Arg:
    """What happened and where: the one wording, else what the bot knows."""
    worded = _worded(known, house)
    if known.planned:
        work = _work(known, house)
        return (work, worded) if worded is not None else work
    if worded is not None:
        return worded
    area = area_label(known.areas, house)
    return Phrase("mass-fault", {"area": area}) if area else Phrase("mass-fault-anywhere")


def _work(known: Known, house: House) -> Phrase:
    area = area_label(known.areas, house)
    return Phrase("outage-work", {"area": area}) if area else Phrase("outage-work-anywhere")


def until(known: Known, now: datetime, otherwise: str = "outage-open") -> Arg:
    """When it is to be over, and since when that was announced; `otherwise` where nobody knows."""
    expected, announced = known.expected, known.announced_at
    if expected is None or expected <= now:
        return Phrase(otherwise)
    date = Moment(expected)
    if announced is not None and announced <= now:
        return Phrase("outage-announced", {"since": Moment(announced), "date": date})
    return Phrase("mass-expected", {"date": date})


def standing(known: Known, house: House, now: datetime) -> tuple[Arg, ...]:
    """How it stands, to somebody whose ticket belongs to it."""
    area = area_label(known.areas, house)
    if known.over_at is not None:
        at = Moment(known.over_at)
        if not known.fault:
            return (Phrase("mass-mended", {"at": at}),)
        if area is None:
            return (Phrase("mass-back-anywhere", {"at": at}),)
        return (Phrase("mass-back", {"area": area, "at": at}),)
    if not known.fault:
        return (Phrase("mass-still-matter"),)
    still = _work(known, house) if known.planned else Phrase("mass-still-fault")
    return still, until(known, now, "mass-when-known")


def area_label(areas: tuple[str, ...], house: House) -> Label | None:
    """The places by name, in each language; None for everywhere."""
    names = house.places.name
    said = {
        language: ("、" if language.startswith("zh") else "; ").join(
            filter(None, (names(code, language) for code in areas))
        )
        for language in house.catalogue.languages
    }
    return Label(said) if areas and all(said.values()) else None


def _worded(known: Known, house: House) -> Label | None:
    """The words of its owner, where every language has some."""
    said = {one: known.words.get(one, "") for one in house.catalogue.languages}
    return placed(Label(said), area_label(known.areas, house)) if all(said.values()) else None
