"""A fault or announced work as a person may hear of it: where, what, until when. Nothing else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.incidents.incident import Incident
from dialogs.incidents.planned import Planned
from dialogs.model import Language
from dialogs.values import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One trouble that is known. Moments are aware UTC.

    `incident` is its id, 0 while only announced work explains it; `planned` that of the work, 0
    for none. `areas` are GB/T 2260 codes, () for everywhere; `words` what people are told, by
    language, {} where nobody wrote any. `expected` is when it is to be over, `over_at` since when
    it is. `announced_at`: when the work was made known, None if it was not.
    """

    incident: int = 0
    planned: int = 0
    areas: tuple[str, ...] = ()
    words: Mapping[Language, str] = field(default_factory=dict)
    expected: datetime | None = None
    announced_at: datetime | None = None
    over_at: datetime | None = None
    fault: bool = True  # a service is down
    place: int = 0  # which matter of a parted draft it is about, from 0


def of_incident(incident: Incident, catalogue: Catalogue, work: Planned | None = None) -> Known:
    """What may be told of an incident; `work` is what it comes of, if it was announced."""
    rules = {rule.code: rule.words for rule in catalogue.batches if rule.words is not None}
    rule = rules.get(incident.rule)
    return Known(
        incident=incident.id,
        planned=incident.planned,
        areas=incident.areas,
        words=incident.words or (rule.words if rule else {}),
        expected=incident.expected,
        announced_at=work.announced_at if work else None,
        over_at=None if incident.running else incident.fixed_at,
        fault=incident.fault,
    )


def of_work(work: Planned) -> Known:
    """What may be told of announced work that nobody has complained of yet."""
    return Known(
        planned=work.id,
        areas=work.areas,
        words=work.words,
        expected=work.ends,
        announced_at=work.announced_at,
    )


def told(incident: Incident) -> bool:
    """Whether people who come may hear of it: a service is down, and others were told so."""
    return incident.running and incident.fault and incident.told_at is not None


def narrowed(areas: Collection[str], codes: Collection[str]) -> tuple[str, ...]:
    """Of the places that a trouble is in those that one's own place lies in."""
    return tuple(one for one in areas if one in codes) or tuple(areas)
