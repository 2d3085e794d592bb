"""What staff may do with a ticket now, as forms: exactly the moves that its life-cycle allows.

A form comes filled with what is known, or with what was typed and could not be taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.canned import FILLED
from bot.desk_acts import Overtaken
from bot.desk_preview import Preview
from bot.web import desk_forms, desk_outside
from bot.web.desk_answers import Shown as Canned
from bot.web.desk_forms import MOST_ITEMS, Field, yuan
from bot.web.desk_hints import advice
from bot.web.desk_offers import offer, promises
from bot.web.desk_words import Words, hide
from dialogs.appeals.caseload import standing
from dialogs.appeals.dossier import CONFIRMED, NOT_FOUND, STATED
from dialogs.appeals.noting import WAYS
from dialogs.appeals.stating import contacts
from dialogs.tickets.facts import askable
from dialogs.tickets.guards import LEADS, accepted
from dialogs.tickets.handling import LONGEST_HOLD
from dialogs.tickets.levels import TOP
from dialogs.tickets.lifecycle import ROWS, allowed
from dialogs.tickets.looking import Hint
from dialogs.tickets.routing import route
from dialogs.tickets.ticket import LIABILITIES, Actor, Entry, Item, State, Ticket
from dialogs.tickets.wording import shortened

# Where a form stands on the page: beside the chat (what speaks to the subscriber), or at the side.
TALK = (
    "reply",
    "thank",
    "ask",
    "propose",
    "solve",
    "done_without_proposal",
    "final",
    "mediated",
    "note",
)
LEAVE = ("approve", "refuse_approval", "pass_up")  # beside the draft that they decide on
# The usual next step in a state: its button stands out, and comes first.
LEADING: Mapping[State, tuple[str, ...]] = {
    State.REGISTERED: ("claim",),
    State.DISPATCHED: ("claim", "sign_in"),
    State.INVESTIGATING: ("claim", "propose"),
    State.AWAITING_USER: ("answer",),
    State.ON_HOLD: ("resume",),
    State.NEGOTIATING: ("claim", "propose"),
    State.EXECUTING: ("claim", "item_done"),
    State.INVALID: ("refile",),
}
SEVERITIES = ("0", "1", "2", "3")  # of what staff caused, for quality inspection alone
LAST = (
    "assign",
    "release",
    "set_level",
    "grade",
    "escalate",
    "judge_contact",
    "prepare_appeal",
    "hand_out_file",
    "appeal",
    "refer",
    "answer_body",
    "taken_up",
    "turned_down",
    "taken_back",
    "end_deadlock",
    "return_routing",
    "inadmissible",
    "withdraw_proposal",
)
PAST = frozenset({"sent-on", "taken-on", "filed-on", "came-on"})  # dates of what has happened
SEVERAL = 2  # cases of which one is to be named
GRAVE = frozenset({"inadmissible", "withdraw_proposal", "final", "return_routing"})
SPOKEN = frozenset(row.move for row in ROWS if row.message)
# The message that staff may have delivered in another way, by the state it left behind.
TOLD = {
    State.PROPOSED: "M09",
    State.DEADLOCK: "M13",
    State.AWAITING_CONFIRM: "M15",
    State.INVALID: "M03",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A form that came back: what was typed into it, and why it was not taken, or its preview."""

    move: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    preview: Preview | None = None
    overtaken: Overtaken | None = None
    ask: bool = False  # leave can be asked for what was typed
    look: bool = False  # what the offer leaves open is to be looked at first


@dataclass(frozen=True, slots=True)
class Scene:
    """The ticket, who acts on it, its timeline, in which words, and what was checked for it."""

    ticket: Ticket
    by: Actor
    entries: Sequence[Entry]
    words: Words
    hints: Sequence[Hint] = ()
    colleagues: Sequence[tuple[str, str]] = ()  # who it can be given to: id and name
    answers: Sequence[Canned] = ()  # ready ones that fit

    @property
    def today(self) -> datetime:
        return self.words.now.astimezone(ZoneInfo(self.words.stage.house.zone))


def forms(scene: Scene, tried: Tried) -> dict[str, list[dict[str, Any]]]:
    """The forms, under "talk", "side" and "leave"; one that came back is open.

    A form that was typed into stays although its move is no longer allowed: nothing typed is lost.
    Leave for an offer is asked from the form of the offer.
    """
    may = allowed(scene.ticket, scene.by, scene.words.catalogue, scene.words.now)
    names = [name for name in may if name in desk_forms.FORMS and name != "ask_approval"]
    if tried.move and tried.move not in names:
        names.append(tried.move)
    lead = _leading(names, scene)
    others = (name for name in names if name not in TALK + LEAVE)
    side = sorted(others, key=lambda name: _rank(name, lead))
    return {
        "leave": [_form(name, scene, tried, lead) for name in LEAVE if name in names],
        "talk": [_form(name, scene, tried, lead) for name in TALK if name in names],
        "side": [_form(name, scene, tried, lead) for name in side],
    }


