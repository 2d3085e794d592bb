"""A ticket as its page shows it: facts of the filing, wish beside offer, proposals, clocks, scores.

Everything comes out in words of one reader; numbers are masked unless somebody asked for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.web.desk_offers import items_of, validity
from bot.web.desk_outside import about
from bot.web.desk_queue import flags
from bot.web.desk_words import Words, deadline, deadlines, hide, masked, masked_name
from dialogs.appeals.cases import place_of
from dialogs.appeals.dossier import CONFIRMED, NOT_FOUND, STATED
from dialogs.appeals.stating import contacts
from dialogs.catalogue import Promise
from dialogs.catalogue.finding import Evidence
from dialogs.intake.card import when_words
from dialogs.model import Joined, Json, Moment, Phrase
from dialogs.tickets.repeats import all_times, looks_alike
from dialogs.tickets.served import CARD
from dialogs.tickets.ticket import (
    OWN_WORDS,
    Clock,
    Filing,
    Kind,
    Proposal,
    Score,
    State,
    Ticket,
)
from dialogs.understand import cards
from storage.chats import Person
from storage.files import Attachment

STEPS = ("filed", "checked", "offered", "carried", "confirmed", "closed")
STEP: dict[State, int] = {
    State.REGISTERED: 0,
    State.DISPATCHED: 0,
    State.INVESTIGATING: 1,
    State.AWAITING_USER: 1,
    State.ON_HOLD: 1,
    State.PROPOSED: 2,
    State.NEGOTIATING: 2,
    State.DEADLOCK: 2,
    State.AGREED: 3,
    State.EXECUTING: 3,
    State.AWAITING_CONFIRM: 4,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what is known: its name, its value, and how to set it ("", "number", "long")."""

    name: str
    value: str
    kind: str = ""


def head(ticket: Ticket, words: Words) -> dict[str, Any]:
    """What stands on top: number, matter, state, level, time left, progress, marks."""
    clock = deadline(ticket, deadlines(words.catalogue)) if ticket.open else None
    left, urgency = words.left(clock.due if clock else None)
    return {
        "number": ticket.number,
        "revision": ticket.revision,
        "matter": words.matter(ticket),
        "state": words.state(ticket.state),
        "now": words.state(ticket.state),
        "overtaken": "overtaken",
        "open": ticket.open,
        "level": ticket.level,
        "left": left if ticket.open else "",
        "urgency": urgency,
        "due": words.at(clock.due, expected=clock.provisional) if clock else "",
        "owner": ticket.owner_name or words("nobody"),
        "department": words.department(ticket.department) if ticket.department else "",
        "next": _next(ticket, words),
        "flags": flags(ticket, words),
        "steps": _steps(ticket, words),
    }


def _next(ticket: Ticket, words: Words) -> str:
    """The date last promised, marked where it was counted in days not published yet."""
    if ticket.next_step_at is None:
        return ""
    date = Moment(ticket.next_step_at, day_only=True, expected=ticket.next_step_expected)
    return words.of(date)


def _steps(ticket: Ticket, words: Words) -> list[dict[str, str]]:
    """The road of a complaint, and how far this one has come."""
    reached = STEP.get(ticket.state, len(STEPS) - 1)
    return [
        {"name": words(f"step-{name}"), "at": "done" if place < reached else _now(place, reached)}
        for place, name in enumerate(STEPS)
    ]


def _now(place: int, reached: int) -> str:
    return "now" if place == reached else "next"


def facts(
    ticket: Ticket, person: Person, words: Words, *, whole: bool, lead: bool = False
) -> list[Fact]:
    """What was filed, and how to reach the person; `whole`: with names and numbers unmasked.

    `lead`: with how badly staff caused it, which is for those alone who look after quality.
    """
    filing = ticket.filing
    number, name = (str, str) if whole else (masked, masked_name)
    proof = "proved" if filing.service_number in person.numbers else "unproved"
    told = [
        Fact("number", number(filing.service_number), "number"),
        Fact("proof", words(proof) if filing.service_number else ""),
        Fact("phone", number(filing.contact_phone), "number"),
        Fact("reach", number(person.reach), "number"),
        Fact("name", name(filing.name)),
        Fact("relation", words.known(f"desk-relation-{filing.relation}", filing.relation)),
        Fact("window", filing.window),
        Fact("origin", _origin(filing, words)),
        Fact("channel", words.known(f"desk-channel-{person.address.channel}", "")),
        Fact("language", words.known(f"language-{person.language}", person.language)),
        *_matter(filing, words),
        *_before(ticket, words),
        Fact("opened", words.at(ticket.opened_at)),
        *_findings(ticket, words),
        Fact("severity", words(f"severity-{ticket.severity}") if lead and ticket.severity else ""),
    ]
    named = (Fact(words(f"fact-{one.name}"), one.value, one.kind) for one in told if one.value)
    return [*named, *_answers(filing, words)]


