"""What people do in the group: press, write, rewrite, ask; who they are is asked each time.

Words in a ticket's own topic, or in reply to its card, are a draft to its subscriber; words
elsewhere are the staff's own talk, as is what begins with // or @.
"""

from dataclasses import replace

from bot import desk_acts
from bot.desk_acts import Made, Overtaken, Refused
from bot.group import commands, drafting, marking
from bot.group.carding import scene, told
from bot.group.drafting import Hand, Place
from bot.group.saying import Words, say
from bot.stage import Work
from dialogs.group import talk
from dialogs.group.draft import Draft, Turn, Written
from dialogs.group.hands import AT_ONCE, HANDS
from dialogs.group.panel import Press, pressed
from dialogs.model import Command, Edited, Event, File, Language, Move, Phrase, Tap, Text
from dialogs.tickets.ticket import Ticket
from storage import staff_cards, staff_drafts, tickets
from storage.staff import Staff
from storage.staff_drafts import Kept
from storage.topics import Topic

ASIDE = ("//", "@")  # how words begin that are for colleagues alone


def heard(work: Work, event: Event, who: Staff | None, topic: Topic | None) -> str:
    """Take what somebody did; returns what only they are told, "" for nothing."""
    group = work.stage.group
    assert group is not None
    match event.what:
        case Tap(message=message):
            return _pressed(work, event, who, Place(group.chat, event.thread, message))
        case Command():
            commands.heard(work, event, who, Place(group.chat, event.thread, event.message))
        case Text() | Edited() | File():
            if who is None:
                _stranger(work, event, topic)
            else:
                _said(work, event, who, topic)
    return ""


def _pressed(work: Work, event: Event, who: Staff | None, place: Place) -> str:
    """A button: of a card, or of a draft."""
    assert isinstance(event.what, Tap)
    press, language = pressed(event.what.data), _language(work, event)
    if who is None:
        return told(work, Phrase("group-not-linked"), language)
    if press is None:
        return told(work, Phrase("group-old"), language)
    hand = Hand(who, language)
    return (_draft if press.draft else _card)(work, hand, press, place)


def _language(work: Work, event: Event) -> Language:
    """The language of who acts, as their app hints at it: for what they alone read."""
    return work.stage.language(event.language) if event.language else work.stage.default


def _card(work: Work, hand: Hand, press: Press, place: Place) -> str:
    """A button of a ticket's card: done at once, or the begin of a draft."""
    ticket = tickets.load(work.c, press.ticket)
    if ticket is None or press.action not in HANDS:
        return told(work, Phrase("group-old"), hand.language)
    marking.hasten(work, ticket.id)
    if press.action in AT_ONCE:
        return _at_once(work, hand, press, ticket)
    grown = press.revision != ticket.revision
    if grown and press.action not in hands_of(work, ticket, hand.who):
        since = desk_acts.since(work.c, ticket, press.revision)
        return told(work, drafting.quicker(since), hand.language)
    return drafting.begin(work, hand, press.action, ticket, place)


def hands_of(work: Work, ticket: Ticket, who: Staff) -> tuple[str, ...]:
    """What this person may do with the ticket now."""
    may = scene(work, ticket, who).may()
    return tuple(hand for hand, moves in HANDS.items() if any(one in may for one in moves))


def _at_once(work: Work, hand: Hand, press: Press, ticket: Ticket) -> str:
    """What needs no word: made at the revision of the card that was pressed."""
    seen, moves = scene(work, ticket, hand.who), AT_ONCE[press.action]
    move = next((one for one in moves if one in seen.may()), moves[0])
    outcome = desk_acts.act(work, hand.who.id, Move(ticket.id, move), press.revision)
    match outcome:
        case Made():
            return told(work, Phrase(f"move-{move}"), hand.language)
        case Refused(words):
            return told(work, words, hand.language)
        case Overtaken(since):
            return told(work, drafting.quicker(since), hand.language)


def _draft(work: Work, hand: Hand, press: Press, place: Place) -> str:
    """A button of a draft: its owner's alone, and only where it is as they saw it."""
    kept = staff_drafts.load(work.c, press.draft)
    ticket = tickets.load(work.c, press.ticket)
    if kept is None or ticket is None or not kept.open or kept.draft.ticket != ticket.id:
        return told(work, Phrase("group-over"), hand.language)
    if kept.draft.staff != hand.who.id:
        name = {"name": kept.draft.name}
        return told(work, Phrase("group-not-yours", name), hand.language)
    staff_drafts.pressed(work.c, kept.draft.id, place.message)
    kept = replace(kept, message=place.message)
    seen = scene(work, ticket, hand.who)
    if press.revision != kept.draft.rev:
        drafting.redraw(work, kept, seen)
        return told(work, Phrase("group-old"), hand.language)
    return drafting.take(work, hand, kept, seen, talk.press(kept.draft, press.action, seen))


