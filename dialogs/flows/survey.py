"""After the score: what was good or bad about it. The score itself is a ticket's button."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step
from dialogs.intake.asking import misfit
from dialogs.intake.tickets import find
from dialogs.model import Choice, Json, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On

PATIENCE = timedelta(hours=12)
SOLVED = ("yes", "partly", "no")
PERSON = ("satisfied", "average", "dissatisfied")


def score(scene: Scene) -> int:
    return int(str(scene.draft["score"]))


def ask_reasons(scene: Scene) -> Say:
    """A low score, or one in between: what was it? The thanks come first."""
    choices = tuple(
        Choice(label, f"why:{code}") for code, label in scene.house.catalogue.reasons.items()
    )
    reopen = Choice(Phrase("button-reopen"), f"t:{scene.draft['ticket']}:reopen")
    low = score(scene) <= scene.house.catalogue.low_score
    key = "survey-low" if low else "survey-middling"
    return Say(Phrase(key, {"score": score(scene)}), (*choices, *((reopen,) if low else ())))


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
            return _more(scene, {"words": text.strip()})
    return misfit(what, "refused-reason")


def ask_person(scene: Scene) -> Say:
    choices = tuple(Choice(Phrase(f"person-{name}"), f"person:{name}", row=1) for name in PERSON)
    ticket = find(scene, int(str(scene.draft["ticket"])))
    name = ticket.owner_name if ticket and ticket.owner_name else Phrase("survey-colleague")
    args = {"score": score(scene), "name": name}
    return Say(Phrase("survey-person", args), choices, typed="word")


def take_person(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("person:") and data[7:] in PERSON:
            return _more(scene, {"person": data[7:]})
        case Text(text) if text.strip():
            return _more(scene, {"words": text.strip()})
    return misfit(what, "refused-person")


def ask_solved(scene: Scene) -> Say:
    """Only who has not just confirmed it is asked whether it is solved."""
    choices = tuple(Choice(Phrase(f"solved-{name}"), f"solved:{name}", row=1) for name in SOLVED)
    return Say(Phrase("survey-solved", {"score": score(scene)}), choices)


def take_solved(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("solved:") and data[7:] in SOLVED:
            return _more(scene, {"solved": data[7:]})
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return _more(scene, {"solved": "yes"})
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return _more(scene, {"solved": "no"})
        case Text(text) if text.strip():
            return _more(scene, {"words": text.strip()})
    return misfit(what, "refused-person")


def _more(scene: Scene, fields: dict[str, Json]) -> Answer:
    """A further answer is a row of its own; the score stands in each."""
    if "words" in fields:
        fields = {**fields, "words": answers.private_numbers(str(fields["words"]))[0]}
    ticket = int(str(scene.draft["ticket"]))
    order = Move(ticket, "score", {"score": score(scene), "more": True, **fields})
    return Answer(changes={"solved": fields.get("solved")}, orders=(order,))


def thanked(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("survey-thanks")),))


def unsolved(scene: Scene) -> Ending:
    """Not solved: a supervisor sees it, and going on is one tap away."""
    reopen = Choice(Phrase("button-reopen"), f"t:{scene.draft['ticket']}:reopen", "primary")
    leaflet = Choice(Phrase("button-appeal-leaflet"), f"t:{scene.draft['ticket']}:appeal_leaflet")
    return Ending((Say(Phrase("survey-unsolved"), (reopen, leaflet)),))


def not_solved(scene: Scene) -> bool:
    return scene.draft.get("solved") in ("partly", "no")


def unconfirmed(scene: Scene) -> bool:
    ticket = find(scene, int(str(scene.draft["ticket"])))
    return ticket is not None and ticket.result == "unconfirmed"


def high(scene: Scene) -> bool:
    return score(scene) >= scene.house.catalogue.satisfied_from


SURVEY = Dialog(
    name="survey",
    version=1,
    steps=(
        Step("solved", ask_solved, take_solved),
        Step("person", ask_person, take_person),
        Step("reasons", ask_reasons, take_reasons),
    ),
    rows=(
        On("start", "start", "solved", unconfirmed),
        On("start", "start", "person", high),
        On("start", "start", "reasons"),
        On("answer", "solved", "unsolved", not_solved),
        On("answer", "solved", "thanked"),
        On("skip", "solved", "thanked"),
        On("answer", "person", "thanked"),
        On("skip", "person", "thanked"),
        On("answer", "reasons", "thanked"),
        On("skip", "reasons", "thanked"),
    ),
    ends={"thanked": thanked, "unsolved": unsolved},
    patience=PATIENCE,
    carries=("ticket", "score"),
    fleeting=True,
)
