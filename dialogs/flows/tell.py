"""Saying something about a ticket: a fact more, a question, why to reopen, which one is meant."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.intake.asking import misfit
from dialogs.intake.draft import begun, told_by
from dialogs.intake.tickets import find, named, noted, open_ids, open_ones, standing
from dialogs.model import Choice, Json, Keep, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.ticket import State

PATIENCE = timedelta(hours=2)


def ask_words(scene: Scene) -> Say:
    """What is asked for depends on why: "add", "ask", "reopen" or "refile"."""
    return Say(Phrase(f"tell-{scene.draft['why']}"), typed="word")


def take_words(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Text(text) if text.strip():
            clean, _ = answers.private_numbers(text.strip())
            return Answer(changes={"words": clean})
    return misfit(what, "refused-words")


def told(scene: Scene) -> Ending:
    """The ticket's own message answers a reopening; words added are acknowledged here."""
    ticket, words = int(str(scene.draft["ticket"])), str(scene.draft["words"])
    if scene.draft["why"] == "reopen":
        return Ending(orders=(Move(ticket, "reopen", {"reason": words}),))
    if scene.draft["why"] == "refile":
        return Ending(orders=(Move(ticket, "refile", {"words": words}),))
    question = scene.draft["why"] == "ask"
    fields: dict[str, Json] = {"words": words, "question": question}
    held = find(scene, ticket)
    if held is not None and held.state is State.DEADLOCK and not question:
        return Ending(orders=(Move(ticket, "new_fact", {"words": words}),))
    return Ending(noted(scene, held, words), (Move(ticket, "add", fields),), which=ticket)


TELL = Dialog(
    name="tell",
    version=1,
    steps=(Step("words", ask_words, take_words),),
    rows=(On("start", "start", "words"), On("answer", "words", "told")),
    ends={"told": told},
    patience=PATIENCE,
    carries=("ticket", "why"),
)


def ask_which(scene: Scene) -> Say:
    """Several are open: which one is meant? What was sent is kept meanwhile."""
    choices = tuple(Choice(named(scene, one), f"of:{one.id}") for one in open_ones(scene)[:6])
    new = Choice(Phrase("button-new-matter"), "new")
    return Say(Phrase("which-ticket"), (*choices, new))


def take_which(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="new"):
            return Answer("new")
        case Tap(data=data) if data.startswith("of:"):
            mine = {str(one.id) for one in open_ones(scene)}
            return (
                Answer(changes={"ticket": data[3:]})
                if data[3:] in mine
                else Refused("refused-same")
            )
        case Text(text) if text.strip():
            words = f"{scene.draft.get('words', '')}\n{text.strip()}".strip()
            return Answer("more", {"words": words})
    return misfit(what, "refused-same")


def meant(scene: Scene) -> Ending:
    """Do with the ticket what was wanted: remind, keep a file, or add the words."""
    ticket = int(str(scene.draft["ticket"]))
    held = find(scene, ticket)
    if scene.draft.get("why") == "remind":
        return Ending(orders=(Move(ticket, "remind"),), which=ticket)
    if scene.draft.get("why") == "status" and held is not None:
        return Ending((standing(scene, held),), which=ticket)
    words = str(scene.draft.get("words", ""))
    orders: tuple[Move | Keep, ...] = (Move(ticket, "add", {"words": words}),) if words else ()
    if scene.draft.get("why") == "file":
        orders = (*orders, Keep(ticket))
    return Ending(noted(scene, held, words), orders, which=ticket)


def another(scene: Scene) -> Ending:
    draft = begun(str(scene.draft.get("words", "")), scene)
    told = told_by(scene) if draft else {}
    over = scene.draft.get("ticket")
    ids: list[Json] = [int(str(over))] if over else open_ids(scene)
    return Ending(then=Start("complaint", {**draft, **told, "same": "new", "apart": ids}))


WHICH = Dialog(
    name="which",
    version=1,
    steps=(Step("which", ask_which, take_which),),
    rows=(
        On("start", "start", "which"),
        On("more", "which", "which"),
        On("answer", "which", "meant"),
        On("new", "which", "another"),
    ),
    ends={"meant": meant, "another": another},
    patience=PATIENCE,
    carries=("why", "words"),
    opened="which",
)


def ask_after(scene: Scene) -> Say:
    """Words after the end: the same matter again, or a new one? They are kept either way."""
    held = find(scene, int(str(scene.draft["ticket"])))
    about = named(scene, held) if held else ""
    choices = (
        Choice(Phrase("button-reopen"), "reopen"),
        Choice(Phrase("button-new-matter"), "new"),
        Choice(Phrase("button-only-note"), "note"),
    )
    return Say(Phrase("after-closed", {"ticket": about}), choices)


def take_after(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="reopen" | "new" | "note" as data):
            return Answer(data)
        case Text(text) if text.strip():
            words = f"{scene.draft.get('words', '')}\n{text.strip()}".strip()
            return Answer("more", {"words": words})
    return misfit(what, "refused-same")


def reopened(scene: Scene) -> Ending:
    ticket = int(str(scene.draft["ticket"]))
    return Ending(orders=(Move(ticket, "reopen", {"reason": str(scene.draft.get("words", ""))}),))


def kept(scene: Scene) -> Ending:
    ticket, words = int(str(scene.draft["ticket"])), str(scene.draft.get("words", ""))
    said = noted(scene, find(scene, ticket), words)
    return Ending(said, (Move(ticket, "add", {"words": words}),))


AFTER = Dialog(
    name="after",
    version=1,
    steps=(Step("after", ask_after, take_after),),
    rows=(
        On("start", "start", "after"),
        On("more", "after", "after"),
        On("reopen", "after", "reopened"),
        On("new", "after", "another"),
        On("note", "after", "noted"),
    ),
    ends={"reopened": reopened, "another": another, "noted": kept},
    patience=PATIENCE,
    carries=("ticket", "words"),
    opened="after",
)
