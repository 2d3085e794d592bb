"""Thirty tickets made by hand, of which every measure can be worked out on paper.

Each story stands where it is told; `tests/storage/test_thirty.py` counts them in words.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from dialogs.appeals.cases import Case
from dialogs.correcting.action import Corrective, Record
from dialogs.correcting.action import Stage as Step
from dialogs.incidents.incident import Incident, Stage
from dialogs.stores.grading import Inspection
from dialogs.tickets.ticket import (
    Actor,
    Clock,
    Entry,
    Filing,
    Item,
    Kind,
    Proposal,
    Role,
    Score,
    State,
    Ticket,
    Where,
)
from storage import chats, correctives, incidents, inspections, surveys, tickets
from tests.storage.values import chat

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ZONE = "Asia/Shanghai"
LEAD, PERSON = Actor(Role.SUPERVISOR, staff=0, name="孙涛"), Actor(Role.SUBSCRIBER)


def on(day: int, month: int = 11) -> datetime:
    """17:00 of that day in Beijing."""
    return datetime(2026, month, day, 9, tzinfo=UTC)


OLD, EARLY, FIRST, SECOND = on(20, 10), on(2), on(3), on(10)  # when they were filed
MATTERS = {  # numbers -> category, subtype, province, when
    range(1, 11): ("BIL", "unexplained_fee", "110000", FIRST),
    range(11, 19): ("NET-M", "no_signal", "340000", SECOND),
    range(19, 25): ("SRV", "rude", "310000", SECOND),
    range(25, 26): ("SRV", "rude", "310000", EARLY),
    range(26, 27): ("OTH", "not_telecom", "", SECOND),
    range(27, 29): ("NET-F", "outage", "340000", SECOND),
    range(29, 30): ("BIL", "unexplained_fee", "110000", SECOND),
    range(30, 31): ("BIL", "unexplained_fee", "110000", OLD),
}
KINDS = {27: Kind.FAULT, 28: Kind.FAULT, 29: Kind.PRAISE}
STORES = {**dict.fromkeys(range(19, 23), "BJ-CYL"), 23: "SH-XJH"}


def filed(c: Connection) -> dict[int, Ticket]:
    """All thirty as they were filed, by their numbers here."""
    here = chat(c)
    made = {}
    for numbers, (category, subtype, province, at) in MATTERS.items():
        for number in numbers:
            made[number] = Ticket(
                id=tickets.next_id(c),
                number=tickets.next_number(c, at, ZONE),
                revision=1,
                chat=here,
                subscriber=chats.person(c, here).subscriber,
                language="zh-CN",
                state=State.INVESTIGATING,
                filing=Filing(
                    story="。",
                    category=category,
                    subtype=subtype,
                    kind=KINDS.get(number, Kind.COMPLAINT),
                    where=Where(province=province, city=province) if province else None,
                    store=STORES.get(number, ""),
                    alarms=("media",) if number in {21, 23} else (),
                ),
                opened_at=at,
                department="CS",
            )
    return made


def limit(rule: str, began: datetime, hours: float, result: str, took: float | None) -> Clock:
    """A limit of so many hours, and what came of it after how many (None: it was not stopped)."""
    stopped = None if took is None else began + took * HOUR
    return Clock(rule=rule, started=began, due=began + hours * HOUR, stopped=stopped, result=result)


def clocks(number: int, ticket: Ticket) -> tuple[Clock, ...]:
    """First answers: ten after 2 hours, eight after 10, two after 30, two of 60 (too late), one
    never, the others not yet. Ten were answered by law. Promises: two kept, one not. Agreed dates:
    two kept, one not, one put off in time. Follow-ups: eight in time, one late, one left out."""
    took = {
        **dict.fromkeys(range(1, 11), 2.0),
        **dict.fromkeys(range(11, 19), 10.0),
        **{19: 30.0, 20: 30.0, 21: 60.0, 22: 60.0},
    }.get(number)
    at, found = ticket.opened_at, list[Clock]()
    if number <= 22:
        found.append(limit("R3", at, 48, "met" if number <= 20 else "breached", took))
    elif number == 23:
        found.append(limit("R3", at, 48, "breached", None))
    if number <= 10:
        found.append(limit("C1", at, 15 * 24, "met", 100))
    promised = {1: "met", 2: "met", 3: "breached"}.get(number)
    agreed = {4: "met", 5: "met", 6: "breached", 7: "moved"}.get(number)
    found += [limit("P1", at, 72, promised, 80)] if promised else []
    found += [limit("E1", at, 72, agreed, 80)] if agreed else []
    visit = {**dict.fromkeys((*range(1, 8), 30), "met"), 8: "breached", 9: "cancelled"}.get(number)
    if visit:
        ended = ticket.closed_at or at
        found.append(limit("V1", ended - 4 * DAY, 72, visit, 90 if visit == "breached" else 24))
    return tuple(found)


def offer(round_: int, at: datetime, outcome: str, *items: Item) -> Proposal:
    return Proposal(round=round_, finding="f", items=items, at=at, by="孙涛", outcome=outcome)


def offers(number: int) -> tuple[Proposal, ...]:
    """Six take the first offer, a refund of 10 yuan; the 7th takes the second, 5 yuan of goodwill;
    the 8th never answers; the 9th declines two; the 15th has one before them; the 30th took an
    apology."""
    refund, goodwill = Item(code="refund", minor=1000), Item(code="goodwill", minor=500)
    first, later = on(5), on(6)
    if number == 1:
        return (replace(offer(1, first, "accepted", refund), risk="below_promise"),)
    if number <= 6:
        return (offer(1, first, "accepted", refund),)
    return {
        7: (offer(1, first, "rejected", refund), offer(2, later, "accepted", goodwill)),
        8: (offer(1, first, "lapsed", refund),),
        9: (offer(1, first, "rejected", refund), offer(2, later, "rejected", refund)),
        15: (offer(1, on(12), "open", refund),),
        30: (offer(1, on(4), "accepted", Item(code="apology")),),
    }.get(number, ())


def ends(number: int) -> tuple[State, str, datetime] | None:
    """How it ended, and when: eight with the matter solved, others otherwise."""
    if number <= 7:
        return State.CLOSED, "solved", on(12)
    return {
        8: (State.CLOSED, "unconfirmed", on(12)),
        9: (State.CLOSED, "not_agreed", on(12)),
        10: (State.WITHDRAWN, "withdrawn", on(12)),
        26: (State.INVALID, "invalid", on(11)),
        29: (State.CLOSED, "thanked", on(11)),
        30: (State.CLOSED, "solved", on(5)),
    }.get(number)


LIABLE = {
    **dict.fromkeys(range(1, 7), "operator"),
    **{7: "user", 8: "force_majeure", 9: "third_party", 30: "shared"},
}
SCORES = {1: (10,), 2: (9,), 3: (8,), 4: (8,), 5: (7,), 6: (3, 8), 7: (2,), 30: (10,)}


def lived(number: int, filed: Ticket, others: dict[int, Ticket]) -> Ticket:
    """What became of it."""
    end = ends(number)
    known = replace(filed, liability=LIABLE.get(number, ""), proposals=offers(number))
    if end:
        known = replace(known, state=end[0], result=end[1], closed_at=end[2])
    if number == 26:
        known = replace(known, inadmissible="not_ours")
    scores = tuple(
        Score(at=on(13) + place * HOUR, score=score, solved="no" if number == 7 else "")
        for place, score in enumerate(SCORES.get(number, ()))
    )
    repeats = {12: 1, 13: 2, 14: 3}.get(number)
    return replace(
        known,
        clocks=clocks(number, known),
        scores=scores,
        repeat_of=others[repeats].id if repeats else 0,
        repeat_shown=number == 12,
        repeat_joined=number == 13,
        reminded={15: 2, 16: 1}.get(number, 0),
        severity={19: 1, 20: 2, 24: 3}.get(number, 0),
        cases=had(number),
    )


def had(number: int) -> tuple[Case, ...]:
    """What outside bodies had: one referred and mediated, one appealed, one of October, decided."""
    return {
        21: (case("referral", on(11), on(13), "mediated"),),
        22: (case("appeal", on(12)),),
        30: (case("appeal", on(25, 10), on(5), "decided"),),
    }.get(number, ())


def case(kind: str, at: datetime, ended: datetime | None = None, outcome: str = "") -> Case:
    return Case(kind=kind, received=at, noted=at, ended=ended, outcome=outcome)


def entries(number: int, ticket: Ticket) -> Iterable[Entry]:
    """Twenty-five dispatches, one returned and sent again; two solved on the spot, of which one
    was not; one reopened."""
    at, found = ticket.opened_at, [("submit", PERSON, ticket.opened_at)]
    if number <= 25:
        found.append(("dispatch", LEAD, at))
    if number == 24:
        found += [("return_routing", LEAD, at + HOUR), ("dispatch", LEAD, at + 2 * HOUR)]
    found += [("solve", LEAD, at)] if number in {19, 20} else []
    found += [("not_fixed", PERSON, at + DAY)] if number == 20 else []
    found += [("reopen", PERSON, on(14))] if number == 11 else []
    state = State.INVESTIGATING
    return [Entry(at=when, move=m, actor=who, before=state, after=state) for m, who, when in found]


def thirty(c: Connection) -> None:
    """Put all of it into an empty database."""
    new = filed(c)
    for number, first in new.items():
        tickets.insert(c, lived(number, first, new), tuple(entries(number, first)))
    for number in (*range(1, 9), 30):
        surveys.sent(c, new[number].id, on(12) if number != 30 else on(5))
    for store, points in (("BJ-CYL", 960), ("BJ-CYL", 970), ("SH-XJH", 910)):
        day = date(2026, 11, 3 + points % 100 // 10)
        inspections.add(c, Inspection(store=store, day=day, points=points, at=on(11)))
    mended(c)
    mass(c, [new[number].id for number in range(11, 16)])


def mended(c: Connection) -> None:
    """Three corrective actions: one runs and is late, one runs and is not, one worked; on another
    day one was found not to have worked."""
    of = Corrective(
        id=0,
        number="",
        revision=1,
        stage=Step.RUNNING,
        category="BIL",
        subtype="unexplained_fee",
        opened_at=FIRST,
        plan_due=on(6),
        due=on(16),
    )
    actions = [of, replace(of, due=on(30)), replace(of, stage=Step.PROVED, closed_at=on(9))]
    late, _, proved = (
        correctives.insert_new(c, one, f"{n}", ZONE) for n, one in enumerate(actions)
    )
    assert late is not None
    assert proved is not None
    correctives.note(c, late.id, Record(at=on(8), act="came_again"))
    correctives.note(c, proved.id, Record(at=on(9), act="prove"))
    correctives.note(c, proved.id, Record(at=on(16), act="prove"))  # not in these days


def mass(c: Connection, members: list[int]) -> None:
    """Five tickets have one incident, which was found 40 minutes after the first; another
    incident turned out to be none."""
    found = Incident(
        id=0,
        number="",
        revision=1,
        stage=Stage.OPEN,
        source="threshold",
        categories=("NET-M",),
        began_at=SECOND,
        found_at=SECOND + timedelta(minutes=40),
    )
    real = incidents.insert_new(c, found, ZONE)
    assert real is not None
    assert incidents.insert_new(c, replace(found, stage=Stage.DISMISSED), ZONE) is not None
    for one in members:
        ticket = tickets.load(c, one)
        assert ticket is not None
        joined = replace(ticket, incident=real.id, revision=ticket.revision + 1)
        assert tickets.save(c, ticket, joined, ())