def _leading(names: Sequence[str], scene: Scene) -> str:
    """The move that is most likely wanted now, "" if none stands out."""
    if "approve" in names:
        return "approve"
    usual = LEADING.get(scene.ticket.state, ())
    return next((name for name in usual if name in names), "")


def _rank(name: str, lead: str) -> int:
    """The leading one first, the grave ones last, the rest in the order of the table."""
    if name == lead:
        return -1
    return LAST.index(name) + 1 if name in LAST else 0


def _form(name: str, scene: Scene, tried: Tried, lead: str) -> dict[str, Any]:
    confirming = bool(scene.ticket.inadmissible)
    fields = desk_forms.form_of(name, confirming=confirming) or ()
    back = tried if tried.move == name else Tried()
    known = {**_known(name, scene), **back.typed} if back.move else _known(name, scene)
    title = "confirm_inadmissible" if name == "inadmissible" and confirming else ""
    return {
        "name": name,
        "title": scene.words(f"act-{title.replace('_', '-')}") if title else scene.words.move(name),
        "about": "",
        "fields": [_field(one, name, known, scene) for one in _fitting(fields, scene)],
        "speaks": bool(fields) and name in SPOKEN and (name != "inadmissible" or confirming),
        "send": scene.words("send-to" if name in TALK and name in SPOKEN else "send"),
        "grave": name in GRAVE,
        "lead": name == lead,
        "open": bool(back.move),
        "why": back.why,
        "preview": back.preview,
        "overtaken": back.overtaken is not None,
        "ask": back.ask,
        "words": back.typed.get("words", "") if back.ask else "",
        "look": back.look,
    }


def _fitting(fields: Iterable[Field], scene: Scene) -> Iterable[Field]:
    """The fields that make sense on this ticket."""
    category = scene.words.catalogue.categories.get(scene.ticket.filing.category)
    repair = category is not None and category.repair
    for one in fields:
        if one.name == "told" and scene.ticket.state not in TOLD:
            continue
        if one.name == "wish_met" and repair:
            continue
        if one.name == "severity" and scene.by.role not in LEADS:
            continue
        if one.name == "case" and len(standing(scene.ticket)) < SEVERAL:
            continue
        if one.kind == "ticks" and not _options(one.source, scene):
            continue
        yield one


def _known(name: str, scene: Scene) -> dict[str, str]:
    """What can be filled in already."""
    ticket = scene.ticket
    known = {"liability": ticket.liability, "finding": ticket.finding}
    if name == "dispatch":
        way = route(ticket, scene.words.stage.house, scene.words.now)
        known["department"] = ticket.department or way.department
    if name == "propose":
        known |= _drafted(scene) or _last_offer(scene)
    return known


def _last_offer(scene: Scene) -> dict[str, str]:
    """A new round starts from the last one; the dates are to be given anew."""
    last = scene.ticket.proposal
    return _typed(last.items if last else (), scene, dates=False)


def _drafted(scene: Scene) -> dict[str, str]:
    """A draft that was refused or overtaken, unless something was offered after it."""
    ticket = scene.ticket
    last = ticket.approvals[-1] if ticket.approvals else None
    offered = ticket.proposal.at if ticket.proposal else None
    if last is None or last.outcome not in {"refused", "overtaken"}:
        return {}
    if offered is not None and offered >= last.at:
        return {}
    said = {"liability": last.liability, "finding": last.finding}
    return {**said, **_typed(last.items, scene, dates=True)}


def _typed(items: tuple[Item, ...], scene: Scene, *, dates: bool) -> dict[str, str]:
    """The items as they would have been typed; of the dates those that are still to come."""
    known: dict[str, str] = {}
    for place, item in enumerate(items[:MOST_ITEMS], start=1):
        known |= {
            f"code-{place}": item.code,
            f"words-{place}": item.words,
            f"money-{place}": yuan(item.minor),
            f"promise-{place}": item.promise,
        }
        if dates and item.due and item.due > scene.words.now:
            zone = ZoneInfo(scene.words.stage.house.zone)
            known[f"due-{place}"] = f"{item.due.astimezone(zone):%Y-%m-%d}"
    return known


