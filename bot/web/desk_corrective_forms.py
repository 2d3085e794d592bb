"""What staff may do with a corrective action now, as forms: exactly the acts that its life allows.

A form comes filled with what is known, or with what was typed and could not be taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from bot.web.desk_forms import Field
from bot.web.desk_words import Words
from dialogs.correcting.action import CAUSES, PROVINCE, SCOPES, STORE, Corrective, Record, Stage

SPLIT = "split"
REASON = Field(name="reason", kind="words", label="reason", hint="staff-only")
VERDICT = Field(name="verdict", kind="words", label="verdict", hint="verdict")

FORMS: Mapping[str, tuple[Field, ...]] = {
    "plan": (
        Field(name="cause_class", kind="choice", label="cause-class", source="cause-class"),
        Field(name="cause", kind="words", label="cause", hint="cause"),
        Field(name="fix", kind="words", label="fix", hint="fix"),
        Field(name="prevention", kind="words", label="prevention", hint="prevention"),
        Field(name="scope", kind="choice", label="scope", source="scope", hint="scope"),
        Field(name="owner", kind="choice", label="carries-out", source="colleague"),
        Field(name="due", kind="date", label="carried-out-by"),
    ),
    "accept": (),
    "send_back": (REASON,),
    "carried_out": (Field(name="proof", kind="words", label="proof", hint="corrective-proof"),),
    "put_off": (Field(name="due", kind="date", label="carried-out-by"), REASON),
    "prove": (VERDICT,),
    "came_again": (VERDICT,),
    "join": (Field(name="into", kind="line", label="action", hint="action"),),
    SPLIT: (Field(name="ticket", kind="line", label="ticket", hint="split"),),
    "drop": (REASON,),
}
GRAVE = frozenset({"send_back", "came_again", "drop"})
LEADING: Mapping[Stage, str] = {
    Stage.OWED: "plan",
    Stage.PLANNED: "accept",
    Stage.RUNNING: "carried_out",
    Stage.WATCHED: "prove",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed into it, and why it was not taken."""

    name: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    overtaken: bool = False
    since: Sequence[Record] = ()  # what was done meanwhile, where it was overtaken


@dataclass(frozen=True, slots=True)
class Scene:
    """The action, which acts may be done with it, in which words; `colleagues`: who could carry it
    out, id and name.
    """

    action: Corrective
    may: Sequence[str]
    words: Words
    colleagues: Sequence[tuple[str, str]] = ()


def forms(scene: Scene, tried: Tried) -> list[dict[str, Any]]:
    """The forms, the leading one first, the grave ones last; one that came back is open, and stays
    although its act is no longer allowed.
    """
    lead = LEADING.get(scene.action.stage, "")
    names = sorted(
        (name for name in FORMS if name in scene.may),
        key=lambda name: (name in GRAVE) - (name == lead),
    )
    if tried.name and tried.name not in names:
        names.append(tried.name)
    return [_form(name, scene, tried, lead) for name in names]


def _form(name: str, scene: Scene, tried: Tried, lead: str) -> dict[str, Any]:
    words = scene.words
    back = tried if tried.name == name else Tried()
    known = {**_known(scene), **back.typed}
    return {
        "name": name,
        "title": words(f"corrective-do-{name}"),
        "about": words.known(f"desk-corrective-about-{name}", ""),
        "fields": [_field(one, known, scene) for one in FORMS[name]],
        "speaks": False,
        "send": words("send"),
        "grave": name in GRAVE,
        "lead": name == lead,
        "open": bool(back.name) or (name == lead == "plan"),
        "why": back.why,
        "overtaken": back.overtaken,
    }


def _known(scene: Scene) -> dict[str, str]:
    """What can be filled in already: the plan as it stands, to be mended."""
    of = scene.action
    zone = ZoneInfo(scene.words.stage.house.zone)
    due = f"{of.due.astimezone(zone):%Y-%m-%d}" if of.due and of.due > scene.words.now else ""
    plain = ("cause_class", "cause", "fix", "prevention", "scope")
    return {name: str(getattr(of, name)) for name in plain} | {
        "owner": str(of.owner or ""),
        "due": due,
    }


def _field(one: Field, known: Mapping[str, str], scene: Scene) -> dict[str, Any]:
    words = scene.words
    today = f"{words.now.astimezone(ZoneInfo(words.stage.house.zone)):%Y-%m-%d}"
    return {
        "name": one.name,
        "kind": one.kind,
        "label": words(f"field-{one.label}"),
        "hint": words(f"hint-{one.hint}") if one.hint else "",
        "required": one.required,
        "value": known.get(one.name, ""),
        "options": _options(one, scene),
        "least": today,
        "most": "",
    }


def _options(one: Field, scene: Scene) -> list[tuple[str, str]]:
    words, of = scene.words, scene.action
    match one.source:
        case "cause-class":
            return [(code, words(f"cause-{code}")) for code in CAUSES]
        case "scope":
            there = {PROVINCE: bool(of.province), STORE: bool(of.store)}
            scopes = (code for code in SCOPES if there.get(code, True))
            return [(code, words(f"scope-{code}")) for code in scopes]
        case "colleague":
            return list(scene.colleagues)
        case _:
            return []
