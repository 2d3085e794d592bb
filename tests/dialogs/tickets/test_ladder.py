"""What overdue limits bring about: who is told and how often, and the subscriber before anybody."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.model import Json
from dialogs.tickets.applied import Applied
from dialogs.tickets.clocks import delivered, fire, next_due
from dialogs.tickets.limits import Step, after_move, unasked
from dialogs.tickets.notices import notice
from dialogs.tickets.ticket import Kind, State, Ticket
from dialogs.tickets.wording import Telling
from tests.dialogs.tickets.office import (
    ANN,
    CLOCK,
    LI,
    MONDAY,
    NETWORK,
    OFFER,
    WANG,
    ZHAO,
    refuse,
    texts,
)
from tests.dialogs.tickets.test_deadlines import (
    CHARGE,
    PLACES,
    SHANGHAI,
    Told,
    at,
    campaign,
    checking,
    claimed,
    filed,
    fixed,
    home,
    old,
    proposed,
)

PLAIN = PLACES["plain"]  # Tuesday 17 November 2026, 10:00


def passing(told: Told, until: str) -> Iterator[tuple[datetime, Applied]]:
    """What clocks bring about until then, one moment after the other, as a ticker would see it."""
    ticket, end = told.ticket, at(until)
    while (due := next_due(ticket)) is not None and due <= end:
        made = fire(ticket, due, home())
        yield due, made
        ticket = made.ticket


def shown(moment: datetime) -> str:
    return f"{moment.astimezone(ZoneInfo(SHANGHAI)):%m-%d %H:%M}"


def said(told: Told, until: str) -> list[str]:
    """The messages by then: "11-19 06:00 M34"."""
    return [f"{shown(at)} {one.code}" for at, made in passing(told, until) for one in made.notices]


def staff(told: Told, until: str) -> list[str]:
    """What staff were told by then: "11-19 10:00 supervisor R3"."""
    return [
        f"{shown(at)} {task.role} {task.words}"
        for at, made in passing(told, until)
        for task in made.tasks
        if task.kind == "deadline"
    ]


def later(told: Told, until: str) -> Told:
    """The story at that moment, all clocks having gone off that were due."""
    ticket = told.ticket
    for _, made in passing(told, until):
        ticket = made.ticket
    return replace(told, ticket=ticket).when(until)


# The ladder.

# A charge that nobody looks at: what each clock tells of itself, and one ladder for all of them.
SILENCE = """
11-17 10:01 admin R1
11-17 11:00 agent I2
11-17 12:00 supervisor I2
11-17 13:00 handler I4
11-17 15:00 supervisor I4
11-17 22:00 handler R2
11-18 06:00 handler R2
11-18 10:00 supervisor R2
11-18 10:00 handler R3
11-18 15:00 handler I4
11-19 02:00 supervisor R3
11-19 10:00 supervisor R3
11-19 10:00 handler I5
11-19 15:00 supervisor I4
11-20 15:00 director I4
11-20 23:59 supervisor I5
11-22 23:59 handler P1
11-23 15:00 director I4
11-24 10:00 handler C1
11-24 15:00 director I4
11-24 23:59 handler P1
11-25 15:00 director I4
11-25 23:59 supervisor P1
"""


def test_over_days_of_silence_each_hears_in_turn_and_nobody_is_flooded() -> None:
    heard = staff(filed(PLAIN), "11-26 00:00")
    assert heard == SILENCE.strip().splitlines()
    daily = Counter(line[:5] for line in heard if "director" in line)
    assert set(daily.values()) == {1}  # once a working day, of the one longest overdue


def test_the_ladder_goes_on_each_working_day_and_ends_when_somebody_acts() -> None:
    told = later(filed(PLAIN), "11-27 16:00")
    heard = [line for line in staff(told, "12-02 16:00") if "I4" in line]
    assert heard == [
        "11-30 15:00 director I4",
        "12-01 15:00 director I4",
        "12-02 15:00 director I4",
    ]
    taken = told.do("claim")
    assert [line for line in staff(taken, "12-02 16:00") if "I4" in line] == []


def test_what_repeats_is_counted_in_the_clock_and_no_mark_is_made_for_it() -> None:
    told = later(filed(PLAIN), "12-16 15:00")
    clock = told.clock("I4")
    assert clock.fired == 2 + 21  # two marks of its own, and each working day since
    assert len(home().catalogue.clocks["I4"].marks) == 2


def test_what_an_outage_held_up_is_told_once_and_the_ladder_goes_on_from_there() -> None:
    made = fire(filed(PLAIN).ticket, at("11-25 16:00"), home())
    roles = Counter(task.role for task in made.tasks if task.words == "I4")
    assert roles == {"handler": 1, "supervisor": 1}
    told = Told(made.ticket, PLAIN, at("11-25 16:00"))
    heard = [line for line in staff(told, "11-27 17:00") if "I4" in line]
    assert heard == ["11-26 16:00 handler I4", "11-27 16:00 supervisor I4"]


def test_the_ladder_rests_while_it_is_the_subscribers_turn() -> None:
    told = filed(PLAIN, NETWORK).do("claim")
    told = later(told, "11-19 12:00").do("ask", words="截图")
    assert told.clock("F3").result == "breached"
    assert [line for line in staff(told, "11-25 09:00") if "F3" in line] == []
    told = told.when("11-25 09:00").do("answer", ANN, words="发了")
    assert [line for line in staff(told, "11-27 10:00") if "F3" in line] == [
        "11-26 09:00 handler F3",
        "11-27 09:00 supervisor F3",
    ]
    assert told.clock("F3").due == at("11-19 10:00")


# The subscriber first.


def test_before_a_limit_is_missed_the_subscriber_hears_it_with_a_date_and_a_reason() -> None:
    told = filed(PLAIN)
    assert said(told, "11-19 10:00") == ["11-19 06:00 M34"]
    later_on = later(told, "11-19 09:59")
    assert later_on.ticket.delays == 1
    assert later_on.ticket.next_step_at == at("11-23 end") == later_on.clock("P1").due
    assert later_on.clock("R3").result == ""
    assert later(told, "11-19 10:00").clock("R3").result == "breached"  # the record stays
    assert later_on.clock("C1").due == told.clock("C1").due


def test_it_is_told_twice_at_most_and_then_the_law_speaks() -> None:
    heard = [line for line in said(filed(PLAIN), "12-20 00:00") if "PROGRESS" not in line]
    assert heard == ["11-19 06:00 M34", "11-23 17:59 M34", "12-02 23:59 M27"]
    told = later(filed(PLAIN), "11-24 00:00")
    assert told.results("P1") == ["moved", ""]
    assert later(filed(PLAIN), "11-26 00:00").results("P1") == ["moved", "breached"]
    until: Json = "2026-12-01"
    assert refuse(told.ticket, "delay", WANG, told.now, {"until": until, "reason": "查"}) == (
        "not-allowed-delays"
    )


def test_staff_who_told_it_themselves_need_no_clock_to_do_it() -> None:
    told = claimed(PLAIN).when("11-18 09:00")
    told = told.do("delay", until="2026-11-27", reason="等厂家回复")
    assert told.clock("P1").due == at("11-27 end")
    assert told.results("P1") == ["moved", ""]
    assert [line for line in said(told, "11-27 12:00") if "M34" in line] == []
    assert [line for line in said(told, "11-28 12:00") if "M34" in line] == ["11-27 17:59 M34"]
    words = notice("M34", Telling(told.ticket, {"reason": "等厂家回复"}, home(), told.now))
    assert (
        texts()
        .words("zh-CN", words.words, told.now)
        .endswith(
            "抱歉，先前说的时间赶不上了，改在 11月27日（周五）前给您答复。\n"
            "原因：等厂家回复\n这不影响您申诉的权利。"
        )
    )


def test_staff_name_a_date_and_a_reason() -> None:
    told = claimed(PLAIN)
    assert refuse(told.ticket, "delay", WANG, told.now, {"reason": "查"}) == "not-allowed-no-date"
    assert refuse(told.ticket, "delay", WANG, told.now, {"until": "2026-11-27"}) == (
        "not-allowed-no-reason"
    )


def test_who_was_promised_a_later_date_is_told_of_that_one() -> None:
    told = later(claimed(PLAIN), "11-19 06:00")
    assert told.ticket.delays == 1
    assert told.ticket.next_step_at == at("11-20 end")  # promised at the sign-in
    assert told.results("P1") == [""]


def test_a_date_near_by_is_put_off_only_in_its_last_fifth() -> None:
    told = claimed(PLAIN).do("reply", words="今天下午五点前回您", until="2026-11-17T17:00:00+08:00")
    assert said(told, "11-17 15:35") == []
    assert said(told, "11-17 15:36") == ["11-17 15:36 M34"]


@pytest.mark.parametrize(
    ("state", "zh", "en"),
    [
        ("registered", "还没有转到负责部门", "it has not reached the department in charge yet"),
        ("dispatched", "还没有签收", "has not taken it up yet"),
        ("investigating", "核查还没有结论", "the check has come to no result yet"),
        ("negotiating", "新的答复还没有定下来", "the new answer is not settled yet"),
        ("executing", "约定的事项还没有办完", "not everything that was agreed has been done yet"),
    ],
)
def test_the_reason_says_where_it_stands(state: str, zh: str, en: str) -> None:
    ticket = replace(claimed(PLAIN).ticket, state=State(state))
    words = notice("M34", Telling(ticket, {}, home(), MONDAY)).words
    assert zh in texts().words("zh-CN", words, MONDAY)
    assert en in texts().words("en", words, MONDAY)


def test_nothing_is_put_off_while_nothing_is_owed() -> None:
    asked = claimed(PLAIN).do("ask", words="截图")
    offered = proposed(PLAIN)
    held = claimed(PLAIN).do("hold", ZHAO, reason="检修", until="2026-11-20T09:00:00+08:00")
    for told in (asked, offered, held, checking(PLAIN)):
        assert [line for line in said(told, "11-20 08:59") if "M34" in line] == []


def test_agreed_work_that_will_be_late_is_told_first_too() -> None:
    told = proposed(PLAIN).do("accept", ANN)  # one item, due on 19 November at 17:00
    assert said(told, "11-19 12:00") == ["11-19 11:00 M16"]
    told = later(told, "11-19 12:00")
    assert told.results("E1") == ["moved", ""]
    assert told.clock("E1").due == at("11-23 end")


def test_a_breach_that_an_outage_hid_is_told_and_not_that_it_will_come() -> None:
    made = fire(claimed(PLAIN).do("reply", words="在查").ticket, at("12-03 12:00"), home())
    assert "M27" in [one.code for one in made.notices]


# A date in every pause, and after it.


def test_each_pause_says_what_becomes_of_the_date() -> None:
    asked = claimed(PLAIN)
    words = notice("M06", Telling(asked.do("ask", words="截图").ticket, {}, home(), asked.now))
    assert "顺延" in texts().words("zh-CN", words.words, asked.now)
    offered = proposed(PLAIN)
    words = notice("M09", Telling(offered.ticket, {}, home(), offered.now))
    assert "12月16日（周三）前都有效" in texts().words("zh-CN", words.words, offered.now)
    held = asked.do("hold", ZHAO, reason="检修", until="2026-11-20T09:00:00+08:00")
    words = notice("M08", Telling(held.ticket, {}, home(), held.now))
    assert "11月20日（周五）" in texts().words("zh-CN", words.words, held.now)


# Every promise is a clock.


def test_a_date_in_a_reply_or_on_the_phone_becomes_a_clock_and_words_alone_do_not() -> None:
    told = claimed(PLAIN).do("ask", words="截图")
    assert told.results("P1") == ["met"]
    assert told.do("reply", words="好的").results("P1") == ["met"]
    assert told.do("note", words="再看看").results("P1") == ["met"]
    for name in ("reply", "note"):
        promised = told.do(name, words="周五前", until="2026-11-20")
        assert promised.results("P1") == ["met", ""]
        assert promised.clock("P1").due == at("11-20 end")


def test_a_date_told_when_it_is_raised_is_a_clock_unless_it_is_their_turn() -> None:
    raised = filed(PLAIN).do("escalate", ANN)
    assert raised.clock("P1").due == at("11-18 end") == raised.ticket.next_step_at
    assert proposed(PLAIN).do("escalate", ANN).results("P1") == ["met"]


# Whom a clock concerns.


def running(ticket: Ticket) -> set[str]:
    return {one.rule for one in ticket.clocks if one.stopped is None}


@pytest.mark.parametrize("kind", [Kind.PRAISE, Kind.SUGGESTION])
def test_praise_has_no_deadline_but_the_number(kind: Kind) -> None:
    assert running(filed(PLAIN, kind=kind).ticket) == {"R1"}


def test_a_fault_has_the_clocks_of_repair() -> None:
    assert {"F1", "F3", "R3", "C1"} <= running(filed(PLAIN, NETWORK, kind=Kind.FAULT).ticket)


def test_praise_that_is_a_complaint_after_all_is_under_its_limits_from_then_on() -> None:
    told = filed(PLAIN, kind=Kind.PRAISE).when("11-18 10:00")
    turned = replace(told.ticket, filing=replace(told.ticket.filing, kind=Kind.COMPLAINT))
    made = told.do("add", ANN, words="其实我要投诉")
    assert running(made.ticket) == {"R1"}
    again = after(told, turned)
    assert {"R2", "R3", "C1"} <= running(again)
    assert [one.due for one in again.clocks if one.rule == "R3"] == [at("11-20 10:00")]


def after(told: Told, turned: Ticket) -> Ticket:
    """The ticket once a move has changed it so."""
    role = ANN.role
    step = Step(
        before=told.ticket, ticket=turned, moves=("add",), role=role, now=told.now, house=home()
    )
    return replace(turned, clocks=after_move(step))


def test_at_level_3_others_clocks_run_and_the_slower_ones_are_cancelled() -> None:
    told = filed(PLAIN)
    assert {"I4"} <= running(told.ticket)
    assert running(told.ticket).isdisjoint({"I4-L3", "I6", "I7", "I10"})
    told = told.when("11-17 11:00").do("escalate", ANN)
    assert {"I4-L3", "I6", "I10"} <= running(told.ticket)
    assert told.results("I4") == ["cancelled"]
    assert told.clock("I4-L3").due == at("11-17 11:30")


def test_who_has_signed_in_does_not_sign_in_again_at_level_3() -> None:
    told = claimed(PLAIN).do("escalate", ANN)
    assert "I4-L3" not in running(told.ticket)
    assert {"I6", "I10"} <= running(told.ticket)


def test_a_measure_that_holds_follows_the_first_one_and_an_offer_is_both() -> None:
    told = claimed(PLAIN).do("escalate", ANN)
    assert "I7" not in running(told.ticket)
    first = told.do("reply", words="先恢复了服务")
    assert (first.results("I6"), first.results("I7")) == (["met"], [""])
    assert first.do("reply", words="还在查").results("I7") == [""]
    both = told.do("propose", WANG, **OFFER)
    assert (both.results("I6"), both.results("I7")) == (["met"], [])


def test_only_a_lead_takes_note_of_what_is_reported_upward() -> None:
    told = claimed(PLAIN).do("escalate", ANN)
    assert told.do("note", LI, words="知道了").results("I10") == [""]
    assert told.do("note", ZHAO, words="知道了").results("I10") == ["met"]
    raised = claimed(PLAIN).do("escalate", ZHAO)
    assert raised.results("I10") == []  # who raised it knows of it


def test_an_appeal_noted_raises_it_and_starts_what_is_due_at_level_3() -> None:
    told = claimed(PLAIN).do("appeal", ANN, reference="京申2026-1")
    assert {"I6", "I10"} <= running(told.ticket)


def test_a_key_account_has_half_the_time_and_its_breach_goes_to_the_director() -> None:
    told = filed(PLAIN)
    key = replace(told, ticket=replace(told.ticket, key=True))
    key = key.do("return_routing", reason="转专席").when("11-17 10:00").do("dispatch", LI)
    assert key.clock("I4").due == at("11-17 12:00")
    assert key.clock("I5").due == at("11-18 22:00")  # a day and a half of working days
    assert key.clock("R3").due == told.clock("R3").due
    heard = [line for line in staff(key, "11-17 12:00") if "I4" in line]
    assert heard == [
        "11-17 11:00 handler I4",
        "11-17 12:00 supervisor I4",
        "11-17 12:00 director I4",
    ]


def test_the_result_is_written_up_in_a_note_the_same_day() -> None:
    told = checking(PLAIN)
    assert told.do("note", words="光缆被挖断", liability="third_party").results("I3") == ["met"]
    assert told.do("note", words="再看看").results("I3") == [""]
    assert told.do("fixed", ANN).results("I3") == [""]  # that they are content writes nothing up
    known = claimed(PLAIN).do("set_liability", liability="operator", finding="误扣")
    assert known.do("done_without_proposal", proof="已办", wish_met=True).results("I3") == []


def test_an_outage_is_noted_and_noted_as_over() -> None:
    told = claimed(PLAIN).do("note", outage=True).when("11-17 11:59")
    assert told.do("note", restored=True).results("F2") == ["met"]
    assert told.when("11-17 12:01").do("note", restored=True).results("F2") == ["breached"]


# Dates of the filing.


def test_a_reward_that_was_due_before_it_was_complained_of_is_a_breach_on_record() -> None:
    told = filed(PLAIN, category="MKT", answers={"promised": "2026-08-15"})
    clock = told.clock("H1")
    assert (clock.due, clock.result, clock.stopped) == (at("08-15 end"), "breached", told.now)
    assert told.do("add", ANN, words="还没到").results("H1") == ["breached"]


def test_a_reward_still_due_is_watched_until_its_day_and_then_kept_as_a_breach() -> None:
    told = later(campaign(PLAIN), "11-20 00:00")
    assert told.results("H1") == ["breached"]
    assert told.clock("H1").stopped is not None
    words = filed(PLAIN, category="MKT", answers={"promised": "二十元话费"})
    assert words.results("H1") == []


def test_a_wish_is_no_promise_and_warns_the_one_who_has_it() -> None:
    told = filed(PLAIN, wish_by=at("11-19 17:00"))
    assert [line for line in staff(told, "11-18 18:00") if "F4" in line] == [
        "11-18 17:00 handler F4"
    ]
    assert told.ticket.next_step_at == told.clock("R3").due


def test_how_long_an_appeal_is_taken_is_told_the_subscriber_even_after_closing() -> None:
    told = old(PLAIN).do("claim").do("done_without_proposal", proof="已办", wish_met=True)
    told = told.do("unconfirmed", CLOCK)
    told = later(told, "11-24 00:00")
    assert told.ticket.state is State.CLOSED
    heard = [line for line in said(told, "12-31 00:00") if "M35" in line]
    assert heard == ["12-08 23:59 M35", "12-14 23:59 M35"]


def test_nobody_is_told_at_filing_what_the_next_reminder_says_in_time() -> None:
    told = old(PLAIN)  # 28 days before the last one
    assert [line for line in said(told, "12-09 00:00") if "M35" in line] == ["12-08 23:59 M35"]


def test_who_is_content_or_has_appealed_is_not_reminded_of_it() -> None:
    checked = old(PLAIN).do("claim").do("done_without_proposal", proof="已办", wish_met=True)
    assert (
        checked.do("fixed", ANN).results("A2") == ["cancelled"]
        or checked.do("fixed", ANN).clock("A2").stopped
    )
    assert old(PLAIN).do("appeal", ANN, reference="京申1").clock("A2").stopped
    assert old(PLAIN).do("withdraw", ANN).clock("A2").stopped


def test_two_years_are_the_limit_for_what_is_no_charge() -> None:
    told = filed(PLAIN, NETWORK, when=replace(old(PLAIN).ticket.filing.when, end=at("07-15")))  # type: ignore[type-var]
    assert told.clock("A2").due == at("2028-07-15 end")


def test_too_old_already_is_not_counted() -> None:
    told = filed(PLAIN, when=replace(old(PLAIN).ticket.filing.when, end=at("01-15")))  # type: ignore[type-var]
    assert told.results("A2") == []


# After the end.


def test_who_was_asked_needs_no_visit_and_who_could_not_be_is_called() -> None:
    told = fixed(PLAIN)
    assert [line for line in staff(told, "11-20 10:00") if "V1" in line] == [
        "11-18 10:00 agent V1",
        "11-19 10:00 agent V1",
        "11-20 10:00 supervisor V1",
    ]
    asked = replace(told.ticket, clocks=delivered(told.ticket, "SURVEY", at("11-17 12:00"), home()))
    assert [one.result for one in asked.clocks if one.rule == "V1"] == ["met"]
    left = replace(told.ticket, clocks=unasked(told.ticket, "SURVEY", at("11-17 12:00"), home()))
    assert [one.result for one in left.clocks if one.rule == "V1"] == ["cancelled"]


def test_a_reopening_may_be_told_of_delays_anew() -> None:
    told = later(filed(PLAIN), "11-24 09:00")
    assert told.ticket.delays == 2
    told = told.do("claim").do("done_without_proposal", proof="已办", wish_met=True)
    told = told.do("fixed", ANN).do("score", ANN, score=3).do("reopen", ANN, reason="又坏了")
    assert (told.ticket.delays, told.ticket.delayed_to) == (0, None)
    assert told.results("R3") == ["breached", ""]
    assert CHARGE.category == told.ticket.filing.category
