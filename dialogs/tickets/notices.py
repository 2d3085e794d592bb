"""The messages to the subscriber: each made from the ticket as it stands and what the move said.

A message is named by its code in domain.md §9; its words are Fluent texts under the same name.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from dialogs.appeals.bundle import our_letter
from dialogs.appeals.grounds import offered
from dialogs.appeals.saying import OUTSIDE
from dialogs.house import House
from dialogs.model import Arg, Attached, Joined, Moment, Money, Phrase
from dialogs.tickets import crediting, facts, thinking
from dialogs.tickets import fields as read
from dialogs.tickets.applied import Notify
from dialogs.tickets.guards import TOP_LEVEL, accepted, named_item, standing
from dialogs.tickets.mass import MASS
from dialogs.tickets.repeats import legal_over, ways_on
from dialogs.tickets.routing import route
from dialogs.tickets.ticket import OWN_WORDS, Kind, Role, State, Ticket
from dialogs.tickets.together import lines_of
from dialogs.tickets.wording import (
    Telling,
    appeal_body,
    button,
    contact,
    department,
    is_low,
    item_lines,
    line,
    marks,
    next_step,
    remedy,
    shortened,
    state_name,
    subject,
    who,
    without_score,
)
from dialogs.understand.heard import named

QUOTED = 240  # display cells of the subscriber's own words that a message says again
OFFERED = ("accept", "reject", "think", "question_proposal")  # what can be done with an offer
APPEAL = ("appeal", "appeal_leaflet")  # the file, and where it goes
LAST_WORD: tuple[str, ...] = ("accept_after_all", "think", *APPEAL)
DECIDED, AFTER_ALL = ("accept", "reject"), ("accept_after_all",)  # whoever thought already
Parts: TypeAlias = "tuple[dict[str, Arg], tuple[str, ...]]"  # arguments, actions of the buttons


def _m01(t: Telling) -> Parts:
    return {
        "no": t.ticket.number,
        "subject": subject(t.ticket, t.house),
        "department": _own_department(t),
        "first": t.due("R3", timedelta(hours=48)),
        "final": t.due("C1", timedelta(days=15), day_only=True),
        "held": crediting.held_line(t),
    }, ("status", *_asked(t))


def _m01f(t: Telling) -> Parts:
    """A fault: when an engineer is in touch, and by when it works again."""
    args, actions = _m01(t)
    own: dict[str, Arg] = {
        "engineer": t.due("F1", timedelta(hours=4)),
        "repair": t.due("F3", timedelta(hours=48)),
    }
    return {**args, **own}, (*actions, "complain")


def _m01p(t: Telling) -> Parts:
    """Praise or a suggestion: its number and thanks; it has no deadline."""
    return {
        "no": t.ticket.number,
        "what": str(t.ticket.filing.kind),
        "department": _own_department(t),
    }, ("status",)


def _m01b(t: Telling) -> Parts:
    """One of many from its first moment: its number, and what is known of the trouble (B1)."""
    args, actions = _m01(t)
    found, kind = MASS["B1"](t)[0], t.ticket.filing.kind
    if not t.fields.get("expected"):
        found = {**found, "when": (Phrase("mass-when-known"), found["when"])}
    more = ("complain",) if kind is Kind.FAULT else ()
    return {**args, **found, "kind": str(kind)}, (*actions, *more)


def _m01s(t: Telling) -> Parts:
    """Of several filed together this one alone; `together` tells all of them."""
    return {"count": 1, "lines": lines_of(t)}, ("status", *_asked(t))


def _complained(t: Telling) -> Parts:
    """Why it is a complaint now, and by when it is answered."""
    by: Mapping[str, str] = {Role.SUBSCRIBER: "said", Role.CLOCK: "late"}
    why = str(t.fields.get("why") or by.get(str(t.fields.get("role")), "desk"))
    final = t.due("C1", timedelta(days=15), day_only=True)
    args: dict[str, Arg] = {"why": why, "final": final, "who": who(t.ticket, t.house)}
    return {**args, "held": crediting.held_line(t)}, ("status", "human")


def _thanked(t: Telling) -> Parts:
    said = read.words(t.fields, "words")
    return {"words": said or Phrase("words-none"), "name": _author(t)}, ()


def _asked(t: Telling) -> tuple[str, ...]:
    """The button to the category's further questions, where it has any."""
    category = t.house.catalogue.categories.get(t.ticket.filing.category)
    return ("details",) if category and category.asked else ()


