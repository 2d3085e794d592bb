"""Before money goes out: is the number this person's own? Asked once; staff can call instead."""

from datetime import timedelta

from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake.asking import misfit
from dialogs.model import Choice, Contact, Phrase, Say, Summon, Tap, What
from dialogs.table import On

PATIENCE = timedelta(hours=12)


def ask_proof(_scene: Scene) -> Say:
    choices = (
        Choice(Phrase("button-share-number"), "share", wants="contact"),
        Choice(Phrase("button-prove-call"), "call"),
    )
    return Say(Phrase("prove-ask"), choices, typed="word")


def take_proof(_scene: Scene, what: What) -> Answer | Refused:
    """The own contact proves it; the engine keeps the number as verified."""
    match what:
        case Contact(own=True):
            return Answer("proved")
        case Tap(data="call"):
            return Answer("call")
        case Contact():
            return Refused("refused-proof")
    return misfit(what, "refused-proof")


def proved(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("prove-done")),))


def called(scene: Scene) -> Ending:
    """Staff check it by phone before they pay."""
    ticket = int(str(scene.draft["ticket"]))
    return Ending((Say(Phrase("prove-called")),), (Summon(ticket, call=True),))


PROVE = Dialog(
    name="prove",
    version=1,
    steps=(Step("proof", ask_proof, take_proof),),
    rows=(
        On("start", "start", "proof"),
        On("proved", "proof", "proved"),
        On("call", "proof", "called"),
        On("skip", "proof", "called"),
    ),
    ends={"proved": proved, "called": called},
    patience=PATIENCE,
    fleeting=True,
    carries=("ticket",),
)