def _field(one: Field, move: str, known: Mapping[str, str], scene: Scene) -> dict[str, Any]:
    words = scene.words
    ready = scene.answers if one.kind == "words" and one.name == "words" and move in FILLED else ()
    shown: dict[str, Any] = {
        "answers": ready,
        "name": one.name,
        "kind": one.kind,
        "label": words(f"field-{one.label}"),
        "hint": _hint(one, scene),
        "required": one.required,
        "value": known.get(one.name, ""),
        "options": _options(one.source, scene),
        "least": "" if one.label in PAST else f"{scene.today:%Y-%m-%d}",
        "most": _latest(one, scene),
        "sent": TOLD.get(scene.ticket.state, "") if one.name == "told" else "yes",
    }
    if one.kind == "ticks":
        ticked = {known[name] for name in known if name.startswith(f"{one.name}-")}
        shown["ticked"] = ticked
    if one.kind == "items":
        shown["rows"] = _rows(known)
        shown["options"] = _options("remedy", scene)
        shown["promises"] = promises(scene.ticket, words)
    return shown


def _hint(one: Field, scene: Scene) -> str:
    if one.source == "liability":
        return advice(scene.hints, scene.words)
    if not one.hint:
        return ""
    left = max(0, scene.words.catalogue.max_asks - scene.ticket.asks)
    return scene.words(f"hint-{one.hint}", days=LONGEST_HOLD.days, left=left)


def _latest(one: Field, scene: Scene) -> str:
    """The last day that a date may name, "" for any."""
    if one.label in PAST:
        return f"{scene.today:%Y-%m-%d}"
    return f"{scene.today + LONGEST_HOLD:%Y-%m-%d}" if one.label == "hold-until" else ""


def _rows(known: Mapping[str, str]) -> list[dict[str, str]]:
    keys = ("code", "words", "money", "due", "promise")
    return [
        {"place": str(place), **{key: known.get(f"{key}-{place}", "") for key in keys}}
        for place in range(1, MOST_ITEMS + 1)
    ]


def _options(source: str, scene: Scene) -> list[tuple[str, str]]:
    words, catalogue = scene.words, scene.words.catalogue
    match source:
        case "liability":
            return [(code, words.known(f"liability-{code}", code)) for code in LIABILITIES]
        case "colleague":
            return [one for one in scene.colleagues if one[0] != str(scene.ticket.owner)]
        case "level":
            levels = (str(one) for one in range(1, TOP + 1))
            return [(one, f"{one} · {words(f'level-{one}')}") for one in levels]
        case "severity":
            return [(code, words.known(f"desk-severity-{code}", code)) for code in SEVERITIES]
        case "department":
            return [(one.code, words.of(one.label)) for one in catalogue.departments.values()]
        case "remedy":
            return [(code, words.of(one.label)) for code, one in _remedies(scene)]
        case "inadmissible":
            return [(code, words.of(label)) for code, label in catalogue.inadmissible.items()]
        case "case":
            return [(str(at), one) for at, one in desk_outside.names(scene.ticket, words)]
        case "way":
            return [(code, words(f"way-{code}")) for code in WAYS]
        case "facts":
            return [(one.code, words.of(one.ask)) for one in askable(scene.ticket, catalogue)]
        case "item":
            return [
                (str(place), f"{place}. {offer(item, scene.ticket, words)}")
                for place, item in enumerate(accepted(scene.ticket), start=1)
                if item.done_at is None
            ]
    return _of_contacts(source, scene)


def _of_contacts(source: str, scene: Scene) -> list[tuple[str, str]]:
    """Earlier contacts that the subscriber named, those first that nobody looked up; and what can
    be found of one."""
    if source == "contact-outcome":
        found = scene.words("contact-found"), scene.words("contact-missing")
        return list(zip((CONFIRMED, NOT_FOUND), found, strict=True))
    told = list(enumerate(contacts(scene.ticket), start=1)) if source == "contact" else []
    told.sort(key=lambda pair: pair[1].status != STATED)
    return [(str(place), shortened(hide(one.words))) for place, one in told]


def _remedies(scene: Scene) -> list[tuple[str, Any]]:
    """Remedies, those that were wished for first, then those that fit the category."""
    known = scene.words.catalogue.remedies
    category = scene.words.catalogue.categories.get(scene.ticket.filing.category)
    wished = [wish.code for wish in scene.ticket.filing.wishes]
    fitting = category.remedies if category else ()
    order = dict.fromkeys((*wished, *fitting, *known))
    return [(code, known[code]) for code in order if code in known]
