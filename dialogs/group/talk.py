"""A draft in the group from its first press to its move: what each press and each word makes of it.

The next question is the first that is open. Once none is, the draft is looked at as the subscriber
would read it, or, where the subscriber reads nothing of it, done.
"""

from dialogs.answers import Refused
from dialogs.group import draft as drafts
from dialogs.group.draft import Draft, Turn, Written
from dialogs.group.hands import HANDS
from dialogs.group.kinds import KINDS
from dialogs.group.questions import Question, Words
from dialogs.group.scene import Scene
from dialogs.model import Move, Phrase
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.lifecycle import fact_of, target
from dialogs.values import replace

# What a question fills beside the field of its own name.
FIELDS = {"facts": ("words",), "items": ("more",), "leave": ("asking",)}
SEND, NOTE, CANCEL, BACK, LEAVE = "send", "note", "cancel", "back", "leave"


def begin(kind: str, scene: Scene, staff: int = 0, name: str = "") -> Draft | NotAllowed:
    """A draft of this kind on the ticket as it is, or why whoever acts may not make it."""
    moves = HANDS[kind]
    if not any(move in scene.may() for move in moves):
        return why_not(moves, scene)
    revision = scene.ticket.revision
    return Draft(
        kind=kind,
        ticket=scene.ticket.id,
        revision=revision,
        begun=revision,
        staff=staff,
        name=name,
    )


def why_not(moves: tuple[str, ...], scene: Scene) -> NotAllowed:
    """Why none of these moves may be made, in the words of the first that says more than "no"."""
    if scene.by is None:
        return NotAllowed("not-allowed-role")
    fact = fact_of(scene.ticket, scene.by, scene.house.catalogue, scene.now)
    found = [why for move in moves if isinstance(why := target(fact, move), NotAllowed)]
    plain = {"not-allowed-role", "not-allowed-state"}
    best = next((why for why in found if why.key not in plain), None)
    return best or next(iter(found), NotAllowed("not-allowed-role"))


def question(draft: Draft, scene: Scene) -> Question | None:
    """What is asked next, None once everything is there."""
    asked = KINDS[draft.kind].questions(draft, scene)
    return next((one for one in asked if one.open(draft, scene)), None)


def looking(draft: Draft, scene: Scene) -> Move | None:
    """The move that is looked at now, None while something is still asked.

    Whoever decides on an offer looks at it before anything is asked.
    """
    if draft.kind == "decide":
        return Move(draft.ticket, "approve")
    if not KINDS[draft.kind].looks or question(draft, scene) is not None:
        return None
    return order(draft, scene)


def order(draft: Draft, scene: Scene) -> Move:
    """The move that comes of the draft."""
    return KINDS[draft.kind].order(draft, scene)


def press(draft: Draft, action: str, scene: Scene) -> Turn:
    """The draft after one of its buttons; "send" gives the move."""
    asked = question(draft, scene)
    match action:
        case "cancel":
            return Turn(None)
        case "back":
            return Turn(draft.back(FIELDS) if draft.trail else None)
        case "send" if asked is None:
            return Turn(draft, order(draft, scene))
        case "note" if draft.kind == "reply" and asked is None:
            return Turn(draft, Move(draft.ticket, "note", {"words": drafts.words(draft, "words")}))
        case "leave" if draft.kind == "propose" and asked is None:
            asking = {**draft.fields, "asking": True}
            return Turn(replace(draft, fields=asking, rev=draft.rev + 1))
    changed = asked.press(draft, action, scene) if asked else None
    return Turn(draft, toast=Phrase("group-old")) if changed is None else _on(changed, scene)


def typed(draft: Draft, new: Written, scene: Scene) -> Turn | None:
    """The draft after words of its owner; None where it does not ask for any.

    To what is about to be sent further words are added. Words alone never do anything: that takes
    a press.
    """
    asked = question(draft, scene) or _last_words(draft, scene)
    if asked is None:
        return None
    changed = asked.typed(draft, new, scene)
    if isinstance(changed, Refused):
        return Turn(draft, refused=changed)
    return None if changed is None else Turn(changed)


def _last_words(draft: Draft, scene: Scene) -> Words | None:
    """Where the draft is nothing but words, so that more of them belong to it."""
    asked = KINDS[draft.kind].questions(draft, scene)
    only = asked[0] if len(asked) == 1 else None
    return only if isinstance(only, Words) else None


def rewritten(draft: Draft, new: Written) -> Draft | None:
    """The draft with a message that its owner has edited; None where it holds no such message."""
    for name in draft.fields:
        if any(part.get("message") == new.message for part in drafts.parts(draft, name)):
            trail = draft.trail
            return replace(drafts.added(draft, name, new), trail=trail)
    return None


def _on(draft: Draft, scene: Scene) -> Turn:
    """The draft after a press, and its move where nothing is left to ask or to look at."""
    kind = KINDS[draft.kind]
    if kind.looks or question(draft, scene) is not None:
        return Turn(draft)
    return Turn(draft, order(draft, scene))