def _stranger(work: Work, event: Event, topic: Topic | None) -> None:
    """Whoever is not linked is told that their words went nowhere, where they seem meant to."""
    ticket = _about(work, event, topic)
    if ticket is None or isinstance(event.what, Edited) or _aside(event):
        return
    _plain(work, event, Phrase("group-not-linked"))


def _aside(event: Event) -> bool:
    return isinstance(event.what, Text) and event.what.text.lstrip().startswith(ASIDE)


def _place(work: Work, event: Event) -> Place:
    assert work.stage.group is not None
    return Place(work.stage.group.chat, event.thread, event.message)


def _said(work: Work, event: Event, who: Staff, topic: Topic | None) -> None:
    """Words or a file of somebody who works here."""
    if isinstance(event.what, Edited):
        _rewritten(work, event, who)
        return
    if _aside(event):
        return
    answered, ticket = _answered(work, event, who), _about(work, event, topic)
    if isinstance(event.what, File):
        if answered or ticket:
            _plain(work, event, Phrase("group-no-files"))
        return
    assert isinstance(event.what, Text)
    new = Written(event.what.text, event.message)
    if answered is not None:
        if not _typed(work, event, who, answered, new):
            _plain(work, event, Phrase("group-takes-no-words"))
        return
    if ticket is None:
        return
    place = _place(work, event)
    mine = staff_drafts.of_staff(work.c, who.id, place.chat)
    for kept in mine:
        if kept.open and kept.draft.ticket == ticket.id and _typed(work, event, who, kept, new):
            return
    _reply(work, event, who, ticket, new)


def _reply(work: Work, event: Event, who: Staff, ticket: Ticket, new: Written) -> None:
    """Words that answer nothing of ours are a reply to the subscriber, to be looked at first."""
    seen = scene(work, ticket, who)
    begun = talk.begin("reply", seen, who.id, who.name)
    if not isinstance(begun, Draft):
        _plain(work, event, begun.words)
        return
    turn = talk.typed(begun, new, seen)
    if turn is not None and turn.draft is not None and turn.order is None:
        drafting.written(work, turn.draft, seen, _place(work, event))


def _typed(work: Work, event: Event, who: Staff, kept: Kept, new: Written) -> bool:
    """Whether the words answer what this draft asks."""
    ticket = tickets.load(work.c, kept.draft.ticket)
    if ticket is None:
        return False
    seen = scene(work, ticket, who)
    turn = talk.typed(kept.draft, new, seen)
    if turn is None:
        return False
    drafting.take(work, Hand(who, _language(work, event)), kept, seen, turn)
    return True


def _rewritten(work: Work, event: Event, who: Staff) -> None:
    """An edited message changes the draft that it is in; what was sent stays as it was sent."""
    assert isinstance(event.what, Edited)
    new, place = Written(event.what.text, event.what.message), _place(work, event)
    for kept in staff_drafts.of_staff(work.c, who.id, place.chat):
        changed = talk.rewritten(kept.draft, new)
        ticket = tickets.load(work.c, kept.draft.ticket) if changed else None
        if changed is None or ticket is None:
            continue
        if kept.open:
            drafting.take(
                work,
                Hand(who, _language(work, event)),
                kept,
                scene(work, ticket, who),
                Turn(changed),
            )
        else:
            _plain(work, event, Phrase("group-sent-already"))
        return


def _answered(work: Work, event: Event, who: Staff) -> Kept | None:
    """The person's own open draft that the message is a reply to."""
    to = event.what.reply_to if isinstance(event.what, Text) else ""
    if not to or to == event.thread:
        return None
    mine = staff_drafts.of_staff(work.c, who.id, _place(work, event).chat)
    return next(
        (one for one in mine if one.open and staff_drafts.message_of(work.c, one) == to), None
    )


def _about(work: Work, event: Event, topic: Topic | None) -> Ticket | None:
    """The ticket whose topic it is, or whose card was replied to."""
    if topic is not None and topic.ticket is not None:
        return tickets.load(work.c, topic.ticket)
    to = event.what.reply_to if isinstance(event.what, Text) else ""
    found = staff_cards.by_message(work.c, _place(work, event).chat, to) if to else None
    return tickets.load(work.c, found) if found else None


def _plain(work: Work, event: Event, what: Phrase) -> None:
    """One line to who wrote, under their message."""
    place = _place(work, event)
    words = Words(told(work, what))
    say(work, place.chat, words, thread=place.thread, reply_to=place.message)
