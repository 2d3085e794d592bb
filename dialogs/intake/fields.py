"""The fields of a draft: how each is asked, and what counts as its answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.draft import (
    STAGES,
    SURE,
    UNKNOWN,
    place_json,
    understood,
    when_json,
)
from dialogs.model import Arg, Choice, Contact, Json, Location, Phrase, Say, Tap, Text, What
from dialogs.tickets.ticket import When, Where
from dialogs.understand import reading

PAGE = 7
DOTS = 5


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how its question is put, and how an answer to it is taken."""

    ask: Callable[[Scene], Say]
    take: Callable[[Scene, What], Answer | Refused]


def question(scene: Scene, field: str, *args: Choice, typed: str = "number", key: str = "") -> Say:
    """The question of a field under its step line; the way out stands on every one."""
    stage = STAGES.get(field, DOTS)
    step = Phrase(
        "complaint-step",
        {"step": stage, "of": DOTS, "dots": "●" * stage + "○" * (DOTS - stage)},
    )
    words: Arg = (step, Phrase(key or f"complaint-{field}"))
    if scene.draft.get("again") and "card" in scene.frame.trail:
        words = Phrase(key or f"complaint-{field}")
    return Say(words, args, typed=typed)


def unknown() -> Choice:
    return Choice(Phrase("button-unknown"), "unknown")


def is_unknown(scene: Scene, what: What) -> bool:
    """Whether the person said that they do not know: by button or by word."""
    if isinstance(what, Tap):
        return what.data == "unknown"
    return isinstance(what, Text) and answers.is_word(
        what.text, scene.house.catalogue.unknown_words
    )


def ask_story(scene: Scene) -> Say:
    return question(scene, "story", typed="word")


def take_story(scene: Scene, what: What) -> Answer | Refused:
    if not isinstance(what, Text):
        return misfit(what, "refused-story-words")
    story = answers.story(what.text)
    if isinstance(story, Refused):
        return story
    return told(scene, story)


def told(scene: Scene, story: str) -> Answer:
    """A story taken into the draft: its facts with it, a word of regret in front."""
    clean, removed = answers.private_numbers(story)
    first = "story" not in scene.draft
    says = [Say(Phrase("complaint-regret"))] if first else []
    if removed:
        says.append(Say(Phrase("complaint-private-removed")))
    return Answer(changes={"story": clean, **understood(clean, scene)}, says=tuple(says))


def ask_category(scene: Scene) -> Say:
    menu = str(scene.draft.get("menu") or "")
    if menu.startswith("sub:"):
        return question(scene, "category", *_subtypes(scene, menu[4:]), key="complaint-subtype")
    if menu.startswith("all"):
        return question(scene, "category", *_page(scene, int(menu[4:] or 1)))
    pairs = scene.draft.get("pairs")
    guessed = tuple(_pair(scene, str(pair)) for pair in pairs) if isinstance(pairs, list) else ()
    others = Choice(Phrase("button-other-category"), "all:1")
    return question(scene, "category", *guessed, others, key="complaint-category-guess")


def _pair(scene: Scene, pair: str) -> Choice:
    code, _, subtype = pair.partition(":")
    return Choice(pair_words(scene, code, subtype), f"pair:{pair}")


def pair_words(scene: Scene, code: str, subtype: str) -> Arg:
    """ "Charges · charged after cancellation", from the catalogue."""
    category = scene.house.catalogue.categories[code]
    kind = category.subtype(subtype)
    if kind is None:
        return category.label
    return Phrase("category-pair", {"category": category.label, "subtype": kind.label})


def _page(scene: Scene, page: int) -> tuple[Choice, ...]:
    every = tuple(scene.house.catalogue.categories.values())
    shown = every[(page - 1) * PAGE : page * PAGE]
    choices = tuple(Choice(one.label, f"cat:{one.code}") for one in shown)
    following = page + 1 if page * PAGE < len(every) else 1
    return (*choices, Choice(Phrase("button-more"), f"all:{following}"))


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
        case "all":
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
    guesses = scene.house.guesser.guess(words)
    if guesses and guesses[0].share >= SURE:
        return _category(scene, guesses[0].category, guesses[0].subtype)
    return Refused("refused-category")


DAYS = {"today": 0, "yesterday": 1, "before": 2}


def ask_when(scene: Scene) -> Say:
    choices = (
        Choice(Phrase("button-now"), "now"),
        *(Choice(Phrase(f"button-{name}"), name) for name in DAYS),
        unknown(),
    )
    return question(scene, "when", *choices, typed="word")


def take_when(scene: Scene, what: What) -> Answer | Refused:
    if is_unknown(scene, what):
        return Answer(changes={"when": UNKNOWN})
    now, zone = scene.facts.now, scene.house.zone
    match what:
        case Tap(data="now"):
            return Answer(changes={"when": when_json(When(start=now, end=now, day_only=False))})
        case Tap(data=name) if name in DAYS:
            midnight = datetime.combine(
                now.astimezone(ZoneInfo(zone)).date() - timedelta(DAYS[name]),
                time(),
                ZoneInfo(zone),
            )
            return Answer(changes={"when": when_json(When(start=midnight, end=midnight))})
        case Text(text):
            when = answers.when(text, now=now, zone=zone)
            if isinstance(when, Refused):
                return when
            return Answer(changes={"when": when_json(when)})
    return misfit(what, "refused-when-unclear")


