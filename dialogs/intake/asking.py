"""What every field's question shares: the step line, "not sure", and what can be no answer."""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Scene
from dialogs.intake.draft import (
    STAGES,
)
from dialogs.model import Arg, Choice, Contact, Location, Phrase, Say, Tap, Text, What

DOTS = 5


def question(scene: Scene, field: str, *args: Choice, typed: str = "number", key: str = "") -> Say:
    """The question of a field under its step line; the way out stands on every one."""
    stage = STAGES.get(field, DOTS)
    step = Phrase(
        "complaint-step",
        {"step": str(stage), "of": str(DOTS), "dots": "●" * stage + "○" * (DOTS - stage)},
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