def _own_department(t: Telling) -> Arg:
    """The department that the ticket has or, by the rules of routing, is about to get."""
    code = t.ticket.department or route(t.ticket, t.house, t.now).department
    return department(t.ticket, t.house, code)


def _m02(t: Telling) -> Parts:
    return {"done": read.words(t.fields, "words")}, ("fixed", "not_fixed")


def _m03(t: Telling) -> Parts:
    code = t.ticket.inadmissible
    reason = t.house.catalogue.inadmissible.get(code)
    mend = read.words(t.fields, "mend")
    args: dict[str, Arg] = {"reason": reason or code, "mend": mend or Phrase("m03-mend")}
    return {**args, "held": crediting.over_line(t)}, ()


def _handed_on(t: Telling) -> Parts:
    ticket, house = t.ticket, t.house
    return {
        "department": department(ticket, house),
        "who": who(ticket, house),
        "date": t.until,
    }, ()


def _m05h(t: Telling) -> Parts:
    """Another works on it now: said once, with who stays the contact."""
    args, actions = _handed_on(t)
    return {**args, "next": (Phrase("handed-over", args), *contact(t.ticket))}, actions


def _question(t: Telling) -> Parts:
    """What is asked for: in the sentence where it is one thing, else in numbered lines below it."""
    open_ones = [one for one in t.ticket.questions if one.answer is None]
    filing, catalogue = t.ticket.filing, t.house.catalogue
    asked = facts.lines(open_ones[-1], filing, catalogue) if open_ones else ()
    question: Arg = asked[0] if asked else Phrase("the-question")
    if len(asked) > 1:
        told = ({"place": place, "what": one} for place, one in enumerate(asked, start=1))
        question = tuple(Phrase("fact-line", one) for one in told)
    date = t.move_at("silence", timedelta(days=7))
    return {"question": question, "several": max(1, len(asked)), "date": date}, ()


def _m08(t: Telling) -> Parts:
    return {"reason": t.ticket.hold_reason, "date": t.until}, ()


def _m09(t: Telling) -> Parts:
    proposal, over = t.ticket.proposal, t.move_at("no_answer", timedelta(days=30))
    date = Moment(over.at - timedelta(days=1), day_only=True)  # the last whole day
    if proposal is None:
        nothing: dict[str, Arg] = {
            "finding": Phrase("words-none"),
            "items": Phrase("items-none"),
            "round": 1,
            "date": date,
        }
        return nothing, ()
    return {
        "date": date,
        "finding": proposal.finding,
        "items": item_lines(proposal.items, t.ticket, t.house),
        "round": proposal.round,
    }, thinking.ways(OFFERED, t.ticket, t.house.catalogue)


def _m11(t: Telling) -> Parts:
    proposal, words = t.ticket.proposal, read.words(t.fields, "words")
    reason = read.words(t.fields, "reason") or (proposal.reason if proposal else "")
    code: Arg | None = t.house.catalogue.decline.get(reason)
    if words or reason == OWN_WORDS:  # all of it is in what the subscriber wrote
        code = Phrase("reason-own-words")
    wish = read.words(t.fields, "wish") or words or (proposal.wish if proposal else "")
    return {
        "reason": code or shortened(reason, QUOTED) or Phrase("reason-unnamed"),
        "wish": shortened(wish, QUOTED) or Phrase("wish-unnamed"),
        "who": who(t.ticket, t.house),
        "date": t.until,
        "appeal": ("", Phrase("m11-appeal")) if offered(t.ticket, t.house, t.now) else (),
    }, (APPEAL if offered(t.ticket, t.house, t.now) else ())


