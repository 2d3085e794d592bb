"""What staff may do with an incident now, as forms: exactly the acts that its life allows.

A form comes filled with what is known, or with what was typed and could not be taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.incident_preview import Shown
from bot.web import desk_areas, desk_forms
from bot.web.desk_forms import MOST_ITEMS, Field, Filled
from bot.web.desk_incident_words import wording
from bot.web.desk_words import Words
from dialogs.incidents.incident import Incident, Record, Stage
from dialogs.model import Json, Phrase
from dialogs.tickets.ticket import LIABILITIES

WORDS = Field(name="words", kind="languages", label="wording", hint="wording")
EXPECTED = Field(name="expected", kind="moment", label="expected", hint="expected", required=False)
QUIET = Field(name="quiet", kind="tick", label="quiet", required=False)
NUMBER = Field(name="number", kind="line", label="ticket", hint="ticket")
ITEMS = Field(name="items", kind="items", label="items", hint="items-all")
REASON = Field(name="reason", kind="words", label="reason", hint="staff-only")

FORMS: Mapping[str, tuple[Field, ...]] = {
    "confirm": (WORDS, EXPECTED),
    "fix": (Field(name="at", kind="moment", label="fixed-at"),),
    "settle": (desk_forms.LIABILITY, WORDS, ITEMS),
    "close": (),
    "claim": (),
    "expected": (EXPECTED, QUIET),
    "rewrite": (WORDS, QUIET),
    "scope": (
        Field(name="areas", kind="line", label="areas", hint="areas"),
        Field(name="campaign", kind="line", label="campaign", hint="campaign", required=False),
        Field(name="department", kind="choice", label="department", source="department"),
    ),
    "add": (NUMBER,),
    "part": (NUMBER, REASON),
    "dismiss": (REASON,),
}
ACTS = {"expected": "rewrite", "scope": "rewrite"}  # forms that are a part of an act
SPEAKING = frozenset({"confirm", "fix", "settle", "expected", "rewrite", "dismiss"})
KNOWN = frozenset({"confirm", "settle"})  # where words that were told stay as they are
GRAVE = frozenset({"dismiss", "part"})
LEADING: Mapping[Stage, tuple[str, ...]] = {
    Stage.SUSPECTED: ("confirm",),
    Stage.OPEN: ("fix",),
    Stage.FIXED: ("settle",),
    Stage.SETTLED: ("close",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed into it, and why it was not taken, or its preview."""

    name: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    preview: Sequence[Mapping[str, Any]] | None = None
    overtaken: bool = False
    since: Sequence[Record] = ()  # what was done meanwhile, where it was overtaken


@dataclass(frozen=True, slots=True)
class Scene:
    """The incident, which acts may be done with it by whom, and in which words."""

    incident: Incident
    may: Sequence[str]
    who: int
    words: Words

    def local(self, at: datetime | None) -> str:
        """A moment as an input for date and time holds it, in the operator's zone."""
        zone = ZoneInfo(self.words.stage.house.zone)
        return f"{at.astimezone(zone):%Y-%m-%dT%H:%M}" if at else ""


def names(scene: Scene) -> list[str]:
    """The forms that stand on the page, the leading one first, the grave ones last."""
    of = scene.incident
    allowed = [name for name in FORMS if ACTS.get(name, name) in scene.may]
    if of.owner and of.owner == scene.who:
        allowed = [name for name in allowed if name != "claim"]
    if not (of.fault and of.running):
        allowed = [name for name in allowed if name != "expected"]
    lead = leading(scene, allowed)
    return sorted(allowed, key=lambda name: (name in GRAVE) - (name == lead))


def leading(scene: Scene, allowed: Sequence[str]) -> str:
    """The act that is most likely wanted now, "" if none stands out."""
    usual = LEADING.get(scene.incident.stage, ())
    if scene.incident.stage is Stage.OPEN and not scene.incident.fault:
        usual = ("settle",)
    return next((name for name in usual if name in allowed), "")


def forms(scene: Scene, tried: Tried) -> list[dict[str, Any]]:
    """The forms; one that came back is open, and stays although its act is no longer allowed."""
    shown = names(scene)
    lead = leading(scene, shown)
    if tried.name and tried.name not in shown:
        shown.append(tried.name)
    return [_form(name, scene, tried, lead) for name in shown]


def _form(name: str, scene: Scene, tried: Tried, lead: str) -> dict[str, Any]:
    words = scene.words
    back = tried if tried.name == name else Tried()
    known = {**_known(scene), **back.typed}
    speaks = name in SPEAKING
    return {
        "name": name,
        "title": words(f"incident-do-{name}"),
        "about": words.known(f"desk-incident-about-{name}", ""),
        "fields": [one for each in FORMS[name] for one in _fields(each, known, scene)],
        "speaks": speaks,
        "send": words("incident-send") if speaks else words("send"),
        "grave": name in GRAVE,
        "lead": name == lead,
        "open": bool(back.name),
        "why": back.why,
        "preview": back.preview,
        "overtaken": back.overtaken,
        "revision": scene.incident.revision,
    }


