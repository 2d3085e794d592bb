"""Words in the middle of a draft that ask something else: answered, and then back to the draft."""

from dialogs.dialog import Ending, Scene
from dialogs.intake.parting import missing
from dialogs.intake.questions import answerable, consulting
from dialogs.model import Text, What
from dialogs.understand import reading
from dialogs.understand.kinds import ASKING

ASIDE = (
    "several",
    "fact",
    "card",
    "change",
)  # the states of a draft that may be asked something in


def aside(scene: Scene, what: What) -> Ending | None:
    """A consultation beside the draft for a question that an article answers; None for the rest.

    A wish may be put as a question, and a story may hold one: these are answers.
    """
    if not isinstance(what, Text) or scene.frame.dialog != "complaint":
        return None
    if scene.frame.state not in ASIDE or "story" not in scene.draft:
        return None
    sorted_as = scene.house.sorter.sort(what.text)
    if sorted_as.kind not in ASKING or not sorted_as.sure:
        return None
    if scene.frame.state == "fact" and missing(scene.draft, scene.house).endswith("remedy"):
        return None
    if scene.frame.state == "card" and _wishes(scene, what.text):
        return None
    if not answerable(scene, what.text):
        return None
    return consulting(scene, what.text, str(sorted_as.kind))


def _wishes(scene: Scene, text: str) -> bool:
    """Whether the words ask for a remedy."""
    house = scene.house
    told = reading.wished(text, now=scene.facts.now, zone=house.zone, catalogue=house.catalogue)
    return bool(told.wishes)
