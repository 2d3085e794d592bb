"""A ticket's buttons: a move at once, a dialog to start, or an answer."""

from collections.abc import Callable, Mapping

from dialogs import answers
from dialogs.dialog import Ending, Scene, Start
from dialogs.doors.saying import called, say
from dialogs.intake.tickets import actions, find, standing
from dialogs.model import (
    Arg,
    Json,
    Move,
    Phrase,
    Prefer,
    Say,
    Summon,
)
from dialogs.tickets import thinking
from dialogs.tickets.asking import ALL, EACH, one_by_one
from dialogs.tickets.surveying import asked_with, late, unscored
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import appeal_body, button, marks


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
    return special(scene, ticket) if special else scored(scene, ticket, action)


SCORES = tuple(f"{way}-{score}" for way in ("score", ALL, EACH) for score in range(1, 11))

# button -> the move it makes at once; the move's own message answers
DIRECT: Mapping[str, str] = {
    "fixed": "fixed",
    "not_fixed": "not_fixed",
    "remind": "remind",
    "complain": "complain",
    "think": "think",
    "part": "part",
}

# button -> the dialog it starts, with what is known
STARTS: Mapping[str, tuple[str, Mapping[str, Json]]] = {
    "accept": ("decide", {"move": "accept"}),
    "reject": ("decide", {"move": "reject"}),
    "accept_after_all": ("decide", {"move": "accept_after_all"}),
    "think_again": ("decide", {"move": "think_again"}),
    "question_proposal": ("tell", {"why": "ask"}),
    "add": ("tell", {"why": "add"}),
    "reopen": ("tell", {"why": "reopen"}),
    "refile": ("tell", {"why": "refile"}),
    "withdraw": ("withdraw", {}),
    "details": ("details", {}),
}


def scored(scene: Scene, ticket: Ticket, action: str) -> Ending:
    """A score by button: "score-9", "all-9" of all that were asked about, "each-9" of one of them;
    any other action is not ours."""
    way, _, number = action.partition("-")
    if action not in SCORES:
        return Ending(toast=Phrase("toast-old"))
    if late(ticket, scene.facts.now):
        return say("not-allowed-score-late")
    score, group = int(number), asked_with(ticket, scene.facts.tickets)
    meant = [one for one in group if not late(one, scene.facts.now)] if way == ALL else [ticket]
    orders = tuple(Move(one.id, "score", {"score": score}) for one in meant)
    left = [one for one in group if one.id != ticket.id and unscored(one)] if way == EACH else []
    if left:
        return Ending((one_by_one(left[0], scene.house),), orders)
    draft: dict[str, Json] = {"ticket": str(ticket.id), "score": score}
    return Ending(orders=orders, then=Start("survey", draft))


def each(scene: Scene, ticket: Ticket) -> Ending:
    """A score for each of the tickets that one message asked about, one after the other."""
    left = [one for one in asked_with(ticket, scene.facts.tickets) if unscored(one)]
    return Ending((one_by_one((left or [ticket])[0], scene.house),))


def status(scene: Scene, ticket: Ticket) -> Ending:
    return Ending((standing(scene, ticket),))


def fails_again(_scene: Scene, ticket: Ticket) -> Ending:
    """What was repaired does not work any more: a supervisor sees it, and going on is one tap."""
    order = Move(ticket.id, "answer_survey", {"solved": "no"})
    ways = tuple(button(ticket, one) for one in ("reopen", "appeal_leaflet"))
    return Ending((Say(Phrase("survey-fails"), ways),), (order,))


def rescore(_scene: Scene, ticket: Ticket) -> Ending:
    """Another score in place of the one that was given."""
    asked = Phrase("survey-rescore", {"no": ticket.number})
    return Ending((Say(asked, marks(ticket), "word"),))


def survey_later(_scene: Scene, ticket: Ticket) -> Ending:
    return say("survey-later", no=ticket.number)


def survey_never(_scene: Scene, _ticket: Ticket) -> Ending:
    return Ending((Say(Phrase("survey-never")),), (Prefer(surveys=False),))


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
    # What was put before them last stays there to be chosen.
    decisions = (one for one in actions(ticket) if one in DECISIONS)
    open_ones = thinking.ways(tuple(decisions), ticket, scene.house.catalogue)
    ways = tuple(button(ticket, one) for one in ("appeal", "appealed", *open_ones))
    return Ending((Say(Phrase("appeal-leaflet", args), ways),))


DECISIONS = frozenset({"accept", "reject", "accept_after_all", "think"})


def appeal(scene: Scene, ticket: Ticket | None, go: str = "") -> Ending:
    """The appeal about a ticket, or about one to be chosen; what was answered for it already stays.

    `go` "filed": it was filed there, and its number is to be told.
    """
    draft: dict[str, Json] = {"ticket": str(ticket.id)} if ticket else {}
    if go:
        draft["go"] = go
    before = scene.draft if scene.frame.dialog == "appeal" else {}
    if ticket and before.get("ticket") == draft["ticket"] and "given" in before:
        draft["given"] = before["given"]
    return Ending(then=Start("appeal", draft))


def human(scene: Scene, ticket: Ticket | None) -> Ending:
    """A person is asked for: the place in the queue, the hours, a call back; the bot goes on."""
    facts = scene.facts
    said = called(scene.house, facts.now, facts.waiting + 1, again=facts.summoned)
    order = Summon(ticket.id if ticket else None)
    return Ending((said,), () if facts.summoned else (order,))


def call_me(scene: Scene, ticket: Ticket | None) -> Ending:
    """A call back: to the number that is known, or to one that is asked for."""
    known = ticket.filing.contact_phone if ticket else ""
    number = known or next(iter(scene.facts.numbers), "") or scene.facts.reach
    if not number:
        return Ending(then=Start("reach", {"call": True}))
    order = Summon(ticket.id if ticket else None, call=True)
    said = Say(Phrase("human-call", {"number": answers.masked(number)}))
    return Ending((said,), (order,))


SPECIAL: Mapping[str, Callable[[Scene, Ticket], Ending]] = {
    "status": status,
    "appeal_leaflet": leaflet,
    "appeal": appeal,
    "appealed": lambda scene, ticket: appeal(scene, ticket, "filed"),
    "human": human,
    "score-later": survey_later,
    "score-never": survey_never,
    "fails_again": fails_again,
    "rescore": rescore,
    "each": each,
}
