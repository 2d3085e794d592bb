"""Story, time, place, amount, number and contact: asked in words, answered in words."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import is_unknown, misfit, question, unknown
from dialogs.intake.contact import called
from dialogs.intake.draft import (
    UNKNOWN,
    place_json,
    reread,
    when_json,
)
from dialogs.model import Choice, Contact, Location, Phrase, Say, Tap, Text, What
from dialogs.tickets.ticket import When, Where
from dialogs.tickets.windows import window


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
    return Answer(changes={"story": clean, **reread(clean, scene)}, says=tuple(says))


DAYS = {"today": 0, "yesterday": 1, "before": 2}


SENTENCE = 8  # Chinese characters, or letters of several words, that make a sentence


def more_story(scene: Scene, text: str, field: str) -> Answer | None:
    """A sentence where a figure was asked for is a part of the story; the question stays."""
    letters = sum(map(str.isalpha, text))
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    if letters < SENTENCE or (not chinese and len(text.split()) < 4):
        return None
    clean, _ = answers.private_numbers(text.strip())
    story = f"{scene.draft.get('story', '')}\n{clean}".strip()
    said = (Say(Phrase("complaint-added")),)
    return Answer("menu", {"story": story, "again": field, **called(clean)}, said)


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
        case Text() | Tap():
            told = what.text if isinstance(what, Text) else ""
            when = answers.when(told, now=now, zone=zone)
            if isinstance(when, Refused):
                return when
            return Answer(changes={"when": when_json(when)})
    return misfit(what, "refused-words")


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
    amount = answers.amount(what.text, currency=scene.house.catalogue.currency)
    if isinstance(amount, Refused):
        unread = amount.key == "refused-amount-letters"
        return (unread and more_story(scene, what.text, "amount")) or amount
    return Answer(changes={"amount": amount})


def ask_number(scene: Scene) -> Say:
    known = tuple(
        Choice(answers.masked(number), f"num:{place}")
        for place, number in enumerate(scene.facts.numbers[:3])
    )
    share = Choice(Phrase("button-share-number"), "share", wants="contact")
    return question(scene, "number", *known, share, typed="word")


def take_number(scene: Scene, what: What) -> Answer | Refused:
    known = {f"num:{place}": number for place, number in enumerate(scene.facts.numbers)}
    match what:
        case Tap(data=data) if data in known:
            return Answer(changes={"number": known[data]})
        case Tap(data="share"):
            return Refused("refused-number-type")
        case Contact(phone, own):
            if not own:
                return Refused("refused-contact-not-own")
            return Answer(changes={"number": phone})
        case Text(text):
            number = answers.service_number(text, region=scene.house.catalogue.country)
            if isinstance(number, Refused):
                unread = number.key in ("refused-number-short", "refused-number-unclear")
                return (unread and more_story(scene, text, "number")) or number
            return Answer(changes={"number": number})
    return misfit(what, "refused-number-unclear")


def ask_contact(scene: Scene) -> Say:
    return question(scene, "contact", typed="word")


def take_contact(scene: Scene, what: What) -> Answer | Refused:
    """A phone number, a window of the day, or both in one line."""
    if isinstance(what, Contact):
        return Answer(changes={"contact": what.phone})
    if not isinstance(what, Text) or not what.text.strip():
        return misfit(what, "refused-contact")
    phone = answers.contact_phone(what.text, region=scene.house.catalogue.country)
    if isinstance(phone, str):
        return Answer(changes={"contact": phone})
    hours = any(sign.isdecimal() for sign in what.text) or window(what.text) is not None
    if hours and len(what.text) <= 40:
        return Answer(changes={"window": what.text.strip()})
    return Refused("refused-contact")


def ask_name(scene: Scene) -> Say:
    return question(scene, "name", typed="word")


def take_name(_scene: Scene, what: What) -> Answer | Refused:
    if not isinstance(what, Text):
        return misfit(what, "refused-name-letters")
    name = answers.person_name(what.text)
    return name if isinstance(name, Refused) else Answer(changes={"name": name})


RELATIONS = ("holder", "agent", "user", "other")


def ask_relation(scene: Scene) -> Say:
    choices = tuple(Choice(Phrase(f"relation-{name}"), name) for name in RELATIONS)
    return question(scene, "relation", *choices)


def take_relation(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=name) if name in RELATIONS:
            return Answer(changes={"relation": name})
    return misfit(what, "refused-same")
