"""Tickets for the window: brought by moves to the places where a message or a screen belongs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.preview.samples import Sample
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.moves import apply, open_ticket
from dialogs.tickets.notices import MESSAGES, notice
from dialogs.tickets.ticket import Actor, Filing, Kind, Role, State, Ticket, When, Where, Wish
from dialogs.tickets.together import together
from dialogs.tickets.wording import Telling
from dialogs.values import replace

THEM = Actor(Role.SUBSCRIBER)
BOT, CLOCK = Actor(Role.BOT), Actor(Role.CLOCK)
WANG = Actor(Role.HANDLER, 2, "王强", "BIL")
ZHAO = Actor(Role.SUPERVISOR, 3, "赵云", "BIL")
PLACE = "110108"  # GB/T 2260: Haidian, Beijing
NUMBER = "+8613426000029"

Made = tuple[Actor, str, Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Lives:
    """`tickets` by the name of the place they came to; `told`: a message of each code, with the
    ticket that it is about."""

    tickets: Mapping[str, Ticket]
    told: Mapping[str, tuple[Notify, Ticket]]

    def of(self, state: State) -> Ticket:
        """The first ticket that stands in this state."""
        return next(one for one in self.tickets.values() if one.state is state)


@dataclass(slots=True)
class _Lived:
    """A ticket on its way; whatever is told of it on the way is kept, the first of each code."""

    house: House
    now: datetime
    tickets: dict[str, Ticket]
    told: dict[str, tuple[Notify, Ticket]]

    def take(self, made: Applied) -> Ticket:
        for one in made.notices:
            self.told.setdefault(one.code, (one, made.ticket))
        return made.ticket

    def go(self, before: Ticket, moves: Sequence[Made], name: str) -> Ticket:
        """The ticket after these moves, kept under that name. Raises ValueError where one is not
        allowed, since the window would show what cannot be."""
        ticket = before
        for actor, move, fields in moves:
            order = Move(ticket.id, move, fields)
            made = apply(ticket, order, actor, self.now, self.house)
            if isinstance(made, NotAllowed):
                raise ValueError(f"{name}: {move} in {ticket.state} is not allowed: {made.key}")
            ticket = self.take(made)
        self.tickets[name] = ticket
        return ticket


def lives(house: House, sample: Sample, now: datetime) -> Lives:
    """All tickets and messages of the window, in the language of `sample`."""
    lived = _Lived(house, now, {}, {})
    charge = _filed(lived, charged(sample), sample, 7)
    worked = lived.go(charge, ((WANG, "sign_in", {}),), "investigating")
    asked = lived.go(worked, ((WANG, "ask", {"words": sample.asked}),), "asked")
    found = lived.go(asked, _found(sample), "found")
    _settled(lived, found, sample, now)
    _refused(lived, found, sample, now)
    _otherwise(lived, charge, worked, sample)
    _in_a_crowd(lived, sample)
    lived.told["M01S"] = _two(lived)
    for code in MESSAGES:
        if code not in lived.told:
            lived.told[code] = _by_itself(code, lived, sample)
    return Lives(lived.tickets, lived.told)


def charged(sample: Sample) -> Filing:
    """The charge of the third model letter."""
    return Filing(
        story=sample.whole,
        category="BIL",
        subtype="after_cancel",
        when=When(words=sample.when),
        where=Where(words=sample.place, province="110000", city="110100", district=PLACE),
        amount=9400,
        service_number=NUMBER,
        wishes=(Wish(code="double_refund", minor=18800), Wish(code="written_apology")),
        promise_cited="double_refund",
    )


def _filed(lived: _Lived, filing: Filing, sample: Sample, which: int) -> Ticket:
    made = open_ticket(
        filing,
        id=which,
        number=f"TS2611000042{which}7",
        chat=1,
        subscriber=1,
        language=sample.language,
        now=lived.now,
        house=lived.house,
    )
    lived.tickets[f"filed {filing.kind} {filing.category}"] = made.ticket
    return lived.take(made)


def _found(sample: Sample) -> tuple[Made, ...]:
    liable = {"liability": "operator", "finding": sample.finding}
    return (
        (THEM, "answer", {"words": sample.thanks}),
        (WANG, "reply", {"words": sample.reply}),
        (WANG, "set_liability", liable),
        (THEM, "remind", {}),
    )


def offer(sample: Sample, now: datetime, minor: int = 9400) -> Mapping[str, Json]:
    """What is offered: money back and an apology in writing."""
    by = (now + timedelta(days=9)).date().isoformat()
    return {
        "liability": "operator",
        "finding": sample.finding,
        "reviewed": True,
        "items": [
            {"code": "refund", "words": sample.item, "minor": minor, "due": by},
            {"code": "written_apology", "words": "", "due": by},
        ],
    }


def _settled(lived: _Lived, found: Ticket, sample: Sample, now: datetime) -> None:
    """Offered, thought over, accepted, carried out, confirmed, scored, opened again."""
    offered = lived.go(found, ((WANG, "propose", offer(sample, now)),), "offered")
    lived.go(offered, ((THEM, "think", {}),), "thinking")
    lived.go(offered, ((WANG, "withdraw_proposal", {"reason": sample.reason}),), "taken back")
    agreed = lived.go(offered, ((THEM, "accept", {}),), "agreed")
    lived.go(
        agreed, ((WANG, "late", {"item": 1, "due": _day(now, 12), "reason": sample.held}),), "late"
    )
    lived.go(agreed, ((THEM, "think_again", {}),), "thought again")
    items: tuple[Made, ...] = tuple(
        (WANG, "item_done", {"item": place, "proof": sample.proof}) for place in (1, 2)
    )
    done = lived.go(agreed, items, "done")
    lived.go(done, ((THEM, "not_fixed", {"item": 0}),), "not fixed")
    lived.go(done, ((CLOCK, "unconfirmed", {}),), "unconfirmed")
    fixed = lived.go(done, ((THEM, "fixed", {}),), "fixed")
    lived.go(fixed, ((WANG, "note", {"visit": True}),), "fixed at home")
    lived.go(fixed, ((THEM, "score", {"score": 3}),), "scored low")
    scored = lived.go(fixed, ((THEM, "score", {"score": 9}),), "scored")
    lived.go(
        scored, ((THEM, "reopen", {"reason": sample.again, "words": sample.again}),), "reopened"
    )
    lived.go(scored, ((CLOCK, "archive", {}),), "archived")


def _refused(lived: _Lived, found: Ticket, sample: Sample, now: datetime) -> None:
    """Three rounds without agreement, and what is still open to the person."""
    ticket = found
    refusal: Mapping[str, Json] = {"reason": "amount", "wish": sample.wish}
    for minor in (1000, 5000, 9400):
        round_: tuple[Made, ...] = (
            (WANG, "propose", offer(sample, now, minor)),
            (THEM, "reject", refusal),
        )
        ticket = lived.go(ticket, round_, "negotiating")
    final = {**offer(sample, now), "meeting": True, "words": sample.finding}
    dead = lived.go(ticket, ((ZHAO, "final", final),), "deadlock")
    lived.go(dead, ((THEM, "new_fact", {"words": sample.again}),), "new fact")
    appeal = {"reference": "SQ-2026-1188", "body": sample.body}
    lived.go(dead, ((THEM, "appeal", appeal),), "appealed")


def _otherwise(lived: _Lived, charge: Ticket, worked: Ticket, sample: Sample) -> None:
    """The other ways that a ticket can go."""
    reason = {"reason": sample.held, "until": _day(lived.now, 3)}
    lived.go(worked, ((ZHAO, "hold", reason),), "on hold")
    lived.go(worked, ((WANG, "delay", reason),), "delayed")
    lived.go(worked, ((THEM, "withdraw", {}),), "withdrawn")
    lived.go(worked, ((THEM, "escalate", {"reason": sample.reason}),), "escalated")
    lived.go(worked, ((WANG, "dispute", {"minor": 9400, "reason": sample.bill}),), "disputed")
    lived.go(worked, ((THEM, "again", {"words": sample.again}),), "told again")
    no: tuple[Made, ...] = (
        (WANG, "inadmissible", {"reason": "vague", "words": sample.reply}),
        (ZHAO, "inadmissible", {"reason": "vague", "words": sample.reply}),
    )
    lived.go(charge, no, "invalid")
    kinds = {
        Kind.FAULT: Filing(story=sample.broken, category="NET-F", subtype="outage"),
        Kind.PRAISE: Filing(story=sample.thanks, category="SRV", subtype="attitude"),
    }
    for place, (kind, filing) in enumerate(kinds.items(), 8):
        filed = _filed(lived, replace(filing, kind=kind, service_number=NUMBER), sample, place)
        if kind is Kind.PRAISE:
            lived.go(filed, ((WANG, "thank", {"words": sample.reply}),), "thanked")
        else:
            proof: Mapping[str, Json] = {"proof": sample.proof, "wish_met": True}
            mended: tuple[Made, ...] = (
                (WANG, "claim", {}),
                (WANG, "done_without_proposal", proof),
            )
            lived.go(filed, mended, "mended")
            lived.go(filed, ((THEM, "complain", {}),), "complained")


def _in_a_crowd(lived: _Lived, sample: Sample) -> None:
    """One of many in an incident."""
    filing = Filing(
        story=sample.broken,
        category="NET-F",
        subtype="outage",
        where=Where(words=sample.place, province="110000", city="110100", district=PLACE),
        service_number=NUMBER,
    )
    lived.go(_filed(lived, filing, sample, 6), ((BOT, "join_incident", {"incident": 4}),), "joined")


def _two(lived: _Lived) -> tuple[Notify, Ticket]:
    """What is told of two matters of one story."""
    both = (lived.tickets["joined"], lived.tickets[f"filed {Kind.COMPLAINT} BIL"])
    return together(both, lived.house, lived.now), both[1]


def _by_itself(code: str, lived: _Lived, sample: Sample) -> tuple[Notify, Ticket]:
    """A message that no move above brought, made from the ticket that it fits."""
    ticket = lived.tickets[PLACES.get(code, "investigating")]
    until = (lived.now + timedelta(hours=6)).isoformat()
    fields: dict[str, Json] = {
        "words": sample.reply,
        "finding": dict.fromkeys(lived.house.catalogue.languages, sample.cause),
        "fault": True,
        "areas": [PLACE],
        "expected": until,
        "at": lived.now.isoformat(),
        "until": _day(lived.now, 3),
        "name": WANG.name,
        "reason": sample.reason,
        "body": sample.body,
        "items": [{"code": "credit", "words": sample.item, "minor": 500, "due": until}],
    }
    return notice(code, Telling(ticket, fields, lived.house, lived.now)), ticket


def _day(now: datetime, days: int) -> str:
    return (now + timedelta(days=days)).date().isoformat()


def messages(found: Lives) -> Iterator[tuple[str, Notify, Ticket]]:
    """Every message with its code, in the order of the catalogue of messages."""
    return ((code, *found.told[code]) for code in MESSAGES)


# Which ticket a message is about that none of the moves above brings.
PLACES: Mapping[str, str] = {
    **dict.fromkeys(("B1", "B1N", "B2", "B2W", "B3", "B3C", "B4", "M01B"), "joined"),
    "M07": "asked",
    "M12": "offered",
    "THOUGHT": "thinking",
    "M15R": "done",
    "M27": "scored low",
    "M32": "offered",
    "SURVEY": "fixed",
    "SURVEY-REMINDER": "fixed",
    "M29": "deadlock",
}
