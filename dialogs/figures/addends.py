"""What one ticket adds to the desk's figures, each with the day that it counts for.

This is the only place that says what is counted: sums and lists are both made of it. The words of
each figure stand in `docs/figures.md`.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from math import ceil
from typing import TypeAlias
from zoneinfo import ZoneInfo

from dialogs.appeals.cases import APPEAL, REFERRAL, REFUSED
from dialogs.catalogue import Catalogue
from dialogs.tickets.ticket import FRIENDLY, Clock, Entry, State, Ticket

VERSION = 4  # grows when anything here counts otherwise: all tickets are then counted again
FIRST_ANSWER = "R3"  # the clock of the first proper reply (domain.md §4)
FOLLOW_UP = "V1"  # that of the follow-up visit
FOLLOWED = {"met": "in_time", "breached": "late", "cancelled": "waived"}
MEDIA = "media"  # the trigger of those whose matter is in the media
TWICE = 2  # declined offers from which on a lead looks at it (domain.md §7)
DECIDED = ("met", "breached")  # how a clock ends that counts
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ROUTED = {"dispatch": "sent", "return_routing": "returned"}
FRIENDLY_TOO = frozenset({"filed", "store"})  # what praise counts in
SPOILT = frozenset({"not_fixed", "reopen"})  # what was solved on the spot was not

What: TypeAlias = tuple[str, str, date]  # measure, key, day


@dataclass(frozen=True, slots=True)
class Called:
    """A call-back after a low score: by when it was due, and when it was done (None: not yet).

    `reached`: somebody was spoken to (None: nobody wrote down a call); `came`: what came of it.
    """

    due: datetime
    done: datetime | None
    reached: bool | None = None
    came: str = ""


@dataclass(frozen=True, slots=True)
class Had:
    """What an outside body had of it (`dialogs.appeals.cases`): since when, and until when."""

    kind: str
    received: datetime
    ended: datetime | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """A ticket with what belongs to it: all that it can add to a figure comes of this.

    `channel` is where it was filed, `entries` its timeline (details are not looked at), `surveys`
    when one was sent, `calls` those after low scores, `cases` what outside bodies had of it, oldest
    first. Days are those of `zone`. `limits` are the clocks that can be missed; the others only
    remind (`limits_of`).
    """

    ticket: Ticket
    channel: str
    entries: Sequence[Entry]
    surveys: Sequence[datetime]
    calls: Sequence[Called]
    zone: ZoneInfo
    limits: Collection[str]
    cases: Sequence[Had] = ()


def limits_of(known: Catalogue) -> frozenset[str]:
    """The codes of the clocks that staff see and that can be missed."""
    return frozenset(
        rule.code
        for rule in known.clocks.values()
        if rule.shown and any(mark.breach for mark in rule.marks)
    )


def addends(of: Counting) -> dict[What, int]:
    """What the ticket adds, by measure, key and day; mostly 1, minor units where it is money.

    Praise and suggestions are no complaints: they are counted as filed, and by the store that they
    name ("BJ-CYL:praise"), and in nothing else.
    """
    found: Counter[What] = Counter()
    ticket = of.ticket
    for measure, key, at, value in _all(of):
        found[measure, key, at.astimezone(of.zone).date()] += value
    if ticket.filing.kind in FRIENDLY:
        return {what: n for what, n in found.items() if what[0] in FRIENDLY_TOO}
    return {what: n for what, n in found.items() if n}


Added: TypeAlias = Iterator[tuple[str, str, datetime, int]]


def _all(of: Counting) -> Added:
    yield from _filed(of)
    yield from _marked(of)
    yield from _ended(of.ticket)
    yield from _scored(of)
    yield from _clocks(of.ticket.clocks, of.limits)
    yield from _offers(of.ticket)
    yield from _worked(of.entries)
    yield from _called(of.calls)
    yield from _followed(of.ticket)
    yield from _warned(of.ticket)
    yield from _appealed(of)


def _filed(of: Counting) -> Added:
    """By the day of filing: what is true of the ticket now, whenever it came to be."""
    ticket = of.ticket
    filing, at = ticket.filing, ticket.opened_at
    where = filing.where
    place = (where.city or where.province) if where else ""
    yield "filed", filing.kind.value, at, 1
    yield "topic", f"{filing.subtype}@{place}", at, 1
    yield "channel", filing.origin or of.channel, at, 1
    yield "province", _province(ticket), at, 1
    if filing.store:
        kind = f":{filing.kind}" if filing.kind in FRIENDLY else ""
        yield "store", f"{filing.store}{kind}", at, 1


def _marked(of: Counting) -> Added:
    """By the day of filing too: what has come to be true of the ticket."""
    ticket, at = of.ticket, of.ticket.opened_at
    moves, kinds = [one.move for one in of.entries], {one.kind for one in of.cases}
    ways = {
        "referred": bool(ticket.referral) or "refer" in moves or REFERRAL in kinds,
        "appealed": "appeal" in moves or APPEAL in kinds,
        "media": MEDIA in {*ticket.alarms, *ticket.filing.alarms},
    }
    facts = {
        "mass": bool(ticket.incident),
        "repeat": bool(ticket.repeat_of) and (ticket.repeat_shown or ticket.repeat_joined),
        "hurried": ticket.reminded > 0,
        "raised": ways["referred"] or ways["appealed"],
        "upgraded": any(ways.values()),
        "spot": "solve" in moves and not SPOILT & set(moves),
    }
    yield from ((name, "", at, 1) for name, true in facts.items() if true)
    yield from (("outside", way, at, 1) for way, true in ways.items() if true)
    yield "valid", ticket.inadmissible if ticket.state is State.INVALID else "yes", at, 1
    if ticket.severity:
        yield "severity", f"{ticket.severity}", at, 1


def _ended(ticket: Ticket) -> Added:
    """By the day of closing; a ticket that was opened again has not ended."""
    at = ticket.closed_at
    if at is None:
        return
    yield "ended", ticket.result or ticket.state.value, at, 1
    yield "life", f"{_whole(at - ticket.opened_at, DAY)}", at, 1
    if ticket.liability:
        yield "liability", ticket.liability, at, 1
    if ticket.owner:
        yield "handled", f"{ticket.owner}", at, 1


def _scored(of: Counting) -> Added:
    """By the day of the last score, which is the one that counts; surveys by the day they went."""
    ticket = of.ticket
    given = [one for one in ticket.scores if one.score is not None]
    if given:
        last = given[-1]
        yield "scored", f"{last.score}", last.at, 1
        solved = last.solved or ("yes" if ticket.result == "solved" else "")
        if solved:
            yield "solved", solved, last.at, 1
        if last.person and ticket.owner:
            yield "person", f"{ticket.owner}:{last.person}", last.at, 1
    for sent, until in zip_longest(of.surveys, of.surveys[1:]):
        heard = any(sent <= one.at and (until is None or one.at < until) for one in given)
        yield "surveyed", "answered" if heard else "silent", sent, 1


def _clocks(clocks: Sequence[Clock], limits: Collection[str]) -> Added:
    """By the day on which it was decided: met when it stopped, breached when it fell due."""
    for one in clocks:
        if one.result not in DECIDED or one.rule not in limits:
            continue
        decided = one.due if one.result == "breached" else one.stopped or one.due
        yield "clock", f"{one.rule}:{one.result}", decided, 1
        if one.rule == FIRST_ANSWER and one.stopped is not None:
            yield "answer", f"{_whole(one.stopped - one.started, HOUR)}", one.stopped, 1


def _offers(ticket: Ticket) -> Added:
    """By the day on which the offer was made."""
    for one in ticket.proposals:
        yield "offer", f"{one.round}:{one.outcome}", one.at, 1
        if one.outcome == "accepted":
            for item in one.items:
                yield "granted", item.code, one.at, item.minor or 0
                yield "paid", item.code, one.at, 1 if item.minor else 0


def _worked(entries: Sequence[Entry]) -> Added:
    """By the day on which it was done."""
    for one in entries:
        if one.move == "reopen":
            yield "reopened", "", one.at, 1
        if one.move in ROUTED:
            yield "routing", ROUTED[one.move], one.at, 1
        if one.actor.staff:
            yield "act", f"{one.actor.staff}", one.at, 1


def _called(calls: Sequence[Called]) -> Added:
    """By the day on which the call was due; what came of it by the day of the call."""
    for one in calls:
        if one.done is None:
            yield "call_back", "open", one.due, 1
        elif one.reached is False:
            yield "call_back", "vain", one.due, 1
        else:
            yield "call_back", "in_time" if one.done <= one.due else "late", one.due, 1
            if one.came:
                yield "came", one.came, one.done, 1


def _followed(ticket: Ticket) -> Added:
    """By the day on which the follow-up was made, fell due, or was left out by intent.

    Who was not asked and gave a score by themselves was heard all the same.
    """
    for one in ticket.clocks:
        if one.rule != FOLLOW_UP or one.result not in FOLLOWED:
            continue
        heard = min((s.at for s in ticket.scores if one.started <= s.at <= one.due), default=None)
        if one.result == "cancelled" and heard is not None:
            yield "followed", "in_time", heard, 1
        else:
            decided = one.due if one.result == "breached" else one.stopped or one.due
            yield "followed", FOLLOWED[one.result], decided, 1


def _warned(ticket: Ticket) -> Added:
    """By the day of the offer: one below policy, and the second that was declined."""
    for one in ticket.proposals:
        if one.risk:
            yield "warned", one.risk, one.at, 1
    declined = [one for one in ticket.proposals if one.outcome == "rejected"]
    if len(declined) >= TWICE:
        yield "declined", "", declined[TWICE - 1].at, 1


def _appealed(of: Counting) -> Added:
    """By the day on which an outside body got it; one that it did not take up is left out."""
    for one in of.cases:
        if one.outcome != REFUSED:
            yield "appeal", "open" if one.ended is None else "completed", one.received, 1
            yield "appealed", _province(of.ticket), one.received, 1


def _province(ticket: Ticket) -> str:
    """Where it happened, else whose people work on it."""
    where = ticket.filing.where
    return (where.province if where else "") or ticket.area


def _whole(gap: timedelta, unit: timedelta) -> int:
    """In units begun: what took 90 minutes took 2 hours."""
    return max(1, ceil(gap / unit))
