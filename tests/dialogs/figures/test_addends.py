"""What one ticket adds to the figures; every expected line is written by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.catalogue import Catalogue
from dialogs.figures.addends import Called, Counting, Had, What, addends, limits_of
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

SHANGHAI = ZoneInfo("Asia/Shanghai")
FILED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOV = {day: date(2026, 11, day) for day in range(1, 31)}
TICKET = Ticket(
    id=7,
    number="TS26110000075",
    revision=1,
    chat=1,
    subscriber=1,
    language="zh-CN",
    state=State.REGISTERED,
    filing=Filing(
        story="断网",
        category="NET-F",
        subtype="outage",
        where=Where(province="110000", city="110100"),
    ),
    opened_at=FILED,
    department="NET",
)
PLAIN: dict[What, int] = {
    ("filed", "complaint", NOV[2]): 1,
    ("topic", "outage@110100", NOV[2]): 1,
    ("channel", "wechat", NOV[2]): 1,
    ("province", "110000", NOV[2]): 1,
    ("valid", "yes", NOV[2]): 1,
}
WANG = Actor(Role.AGENT, staff=5, name="王敏")


def of(ticket: Ticket = TICKET, **more: object) -> Counting:
    base = Counting(
        ticket=ticket,
        channel="wechat",
        entries=(),
        surveys=(),
        calls=(),
        zone=SHANGHAI,
        limits=("R3", "I4", "C1", "F1", "F3", "P1"),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def beyond(counting: Counting) -> dict[What, int]:
    """What it adds beside the lines of every complaint."""
    found = addends(counting)
    assert {what: found.pop(what) for what in PLAIN} == PLAIN
    return found


def entry(move: str, at: datetime, actor: Actor = WANG) -> Entry:
    state = State.INVESTIGATING
    return Entry(at=at, move=move, actor=actor, before=state, after=state)


def test_what_was_just_filed_is_counted_as_filed() -> None:
    assert beyond(of()) == {}


def test_a_day_is_the_operators_day() -> None:
    late = replace(TICKET, opened_at=datetime(2026, 11, 2, 16, 30, tzinfo=UTC))  # 00:30 there
    assert addends(of(late))["filed", "complaint", NOV[3]] == 1


def test_praise_is_counted_as_filed_and_in_nothing_else() -> None:
    praise = replace(
        TICKET,
        filing=replace(TICKET.filing, kind=Kind.PRAISE),
        closed_at=FILED + DAY,
        result="thanked",
        state=State.CLOSED,
    )
    entries = (entry("thank", FILED + DAY),)
    assert addends(of(praise, entries=entries)) == {("filed", "praise", NOV[2]): 1}


def test_a_ticket_that_ended_counts_on_the_day_it_closed_for_who_had_it() -> None:
    closed = replace(
        TICKET,
        state=State.CLOSED,
        result="solved",
        liability="operator",
        owner=5,
        closed_at=FILED + 3 * DAY + HOUR,
    )
    assert beyond(of(closed)) == {
        ("ended", "solved", NOV[5]): 1,
        ("life", "4", NOV[5]): 1,
        ("liability", "operator", NOV[5]): 1,
        ("handled", "5", NOV[5]): 1,
    }


def test_the_last_score_counts_once_on_its_own_day() -> None:
    scores = (
        Score(at=FILED + DAY, score=3, solved="partly"),
        Score(at=FILED + 2 * DAY, score=9, solved="yes", person="satisfied"),
    )
    scored = replace(TICKET, scores=scores, owner=5)
    assert beyond(of(scored, surveys=(FILED + DAY - HOUR,))) == {
        ("scored", "9", NOV[4]): 1,
        ("solved", "yes", NOV[4]): 1,
        ("person", "5:satisfied", NOV[4]): 1,
        ("surveyed", "answered", NOV[3]): 1,
    }


def test_who_confirmed_by_a_button_need_not_say_again_that_it_is_solved() -> None:
    scored = replace(TICKET, scores=(Score(at=FILED + DAY, score=6),), result="solved")
    assert addends(of(scored))["solved", "yes", NOV[3]] == 1
    unconfirmed = replace(scored, result="unconfirmed")
    assert [what for what in addends(of(unconfirmed)) if what[0] == "solved"] == []


def test_words_without_a_score_are_no_score() -> None:
    scored = replace(TICKET, scores=(Score(at=FILED + DAY, words="慢", solved="no"),))
    assert beyond(of(scored, surveys=(FILED,))) == {("surveyed", "silent", NOV[2]): 1}


def test_each_survey_is_answered_or_not_by_itself() -> None:
    """Opened again and closed again, it was asked about twice; only the second was answered."""
    scored = replace(TICKET, scores=(Score(at=FILED + 6 * DAY, score=8),))
    found = beyond(of(scored, surveys=(FILED + DAY, FILED + 5 * DAY)))
    assert found == {
        ("surveyed", "silent", NOV[3]): 1,
        ("surveyed", "answered", NOV[7]): 1,
        ("scored", "8", NOV[8]): 1,
    }


def test_a_limit_counts_when_it_is_decided() -> None:
    def clock(rule: str, result: str, stopped: timedelta | None) -> Clock:
        at = FILED + stopped if stopped else None
        return Clock(rule=rule, started=FILED, due=FILED + 2 * DAY, stopped=at, result=result)

    clocks = (
        clock("R3", "met", timedelta(minutes=90)),
        clock("I4", "breached", 4 * DAY),  # stopped when it was long over
        clock("C1", "breached", None),  # over, and still running
        clock("F1", "cancelled", HOUR),
        clock("P1", "moved", HOUR),
        clock("F3", "", None),
        clock("SURVEY", "met", HOUR),  # it only reminds, and cannot be missed
    )
    assert beyond(of(replace(TICKET, clocks=clocks))) == {
        ("clock", "R3:met", NOV[2]): 1,
        ("answer", "2", NOV[2]): 1,
        ("clock", "I4:breached", NOV[4]): 1,
        ("clock", "C1:breached", NOV[4]): 1,
    }


def test_offers_count_when_they_were_made_and_their_money_if_accepted() -> None:
    first = Proposal(
        round=1,
        finding="f",
        items=(Item(code="goodwill", minor=5000),),
        at=FILED + DAY,
        by="王敏",
        outcome="rejected",
    )
    items = (Item(code="refund", minor=9400), Item(code="refund", minor=600), Item(code="apology"))
    second = replace(first, round=2, items=items, at=FILED + 2 * DAY, outcome="accepted")
    assert beyond(of(replace(TICKET, proposals=(first, second)))) == {
        ("offer", "1:rejected", NOV[3]): 1,
        ("offer", "2:accepted", NOV[4]): 1,
        ("granted", "refund", NOV[4]): 10000,
        ("paid", "refund", NOV[4]): 2,
    }


def test_what_was_done_counts_on_its_day_and_for_who_did_it() -> None:
    entries = (
        entry("dispatch", FILED, Actor(Role.BOT)),
        entry("return_routing", FILED + DAY),
        entry("dispatch", FILED + DAY),
        entry("reopen", FILED + 2 * DAY, Actor(Role.SUBSCRIBER)),
    )
    assert beyond(of(entries=entries)) == {
        ("routing", "sent", NOV[2]): 1,
        ("routing", "returned", NOV[3]): 1,
        ("routing", "sent", NOV[3]): 1,
        ("act", "5", NOV[3]): 2,
        ("reopened", "", NOV[4]): 1,
    }


def test_what_marks_a_ticket_counts_on_the_day_it_was_filed() -> None:
    marked = replace(
        TICKET,
        incident=3,
        repeat_of=2,
        repeat_joined=True,
        reminded=2,
        severity=2,
        referral="12300",
    )
    assert beyond(of(marked)) == {
        (name, "", NOV[2]): 1 for name in ("mass", "repeat", "hurried", "raised", "upgraded")
    } | {
        ("severity", "2", NOV[2]): 1,
        ("outside", "referred", NOV[2]): 1,
    }
    alike = replace(TICKET, repeat_of=2)  # by a number that was only typed: nobody said it is one
    assert beyond(of(alike)) == {}


def test_an_appeal_that_is_over_was_one() -> None:
    subscriber = Actor(Role.SUBSCRIBER)
    assert beyond(of(entries=(entry("appeal", FILED + DAY, subscriber),))) == {
        ("raised", "", NOV[2]): 1,
        ("upgraded", "", NOV[2]): 1,
        ("outside", "appealed", NOV[2]): 1,
    }


def test_what_an_outside_body_took_up_counts_when_it_got_it() -> None:
    """What it refused was not taken up."""
    had = (
        Had("referral", FILED + DAY, FILED + 3 * DAY, "mediated"),
        Had("appeal", FILED + 4 * DAY),
        Had("appeal", FILED + 5 * DAY, FILED + 6 * DAY, "refused"),
    )
    found = addends(of(cases=had))
    assert {what: n for what, n in found.items() if what[0].startswith("appeal")} == {
        ("appeal", "completed", NOV[3]): 1,
        ("appeal", "open", NOV[6]): 1,
        ("appealed", "110000", NOV[3]): 1,
        ("appealed", "110000", NOV[6]): 1,
    }
    assert found["outside", "appealed", NOV[2]] == 1


def test_what_was_solved_on_the_spot_and_came_back_was_not() -> None:
    solved = entry("solve", FILED)
    assert addends(of(entries=(solved,)))["spot", "", NOV[2]] == 1
    back = entry("not_fixed", FILED + DAY, Actor(Role.SUBSCRIBER))
    assert ("spot", "", NOV[2]) not in addends(of(entries=(solved, back)))


def test_what_was_not_taken_up_is_not_valid_by_its_reason() -> None:
    invalid = replace(TICKET, state=State.INVALID, inadmissible="not_ours")
    found = addends(of(invalid))
    assert found["valid", "not_ours", NOV[2]] == 1
    assert ("valid", "yes", NOV[2]) not in found


def test_a_store_and_the_media_count_on_the_day_of_filing() -> None:
    filing = replace(TICKET.filing, store="BJ-CYL", alarms=("media",))
    found = beyond(of(replace(TICKET, filing=filing)))
    assert found == {
        ("store", "BJ-CYL", NOV[2]): 1,
        ("upgraded", "", NOV[2]): 1,
        ("outside", "media", NOV[2]): 1,
    }


def test_a_follow_up_is_in_time_late_or_left_out() -> None:
    def visit(result: str, stopped: timedelta) -> Clock:
        due = FILED + 3 * DAY
        return Clock(rule="V1", started=FILED, due=due, stopped=FILED + stopped, result=result)

    clocks = (visit("met", HOUR), visit("breached", 4 * DAY), visit("cancelled", DAY))
    assert beyond(of(replace(TICKET, clocks=clocks))) == {
        ("followed", "in_time", NOV[2]): 1,
        ("followed", "late", NOV[5]): 1,
        ("followed", "waived", NOV[3]): 1,
    }


def test_who_was_not_asked_and_scored_all_the_same_was_heard() -> None:
    due, left_out = FILED + 3 * DAY, FILED + HOUR
    visit = Clock(rule="V1", started=FILED, due=due, stopped=left_out, result="cancelled")
    heard = replace(TICKET, clocks=(visit,), scores=(Score(at=FILED + DAY, score=8),))
    assert addends(of(heard))["followed", "in_time", NOV[3]] == 1


def test_an_offer_below_policy_and_a_second_one_declined_count_when_made() -> None:
    offer = Proposal(round=1, finding="f", items=(), at=FILED, by="王敏", outcome="rejected")
    again = replace(offer, round=2, at=FILED + DAY, risk="below_promise")
    assert beyond(of(replace(TICKET, proposals=(offer, again)))) == {
        ("offer", "1:rejected", NOV[2]): 1,
        ("offer", "2:rejected", NOV[3]): 1,
        ("warned", "below_promise", NOV[3]): 1,
        ("declined", "", NOV[3]): 1,
    }


def test_praise_counts_for_the_store_that_it_names() -> None:
    filing = replace(TICKET.filing, kind=Kind.PRAISE, store="BJ-CYL")
    assert addends(of(replace(TICKET, filing=filing))) == {
        ("filed", "praise", NOV[2]): 1,
        ("store", "BJ-CYL:praise", NOV[2]): 1,
    }


def test_a_call_after_a_low_score_counts_on_the_day_it_was_due() -> None:
    due = FILED + DAY
    calls = (
        Called(due, due),  # settled without a word on a call
        Called(due, due + HOUR, True, "content"),
        Called(due + DAY, None, False),
        Called(due + DAY, due, False),  # three calls in vain
        Called(due, due - DAY, True, "explained"),
    )
    assert beyond(of(calls=calls)) == {
        ("call_back", "in_time", NOV[3]): 2,
        ("call_back", "late", NOV[3]): 1,
        ("came", "content", NOV[3]): 1,
        ("call_back", "open", NOV[4]): 1,
        ("call_back", "vain", NOV[4]): 1,
        ("came", "explained", NOV[2]): 1,
    }


def test_what_staff_wrote_down_counts_by_how_it_came() -> None:
    by_phone = replace(TICKET, filing=replace(TICKET.filing, origin="hotline"))
    assert addends(of(by_phone))["channel", "hotline", NOV[2]] == 1


def test_only_what_can_be_missed_is_a_limit(catalogue: Catalogue) -> None:
    found = limits_of(catalogue)
    assert {"R3", "C1", "I4", "P1", "E1"} <= found
    assert not {"SURVEY", "ARCHIVE", "PROPOSAL", "CONFIRM"} & found
