"""The category's further questions, after filing: each may be skipped, all may be ignored."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.catalogue import Asked
from dialogs.catalogue.finding import Evidence
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake.asking import misfit
from dialogs.intake.pictures import PICTURED, pictured, pictures
from dialogs.intake.tickets import find
from dialogs.model import Choice, File, Json, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.served import CARD
from dialogs.understand import cards

PATIENCE = timedelta(hours=12)


def left(scene: Scene) -> tuple[Asked, ...]:
    """The questions not answered yet, in the catalogue's order."""
    ticket = find(scene, int(str(scene.draft["ticket"])))
    category = scene.house.catalogue.categories.get(ticket.filing.category) if ticket else None
    if ticket is None or category is None:
        return ()
    known = {*ticket.filing.answers, *_given(scene)}
    return tuple(asked for asked in category.asked if asked.code not in known)


def _given(scene: Scene) -> dict[str, Json]:
    given = scene.draft.get("given")
    return given if isinstance(given, dict) else {}


def ask_detail(scene: Scene) -> Say:
    asked = left(scene)[0]
    match asked.kind:
        case "choice":
            offered = tuple(Choice(label, f"is:{code}") for code, label in asked.options)
        case "yes_no":
            offered = (Choice(Phrase("button-yes"), "is:yes"), Choice(Phrase("button-no"), "is:no"))
        case _:
            offered = ()
    typed = "number" if offered else "word"
    skip = Choice(Phrase("button-enough"), "g:skip")
    first = not _given(scene)
    lines = (asked.ask, *(one.ask for one in awaited(scene) if first))
    return Say(lines if len(lines) > 1 else asked.ask, (*offered, skip), typed=typed)


def awaited(scene: Scene) -> tuple[Evidence, ...]:
    """The pictures that decide the ticket's matter and have not come yet."""
    ticket = find(scene, int(str(scene.draft["ticket"])))
    sent = scene.draft.get("sent")
    return pictures(ticket, scene.house, sent if isinstance(sent, list) else []) if ticket else ()


def take_detail(scene: Scene, what: What) -> Answer | Refused:
    asked = left(scene)[0]
    match what:
        case File():
            return _picture(scene, what)
        case Tap(data=data) if data.startswith("is:"):
            return _with(scene, asked.code, data[3:])
        case Text(text) if text.strip() and asked.kind == CARD:
            return _card(scene, asked.code, text)
        case Text(text) if text.strip():
            clean, _ = answers.private_numbers(text.strip())
            return _with(scene, asked.code, clean)
    return misfit(what, "refused-words")


def _card(scene: Scene, code: str, text: str) -> Answer | Refused:
    """The number of a card, its last four places, or words without a figure as they are."""
    number = cards.typed(text)
    if number is None:
        return Refused("refused-sim")
    return _with(scene, code, number or text.strip())


def _with(scene: Scene, code: str, value: str) -> Answer:
    """Each answer goes to the ticket at once, so that going away loses none."""
    fields: dict[str, Json] = {"answers": {code: value}}
    if asked := [one.code for one in awaited(scene)]:
        fields["evidence_asked"] = list[Json](asked)
    order = Move(int(str(scene.draft["ticket"])), "add", fields)
    return Answer(changes={"given": {**_given(scene), code: value}}, orders=(order,))


def _picture(scene: Scene, what: File) -> Answer | Refused:
    """A picture goes to the ticket as what was asked for; the question stays."""
    ticket = find(scene, int(str(scene.draft["ticket"])))
    if ticket is None:
        return misfit(what, "refused-words")
    known, sent = awaited(scene), scene.draft.get("sent")
    shows = known[0] if known and what.kind in PICTURED else None
    orders = pictured(ticket, what, shows)
    before = sent if isinstance(sent, list) else []
    return Answer(changes={"sent": [*before, shows.code]} if shows else {}, orders=orders)


def finished(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("details-thanks")),))


def open_left(scene: Scene) -> bool:
    return bool(left(scene))


DETAILS = Dialog(
    name="details",
    version=1,
    steps=(Step("detail", ask_detail, take_detail),),
    rows=(
        On("start", "start", "detail", open_left),
        On("start", "start", "finished"),
        On("answer", "detail", "detail", open_left),
        On("answer", "detail", "finished"),
        On("skip", "detail", "finished"),
    ),
    ends={"finished": finished},
    patience=PATIENCE,
    carries=("ticket", "given", "sent"),
    fleeting=True,
)
