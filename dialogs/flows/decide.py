"""Deciding on a proposal: accept in two steps, or say what is missing; and taking a ticket back."""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.intake.asking import misfit
from dialogs.intake.tickets import find, named
from dialogs.model import Choice, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.renewing import renewed
from dialogs.tickets.ticket import OWN_WORDS
from dialogs.tickets.wording import item_lines

PATIENCE = timedelta(hours=2)
SIGNED = 30  # characters: a longer answer is no name


def ticket_id(scene: Scene) -> int:
    return int(str(scene.draft["ticket"]))


def ask_confirm(scene: Scene) -> Say:
    """M10: what accepting means, and the amounts and dates once more."""
    ticket = find(scene, ticket_id(scene))
    proposal = ticket.proposal if ticket else None
    now = renewed(proposal, scene.facts.now, scene.house) if proposal else ()
    items = item_lines(now, ticket, scene.house) if ticket else ()
    moved = (Phrase("decide-renewed"),) if proposal and now != proposal.items else ()
    sign = (Phrase("decide-name"),) if ticket and not ticket.filing.name else ()
    choices = (
        Choice(Phrase("button-confirm-accept"), "yes", "success"),
        Choice(Phrase("button-think"), "no"),
    )
    return Say((Phrase("decide-confirm"), *items, *moved, Phrase("m10-effect"), *sign), choices)


def take_confirm(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="yes"):
            return Answer("accept")
        case Tap(data="no"):
            return Answer("think")
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("accept")
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return Answer("leave")
        case Text(text):
            return _signed(scene, text)
    return misfit(what, "refused-confirm")


def _signed(scene: Scene, text: str) -> Answer | Refused:
    """A name where none is known accepts as a signature does; other words do not."""
    ticket, name = find(scene, ticket_id(scene)), answers.person_name(text)
    if ticket is None or ticket.filing.name or isinstance(name, Refused) or len(name) > SIGNED:
        return Refused("refused-confirm")
    return Answer("accept", {"name": name})


def ask_reason(scene: Scene) -> Say:
    reasons = scene.house.catalogue.decline
    choices = tuple(Choice(label, f"why:{code}") for code, label in reasons.items())
    return Say(Phrase("decide-reason"), choices)


def take_reason(scene: Scene, what: What) -> Answer | Refused:
    """A reason by button leaves the wish open; words of one's own say both."""
    reasons = scene.house.catalogue.decline
    match what:
        case Tap(data=data) if data.startswith("why:") and data[4:] in reasons:
            return Answer(changes={"reason": data[4:]})
        case Text(text) if len(text.strip()) >= 2:
            clean, _ = answers.private_numbers(text.strip())
            return Answer(changes={"reason": OWN_WORDS, "wish": clean})
    return misfit(what, "refused-reason")


def ask_wish(_scene: Scene) -> Say:
    same = Choice(Phrase("button-same-wish"), "same")
    return Say(Phrase("decide-wish"), (same,), typed="word")


def take_wish(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="same"):
            return Answer(changes={"wish": ""})
        case Text(text) if len(text.strip()) >= 2:
            clean, _ = answers.private_numbers(text.strip())
            return Answer(changes={"wish": clean})
    return misfit(what, "refused-wish")


def overtaken(scene: Scene) -> bool:
    """Whether the ticket has moved on since this proposal was looked at."""
    ticket = find(scene, ticket_id(scene))
    return ticket is None or len(ticket.proposals) != scene.draft.get("round") or not ticket.open


def settled_before(scene: Scene) -> bool:
    """An acceptance or refusal is of an open proposal, or of the last one of a deadlock."""
    ticket = find(scene, ticket_id(scene))
    outcomes = {"accept": "open", "reject": "open"}
    wanted = outcomes.get(str(scene.draft.get("move")))
    return overtaken(scene) or bool(
        wanted and ticket and ticket.proposal and ticket.proposal.outcome != wanted
    )


def accepted(scene: Scene) -> Ending:
    """The move itself answers, with the written confirmation; money needs a proof of the number."""
    number = ticket_id(scene)
    fields = {"round": scene.draft.get("round"), "name": scene.draft.get("name") or ""}
    orders = (Move(number, str(scene.draft["move"]), fields),)
    then = Start("prove", {"ticket": str(number)}) if unproved_money(scene) else None
    return Ending(orders=orders, then=then)


def unproved_money(scene: Scene) -> bool:
    """Whether money was accepted for a number that nobody has proved to be theirs."""
    ticket = find(scene, ticket_id(scene))
    proposal = ticket.proposal if ticket else None
    if ticket is None or proposal is None or not any(item.minor for item in proposal.items):
        return False
    return ticket.filing.service_number not in scene.facts.numbers


def thinking(scene: Scene) -> Ending:
    """Time to think it over; the move itself answers, with the date."""
    return Ending(orders=(Move(ticket_id(scene), "think"),))


def left_open(_scene: Scene) -> Ending:
    """A "no" to the last check takes nothing back: the offer is as it was."""
    return Ending((Say(Phrase("decide-no-hurry")),))


def rejected(scene: Scene) -> Ending:
    fields = {"reason": scene.draft.get("reason"), "wish": scene.draft.get("wish") or ""}
    return Ending(orders=(Move(ticket_id(scene), str(scene.draft["move"]), fields),))


def declining(scene: Scene) -> bool:
    return scene.draft.get("move") in ("reject", "think_again")


def wish_open(scene: Scene) -> bool:
    return "wish" not in scene.draft


DECIDE = Dialog(
    name="decide",
    version=1,
    steps=(
        Step("confirm", ask_confirm, take_confirm),
        Step("reason", ask_reason, take_reason),
        Step("wish", ask_wish, take_wish),
    ),
    rows=(
        #  trigger  from       to          only if
        On("start", "start", "reason", declining),
        On("start", "start", "confirm"),
        On("accept", "confirm", "accepted"),
        On("think", "confirm", "thinking"),
        On("leave", "confirm", "left_open"),
        On("answer", "reason", "wish", wish_open),
        On("answer", "reason", "rejected"),
        On("answer", "wish", "rejected"),
        On("skip", "wish", "rejected"),
    ),
    ends={"accepted": accepted, "thinking": thinking, "left_open": left_open, "rejected": rejected},
    patience=PATIENCE,
    moot=settled_before,
    carries=("ticket", "round", "move"),
)


def ask_sure(scene: Scene) -> Say:
    """Withdrawing is asked twice: what it means stands in the question."""
    ticket = find(scene, ticket_id(scene))
    about = (named(scene, ticket),) if ticket else ()
    choices = (
        Choice(Phrase("button-confirm-withdraw"), "yes", "danger"),
        Choice(Phrase("button-keep"), "no"),
    )
    return Say((*about, Phrase("withdraw-sure")), choices)


def take_sure(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="yes" | "no" as data):
            return Answer(data)
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("yes")
        case Text(text) if answers.is_word(text, scene.house.catalogue.no_words):
            return Answer("no")
    return misfit(what, "refused-confirm")


def withdrawn(scene: Scene) -> Ending:
    return Ending(orders=(Move(ticket_id(scene), "withdraw"),))


def kept(_scene: Scene) -> Ending:
    return Ending((Say(Phrase("withdraw-kept")),))


WITHDRAW = Dialog(
    name="withdraw",
    version=1,
    steps=(Step("sure", ask_sure, take_sure),),
    rows=(
        On("start", "start", "sure"),
        On("yes", "sure", "withdrawn"),
        On("no", "sure", "kept"),
    ),
    ends={"withdrawn": withdrawn, "kept": kept},
    patience=PATIENCE,
    carries=("ticket",),
)
