"""The checker of domain.md §5: what holds, what does not, from when on, and the way on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.appeals.checking import Line, Verdict, check, early
from dialogs.appeals.dossier import Applicant, Dossier, Elsewhere
from dialogs.appeals.grounds import offered
from dialogs.model import Json
from dialogs.tickets.ticket import Item, Kind, Proposal, Score, State, Ticket, When, Wish
from tests.dialogs.tickets.office import CHARGE, MONDAY, ZHAO, at, filed, house, make, texts

OK, NOT, UNKNOWN, NOT_YET = Verdict
DAY = timedelta(days=1)
WHEN = When(start=at("2026-10-03 08:00"), end=at("2026-10-03 08:00"))
SAID = Dossier(
    applicant=Applicant(name="李红", address="中关村东路1号", postcode="100190"),
    asked_relation=True,
    asked_elsewhere=True,
)
OFFERED = Proposal(round=1, finding="f", items=(), at=MONDAY, by="b", outcome="open")


def complaint(**changes: object) -> Ticket:
    """A complaint that was just filed, and of which all was said that an appeal needs."""
    ticket = replace(filed(replace(CHARGE, when=WHEN, name="李红")).ticket, dossier=SAID)
    return replace(ticket, **changes)  # type: ignore[arg-type]


def line(ticket: Ticket, test: str, now: datetime = MONDAY, files: int = 0) -> Line:
    return next(one for one in check(ticket, house(), now, files) if one.test == test)


def answered(ticket: Ticket) -> Ticket:
    """The same with the legal clock stopped by an answer in time."""
    clocks = tuple(
        replace(one, stopped=MONDAY + DAY, result="met") if one.rule == "C1" else one
        for one in ticket.clocks
    )
    return replace(ticket, clocks=clocks)


def test_every_test_of_the_catalogue_has_a_line_in_its_order() -> None:
    lines = check(complaint(), house(), MONDAY)
    assert [one.test for one in lines] == list(house().catalogue.appealing.tests)


def test_the_catalogue_says_which_tests_hold() -> None:
    rule = replace(house().catalogue.appealing, tests=("age", "unhappy"))
    other = replace(house(), catalogue=replace(house().catalogue, appealing=rule))
    assert [one.test for one in check(complaint(), other, MONDAY)] == ["age", "unhappy"]


@pytest.mark.parametrize(
    ("relation", "verdict", "key"),
    [
        ("holder", OK, "check-affected"),
        ("agent", UNKNOWN, "check-affected-agent"),
        ("user", UNKNOWN, "check-affected-user"),
        ("other", NOT, "check-affected-not"),
    ],
)
def test_who_is_affected_follows_from_the_relation(
    relation: str, verdict: Verdict, key: str
) -> None:
    ticket = complaint()
    said = line(replace(ticket, filing=replace(ticket.filing, relation=relation)), "affected")
    assert (said.verdict, said.words.key) == (verdict, key)


def test_a_relation_that_was_never_asked_is_no_statement() -> None:
    assert line(complaint(dossier=None), "affected").verdict is UNKNOWN


def test_a_wish_for_a_record_alone_is_no_demand_until_one_is_said() -> None:
    ticket = complaint()
    bare = replace(ticket, filing=replace(ticket.filing, wishes=(Wish(code="record"),)))
    assert line(ticket, "concrete").verdict is OK
    assert line(bare, "concrete").verdict is UNKNOWN
    assert line(replace(bare, dossier=replace(SAID, demand="退费")), "concrete").verdict is OK


def test_a_fault_is_no_complaint_yet_and_the_way_on_is_to_say_so() -> None:
    ticket = complaint()
    fault = replace(ticket, filing=replace(ticket.filing, kind=Kind.FAULT))
    assert line(ticket, "operator_first").verdict is OK
    assert (line(fault, "operator_first").verdict, line(fault, "operator_first").ways) == (
        NOT,
        ("complain",),
    )
    assert line(replace(ticket, state=State.WITHDRAWN), "operator_first").verdict is NOT
    assert line(fault, "unhappy").verdict is UNKNOWN


@pytest.mark.parametrize(("days", "left"), [(0, 15), (1, 14), (9, 6), (14, 1)])
def test_the_days_until_the_answer_is_due_are_counted_down(days: int, left: int) -> None:
    """Filed on Monday the 16th, which does not count: the 15th day after it is 1 December."""
    said = line(complaint(), "unhappy", MONDAY + days * DAY)
    assert (said.verdict, said.days) == (NOT_YET, left)
    assert said.until == at("2026-12-01 23:59").replace(second=59)
    assert early(check(complaint(), house(), MONDAY + days * DAY))


def test_the_right_is_there_from_the_moment_at_which_the_limit_is_over() -> None:
    over = at("2026-12-02 00:00")
    assert line(complaint(), "unhappy", over).words.key == "check-unhappy-late"
    assert line(complaint(), "unhappy", over).verdict is OK
    assert offered(complaint(), house(), over)
    assert not offered(complaint(), house(), over - DAY)


GROUNDS: Mapping[str, Mapping[str, object]] = {
    "final": {"state": State.DEADLOCK},
    "declined": {"proposals": (replace(OFFERED, outcome="rejected"),)},
    "low-score": {"scores": (Score(at=MONDAY, score=5),)},
    "reopened": {"reopened": 1},
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_an_answer_that_does_not_satisfy_is_enough(ground: str) -> None:
    said = line(answered(complaint(**GROUNDS[ground])), "unhappy")
    assert (said.verdict, said.words.key) == (OK, f"check-unhappy-{ground}")


def test_an_answer_that_nobody_has_judged_leaves_it_open_with_the_way_on() -> None:
    ticket = answered(complaint(state=State.PROPOSED, proposals=(OFFERED,)))
    said = line(ticket, "unhappy", MONDAY + 20 * DAY)
    assert (said.verdict, said.ways) == (UNKNOWN, ("reject",))
    assert not early(check(ticket, house(), MONDAY + 20 * DAY))


def test_a_country_may_count_fewer_grounds() -> None:
    rule = replace(house().catalogue.appealing, grounds=("late", "final"))
    strict = replace(house(), catalogue=replace(house().catalogue, appealing=rule))
    declined = complaint(proposals=(replace(OFFERED, outcome="rejected"),))
    found = {one.test: one for one in check(declined, strict, MONDAY)}
    assert found["unhappy"].verdict is NOT_YET


@pytest.mark.parametrize(("now", "verdict", "left"), [
    ("2026-11-16 10:00", OK, 107),
    ("2027-03-03 23:59", OK, 0),
    ("2027-03-04 00:01", NOT, 0),
])  # fmt: skip
def test_a_charge_is_too_old_five_months_after_it_happened(
    now: str, verdict: Verdict, left: int
) -> None:
    said = line(complaint(), "age", at(now))
    assert (said.verdict, said.days) == (verdict, left)


def test_without_a_day_on_which_it_happened_its_age_is_not_known() -> None:
    ticket = complaint()
    assert line(replace(ticket, filing=replace(ticket.filing, when=None)), "age").verdict is UNKNOWN


def settled(*done: datetime | None) -> Ticket:
    items = tuple(Item(code="refund", minor=100, done_at=one) for one in done)
    return complaint(proposals=(replace(OFFERED, outcome="accepted", items=items),))


def test_what_was_settled_counts_once_all_of_it_is_carried_out() -> None:
    assert line(complaint(), "settled").words.key == "check-settled"
    assert line(settled(MONDAY, None), "settled").words.key == "check-settled-open"
    assert line(settled(MONDAY, None), "settled").verdict is OK
    assert line(settled(MONDAY, MONDAY), "settled").verdict is NOT
    assert line(replace(settled(MONDAY), reopened=1), "settled").verdict is UNKNOWN


def test_other_bodies_and_an_appeal_that_is_filed_stand_in_the_way() -> None:
    court = replace(SAID, elsewhere=(Elsewhere(code="court"),))
    assert line(complaint(), "elsewhere").verdict is OK
    assert line(complaint(dossier=None), "elsewhere").verdict is UNKNOWN
    assert line(complaint(dossier=court), "elsewhere").verdict is NOT
    assert line(complaint(appeal="SS1"), "elsewhere").words.key == "check-elsewhere-filed"
    assert line(complaint(result="decided_outside"), "elsewhere").verdict is NOT


def test_what_the_body_cannot_do_without_is_named() -> None:
    assert line(complaint(), "reachable").verdict is OK
    said = line(complaint(dossier=None), "reachable")
    words = texts().words("zh-CN", said.words, MONDAY)
    assert (said.verdict, words) == (UNKNOWN, "还缺：通信地址、邮编。")


def test_evidence_helps_and_is_never_a_condition() -> None:
    assert line(complaint(), "evidence").verdict is UNKNOWN
    assert line(complaint(), "evidence", files=2).verdict is OK


def test_the_second_declined_offer_and_a_low_score_after_reopening_bring_the_file() -> None:
    once = replace(OFFERED, outcome="rejected")
    assert not offered(complaint(proposals=(once,)), house(), MONDAY)
    assert offered(complaint(proposals=(once, once)), house(), MONDAY)
    low = (Score(at=MONDAY, score=3),)
    assert not offered(complaint(scores=low), house(), MONDAY)
    assert offered(complaint(scores=low, reopened=1), house(), MONDAY)


def test_how_badly_staff_caused_it_changes_no_line_and_stands_in_none() -> None:
    fields: dict[str, Json] = {"severity": 3}
    graded = make(complaint(), "grade", ZHAO, fields=fields).ticket
    assert check(graded, house(), MONDAY) == check(complaint(), house(), MONDAY)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_line_has_words_in_both_languages(language: str) -> None:
    cases = [complaint(), complaint(dossier=None), settled(MONDAY), complaint(appeal="SS1")]
    for case in cases:
        for one in check(case, house(), MONDAY):
            assert texts().words(language, one.words, MONDAY)