def _m12(t: Telling) -> Parts:
    date = t.task_at("call_back", timedelta(days=1))
    return {"date": date}, ("accept", "reject", "question_proposal")


def _think(t: Telling) -> Parts:
    """Until when they think, how long the offer stands, how often they may ask for more time."""
    until = t.ticket.think_until or t.now
    return {
        "date": Moment(until, day_only=True),
        "last": thinking.last_day(t),
        "left": thinking.left(t.ticket, t.house.catalogue),
    }, AFTER_ALL if t.ticket.state is State.DEADLOCK else DECIDED


def _thought(t: Telling) -> Parts:
    """The day has come: what can be done with the offer, more time as long as there is some."""
    buttons: tuple[str, ...] = OFFERED
    if t.ticket.state is State.DEADLOCK:
        buttons = LAST_WORD
    return {"last": thinking.last_day(t)}, thinking.ways(buttons, t.ticket, t.house.catalogue)


def _m13(t: Telling) -> Parts:
    date = t.move_at("end_deadlock", timedelta(days=30))
    buttons = LAST_WORD if standing(t.ticket) else APPEAL
    buttons = thinking.ways(buttons, t.ticket, t.house.catalogue)
    return {"position": t.ticket.finding, **_reached(t), "date": date}, buttons


def _body(t: Telling) -> Arg:
    body = appeal_body(t.ticket, t.house)
    return body.body if body else Phrase("the-authority")


def _reached(t: Telling) -> dict[str, Arg]:
    """The body to appeal to and how to reach it, which a country's letter may have to say."""
    body = appeal_body(t.ticket, t.house)
    if body is None:
        return {"body": Phrase("the-authority"), "phone": "", "address": ""}
    return {"body": body.body, "phone": body.phone, "address": body.address}


def _m14(t: Telling) -> Parts:
    items = item_lines(accepted(t.ticket), t.ticket, t.house)
    args: dict[str, Arg] = {"items": items or Phrase("items-none")}
    return {**args, "held": crediting.held_line(t)}, ("think_again",)


def _m15(t: Telling) -> Parts:
    proofs = tuple(
        Phrase("offer-proof", {"what": remedy(item, t.house), "proof": item.proof})
        for item in accepted(t.ticket)
        if item.proof
    )
    said = read.words(t.fields, "proof")
    date = t.move_at("unconfirmed", timedelta(days=7))
    return {"proof": said or proofs or Phrase("proof-none"), "date": date}, ("fixed", "not_fixed")


def _m16(t: Telling) -> Parts:
    items, place = accepted(t.ticket), named_item(t.ticket, t.fields)
    late = items[place : place + 1] if place is not None else items
    what = Joined(tuple(remedy(item, t.house) for item in late if not item.done_at))
    return {
        "item": what if what.parts else Phrase("the-item"),
        "date": t.until,
        "reason": read.words(t.fields, "reason") or Phrase("reason-late"),
    }, ()


def _m17(t: Telling) -> Parts:
    date = t.now + timedelta(days=t.house.catalogue.reopen_days)
    return {"date": Moment(date, day_only=True), "held": crediting.over_line(t)}, ()


def _m21(t: Telling) -> Parts:
    """Opened again: what was in dispute is on hold again."""
    args, actions = _handed_on(t)
    return {**args, "held": crediting.held_line(t)}, actions


def _m23(t: Telling) -> Parts:
    return {"held": crediting.over_line(t)}, ()


def _m26(t: Telling) -> Parts:
    """Where it stands, until when they think, and what becomes of the disputed amount."""
    args, actions = _standing(t)
    hold = crediting.held_line(t) or crediting.over_line(t, right_said=True)
    return {**args, "held": (*_until_then(t), *hold)}, actions


def _until_then(t: Telling) -> tuple[Arg, ...]:
    until = t.ticket.think_until
    if until is None or not thinking.thinking(t.ticket, t.now):
        return ()
    return "", Phrase("think-line", {"date": Moment(until, day_only=True)})


