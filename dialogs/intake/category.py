"""The category with its kind: guessed pairs first, then the whole list, then the kinds."""

from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import misfit, question
from dialogs.intake.draft import (
    SURE,
)
from dialogs.model import Arg, Choice, Json, Phrase, Say, Tap, Text, What

PAGE = 7


def ask_category(scene: Scene) -> Say:
    kind, _, rest = str(scene.draft.get("menu") or "").partition(":")
    if kind == "sub" and rest in scene.house.catalogue.categories:
        return question(scene, "category", *_subtypes(scene, rest), key="complaint-subtype")
    if kind == "all" and rest in _pages(scene):
        return question(scene, "category", *_page(scene, int(rest)))
    guessed = _guessed(scene)
    if not guessed:
        return question(scene, "category", *_page(scene, 1))
    others = Choice(Phrase("button-other-category"), "all:1")
    return question(scene, "category", *guessed, others, key="complaint-category-guess")


def _guessed(scene: Scene) -> tuple[Choice, ...]:
    """The likeliest pairs, those left out that the catalogue no longer has."""
    pairs = scene.draft.get("pairs")
    split = [str(pair).partition(":") for pair in pairs] if isinstance(pairs, list) else []
    return tuple(
        Choice(pair_words(scene, code, subtype), f"pair:{code}:{subtype}")
        for code, _, subtype in split
        if not isinstance(_category(scene, code, subtype), Refused)
    )


def pair_words(scene: Scene, code: str, subtype: str) -> Arg:
    """ "Charges · charged after cancellation"; the bare code once the catalogue has it no more."""
    category = scene.house.catalogue.categories.get(code)
    if category is None:
        return code
    kind = category.subtype(subtype)
    if kind is None:
        return category.label
    return Phrase("category-pair", {"category": category.label, "subtype": kind.label})


def _pages(scene: Scene) -> tuple[str, ...]:
    """The numbers of the pages that all categories fill."""
    count = -(-len(scene.house.catalogue.categories) // PAGE)
    return tuple(str(page) for page in range(1, count + 1))


def _page(scene: Scene, page: int) -> tuple[Choice, ...]:
    every = tuple(scene.house.catalogue.categories.values())
    shown = every[(page - 1) * PAGE : page * PAGE]
    choices = tuple(Choice(one.label, f"cat:{one.code}") for one in shown)
    if page * PAGE < len(every):
        return (*choices, Choice(Phrase("button-more"), f"all:{page + 1}"))
    return (*choices, Choice(Phrase("button-fewer"), "all:1"))


def _subtypes(scene: Scene, code: str) -> tuple[Choice, ...]:
    category = scene.house.catalogue.categories[code]
    return tuple(Choice(one.label, f"sub:{one.code}") for one in category.subtypes[: PAGE + 1])


def take_category(scene: Scene, what: What) -> Answer | Refused:
    if isinstance(what, Text):
        return _guess_again(scene, what.text)
    if not isinstance(what, Tap):
        return misfit(what, "refused-category")
    kind, _, rest = what.data.partition(":")
    match kind:
        case "all" if rest in _pages(scene):
            return Answer("menu", {"menu": f"all:{rest}", "again": "category"})
        case "cat" if rest in scene.house.catalogue.categories:
            return Answer("menu", {"menu": f"sub:{rest}", "again": "category"})
        case "sub":
            code = str(scene.draft.get("menu") or "")[4:]
            return _category(scene, code, rest)
        case "pair":
            code, _, subtype = rest.partition(":")
            return _category(scene, code, subtype)
    return Refused("refused-category")


def _category(scene: Scene, code: str, subtype: str) -> Answer | Refused:
    category = scene.house.catalogue.categories.get(code)
    if category is None or category.subtype(subtype) is None:
        return Refused("refused-category")
    changes: dict[str, Json] = {
        "category": code,
        "subtype": subtype,
        "guessed": None,
        "menu": None,
        "tags": None if code != scene.draft.get("category") else scene.draft.get("tags"),
    }
    return Answer(changes=changes)


def _guess_again(scene: Scene, words: str) -> Answer | Refused:
    """Typed words narrow the guess; sure enough, they are the answer."""
    guesses = scene.house.guesser.guess(words, best=1)
    if guesses and guesses[0].share >= SURE:
        return _category(scene, guesses[0].category, guesses[0].subtype)
    return Refused("refused-category")
