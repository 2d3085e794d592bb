"""The kind of contact as a field of the draft: asked when unsure, changed on the card."""

from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.asking import misfit
from dialogs.intake.contact import UNSURE
from dialogs.intake.facts import more_story
from dialogs.model import Choice, Phrase, Say, Tap, Text, What
from dialogs.tickets.ticket import Kind
from dialogs.understand.kinds import called_so

QUESTION = "question"  # it was no complaint but a question


def kind_words(kind: str) -> Phrase:
    """What a kind of contact is called."""
    return Phrase(f"kind-{kind}")


def ask_kind(scene: Scene) -> Say:
    """One question with buttons; a question to be answered is offered while nothing is filed."""
    kinds = tuple(Choice(kind_words(kind), kind) for kind in Kind)
    asking = (Choice(Phrase("kind-question"), QUESTION),)
    first = scene.draft.get("kind") == UNSURE
    return Say(Phrase("complaint-kind"), (*kinds, *(asking if first else ())))


def take_kind(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="question") if scene.draft.get("kind") == UNSURE:
            return Answer(QUESTION)
        case Tap(data=data) if data in set(Kind):
            return Answer(changes={"kind": data})
        case Text(text) if called_so(text):
            return Answer(changes={"kind": str(Kind.COMPLAINT)})
        case Text(text):
            return more_story(scene, text, "kind") or Refused("refused-same")
    return misfit(what, "refused-same")
