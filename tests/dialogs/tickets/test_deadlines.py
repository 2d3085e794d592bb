"""Every clock of the catalogue against dates typed by hand: none of them is computed here.

A date is local to the story's place, of 2026 unless it says its year; "end" is the last second of
the day, "~" a date that counts days of a year not published yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied
from dialogs.tickets.limit import limit_of
from dialogs.tickets.moves import apply, open_ticket
from dialogs.tickets.ticket import Actor, Clock, Filing, Ticket, When
from dialogs.workdays import Workdays
from storage.workdays_seed import seed
from tests.dialogs.tickets.office import ANN, CLOCK, NETWORK, OFFER, WANG, ZHAO, house

SHANGHAI, LONDON = "Asia/Shanghai", "Europe/London"

# The State Council's year 2026 (国办发明电〔2025〕7号), where it differs from the weekday rule.
OFF = """
01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25
10-01 10-02 10-05 10-06 10-07
"""
WORKED = "01-04 02-14 02-28 05-09 09-20 10-10"


def days_of(text: str) -> list[date]:
    return [date.fromisoformat(f"2026-{one}") for one in text.split()]


DAYS = {**dict.fromkeys(days_of(OFF), False), **dict.fromkeys(days_of(WORKED), True)}


@dataclass(frozen=True)
class Place:
    """When and where a story begins, a date that people name in it, a day before it."""

    zone: str
    at: str
    named: str  # a wish, the end of a hold, the date of an agreed item
    event: str  # when the matter was over


PLACES = {
    "plain": Place(SHANGHAI, "11-17 10:00", "11-19 17:00", "07-15"),
    "weekend": Place(SHANGHAI, "11-20 17:00", "11-23 17:00", "09-30"),
    "national": Place(SHANGHAI, "09-30 17:00", "10-03 17:00", "05-01"),
    "spring": Place(SHANGHAI, "02-13 16:00", "02-16 12:00", "2025-09-30"),
    "year_end": Place(SHANGHAI, "12-30 15:00", "2027-01-02 17:00", "08-31"),
    "march": Place(LONDON, "03-27 16:00", "03-30 17:00", "01-31"),  # BST from Sunday 29th
    "october": Place(LONDON, "10-23 16:00", "10-26 17:00", "06-30"),  # GMT from Sunday 25th
}

# rule: when a clock that starts there is due, in the order of PLACES.
DUE = """
R1   11-17 10:01 | 11-20 17:01 | 09-30 17:01 | 02-13 16:01 | 12-30 15:01 | 03-27 16:01 | 10-23 16:01
R2   11-18 10:00 | 11-21 17:00 | 10-01 17:00 | 02-14 16:00 | 12-31 15:00 | 03-28 16:00 | 10-24 16:00
R3   11-19 10:00 | 11-22 17:00 | 10-02 17:00 | 02-15 16:00 | 2027-01-01 15:00 | 03-29 17:00 | 10-25 15:00
C1   12-02 end | 12-05 end | 10-15 end | 02-28 end | 2027-01-14 end | 04-11 end | 11-07 end
F1   11-17 14:00 | 11-20 21:00 | 09-30 21:00 | 02-13 20:00 | 12-30 19:00 | 03-27 20:00 | 10-23 20:00
F2   11-17 12:00 | 11-20 19:00 | 09-30 19:00 | 02-13 18:00 | 12-30 17:00 | 03-27 18:00 | 10-23 18:00
F3   11-19 10:00 | 11-22 17:00 | 10-02 17:00 | 02-15 16:00 | 2027-01-01 15:00 | 03-29 17:00 | 10-25 15:00
F4   11-19 17:00 | 11-23 17:00 | 10-03 17:00 | 02-16 12:00 | 2027-01-02 17:00 | 03-30 17:00 | 10-26 17:00
I1   11-17 11:00 | 11-20 18:00 | 09-30 18:00 | 02-13 17:00 | 12-30 16:00 | 03-27 17:00 | 10-23 17:00
I2   11-17 12:00 | 11-23 10:00 | 10-08 10:00 | 02-13 18:00 | 12-30 17:00 | 03-27 18:00 | 10-23 18:00
I3   11-17 end | 11-20 end | 09-30 end | 02-13 end | 12-30 end | 03-27 end | 10-23 end
I4   11-17 15:00 | 11-23 12:00 | 10-08 12:00 | 02-14 11:00 | 12-31 10:00 | 03-30 11:00 | 10-26 11:00
I4-L3 11-17 10:30 | 11-20 17:30 | 09-30 17:30 | 02-13 16:30 | 12-30 15:30 | 03-27 16:30 | 10-23 16:30
I5   11-20 end | 11-25 end | 10-10 end | 02-25 end | 2027-01-04 end~ | 04-01 end | 10-28 end
I6   11-18 10:00 | 11-23 17:00 | 10-08 17:00 | 02-14 16:00 | 12-31 15:00 | 03-30 16:00 | 10-26 16:00
I7   11-19 end | 11-24 end | 10-09 end | 02-24 end | 2027-01-01 end~ | 03-31 end | 10-27 end
I9   11-17 10:30 | 11-21 09:30 | 10-01 09:30 | 02-13 16:30 | 12-30 15:30 | 03-27 16:30 | 10-23 16:30
I10  11-17 10:15 | 11-20 17:15 | 09-30 17:15 | 02-13 16:15 | 12-30 15:15 | 03-27 16:15 | 10-23 16:15
P1   11-20 end | 11-25 end | 10-10 end | 02-25 end | 2027-01-04 end~ | 04-01 end | 10-28 end
APPROVAL 11-17 15:00 | 11-23 12:00 | 10-08 12:00 | 02-14 11:00 | 12-31 10:00 | 03-30 11:00 | 10-26 11:00
E1   11-19 17:00 | 11-23 17:00 | 10-03 17:00 | 02-16 12:00 | 2027-01-02 17:00 | 03-30 17:00 | 10-26 17:00
H1   11-19 end | 11-23 end | 10-03 end | 02-16 end | 2027-01-02 end | 03-30 end | 10-26 end
A2   12-15 end | 2027-02-28 end | 10-01 end | 02-28 end | 2027-01-31 end | 06-30 end | 11-30 end
V1   11-20 10:00 | 11-23 17:00 | 10-03 17:00 | 02-16 16:00 | 2027-01-02 15:00 | 03-30 17:00 | 10-26 15:00
REFERRED 11-19 17:00 | 11-23 17:00 | 10-03 17:00 | 02-16 12:00 | 2027-01-02 17:00 | 03-30 17:00 | 10-26 17:00
HOLD 11-19 17:00 | 11-23 17:00 | 10-03 17:00 | 02-16 12:00 | 2027-01-02 17:00 | 03-30 17:00 | 10-26 17:00
QUESTION 11-24 10:00 | 11-27 17:00 | 10-07 17:00 | 02-20 16:00 | 2027-01-06 15:00 | 04-03 17:00 | 10-30 15:00
PROPOSAL 12-17 10:00 | 12-20 17:00 | 10-30 17:00 | 03-15 16:00 | 2027-01-29 15:00 | 04-26 17:00 | 11-22 15:00
THINK 11-20 10:00 | 11-23 17:00 | 10-03 17:00 | 02-16 16:00 | 2027-01-02 15:00 | 03-30 17:00 | 10-26 15:00
CONFIRM 11-24 10:00 | 11-27 17:00 | 10-07 17:00 | 02-20 16:00 | 2027-01-06 15:00 | 04-03 17:00 | 10-30 15:00
SURVEY 11-20 12:00 | 11-23 19:00 | 10-03 19:00 | 02-16 18:00 | 2027-01-02 17:00 | 03-30 19:00 | 10-26 17:00
SILENT-SURVEY 11-20 10:00 | 11-23 17:00 | 10-03 17:00 | 02-16 16:00 | 2027-01-02 15:00 | 03-30 17:00 | 10-26 15:00
DEADLOCK 12-17 10:00 | 12-20 17:00 | 10-30 17:00 | 03-15 16:00 | 2027-01-29 15:00 | 04-26 17:00 | 11-22 15:00
ARCHIVE 12-17 10:00 | 12-20 17:00 | 10-30 17:00 | 03-15 16:00 | 2027-01-29 15:00 | 04-26 17:00 | 11-22 15:00
PROGRESS 11-20 10:00 | 11-23 17:00 | 10-03 17:00 | 02-16 16:00 | 2027-01-02 15:00 | 03-30 17:00 | 10-26 15:00
"""  # noqa: E501


def rows(table: str) -> dict[str, list[str]]:
    """A typed table by its first word."""
    found = {}
    for line in table.strip().splitlines():
        name, _, cells = line.strip().partition(" ")
        found[name] = [cell.strip() for cell in cells.split("|")]
    return found


def at(text: str, zone: str = SHANGHAI) -> datetime:
    """ "11-17 10:00", "11-19 end" or "2027-01-04 end~" as an instant."""
    day, _, hour = text.removesuffix("~").partition(" ")
    day = day if len(day) > len("11-17") else f"2026-{day}"
    clock = "23:59:59" if hour == "end" else hour or "00:00"
    return datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@cache
def home(zone: str = SHANGHAI, *years: int) -> House:
    """The office in that zone; only 2026 is published unless said otherwise."""
    days = DAYS if zone == SHANGHAI else {}
    return replace(house(), zone=zone, workdays=Workdays(days, frozenset(years or (2026,))))


@dataclass(frozen=True)
class Told:
    """A story so far: the ticket, and where and when everything of it happens."""

    ticket: Ticket
    place: Place
    now: datetime

    def do(self, name: str, actor: Actor = WANG, **fields: Json) -> "Told":
        made = apply(self.ticket, Move(7, name, fields), actor, self.now, home(self.place.zone))
        assert isinstance(made, Applied), made
        return replace(self, ticket=made.ticket)

    def when(self, text: str) -> "Told":
        return replace(self, now=at(text, self.place.zone))

    def clock(self, rule: str) -> Clock:
        """The newest of that rule."""
        return [one for one in self.ticket.clocks if one.rule == rule][-1]

    def results(self, rule: str) -> list[str]:
        return [one.result for one in self.ticket.clocks if one.rule == rule]


CHARGE = Filing(story="多扣", category="BIL", subtype="billing_error", amount=9400)


def filed(place: Place, filing: Filing = CHARGE, **more: object) -> Told:
    """A complaint filed where and when the story begins."""
    now = at(place.at, place.zone)
    made = open_ticket(
        replace(filing, **more),  # type: ignore[arg-type]
        id=7,
        number="TS26110004277",
        chat=1,
        subscriber=1,
        language="zh-CN",
        now=now,
        house=home(place.zone),
    )
    return Told(made.ticket, place, now)


def claimed(place: Place) -> Told:
    return filed(place).do("claim")


def offer(place: Place) -> Mapping[str, Json]:
    items: Json = [{"code": "refund", "due": at(place.named, place.zone).isoformat()}]
    return {**OFFER, "items": items}


def proposed(place: Place) -> Told:
    return claimed(place).do("propose", WANG, **offer(place))


def drafted(place: Place) -> Told:
    """An offer above the right of who drafted it, and leave asked for it."""
    due = at(place.named, place.zone).isoformat()
    items: Json = [{"code": "goodwill", "minor": 2000, "due": due}]
    return claimed(place).do("ask_approval", WANG, **{**OFFER, "items": items}, words="老用户")


def checking(place: Place) -> Told:
    return claimed(place).do("done_without_proposal", proof="已办", wish_met=True)


def fixed(place: Place) -> Told:
    return checking(place).do("fixed", ANN)


def deadlocked(place: Place) -> Told:
    told = proposed(place).do("reject", ANN, reason="少了")
    told = told.do("propose", WANG, **offer(place)).do("reject", ANN, reason="少了")
    return told.do("final", ZHAO, words="维持原方案", meeting=True)


def held(place: Place) -> Told:
    until = at(place.named, place.zone).isoformat()
    return claimed(place).do("hold", ZHAO, reason="检修", until=until)


def returned(place: Place) -> Told:
    return filed(place).do("return_routing", reason="不归我们")


def referred(place: Place) -> Told:
    told = filed(place)
    told = replace(told, ticket=replace(told.ticket, referral="12300"))
    return told.do("return_routing", reason="转专岗")


def sent_on(place: Place) -> Told:
    until = at(place.named, place.zone).isoformat()
    return filed(place).do("refer", ZHAO, body="12300", until=until)


def campaign(place: Place) -> Told:
    day = at(place.named, place.zone).astimezone(ZoneInfo(place.zone)).date().isoformat()
    return filed(place, category="MKT", answers={"promised": day})


def old(place: Place) -> Told:
    return filed(place, when=When(end=at(place.event, place.zone)))


# How a clock of each rule comes to start.
STORIES: Mapping[str, Callable[[Place], Told]] = {
    **dict.fromkeys(("R1", "R2", "R3", "C1", "I2", "I4", "I5", "PROGRESS"), filed),
    **dict.fromkeys(("F1", "F3"), lambda place: filed(place, NETWORK)),
    "F2": lambda place: claimed(place).do("note", outage=True),
    "F4": lambda place: filed(place, wish_by=at(place.named, place.zone)),
    "I1": returned,
    "I3": checking,
    **dict.fromkeys(("I4-L3", "I6", "I10"), lambda place: filed(place).do("escalate", ANN)),
    "I7": lambda place: filed(place).do("escalate", ANN).do("reply", words="先恢复了服务"),
    "I9": referred,
    "REFERRED": sent_on,
    "P1": claimed,
    "APPROVAL": drafted,
    "E1": lambda place: proposed(place).do("accept", ANN),
    "H1": campaign,
    "A2": old,
    "V1": fixed,
    "HOLD": held,
    "QUESTION": lambda place: claimed(place).do("ask", words="截图"),
    "PROPOSAL": proposed,
    "THINK": lambda place: proposed(place).do("think", ANN),
    "CONFIRM": checking,
    "SURVEY": fixed,
    "SILENT-SURVEY": lambda place: checking(place).do("unconfirmed", CLOCK),
    "DEADLOCK": deadlocked,
    "ARCHIVE": lambda place: fixed(place).do("score", ANN, score=9),
}
RULES = tuple(house().catalogue.clocks)


def test_the_typed_year_is_the_published_one() -> None:
    published = {day: work for day, work, _ in seed((2026,))}
    assert published == DAYS


def test_every_clock_of_the_catalogue_has_its_row() -> None:
    assert set(RULES) == set(rows(DUE)) == set(STORIES)
    assert all(len(cells) == len(PLACES) for cells in rows(DUE).values())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("rule", RULES)
def test_a_clock_is_due_on_the_typed_date(rule: str, place: str) -> None:
    where = PLACES[place]
    wanted = rows(DUE)[rule][list(PLACES).index(place)]
    clock = STORIES[rule](where).clock(rule)
    assert clock.due.astimezone(ZoneInfo(where.zone)) == at(wanted, where.zone)
    assert clock.provisional is wanted.endswith("~")
    assert clock.stopped is None


# rule: from a start on a day of rest.
ON_A_HOLIDAY = """
R2   11-21 11:00 11-22 11:00 | 10-03 11:00 10-04 11:00
C1   11-21 11:00 12-06 end | 10-03 11:00 10-18 end
I1   11-21 11:00 11-23 10:00 | 10-03 11:00 10-08 10:00
I2   11-21 11:00 11-23 11:00 | 10-03 11:00 10-08 11:00
I3   11-21 11:00 11-23 end | 10-03 11:00 10-08 end
I4   11-21 11:00 11-23 14:00 | 10-03 11:00 10-08 14:00
I5   11-21 11:00 11-25 end | 10-03 11:00 10-10 end
I6   11-21 11:00 11-23 18:00 | 10-03 11:00 10-08 18:00
I9   11-21 11:00 11-21 11:30 | 10-03 11:00 10-03 11:30
P1   11-21 11:00 11-25 end | 10-03 11:00 10-10 end
"""
HOLIDAYS = [(rule, cell) for rule, cells in rows(ON_A_HOLIDAY).items() for cell in cells]


@pytest.mark.parametrize(("rule", "cell"), HOLIDAYS)
def test_a_clock_that_starts_on_a_day_of_rest(rule: str, cell: str) -> None:
    day, hour, *due = cell.split(" ")
    told = STORIES[rule](Place(SHANGHAI, f"{day} {hour}", "", ""))
    assert told.clock(rule).due == at(" ".join(due))


# rule: what goes off when, on the plain week; "!" ends the limit.
MARKS = """
R1   11-17 10:01 admin!
R2   11-17 22:00 handler | 11-18 06:00 handler | 11-18 10:00 supervisor!
R3   11-18 10:00 handler | 11-19 02:00 supervisor | 11-19 06:00 delay | 11-19 10:00 supervisor!
C1   11-24 10:00 handler | 11-27 10:00 supervisor | 11-30 10:00 supervisor | 12-01 10:00 director delay | 12-02 23:59 M27 director!
F1   11-17 12:00 handler | 11-17 13:00 supervisor | 11-17 14:00 supervisor!
F2   11-17 11:00 handler | 11-17 11:30 supervisor | 11-17 12:00 director!
F3   11-18 10:00 handler | 11-19 00:24 supervisor | 11-19 10:00 supervisor complain!
F4   11-18 17:00 handler
I1   11-17 10:30 agent | 11-17 10:50 agent | 11-17 11:00 supervisor!
I2   11-17 11:00 agent | 11-17 12:00 supervisor
I3   11-17 16:59 handler | 11-17 23:59 supervisor!
I4   11-17 13:00 handler | 11-17 15:00 supervisor!
I4-L3 11-17 10:15 handler | 11-17 10:30 supervisor!
I5   11-19 10:00 handler | 11-20 23:59 supervisor!
I6   11-17 15:00 handler | 11-17 17:00 supervisor | 11-18 10:00 director!
I7   11-18 10:00 handler | 11-19 23:59 director!
I9   11-17 10:15 supervisor | 11-17 10:30 director!
I10  11-17 10:07 supervisor | 11-17 10:15 director!
P1   11-19 23:59 handler | 11-20 17:59 delay | 11-20 23:59 supervisor!
APPROVAL 11-17 13:00 approver | 11-17 15:00 approver | 11-17 15:00 director!
E1   11-18 17:00 handler | 11-19 11:00 late | 11-19 17:00 supervisor!
H1   11-18 23:59 handler | 11-19 23:59 handler!
A2   11-15 23:59 M35 | 12-08 23:59 M35 | 12-14 23:59 M35
V1   11-18 10:00 agent | 11-19 10:00 agent | 11-20 10:00 supervisor!
REFERRED 11-17 17:00 handler | 11-18 17:00 supervisor | 11-19 17:00 director!
HOLD 11-19 13:00 supervisor | 11-19 17:00 resume
QUESTION 11-18 10:00 M07 | 11-20 10:00 M07 | 11-24 10:00 silence
PROPOSAL 11-18 10:00 M12 | 11-20 10:00 M12 | 11-23 10:00 M12 | 11-24 10:00 call_back | 12-17 10:00 no_answer
THINK 11-20 10:00 THOUGHT
CONFIRM 11-18 10:00 M15R | 11-20 10:00 M15R | 11-24 10:00 unconfirmed
SURVEY 11-17 12:00 SURVEY | 11-18 12:00 SURVEY-REMINDER | 11-19 12:00 agent survey_call | 11-20 12:00 survey_expired
SILENT-SURVEY 11-20 10:00 survey_expired
DEADLOCK 12-17 10:00 end_deadlock
ARCHIVE 12-17 10:00 archive
PROGRESS 11-20 10:00 PROGRESS | 11-23 10:00 PROGRESS | 11-26 10:00 PROGRESS | 11-29 10:00 PROGRESS
"""  # noqa: E501


@pytest.mark.parametrize("rule", RULES)
def test_its_marks_go_off_at_the_typed_times_and_tell_whom_they_should(rule: str) -> None:
    told = STORIES[rule](PLACES["plain"])
    known = home().catalogue.clocks[rule]
    limit, clock = limit_of(told.ticket, known, home()), told.clock(rule)
    seen = []
    for mark in known.marks:
        local = limit.at(clock, mark).astimezone(ZoneInfo(SHANGHAI))
        what = " ".join(one for one in (mark.message, mark.tell, mark.task, mark.move) if one)
        seen.append(f"{local:%m-%d %H:%M} {what}{'!' if mark.breach else ''}")
    assert seen == rows(MARKS)[rule]


# rule: asked at, answered at, due then. All start on the plain week; the legal ones stay.
PAUSED = """
R1   11-17 10:00 | 11-18 09:00 | 11-17 10:01
C1   11-18 09:00 | 11-23 15:00 | 12-02 end
R3   11-18 09:00 | 11-18 15:00 | 11-19 10:00
F3   11-18 09:00 | 11-20 15:00 | 11-21 16:00
I5   11-18 09:00 | 11-23 15:00 | 11-26 05:59:59
I6   11-17 14:00 | 11-18 16:00 | 11-19 12:00
I7   11-18 12:00 | 11-20 18:00 | 11-24 05:59:59
APPROVAL 11-17 14:00 | 11-18 16:00 | 11-18 17:00
"""
NEVER = {"R1", "R3", "C1"}  # what is promised to everybody rests for nobody
RESTING = {rule for rule in RULES if home().catalogue.clocks[rule].pause}


def test_every_clock_that_rests_has_its_row() -> None:
    assert set(rows(PAUSED)) == RESTING | NEVER


@pytest.mark.parametrize("rule", rows(PAUSED))
def test_a_question_moves_it_by_the_counted_time_that_it_took(rule: str) -> None:
    asked, answered, due = rows(PAUSED)[rule]
    told = STORIES[rule](PLACES["plain"])
    if told.ticket.state != "investigating":
        told = told.do("claim")
    told = told.when(asked).do("ask", words="截图")
    assert (told.clock(rule).paused is not None) is (rule in RESTING)
    told = told.when(answered).do("answer", ANN, words="发了")
    assert told.clock(rule).due == at(due)
    assert told.clock(rule).paused is None


@pytest.mark.parametrize("rule", sorted(RESTING - {"I6", "I7", "APPROVAL"}))
def test_an_offer_and_a_hold_rest_it_as_a_question_does(rule: str) -> None:
    """But for what the offer itself is the answer to."""
    asked, answered, due = rows(PAUSED)[rule]
    told = STORIES[rule](PLACES["plain"]).do("claim").when(asked)
    told = told.do("hold", ZHAO, reason="检修", until="2026-11-20T18:00:00+08:00")
    assert told.clock(rule).paused == at(asked)
    told = told.when(answered).do("resume", ZHAO)
    assert told.clock(rule).due == at(due)


def test_a_hold_rests_the_leave_that_is_waited_for_as_a_question_does() -> None:
    asked, answered, due = rows(PAUSED)["APPROVAL"]
    told = drafted(PLACES["plain"]).when(asked)
    told = told.do("hold", ZHAO, reason="检修", until="2026-11-19T18:00:00+08:00")
    assert told.clock("APPROVAL").paused == at(asked)
    assert told.when(answered).do("resume", ZHAO).clock("APPROVAL").due == at(due)


def test_an_offer_rests_the_repair() -> None:
    told = filed(PLACES["plain"], NETWORK).do("claim").when("11-18 09:00")
    items: Json = [{"code": "repair", "due": "2026-12-01"}]
    told = told.do("propose", liability="operator", finding="光缆", reviewed=True, items=items)
    assert told.clock("F3").paused == at("11-18 09:00")
    told = told.when("11-20 15:00").do("reject", ANN, reason="太晚")
    assert told.clock("F3").due == at("11-21 16:00")


# rule: filed on the plain week, closed, opened again at 11-20 17:00: the fresh clock is due then.
REOPENED = """
R2   11-21 17:00
R3   11-22 17:00
C1   12-05 end
F1   11-20 21:00
F3   11-22 17:00
I4   none
I4-L3 11-20 17:30
I5   11-25 end
I6   11-23 17:00
I10  11-20 17:15
P1   11-25 end
A2   12-15 end
PROGRESS 11-23 17:00
"""
AGAIN = {rule for rule in RULES if "reopen" in home().catalogue.clocks[rule].start}


def test_every_clock_that_starts_anew_has_its_row() -> None:
    assert set(rows(REOPENED)) == AGAIN


def closed(rule: str) -> Told:
    filing = replace(NETWORK if rule in {"F1", "F3"} else CHARGE, when=When(end=at("07-15")))
    told = filed(PLACES["plain"], filing).do("claim")
    told = told.do("done_without_proposal", proof="已办", wish_met=True)
    return told.do("fixed", ANN).do("score", ANN, score=4)


@pytest.mark.parametrize("rule", rows(REOPENED))
def test_a_reopening_starts_a_fresh_clock_and_keeps_the_old_result(rule: str) -> None:
    before = closed(rule)
    told = before.when("11-20 17:00").do("reopen", ANN, reason="又扣了")
    fresh = [one for one in told.ticket.clocks if one.rule == rule and not one.stopped]
    wanted = rows(REOPENED)[rule][0]  # a level up, the rules of the lower ones are not for it
    assert [one.due for one in fresh] == ([] if wanted == "none" else [at(wanted)])
    kept = [one for one in before.ticket.clocks if one.rule == rule and one.stopped]
    assert [one for one in kept if one in told.ticket.clocks] == kept
