"""When no dialog is on: where words and files go. Nothing sent is dropped."""

from dialogs import answers
from dialogs.dialog import Ending, Scene, Start
from dialogs.doors.saying import say
from dialogs.intake.draft import begun, regret
from dialogs.intake.pictures import asked_for, pictured
from dialogs.intake.questions import question
from dialogs.intake.tickets import find, in_words, noted, open_ones, way_out
from dialogs.model import (
    Choice,
    Contact,
    Edited,
    File,
    Json,
    Keep,
    Location,
    Moment,
    Move,
    Phrase,
    Say,
    Tap,
    Text,
    What,
)
from dialogs.tickets.act import expected, next_news
from dialogs.tickets.repeats import words_say_so
from dialogs.tickets.ticket import FRIENDLY, Kind, State, Ticket
from dialogs.understand.kinds import called_so


def lobby(scene: Scene, what: What) -> Ending:
    """What came outside any dialog."""
    match what:
        case Text(text):
            return words(scene, text.strip())
        case Edited(text, _):
            return edited(scene, text.strip())
        case File():
            return file(scene, what)
        case Contact(_, own):
            return say("lobby-verified" if own else "refused-contact-not-own")
        case Location():
            return located(scene, what)
        case Tap():
            return say("refused-lobby")
        case _:
            return say("refused-unsupported")


def words(scene: Scene, text: str) -> Ending:
    """Words outside a dialog: an answer that is waited for, a question, a fact more, thanks, or a
    story."""
    if answers.thanks_only(text, scene.house.catalogue.thanks_words):
        return say("lobby-thanks")
    told = in_words(scene, text)
    meant = told if told is not None and told.open else about(scene)
    owed = meant is not None and (meant.state is State.AWAITING_USER or scene.facts.replied)
    asked = None if owed or told is not None else question(scene, text)
    if asked is not None:
        return asked
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(then=Start("welcome", {"story": text} if text else {}))
    if told is not None and told.state in AFTER:
        return Ending(then=Start("after", {"ticket": str(told.id), "words": text}))
    if meant is not None:
        other = told is None and apart(scene, meant, text)
        return story(scene, text) if other else to_ticket(scene, meant, text)
    if open_ones(scene):
        return Ending(then=Start("which", {"words": text}))
    closed = next((one for one in scene.facts.tickets if one.state in AFTER), None)
    if closed is not None:
        return Ending(then=Start("after", {"ticket": str(closed.id), "words": text}))
    return story(scene, text)


AFTER = (State.CLOSED, State.SURVEY)


def apart(scene: Scene, ticket: Ticket, text: str) -> bool:
    """Whether words surely belong to no praise that is open: a fault, or a complaint of its own."""
    if ticket.filing.kind not in FRIENDLY or scene.facts.replied:
        return False
    draft = begun(text, scene)
    complains = draft.get("kind") == Kind.COMPLAINT and ("category" in draft or called_so(text))
    return complains or draft.get("kind") == Kind.FAULT


def story(scene: Scene, text: str) -> Ending:
    draft = begun(text, scene)
    return Ending(regret(draft), then=Start("complaint", draft))


def about(scene: Scene) -> Ticket | None:
    """The open ticket that words are about: replied to, just named, asked a question, or the only
    one."""
    tickets = open_ones(scene)
    replied = find(scene, scene.facts.replied)
    if replied is not None and replied.open:
        return replied
    recent = find(scene, scene.recent)
    if recent is not None and recent.open:
        return recent
    waiting = [one for one in tickets if one.state is State.AWAITING_USER]
    if len(waiting) == 1:
        return waiting[0]
    return tickets[0] if len(tickets) == 1 else None


def to_ticket(scene: Scene, ticket: Ticket, text: str) -> Ending:
    """Words for a ticket: the answer to its question, or a fact more with a way to a new matter."""
    clean, _ = answers.private_numbers(text)
    if ticket.state is State.AWAITING_USER:
        date = next_news(ticket, "answer", scene.facts.now, scene.house)
        until = Moment(date, day_only=True, expected=expected(date, scene.house))
        return Ending(
            (Say(Phrase("tell-answered", {"no": ticket.number, "date": until})),),
            (Move(ticket.id, "answer", {"words": clean}),),
        )
    if ticket.state is State.DEADLOCK:
        return Ending(orders=(Move(ticket.id, "new_fact", {"words": clean}),))
    if ticket.filing.kind is Kind.FAULT and called_so(clean):
        return Ending(orders=(Move(ticket.id, "complain", {"words": clean}),))
    new = Choice(Phrase("button-new-matter"), "g:new-matter")
    friendly = ticket.filing.kind in FRIENDLY
    if words_say_so(clean, scene.house.catalogue) and not friendly:  # once more (§3.5)
        out = way_out(scene, ticket, "g:new-matter")
        return Ending((out,), (Move(ticket.id, "again", {"words": clean}),), loose=clean)
    said = noted(scene, ticket, clean, new)
    return Ending(said, (Move(ticket.id, "add", {"words": clean}),), loose=clean)


def edited(scene: Scene, text: str) -> Ending:
    """A rewritten message is a note; the original stays."""
    ticket = about(scene)
    if ticket is None or not text:
        return Ending()
    clean, _ = answers.private_numbers(text)
    noted = Say(Phrase("lobby-edited", {"no": ticket.number}))
    return Ending((noted,), (Move(ticket.id, "add", {"words": clean, "edited": True}),))


def file(scene: Scene, what: File) -> Ending:
    """A file goes to the ticket it is about; with none open it begins a draft."""
    drafted = (Keep(None, Phrase("engine-file-kept")),)
    if scene.facts.agreed != scene.house.catalogue.notice:
        story = {"story": what.caption} if what.caption else {}
        return Ending(orders=drafted, then=Start("welcome", story))
    ticket = about(scene)
    if ticket is None and open_ones(scene):
        draft: dict[str, Json] = {"why": "file", "words": what.caption}
        return Ending(orders=drafted, then=Start("which", draft))
    if ticket is None:
        return Ending(orders=drafted, then=Start("complaint", begun(what.caption, scene)))
    return Ending(orders=pictured(ticket, what, asked_for(ticket, scene.house, what)))


def located(scene: Scene, what: Location) -> Ending:
    ticket = about(scene)
    if ticket is None:
        return say("refused-location")
    fields: dict[str, Json] = {"latitude": what.latitude, "longitude": what.longitude}
    return Ending(noted(scene, ticket, ""), (Move(ticket.id, "add", fields),))
