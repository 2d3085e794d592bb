"""A draft of the group from press to press: kept, shown in place, and sent as one act of the desk.

What comes of it goes the same way as what is done at the desk (`desk_acts.act`), at the revision
that whoever sends it has looked at.
"""

from dataclasses import dataclass, replace

from bot import desk_acts
from bot.desk_acts import Made, Overtaken, Refused
from bot.group import marking
from bot.group.carding import scene, shown, told
from bot.group.looking import looked
from bot.group.saying import change, say
from bot.stage import Work
from dialogs.group import face, talk
from dialogs.group.card import happened
from dialogs.group.draft import Draft, Turn
from dialogs.group.panel import Panel
from dialogs.group.scene import Scene
from dialogs.model import Arg, Language, Moment, Move, Phrase
from dialogs.tickets.ticket import Entry, Ticket
from storage import messages, staff_drafts, tickets
from storage.staff import Staff
from storage.staff_drafts import Kept

TOLD = 3  # of what happened meanwhile, in a toast


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens in the group: the chat, the topic, the message it answers."""

    chat: int
    thread: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts, and in which language they are told what nobody else reads."""

    who: Staff
    language: Language


def begin(work: Work, hand: Hand, kind: str, ticket: Ticket, place: Place) -> str:
    """Begin a draft of this kind and show it; returns what to tell who pressed, "" for nothing.

    One that they began before and did not send is shown again.
    """
    seen = scene(work, ticket, hand.who)
    for kept in staff_drafts.of_staff(work.c, hand.who.id, place.chat):
        if kept.open and (kept.draft.kind, kept.draft.ticket) == (kind, ticket.id):
            _show(work, kept.draft, seen, place)
            return ""
    begun = talk.begin(kind, seen, hand.who.id, hand.who.name)
    if not isinstance(begun, Draft):
        return told(work, begun.words, hand.language)
    _show(work, staff_drafts.add(work.c, begun, place.chat, place.thread, work.now), seen, place)
    return ""


def take(work: Work, hand: Hand, kept: Kept, seen: Scene, turn: Turn) -> str:
    """What a turn makes of a draft: dropped, made, or shown as it is now; returns a toast."""
    toast = told(work, turn.toast, hand.language) if turn.toast else ""
    if turn.draft is None:
        staff_drafts.drop(work.c, kept.draft.id)
        _change(work, kept, face.cancelled(kept.draft, seen))
        return toast
    if turn.draft.rev != kept.draft.rev:
        staff_drafts.save(work.c, turn.draft, kept.draft.rev, work.now)
    if turn.order is not None:
        return _make(work, hand, replace(kept, draft=turn.draft), seen, turn.order)
    why: Arg = Phrase(turn.refused.key, dict(turn.refused.args)) if turn.refused else ""
    redraw(work, replace(kept, draft=turn.draft), seen, why)
    return toast


def _make(work: Work, hand: Hand, kept: Kept, seen: Scene, order: Move) -> str:
    """Send it; refused or overtaken, it stays with all its words."""
    chat, c = seen.ticket.chat, work.c
    before = messages.newest(c, chat)
    outcome = desk_acts.act(work, hand.who.id, order, kept.draft.revision)
    marking.hasten(work, seen.ticket.id)
    match outcome:
        case Made():
            staff_drafts.sent(c, kept.draft.id, before, messages.newest(c, chat), work.now)
            _change(work, kept, face.ended(kept.draft, seen, order, Moment(work.now)))
            return told(work, Phrase(f"move-{order.name}"), hand.language)
        case Refused(words):
            redraw(work, kept, seen, words)
            return told(work, words, hand.language)
        case Overtaken(since):
            return overtaken(work, hand, kept, since)


def overtaken(work: Work, hand: Hand, kept: Kept, since: tuple[Entry, ...]) -> str:
    """Somebody was quicker: the draft is looked at again beside the ticket as it is now."""
    ticket = tickets.load(work.c, kept.draft.ticket)
    if ticket is not None:
        again = kept.draft.at(ticket.revision)
        staff_drafts.save(work.c, again, kept.draft.rev, work.now)
        redraw(work, replace(kept, draft=again), scene(work, ticket, hand.who))
    return told(work, quicker(since), hand.language)


def quicker(since: tuple[Entry, ...]) -> Phrase:
    """Who was quicker, and with what."""
    lines = tuple(happened(one) for one in since[-TOLD:])
    return Phrase("group-quicker", {"lines": lines}) if lines else Phrase("group-old")


def redraw(work: Work, kept: Kept, seen: Scene, why: Arg = "") -> None:
    """Change the message of a draft to how it stands now."""
    panel = face.face(kept.draft, seen, looked(work, kept.draft, seen), why)
    _change(work, kept, panel)


def _show(work: Work, draft: Draft, seen: Scene, place: Place) -> None:
    """Say a draft anew, where it was asked for."""
    panel = face.face(draft, seen, looked(work, draft, seen))
    words = shown(work, panel)
    rows = say(work, place.chat, words, thread=place.thread, reply_to=place.message)
    staff_drafts.stands(work.c, draft.id, rows[-1], place.thread)


def written(work: Work, begun: Draft, seen: Scene, place: Place) -> None:
    """Keep a draft that somebody's words began, and show it under them."""
    draft = staff_drafts.add(work.c, begun, place.chat, place.thread, work.now)
    _show(work, draft, seen, place)


def _change(work: Work, kept: Kept, panel: Panel) -> None:
    words = shown(work, panel)
    if kept.outbox is None:  # the row is long gone, and with it what is known of the message
        say(work, kept.chat, words, thread=kept.thread)
        return
    change(work, kept.chat, (kept.outbox, kept.message), words, kept.thread)
