"""Where a chat is lost with its page: how else this person can be reached. Asked once."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake.asking import misfit
from dialogs.model import Choice, Contact, Phrase, Reach, Say, Summon, Tap, Text, What
from dialogs.table import On

PATIENCE = timedelta(hours=12)


def ask_reach(scene: Scene) -> Say:
    """Who closes the page is lost: how else can this person be reached?"""
    if scene.draft.get("call"):
        return Say(Phrase("reach-call"), typed="word")
    number = str(scene.draft.get("number", ""))
    this = (Choice(Phrase("button-this-number", {"number": answers.masked(number)}), "this"),)
    choices = (*(this if number else ()), Choice(Phrase("button-no-other-way"), "none"))
    return Say(Phrase("reach-how"), choices, typed="word")


def take_reach(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="this"):
            number = str(scene.draft.get("number", ""))
            return Answer(orders=(Reach(phone=number),))
        case Tap(data="none"):
            return Answer()
        case Contact(phone):
            return Answer(orders=(Reach(phone=phone),))
        case Text(text):
            other = answers.contact_phone(text, region=scene.house.catalogue.country)
            return other if isinstance(other, Refused) else Answer(orders=(Reach(phone=other),))
    return misfit(what, "refused-contact")


def noted(scene: Scene) -> Ending:
    """The number is kept; where a call was wanted, staff have it to do."""
    if scene.draft.get("call"):
        return Ending((Say(Phrase("reach-called")),), (Summon(call=True),))
    return Ending((Say(Phrase("reach-noted")),))


REACH = Dialog(
    name="reach",
    version=1,
    steps=(Step("how", ask_reach, take_reach),),
    rows=(
        On("start", "start", "how"),
        On("answer", "how", "noted"),
        On("skip", "how", "noted"),
    ),
    ends={"noted": noted},
    patience=PATIENCE,
    fleeting=True,
)
