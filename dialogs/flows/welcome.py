"""The first screen: who is speaking, what is kept, and three ways on. A story is never lost."""

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.intake.contact import kind_of
from dialogs.intake.draft import begun, regret, told_by
from dialogs.intake.questions import question
from dialogs.model import Agree, Choice, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.ticket import FRIENDLY, Kind
from dialogs.understand.heard import heard


def ask_hello(scene: Scene) -> Say:
    end = told_as(scene)
    go_on = Choice(Phrase("button-go-on"), "go", "primary")
    file = Choice(Phrase("button-file"), "file", "" if end else "primary")
    first = {"": (file,), "-fault": (go_on, file), "-friendly": (go_on,)}
    choices = (
        *first[end],
        Choice(Phrase("button-my"), "g:my"),
        *scene.house.tongues(),
    )
    kept = (Phrase(f"welcome-kept{end}"),) if scene.draft.get("story") else ()
    named = {"version": scene.house.catalogue.notice}
    if scene.draft.get("greeted"):
        return Say((*kept, Phrase(f"welcome-agree{end}", named)), choices)
    hello = Phrase("welcome-hello", {"operator": scene.house.operator or Phrase("welcome-us")})
    notice = Phrase(f"welcome-notice{end}", named)
    return Say((hello, *kept, notice), choices)


def told_as(scene: Scene) -> str:
    """What is kept: "-fault", "-friendly" (praise, a suggestion) or "", a complaint."""
    story, house = str(scene.draft.get("story", "")), scene.house
    kind = kind_of(story, heard(story, house.catalogue.triggers), house)["kind"]
    if kind in FRIENDLY:
        return "-friendly"
    return "-fault" if kind == Kind.FAULT else ""


def take_hello(scene: Scene, what: What) -> Answer | Refused:
    """The button files; words are kept until it is tapped."""
    match what:
        case Tap(data="file"):
            return Answer("file")
        case Tap(data="go"):
            return Answer("file", {"as_told": True})
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("file", {"as_told": True} if told_as(scene) else {})
        case Text(text) if not scene.draft.get("story") and question(scene, text) is not None:
            return Answer("ask", {"asked": text})
        case Text(text):
            told = "\n".join(filter(None, (str(scene.draft.get("story", "")), text.strip())))
            return Answer("keep", {"story": told, "greeted": True})
    return Refused("refused-welcome")


def agreed(scene: Scene) -> Ending:
    """The tap agrees to the notice; what was told before goes into the draft."""
    draft = begun(str(scene.draft.get("story", "")), scene)
    if not scene.draft.get("as_told"):  # the button says that it is a complaint
        draft = {**draft, "kind": str(Kind.COMPLAINT)}
    orders = (Agree(scene.house.catalogue.notice),)
    told = told_by(scene) if "story" in draft else {}
    return Ending(regret(draft), orders, Start("complaint", {**draft, **told}))


def asked(scene: Scene) -> Ending:
    """It is a question, which needs no agreement: it is answered."""
    return question(scene, str(scene.draft["asked"])) or Ending(then=Start("welcome"))


WELCOME = Dialog(
    name="welcome",
    version=1,
    steps=(Step("hello", ask_hello, take_hello),),
    rows=(
        On("start", "start", "hello"),
        On("keep", "hello", "hello"),
        On("ask", "hello", "asked"),
        On("file", "hello", "agreed"),
    ),
    ends={"agreed": agreed, "asked": asked},
    carries=("story",),
    opened="hello",
)
