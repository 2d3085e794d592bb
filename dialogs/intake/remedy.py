"""The remedy wished for: five that fit, the others, several at once, or words of one's own."""

from collections.abc import Mapping

from dialogs import answers
from dialogs.answers import Refused
from dialogs.catalogue import Remedy
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import misfit, question
from dialogs.model import Arg, Choice, Json, Phrase, Say, Tap, Text, What
from dialogs.understand import reading

PAGE = 7


def ask_remedy(scene: Scene) -> Say:
    chosen = _chosen(scene)
    choices = tuple(
        Choice(_ticked(scene, code, code in chosen), f"wish:{code}") for code in _shown(scene)
    )
    other = "more" if scene.draft.get("menu") != "more" else "fewer"
    last = (Choice(Phrase(f"button-{other}"), other),)
    done = (Choice(Phrase("button-done"), "done", "success"),) if chosen else ()
    return question(scene, "remedy", *choices, *last, *done, typed="list")


def _shown(scene: Scene) -> tuple[str, ...]:
    """Five fitting remedies, or those that the first five left out."""
    every = _every(scene)
    category = scene.house.catalogue.categories.get(str(scene.draft.get("category", "")))
    first = category.remedies[:5] if category else tuple(every)[:5]
    if scene.draft.get("menu") != "more":
        return first
    return tuple(code for code in every if code not in first)[:PAGE]


def _every(scene: Scene) -> Mapping[str, Remedy]:
    """What may be wished for; what is offered only is nobody's to ask for."""
    known = scene.house.catalogue.remedies
    return {code: one for code, one in known.items() if not one.offered_only}


def _chosen(scene: Scene) -> list[str]:
    chosen = scene.draft.get("chosen")
    known = _every(scene)
    return [str(code) for code in chosen if code in known] if isinstance(chosen, list) else []


def _ticked(scene: Scene, code: str, on: bool) -> Arg:
    label = scene.house.catalogue.remedies[code].label
    return Phrase("ticked", {"label": label}) if on else label


def take_remedy(scene: Scene, what: What) -> Answer | Refused:
    known = _every(scene)
    match what:
        case Tap(data="more" | "fewer" as menu):
            return Answer("menu", {"menu": menu, "again": "remedy"})
        case Tap(data="done") if _chosen(scene):
            return _wished(_chosen(scene))
        case Tap(data=data, typed=typed) if data.startswith("wish:") and data[5:] in known:
            if typed:
                return _wished([*_chosen(scene), data[5:]])
            return Answer("menu", {"chosen": _toggled(scene, data[5:]), "again": "remedy"})
        case Text(text):
            return _typed_remedy(scene, text)
    return misfit(what, "refused-remedy")


def _toggled(scene: Scene, code: str) -> Json:
    chosen = _chosen(scene)
    kept: list[Json] = [one for one in chosen if one != code]
    return kept if code in chosen else [*kept, code]


def _typed_remedy(scene: Scene, text: str) -> Answer | Refused:
    shown = _shown(scene)
    listed = answers.choices(text, len(shown) + 1)
    if listed is not None:
        if len(shown) in listed:
            menu = "fewer" if scene.draft.get("menu") == "more" else "more"
            return Answer("menu", {"menu": menu, "again": "remedy"})
        return _wished([*_chosen(scene), *(shown[place] for place in listed)])
    told, labels = answers.spoken(text), _every(scene).values()
    named = [
        one.code
        for one in labels
        if not answers.known(tuple(one.label.words.values())).isdisjoint(told)
    ]
    if named:
        return _wished([*_chosen(scene), *named])
    return _free_remedy(scene, text)


def _free_remedy(scene: Scene, text: str) -> Answer | Refused:
    """A wish in one's own words: what is known of it, and the words themselves."""
    if len(text.strip()) < 2:
        return Refused("refused-remedy")
    told = reading.wished(
        text, now=scene.facts.now, zone=scene.house.zone, catalogue=scene.house.catalogue
    )
    wishes: list[Json] = [
        {"code": wish.code, "minor": wish.minor, "words": ""} for wish in told.wishes
    ]
    own: list[Json] = [{"code": "", "minor": None, "words": text.strip()}]
    by = {"wish_by": told.wish_by.isoformat()} if told.wish_by else {}
    return Answer(changes={"remedy": wishes or own, "chosen": None, "menu": None, **by})


def _wished(codes: list[str]) -> Answer:
    wishes: list[Json] = [
        {"code": code, "minor": None, "words": ""} for code in dict.fromkeys(codes)
    ]
    return Answer(changes={"remedy": wishes, "chosen": None, "menu": None})


def remedies_typed(
    scene: Scene, codes: tuple[str, ...] | None, words: str
) -> dict[str, Json] | Refused:
    """The wishes of a form as changes of the draft: `codes` (None: as they stand), and words.

    What was told with a wish, as its amount, stays with it; words tell it anew.
    """
    told = scene.draft.get("remedy")
    listed = told if isinstance(told, list) else []
    stand: dict[str, Json] = {str(one["code"]): one for one in listed if isinstance(one, dict)}
    known = _every(scene)
    chosen = stand if codes is None else {code: _plain(code) for code in codes if code in known}
    wishes: dict[str, Json] = {code: stand.get(code, one) for code, one in chosen.items()}
    if not words.strip():
        return {"remedy": [*wishes.values()] or None}
    taken = _free_remedy(scene, words)
    if isinstance(taken, Refused):
        return taken
    said = taken.changes["remedy"]
    added = said if isinstance(said, list) else []
    wishes |= {str(one.get("code")): one for one in added if isinstance(one, dict)}
    return {**taken.changes, "remedy": [*wishes.values()]}


def _plain(code: str) -> Json:
    return {"code": code, "minor": None, "words": ""}