def _disputed(t: Telling) -> Parts:
    """The disputed amount as it is now, why it changed, and that this much is on hold."""
    filing = t.ticket.filing
    return {
        "money": Money(filing.amount or 0, filing.currency),
        "reason": read.words(t.fields, "reason") or Phrase("words-none"),
        "held": crediting.held_line(t),
    }, ("status",)


def _m19(t: Telling) -> Parts:
    """Noted as unconfirmed. Fields: quiet (true: this person is asked for no score now)."""
    ask = () if read.yes(t.fields, "quiet") else ("", Phrase("m19-ask"))
    return {**_m17(t)[0], "ask": ask}, ("reopen",)


def _m20(t: Telling) -> Parts:
    low = bool(t.ticket.scores) and is_low(t.ticket, t.house)
    args: dict[str, Arg] = {"band": "low" if low else "good", "date": t.next_news}
    return args, (("reopen", "appeal_leaflet") if low else ())


def _standing(t: Telling) -> Parts:
    return {
        "state": state_name(t.ticket.state),
        "who": who(t.ticket, t.house),
        "next": (next_step(t), *contact(t.ticket)),
        "date": t.until,
    }, ()


def _progress(t: Telling) -> Parts:
    """How it stands, and since how many days: the same words never come twice."""
    return {**_standing(t)[0], "days": (t.now - t.ticket.opened_at).days}, ()


def _again(t: Telling) -> Parts:
    """The real state, when the department was reminded, and an appeal once C1 is over."""
    ticket, every = t.ticket, t.house.catalogue.remind_every
    last = ticket.reminded_at or t.now
    lines: list[Arg] = [Phrase("again-reminded")]
    if last < t.now:
        args: dict[str, Arg] = {"last": Moment(last), "next": Moment(last + every)}
        lines = [Phrase("again-just-reminded", args)]
    state = {"state": state_name(ticket.state), "next": next_step(t)}
    lines.append(Phrase("again-standing", state))
    if legal_over(ticket, t.now):
        lines.append(Phrase("again-late", {"body": _body(t)}))
    filed = Moment(ticket.opened_at, day_only=True)
    return {"filed": filed, "lines": tuple(lines)}, ways_on(ticket, t.now)


def _m24a(t: Telling) -> Parts:
    """The one calm answer to what was announced, and where an appeal goes (domain.md §5)."""
    found = named(read.strings(t.fields, "alarms"), t.house.catalogue.triggers)
    answer: Arg | None = found[0].answer if found else None
    calm = answer or Phrase("m24a-calm")
    return {"calm": calm, "date": t.until}, APPEAL


def _m27(t: Telling) -> Parts:
    return {**_reached(t), "date": t.until}, APPEAL


def _m34(t: Telling) -> Parts:
    reason = read.words(t.fields, "reason") or Phrase(f"reason-delay-{t.ticket.state}")
    return {"date": t.until, "reason": reason}, ()


def _m35(t: Telling) -> Parts:
    date = t.due("A2", timedelta(days=30), day_only=True)
    return {"body": _body(t), "date": date}, APPEAL


def _m36(t: Telling) -> Parts:
    return {"date": t.until}, ()


def _ended(t: Telling) -> Parts:
    date = t.now + timedelta(days=t.house.catalogue.reopen_days)
    args: dict[str, Arg] = {"result": t.ticket.result, "date": Moment(date, day_only=True)}
    said = t.ticket.result in {"not_agreed", "decided_outside"}
    return {**args, "held": crediting.over_line(t, right_said=said)}, ("reopen",)


def _survey(t: Telling) -> Parts:
    category = t.house.catalogue.categories.get(t.ticket.filing.category)
    kind = "repair" if category is not None and category.repair else "other"
    filed = Moment(t.ticket.opened_at, day_only=True)
    ways = ("fails_again",) if kind == "repair" else ()
    return {"kind": kind, "filed": filed, "greeting": _greeting(t), "count": 1}, ways


def _greeting(t: Telling) -> tuple[Arg, ...]:
    """The line for a feast, which goes first; none where the matter is grave."""
    today = t.now.astimezone(ZoneInfo(t.house.zone)).date()
    said = t.house.catalogue.survey.greeting(today)
    return (said, "") if said is not None and t.ticket.level < TOP_LEVEL else ()


