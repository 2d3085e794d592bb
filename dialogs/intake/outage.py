"""In the middle of a draft: the trouble is known already, or comes of announced work.

It is asked once, as soon as category and place are known: to be added with one tap and kept
informed, or to file all the same (domain.md §2, §3.6). Nobody else hears a question more.
"""

from collections.abc import Mapping

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.house import House
from dialogs.incidents.known import Known
from dialogs.incidents.matching import codes
from dialogs.incidents.saying import until, what
from dialogs.intake.again import more, to_file
from dialogs.intake.asking import misfit
from dialogs.intake.contact import UNSURE
from dialogs.intake.draft import missing, place_of
from dialogs.intake.filing import REPAIR
from dialogs.intake.parting import folded, label, matters, seen
from dialogs.intake.several import added
from dialogs.model import Arg, Choice, Frame, Json, Phrase, Say, Tap, Text, What
from dialogs.tickets.ticket import FRIENDLY, Kind
from dialogs.values import replace

STATE = "outage"  # of the intake, in which it is asked
ASKING = ("fact", "card")  # the states that it may come before
DECIDING = ("story", "category", "place")  # what decides whether a known trouble is the draft's


def due(before: Frame | None, after: Frame | None, house: House) -> bool:
    """Whether a known trouble is to be looked for after a turn: its draft has come to say what and
    where, or says otherwise. `before` and `after` are what stood on top of the stack."""
    if after is None or after.dialog != "complaint" or not subjects(after.draft, house):
        return False
    if after.state not in ASKING or STATE in after.draft:
        return after.state == STATE and (before is None or not _looked(before, after))
    return before is None or not _looked(before, after)


def subjects(draft: Mapping[str, Json], house: House) -> tuple[tuple[int, Mapping[str, Json]], ...]:
    """What of a draft a known trouble may explain: of several matters those that were not asked
    about yet, each with its place and as it sees the draft."""
    if not matters(draft):
        return ((0, draft),) if explicable(draft, house) else ()
    every = ((place, seen(draft, place)) for place in range(len(matters(draft))))
    return tuple((at, one) for at, one in every if STATE not in one and explicable(one, house))


def asked_anew(before: Frame | None, after: Frame) -> bool:
    """Whether a question that was just put is to be answered from what is known."""
    if after.dialog != "consult" or "ask" not in after.draft:
        return False
    same = before is not None and (before.dialog, before.serial) == (after.dialog, after.serial)
    return not (same and before is not None and before.draft.get("ask") == after.draft["ask"])


def _looked(before: Frame, after: Frame) -> bool:
    """Whether it was looked for before this turn, with what the draft says still."""
    if (before.dialog, before.serial) != (after.dialog, after.serial):
        return False
    again = str(before.draft.get("again") or "").rpartition(".")[2]
    if after.state == STATE != before.state or again in DECIDING:
        return False
    return before.state in (*ASKING, STATE) and about(before.draft) == about(after.draft)


def explicable(draft: Mapping[str, Json], house: House) -> bool:
    """Whether the draft is of something that a fault of the network explains, at a known place."""
    category = house.catalogue.categories.get(str(draft.get("category", "")))
    if category is None or not category.repair or draft.get("kind") in FRIENDLY:
        return False
    if f"{category.code}:{draft.get('subtype', '')}" in house.catalogue.planned.apart:
        return False
    return bool(codes(place_of(draft.get("place"))))


def about(draft: Mapping[str, Json]) -> tuple[Json, ...]:
    """What the draft says of `DECIDING`; of several matters what each says, and what was asked."""
    if matters(draft):
        told = ("category", "subtype", "place", STATE)
        return tuple(one.get(name) for one in matters(draft) for name in told)
    return draft.get("category"), draft.get("subtype"), draft.get("place")


def known(scene: Scene) -> bool:
    """Whether the question is to be asked now: another company's matter comes first."""
    if scene.facts.outage is None or STATE in scene.draft:
        return False
    if missing(scene.draft, scene.house) == "company":
        return False
    found = (place for place, _ in subjects(scene.draft, scene.house))
    return scene.facts.outage.place in found


def ask_outage(scene: Scene) -> Say:
    """What is known, until when, and two ways on; only one once nothing is known any more."""
    trouble = scene.facts.outage
    if trouble is None:
        return Say(Phrase("outage-none"), (Choice(Phrase("button-go-on"), "apart", "primary"),))
    choices = (
        Choice(Phrase("button-add-me"), "add", "primary"),
        Choice(Phrase("button-file-apart"), "apart"),
    )
    said: tuple[Arg, ...] = (what(trouble, scene.house), until(trouble, scene.facts.now))
    if matters(scene.draft):
        matter = label(scene, trouble.place)
        return Say((*said, Phrase("outage-ask-of", {"matter": matter})), choices)
    return Say((*said, Phrase("outage-ask")), choices)


def take_outage(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="add"):
            return _added(scene)
        case Tap(data="apart"):
            return _apart(scene)
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return _added(scene)
        case Text(text) if len(text.strip()) >= 4:
            if matters(scene.draft):
                said = (Say(Phrase("complaint-added")),)
                return Answer("stay", added(scene, text), says=said)
            return more(scene, text)
    return misfit(what, "refused-outage")


def _added(scene: Scene) -> Answer:
    """File at once what the draft has, as one of the incident; what else there is comes after."""
    trouble = scene.facts.outage
    if trouble is None:  # it ended while the question stood there
        return Answer("apart", _settled(scene, "over"), (Say(Phrase("outage-none")),))
    if matters(scene.draft):
        return _added_with_others(scene, trouble)
    limit = scene.house.tickets_per_day
    if limit and scene.facts.filed_today >= limit:
        return Answer("stay", says=(Say((Phrase("complaint-full"), *scene.hotline)),))
    filled = scene.with_draft(_filled(scene.draft))
    order = replace(to_file(filled), incident=trouble.incident, planned=trouble.planned)
    return Answer("submit", orders=(order,))


def _added_with_others(scene: Scene, trouble: Known) -> Answer:
    """One of several matters: it is added once all of them are submitted."""
    own = seen(scene.draft, trouble.place)
    told = {name: value for name, value in _filled(own).items() if name != "kind"}
    changes = folded(scene, trouble.place, {**told, STATE: "add", "joins": _kept(trouble)})
    return Answer("apart", changes, says=(Say(Phrase("outage-noted")),))


def _settled(scene: Scene, how: Json) -> dict[str, Json]:
    """What was answered, for the matter that it was asked of; the first one not asked yet where
    nothing is known any more."""
    if not matters(scene.draft):
        return {STATE: how}
    trouble = scene.facts.outage
    left = subjects(scene.draft, scene.house)
    place = trouble.place if trouble else left[0][0] if left else 0
    return folded(scene, place, {STATE: how})


def _filled(draft: Mapping[str, Json]) -> dict[str, Json]:
    """What was not told yet: it is to be repaired; who was not asked whether they complain
    reports a fault."""
    wishes: list[Json] = [{"code": REPAIR}]
    wished: dict[str, Json] = {} if draft.get("remedy") else {"remedy": wishes}
    unsure = draft.get("kind") == UNSURE
    return {**wished, "kind": str(Kind.FAULT)} if unsure else wished


def _apart(scene: Scene) -> Answer:
    """It goes its own way: filed so, it stays out of the incident unless staff say otherwise."""
    trouble = scene.facts.outage
    return Answer("apart", _settled(scene, _kept(trouble) if trouble else "over"))


def _kept(trouble: Known) -> Json:
    return {"incident": trouble.incident, "planned": trouble.planned}