def ask_place(scene: Scene) -> Say:
    category = scene.house.catalogue.categories.get(str(scene.draft.get("category", "")))
    kind = category.place_kind if category else ""
    key = f"complaint-place-{kind}" if kind else "complaint-place"
    return question(scene, "place", unknown(), typed="word", key=key)


def take_place(scene: Scene, what: What) -> Answer | Refused:
    if is_unknown(scene, what):
        return Answer(changes={"place": UNKNOWN})
    match what:
        case Location(latitude, longitude):
            pin = Where(words="", latitude=latitude, longitude=longitude)
            return Answer(changes={"place": place_json(pin, told=True)})
        case Text(text) if len(text.strip()) >= 2:
            found = scene.house.places.resolve(text)
            where = Where(
                words=text.strip(),
                province=found.province,
                city=found.city,
                district=found.district,
            )
            return Answer(changes={"place": place_json(where, told=True)})
    return misfit(what, "refused-place")


def ask_amount(scene: Scene) -> Say:
    return question(scene, "amount", unknown(), typed="word")


def take_amount(scene: Scene, what: What) -> Answer | Refused:
    if is_unknown(scene, what):
        return Answer(changes={"amount": UNKNOWN})
    if not isinstance(what, Text):
        return misfit(what, "refused-amount-unclear")
    amount = answers.amount(what.text)
    if isinstance(amount, Refused):
        return amount
    return Answer(changes={"amount": amount})


def ask_number(scene: Scene) -> Say:
    known = tuple(
        Choice(answers.masked(number), f"num:{place}")
        for place, number in enumerate(scene.facts.numbers[:3])
    )
    share = Choice(Phrase("button-share-number"), "share", wants="contact")
    return question(scene, "number", *known, share, typed="word")


def take_number(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("num:") and data[4:].isdecimal():
            place = int(data[4:])
            if place < len(scene.facts.numbers):
                return Answer(changes={"number": scene.facts.numbers[place]})
            return Refused("refused-number-unclear")
        case Tap(data="share"):
            return Refused("refused-number-type")
        case Contact(phone, own):
            if not own:
                return Refused("refused-contact-not-own")
            return Answer(changes={"number": phone})
        case Text(text):
            number = answers.service_number(text)
            if isinstance(number, Refused):
                return number
            return Answer(changes={"number": number})
    return misfit(what, "refused-number-unclear")


def ask_contact(scene: Scene) -> Say:
    return question(scene, "contact", typed="word")


def take_contact(_scene: Scene, what: What) -> Answer | Refused:
    """A phone number, a window of the day, or both in one line."""
    if isinstance(what, Contact):
        return Answer(changes={"contact": what.phone})
    if not isinstance(what, Text) or not what.text.strip():
        return misfit(what, "refused-contact")
    phone = answers.contact_phone(what.text)
    if isinstance(phone, str):
        return Answer(changes={"contact": phone})
    if any(sign.isdecimal() for sign in what.text) and len(what.text) <= 40:
        return Answer(changes={"window": what.text.strip()})
    return Refused("refused-contact")


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
    every = scene.house.catalogue.remedies
    category = scene.house.catalogue.categories.get(str(scene.draft.get("category", "")))
    first = category.remedies[:5] if category else tuple(every)[:5]
    if scene.draft.get("menu") != "more":
        return first
    return tuple(code for code in every if code not in first)[:PAGE]


def _chosen(scene: Scene) -> list[str]:
    chosen = scene.draft.get("chosen")
    return [str(code) for code in chosen] if isinstance(chosen, list) else []


def _ticked(scene: Scene, code: str, on: bool) -> Arg:
    label = scene.house.catalogue.remedies[code].label
    return Phrase("ticked", {"label": label}) if on else label


def take_remedy(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="more" | "fewer" as menu):
            return Answer("menu", {"menu": menu, "again": "remedy"})
        case Tap(data="done") if _chosen(scene):
            return _wished(_chosen(scene))
        case Tap(data=data, typed=True) if data.startswith("wish:"):
            return _wished([*_chosen(scene), data[5:]])
        case Tap(data=data) if data.removeprefix("wish:") in scene.house.catalogue.remedies:
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
    labels = scene.house.catalogue.remedies.values()
    named = [one.code for one in labels if answers.is_word(text, tuple(one.label.words.values()))]
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


def misfit(what: What, otherwise: str) -> Refused:
    """Why a thing that is no text cannot be the answer here."""
    match what:
        case Contact(own=False):
            return Refused("refused-contact-not-own")
        case Location():
            return Refused("refused-location")
        case Tap() | Text() | Contact():
            return Refused(otherwise)
        case _:
            return Refused("refused-unsupported")


FIELDS: Mapping[str, Field] = {
    "story": Field(ask_story, take_story),
    "category": Field(ask_category, take_category),
    "when": Field(ask_when, take_when),
    "place": Field(ask_place, take_place),
    "amount": Field(ask_amount, take_amount),
    "number": Field(ask_number, take_number),
    "remedy": Field(ask_remedy, take_remedy),
    "contact": Field(ask_contact, take_contact),
}
