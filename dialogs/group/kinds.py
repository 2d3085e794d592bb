"""Every small dialog of the group: the questions it asks, and the move that comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dialogs.group import draft as drafts
from dialogs.group import offer
from dialogs.group.draft import Draft
from dialogs.group.questions import One, Option, Question, Some, Words
from dialogs.group.scene import Scene
from dialogs.model import Json, Label, Move, Phrase
from dialogs.tickets.guards import accepted
from dialogs.tickets.wording import item_line

RETURN, FREE = "return", "free"  # not to a department: back to those who route, to anybody
PERSON = "to."  # before a staff id
COLLEAGUES = 12  # shown as buttons; the desk shows all


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A small dialog. `looks`: it is shown as the subscriber would read it before it is sent."""

    questions: Callable[[Draft, Scene], Sequence[Question]]
    order: Callable[[Draft, Scene], Move]
    looks: bool = False


def _one(*asked: Question) -> Callable[[Draft, Scene], Sequence[Question]]:
    return lambda _draft, _scene: asked


def _move(name: str, *fields: str) -> Callable[[Draft, Scene], Move]:
    """A move with words of the draft under the same names."""

    def order(draft: Draft, _scene: Scene) -> Move:
        said = {field: drafts.words(draft, field) for field in fields}
        return Move(draft.ticket, name, {key: words for key, words in said.items() if words})

    return order


def _reply(draft: Draft, scene: Scene) -> Move:
    """Words to the subscriber; to praise, thanks."""
    name = "thank" if "thank" in scene.may() else "reply"
    return Move(draft.ticket, name, {"words": drafts.words(draft, "words")})


def facts(_draft: Draft, scene: Scene) -> Sequence[Option]:
    """The facts that can be asked for: the category's questions that nobody answered yet."""
    filing = scene.ticket.filing
    category = scene.house.catalogue.categories.get(filing.category)
    if category is None:
        return ()
    pictures = (one for one in category.wanted(filing.subtype))
    missing = [one for one in pictures if one.code not in filing.evidence_sent]
    return [
        *(Option(one.code, one.ask) for one in category.asked if one.code not in filing.answers),
        *(Option(f"p.{one.code}", one.label) for one in missing),
    ]


def _ask(draft: Draft, scene: Scene) -> Move:
    """The facts in the subscriber's language, and what was written besides."""
    picked = drafts.chosen(draft, "facts")
    known = {one.code: one.words for one in facts(draft, scene)}
    lines = [_said(known[code], scene.ticket.language) for code in picked if code in known]
    own = drafts.words(draft, "words")
    every = [*lines, *([own] if own else [])]
    if len(every) > 1:
        every = [f"{place}. {line}" for place, line in enumerate(every, start=1)]
    return Move(draft.ticket, "ask", {"words": "\n".join(every)})


def _said(words: object, language: str) -> str:
    return words.words.get(language, "") if isinstance(words, Label) else str(words)


def places(_draft: Draft, scene: Scene) -> Sequence[Option]:
    """Where it can go from here: to a department, back to routing or to all, to a colleague."""
    may, found = scene.may(), []
    if "dispatch" in may:
        known = scene.house.catalogue.departments.values()
        here = scene.ticket.department
        found = [Option(one.code, one.label) for one in known if one.code != here]
    if "return_routing" in may:
        found.append(Option(RETURN, Phrase("group-return")))
    if "assign" in may:
        others = [one for one in scene.colleagues if one[0] != scene.ticket.owner]
        found += [Option(f"{PERSON}{number}", name) for number, name in others[:COLLEAGUES]]
    if "release" in may:
        found.append(Option(FREE, Phrase("group-release")))
    return found


PLACE = One("department", places)


def _passing(draft: Draft, scene: Scene) -> Sequence[Question]:
    """Where to; why, where it goes back."""
    match PLACE.value(draft, scene):
        case "return":
            return (PLACE, Words("reason"))
        case "free":
            return (PLACE, Words("words", skip="group-without-words"))
    return (PLACE,)