def _reply(t: Telling) -> Parts:
    said = read.words(t.fields, "words")
    return {"words": said or Phrase("words-none"), "name": _author(t)}, ()


def _author(t: Telling) -> Arg:
    """Who of the staff says it."""
    name = t.fields.get("name")
    return name if isinstance(name, str) and name else who(t.ticket, t.house)


def _plain(_t: Telling) -> Parts:
    return {}, ()


MESSAGES: Mapping[str, Callable[[Telling], Parts]] = {
    "M01": _m01,
    "M01F": _m01f,
    "M01P": _m01p,
    "M01B": _m01b,
    "M01S": _m01s,
    "COMPLAINED": _complained,
    "THANKED": _thanked,
    "M02": _m02,
    "M03": _m03,
    "M04": _handed_on,
    "M05": _handed_on,
    "M05H": _m05h,
    "M06": _question,
    "M07": _question,
    "M08": _m08,
    "M09": _m09,
    "M10": _plain,
    "M11": _m11,
    "M12": _m12,
    "THINK": _think,
    "THOUGHT": _thought,
    "M13": _m13,
    "M14": _m14,
    "M15": _m15,
    "M15R": _m15,
    "M16": _m16,
    "M17": _m17,
    "M18": _handed_on,
    "M19": _m19,
    "M20": _m20,
    "M21": _m21,
    "M22": _standing,
    "AGAIN": _again,
    "M23": _m23,
    "M24": _handed_on,
    "M24A": _m24a,
    "M26": _m26,
    "DISPUTED": _disputed,
    "M27": _m27,
    "M28": _handed_on,
    "M29": _ended,
    "M31": _handed_on,
    "M32": _ended,
    "M33": _handed_on,
    "M34": _m34,
    "M35": _m35,
    "M36": _m36,
    "SURVEY": _survey,
    "SURVEY-REMINDER": _survey,
    "PROGRESS": _progress,
    "REPLY": _reply,
    **MASS,
    **OUTSIDE,
}
# One card, edited as the ticket moves.
ON_CARD = frozenset({"M01", "M01F", "M01P", "M01B", "M04", "M05"})
CONFIRMATION = "confirmation"  # the kind of file; after a colon, of which proposal, from 1 on
SCORED = frozenset({"M19", "SURVEY", "SURVEY-REMINDER"})


def notice(code: str, telling: Telling) -> Notify:
    """The message `code` for the ticket as it stands; raises KeyError for an unknown code."""
    args, actions = MESSAGES[code](telling)
    ticket = telling.ticket
    file = _paper(ticket) if code == "M14" else _letter(code, telling)
    choices = tuple(button(ticket, one) for one in actions)
    if code in SCORED and not read.yes(telling.fields, "quiet"):
        choices = (*marks(ticket), *choices, *without_score(ticket))
    return Notify(
        code=code,
        args={"line": line(ticket, telling.house), **args},
        choices=choices,
        file=file,
        card=_card(code, ticket),
        fields=telling.fields,
    )


def _paper(ticket: Ticket) -> Attached:
    """The confirmation of the newest proposal, which later ones leave as it is."""
    kind = f"{CONFIRMATION}:{len(ticket.proposals)}"
    return Attached(kind, ticket.id, f"{ticket.number}.pdf")


def _letter(code: str, telling: Telling) -> Attached | None:
    """The letter that the catalogue sends along with a message, as of now."""
    known = telling.house.catalogue.notices.get(code)
    if known is None or not known.letter:
        return None
    return our_letter(known.letter, telling.ticket, telling.now)


def _card(code: str, ticket: Ticket) -> str:
    """The card that the message is; the written confirmation stands alone too, beside its file."""
    if code == "M14":
        return f"ticket:{ticket.id}:paper"
    return f"ticket:{ticket.id}" if code in ON_CARD else ""


def status(ticket: Ticket, house: House, now: datetime) -> Notify:
    """The answer to "how does it stand?" (M26)."""
    return notice("M26", Telling(ticket, {}, house, now))
