"""An appeal to the authority: would it be taken, what the file needs, the file, its number there.

It is there whenever somebody asks for it (domain.md §5): never hidden, never argued with.
"""

from datetime import timedelta

from dialogs import answers
from dialogs.answers import Refused
from dialogs.appeals import asking
from dialogs.appeals.bundle import outgoing
from dialogs.appeals.checking import Line, Verdict, check, early
from dialogs.appeals.stating import dossier
from dialogs.dialog import Answer, Dialog, Ending, Scene, Step, Take
from dialogs.intake import pictures
from dialogs.intake.asking import misfit
from dialogs.intake.tickets import find, named
from dialogs.model import Arg, Choice, File, Json, Move, Phrase, Say, Tap, Text, What
from dialogs.table import On
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import appeal_body, button, line

PATIENCE = timedelta(days=7)
MOST = 8  # tickets to choose from
SCREEN = 7  # lines of the card to choose from
REFERENCE = 64  # characters


def ask_which(scene: Scene) -> Say:
    """Which complaint is it about? Closed ones too."""
    mine = scene.facts.tickets[:MOST]
    choices = tuple(Choice(named(scene, one), f"of:{one.id}") for one in mine)
    return Say(Phrase("appeal-which"), choices)


def take_which(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data=data) if data.startswith("of:") and data[3:].isdecimal():
            if find(scene, int(data[3:])) is not None:
                return Answer(changes={"ticket": data[3:]})
    return misfit(what, "refused-same")


def lines_of(scene: Scene, ticket: Ticket) -> tuple[Line, ...]:
    """The checker's lines of a ticket with the files that are known to be kept with it."""
    return check(ticket, scene.house, scene.facts.now, files_of(scene))


def files_of(scene: Scene) -> int:
    """How many files came for it, the one included that came just now."""
    fresh = scene.draft.get("fresh")
    return max(len(scene.facts.evidence or ()), fresh if isinstance(fresh, int) else 0)


def ask_check(scene: Scene) -> Say:
    """Each test with its mark, whom to appeal to, and what can be done now."""
    ticket = asking.meant(scene)
    assert ticket is not None  # else it is moot
    lines = lines_of(scene, ticket)
    ways = dict.fromkeys(way for one in lines for way in one.ways)
    prepared = bool(dossier(ticket).handed)
    key = "button-prepare-again" if prepared else "button-prepare-file"
    choices = (
        Choice(Phrase(key), "prepare", "primary"),
        Choice(Phrase("button-appealed"), "filed"),
        *(button(ticket, way) for way in ways),
        Choice(Phrase("button-leave"), "leave"),
    )
    told = (Phrase("appeal-check"), *map(marked, lines), *whom(scene, ticket))
    end = Phrase("appeal-check-early" if early(lines) else "appeal-check-end")
    return Say((line(ticket, scene.house), *told, end), choices)


def marked(one: Line) -> Phrase:
    """A line with the mark of what it comes to."""
    return Phrase(f"check-{one.verdict.replace('_', '-')}", {"words": one.words})


def whom(scene: Scene, ticket: Ticket) -> tuple[Phrase, ...]:
    """The body of the ticket's province with its address, and when that was looked up."""
    body = appeal_body(ticket, scene.house)
    if body is None:
        return ()
    args: dict[str, Arg] = {
        "body": body.body,
        "phone": body.phone,
        "address": body.address,
        "checked": body.checked,
    }
    return (Phrase("appeal-whom", args),)


def take_check(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="prepare" | "filed" | "leave" as data):
            return Answer(data)
    return misfit(what, "refused-same")


def ask_card(scene: Scene) -> Say:
    """All of it read back; sending says that it is true."""
    ticket = asking.told(scene)
    assert ticket is not None  # else it is moot
    lines = lines_of(scene, ticket)
    open_ones = tuple(marked(one) for one in lines if one.verdict is not Verdict.OK)
    choices = (
        Choice(Phrase("button-send-file"), "send", "success"),
        Choice(Phrase("button-change"), "change"),
        Choice(Phrase("button-cancel"), "g:cancel"),
    )
    more = (Phrase("appeal-card-open"), *open_ones) if open_ones else ()
    told = (Phrase("appeal-card"), *asking.card_lines(scene), *whom(scene, ticket), *more)
    return Say((*told, Phrase("appeal-true")), choices)


def take_card(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="send" | "change" as data):
            return Answer(data)
        case Text(text) if answers.is_word(text, scene.house.catalogue.yes_words):
            return Answer("send")
    return misfit(what, "refused-same")


def ask_change(scene: Scene) -> Say:
    """What can be changed, seven to a screen, then the rest."""
    names, rest = asking.order(scene), scene.draft.get("menu") == "rest"
    shown = names[SCREEN:] if rest else names[:SCREEN]
    choices = tuple(Choice(Phrase(f"appeal-field-{one}"), f"edit:{one}") for one in shown)
    more = (Choice(Phrase("button-fewer" if rest else "button-more"), "turn"),)
    return Say(Phrase("complaint-change"), (*choices, *(more if len(names) > SCREEN else ())))


def take_change(scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="turn"):
            return Answer("turn", {"menu": None if scene.draft.get("menu") == "rest" else "rest"})
        case Tap(data=data) if data.startswith("edit:") and data[5:] in asking.order(scene):
            return Answer("edit", {"again": data[5:], "listed": None, "menu": None})
    return misfit(what, "refused-change")


