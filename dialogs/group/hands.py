"""The buttons under a ticket's card: what its life-cycle lets somebody of the staff do now."""

from collections.abc import Mapping

from dialogs.group.panel import Key, of_ticket
from dialogs.group.scene import Scene
from dialogs.model import Phrase
from dialogs.tickets.ticket import State

# What a button begins or does, and the moves of which one must be allowed.
HANDS: Mapping[str, tuple[str, ...]] = {
    "claim": ("claim", "sign_in"),
    "decide": ("approve", "refuse_approval", "pass_up"),
    "answer": ("answer",),
    "resume": ("resume",),
    "propose": ("propose",),
    "ask": ("ask",),
    "done": ("item_done", "done_without_proposal", "solve"),
    "pass": ("dispatch", "return_routing", "assign", "release"),
    "withdraw": ("withdraw_proposal",),
    "reply": ("reply", "thank"),
    "escalate": ("escalate",),
    "note": ("note",),
}
AT_ONCE: Mapping[str, tuple[str, ...]] = {  # what needs no word, and the moves that it is
    "claim": HANDS["claim"],
    "resume": HANDS["resume"],
}
# The usual next step in a state: its button stands out, and comes first.
LEADING: Mapping[State, tuple[str, ...]] = {
    State.REGISTERED: ("claim",),
    State.DISPATCHED: ("claim",),
    State.INVESTIGATING: ("claim", "propose"),
    State.NEGOTIATING: ("claim", "propose"),
    State.EXECUTING: ("claim", "done"),
    State.AWAITING_USER: ("answer",),
    State.ON_HOLD: ("resume",),
}
FIRST_HAND = frozenset({"claim", "pass", "reply", "note", "escalate"})  # while nobody has it


def hands(scene: Scene) -> tuple[str, ...]:
    """What can be done with the ticket here, the usual next step first.

    Before somebody has it, only what gets it to somebody or needs nobody to have it.
    """
    may = scene.may()
    found = [hand for hand, moves in HANDS.items() if any(move in may for move in moves)]
    if "claim" in found and not scene.ticket.owner:
        found = [one for one in found if one in FIRST_HAND]
    usual = ("decide", *LEADING.get(scene.ticket.state, ()))
    lead = next((one for one in usual if one in found), "")
    return tuple(sorted(found, key=lambda one: one != lead))


def keys(scene: Scene) -> tuple[Key, ...]:
    """The buttons under the card, in pairs; the last one opens the ticket at the desk."""
    ticket, found = scene.ticket, hands(scene)
    usual = ("decide", *LEADING.get(ticket.state, ()))
    made = [
        Key(
            Phrase(f"group-do-{hand}"),
            of_ticket(ticket.id, ticket.revision, hand),
            style="primary" if not place and hand in usual else "",
        )
        for place, hand in enumerate(found)
    ]
    if scene.url:
        made.append(Key(Phrase("group-open"), url=scene.url))
    return paired(made)


def paired(made: list[Key]) -> tuple[Key, ...]:
    """The keys in rows of two."""
    return tuple(
        Key(one.words, one.action, one.url, one.style, place // 2 + 1)
        for place, one in enumerate(made)
    )
