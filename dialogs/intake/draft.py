"""The draft as it grows: what was understood, what is missing, and the filing it becomes.

Each field stands under its own name. A person's "I don't know" is `UNKNOWN`. Every value that a
reading put there is shown on the card; submitting confirms it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from dialogs import answers
from dialogs.dialog import Scene
from dialogs.house import House
from dialogs.intake.contact import UNSURE, company_of, kind_of
from dialogs.intake.promised import promised_for
from dialogs.model import Json, Money, Phrase, Say
from dialogs.tickets.numbers import read_numbers
from dialogs.tickets.ticket import FRIENDLY, Kind, When, Where
from dialogs.understand import matters, reading
from dialogs.understand.heard import Heard, heard, only_anger, worse

UNKNOWN: Json = {"unknown": True}
TAGGED = 0.12  # the share of a further kind from which it is named on the card
VAGUE = 0.2  # below this share the guesses are not worth reading
SURE = 0.6  # the share of a guess from which a category stands on the card unasked
# A store named in the story: "朝阳路营业厅", "the Oxford Street store".
STORE = re.compile(
    r"(?<=[在去到])[\u4e00-\u9fff\d]{2,12}(?:营业厅|专卖店|门店)"
    r"|\b(?:[A-Z]\w+ ){1,3}(?:store|shop|branch)\b"
)
FIELDS = ("company", "kind", "story", "category", "when", "place", "amount", "number", "remedy")
STAGES = {
    "story": 1,
    "category": 2,
    "when": 3,
    "place": 3,
    "amount": 3,
    "number": 4,
    "remedy": 5,
}


def understood(story: str, scene: Scene) -> dict[str, Json]:
    """What a story tells, as changes of the draft; fields already answered stay as they are.

    Its first 1,500 characters are read.
    """
    house, now, story = scene.house, scene.facts.now, story[: reading.LONGEST]
    told = reading.read(story, now=now, zone=house.zone, catalogue=house.catalogue)
    promised = promised_for(story, told.when, house.zone)
    found: dict[str, Json] = {
        "when": when_json(told.when) if told.when else None,
        "place": _place(story, house),
        "amount": told.disputed,
        "number": told.numbers[0] if told.numbers else told.account or None,
        "remedy": [
            {"code": wish.code, "minor": wish.minor, "words": wish.words} for wish in told.wishes
        ]
        or None,
        "wish_by": told.wish_by.isoformat() if told.wish_by else None,
        "reported_before": told.reported_before or None,
        "promise": told.promise or None,
        "channels_disagree": told.channels_disagree or None,
        "promised": promised.isoformat() if promised else None,
        **category_of(story, house),
        "found": found_in(story, scene),
    }
    found["company"] = company_of(story, str(found.get("category", "")), house)
    kept = {name: value for name, value in found.items() if value is not None}
    known: dict[str, Json] = {**_of_named(story, scene), **kept}
    return {name: value for name, value in known.items() if name not in scene.draft}


def _of_named(story: str, scene: Scene) -> dict[str, Json]:
    """What need not be asked since the story names a ticket by its number (domain.md §3.6)."""
    numbers = read_numbers(story)
    named = next((one for one in scene.facts.tickets if one.number in numbers), None)
    if named is None:
        return {}
    filing = named.filing
    told: dict[str, Json] = {"category": filing.category, "subtype": filing.subtype}
    if filing.service_number:
        told["number"] = filing.service_number
    if filing.where is not None:
        told["place"] = place_json(filing.where, told=True)
    return told


def reread(story: str, scene: Scene) -> dict[str, Json]:
    """What a story tells in place of the draft's own, as changes.

    What had been read out of the old one goes with it (None); what was answered since stays.
    """
    before = scene.draft.get("story")
    if not isinstance(before, str):
        return understood(story, scene)
    if before[: reading.LONGEST] == story[: reading.LONGEST]:
        return {}
    blank = replace(scene, frame=replace(scene.frame, draft={}))
    chosen = () if scene.draft.get("guessed") else ("category", "subtype", "tags")
    gone: dict[str, Json] = {
        name: None
        for name, value in understood(before, blank).items()
        if scene.draft.get(name) == value and name not in chosen
    }
    return {**gone, **understood(story, scene.with_draft(gone))}


def begun(words: str, scene: Scene) -> dict[str, Json]:
    """A fresh draft from words told before it began; empty if they tell too little."""
    story = answers.story(words)
    triggers = scene.house.catalogue.triggers
    if isinstance(story, answers.Refused) or only_anger(story, triggers):
        return {}
    found = heard(story, triggers)
    clean, _ = answers.private_numbers(story)
    blank = replace(scene, frame=replace(scene.frame, draft={}))
    told = {"story": clean, **understood(clean, blank), **sounding({}, found)}
    draft = {**told, **kind_of(clean, found, scene.house)}
    if draft["kind"] == Kind.FAULT:  # to report it is what this message does
        draft.pop("reported_before", None)
    return draft


def sounding(draft: Mapping[str, Json], found: Heard) -> dict[str, Json]:
    """What was heard while a draft is filled, beside what was heard before."""
    known = draft.get("alarms")
    before = [str(one) for one in known] if isinstance(known, list) else []
    alarms: list[Json] = list(dict.fromkeys((*before, *found.codes)))
    tone = worse(str(draft.get("tone") or ""), found.tone)
    return {
        **({"alarms": alarms} if alarms else {}),
        **({"tone": tone} if tone != "calm" else {}),
    }


def regret(draft: Mapping[str, Json]) -> tuple[Say, ...]:
    """What a draft begins with: regret, and calm where something was announced.

    Nothing where nothing was told, and where it may be praise or a suggestion.
    """
    if "story" not in draft or draft.get("kind") in (*FRIENDLY, UNSURE):
        return ()
    return (Say(Phrase("complaint-calm" if draft.get("alarms") else "complaint-regret")),)


def carried(words: str, scene: Scene) -> dict[str, Json]:
    """A draft of a complaint from words told elsewhere, however few they are."""
    clean, _ = answers.private_numbers(words.strip())
    told = begun(words, scene) or ({"story": clean} if clean else {})
    return {**told, "kind": str(Kind.COMPLAINT)}


def told_by(scene: Scene) -> dict[str, Json]:
    """Which messages told the story of a draft begun here, so that a rewritten one finds it."""
    said = scene.draft.get("said")
    return {"said": dict.fromkeys(said, "fact/story")} if isinstance(said, dict) else {}


def category_of(story: str, house: House) -> dict[str, Json]:
    """The category pair if it is sure enough to stand on the card; the likeliest pairs anyway."""
    guesses = house.guesser.guess(story, best=3)
    likely = guesses if guesses and guesses[0].share >= VAGUE else ()
    pairs: list[Json] = [f"{guess.category}:{guess.subtype}" for guess in likely]
    if not guesses or guesses[0].share < SURE:
        return {"pairs": pairs}
    best = guesses[0]
    shares = house.guesser.subtypes(story, best.category)
    also = [(code, share) for code, share in shares[:4] if code != best.subtype]
    tags: list[Json] = [code for code, share in also if share >= TAGGED]
    return {
        "pairs": pairs,
        "category": best.category,
        "subtype": best.subtype,
        "tags": tags,
        "guessed": True,
    }


def found_in(story: str, scene: Scene) -> Json:
    """The matters that a story is cut into, None where it tells one."""
    guesser = scene.house.guesser
    cut = matters.split(story, lambda words: next(iter(guesser.guess(words, 1)), None))
    return {"lead": cut.lead, "parts": list(cut.parts), "tail": cut.tail} if cut else None


def _place(story: str, house: House) -> Json:
    where = house.places.resolve(story)
    if where.province:
        return place_json(where)
    store = STORE.search(story)
    return place_json(Where(words=store[0].strip()), told=True) if store else None


def missing(draft: Mapping[str, Json], house: House) -> str:
    """The next field to ask, or "" when the card can be shown. A pure function of both."""
    if draft.get("company") in house.catalogue.companies:
        return "company"
    if draft.get("kind") == UNSURE:
        return "kind"
    for field in FIELDS:
        if not needed(field, draft, house):
            continue
        if field not in draft:
            return field
        if field == "category" and str(draft[field]) not in house.catalogue.categories:
            return field
        if field == "place" and not _place_enough(draft, house):
            return field
    return ""


def needed(field: str, draft: Mapping[str, Json], house: House) -> bool:
    """Whether this category asks for the field before the card."""
    kind = draft.get("kind")
    if kind in FRIENDLY or field in ("kind", "company"):
        return field == "story"
    if field == "remedy" and kind == Kind.FAULT:  # to be repaired: nothing to be asked
        return False
    if field in ("story", "category", "remedy"):
        return True
    category = house.catalogue.categories.get(str(draft.get("category", "")))
    return category is not None and field in category.needs


def _place_enough(draft: Mapping[str, Json], house: House) -> bool:
    """A repair needs more than a province: the crew must find the street."""
    place = draft.get("place")
    if not isinstance(place, dict) or place.get("unknown") or not needed("place", draft, house):
        return True
    return bool(place.get("told") or place.get("district"))


def when_json(when: When) -> Json:
    """A When as the draft keeps it: ISO times and the words."""
    return {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "day_only": when.day_only,
        "words": when.words,
    }


def when_of(value: Json) -> When | None:
    """The When that a draft keeps; None for unknown or missing."""
    if not isinstance(value, dict) or value.get("unknown"):
        return None
    start, end = value.get("start"), value.get("end")
    return When(
        start=datetime.fromisoformat(start) if isinstance(start, str) else None,
        end=datetime.fromisoformat(end) if isinstance(end, str) else None,
        day_only=bool(value.get("day_only", True)),
        words=str(value.get("words", "")),
    )


def place_json(where: Where, *, told: bool = False) -> Json:
    """A Where as the draft keeps it; `told` if it answered our question."""
    return {
        "words": where.words,
        "province": where.province,
        "city": where.city,
        "district": where.district,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "told": told,
    }


def place_of(value: Json) -> Where | None:
    """The Where that a draft keeps; None for unknown or missing."""
    if not isinstance(value, dict) or value.get("unknown"):
        return None
    latitude, longitude = value.get("latitude"), value.get("longitude")
    return Where(
        words=str(value.get("words") or ""),
        province=str(value.get("province") or ""),
        city=str(value.get("city") or ""),
        district=str(value.get("district") or ""),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
    )


def money_of(value: Json) -> Money | None:
    """An amount that the draft keeps (minor units); None for unknown or missing."""
    return Money(value) if isinstance(value, int) and not isinstance(value, bool) else None
