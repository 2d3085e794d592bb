"""Whom an event concerns: a button, a command, a word for everywhere, or the step that asked."""

from dialogs import answers
from dialogs.dialog import Answer
from dialogs.intake import parting
from dialogs.intake.draft import sounding
from dialogs.model import (
    FOLLOW,
    Choice,
    Command,
    Contact,
    Edited,
    Elapsed,
    File,
    Frame,
    Keep,
    Location,
    Order,
    Phrase,
    Reach,
    Reachable,
    Say,
    Tap,
    Text,
    Turn,
    Unsupported,
    Verify,
    What,
)
from dialogs.play import Play
from dialogs.rewriting import edited
from dialogs.tickets.numbers import read_number, without_numbers
from dialogs.tickets.ticket import State
from dialogs.understand.heard import Heard, heard, only_anger
from dialogs.values import replace


def turn(play: Play, what: What) -> Turn:
    """Take the event to whom it concerns."""
    match what:
        case Reachable(reachable):
            return Turn(play.session, orders=(Reach(reachable=reachable),))
        case Elapsed("outage"):
            return ask_again(play)
        case Elapsed():
            return wake(play)
        case Tap():
            return tapped(play, what)
        case Command(name, argument):
            return command(play, name, argument)
        case Edited():
            return edited(play, what)
        case File():
            return file(play, what)
        case Text(text):
            known = worded(play, text)
            return command(play, *known) if known else answer(play, what)
        case Contact() | Location() | Unsupported():
            return answer(play, what)


def is_silent(play: Play, what: What) -> bool:
    """Whether a named person has the word, so that the bot keeps words and says nothing."""
    until = play.session.silent_until
    talking = isinstance(what, Text | File | Edited | Contact | Location | Unsupported)
    return until is not None and play.facts.now < until and talking


def listen(play: Play, what: What) -> Turn:
    """Keep what was sent; the words are in the chat's log already."""
    orders = (Keep(_about(play)),) if isinstance(what, File) else ()
    waiting = replace(play.session, due=play.session.silent_until)
    return Turn(waiting, orders=orders)


def worded(play: Play, text: str) -> tuple[str, str] | None:
    """A word that works everywhere, as a command with its argument; None for other words."""
    catalogue, told = play.house.catalogue, answers.spoken(text)
    if answers.hello_only(text, catalogue.hello_words):
        return "hello", ""
    number = read_number(text)
    if number or not told:
        return ("status", number) if number and asks_only(text, catalogue.status_words) else None
    lists = (
        ("human", catalogue.human_words),
        ("cancel", catalogue.cancel_words),
        ("back", catalogue.back_words),
        ("help", catalogue.help_words),
        ("skip", catalogue.skip_words),
        ("status", catalogue.status_words),
        ("remind", catalogue.remind_words),
        ("appeal", catalogue.appealing.words),
        ("appealed", catalogue.appealing.filed_words),
        *play.rooms.words.items(),
        ("surveys-off", catalogue.survey.never),
        ("surveys-off", catalogue.survey.stop if surveyed(play) else ()),
        ("surveys-on", catalogue.survey.again),
    )
    for name, words in lists:
        if not answers.known(words).isdisjoint(told):
            return name, ""
    return None


def surveyed(play: Play) -> bool:
    """Whether the last thing asked was a score, or what it is for."""
    said = (one.data.rpartition(":")[2] for one in play.session.offers)
    offered = any(one.startswith(SCORING) for one in said)
    return offered or (play.top is not None and play.top.dialog == "survey")


