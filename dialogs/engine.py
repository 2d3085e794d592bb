"""The engine: one event and a session in, a turn out. It routes, and leaves the words to flows."""

from dialogs import answers
from dialogs.dialog import Dialog
from dialogs.hearing import is_silent, listen, turn
from dialogs.house import Facts, House
from dialogs.model import Command, Elapsed, Event, Frame, Session, Tap, Text, Turn, What
from dialogs.play import Play, Rooms
from dialogs.values import replace

DIALOG = Elapsed("dialog")


def converse(rooms: Rooms, house: House, session: Session, event: Event, facts: Facts) -> Turn:
    """Answer one event of a chat. Pure: the same values in give the same turn out.

    A wrong answer is told kindly and asked again; a stale button gets a toast; nothing raises.
    """
    play = Play(rooms, house, event, facts, _current(rooms, session))
    what = chosen(session, event.what)
    play = play.without_moot()
    if is_silent(play, what):
        return listen(play, what)
    made = turn(play, what)
    session = _timed(made.session, rooms, house, facts, event)
    return Turn(session, made.replies, made.orders, made.toast)


def chosen(session: Session, what: What) -> What:
    """Typed words that name a choice of the last message become the press of it."""
    if not isinstance(what, Text) or not session.offers:
        return what
    typed = answers.plain(what.text)
    for offer in session.offers:
        if answers.plain(offer.words) == typed:
            return Tap(offer.data, typed=True)
    if session.typed == "number" and typed.isdecimal() and len(typed) <= 2:
        number = int(typed)
        if 1 <= number <= len(session.offers):
            return Tap(session.offers[number - 1].data, typed=True)
        if number == 0:
            return Command("back")
    if session.typed == "list" and typed == "0":
        return Command("back")
    return what


def _current(rooms: Rooms, session: Session) -> Session:
    """The session with frames of other versions made fresh, unknown dialogs dropped."""
    known = (frame for frame in session.stack if frame.dialog in rooms.dialogs)
    stack = tuple(_fresh(rooms.dialogs[frame.dialog], frame) for frame in known)
    return session if stack == session.stack else replace(session, stack=stack)


def _fresh(dialog: Dialog, frame: Frame) -> Frame:
    """The frame as it is, or at its dialog's start with the answers that still fit."""
    if frame.version == dialog.version and dialog.step(frame.state) is not None:
        return frame
    kept = {name: frame.draft[name] for name in dialog.carries if name in frame.draft}
    return Frame(dialog.name, dialog.version, frame.serial, "start", kept)


def _timed(session: Session, rooms: Rooms, house: House, facts: Facts, event: Event) -> Session:
    """When the chat is to be woken: a draft is nudged and expires, other dialogs go silently."""
    if not session.stack:
        return replace(session, due=None, nudged=False)
    if event.what == DIALOG:
        return session
    patience = rooms.dialogs[session.stack[-1].dialog].patience
    wait = house.catalogue.draft_nudge if patience is None else patience
    return replace(session, due=facts.now + wait, nudged=False)
