"""At the card: the matter was complained about before, and the person may know of it.

What is open is added to and hurried; what is over is reopened within its window, else filed anew as
a repeat once the person has said what was wrong with its result (domain.md §3.5, move 21).
"""

from collections.abc import Mapping
from datetime import datetime

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Ending, Scene, Start
from dialogs.intake.asking import misfit
from dialogs.intake.category import pair_words
from dialogs.intake.filing import REPAIR, draft_to_file
from dialogs.intake.tickets import find
from dialogs.model import Arg, Choice, Json, Moment, Move, Open, Phrase, Say, Tap, Text, What
from dialogs.tickets.repeats import Way, way
from dialogs.tickets.ticket import FRIENDLY, Kind, State, Ticket

ASKED = ("finished", "unhappy")  # the states of the intake in which the earlier one is in question
EXTRAS = ("place", "amount", "remedy")  # of a draft, beside its story


def met(scene: Scene) -> Answer | None:
    """Where the draft repeats an earlier complaint: how it goes on. None: it is to be filed."""
    ticket = scene.facts.earlier
    if ticket is None:
        return None
    how = way(ticket, scene.house.catalogue, scene.facts.now)
    return Answer(how.value, {"earlier": kept(ticket), "same": str(ticket.id)})


def kept(ticket: Ticket) -> dict[str, Json]:
    """What the questions say of the earlier one; it may be too old to be among the facts."""
    closed = ticket.closed_at
    return {
        "id": ticket.id,
        "no": ticket.number,
        "category": ticket.filing.category,
        "subtype": ticket.filing.subtype,
        "filed": ticket.opened_at.isoformat(),
        "closed": closed.isoformat() if closed else None,
        "times": ticket.times,
    }


def before(draft: Mapping[str, Json]) -> dict[str, Json]:
    """The earlier complaint as the draft keeps it."""
    kept = draft.get("earlier")
    return kept if isinstance(kept, dict) else {}


def to_file(scene: Scene, *, repeats: int = 0, reason: str = "") -> Open:
    """The order to file the draft, with what it is known not to be about."""
    return Open(draft_to_file(scene), apart(scene.draft), repeats, reason)


def apart(draft: Mapping[str, Json]) -> tuple[int, ...]:
    """The tickets that the person said this is not about."""
    known = draft.get("apart")
    return tuple(one for one in known if isinstance(one, int)) if isinstance(known, list) else ()


def another(scene: Scene) -> Open:
    """It is another matter than the earlier one: filed for itself."""
    ids: list[Json] = [*apart(scene.draft), int(str(before(scene.draft).get("id") or 0))]
    return to_file(scene.with_draft({"apart": ids}))


def added(scene: Scene) -> Ending:
    """The same matter, open: the facts go there, the department is reminded, its state is told."""
    ticket = int(str(scene.draft["same"]))
    if not scene.draft.get("story") and not _upgrades(scene, _held(scene, ticket)):
        return Ending((Say(Phrase("complaint-same-ask")),), which=ticket)
    apart_way = Start("repeat", scene.draft) if before(scene.draft) else None
    return Ending(orders=(once_more(scene, ticket),), then=apart_way, which=ticket)


def once_more(scene: Scene, ticket: int) -> Move:
    """What the draft says, for an open ticket; after a final position it is a new fact, and a fault
    that is called a complaint now becomes one."""
    held, fields = _held(scene, ticket), _told(scene)
    if held is not None and held.state is State.DEADLOCK:
        return Move(ticket, "new_fact", fields)
    if _upgrades(scene, held):
        return Move(ticket, "complain", fields)
    friendly = held is not None and held.filing.kind in FRIENDLY
    return Move(ticket, "add" if friendly else "again", fields)


def _held(scene: Scene, ticket: int) -> Ticket | None:
    """The open one; what was looked up for the card may be older than the chat's own."""
    known = scene.facts.earlier
    return known if known is not None and known.id == ticket else find(scene, ticket)


def _upgrades(scene: Scene, held: Ticket | None) -> bool:
    """Whether what was reported as a fault is called a complaint now."""
    fault = held is not None and held.filing.kind is Kind.FAULT
    return fault and scene.draft.get("kind") == Kind.COMPLAINT


def _told(scene: Scene) -> dict[str, Json]:
    draft = scene.draft
    kept = {name: draft[name] for name in EXTRAS if draft.get(name) not in (None, UNKNOWN)}
    wishes = kept.pop("remedy", None)
    listed = {"wishes": wishes} if isinstance(wishes, list) else {}
    return {"words": str(draft.get("story", "")), "drafted": True, **kept, **listed}