def asks_only(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text with a ticket's number asks how that stands, and tells nothing of its own."""
    rest = without_numbers(text)
    long = sum(map(str.isalpha, rest)) / (ASKING if rest.isascii() else ASKING / 2)
    asked = any(answers.plain(one) in answers.plain(rest) for one in words)
    return long <= (2 if asked else 1)


def tapped(play: Play, tap: Tap) -> Turn:
    """A pressed button, judged by its kind, id and revision; all of it is a client's input."""
    parts = tap.data.split(":", 4)
    if len(parts) != 5 or parts[0] != "v1":
        return stale(play)
    _, kind, subject, revision, action = parts
    if kind == "g":
        return command(play, action, "")
    if kind == "d":
        return tapped_step(play, subject, revision, replace(tap, data=action))
    if kind == "t" and subject.isdecimal() and len(subject) <= LONGEST_ID:
        return tapped_ticket(play, int(subject), revision, action)
    return stale(play)


def tapped_step(play: Play, serial: str, prompt: str, tap: Tap) -> Turn:
    """A button of a dialog's question: the one asked now, one answered already, or an old one."""
    top, session = play.top, play.session
    pressed = f"{serial}:{prompt}:{tap.data}"
    if top and (serial, prompt) == (str(top.serial), str(session.prompt)):
        return answer(play.with_session(replace(session, pressed=pressed)), tap)
    recent = prompt in (str(session.prompt), str(session.prompt - 1))
    if recent and pressed == session.pressed and not play.said:
        # The second tap of a double tap: the first one has been answered already.
        return Turn(session, toast=Phrase("toast-done"))
    return stale(play)


def tapped_ticket(play: Play, ticket: int, revision: str, action: str) -> Turn:
    held = next((one for one in play.facts.tickets if one.id == ticket), None)
    if held is None:
        return Turn(play.session, toast=Phrase("toast-gone"))
    lasting = action in LASTING or (held.state in SCORED and action.startswith(SCORING))
    if revision != str(held.stage) and not lasting:
        turn = play.end(play.rooms.press(play.scene(), ticket, "status"))
        return replace(turn, toast=Phrase("toast-old"))
    return play.end(play.rooms.press(play.scene(), ticket, action))


def stale(play: Play) -> Turn:
    """An old button: a short toast and the current question."""
    if play.top is None:
        return Turn(play.session, play.said, toast=Phrase("toast-old"))
    return replace(play.ask(), toast=Phrase("toast-old"))


def command(play: Play, name: str, argument: str) -> Turn:
    """A command or a word that works everywhere."""
    match name:
        case "back":
            return back(play)
        case "cancel":
            return cancel(play)
        case "skip":
            return skip(play)
        case "help":
            return help(play)
        case "start" if play.top is not None and not argument.startswith(FOLLOW):
            return play.say(Phrase("engine-resumed")).ask()
        case "hello" if play.top is not None:
            return play.say(Phrase("engine-here")).ask()
    opening = play.rooms.commands.get(name)
    if opening is None:
        return play.say(Phrase("engine-unknown-command")).ask()
    return play.end(opening(play.scene(), argument))


def back(play: Play) -> Turn:
    """One step back by the trail; the answer there is asked again."""
    top = play.top
    if top is None:
        return play.say(Phrase("engine-nowhere")).ask()
    if not top.trail:
        return play.say(Phrase("engine-first")).ask()
    state, _, mark = top.trail[-1].partition("/")
    draft = {name: value for name, value in top.draft.items() if name != "again"}
    draft |= {"again": mark} if mark else {}
    frame = replace(top, state=state, draft=draft, trail=top.trail[:-1], misses=0)
    return play.with_top(frame).ask()


def cancel(play: Play) -> Turn:
    if play.top is None:
        return play.say(Phrase("engine-nothing-to-cancel")).ask()
    kept = play.top.dialog
    left = play.with_stack(play.session.stack[:-1])
    return left.say(Phrase(f"{kept}-cancelled")).resume()


def skip(play: Play) -> Turn:
    top = play.top
    if top is None:
        return play.ask()
    if play.rooms.tables[top.dialog].next(top.state, "skip", play.scene()) is None:
        return play.say(Phrase("engine-no-skip")).ask()
    return play.go(Answer("skip"))


def help(play: Play) -> Turn:
    top = play.top
    key = "engine-help" if top is None else f"{top.dialog}-help"
    choices = (
        ()
        if top
        else (
            Choice(Phrase("button-new"), "g:new"),
            Choice(Phrase("button-my"), "g:my"),
            Choice(Phrase("button-human"), "g:human"),
        )
    )
    line = play.scene().hotline if top is None else ()
    return play.plus((Say((Phrase(key), *line), choices),)).ask()


def answer(play: Play, what: What) -> Turn:
    """Give it to the step that asked; without one, to the lobby."""
    verified = _verified(play, what)
    top = play.top
    if top is None:
        return verified.end(play.rooms.lobby(play.scene(), what))
    if top.state == "start":
        return verified.go(Answer("start"))
    found = _heard(play, what) if top.dialog in HEARD else Heard()
    beside = play.rooms.aside(verified.scene(), what) if found == Heard() else None
    if beside is not None:
        return verified.end(beside)
    verified, calmed = _listened(verified, top, found)
    if found.tone == "angry" and venting(play, what):
        return _refused(verified, None if calmed else Phrase("engine-calm"))
    taken = play.step(top).take(verified.scene(), what)
    if isinstance(taken, Answer):
        return verified.go(taken)
    if play.rooms.dialogs[top.dialog].fleeting and elsewhere(what):
        return verified.end(play.rooms.lobby(verified.scene(), what))
    if calmed:
        return _refused(verified, None)
    angry = _heard(play, what).tone == "angry"
    refusal = Phrase(taken.key, dict(taken.args))
    return _refused(verified, Phrase("engine-calm") if angry else refusal)


def _refused(play: Play, why: Phrase | None) -> Turn:
    """Say why and ask again; who was just calmed hears no more than the question."""
    top = play.top
    assert top is not None
    frame = replace(top, misses=top.misses + 1)
    again = play.with_top(frame)
    again = again.say(why) if why else again
    if frame.misses >= 3:
        again = again.say(Phrase("engine-offer-human"))
    return again.ask()


def _listened(play: Play, top: Frame, found: Heard) -> tuple[Play, bool]:
    """What was heard in words typed at a step of the intake goes with its draft.

    Returns whether it was answered: each thing that is announced is, once. Anger gets no refusal
    for an answer (domain.md §9 rule 11).
    """
    if found == Heard():
        return play, False
    sound = sounding(top.draft, found)
    fresh = sound.get("alarms", []) != top.draft.get("alarms", [])
    noted = play.with_top(top.answered(sound))
    return (noted.say(Phrase("complaint-calm")), True) if fresh else (noted, False)


def _heard(play: Play, what: What) -> Heard:
    """What is heard in an answer; figures alone are a number, not whom somebody will turn to."""
    if not isinstance(what, Text) or not any(map(str.isalpha, what.text)):
        return Heard()
    return heard(what.text, play.house.catalogue.triggers)


def venting(play: Play, what: What) -> bool:
    """Whether words are anger and nothing else, so that they are no story, wish or place."""
    return isinstance(what, Text) and only_anger(what.text, play.house.catalogue.triggers)


def elsewhere(what: What) -> bool:
    """Whether words that do not answer a question that may be left alone are said of other things:
    a slip of the pen in a number or a choice has figures or is one word."""
    return (
        isinstance(what, Text) and len(what.text) > SLIP and not any(map(str.isdecimal, what.text))
    )


def _verified(play: Play, what: What) -> Play:
    """An own contact proves the number, whatever was asked."""
    if isinstance(what, Contact) and what.own:
        return play.plus((), (Verify(what.phone),))
    return play


def file(play: Play, what: File) -> Turn:
    """Keep a file with the draft or the ticket; one line for a whole album."""
    again = bool(what.group) and what.group == play.session.album
    session = replace(play.session, album=what.group)
    play = play.with_session(session)
    if play.top is not None and play.top.dialog in PICTURED:
        taken = answer(play, what)
        return Turn(session, (), _unsaid(taken.orders)) if again else taken
    if not any(frame.dialog in FILING for frame in session.stack):
        ending = play.rooms.lobby(play.scene(), what)
        return Turn(session, (), _unsaid(ending.orders)) if again else play.end(ending)
    key = "engine-voice-kept" if what.kind == "voice" else "engine-file-kept"
    play = _filed_under(play, what)
    kept = play.plus((), (Keep(None, None if again else Phrase(key)),))
    if again:
        return Turn(session, (), kept.orders)
    return answer(kept, Text(what.caption)) if what.caption else kept.ask()


def _filed_under(play: Play, what: File) -> Play:
    """Of a draft of several matters: the file is for the one it is clearly about."""
    top = play.top
    place = parting.meant(play.scene(), what.caption) if top else None
    if top is None or place is None:
        return play
    kept = top.draft.get("files")
    files = kept if isinstance(kept, dict) else {}
    return play.with_top(top.answered({"files": {**files, what.ref: place}}))


def _unsaid(orders: tuple[Order, ...]) -> tuple[Order, ...]:
    """The further pictures of an album are kept without a word."""
    return tuple(replace(one, words=None) if isinstance(one, Keep) else one for one in orders)


def wake(play: Play) -> Turn:
    """The stored due time of this chat's dialog came: nudge a draft once, then let it go."""
    top = play.top
    if play.session.silent_until is not None:
        due = play.facts.now + play.house.catalogue.draft_nudge if top else None
        alone = replace(play.session, silent_until=None, due=due)
        return play.with_session(alone).say(Phrase("engine-alone")).ask()
    if top is None:
        return Turn(replace(play.session, due=None))
    catalogue = play.house.catalogue
    if play.rooms.dialogs[top.dialog].patience is not None:
        stack = play.session.stack[:-1]
        due = play.facts.now + catalogue.draft_nudge if stack else None
        return Turn(replace(play.session, stack=stack, due=due, nudged=False))
    if not play.session.nudged:
        due = play.facts.now + catalogue.draft_expiry - catalogue.draft_nudge
        turn = play.say(Phrase(f"{top.dialog}-nudge")).ask()
        return replace(turn, session=replace(turn.session, due=due, nudged=True))
    session = replace(play.session, stack=(), due=None, nudged=False)
    return Turn(session, (Say(Phrase(f"{top.dialog}-expired")),))


def ask_again(play: Play) -> Turn:
    """Nobody could reach us for a while: the open question once more, if the bot has the word."""
    if play.session.silent_until is not None or play.top is None:
        return Turn(play.session, play.said)
    return play.say(Phrase("engine-away")).ask()


def _about(play: Play) -> int | None:
    return next((one.id for one in play.facts.tickets if one.open), None)


LONGEST_ID = 18  # digits of a ticket's id: a longer one is none of ours
SLIP = 6  # characters
# Letters, or half as many Chinese characters, beside a number that is asked about; twice as many
# where a word says so.
ASKING = 24
# Buttons that stay good however the ticket has moved on.
LASTING = frozenset(
    {
        *("status", "add", "remind", "settings", "details", "human", "complain"),
        *("appeal_leaflet", "appeal", "appealed"),
    }
)
SCORING = ("score-", "all-", "each")  # how the buttons of scores begin
# Where a score may still be given, or another one.
SCORED = (State.SURVEY, State.CLOSED)
# Dialogs in which what is announced goes with the draft.
HEARD = frozenset({"complaint"})
# Dialogs whose questions are about a ticket that a file is for.
PICTURED = frozenset({"details", "appeal"})
# Dialogs whose drafts keep files.
FILING = frozenset({"complaint", "welcome"})