def repeats(ticket: Ticket, before: Ticket | None, words: Words) -> list[Fact]:
    """Which ticket it repeats, and whether its subscriber may know (DESIGN §6, identity)."""
    if before is None:
        return []
    key = "repeats-shown" if ticket.repeat_shown else "repeats-joined"
    key = "repeats-hidden" if looks_alike(ticket) else key
    said = words(key, no=before.number, times=all_times(ticket))
    return [Fact(words("fact-repeats"), said, "long")]


def _before(ticket: Ticket, words: Words) -> list[Fact]:
    """Earlier contacts that the subscriber named, each with what staff found of it."""
    found = {CONFIRMED: "contact-found", NOT_FOUND: "contact-missing"}
    told = []
    for one in contacts(ticket):
        key, said = found.get(one.status, "contact-stated"), hide(one.words)
        by = "" if one.status == STATED else f" · {hide(one.finding)} · {one.judged_name}"
        told.append(Fact("before", f"{said} · {words(key)}{by}", "long"))
    return told


def _matter(filing: Filing, words: Words) -> list[Fact]:
    promise = words.catalogue.promises.get(filing.promise_cited)
    amount = words.money(filing.amount, filing.currency) if filing.amount else ""
    return [
        Fact("kind", words.of(Phrase(f"kind-{filing.kind}")) if not_complaint(filing) else ""),
        Fact("when", words.of(when_words(filing.when)) if filing.when else ""),
        Fact("place", place(filing, words)),
        Fact("store", _store(filing, words)),
        Fact("staff-number", filing.staff_number),
        Fact("amount", amount),
        Fact("wish-by", words.at(filing.wish_by) if filing.wish_by else ""),
        Fact("promise", _cited(promise, words) if promise else ""),
    ]


def _cited(promise: Promise, words: Words) -> str:
    """The promise that the subscriber cited, and when it holds."""
    return f"{words.of(promise.label)} · {validity(promise, words)}"


def _origin(filing: Filing, words: Words) -> str:
    """How it came where staff wrote it down."""
    known = words.catalogue.origins.get(filing.origin)
    return words.of(known.label) if known else filing.origin


def not_complaint(filing: Filing) -> bool:
    """Whether it came as something else than a complaint."""
    return filing.kind is not Kind.COMPLAINT


def place(filing: Filing, words: Words) -> str:
    """The place as told, and the district it was resolved to."""
    where = filing.where
    if where is None:
        return ""
    code = where.district or where.city or where.province
    name = words.stage.house.places.name(code, words.language) if code else ""
    return " · ".join(dict.fromkeys(one for one in (name, where.words) if one))


def _store(filing: Filing, words: Words) -> str:
    """The store in the catalogue's words, with its code; the code alone once it is gone."""
    known = words.catalogue.stores.get(filing.store)
    return f"{words.of(known.label)} · {filing.store}" if known else filing.store


def _findings(ticket: Ticket, words: Words) -> list[Fact]:
    reason = words.catalogue.inadmissible.get(ticket.inadmissible)
    approved = words.money(ticket.approved, ticket.filing.currency) if ticket.approved else ""
    return [
        Fact("liability", words.known(f"liability-{ticket.liability}", ticket.liability)),
        Fact("finding", hide(ticket.finding), "long"),
        Fact("approved", approved),
        Fact("hold", ticket.hold_reason),
        Fact("inadmissible", words.of(reason) if reason else ""),
        Fact("credit", _credit(ticket, words), "long"),
        Fact("think", words.at(ticket.think_until) if ticket.think_until else ""),
        Fact("alarms", words.of(Joined(alarms)) if (alarms := _alarms(ticket, words)) else ""),
        Fact("tone", words.known(f"desk-tone-{ticket.tone}", ticket.tone)),
        Fact("area", words.province(ticket.area)),
        Fact("referral", ticket.referral),
        Fact("appeal", ticket.appeal),
        Fact("called", words.at(ticket.called_at) if ticket.called_at else ""),
        Fact("result", words.known(f"desk-result-{ticket.result}", ticket.result)),
    ]


def _credit(ticket: Ticket, words: Words) -> str:
    """The disputed amount on hold: since when, whether billing has done it, from when due again."""
    hold = ticket.credit
    if hold is None:
        return ""
    money = words.money(hold.minor, ticket.filing.currency)
    if hold.ended_at is not None:
        again = words.at(hold.due_from, day=True) if hold.due_from else ""
        return words("credit-over", money=money, at=words.at(hold.ended_at, day=True), again=again)
    since = words.at(hold.since, day=True)
    if hold.placed_at is None:
        return words("credit-waits", money=money, since=since)
    placed = words.at(hold.placed_at, day=True)
    return words("credit-placed", money=money, since=since, at=placed, reference=hold.reference)


def _alarms(ticket: Ticket, words: Words) -> tuple[str, ...]:
    """What was heard, in the catalogue's words."""
    return tuple(words.reason(code) or code for code in ticket.alarms)


def _answers(filing: Filing, words: Words) -> list[Fact]:
    """The category's further questions, as far as they were answered."""
    category = words.catalogue.categories.get(filing.category)
    asked = {one.code: one for one in category.asked} if category else {}
    told = []
    for code, value in filing.answers.items():
        question = asked.get(code)
        options = dict(question.options) if question else {}
        said = words.of(options[str(value)]) if str(value) in options else _said(value, words)
        said = cards.shown(said) if question and question.kind == CARD else hide(said)
        told.append(Fact(words.of(question.ask) if question else code, said, "long"))
    return told


