"""A value that was taken from a story and never shown on the card is a failure."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dialogs import answers
from dialogs.dialog import Scene
from dialogs.house import Facts, House
from dialogs.intake.card import ask_card, place_words, when_words, wishes_of, wishes_words
from dialogs.intake.contact import UNSURE
from dialogs.intake.draft import begun, money_of, place_of, when_of
from dialogs.intake.kind import kind_words
from dialogs.model import Address, Arg, Event, Frame, Json, Moment, Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import Kind

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
NOW = datetime(2026, 8, 17, 2, tzinfo=UTC)
STORIES = (
    *(one.read_text("utf-8") for one in sorted(LETTERS.glob("*.txt"))),
    "昨晚八点在海淀区中关村大街1号，13812345678没有信号，请在48小时内修好，我上周就投诉过一次。",
    "营业厅的人昨天骂我，在朝阳路营业厅，要求书面道歉并赔偿200元",
    "Yesterday at 8 pm my bill showed 94 yuan too much for 13812345678. Refund it and apologise.",
)
# What a reading leaves in the draft only to be asked about, never to be filed.
UNFILED = frozenset({"pairs", "guessed", "again", "said", "menu"})
# How it sounds is for staff alone (domain.md §2: automatic).
UNSAID = frozenset({"tone", "alarms"})


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("story", STORIES)
def test_every_value_taken_is_shown(story: str, language: str, house: House, texts: Texts) -> None:
    """Each value of the draft can be read on the card, in both languages."""
    event = Event("1", Address("test", "", "1"), NOW, Text(story))
    scene = Scene(Frame("complaint", 1, 1), Facts(NOW, language), house, event)
    scene = scene.with_draft({"category": "OTH", "subtype": "not_telecom", **begun(story, scene)})
    card = texts.words(language, ask_card(scene).words, NOW)
    for name, value in scene.draft.items():
        if name not in UNFILED | UNSAID:
            shown = texts.words(language, _shown(name, value, scene), NOW)
            assert shown in card, (name, shown, card)


def _shown(name: str, value: Json, scene: Scene) -> Arg:
    """How a value must read on the card."""
    house = scene.house
    category = house.catalogue.categories[str(scene.draft["category"])]
    match name:
        case "story":
            return " ".join(str(value).split())[:20]
        case "category":
            return category.label
        case "subtype":
            found = category.subtype(str(value))
            assert found is not None
            return found.label
        case "tags":
            assert isinstance(value, list)
            kinds = [category.subtype(str(code)) for code in value]
            return kinds[0].label if kinds and kinds[0] else ""
        case "when":
            when = when_of(value)
            return when_words(when) if when else ""
        case "place":
            where = place_of(value)
            return place_words(where, scene) if where else ""
        case "amount":
            return money_of(value) or ""
        case "number":
            return answers.masked(str(value))
        case "remedy":
            return wishes_words(wishes_of(value), scene)
    return _also_shown(name, value, scene)


def _also_shown(name: str, value: Json, scene: Scene) -> Arg:
    """What a story tells beside the facts."""
    match name:
        case "wish_by":
            return Moment(datetime.fromisoformat(str(value)))
        case "promised":
            return date.fromisoformat(str(value))
        case "promise":
            return scene.house.catalogue.promises[str(value)].label
        case "reported_before":
            return " ".join(str(value).split())[:16]
        case "channels_disagree":
            return "说法不一致" if scene.facts.language == "zh-CN" else "did not agree"
        case "kind":  # a complaint is what it is unless it is said; what is not sure was asked
            return "" if value in (Kind.COMPLAINT, UNSURE) else kind_words(str(value))
    raise AssertionError(f"{name} is taken, and nobody says how it is shown")
