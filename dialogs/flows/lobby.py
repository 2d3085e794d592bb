"""When no dialog is on: where words, files and ticket buttons go. Nothing sent is dropped."""

from collections.abc import Callable, Mapping

from dialogs import answers
from dialogs.dialog import Ending, Scene, Start
from dialogs.intake.draft import begun
from dialogs.intake.tickets import find, named, open_ones, standing
from dialogs.model import (
    Arg,
    Choice,
    Contact,
    Edited,
    File,
    Json,
    Keep,
    Location,
    Move,
    Phrase,
    Prefer,
    Say,
    Summon,
    Tap,
    Text,
    What,
)
from dialogs.tickets.ticket import State, Ticket
from dialogs.tickets.wording import appeal_body


def say(key: str, *choices: Choice, **args: str | int | Phrase) -> Ending:
    return Ending((Say(Phrase(key, args), choices),))


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
    """Words outside a dialog: an answer that is waited for, a fact more, thanks, or a story."""
    if answers.thanks_only(text, scene.house.catalogue.thanks_words):
        return say("lobby-thanks")
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(then=Start("welcome", {"story": text} if text else {}))
    meant = about(scene)
    if meant is not None:
        return to_ticket(scene, meant, text)
    if open_ones(scene):
        return Ending(then=Start("which", {"words": text}))
    closed = next((one for one in scene.facts.tickets if one.state in AFTER), None)
    if closed is not None:
        return Ending(then=Start("after", {"ticket": str(closed.id), "words": text}))
    return story(scene, text)


AFTER = (State.CLOSED, State.SURVEY)


def story(scene: Scene, text: str) -> Ending:
    draft = begun(text, scene)
    regret = (Say(Phrase("complaint-regret")),) if draft else ()
    return Ending(regret, then=Start("complaint", draft))


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


def to_ticket(_scene: Scene, ticket: Ticket, text: str) -> Ending:
    """Words for a ticket: the answer to its question, or a fact more with a way to a new matter."""
    clean, _ = answers.private_numbers(text)
    if ticket.state is State.AWAITING_USER:
        return Ending(
            (Say(Phrase("tell-answered", {"no": ticket.number})),),
            (Move(ticket.id, "answer", {"words": clean}),),
        )
    if ticket.state is State.DEADLOCK:
        return Ending(orders=(Move(ticket.id, "new_fact", {"words": clean}),))
    new = Choice(Phrase("button-new-matter"), "g:new-matter")
    noted = Say(Phrase("tell-noted", {"no": ticket.number}), (new,))
    return Ending((noted,), (Move(ticket.id, "add", {"words": clean}),), loose=clean)


def edited(scene: Scene, text: str) -> Ending:
    """A rewritten message is a note; the original stays."""
    ticket = about(scene)
    if ticket is None or not text:
        return Ending()
    clean, _ = answers.private_numbers(text)
    noted = Say(Phrase("lobby-edited", {"no": ticket.number}))
    return Ending((noted,), (Move(ticket.id, "add", {"words": clean, "edited": True}),))


def file(scene: Scene, what: File) -> Ending:
    """A file goes to the ticket it is about; an album is answered once."""
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending((Say(Phrase("engine-file-kept")),), (Keep(None),), Start("welcome"))
    ticket = about(scene)
    if ticket is None and open_ones(scene):
        draft: dict[str, Json] = {"why": "file", "words": what.caption}
        return Ending(orders=(Keep(None),), then=Start("which", draft))
    if ticket is None:
        draft = begun(what.caption, scene)
        return Ending((Say(Phrase("engine-file-kept")),), (Keep(None),), Start("complaint", draft))
    orders: tuple[Keep | Move, ...] = (Keep(ticket.id),)
    if what.caption:
        clean, _ = answers.private_numbers(what.caption)
        orders = (*orders, Move(ticket.id, "add", {"words": clean}))
    key = "lobby-voice-noted" if what.kind == "voice" else "lobby-file-noted"
    return Ending((Say(Phrase(key, {"no": ticket.number})),), orders)


def located(scene: Scene, what: Location) -> Ending:
    ticket = about(scene)
    if ticket is None:
        return say("refused-location")
    fields: dict[str, Json] = {"latitude": what.latitude, "longitude": what.longitude}
    noted = Say(Phrase("tell-noted", {"no": ticket.number}))
    return Ending((noted,), (Move(ticket.id, "add", fields),))


def press(scene: Scene, number: int, action: str) -> Ending:
    """A pressed button of a ticket that this chat owns."""
    ticket = find(scene, number)
    if ticket is None:
        return Ending(toast=Phrase("toast-gone"))
    if action in DIRECT:
        return Ending(orders=(Move(ticket.id, DIRECT[action]),))
    if action in STARTS:
        dialog, draft = STARTS[action]
        rounds = len(ticket.proposals)
        return Ending(then=Start(dialog, {"ticket": str(ticket.id), "round": rounds, **draft}))
    special = SPECIAL.get(action)
    return special(scene, ticket) if special else scored(ticket, action)


SCORES = tuple(str(score) for score in range(1, 11))

# button -> the move it makes at once; the move's own message answers
DIRECT: Mapping[str, str] = {"fixed": "fixed", "not_fixed": "not_fixed", "remind": "remind"}

