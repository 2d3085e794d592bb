"""Any life at all: whatever anybody tries in whatever order, nothing breaks, the record holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied, NotAllowed
from dialogs.tickets.approving import asked
from dialogs.tickets.clocks import delivered, fire, next_due
from dialogs.tickets.lifecycle import LIFE, MOVES, allowed
from dialogs.tickets.moves import apply
from dialogs.tickets.ticket import Actor, Entry, Kind, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    BOT,
    CHARGE,
    CLOCK,
    MONDAY,
    NETWORK,
    OFFER,
    PEOPLE,
    WANG,
    ZHAO,
    filed,
    house,
    texts,
)

KEYS = (
    *("words", "reason", "wish", "item", "proof", "due", "until", "items", "minor", "score"),
    *("solved", "reasons", "liability", "finding", "department", "reference", "reviewed"),
    *("wish_met", "call", "told", "round", "file", "mend", "person"),
    *("staff", "name", "level"),
    *("place", "amount", "wishes", "key", "drafted", "case", "way", "on", "received", "body"),
    *("paid", "visit"),
)

# What a form sends: each field as it should be, so that walks go far.
GOOD: dict[str, Json] = {
    **OFFER,
    "items": [{"code": "refund", "minor": 100, "due": "2027-06-01"}],
    "words": "好的",
    "reason": "vague",
    "proof": "单号",
    "wish_met": True,
    "score": 4,
    "solved": "partly",
    "reference": "REF",
    "item": 1,
    "until": "2026-11-18",
    "due": "2027-07-01",
    "call": True,
    "minor": 100,
    "alarms": ["appeal"],
    "body": "省通信管理局",
    "incident": 4,
    "meeting": True,
    "staff": 9,
    "name": "周宁",
    "level": 1,
    "severity": 2,
    "contacts": [{"words": "上月报修过"}],
    "contact": 1,
    "outcome": "confirmed",
    "way": "letter",
}
# An offer above a handler's right, which needs leave.
BIG: dict[str, Json] = {
    **GOOD,
    "items": [{"code": "refund", "minor": 50_000, "due": "2027-06-01"}],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
TRIED = st.one_of(
    st.just(GOOD),
    st.just(GOOD),
    st.just(BIG),
    st.dictionaries(st.sampled_from(KEYS), JSON, max_size=5),
    st.dictionaries(st.sampled_from(KEYS), JSON, max_size=2).map(lambda odd: {**GOOD, **odd}),
)
FILINGS = (CHARGE, NETWORK, replace(NETWORK, kind=Kind.FAULT), replace(CHARGE, kind=Kind.PRAISE))
WAITS = st.sampled_from([0, 1, 60, 3600, 86_400, 6 * 86_400, 31 * 86_400])


@dataclass
class Life:
    """A ticket on its way, and all that was written about it."""

    ticket: Ticket
    now: datetime = MONDAY
    entries: list[Entry] = field(default_factory=list)

    def take(self, made: Applied) -> None:
        """What came of something, after looking it over."""
        before = self.ticket
        assert made.ticket.revision == before.revision + len(made.entries)
        assert made.ticket.stage <= made.ticket.revision
        assert isinstance(made.ticket.state, State)
        state = before.state
        for entry in made.entries:
            assert entry.before == state
            state = entry.after
        assert made.ticket.state == state
        for notice in made.notices:
            for language in texts().languages:
                assert texts().words(language, notice.words, self.now)
        for clock in made.ticket.clocks:
            assert clock.next is None or not (clock.stopped or clock.paused)
        assert made.ticket.id == before.id
        self.entries += made.entries
        self.ticket = made.ticket

    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.take(fire(self.ticket, self.now, house()))
        due = next_due(self.ticket)
        assert due is None or due > self.now

    def attempt(self, name: str, actor: Actor, fields: dict[str, Json]) -> None:
        made = apply(self.ticket, Move(7, name, fields), actor, self.now, house())
        if isinstance(made, NotAllowed):
            for language in texts().languages:
                assert texts().words(language, made.words, self.now)
        else:
            self.take(made)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_sequence_of_attempts_keeps_the_record_whole(data: st.DataObject) -> None:
    life = Life(filed(data.draw(st.sampled_from(FILINGS))).ticket)
    for _ in range(data.draw(st.integers(1, 25))):
        life.time_passes(data.draw(WAITS))
        actor = data.draw(st.sampled_from(PEOPLE))
        may = allowed(life.ticket, actor, house().catalogue, life.now)
        names = st.sampled_from(may) if may else st.sampled_from(MOVES)
        name = data.draw(names | st.sampled_from([*MOVES, "no_such_move"]))
        life.attempt(name, actor, data.draw(TRIED))
        if data.draw(st.booleans()):
            clocks = delivered(life.ticket, "M09", life.now, house())
            assert len(clocks) == len(life.ticket.clocks)


def kind(ticket: Ticket) -> tuple[object, ...]:
    """What tells one place in a ticket's life from another."""
    flags = (bool(ticket.appeal), bool(ticket.called_at), bool(ticket.inadmissible))
    alike = bool(ticket.repeat_of) and not ticket.repeat_joined
    rounds = min(ticket.rounds, 2)
    waiting = asked(ticket)
    more = (bool(ticket.incident), waiting.role if waiting else "")
    return ticket.filing.kind, ticket.state, ticket.back, rounds, flags, alike, more


def tries(ticket: Ticket) -> Iterator[Applied]:
    """Every allowed move of some roles, made with what a form sends."""
    for actor in (ANN, BOT, CLOCK, WANG, ZHAO):
        for name in (*allowed(ticket, actor, house().catalogue, MONDAY), "sign_in", "release"):
            if name == "ask_approval" and not (plain(ticket) and actor is WANG):
                continue
            if asked(ticket) and name not in WHILE_WAITING:
                continue
            for item in (1, 0) if name == "not_fixed" else (1,):
                good = BIG if name == "ask_approval" else GOOD
                held = replace(ticket, owner=actor.staff) if name == "release" else ticket
                made = apply(held, Move(7, name, {**good, "item": item}), actor, MONDAY, house())
                if isinstance(made, Applied):
                    yield made


# What is tried of all moves while a draft waits.
WHILE_WAITING = {"approve", "refuse_approval", "pass_up", "hold", "resume", "ask", "answer"}


def plain(ticket: Ticket) -> bool:
    """Whether nothing else is up: a draft that waits need not be seen with all that may be."""
    up = (ticket.appeal, ticket.called_at, ticket.inadmissible, ticket.incident, ticket.repeat_of)
    return not any(up) and ticket.filing.kind is Kind.COMPLAINT


def test_every_row_of_the_table_is_walked_from_a_filing_on() -> None:
    """But for acts on a ticket that is just agreed: its confirmation follows in the same breath."""
    walked: set[tuple[str, str, str]] = set()
    starts = [filed(replace(one, reported_before="上月报修过")).ticket for one in FILINGS]
    starts.append(replace(starts[0], repeat_of=3))
    known = {kind(one): one for one in starts}
    fresh = list(known.values())
    while fresh:
        for made in tries(fresh.pop()):
            walked |= {(one.move, str(one.before), str(one.after)) for one in made.entries}
            if kind(made.ticket) not in known:
                known[kind(made.ticket)] = made.ticket
                fresh.append(made.ticket)
    rows = {(row.trigger, row.source, row.target) for row in LIFE.rows}
    assert not {row for row in rows - walked if row[1] != State.AGREED}
    assert walked <= rows
