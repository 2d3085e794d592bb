"""Submitting several matters: each may repeat an earlier complaint, and all are filed together.

Where the person may know of an earlier one, they are asked about that matter alone, one after
another; then everything goes in one turn, so that all of it is filed or nothing (domain.md §3.5).
"""

from collections.abc import Mapping

from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake import again
from dialogs.intake.asking import misfit
from dialogs.intake.category import pair_words
from dialogs.intake.parting import OWN, focus, folded, label, matters
from dialogs.intake.several import room, within
from dialogs.model import Choice, Json, Move, Open, OpenSeveral, Order, Phrase, Say, Tap, What
from dialogs.tickets.repeats import Way, way
from dialogs.tickets.ticket import Ticket
from dialogs.values import replace

ASKS = {Way.AGAIN: "met", Way.FINISHED: "finished", Way.UNHAPPY: "unhappy"}  # -> trigger


def submitted(scene: Scene) -> Answer:
    """File them all, unless today's limit leaves no room for so many: then nothing is filed."""
    count, left = len(matters(scene.draft)), room(scene)
    if left < count:
        full = Phrase("complaint-full-several", {"count": count, "left": left})
        return Answer("stay", says=(Say((full, *scene.hotline)),))
    for place, ticket in scene.facts.earliers:
        scene = scene.with_draft(_met(scene, place, ticket))
    return onward(scene)


def _met(scene: Scene, place: int, ticket: Ticket) -> dict[str, Json]:
    """The earlier complaint goes with the matter that repeats it, until it is asked about."""
    how = way(ticket, scene.house.catalogue, scene.facts.now)
    earlier: dict[str, Json] = {**again.kept(ticket), "way": how.value}
    return folded(scene, place, {"earlier": earlier, "does": "ask"})


def onward(scene: Scene) -> Answer:
    """The next question about an earlier complaint, or all of it is filed."""
    kept = list[Json](matters(scene.draft))
    for place, one in enumerate(matters(scene.draft)):
        if one.get("does") == "ask":
            how = Way(str(again.before(one).get("way") or Way.UNHAPPY))
            return Answer(ASKS[how], {"matters": kept, "met": place})
    return Answer("submit", {"matters": kept, "met": None}, orders=orders(scene))


def met(scene: Scene) -> int | None:
    """The place of the matter whose earlier complaint is in question."""
    place = scene.draft.get("met")
    known = isinstance(place, int) and 0 <= place < len(matters(scene.draft))
    return place if known and isinstance(place, int) else None


def orders(scene: Scene) -> tuple[Order, ...]:
    """What is filed, together; then what goes to tickets that are there already."""
    opened: list[Open] = []
    moved: list[Move] = []
    for place, one in enumerate(matters(scene.draft)):
        here = focus(scene, place)
        earlier = int(str(again.before(one).get("id") or 0))
        if one.get("does") == "join":
            moved.append(again.once_more(here, earlier))
        elif one.get("does") == "reopen":
            fields: dict[str, Json] = {"reason": str(one.get("story", "")), "drafted": True}
            moved.append(Move(earlier, "reopen", fields))
        else:
            repeats, reason = int(str(one.get("repeats") or 0)), str(one.get("reason") or "")
            order = again.to_file(here, repeats=repeats, reason=reason)
            incident, planned = _trouble(one)
            opened.append(replace(order, place=place, incident=incident, planned=planned))
    if len(opened) < 2:
        return (*opened, *moved)
    return (OpenSeveral(tuple(opened), _files(scene)), *moved)


def _trouble(matter: Mapping[str, Json]) -> tuple[int, int]:
    """The incident or the announced work that the person had this matter added to."""
    joins = matter.get("joins")
    known = joins if isinstance(joins, dict) else {}
    return int(str(known.get("incident") or 0)), int(str(known.get("planned") or 0))


def _files(scene: Scene) -> dict[str, int]:
    """Which of those that are filed a file of the draft is for, where that is clear."""
    filed = [at for at, one in enumerate(matters(scene.draft)) if not _elsewhere(one)]
    kept = scene.draft.get("files")
    known = kept.items() if isinstance(kept, dict) else ()
    return {ref: filed.index(at) for ref, at in known if isinstance(at, int) and at in filed}


def _elsewhere(matter: dict[str, Json]) -> bool:
    return matter.get("does") in {"join", "reopen"}


def ask_same(scene: Scene) -> Say:
    """One of the matters may be that of an open complaint: is it?"""
    place = met(scene) or 0
    earlier = again.before(matters(scene.draft)[place])
    matter = pair_words(scene, str(earlier["category"]), str(earlier["subtype"]))
    same = Choice(Phrase("same-ticket", {"no": str(earlier["no"]), "matter": matter}), "same")
    new = Choice(Phrase("button-new-matter"), "new")
    about = Phrase("several-about", {"matter": label(scene, place)})
    return Say((about, Phrase("complaint-same")), (same, new))


def take_same(scene: Scene, what: What) -> Answer | Refused:
    place = met(scene) or 0
    match what:
        case Tap(data="same"):
            return _settled(scene, place, {"does": "join"})
        case Tap(data="new"):
            return _another(scene, place)
    return misfit(what, "refused-same")


def show_finished(scene: Scene) -> Say:
    place = met(scene)
    return again.ask_finished(scene if place is None else focus(scene, place))


def show_unhappy(scene: Scene) -> Say:
    place = met(scene)
    return again.ask_unhappy(scene if place is None else focus(scene, place))


def answer_finished(scene: Scene, what: What) -> Answer | Refused:
    """Of the matter in question where there are several, else of the whole draft."""
    place = met(scene)
    if place is None:
        return again.take_finished(scene, what)
    taken = again.take_finished(focus(scene, place), what)
    if isinstance(taken, Refused):
        return taken
    if taken.trigger == "reopen":
        return _settled(scene, place, {"does": "reopen"})
    return _decided(scene, place, taken)


def answer_unhappy(scene: Scene, what: What) -> Answer | Refused:
    place = met(scene)
    if place is None:
        return again.take_unhappy(scene, what)
    taken = again.take_unhappy(focus(scene, place), what)
    return taken if isinstance(taken, Refused) else _decided(scene, place, taken)


def _decided(scene: Scene, place: int, taken: Answer) -> Answer:
    """What was answered goes with its matter; where it would be filed alone, the next is asked."""
    order = next((one for one in taken.orders if isinstance(one, Open)), None)
    if order is None:
        answer = within(scene, place, taken)
        return answer if isinstance(answer, Answer) else taken
    if not order.repeats:
        return _another(scene, place)
    own = {name: value for name, value in order.draft.items() if name in (*OWN, "kind")}
    told: dict[str, Json] = {**own, "repeats": order.repeats, "reason": order.reason}
    return _settled(scene, place, {**told, "does": "file"})


def _another(scene: Scene, place: int) -> Answer:
    """It is another matter than the earlier one: filed for itself."""
    here = focus(scene, place).draft
    ids: list[Json] = [*again.apart(here), int(str(again.before(here).get("id") or 0))]
    return _settled(scene, place, {"apart": ids, "earlier": None, "does": "file"})


def _settled(scene: Scene, place: int, changes: dict[str, Json]) -> Answer:
    return onward(scene.with_draft(folded(scene, place, changes)))


def linked(scene: Scene) -> tuple[Say, ...]:
    """What is said beside the new numbers, of those that repeat an earlier one."""
    repeated = (at for at, one in enumerate(matters(scene.draft)) if one.get("repeats"))
    return tuple(say for at in repeated for say in again.linked(focus(scene, at)))