# button -> the dialog it starts, with what is known
STARTS: Mapping[str, tuple[str, Mapping[str, Json]]] = {
    "accept": ("decide", {"move": "accept"}),
    "reject": ("decide", {"move": "reject"}),
    "accept_after_all": ("decide", {"move": "accept_after_all"}),
    "think_again": ("decide", {"move": "think_again"}),
    "question_proposal": ("tell", {"why": "ask"}),
    "add": ("tell", {"why": "add"}),
    "reopen": ("tell", {"why": "reopen"}),
    "withdraw": ("withdraw", {}),
    "details": ("details", {}),
}


def scored(ticket: Ticket, action: str) -> Ending:
    """A score by button, "score-9"; any other action is not ours."""
    given = action.removeprefix("score-")
    if given not in SCORES:
        return Ending(toast=Phrase("toast-old"))
    score = int(given)
    draft: dict[str, Json] = {"ticket": str(ticket.id), "score": score}
    order = Move(ticket.id, "score", {"score": score})
    return Ending(orders=(order,), then=Start("survey", draft))


def status(scene: Scene, ticket: Ticket) -> Ending:
    return Ending((standing(scene, ticket),))


def survey_later(_scene: Scene, ticket: Ticket) -> Ending:
    return say("survey-later", no=ticket.number)


def survey_never(_scene: Scene, _ticket: Ticket) -> Ending:
    return Ending((Say(Phrase("survey-never")),), (Prefer(surveys=False),))


def thinking(_scene: Scene, _ticket: Ticket) -> Ending:
    return say("decide-no-hurry")


def leaflet(scene: Scene, ticket: Ticket) -> Ending:
    """Where to appeal: the body of the ticket's province, else the national centre."""
    chosen = appeal_body(ticket, scene.house)
    if chosen is None:
        return Ending(then=Start("tell", {"ticket": str(ticket.id), "why": "add"}))
    args: dict[str, Arg] = {
        "body": chosen.body,
        "phone": chosen.phone,
        "address": chosen.address,
        "checked": chosen.checked,
        "no": ticket.number,
    }
    return Ending((Say(Phrase("appeal-leaflet", args)),))


def human(scene: Scene, ticket: Ticket | None) -> Ending:
    """A person is asked for: the place in the queue, the hours, a call back; the bot goes on."""
    hours = scene.house.catalogue.opening
    key = "human-open" if scene.staffed else "human-closed"
    args: dict[str, int | str] = {
        "place": scene.facts.waiting + 1,
        "from": f"{hours.start // 60:02d}:{hours.start % 60:02d}",
        "to": f"{hours.end // 60:02d}:{hours.end % 60:02d}",
        "hotline": scene.house.hotline or "-",
    }
    order = Summon(ticket.id if ticket else None)
    already = Phrase("human-already", args) if scene.facts.summoned else Phrase(key, args)
    return Ending((Say(already),), () if scene.facts.summoned else (order,))


SPECIAL: Mapping[str, Callable[[Scene, Ticket], Ending]] = {
    "status": status,
    "think": thinking,
    "appeal_leaflet": leaflet,
    "human": human,
    "score-later": survey_later,
    "score-never": survey_never,
}


def start(_scene: Scene, _argument: str) -> Ending:
    return Ending(then=Start("welcome"))


def new(scene: Scene, _argument: str) -> Ending:
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(then=Start("welcome"))
    return Ending(then=Start("complaint"))


def new_matter(scene: Scene, _argument: str) -> Ending:
    """The words just added to a ticket were a matter of their own."""
    draft = begun(scene.loose, scene)
    return Ending(then=Start("complaint", {**draft, "same": "new"}))


def mine(scene: Scene, argument: str) -> Ending:
    """My complaints: the one asked for, the only one, or the list."""
    tickets = scene.facts.tickets
    if argument:
        asked = next((one for one in tickets if one.number == argument), None)
        return status(scene, asked) if asked else say("status-not-here", no=argument)
    if not tickets:
        return say("status-none", Choice(Phrase("button-new"), "g:new"))
    if len(tickets) == 1:
        return status(scene, tickets[0])
    choices = tuple(Choice(named(scene, one), f"t:{one.id}:status") for one in tickets[:8])
    return Ending((Say(Phrase("status-list", {"count": len(tickets)}), choices),))


def remind(scene: Scene, _argument: str) -> Ending:
    tickets = open_ones(scene)
    if not tickets:
        return say("status-none", Choice(Phrase("button-new"), "g:new"))
    meant = about(scene)
    if meant is None:
        return Ending(then=Start("which", {"why": "remind"}))
    return Ending(orders=(Move(meant.id, "remind"),))


def call_human(scene: Scene, _argument: str) -> Ending:
    return human(scene, about(scene))


def choose(dialog: str) -> Callable[[Scene, str], Ending]:
    """A command that just starts a dialog."""

    def begin(_scene: Scene, _argument: str) -> Ending:
        return Ending(then=Start(dialog))

    return begin


COMMANDS: Mapping[str, Callable[[Scene, str], Ending]] = {
    "start": start,
    "new": new,
    "new-matter": new_matter,
    "my": mine,
    "status": mine,
    "remind": remind,
    "human": call_human,
    "language": choose("language"),
    "settings": choose("settings"),
}

# what may be typed instead of a command's slash
WORDS: Mapping[str, tuple[str, ...]] = {
    "new": ("投诉", "我要投诉", "new", "complaint", "file a complaint"),
    "my": ("我的投诉", "my complaints", "my"),
    "language": ("语言", "language", "english", "中文"),
    "settings": ("设置", "settings"),
}