def _pass(draft: Draft, scene: Scene) -> Move:
    code = PLACE.value(draft, scene)
    if code == RETURN:
        return _move("return_routing", "reason")(draft, scene)
    if code == FREE:
        return _move("release", "words")(draft, scene)
    if code.startswith(PERSON):
        return Move(draft.ticket, "assign", {"staff": int(code.removeprefix(PERSON))})
    return Move(draft.ticket, "dispatch", {"department": code})


def open_items(_draft: Draft, scene: Scene) -> Sequence[Option]:
    """The agreed items that are still to be carried out, by their place from 1."""
    ticket = scene.ticket
    return [
        Option(str(place), item_line(item, ticket, scene.house))
        for place, item in enumerate(accepted(ticket), start=1)
        if item.done_at is None
    ]


def _only(scene: Scene) -> str:
    """The only open item, "" where there are several."""
    places = [
        str(place)
        for place, item in enumerate(accepted(scene.ticket), start=1)
        if item.done_at is None
    ]
    return places[0] if len(places) == 1 else ""


ITEM = One("item", open_items, given=_only)
AS_ASKED = One("as_asked", lambda _d, _s: [Option("yes", Phrase("group-as-asked"))])


def _doing(_draft: Draft, scene: Scene) -> Sequence[Question]:
    """What was done, with its proof; outside an agreement, whether it is what was asked for."""
    match _way_of_doing(scene):
        case "item_done":
            return (ITEM, Words("proof"))
        case "done_without_proposal" if not _repair(scene):
            return (AS_ASKED, Words("proof"))
    return (Words("proof"),)


def _way_of_doing(scene: Scene) -> str:
    may = scene.may()
    ways = ("item_done", "done_without_proposal", "solve")
    return next((name for name in ways if name in may), "item_done")


def _repair(scene: Scene) -> bool:
    category = scene.house.catalogue.categories.get(scene.ticket.filing.category)
    return category is not None and category.repair


def _done(draft: Draft, scene: Scene) -> Move:
    name, proof = _way_of_doing(scene), drafts.words(draft, "proof")
    fields: dict[str, Json] = {"words": proof} if name == "solve" else {"proof": proof}
    if name == "item_done":
        fields["item"] = ITEM.value(draft, scene)
    if AS_ASKED.value(draft, scene):
        fields["wish_met"] = True
    return Move(draft.ticket, name, fields)


def decisions(_draft: Draft, scene: Scene) -> Sequence[Option]:
    """What this person may do with an offer that waits for leave."""
    may = scene.may()
    ways = ("approve", "refuse_approval", "pass_up")
    return [Option(one, Phrase(f"group-decide-{one}")) for one in ways if one in may]


DECISION = One("decision", decisions)


def _deciding(draft: Draft, scene: Scene) -> Sequence[Question]:
    match DECISION.value(draft, scene):
        case "refuse_approval":
            return (DECISION, Words("reason"))
        case "pass_up":
            return (DECISION, Words("words", skip="group-without-words"))
    return (DECISION,)


def _decide(draft: Draft, scene: Scene) -> Move:
    name = DECISION.value(draft, scene)
    if name == "approve":
        return Move(draft.ticket, name)
    field = "reason" if name == "refuse_approval" else "words"
    return _move(name, field)(draft, scene)


KINDS: Mapping[str, Kind] = {
    "reply": Kind(questions=_one(Words("words")), order=_reply, looks=True),
    "note": Kind(questions=_one(Words("words")), order=_move("note", "words")),
    "answer": Kind(questions=_one(Words("words")), order=_move("answer", "words")),
    "ask": Kind(questions=_one(Some("facts", facts, own="words")), order=_ask, looks=True),
    "pass": Kind(questions=_passing, order=_pass),
    "done": Kind(questions=_doing, order=_done, looks=True),
    "propose": Kind(questions=offer.questions, order=offer.order, looks=True),
    "withdraw": Kind(
        questions=_one(Words("reason")), order=_move("withdraw_proposal", "reason"), looks=True
    ),
    "escalate": Kind(
        questions=_one(Words("reason", skip="group-without-words")),
        order=_move("escalate", "reason"),
    ),
    "decide": Kind(questions=_deciding, order=_decide),
}