UNKNOWN: Json = {"unknown": True}


def ask_finished(scene: Scene) -> Say:
    """It was closed within the window: reopening goes before anything else."""
    days = scene.house.catalogue.reopen_days
    choices = (
        Choice(Phrase("button-reopen"), "reopen", "primary"),
        Choice(Phrase("button-file-again"), "again"),
        Choice(Phrase("button-new-matter"), "new"),
    )
    return Say(Phrase("repeat-finished", {**_said(scene), "days": days}), choices)


def take_finished(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="reopen"):
            return Answer("reopen" if _reopens(scene) else Way.UNHAPPY.value)
        case Tap(data="again"):
            return Answer(Way.UNHAPPY.value)
        case Tap(data="new"):
            return Answer("submit", {"earlier": None}, orders=(another(scene),))
        case Text(text) if len(text.strip()) >= 4:
            return more(scene, text)
    return misfit(what, "refused-same")


def more(scene: Scene, text: str) -> Answer:
    """Words typed where a choice is asked for are part of the story."""
    clean, _ = answers.private_numbers(text.strip())
    story = f"{scene.draft.get('story', '')}\n{clean}"
    return Answer("stay", {"story": story}, says=(Say(Phrase("complaint-added")),))


def _reopens(scene: Scene) -> bool:
    """Whether it can be reopened still: the question may have waited for days."""
    held = find(scene, int(str(before(scene.draft).get("id") or 0)))
    if held is None:
        return False
    return way(held, scene.house.catalogue, scene.facts.now) is not Way.UNHAPPY


def reopened(scene: Scene) -> Ending:
    """Taken up again, with the story as the reason; somebody may have reopened it meanwhile."""
    ticket = int(str(before(scene.draft)["id"]))
    held = find(scene, ticket)
    if held is not None and held.open:
        return Ending(orders=(once_more(scene, ticket),), which=ticket)
    told = _told(scene)
    fields: dict[str, Json] = {"reason": told["words"], "drafted": True}
    return Ending(orders=(Move(ticket, "reopen", fields),), which=ticket)


def ask_unhappy(scene: Scene) -> Say:
    """Why its result did not satisfy: asked once, in one message (domain.md §3.5)."""
    other = Choice(Phrase("button-new-matter"), "new")
    return Say(Phrase("repeat-unhappy", _said(scene)), (other,), typed="word")


def take_unhappy(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="new"):
            return Answer("submit", {"earlier": None}, orders=(another(scene),))
        case Text(text) if text.strip():
            clean, _ = answers.private_numbers(text.strip())
            ticket = int(str(before(scene.draft)["id"]))
            told = scene.with_draft(_complaint(scene))
            return Answer("submit", orders=(to_file(told, repeats=ticket, reason=clean),))
    return misfit(what, "refused-words")


def _complaint(scene: Scene) -> dict[str, Json]:
    """A fault whose repair did not satisfy is a complaint (domain.md §3.1), with the same wish."""
    wishes: list[Json] = [{"code": REPAIR}]
    wished = {} if scene.draft.get("remedy") else {"remedy": wishes}
    fault = scene.draft.get("kind") == Kind.FAULT
    return {"kind": str(Kind.COMPLAINT), **wished} if fault else {}


def linked(scene: Scene) -> tuple[Say, ...]:
    """What is said beside the new number, where it repeats an earlier one."""
    had = before(scene.draft)
    if not had:
        return ()
    often = int(str(had["times"])) + 1 >= scene.house.catalogue.repeats.supervisor_from
    key = "repeat-linked-often" if often else "repeat-linked"
    return (Say(Phrase(key, _said(scene))),)


def _said(scene: Scene) -> dict[str, Arg]:
    """The earlier complaint by number, matter and dates (domain.md §9 rule 12)."""
    had = before(scene.draft)
    filed = datetime.fromisoformat(str(had["filed"]))
    closed = datetime.fromisoformat(str(had["closed"])) if had.get("closed") else None
    ended = Phrase("repeat-handled")
    if closed is not None:
        ended = Phrase("repeat-closed", {"closed": Moment(closed, day_only=True)})
    return {
        "no": str(had["no"]),
        "matter": pair_words(scene, str(had["category"]), str(had["subtype"])),
        "filed": Moment(filed, day_only=True),
        "ended": ended,
    }
