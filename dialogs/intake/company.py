"""The complained-of company as a field of the draft: another one's number, or on all the same."""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.house import House
from dialogs.intake.asking import misfit
from dialogs.intake.facts import more_story
from dialogs.model import Arg, Choice, Phrase, Say, Tap, Text, What

OURS, ELSEWHERE = "ours", "elsewhere"


def ask_company(scene: Scene) -> Say:
    """The right number, politely, and the way on if it is about us after all."""
    company = scene.house.catalogue.companies[str(scene.draft["company"])]
    args: dict[str, Arg] = {"company": company.label, "phone": company.phone}
    choices = (
        Choice(Phrase("button-elsewhere"), ELSEWHERE),
        Choice(Phrase("button-ours", {"operator": us(scene.house)}), OURS),
    )
    return Say((Phrase("complaint-company", args), company.note), choices)


def us(house: House) -> Arg:
    return house.operator or Phrase("welcome-us")


def take_company(scene: Scene, what: What) -> Answer | Refused:
    words = scene.house.catalogue
    match what:
        case Tap(data="elsewhere"):
            return Answer(ELSEWHERE)
        case Tap(data="ours"):
            return Answer(changes={"company": ""})
        case Text(text) if answers.thanks_only(text, words.thanks_words):
            return Answer(ELSEWHERE)
        case Text(text) if answers.is_word(text, words.yes_words):
            return Answer(ELSEWHERE)
        case Text(text) if answers.is_word(text, words.no_words):
            return Answer(changes={"company": ""})
        case Text(text):
            return more_story(scene, text, "company") or Refused("refused-same")
    return misfit(what, "refused-same")
