"""Commands, by slash or by word: each says something or starts a dialog."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.dialog import Ending, Scene, Start
from dialogs.doors.lobby import AFTER, about
from dialogs.doors.press import appeal, call_me, human, press, status
from dialogs.doors.saying import say
from dialogs.intake.draft import begun
from dialogs.intake.questions import complained
from dialogs.intake.tickets import (
    named,
    of_one_story,
    open_ids,
    open_ones,
    standing_together,
)
from dialogs.model import (
    FOLLOW,
    Choice,
    Follow,
    Move,
    Phrase,
    Prefer,
    Say,
)
from dialogs.tickets.ticket import Kind, Ticket
from dialogs.tickets.wording import shortened

NUMBER = 32  # display cells of what was given for a ticket's number


def start(_scene: Scene, argument: str) -> Ending:
    """The first screen; a link of a filing by hand leads to its complaint instead."""
    if argument.startswith(FOLLOW):
        return Ending(orders=(Follow(argument.removeprefix(FOLLOW)),))
    return Ending(then=Start("welcome"))


def hello(scene: Scene, _argument: str) -> Ending:
    """Somebody only asks whether we are there: we are, and this is how it stands."""
    if not open_ones(scene):
        if scene.facts.agreed != scene.house.catalogue.notice:
            return Ending(then=Start("welcome"))
        buttons = (Choice(Phrase("button-new"), "g:new"), Choice(Phrase("button-my"), "g:my"))
        return say("lobby-hello", *buttons, Choice(Phrase("button-human"), "g:human"))
    meant = about(scene)
    standing = status(scene, meant) if meant else mine(scene, "")
    return replace(standing, says=(Say(Phrase("lobby-here")), *standing.says))


def new(scene: Scene, _argument: str) -> Ending:
    """A complaint; after a question its words go with it."""
    if scene.frame.dialog == "consult":
        return complained(scene)
    if scene.facts.agreed != scene.house.catalogue.notice:
        return Ending(then=Start("welcome"))
    return Ending(then=Start("complaint", {"kind": str(Kind.COMPLAINT)}))


def new_matter(scene: Scene, _argument: str) -> Ending:
    """The words just added to a ticket were a matter of their own."""
    draft = begun(scene.loose, scene)
    said = (Say(Phrase("complaint-another")),)
    apart = open_ids(scene)
    return Ending(said, then=Start("complaint", {**draft, "same": "new", "apart": apart}))


def mine(scene: Scene, argument: str) -> Ending:
    """My complaints: the one asked for, the only one, or the list."""
    tickets = scene.facts.tickets
    if argument:
        asked = next((one for one in tickets if one.number == argument), None)
        return (
            status(scene, asked)
            if asked
            else say("status-not-here", no=shortened(argument, NUMBER))
        )
    if not tickets:
        return say("status-none", Choice(Phrase("button-new"), "g:new"))
    if len(tickets) == 1:
        return status(scene, tickets[0])
    choices = tuple(Choice(named(scene, one), f"t:{one.id}:status") for one in tickets[:8])
    if of_one_story(tickets):
        return Ending((Say(standing_together(scene, tickets), choices[::-1]),))
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


def call_back(scene: Scene, _argument: str) -> Ending:
    return call_me(scene, about(scene))


def reopen(scene: Scene, _argument: str) -> Ending:
    """The newest ticket that is closed, again; without one, the list."""
    closed = next((one for one in scene.facts.tickets if one.state in AFTER), None)
    return press(scene, closed.id, "reopen") if closed else mine(scene, "")


def surveys(on: bool) -> Callable[[Scene, str], Ending]:
    """Whether they are asked for scores, from now on."""

    def prefer(_scene: Scene, _argument: str) -> Ending:
        said = Phrase("survey-wanted" if on else "survey-never")
        return Ending((Say(said),), (Prefer(surveys=on),))

    return prefer


def start_appeal(scene: Scene, _argument: str) -> Ending:
    """An appeal about the ticket that is meant, or the only one; else it is asked which."""
    return appeal(scene, _only(scene))


def appealed(scene: Scene, _argument: str) -> Ending:
    """It was filed there: under which number?"""
    return appeal(scene, _only(scene), "filed")


def _only(scene: Scene) -> Ticket | None:
    """The ticket that is meant: the one talked of, else the only one, open or not."""
    tickets = scene.facts.tickets
    return about(scene) or (tickets[0] if len(tickets) == 1 else None)


COMMANDS: Mapping[str, Callable[[Scene, str], Ending]] = {
    "start": start,
    "hello": hello,
    "new": new,
    "new-matter": new_matter,
    "my": mine,
    "status": mine,
    "remind": remind,
    "human": call_human,
    "call-me": call_back,
    "reopen": reopen,
    "appeal": start_appeal,
    "appealed": appealed,
    "language": choose("language"),
    "settings": choose("settings"),
    "surveys-off": surveys(on=False),
    "surveys-on": surveys(on=True),
}

# what may be typed instead of a command's slash
WORDS: Mapping[str, tuple[str, ...]] = {
    "new": ("投诉", "我要投诉", "new", "complaint", "file a complaint"),
    "my": ("我的投诉", "my complaints", "my"),
    "reopen": ("重新处理", "reopen"),
    "language": ("语言", "language", "english", "中文"),
    "settings": ("设置", "settings"),
}
