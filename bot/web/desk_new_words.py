"""The form of a complaint by hand in words: what was read of the story beside what may be typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.web.desk_words import Words, masked
from dialogs import answers
from dialogs.dialog import Scene
from dialogs.intake import by_hand as sheets
from dialogs.intake.by_hand import Sheet
from dialogs.intake.card import card_lines, place_words, when_words
from dialogs.intake.draft import money_of, needed, place_of, when_of
from dialogs.intake.facts import RELATIONS
from dialogs.model import Arg, Json, Phrase
from dialogs.tickets.ticket import Kind


def choices(sheet: Sheet, told: Sheet, words: Words) -> dict[str, dict[str, Any]]:
    """The selects: their options, what stands in them, and what the story alone would say."""
    draft, alone = sheet.scene.draft, told.scene.draft
    kinds = [(one.value, words.of(Phrase(f"kind-{one}"))) for one in Kind]
    relations = [(one, words.of(Phrase(f"relation-{one}"))) for one in RELATIONS]
    return {
        "kind": {"options": kinds, "value": draft.get("kind"), "seen": alone.get("kind", "")},
        "category": {"groups": _categories(words), "value": _pair(draft), "seen": _pair(alone)},
        "relation": {
            "options": relations,
            "value": draft.get("relation", RELATIONS[0]),
            "seen": RELATIONS[0],
        },
    }


def _pair(draft: Mapping[str, Json]) -> str:
    return f"{draft['category']}:{draft.get('subtype', '')}" if draft.get("category") else ""


def _categories(words: Words) -> list[dict[str, Any]]:
    return [
        {
            "name": words.of(one.label),
            "kinds": [(f"{one.code}:{sub.code}", words.of(sub.label)) for sub in one.subtypes],
        }
        for one in words.catalogue.categories.values()
    ]


def wishes(sheet: Sheet, told: Sheet, words: Words) -> dict[str, Any]:
    """The remedies, those that fit the category first; which are ticked, and which were told."""
    draft, known = sheet.scene.draft, words.catalogue.remedies
    category = words.catalogue.categories.get(str(draft.get("category", "")))
    order = dict.fromkeys((*(category.remedies if category else ()), *known))
    ticked = _codes(draft)
    return {
        "options": [
            {"code": code, "name": words.of(known[code].label), "ticked": code in ticked}
            for code in order
            if code in known and not known[code].offered_only
        ],
        "seen": ",".join(_codes(told.scene.draft)),
    }


def _codes(draft: Mapping[str, Json]) -> list[str]:
    told = draft.get("remedy")
    listed = told if isinstance(told, list) else []
    return [str(one["code"]) for one in listed if isinstance(one, dict) and one.get("code")]


def fields(sheet: Sheet, typed: Mapping[str, str], words: Words) -> list[dict[str, Any]]:
    """The inputs: what was typed into each, what is understood of it, whether it is missing."""
    scene, draft = sheet.scene, sheet.scene.draft
    asked = (
        name
        for name in sheets.TYPED
        if name in ("number", "contact", "name")
        or name in draft
        or name in sheet.gaps
        or needed(name, draft, scene.house)
    )
    return [
        {
            "name": name,
            "label": words.of(Phrase(f"field-{name}")),
            "value": typed.get(name, ""),
            "understood": words.of(said) if (said := _understood(name, scene)) else "",
            "missing": name in sheet.gaps,
            "unknowable": name in sheets.UNKNOWABLE,
            "unknown": _unknown(draft.get(name)),
        }
        for name in asked
    ]


def _unknown(value: Json) -> bool:
    return isinstance(value, dict) and bool(value.get("unknown"))


def _understood(name: str, scene: Scene) -> Arg:
    """What stands in the draft for a field, as the card says it; "" for nothing."""
    value = scene.draft.get(name)
    if value is None:
        return ""
    if _unknown(value):
        return Phrase("card-unknown")
    match name:
        case "when":
            when = when_of(value)
            return when_words(when) if when else ""
        case "place":
            where = place_of(value)
            return place_words(where, scene) if where else ""
        case "amount":
            return money_of(value) or ""
        case "number" | "contact":
            return masked(str(value))
    return str(value)


def card(sheet: Sheet, words: Words) -> list[str]:
    """The card of the chat, in the words of whoever sits at the desk."""
    facts = replace(sheet.scene.facts, language=words.language)
    return [words.of(line) for line in card_lines(replace(sheet.scene, facts=facts))]


def refused(why: answers.Refused, words: Words) -> str:
    """Why a field was not taken, in the words of the chat."""
    return words.of(Phrase(why.key, why.args))
