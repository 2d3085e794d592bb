"""Several matters in one story: asked once whether they go apart, then told on one card.

The person decides with one tap; after it only what a matter lacks is asked, under its name, and
what all share only once (domain.md §3.4: one ticket per category under one contact).
"""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import misfit
from dialogs.intake.card import card_lines, shared_lines
from dialogs.intake.draft import needed, reread
from dialogs.intake.fields import FIELDS
from dialogs.intake.parting import (
    OF_ALL,
    OF_ONE,
    focus,
    folded,
    label,
    matters,
    missing,
    one_again,
    parted,
    parts,
    placed,
    reparted,
    seen,
    whose,
)
from dialogs.model import Arg, Choice, Json, Phrase, Say, Tap, Text, What
from dialogs.tickets.wording import shortened
from dialogs.values import replace

SHORT = 56  # display cells of a matter's words in the question
SCREEN = 7  # lines of a matter to be changed on one screen, beside the way back


def ask_several(scene: Scene) -> Say:
    """What was found, and the two ways on."""
    told = parts(scene.draft)
    lines: list[Arg] = [Phrase("several-part", {"words": shortened(part, SHORT)}) for part in told]
    count = len(told)
    choices = (
        Choice(Phrase("button-apart", {"count": count}), "apart", "primary"),
        Choice(Phrase("button-as-one"), "one"),
    )
    words = (Phrase("complaint-several", {"count": count}), *lines, Phrase("complaint-several-end"))
    return Say(words, choices)


def take_several(scene: Scene, what: What) -> Answer | Refused:
    yes = scene.house.catalogue.yes_words
    match what:
        case Tap(data="apart"):
            return apart(scene)
        case Tap(data="one"):
            return as_one(scene)
        case Text(text) if answers.is_word(text, yes):
            return apart(scene)
        case Text(text) if len(text.strip()) >= 4:
            return Answer("stay", more_told(scene, text), says=(Say(Phrase("complaint-added")),))
    return misfit(what, "refused-same")


def apart(scene: Scene) -> Answer:
    """Each matter for itself; who comes back to the question keeps what was answered since."""
    kept: list[Json] = [*matters(scene.draft)]
    return Answer("apart", {"matters": kept or parted(scene), "one": None, "menu": None})


def more_told(scene: Scene, text: str) -> dict[str, Json]:
    """More words while it is in question; what was found stays in question with them."""
    clean, _ = answers.private_numbers(text.strip())
    story = f"{scene.draft.get('story', '')}\n{clean}"
    found = {"found": scene.draft.get("found")}
    read = reread(story, scene)
    kept = {} if parts(scene.with_draft(read).draft) else found
    return {**read, **kept, "story": story}


def as_one(scene: Scene) -> Answer:
    """One complaint after all: what was answered for its matters goes with it."""
    return Answer("one", {**one_again(scene), "matters": None, "one": True, "menu": None})


def asking(scene: Scene) -> str:
    """The field in question: the one asked again, or the next that is missing."""
    again = str(scene.draft.get("again") or "")
    place, field = placed(again, scene.draft)
    if field in FIELDS:
        return field if place is None else f"{place + 1}.{field}"
    return missing(scene.draft, scene.house) or "story"


def ask_fact(scene: Scene) -> Say:
    """The question of the field, with the matter named where there are several."""
    place, field = placed(asking(scene), scene.draft)
    if place is None:
        return FIELDS[field].ask(scene)
    asked = FIELDS[field].ask(focus(scene, place))
    words = asked.words if isinstance(asked.words, tuple) else (asked.words,)
    about = Phrase("several-about", {"matter": label(scene, place)})
    return replace(asked, words=(*words[:-1], about, words[-1]))


def take_fact(scene: Scene, what: What) -> Answer | Refused:
    place, field = placed(asking(scene), scene.draft)
    if place is not None:
        return within(scene, place, FIELDS[field].take(focus(scene, place), what))
    taken = FIELDS[field].take(scene, what)
    if isinstance(taken, Refused) or not matters(scene.draft) or "story" not in taken.changes:
        return taken
    if field == "story":
        return replace(taken, changes=reparted(scene, taken.changes))
    return told_more(scene, str(what.text) if isinstance(what, Text) else "", taken)


def within(scene: Scene, place: int, taken: Answer | Refused) -> Answer | Refused:
    """An answer of one matter, as an answer of the whole draft."""
    if isinstance(taken, Refused):
        return taken
    return replace(taken, changes=folded(scene, place, taken.changes))


def told_more(scene: Scene, words: str, taken: Answer) -> Answer:
    """Words of the story where all were asked something: they go to the matter they are about."""
    rest = {name: value for name, value in taken.changes.items() if name != "story"}
    return replace(taken, changes={**rest, **added(scene, words)})


