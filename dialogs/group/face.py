"""How a draft stands in the group: what is asked or what the subscriber would read, its buttons."""

from dialogs.group import draft as drafts
from dialogs.group import offer, talk
from dialogs.group.card import happened
from dialogs.group.draft import Draft, Looked
from dialogs.group.hands import paired
from dialogs.group.kinds import KINDS
from dialogs.group.panel import Key, Panel, of_draft
from dialogs.group.scene import Scene
from dialogs.model import Arg, Moment, Money, Move, Phrase
from dialogs.tickets.ticket import Entry
from dialogs.values import replace

SAID = ("finding", "words", "proof", "reason")  # fields of a move that are somebody's words


def face(draft: Draft, scene: Scene, looked: Looked | None = None, refused: Arg = "") -> Panel:
    """The message of a draft. `refused`: why the last words do not fit, or it cannot be done."""
    asked = talk.question(draft, scene)
    told: list[Arg] = [head(draft, scene), *_so_far(draft, scene), *_since(draft, scene)]
    if looked is not None:
        told += _look(looked)
    elif asked is None:
        told += _written(draft)
    if refused:
        told.append(refused)
    if asked is not None:
        told.append(_asking(draft, asked.name, scene))
        keys = asked.keys(draft, scene)
    else:
        keys = _sending(draft, looked)
    return Panel(tuple(told), _addressed(draft, (*keys, *_leaving(draft))))


def head(draft: Draft, scene: Scene) -> Phrase:
    """Whose draft it is, of what, on which ticket: colleagues see who is writing."""
    args: dict[str, Arg] = {
        "no": scene.ticket.number,
        "name": draft.name or "-",
        "what": Phrase(f"group-do-{draft.kind}"),
    }
    return Phrase("group-draft", args)


def _asking(draft: Draft, name: str, scene: Scene) -> Phrase:
    if name == "money":
        code = offer.unpriced(draft, scene)
        return Phrase("group-ask-money", {"what": scene.remedy(code)})
    return Phrase(f"group-ask-{_key(draft, name)}")


def _key(draft: Draft, name: str) -> str:
    """Words are asked for as what they are for."""
    plain = name in {"words", "reason", "proof"}
    return f"{draft.kind}-{name}" if plain else name


def _so_far(draft: Draft, scene: Scene) -> list[Arg]:
    """What was chosen and written, as far as a preview does not say it all."""
    told: list[Arg] = []
    for code in drafts.chosen(draft, "items") if "items" in draft.trail else ():
        minor = offer.sums_of(draft).get(code)
        what = scene.remedy(code)
        if isinstance(minor, int) and minor:
            money = Money(minor, scene.ticket.filing.currency)
            what = Phrase("group-priced", {"what": what, "money": money})
        told.append(Phrase("group-item", {"what": what}))
    return told


def _since(draft: Draft, scene: Scene) -> list[Arg]:
    """What happened to the ticket since the draft was begun, which is not lost by it."""
    entries = fresh(scene.entries, scene.ticket.revision - draft.begun)
    lines = tuple(happened(one) for one in entries)
    return [Phrase("group-meanwhile", {"lines": lines})] if lines else []


def fresh(entries: tuple[Entry, ...], grown: int) -> tuple[Entry, ...]:
    """The last entries that changed the ticket: each has made one revision."""
    moves = [one for one in entries if one.move not in {"view", "join", "hand_back"}]
    return tuple(moves[-grown:]) if grown > 0 else ()


def _look(looked: Looked) -> list[Arg]:
    if looked.refused:
        return [Phrase("group-cannot", {"why": looked.refused})]
    told: list[Arg] = []
    if looked.shown:
        told += [Phrase("group-preview", {"when": looked.when}), *looked.shown]
    if looked.gaps:
        told.append(Phrase("group-gaps", {"lines": looked.gaps}))
    if looked.leave is not None:
        role = Phrase(f"role-{looked.leave}")
        told.append(Phrase("group-needs-leave", {"why": looked.why, "role": role}))
    return told


def _written(draft: Draft) -> list[Arg]:
    """What was written, where no preview says it."""
    said = (drafts.words(draft, name) for name in SAID)
    return [Phrase("group-quoted", {"words": one}) for one in said if one]


def _sending(draft: Draft, looked: Looked | None) -> tuple[Key, ...]:
    """What can be done with a draft that is whole."""
    if looked is not None and looked.refused:
        return ()
    if looked is not None and looked.leave is not None and not draft.fields.get("asking"):
        return (Key(Phrase("group-ask-for-leave"), talk.LEAVE, style="primary"),)
    words = Phrase("group-send") if KINDS[draft.kind].looks else Phrase("group-submit")
    found = [Key(words, talk.SEND, style="success")]
    if draft.kind == "reply":
        found.append(Key(Phrase("group-as-note"), talk.NOTE))
    return tuple(found)


def _leaving(draft: Draft) -> tuple[Key, ...]:
    back = (Key(Phrase("group-back"), talk.BACK),) if draft.trail else ()
    return (*back, Key(Phrase("group-cancel"), talk.CANCEL))


def _addressed(draft: Draft, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    def made(action: str) -> str:
        return of_draft(draft.id, draft.ticket, draft.rev, action)

    return paired([replace(one, action=made(one.action)) for one in keys])


def ended(draft: Draft, scene: Scene, order: Move, at: Moment) -> Panel:
    """What stays of a draft that was sent: who did what, and the words as they went out."""
    args: dict[str, Arg] = {
        "no": scene.ticket.number,
        "at": at,
        "name": draft.name or "-",
        "what": Phrase(f"move-{order.name}"),
    }
    said = (order.fields.get(name) for name in SAID)
    quoted = [
        Phrase("group-quoted", {"words": one}) for one in said if isinstance(one, str) and one
    ]
    return Panel((Phrase("group-sent", args), *_so_far(draft, scene), *quoted))


def cancelled(draft: Draft, scene: Scene) -> Panel:
    """What stays of a draft that was given up."""
    return Panel((head(draft, scene), Phrase("group-cancelled")))
