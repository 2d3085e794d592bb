"""The card before filing: every value that stands in the draft, each line to be changed."""

from datetime import date, datetime

from dialogs import answers
from dialogs.dialog import Scene
from dialogs.intake.category import pair_words
from dialogs.intake.draft import money_of, needed, place_of, when_of
from dialogs.intake.kind import kind_words
from dialogs.model import Arg, Choice, Joined, Json, Moment, Money, Phrase, Say
from dialogs.tickets.ticket import FRIENDLY, Kind, When, Where, Wish
from dialogs.tickets.wording import shortened


def ask_card(scene: Scene) -> Say:
    """The whole draft on one card; submitting confirms what was guessed."""
    choices = (
        Choice(Phrase("button-submit"), "submit", "success"),
        Choice(Phrase("button-change"), "change"),
        Choice(Phrase("button-cancel"), "g:cancel"),
    )
    return Say(
        (Phrase("complaint-card"), *card_lines(scene), Phrase("complaint-card-end")), choices
    )


def shared_lines(scene: Scene) -> tuple[Arg, ...]:
    """What several matters have in common: the number, how to be reached, who it is."""
    number = scene.draft.get("number")
    shown: tuple[Arg, ...] = (_line("number", answers.masked(str(number))),) if number else ()
    return (*shown, *_person(scene))


def card_lines(scene: Scene) -> tuple[Arg, ...]:
    """One line a value, the safety line of the category first."""
    draft, house = scene.draft, scene.house
    code = str(draft.get("category", ""))
    kind = str(draft.get("kind") or Kind.COMPLAINT)
    if kind in FRIENDLY:
        return (_line("kind", kind_words(kind)), _line("story", _short(draft)), *_extras(scene))
    shown: list[Arg] = [] if kind == Kind.COMPLAINT else [_line("kind", kind_words(kind))]
    if code in house.catalogue.emergency:
        shown.append(house.catalogue.emergency[code])
    pair = pair_words(scene, code, str(draft.get("subtype", "")))
    shown += [_line("category", pair), *_tags(scene, code), _line("story", _short(draft))]
    for field in ("when", "place", "amount"):
        if field in draft or needed(field, draft, house):
            shown.append(_line(field, _value(field, scene)))
    if "number" in draft:
        shown.append(_line("number", answers.masked(str(draft["number"]))))
    if kind != Kind.FAULT or "remedy" in draft:
        shown.append(_line("remedy", wishes_words(wishes_of(draft.get("remedy")), scene)))
    return (*shown, *_extras(scene))


def _tags(scene: Scene, code: str) -> tuple[Arg, ...]:
    tags = scene.draft.get("tags")
    category = scene.house.catalogue.categories.get(code)
    if category is None or not isinstance(tags, list):
        return ()
    kinds = [category.subtype(str(tag)) for tag in tags]
    labels = tuple(kind.label for kind in kinds if kind is not None)
    return (_line("tags", Joined(labels)),) if labels else ()


def _extras(scene: Scene) -> tuple[Arg, ...]:
    """What else the story told: by when, earlier contacts, a promise, and how to be reached."""
    draft = scene.draft
    shown: list[Arg] = []
    if isinstance(draft.get("wish_by"), str):
        wish_by = datetime.fromisoformat(str(draft["wish_by"]))
        shown.append(_line("wish-by", Moment(wish_by)))
    if isinstance(draft.get("promised"), str):
        shown.append(_line("promised", date.fromisoformat(str(draft["promised"]))))
    if draft.get("reported_before"):
        shown.append(_line("before", shortened(str(draft["reported_before"]))))
    if draft.get("channels_disagree"):
        shown.append(Phrase("card-disagree"))
    promise = scene.house.catalogue.promises.get(str(draft.get("promise", "")))
    if promise is not None:
        shown.append(_line("promise", promise.label))
    return (*shown, *_person(scene))


def _person(scene: Scene) -> tuple[Arg, ...]:
    """How to be reached, and who it is."""
    draft = scene.draft
    shown: list[Arg] = []
    if draft.get("contact"):
        shown.append(_line("contact", answers.masked(str(draft["contact"]))))
    if draft.get("window"):
        shown.append(_line("window", str(draft["window"])))
    if draft.get("name"):
        shown.append(_line("name", str(draft["name"])))
    if draft.get("relation"):
        shown.append(_line("relation", Phrase(f"relation-{draft['relation']}")))
    return tuple(shown)


def _line(name: str, value: Arg) -> Phrase:
    return Phrase(f"card-{name}", {"value": value})


def _short(draft: object) -> Arg:
    story = str(draft.get("story", "")) if hasattr(draft, "get") else ""
    flat = " ".join(story.split())
    cut = shortened(flat)
    return flat if cut == flat else Phrase("card-long", {"words": cut, "count": len(story)})


def _value(field: str, scene: Scene) -> Arg:
    value = scene.draft.get(field)
    match field:
        case "when":
            when = when_of(value)
            return when_words(when) if when else Phrase("card-unknown")
        case "place":
            where = place_of(value)
            return place_words(where, scene) if where else Phrase("card-unknown")
        case _:
            return money_of(value) or Phrase("card-unknown")


def when_words(when: When) -> Arg:
    """The dates understood, beside the words as told where these differ."""
    if when.start is None:
        return shortened(when.words) or Phrase("card-unknown")
    start = Moment(when.start, when.day_only)
    if when.end is None or when.end == when.start:
        dated: Arg = start
    else:
        dated = Phrase("card-span", {"start": start, "end": Moment(when.end, when.day_only)})
    if not when.words:
        return dated
    return Phrase("card-told", {"value": dated, "words": shortened(when.words)})


def place_words(where: Where, scene: Scene) -> Arg:
    """The place as told, and what it was resolved to."""
    code = where.district or where.city or where.province
    name = scene.house.places.name(code, scene.facts.language) if code else ""
    if where.latitude is not None and not where.words:
        return Phrase("card-pin")
    if not name:
        return shortened(where.words)
    if not where.words or where.words in name:
        return name
    return Phrase("card-told", {"value": name, "words": shortened(where.words)})


def wishes_of(value: Json) -> tuple[Wish, ...]:
    """The wishes that a draft keeps."""
    if not isinstance(value, list):
        return ()
    return tuple(_wish_of(one) for one in value if isinstance(one, dict))


def _wish_of(kept: dict[str, Json]) -> Wish:
    minor = kept.get("minor")
    return Wish(
        code=str(kept.get("code") or ""),
        minor=minor if isinstance(minor, int) else None,
        words=str(kept.get("words") or ""),
    )


def wishes_words(wishes: tuple[Wish, ...], scene: Scene) -> Arg:
    """The wishes in one line: "double refund ¥188, apology"."""
    return Joined(tuple(_wish(wish, scene) for wish in wishes))


def _wish(wish: Wish, scene: Scene) -> Arg:
    remedy = scene.house.catalogue.remedies.get(wish.code)
    if remedy is None:
        return shortened(wish.words or wish.code)
    if wish.minor is None:
        return remedy.label
    return Phrase("card-wish", {"remedy": remedy.label, "amount": Money(wish.minor)})