def added(scene: Scene, words: str) -> dict[str, Json]:
    """More words for the matter that they are about, and what they tell of it."""
    clean, _ = answers.private_numbers(words.strip())
    place = whose(scene, clean)
    here = focus(scene, place)
    story = f"{here.draft.get('story', '')}\n{clean}".strip()
    whole = f"{scene.draft.get('story', '')}\n{clean}".strip()
    return {**folded(scene, place, {**reread(story, here), "story": story}), "story": whole}


def joined(scene: Scene, more: str) -> dict[str, Json]:
    """Words told beside a draft of several matters that belong to it."""
    known = (str(one.get("story", "")) for one in matters(scene.draft))
    return {} if any(more in story for story in known) else added(scene, more)


def ask_card(scene: Scene) -> Say:
    """All matters on one card, then what they share; as one, where today's room is too small."""
    count = len(matters(scene.draft))
    shown: list[Arg] = []
    for place in range(count):
        shown.append(Phrase("card-matter", {"place": place + 1, "count": count}))
        shown += card_lines(alone(scene, place))
    shared = shared_lines(scene)
    if shared:
        shown += [Phrase("card-shared"), *shared]
    one = (Choice(Phrase("button-as-one"), "one"),) if room(scene) < count else ()
    choices = (
        Choice(Phrase("button-submit-all", {"count": count}), "submit", "success"),
        Choice(Phrase("button-change"), "change"),
        *one,
        Choice(Phrase("button-cancel"), "g:cancel"),
    )
    return Say(
        (Phrase("complaint-card"), *shown, Phrase("complaint-card-all", {"count": count})), choices
    )


def alone(scene: Scene, place: int) -> Scene:
    """One matter with what is its own, and its kind."""
    kind = {"kind": scene.draft["kind"]} if "kind" in scene.draft else {}
    own = {**kind, **matters(scene.draft)[place]}
    return replace(scene, frame=replace(scene.frame, draft=own))


def room(scene: Scene) -> int:
    """How many tickets may still be filed today; more than ever needed where there is no limit."""
    limit = scene.house.tickets_per_day
    return max(0, limit - scene.facts.filed_today) if limit else len(matters(scene.draft)) + 1


def ask_change(scene: Scene) -> Say:
    """First which matter, then which of its lines: no more than eight to a screen."""
    menu = str(scene.draft.get("menu") or "")
    count = len(matters(scene.draft))
    back = Choice(Phrase("button-other-matter"), "of:")
    if menu == "of:0":
        shared = (Choice(Phrase(f"field-{name}"), f"edit:{name}") for name in OF_ALL)
        return Say(Phrase("complaint-change"), (*shared, back))
    place = chosen(menu, count)
    if place is not None:
        mark = place + 1
        lines = (Choice(Phrase(f"field-{n}"), f"edit:{mark}.{n}") for n in changeable(scene, place))
        about = Phrase("several-about", {"matter": label(scene, place)})
        return Say((about, Phrase("complaint-change")), (*lines, back))
    named = (Choice(_named(scene, one), f"of:{one + 1}") for one in range(count))
    shared_ones = Choice(Phrase("button-shared"), "of:0")
    one = Choice(Phrase("button-as-one"), "one")
    return Say(Phrase("complaint-change-which"), (*named, shared_ones, one))


def _named(scene: Scene, place: int) -> Phrase:
    """A matter as the card counts it."""
    return Phrase("several-choice", {"place": place + 1, "matter": label(scene, place)})


def chosen(menu: str, count: int) -> int | None:
    """The place of the matter whose lines are shown."""
    number = menu.removeprefix("of:")
    shown = menu.startswith("of:") and number.isdecimal() and 1 <= int(number) <= count
    return int(number) - 1 if shown else None


def changeable(scene: Scene, place: int) -> tuple[str, ...]:
    """The lines of one matter, those that its category does not need left out."""
    draft = seen(scene.draft, place)
    return tuple(one for one in OF_ONE if one in draft or needed(one, draft, scene.house))[:SCREEN]


def take_change(scene: Scene, what: What) -> Answer | Refused:
    count = len(matters(scene.draft))
    match what:
        case Tap(data="one"):
            return as_one(scene)
        case Tap(data="of:"):
            return Answer("stay", {"menu": None})
        case Tap(data=data) if data == "of:0" or chosen(data, count) is not None:
            return Answer("stay", {"menu": data})
        case Tap(data=data) if data.startswith("edit:"):
            place, field = placed(data[5:], scene.draft)
            mine = OF_ALL if place is None else changeable(scene, place)
            if field in mine:
                return Answer("edit", {"again": data[5:], "menu": None})
    return misfit(what, "refused-change")