def _said(value: Json, words: Words) -> str:
    if value in ("yes", "no"):
        return words(f"answer-{value}")
    return str(value)


def totals(ticket: Ticket, words: Words) -> list[Fact]:
    """The sums that the offer is held against."""
    currency = ticket.filing.currency
    offered = sum(item.minor or 0 for item in ticket.proposal.items) if ticket.proposal else 0
    sums = (("fact-amount", ticket.filing.amount or 0), ("fact-offered", offered))
    return [Fact(words(key), words.money(minor, currency)) for key, minor in sums if minor]


def proposals(ticket: Ticket, words: Words) -> list[dict[str, Any]]:
    """Each round: what was offered by whom, and what became of it; the newest first."""
    return [_round(one, ticket, words) for one in reversed(ticket.proposals)]


def _round(one: Proposal, ticket: Ticket, words: Words) -> dict[str, Any]:
    reason = words.catalogue.decline.get(one.reason)
    return {
        "title": words("round", round=one.round, by=one.by or words("nobody"), at=words.at(one.at)),
        "outcome": words(f"outcome-{one.outcome}"),
        "code": one.outcome,
        "finding": hide(one.finding),
        "items": items_of(one.items, ticket, words),
        "reason": words.of(reason) if reason else own(one.reason),
        "wish": hide(one.wish),
        "final": one.final,
        "risk": words(f"risk-{one.risk}") if one.risk else "",
    }


def own(reason: str) -> str:
    """A reason in the person's own words; the dialog's mark for "see the wish" says nothing."""
    return "" if reason == OWN_WORDS else hide(reason)


def clocks(ticket: Ticket, words: Words) -> list[dict[str, str]]:
    """Deadlines with due time and what became of them: running ones first, by their due time."""
    rules = deadlines(words.catalogue)
    known = [one for one in ticket.clocks if one.rule in rules]
    return [
        _clock(one, ticket, words)
        for one in sorted(known, key=lambda one: (bool(one.stopped), one.due))
    ]


def _about(clock: Clock, ticket: Ticket, words: Words) -> str:
    """Which item or case a clock is about, where there may be several."""
    if place := place_of(clock.subject):
        return about(place, ticket, words)
    return words("clock-item", item=clock.subject) if clock.subject else ""


def _clock(clock: Clock, ticket: Ticket, words: Words) -> dict[str, str]:
    left, urgency = words.left(clock.due)
    if clock.stopped is not None:
        left, urgency = words(f"clock-{clock.result or 'met'}"), clock.result or "met"
    elif clock.paused is not None:
        left, urgency = words("clock-paused"), "paused"
    name = words.clock(clock.rule)
    return {
        "name": f"{name} {_about(clock, ticket, words)}".strip(),
        "due": words.of(Moment(clock.due, expected=clock.provisional)),
        "left": left,
        "urgency": urgency,
    }


def scores(given: Sequence[Score], words: Words) -> list[dict[str, str]]:
    """The survey's answers, the newest first; nothing is shown before one was given."""
    return [
        {
            "score": words("score", score=one.score) if one.score is not None else "",
            "solved": words(f"solved-{one.solved}") if one.solved else "",
            "person": words.known(f"person-{one.person}", one.person) if one.person else "",
            "reasons": words.of(Joined(tuple(_reason(code, words) for code in one.reasons))),
            "words": hide(one.words),
            "at": words.at(one.at),
        }
        for one in reversed(given)
    ]


def _reason(code: str, words: Words) -> str:
    known = words.catalogue.reasons.get(code)
    return words.of(known) if known else code


def papers(kept: Sequence[Attachment], ticket: Ticket, words: Words) -> list[dict[str, str]]:
    """The ticket's files, whatever message brought them, with what they were asked for as."""
    labels = {one.code: words.of(one.label) for one in _wanted(ticket, words)}
    return [
        {
            "url": f"/desk/file/{one.id}" if one.state == "kept" else "",
            "label": labels.get(one.shows, one.shows),
            "name": one.name or words.known(f"desk-file-{one.kind}", one.kind),
            "state": words(f"file-{one.state}"),
        }
        for one in kept
    ]


def evidence(kept: Sequence[Attachment], ticket: Ticket, words: Words) -> list[dict[str, str]]:
    """The pictures that decide the matter: whether they came, were asked for, or neither."""
    come = {one.shows for one in kept if one.state != "refused"}
    asked = ticket.filing.evidence_asked
    found = []
    for one in _wanted(ticket, words):
        code = "sent" if one.code in come else "asked" if one.code in asked else "open"
        found.append({"name": words.of(one.label), "code": code, "says": words(f"evidence-{code}")})
    return found


def _wanted(ticket: Ticket, words: Words) -> Sequence[Evidence]:
    category = words.catalogue.categories.get(ticket.filing.category)
    return category.wanted(ticket.filing.subtype) if category else ()
