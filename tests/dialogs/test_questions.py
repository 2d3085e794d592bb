"""Every step of every dialog can be asked: words, help and buttons, in each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from bot.channels.base import Capabilities
from bot.render import Rendering, render
from dialogs.dialog import Dialog, Scene, Step
from dialogs.flows import FLOWS
from dialogs.house import Facts, House
from dialogs.intake.fields import FIELDS
from dialogs.model import Address, Event, Frame, Json, Session, Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import Ticket
from tests.dialogs.tickets.office import OFFER, WANG, filed, make

LANGUAGES = ("zh-CN", "en")
NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)
STORY = "2月1日关闭流量后2月27日仍被扣94元并停机，要求双倍返还。"
DRAFT: Mapping[str, Json] = {
    **{"ticket": "7", "round": 1, "move": "accept", "why": "add", "score": 5, "story": STORY},
    **{"category": "BIL", "subtype": "after_cancel", "number": "+8613400000029", "amount": 9400},
    **{"words": "怎么携号转网", "ask": "怎么携号转网", "shown": ["port-out"], "company": "CM"},
    **{"pairs": ["BIL:after_cancel", "BIL:billing_error"], "remedy": [{"code": "refund"}]},
    "earlier": {
        **{"id": 7, "no": "TS26110004277", "category": "BIL", "subtype": "after_cancel"},
        **{"filed": "2026-10-01T02:00:00+00:00", "closed": "2026-10-09T02:00:00+00:00", "times": 1},
    },
}
MATTER: Mapping[str, Json] = {
    name: DRAFT[name] for name in ("story", "category", "subtype", "amount", "remedy", "earlier")
}
PARTED: Mapping[str, Json] = {
    "matters": [dict(MATTER)] * 4,
    "found": {"lead": "", "parts": [STORY] * 4, "tail": ""},
    "met": 3,
}
MENUS = ("of:0", "of:4")  # what all share, and the lines of one
WIDE = Capabilities(contact_button=True)
NARROW = Capabilities(buttons=False, edits=False, characters=0, size=2048)
SCREEN = 9  # choices on a screen: each is typed as one figure, 0 is back


@dataclass(frozen=True)
class Question:
    """A step of a dialog, and what is in the draft when it is asked."""

    dialog: Dialog
    step: Step
    more: Mapping[str, Json]


def questions() -> Iterator[Question]:
    """Every step of every dialog; one that asks several things, once for each."""
    for dialog in FLOWS:
        for step in dialog.steps:
            yield Question(dialog, step, PARTED if step.name in ("several", "met") else {})
            if step.name in ("card", "change", "finished", "unhappy"):
                yield Question(dialog, step, PARTED)
            if step.name == "change":
                yield from (Question(dialog, step, {**PARTED, "menu": menu}) for menu in MENUS)
            if step.name == "fact":
                yield from (Question(dialog, step, {"again": name}) for name in FIELDS)
            if dialog.name == "tell":
                yield from (Question(dialog, step, {"why": why}) for why in ("ask", "reopen"))


def label(question: Question) -> str:
    told = (value for value in question.more.values() if isinstance(value, str))
    parted = ("parted",) if "matters" in question.more else ()
    return "-".join((question.dialog.name, question.step.name, *parted, *told))


def proposed() -> Ticket:
    """A ticket with an offer on the table."""
    taken = make(filed().ticket, "claim", WANG).ticket
    return make(taken, "propose", WANG, fields=OFFER).ticket


def scene(house: House, question: Question) -> Scene:
    """A question in a chat with two tickets, one of them asked about."""
    dialog, draft = question.dialog, {**DRAFT, **question.more}
    frame = Frame(dialog.name, dialog.version, 1, question.step.name, draft)
    event = Event("1", Address("test", "", "1"), NOW, Text(""))
    other = replace(filed().ticket, id=8, number="TS26110004285")
    return Scene(frame, Facts(NOW, "en", tickets=(proposed(), other)), house, event)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", list(questions()), ids=label)
def test_every_question_has_its_words_its_help_and_its_buttons(
    question: Question, language: str, house: House, texts: Texts
) -> None:
    asked = question.step.ask(scene(house, question))
    assert texts.has(language, f"{question.dialog.name}-help")
    assert asked.choices or asked.typed == "word", "neither a button nor a hint what to type"
    assert len(asked.choices) <= SCREEN
    for shows in (WIDE, NARROW):
        rendered = render((asked,), Rendering(texts, language, shows, NOW), Session(), {})
        assert rendered is not None
        message, session = rendered
        assert message.text.strip()
        assert len(message.text.encode()) <= NARROW.size
        words = [offer.words for offer in session.offers]
        assert len(words) == len(asked.choices)
        assert all(word.strip() for word in words)
        assert len(set(words)) == len(words), "two buttons of the same words"
        assert all(len(offer.data.encode()) <= 64 for offer in session.offers)
