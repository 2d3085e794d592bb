"""The messages to all who are affected by an incident: B1 to B4 of domain.md §9."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias

from dialogs.model import Arg, Label, Moment, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.joining import instant, offered
from dialogs.tickets.ticket import Role
from dialogs.tickets.wording import Telling, item_lines, who

# Where the place is everywhere, or not known.
ANYWHERE: Mapping[str, str] = {"zh-CN": "您所在区域", "en": "your area"}
Parts: TypeAlias = "tuple[dict[str, Arg], tuple[str, ...]]"


def _b1(t: Telling) -> Parts:
    linked = Phrase(LINKED[_kind(t)])
    return {"what": _what(t), "when": (*_when(t), linked)}, ("status",)


def _b1n(t: Telling) -> Parts:
    return {"what": _news(t), "when": _when(t) or (Phrase("mass-when-known"),)}, ("status",)


def _b2(t: Telling) -> Parts:
    date = t.move_at("unconfirmed", timedelta(days=7))
    return {"what": _back(t), "date": date}, ("fixed", "not_fixed")


def _b2w(t: Telling) -> Parts:
    """Over, and something else was wished; of a service that is back they may say: not here."""
    still = (Phrase("mass-not-here"),) if _fault(t) else ()
    args = {"what": (_back(t), *still), "who": who(t.ticket, t.house), "date": t.until}
    return args, ("part",) if still else ()


def _b3(t: Telling) -> Parts:
    over = t.move_at("no_answer", timedelta(days=30))
    args: dict[str, Arg] = {
        "finding": _told(t, "finding") or Phrase("words-none"),
        "items": item_lines(offered(t.fields), t.ticket, t.house) or Phrase("items-none"),
        "date": Moment(over.at - timedelta(days=1), day_only=True),
    }
    return args, ("accept", "reject", "think", "question_proposal")


def _b3c(t: Telling) -> Parts:
    items = item_lines(offered(t.fields), t.ticket, t.house)
    return {"items": items or Phrase("items-none")}, ()


def _b4(t: Telling) -> Parts:
    by: Mapping[str, str] = {Role.SUBSCRIBER: "theirs", Role.BOT: "none"}
    why = by.get(str(t.fields.get("role")), "staff")
    return {"why": why, "who": who(t.ticket, t.house), "date": t.until}, ("status",)


def _fault(t: Telling) -> bool:
    return read.yes(t.fields, "fault")


def _kind(t: Telling) -> str:
    """What all have in common: announced "work", a "fault", or another "matter"."""
    if read.yes(t.fields, "planned"):
        return "work"
    return "fault" if _fault(t) else "matter"


LINKED: Mapping[str, str] = {
    "work": "mass-linked-work",
    "fault": "mass-linked-fault",
    "matter": "mass-linked-matter",
}
STILL: Mapping[str, str] = {
    "work": "mass-still-work",
    "fault": "mass-still-fault",
    "matter": "mass-still-matter",
}


def _what(t: Telling) -> Arg:
    """What happened: the one wording, else what the bot knows."""
    if (told := _told(t, "words")) is not None:
        return placed(told, _area(t))
    if not _fault(t):
        return Phrase("mass-matter")
    area, work = _area(t), _kind(t) == "work"
    if area is None:
        return Phrase("outage-work-anywhere" if work else "mass-fault-anywhere")
    return Phrase("outage-work" if work else "mass-fault", {"area": area})


def _news(t: Telling) -> Arg:
    if read.yes(t.fields, "late"):
        return Phrase("mass-late")
    if read.yes(t.fields, "reworded"):
        return _what(t)
    return Phrase(STILL[_kind(t)])


def _back(t: Telling) -> Arg:
    """Since when it is over."""
    at = Moment(instant(t.fields, "at") or t.now)
    if not _fault(t):
        return Phrase("mass-mended", {"at": at})
    area = _area(t)
    if area is None:
        return Phrase("mass-back-anywhere", {"at": at})
    return Phrase("mass-back", {"area": area, "at": at})


def _when(t: Telling) -> tuple[Arg, ...]:
    """When it is to be over; nothing is said where nobody knows or the time has passed."""
    expected: datetime | None = instant(t.fields, "expected")
    if expected is None or expected <= t.now:
        return ()
    key = "mass-expected" if _fault(t) else "mass-answer-by"
    return (Phrase(key, {"date": Moment(expected)}),)


def _area(t: Telling) -> Label | None:
    """The places by name, in each language."""
    codes = read.strings(t.fields, "areas")
    names = t.house.places.name
    told = {
        language: ("、" if language.startswith("zh") else "; ").join(
            filter(None, (names(code, language) for code in codes))
        )
        for language in t.house.catalogue.languages
    }
    return Label(told) if codes and all(told.values()) else None


def placed(told: Label, area: Label | None) -> Label:
    """The words with the place in them, where they leave room for it."""
    names = area.words if area else ANYWHERE
    said = {one: words.replace("{area}", names.get(one, "")) for one, words in told.words.items()}
    return Label(said)


def _told(t: Telling, key: str) -> Label | None:
    """Words in each language that staff wrote for all."""
    given = t.fields.get(key)
    said = {one: read.words(given, one) for one in given} if isinstance(given, dict) else {}
    return Label(said) if all(said.get(one) for one in t.house.catalogue.languages) else None


MASS: Mapping[str, Callable[[Telling], Parts]] = {
    "B1": _b1,
    "B1N": _b1n,
    "B2": _b2,
    "B2W": _b2w,
    "B3": _b3,
    "B3C": _b3c,
    "B4": _b4,
}
