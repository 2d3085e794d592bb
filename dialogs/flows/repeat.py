"""After a complaint was added to one that is open: the way out, should it be another matter."""

from datetime import timedelta

from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.doors.lobby import to_ticket
from dialogs.intake.again import another
from dialogs.intake.asking import misfit
from dialogs.intake.filing import filed
from dialogs.intake.tickets import find, way_out
from dialogs.model import Choice, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On

PATIENCE = timedelta(hours=12)


def ask_apart(scene: Scene) -> Say:
    held = scene.facts.earlier or find(scene, int(str(scene.draft.get("same") or 0)))
    if held is None:
        return Say(Phrase("repeat-apart"), (Choice(Phrase("button-new-matter"), "new"),))
    return way_out(scene, held, "new")


def take_apart(scene: Scene, what: What) -> Answer | Refused:
    """One tap files it for itself, as it stood on the card; other words are for the open one."""
    match what:
        case Tap(data="new"):
            limit = scene.house.tickets_per_day
            if limit and scene.facts.filed_today >= limit:
                full = (Phrase("complaint-full"), *scene.hotline)
                return Answer("stay", says=(Say(full),))
            taken_back = Move(int(str(scene.draft["same"])), "apart")
            return Answer("new", orders=(another(scene), taken_back))
        case Text(text) if text.strip():
            return Answer("more", {"words": text.strip()})
    return misfit(what, "refused-same")


def told(scene: Scene) -> Ending:
    held = find(scene, int(str(scene.draft.get("same") or 0)))
    words = str(scene.draft["words"])
    return to_ticket(scene, held, words) if held and held.open else Ending()


REPEAT = Dialog(
    name="repeat",
    version=1,
    steps=(Step("apart", ask_apart, take_apart),),
    rows=(
        On("start", "start", "apart"),
        On("stay", "apart", "apart"),
        On("new", "apart", "filed"),
        On("more", "apart", "told"),
    ),
    ends={"filed": filed, "told": told},
    patience=PATIENCE,
    fleeting=True,
)
