"""What staff may do with an incident, in which stage, and what it is after that. Nothing acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dialogs.house import House
from dialogs.incidents.incident import Incident, News, Record, Stage
from dialogs.model import Json, Money
from dialogs.tickets import fields as read
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.authority import over_remedy, total
from dialogs.tickets.guards import LEADS
from dialogs.tickets.pressing import PRESSED, presses
from dialogs.tickets.ticket import LIABILITIES, Actor, Item
from dialogs.values import replace

NO_WORDS = NotAllowed("not-allowed-incident-words")
NOT_NOW = NotAllowed("not-allowed-incident-stage")
NO_RIGHT = NotAllowed("not-allowed-role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """An incident after an act: the line of its history, and what all children are told then."""

    incident: Incident
    record: Record
    news: News | None = None
    detail: Mapping[str, Json] = field(default_factory=dict)  # of the news


@dataclass(frozen=True, slots=True)
class Doing:
    """An act: the incident before it, who, when, with which fields."""

    incident: Incident
    actor: Actor
    now: datetime
    house: House
    fields: Mapping[str, Json]

    def words(self) -> Mapping[str, str]:
        """What was written under `words`, by language, what is empty left out."""
        said = self.fields.get("words")
        given = said if isinstance(said, dict) else {}
        known = self.house.catalogue.languages
        return {one: text for one in known if (text := read.words(given, one))}

    def expected(self) -> datetime | None:
        return read.moment(self.fields, "expected", self.now, self.house)

    def turned(
        self, act: str, incident: Incident, news: News | None = None, **detail: Json
    ) -> Turned:
        """The incident after it, with what its history keeps."""
        quiet = read.yes(self.fields, "quiet") and news is News.NOTE
        after = replace(incident, revision=self.incident.revision + 1)
        if news is not None and after.told_at is None and not quiet:
            after = replace(after, told_at=self.now)
        line = Record(
            at=self.now,
            act=act,
            staff=self.actor.staff,
            name=self.actor.name,
            detail={**self.fields, **detail},
        )
        return Turned(incident=after, record=line, news=None if quiet else news, detail=detail)


def claim(doing: Doing) -> Turned | NotAllowed:
    """The one who does it has the incident from now on."""
    actor = doing.actor
    mine = replace(doing.incident, owner=actor.staff, owner_name=actor.name)
    return doing.turned("claim", mine)


def confirm(doing: Doing) -> Turned | NotAllowed:
    """It is one: its owner is who says so, and all are told.

    Fields: words {language: text}, expected, areas, subtypes, campaign, department; the wording is
    needed where the rule that found it has none.
    """
    changed = reworded(doing)
    if isinstance(changed, NotAllowed):
        return changed
    if not _worded(changed, doing):
        return NO_WORDS
    actor = doing.actor
    known = replace(changed, stage=Stage.OPEN, confirmed_at=doing.now)
    if not known.owner:
        known = replace(known, owner=actor.staff, owner_name=actor.name)
    again = doing.incident.told_at is not None
    if again and not {"words", "expected"} & set(doing.fields):
        return doing.turned("confirm", known)
    news = News.NOTE if again else News.FOUND
    return doing.turned("confirm", known, news, reworded="words" in doing.fields)


def rewrite(doing: Doing) -> Turned | NotAllowed:
    """Other words, another expected end, another area; all are told, unless `quiet` is true.

    Fields: words, expected ("" for: nobody knows), areas, subtypes, campaign, department,
    quiet.
    """
    changed = reworded(doing)
    if isinstance(changed, NotAllowed):
        return changed
    if changed == doing.incident:
        return NO_WORDS
    other = changed.words != doing.incident.words
    told = other or changed.expected != doing.incident.expected
    news = News.NOTE if told and doing.incident.told_at is not None else None
    return doing.turned("rewrite", changed, news, reworded=other)


def fix(doing: Doing) -> Turned | NotAllowed:
    """It works again. Fields: at, since when (now if not said); words, if they change."""
    changed = reworded(doing)
    if isinstance(changed, NotAllowed):
        return changed
    at = past(doing.fields, "at", doing.incident.began_at, doing.now) or doing.now
    fixed = replace(changed, stage=Stage.FIXED, fixed_at=at)
    return doing.turned("fix", _confirmed(fixed, doing), News.FIXED)


def settle(doing: Doing) -> Turned | NotAllowed:
    """What all who are affected are offered. Fields: liability and items, as in a proposal; words.

    As for one, there is no offer before it is said who is liable, nor above a role's right.
    """
    changed = reworded(doing)
    if isinstance(changed, NotAllowed):
        return changed
    liability = read.words(doing.fields, "liability")
    if liability not in LIABILITIES:
        return NotAllowed("not-allowed-liability")
    offered = read.items(doing.fields, doing.now, doing.house)
    if isinstance(offered, NotAllowed):
        return offered
    if why := _beyond(doing, offered):
        return why
    settled = replace(changed, stage=Stage.SETTLED, settled_at=doing.now, offer=offered)
    settled = replace(settled, liability=liability)
    return doing.turned("settle", _confirmed(settled, doing), News.SETTLED)


def _beyond(doing: Doing, offered: tuple[Item, ...]) -> NotAllowed | None:
    """Why the role may not offer each of them so much."""
    role, known = doing.actor.role, doing.house.catalogue
    limit = known.money_limits.get(role.value, 0)
    if (offer := total(offered)) > limit:
        told = {"offered": Money(offer), "limit": Money(limit)}
        return NotAllowed("not-allowed-over-limit", told)
    return over_remedy(role, offered, known)


def close(doing: Doing) -> Turned | NotAllowed:
    """It is over for us; its children go on by themselves, each with its own number and survey."""
    return doing.turned("close", replace(doing.incident, stage=Stage.CLOSED, closed_at=doing.now))


def dismiss(doing: Doing) -> Turned | NotAllowed:
    """It is none: its children are freed, and those who were told hear so. Fields: reason."""
    reason = read.words(doing.fields, "reason")
    if not reason:
        return NotAllowed("not-allowed-no-reason")
    over = replace(doing.incident, stage=Stage.DISMISSED, closed_at=doing.now)
    return doing.turned("dismiss", over, News.DISMISSED)


# Each by its name, and in which stage it may be done.
ACTS: Mapping[str, Callable[[Doing], Turned | NotAllowed]] = {
    "confirm": confirm,
    "claim": claim,
    "rewrite": rewrite,
    "fix": fix,
    "settle": settle,
    "close": close,
    "dismiss": dismiss,
}
IN: Mapping[Stage, tuple[str, ...]] = {
    Stage.SUSPECTED: ("confirm", "claim", "rewrite", "dismiss"),
    Stage.OPEN: ("claim", "rewrite", "fix", "settle", "close", "dismiss"),
    Stage.FIXED: ("claim", "rewrite", "settle", "close"),
    Stage.SETTLED: ("claim", "rewrite", "close"),
    Stage.CLOSED: (),
    Stage.DISMISSED: (),
}


def may(incident: Incident, actor: Actor) -> tuple[str, ...]:
    """The acts that this person may do now: exactly the buttons."""
    return _now(incident) if _mine(incident, actor) else ()


def act(  # noqa: PLR0913, PLR0917  an act is what, on what, by whom, when and where
    incident: Incident,
    name: str,
    fields: Mapping[str, Json],
    actor: Actor,
    now: datetime,
    house: House,
) -> Turned | NotAllowed:
    """Do it, or say why it cannot be done. The fields stand in the docstring of each act."""
    if not _mine(incident, actor):
        return NO_RIGHT
    if presses(dict(fields)):
        return PRESSED
    if name not in _now(incident):
        return NOT_NOW
    return ACTS[name](Doing(incident, actor, now, house, fields))


def _mine(incident: Incident, actor: Actor) -> bool:
    return actor.role in LEADS or bool(actor.staff and actor.staff == incident.owner)


def _now(incident: Incident) -> tuple[str, ...]:
    """What its stage allows; while a service is down, nobody is offered anything for it yet."""
    early = incident.fault and incident.stage is Stage.OPEN
    return tuple(one for one in IN[incident.stage] if not (early and one == "settle"))


def reworded(doing: Doing) -> Incident | NotAllowed:
    """The incident with what the fields say of words, end, place and name."""
    fields, incident = doing.fields, doing.incident
    if "words" in fields:
        words = doing.words()
        missing = set(doing.house.catalogue.languages) - set(words)
        if missing:
            return NO_WORDS
        incident = replace(incident, words=words)
    if "expected" in fields:
        expected = doing.expected()
        if fields["expected"] and expected is None:
            return NotAllowed("not-allowed-no-date")
        incident = replace(incident, expected=expected)
    if "areas" in fields:
        areas = read.strings(fields, "areas")
        if not all(doing.house.places.where(one).province for one in areas):
            return NotAllowed("not-allowed-incident-area")
        incident = replace(incident, areas=areas)
    if "subtypes" in fields:  # none: what people call it decides
        incident = replace(incident, subtypes=read.strings(fields, "subtypes"))
    if "campaign" in fields:
        incident = replace(incident, campaign=read.words(fields, "campaign"))
    if "department" in fields:
        department = read.words(fields, "department")
        if department not in doing.house.catalogue.departments:
            return NotAllowed("not-allowed-department")
        incident = replace(incident, department=department)
    return incident


def _worded(incident: Incident, doing: Doing) -> bool:
    """Whether there are words to tell people: the owner's, or those of the rule."""
    if incident.words or incident.fault:
        return True
    rules = doing.house.catalogue.batches
    return any(one.code == incident.rule and one.words is not None for one in rules)


def _confirmed(incident: Incident, doing: Doing) -> Incident:
    if incident.confirmed_at is not None:
        return incident
    return replace(incident, confirmed_at=doing.now)


def past(fields: Mapping[str, Json], key: str, since: datetime, now: datetime) -> datetime | None:
    """A time between the two; None if none is said, or another."""
    said = fields.get(key)
    try:
        at = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    if at is None or at.tzinfo is None:
        return None
    return at.astimezone(UTC) if since <= at <= now else None
