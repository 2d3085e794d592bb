"""The first screen: who is speaking, what is kept, and three ways on. A story is never lost."""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.intake.draft import begun, regret, told_by
from dialogs.model import Agree, Choice, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.ticket import FRIENDLY, Kind


def ask_hello(scene: Scene) -> Say:
    end = "-friendly" if friendly(scene) else ""
    file = Phrase("button-go-on" if end else "button-file")
    choices = (
        Choice(file, "file", "primary"),
        Choice(Phrase("button-my"), "g:my"),
        Choice(Phrase("button-language"), "g:language"),
    )
    kept = (Phrase(f"welcome-kept{end}"),) if scene.draft.get("story") else ()
    named = {"version": scene.house.catalogue.notice}
    if scene.draft.get("greeted"):
        return Say((*kept, Phrase(f"welcome-agree{end}", named)), choices)
    hello = Phrase("welcome-hello", {"operator": scene.house.operator or Phrase("welcome-us")})
    notice = Phrase(f"welcome-notice{end}", named)
    return Say((hello, *kept, notice), choices)


def friendly(scene: Scene) -> bool:
    """Whether what is kept is praise or a suggestion, which no one calls a complaint."""
    sorted_as = scene.house.sorter.sort(str(scene.draft.get("story", "")))
    return sorted_as.sure and str(sorted_as.kind) in FRIENDLY


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
    if not friendly(scene):  # the button says that it is a complaint
        draft = {**draft, "kind": str(Kind.COMPLAINT)}
    orders = (Agree(scene.house.catalogue.notice),)
    told = told_by(scene) if "story" in draft else {}
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