def sent(scene: Scene) -> Ending:
    """What was said goes to the record, the files go out, and what to expect is said."""
    ticket = asking.told(scene)
    assert ticket is not None  # else it is moot
    before = early(lines_of(scene, ticket))
    given = {**asking.given(scene)}
    orders = (Move(ticket.id, "prepare_appeal", given),) if given else ()
    fields: dict[str, Json] = {"prepared": True} if before else {}
    hand = Move(ticket.id, "hand_out_file", fields)
    files = outgoing(ticket, scene.facts.now, scene.facts.evidence or ())
    first, *others = (
        Say(Phrase(f"appeal-file-{one.kind.split(':')[0].removeprefix('appeal-')}"), file=one)
        for one in files
    )
    filed, rule = (button(ticket, "appealed"),), scene.house.catalogue.outside
    expect = (
        *whom(scene, ticket),
        Phrase("appeal-expect", {"from": rule.call_from, "to": rule.call_to}),
        *((Phrase("appeal-early"),) if before else ()),
    )
    return Ending((first, *others, Say(expect, filed)), (*orders, hand))


def ask_number(_scene: Scene) -> Say:
    none = Choice(Phrase("button-no-number"), "none")
    return Say(Phrase("appeal-ask-number"), (none,), typed="word")


def take_number(_scene: Scene, what: What) -> Answer | Refused:
    match what:
        case Tap(data="none"):
            return Answer("later")
        case Text(text) if 2 <= len(text.strip()) <= REFERENCE and any(map(str.isalnum, text)):
            return Answer(changes={"reference": " ".join(text.split())})
    return misfit(what, "refused-reference")


def noted(scene: Scene) -> Ending:
    """The move's own message says that it is noted and that the work goes on."""
    ticket = int(str(scene.draft["ticket"]))
    return Ending(orders=(Move(ticket, "appeal", {"reference": str(scene.draft["reference"])}),))


def told_later(scene: Scene) -> Ending:
    """No number yet: it can be told at any time."""
    ticket = asking.meant(scene)
    choices = (button(ticket, "appealed"),) if ticket else ()
    return Ending((Say(Phrase("appeal-number-later"), choices),))


def left(scene: Scene) -> Ending:
    ticket = asking.meant(scene)
    choices = (button(ticket, "appeal"),) if ticket else ()
    return Ending((Say(Phrase("appeal-left"), choices),))


def nothing(_scene: Scene) -> Ending:
    """Nothing was filed here: the operator comes first, and that is one tap away."""
    choices = (Choice(Phrase("button-new"), "g:new", "primary"),)
    return Ending((Say(Phrase("appeal-nothing"), choices),))


def with_files(take: Take) -> Take:
    """The step's answers, and files at any time: they go to the ticket whose appeal it is."""

    def taken(scene: Scene, what: What) -> Answer | Refused:
        ticket = asking.meant(scene)
        if not isinstance(what, File) or ticket is None:
            return take(scene, what)
        shows = pictures.asked_for(ticket, scene.house, what)
        kept: dict[str, Json] = {"again": scene.draft.get("again"), "fresh": files_of(scene) + 1}
        return Answer("file", kept, orders=pictures.pictured(ticket, what, shows))

    return taken


def none(scene: Scene) -> bool:
    return not scene.facts.tickets


def unchosen(scene: Scene) -> bool:
    return "ticket" not in scene.draft


def filing(scene: Scene) -> bool:
    return scene.draft.get("go") == "filed"


def lacking(scene: Scene) -> bool:
    return bool(asking.missing(scene))


def gone(scene: Scene) -> bool:
    """Whether the ticket that it is about can no longer be seen here."""
    return "ticket" in scene.draft and asking.meant(scene) is None


APPEAL = Dialog(
    name="appeal",
    version=1,
    steps=(
        Step("which", ask_which, take_which),
        Step("check", ask_check, with_files(take_check)),
        Step("fact", asking.ask, with_files(asking.take), asking.missing),
        Step("card", ask_card, with_files(take_card)),
        Step("change", ask_change, with_files(take_change)),
        Step("number", ask_number, with_files(take_number)),
    ),
    rows=(
        #  trigger  from     to        only if
        On("start", "start", "nothing", none),
        On("start", "start", "which", unchosen),
        On("start", "start", "number", filing),
        On("start", "start", "check"),
        On("answer", "which", "number", filing),
        On("answer", "which", "check"),
        On("prepare", "check", "fact", lacking),
        On("prepare", "check", "card"),
        On("filed", "check", "number"),
        On("leave", "check", "left"),
        On("more", "fact", "fact"),
        On("answer", "fact", "fact", lacking),
        On("answer", "fact", "card"),
        On("send", "card", "sent"),
        On("change", "card", "change"),
        On("turn", "change", "change"),
        On("edit", "change", "fact"),
        *(On("file", state, state) for state in ("check", "fact", "card", "change", "number")),
        On("answer", "number", "noted"),
        On("later", "number", "later"),
    ),
    ends={
        "nothing": nothing,
        "sent": sent,
        "noted": noted,
        "later": told_later,
        "left": left,
    },
    patience=PATIENCE,
    moot=gone,
    carries=("ticket", "given", "go"),
)
