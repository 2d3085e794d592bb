"""The first screen: who is speaking, what is kept, and three ways on. A story is never lost."""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.intake.draft import begun, regret, told_by
from dialogs.model import Agree, Choice, Phrase, Say, Tap, Text, What
from dialogs.table import On


def ask_hello(scene: Scene) -> Say:
    choices = (
        Choice(Phrase("button-file"), "file", "primary"),
        Choice(Phrase("button-my"), "g:my"),
        Choice(Phrase("button-language"), "g:language"),
    )
    kept = (Phrase("welcome-kept"),) if scene.draft.get("story") else ()
    if scene.draft.get("greeted"):
        return Say(
            (*kept, Phrase("welcome-agree", {"version": scene.house.catalogue.notice})), choices
        )
    hello = Phrase("welcome-hello", {"operator": scene.house.operator or Phrase("welcome-us")})
    notice = Phrase("welcome-notice", {"version": scene.house.catalogue.notice})
    return Say((hello, *kept, notice), choices)


def take_hello(scene: Scene, what: What) -> Answer | Refused:
    """The button files; words are kept until it is tapped."""
    match what:
        case Tap(data="file"):
            return Answer("file")
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("file")
        case Text(text):
            told = "\n".join(filter(None, (str(scene.draft.get("story", "")), text.strip())))
            return Answer("keep", {"story": told, "greeted": True})
    return Refused("refused-welcome")


def agreed(scene: Scene) -> Ending:
    """The tap agrees to the notice; what was told before goes into the draft."""
    draft = begun(str(scene.draft.get("story", "")), scene)
    orders = (Agree(scene.house.catalogue.notice),)
    told = told_by(scene) if draft else {}
    return Ending(regret(draft), orders, Start("complaint", {**draft, **told}))


WELCOME = Dialog(
    name="welcome",
    version=1,
    steps=(Step("hello", ask_hello, take_hello),),
    rows=(
        On("start", "start", "hello"),
        On("keep", "hello", "hello"),
        On("file", "hello", "agreed"),
    ),
    ends={"agreed": agreed},
    carries=("story",),
    opened="hello",
)
