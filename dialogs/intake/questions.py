"""Words that ask something: whether they do, and the consultation that answers them."""

import re

from dialogs import answers
from dialogs.dialog import Ending, Scene, Start
from dialogs.intake.draft import carried, regret
from dialogs.intake.tickets import open_ones
from dialogs.model import Contacted, Json, Phrase, Say
from dialogs.understand.heard import heard
from dialogs.understand.kinds import ASKING, ContactType

TRIES = 2  # explanations that did not help before a complaint is offered
CLEAR = 0.2  # how much of a question an article explains that comes between other words
# Words that ask about one's own complaint, which its ticket and its staff answer.
OWN = re.compile(
    r"工单|我的投诉|投诉的事|上次|进度|进展|经办|处理得|处理到|我这[件个]事|回复我|联系我|给我[打回]|退给我"
    r"|给我.{0,2}答复|什么时候(?:能|才|可以)?(?:处理|解决|修|答|回)"
    r"|\b(?:my (?:complaint|ticket|case|refund)|the (?:refund|ticket|engineer|proposal|offer)"
    r"|your (?:answer|proposal|offer|colleague)|any news|progress|status|(?:call|contact) me)\b",
    re.IGNORECASE,
)


def question(scene: Scene, text: str) -> Ending | None:
    """A consultation about words that surely ask something; None for other words.

    With a ticket open they go to the ticket unless an article answers them.
    """
    sorted_as = scene.house.sorter.sort(text)
    if sorted_as.kind not in ASKING or not sorted_as.sure:
        return None
    found = heard(text, scene.house.catalogue.triggers)
    if found.codes or found.tone == "angry":  # what is grave, or told in anger, is no question
        return None
    if open_ones(scene) and not answerable(scene, text):
        return None
    return consulting(scene, text, str(sorted_as.kind))


def answerable(scene: Scene, text: str) -> bool:
    """Whether an article surely answers words that are not about one's own complaint."""
    found = scene.house.library.find(text)
    return bool(found) and found[0].share >= CLEAR and OWN.search(text) is None


def consulting(scene: Scene, words: str, kind: str = ContactType.CONSULTATION) -> Ending:
    """Answer these words from the articles; who is new here is told who is speaking."""
    clean, _ = answers.private_numbers(words.strip())
    found = scene.house.library.find(clean)
    shown: list[Json] = [found[0].code] if found else []
    draft: dict[str, Json] = {"words": clean, "ask": clean, "kind": str(kind), "shown": shown}
    us = scene.house.operator or Phrase("welcome-us")
    agreed = scene.facts.agreed == scene.house.catalogue.notice
    new = not agreed and not scene.frame.serial  # no dialog was ever begun here
    hello = (Say(Phrase("consult-hello", {"operator": us})),) if new else ()
    order = Contacted(str(kind), found[0].code if found else "")
    return Ending(hello, (order,), Start("consult", draft))


def shown(scene: Scene) -> list[str]:
    """The codes of the articles shown so far, the present one last."""
    codes = scene.draft.get("shown")
    return [str(code) for code in codes] if isinstance(codes, list) else []


def tries(scene: Scene) -> int:
    """How many explanations did not help."""
    count = scene.draft.get("tries")
    return count if isinstance(count, int) else 0


def weary(scene: Scene) -> bool:
    """Whether it is time to offer a complaint, which is done once."""
    return tries(scene) >= TRIES


def noted(scene: Scene, outcome: str) -> Contacted:
    """How the contact ended; one that was offered to become a complaint is a suspected one."""
    kind = "suspected" if weary(scene) else str(scene.draft["kind"])
    return Contacted(kind, (shown(scene) or [""])[-1], outcome)


def complained(scene: Scene) -> Ending:
    """The words that were asked are the complaint's; nothing is asked twice."""
    words = str(scene.draft["words"])
    orders = (noted(scene, "complaint"),)
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(orders=orders, then=Start("welcome", {"story": words}))
    draft = carried(words, scene)
    return Ending(regret(draft), orders, Start("complaint", draft))
