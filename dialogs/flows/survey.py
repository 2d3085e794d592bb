"""After the score: what was good or bad about it. The score itself is a ticket's button.

One message asks for the score, and at most two more ask on: whether it is solved where nobody
confirmed that, whether money was taken on a visit, what the score is for, how the person was.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake.asking import misfit
from dialogs.intake.tickets import find
from dialogs.model import Arg, Choice, Json, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.surveying import visited
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import button
from dialogs.values import replace

PATIENCE = timedelta(hours=12)
SOLVED = ("yes", "partly", "no")
PERSON = ("satisfied", "average", "dissatisfied")
PAID = ("no", "yes")
ASKED = ("solved", "paid", "reasons", "person")
MOST = 2  # questions after the score (DESIGN §6: three messages at most)


def score(scene: Scene) -> int:
    return int(str(scene.draft["score"]))


def about(scene: Scene) -> Ticket | None:
    return find(scene, int(str(scene.draft["ticket"])))


def low(scene: Scene) -> bool:
    return score(scene) <= scene.house.catalogue.low_score


def not_solved(scene: Scene) -> bool:
    return scene.draft.get("solved") in ("partly", "no")


def questions(scene: Scene) -> tuple[str, ...]:
    """What is asked after this score, in order; an answer may change what comes second."""
    ticket = about(scene)
    unsure = ticket is not None and ticket.result == "unconfirmed"
    bad = score(scene) < scene.house.catalogue.satisfied_from or not_solved(scene)
    home = ticket is not None and visited(ticket, scene.house.catalogue)
    wanted = {"solved": unsure, "paid": home and not (unsure and bad), "reasons": bad}
    return tuple(one for one in ASKED if wanted.get(one, True))[:MOST]


def put(scene: Scene) -> tuple[str, ...]:
    """The questions that were put so far, the one that stands among them."""
    return tuple(one for one in (*scene.frame.trail, scene.frame.state) if one in ASKED)


def following(scene: Scene) -> str:
    """The question that comes next, "" for none."""
    left = (one for one in questions(scene) if one not in put(scene))
    return next(left, "") if len(put(scene)) < MOST else ""


def opening(scene: Scene) -> Arg:
    """How a question begins: thanks for the score, or that the answer before is noted."""
    if scene.frame.trail:
        paid = "survey-paid-noted" if scene.draft.get("paid") == "yes" else "survey-noted"
        return Phrase("survey-sorry" if not_solved(scene) else paid)
    key = "survey-scored-low" if low(scene) else "survey-scored"
    return Phrase(key, {"score": score(scene)})


def ask_solved(scene: Scene) -> Say:
    """Only who has not just confirmed it is asked whether it is solved."""
    choices = tuple(Choice(Phrase(f"solved-{name}"), f"solved:{name}", row=1) for name in SOLVED)
    return Say((opening(scene), Phrase("survey-solved")), choices)


def take_solved(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("solved:") and data[7:] in SOLVED:
            return _more(scene, {"solved": data[7:]})
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return _more(scene, {"solved": "yes"})
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return _more(scene, {"solved": "no"})
        case Text(text) if text.strip():
            return _told(scene, text)
    return misfit(what, "refused-person")


def ask_paid(scene: Scene) -> Say:
    """After a visit: whether anybody asked for money there, and how much."""
    choices = tuple(Choice(Phrase(f"paid-{name}"), f"paid:{name}", row=1) for name in PAID)
    return Say((opening(scene), Phrase("survey-paid")), (*choices, *ways_on(scene)), typed="word")


def take_paid(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="paid:no" | "paid:yes" as data):
            return _more(scene, {"paid": data[5:]})
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return _more(scene, {"paid": "no"})
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return _more(scene, {"paid": "yes"})
        case Text(text) if isinstance(minor := _sum(scene, text), int):
            return _more(scene, {"paid": "yes", "minor": minor})
        case Text(text) if text.strip():
            return _told(scene, text)
    return misfit(what, "refused-person")


def _sum(scene: Scene, text: str) -> int | Refused:
    ticket = about(scene)
    return answers.amount(text, currency=ticket.filing.currency if ticket else "CNY")


def ask_reasons(scene: Scene) -> Say:
    """A low score, one in between, or not solved: what was it?"""
    choices = tuple(
        Choice(label, f"why:{code}") for code, label in scene.house.catalogue.reasons.items()
    )
    wrong = low(scene) or not_solved(scene)
    asked = Phrase("survey-which" if wrong else "survey-better")
    return Say((opening(scene), asked), (*choices, *ways_on(scene)))


def ways_on(scene: Scene) -> tuple[Choice, ...]:
    """Where it went wrong: to go on with it here, or outside (domain.md §6)."""
    if not low(scene) and not not_solved(scene):
        return ()
    ticket = scene.draft["ticket"]
    return (
        Choice(Phrase("button-reopen"), f"t:{ticket}:reopen", "primary"),
        *appealing(scene),
        Choice(Phrase("button-appeal-leaflet"), f"t:{ticket}:appeal_leaflet"),
    )


def appealing(scene: Scene) -> tuple[Choice, ...]:
    """The way to the file of an appeal, where it is offered: a low score after a reopening."""
    ticket = find(scene, int(str(scene.draft["ticket"])))
    if ticket is None or not ticket.reopened:
        return ()
    return (button(ticket, "appeal"),)


def take_reasons(scene: Scene, what: What) -> Answer | Refused:
    reasons = scene.house.catalogue.reasons
    match what:
        case Tap(data=data) if data.startswith("why:") and data[4:] in reasons:
            return _more(scene, {"reasons": [data[4:]]})
        case Text(text) if text.strip():
            listed = answers.choices(text, len(reasons))
            if listed is not None:
                codes: list[Json] = [tuple(reasons)[place] for place in listed]
                return _more(scene, {"reasons": codes})
            return _told(scene, text)
    return misfit(what, "refused-reason")


def ask_person(scene: Scene) -> Say:
    """How the person was, apart from what the company did; and what should be better."""
    choices = tuple(Choice(Phrase(f"person-{name}"), f"person:{name}", row=1) for name in PERSON)
    ticket = about(scene)
    name = ticket.owner_name if ticket and ticket.owner_name else Phrase("survey-colleague")
    key = "survey-person-apart" if low(scene) or not_solved(scene) else "survey-person"
    return Say((opening(scene), Phrase(key, {"name": name})), choices, typed="word")


def take_person(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("person:") and data[7:] in PERSON:
            return _more(scene, {"person": data[7:]})
        case Text(text) if text.strip():
            return _told(scene, text)
    return misfit(what, "refused-person")


def _told(scene: Scene, text: str) -> Answer:
    """Who writes has said what there is to say: nothing more is asked."""
    words = answers.private_numbers(text.strip())[0]
    return replace(_more(scene, {"words": words}), trigger="told")


def _more(scene: Scene, fields: dict[str, Json]) -> Answer:
    """A further answer is a row of its own; the score stands in each."""
    ticket = int(str(scene.draft["ticket"]))
    order = Move(ticket, "score", {"score": score(scene), "more": True, **fields})
    said = {name: value for name, value in fields.items() if name in {"solved", "paid"}}
    return Answer(changes=said, orders=(order,))


def thanked(scene: Scene) -> Ending:
    """That it is noted: after the third message a press needs no fourth, what is typed does."""
    known = scene.draft.get("paid") == "yes" and scene.frame.state == "paid"
    said = Phrase("survey-paid-noted" if known else "survey-thanks")
    if len(put(scene)) >= MOST and isinstance(scene.event.what, Tap):
        return Ending(toast=said)
    return Ending((Say(said),))


def solved_next(scene: Scene) -> bool:
    return following(scene) == "solved"


def paid_next(scene: Scene) -> bool:
    return following(scene) == "paid"


def reasons_next(scene: Scene) -> bool:
    return following(scene) == "reasons"


def person_next(scene: Scene) -> bool:
    return following(scene) == "person"


def _onward(trigger: str, source: str) -> tuple[On, ...]:
    """The questions after this one, in their order; else the thanks, of which the first two are
    never the last."""
    later = ASKED[ASKED.index(source) + 1 :] if source in ASKED else ASKED
    asked = tuple(On(trigger, source, name, NEXT[name]) for name in later)
    if source in ("start", "solved"):
        return (*asked[:-1], On(trigger, source, "person"))
    return (*asked, On(trigger, source, "thanked"))


NEXT: Mapping[str, Callable[[Scene], bool]] = {
    "solved": solved_next,
    "paid": paid_next,
    "reasons": reasons_next,
    "person": person_next,
}


SURVEY = Dialog(
    name="survey",
    version=2,
    steps=(
        Step("solved", ask_solved, take_solved),
        Step("paid", ask_paid, take_paid),
        Step("reasons", ask_reasons, take_reasons),
        Step("person", ask_person, take_person),
    ),
    rows=(
        *_onward("start", "start"),
        *(row for name in ASKED for row in _onward("answer", name)),
        *(row for name in ASKED for row in _onward("skip", name)),
        *(On("told", name, "thanked") for name in ASKED),
    ),
    ends={"thanked": thanked},
    patience=PATIENCE,
    carries=("ticket", "score"),
    fleeting=True,
)