def shown(told: Sequence[Shown], words: Words) -> list[dict[str, Any]]:
    """Messages as a page shows them, each under the name of its language, the reader's first."""
    codes = list(dict.fromkeys(one.code for one in told))
    ordered = sorted(told, key=lambda one: (codes.index(one.code), one.language != words.language))
    return [
        {
            "language": one.language,
            "title": words(f"incident-reads-{one.code.lower()}", reader=_tongue(one, words)),
            "text": one.text,
            "buttons": one.buttons,
        }
        for one in ordered
    ]


def _tongue(one: Shown, words: Words) -> str:
    return words.known(f"language-{one.language}", one.language)


def _known(scene: Scene) -> dict[str, str]:
    """What can be filled in already."""
    of = scene.incident
    known = {f"words-{one}": said for one, said in wording(of, scene.words).items()}
    known |= {"expected": scene.local(of.expected), "at": scene.local(scene.words.now)}
    areas = desk_areas.typed(of.areas, scene.words)
    return known | {"areas": areas, "campaign": of.campaign, "department": of.department}


def _fields(one: Field, known: Mapping[str, str], scene: Scene) -> list[dict[str, Any]]:
    if one.kind != "languages":
        return [_field(one, known, scene)]
    return [
        {
            **_field(one, known, scene),
            "name": f"words-{language}",
            "kind": "words",
            "label": scene.words(f"incident-say-{language}"),
            "value": known.get(f"words-{language}", ""),
            "hint": scene.words("hint-wording") if place else "",
        }
        for place, language in enumerate(languages(scene.words))
    ]


def languages(words: Words) -> tuple[str, ...]:
    """The languages that subscribers are written to in, the reader's own first."""
    known = words.catalogue.languages
    return tuple(sorted(known, key=lambda one: one != words.language))


def _field(one: Field, known: Mapping[str, str], scene: Scene) -> dict[str, Any]:
    words, now = scene.words, scene.words.now
    shown: dict[str, Any] = {
        "name": one.name,
        "kind": one.kind,
        "label": words(f"field-{one.label}"),
        "hint": words(f"hint-{one.hint}") if one.hint else "",
        "required": one.required,
        "value": known.get(one.name, ""),
        "options": _options(one, scene),
        "least": scene.local(now) if one.name == "expected" else "",
        "most": scene.local(now) if one.name == "at" else "",
        "sent": "yes",
    }
    if one.kind == "items":
        keys = ("code", "words", "money", "due")
        shown["least"], shown["promises"] = scene.local(now)[:10], ()
        shown["rows"] = [
            {"place": str(place), **{key: known.get(f"{key}-{place}", "") for key in keys}}
            for place in range(1, MOST_ITEMS + 1)
        ]
    return shown


def _options(one: Field, scene: Scene) -> list[tuple[str, str]]:
    words, catalogue = scene.words, scene.words.catalogue
    if one.kind == "items":
        return [(code, words.of(each.label)) for code, each in catalogue.remedies.items()]
    if one.source == "liability":
        return [(code, words.known(f"liability-{code}", code)) for code in LIABILITIES]
    if one.source == "department":
        return [(each.code, words.of(each.label)) for each in catalogue.departments.values()]
    return []


def read(name: str, typed: Mapping[str, str], scene: Scene) -> Filled:
    """The fields of an act from what a browser sent, or what is wrong before its life can judge."""
    filled = _read(name, typed, scene.words)
    if name not in KNOWN or filled.wrong is not None:
        return filled
    return Filled({key: one for key, one in filled.fields.items() if _news(key, one, scene)})


def _news(key: str, value: Json, scene: Scene) -> bool:
    """Whether a field says anything that all have not been told before."""
    of = scene.incident
    if key == "words" and isinstance(value, dict):
        return any(value.values()) and value != wording(of, scene.words)
    if key == "expected" and isinstance(value, str):
        return value != moment(scene.local(of.expected), scene.words) if value else False
    return True


def _read(name: str, typed: Mapping[str, str], words: Words) -> Filled:
    found: dict[str, Json] = {}
    for one in FORMS[name]:
        said = typed.get(one.name, "").strip()
        if one.kind == "languages":
            found["words"] = {tag: _said(typed, tag) for tag in languages(words)}
        elif one.kind == "moment":
            at = moment(said, words)
            if said and at is None:
                return Filled({}, Phrase("desk-wrong-moment", {"typed": said}))
            if at is not None or name == "expected":
                found[one.name] = at or ""
        elif one.kind == "items":
            filled = desk_forms.read((one,), typed)
            if filled.wrong is not None:
                return filled
            found |= filled.fields
        elif one.name == "areas":
            areas = desk_areas.read(typed, one.name, words)
            if areas.why is not None:
                return Filled({}, areas.why)
            found[one.name] = list(areas.codes)
        elif one.kind == "tick":
            found |= {one.name: True} if said else {}
        elif said or one.name == "campaign":
            found[one.name] = said
    return Filled(found)


def _said(typed: Mapping[str, str], language: str) -> str:
    return typed.get(f"words-{language}", "").strip().replace("\r\n", "\n")


def moment(said: str, words: Words) -> str | None:
    """A date and time of the operator's zone as ISO with its offset; None if it is none."""
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return None
    zone = ZoneInfo(words.stage.house.zone)
    return (at if at.tzinfo else at.replace(tzinfo=zone)).isoformat() if "T" in said else None
