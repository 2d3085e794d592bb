"""Which earlier complaint a new one repeats, and what the moves of a repeat do."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.tickets.applied import Applied
from dialogs.tickets.moves import open_ticket
from dialogs.tickets.repeats import (
    Link,
    Way,
    all_times,
    earlier,
    legal_over,
    linked,
    same_matter,
    way,
)
from dialogs.tickets.ticket import FRIENDLY, Filing, Kind, Role, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    BOT,
    CHARGE,
    MONDAY,
    WANG,
    filed,
    house,
    make,
    refuse,
)

KNOWN = house().catalogue
AT_HOME = Filing(story="家里没有信号", category="NET-M", subtype="no_signal")

SAME = [
    # new category, kind, tags, story; the earlier one's tags; the same matter long after it ended?
    ("NET-M", "no_signal", (), "没有信号", (), True),
    ("NET-M", "dropped", (), "通话老断", (), False),
    ("NET-M", "dropped", (), "又断了，上次说修好了", (), True),
    ("NET-M", "dropped", (), "Calls still drop", (), True),
    ("NET-M", "dropped", (), "Distilled water", (), False),  # "still" inside a word is none
    ("NET-M", "dropped", ("no_signal",), "通话老断", (), True),
    ("NET-M", "dropped", (), "通话老断", ("dropped",), True),
    ("NET-M", "dropped", ("channels_disagree",), "说法不一", ("channels_disagree",), False),
    ("NET-F", "outage", (), "宽带还是没网", (), False),
    ("RPT", "no_reply", (), "一直没有答复", (), True),
]


@pytest.mark.parametrize(("category", "kind", "tags", "story", "before", "same"), SAME)
def test_it_is_the_same_matter_by_category_and_later_by_kind_or_because_the_story_says_so(
    category: str, kind: str, tags: tuple[str, ...], story: str, before: tuple[str, ...], same: bool
) -> None:
    new = Filing(story=story, category=category, subtype=kind, tags=tags)
    old = replace(AT_HOME, tags=before)
    assert same_matter(new, old, KNOWN, lately=False) is same
    assert same_matter(new, old, KNOWN, lately=True) is (category in {"NET-M", "RPT"})


def test_a_story_of_earlier_contacts_says_so_itself() -> None:
    new = replace(AT_HOME, subtype="dropped", reported_before="十月报修过")
    assert same_matter(new, AT_HOME, KNOWN, lately=False)


LATELY = [
    # state, days since it was closed, whether another kind of its category repeats it
    (State.DISPATCHED, None, True),
    (State.SURVEY, None, True),
    (State.CLOSED, 30, True),
    (State.CLOSED, 31, False),
    (State.ARCHIVED, 3, False),
]


@pytest.mark.parametrize(("state", "days", "same"), LATELY)
def test_another_kind_of_the_category_repeats_what_is_open_or_can_be_reopened(
    state: State, days: int | None, same: bool
) -> None:
    closed = None if days is None else MONDAY - timedelta(days=days)
    before = replace(ticket(5, state), closed_at=closed)
    dropped = replace(AT_HOME, subtype="dropped")
    assert (earlier(dropped, (before,), (), KNOWN, MONDAY) is before) is same
    assert earlier(AT_HOME, (before,), (), KNOWN, MONDAY) is before


def ticket(number: int, state: State, filing: Filing = AT_HOME) -> Ticket:
    return replace(filed(filing).ticket, id=number, state=state, closed_at=None)


@pytest.mark.parametrize("kind", FRIENDLY)
def test_praise_and_suggestions_repeat_nothing_and_nothing_repeats_them(kind: Kind) -> None:
    kind_words = replace(AT_HOME, kind=kind)
    before, thanks = ticket(5, State.DISPATCHED), ticket(6, State.DISPATCHED, kind_words)
    assert earlier(kind_words, (before,), (before,), KNOWN, MONDAY) is None
    assert earlier(AT_HOME, (thanks,), (thanks,), KNOWN, MONDAY) is None
    fault = replace(AT_HOME, kind=Kind.FAULT)
    assert earlier(fault, (before,), (), KNOWN, MONDAY) is before


def test_what_is_open_goes_before_what_is_over_and_the_newest_before_the_rest() -> None:
    newest, older, oldest = (
        ticket(number, state)
        for number, state in ((3, State.CLOSED), (2, State.PROPOSED), (1, State.DISPATCHED))
    )
    assert earlier(AT_HOME, (newest, older, oldest), (), KNOWN, MONDAY) is older
    assert earlier(AT_HOME, (newest,), (), KNOWN, MONDAY) is newest
    assert earlier(AT_HOME, (), (), KNOWN, MONDAY) is None


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.INVALID])
def test_what_was_taken_back_or_refused_is_repeated_by_nothing(state: State) -> None:
    gone = ticket(1, state)
    assert earlier(AT_HOME, (gone,), (gone,), KNOWN, MONDAY) is None


def test_a_number_named_in_the_story_goes_before_the_category() -> None:
    charge, network = ticket(1, State.CLOSED, CHARGE), ticket(2, State.DISPATCHED)
    assert earlier(AT_HOME, (network,), (charge,), KNOWN, MONDAY) is charge


WAYS: list[tuple[State, int | None, Way]] = [
    # state, days since it was closed, what becomes of the repeat
    (State.DISPATCHED, None, Way.AGAIN),
    (State.DEADLOCK, None, Way.AGAIN),
    (State.AWAITING_CONFIRM, None, Way.AGAIN),
    (State.SURVEY, None, Way.FINISHED),
    (State.CLOSED, 0, Way.FINISHED),
    (State.CLOSED, 30, Way.FINISHED),
    (State.CLOSED, 31, Way.UNHAPPY),
    (State.ARCHIVED, 3, Way.UNHAPPY),
]


@pytest.mark.parametrize(("state", "days", "expected"), WAYS)
def test_what_becomes_of_a_repeat(state: State, days: int | None, expected: Way) -> None:
    closed = None if days is None else MONDAY - timedelta(days=days)
    assert way(replace(ticket(1, state), closed_at=closed), KNOWN, MONDAY) is expected


LEVELS = [
    # the earlier one's state and level, whether its subscriber may know, the new level and count
    (State.CLOSED, 2, True, 3, 3),
    (State.CLOSED, 1, True, 3, 3),  # a complaint starts at 2
    (State.CLOSED, 3, True, 3, 3),
    (State.CLOSED, 3, False, 2, 1),
    (State.DISPATCHED, 3, True, 2, 3),  # filed in two chats at once
]


@pytest.mark.parametrize(("state", "level", "shown", "expected", "times"), LEVELS)
def test_a_level_above_the_one_whose_end_did_not_satisfy(
    state: State, level: int, shown: bool, expected: int, times: int
) -> None:
    before = replace(ticket(5, state), level=level, times=2)
    new = replace(ticket(6, State.REGISTERED), level=2)
    made = linked(new, Link(to=before, shown=shown))
    assert (made.level, made.repeat_of, made.repeat_shown, made.times) == (
        expected,
        5,
        shown,
        times,
    )
    assert all_times(made) == 3


def test_who_is_told_of_a_repeat_knows_only_their_own_times_until_staff_join_it() -> None:
    """A second time of theirs is no third one because somebody else complained once."""
    link = Link(to=replace(ticket(5, State.CLOSED), times=2), shown=False)
    again = make(opened(link).ticket, "again", ANN, MONDAY + timedelta(hours=5), WORDS)
    assert (again.ticket.times, again.ticket.level) == (2, 2)
    assert "repeated" not in kinds(again)


def test_what_was_answered_before_is_not_asked_again_but_of_ones_own() -> None:
    told = replace(AT_HOME, answers={"device": "诺基亚", "promised": "2026-10-01"})
    before, new = ticket(5, State.CLOSED, told), ticket(6, State.REGISTERED)
    assert linked(new, Link(to=before, shown=True)).filing.answers == {"device": "诺基亚"}
    assert linked(new, Link(to=before, shown=False)).filing.answers == {}


def opened(link: Link | None) -> Applied:
    """A complaint filed with that link."""
    return open_ticket(
        AT_HOME,
        id=9,
        number="TS26110000093",
        chat=2,
        subscriber=2,
        language="zh-CN",
        now=MONDAY,
        house=house(),
        link=link,
    )


def test_a_repeat_that_is_not_shown_looks_like_any_other_complaint() -> None:
    """Not a word, a button, a date or a department of it may differ (DESIGN §6, identity)."""
    before = replace(ticket(5, State.CLOSED), level=3, times=4, department="ESC")
    plain, repeat = opened(None), opened(Link(to=before, shown=False))
    assert repeat.notices == plain.notices
    assert repeat.ticket.clocks == plain.ticket.clocks
    assert repeat.ticket.department == plain.ticket.department
    assert repeat.ticket.next_step_at == plain.ticket.next_step_at
    new = [one for one in repeat.tasks if one not in plain.tasks]
    assert [(one.kind, one.role, one.words) for one in new] == [
        ("look_alike", Role.SUPERVISOR, before.number)
    ]
    assert repeat.entries[0].detail["earlier"] == before.number


def test_the_third_time_a_supervisor_has_it_at_once() -> None:
    first = ticket(5, State.CLOSED)
    for times, kinds in ((1, []), (2, ["repeated"])):
        made = opened(Link(to=replace(first, times=times), shown=True, reason="没解决"))
        found = [one for one in made.tasks if one.kind == "repeated"]
        assert [one.kind for one in found] == kinds
        assert all(one.role is Role.SUPERVISOR and one.due == MONDAY for one in found)
        assert made.entries[0].detail["reason"] == "没解决"


WORDS = {"words": "还是没有信号"}


def kinds(made: Applied) -> list[str]:
    return [one.kind for one in made.tasks]


def test_the_same_again_while_open_adds_and_reminds_but_not_twice_in_four_hours() -> None:
    made = make(filed(AT_HOME).ticket, "again", ANN, fields=WORDS)
    assert (made.ticket.times, made.ticket.reminded, made.ticket.level) == (2, 1, 2)
    assert kinds(made) == ["remind", "remind"]
    assert [one.code for one in made.notices] == ["AGAIN"]
    again = make(made.ticket, "again", ANN, MONDAY + timedelta(hours=3, minutes=59), WORDS)
    assert (again.ticket.times, again.ticket.reminded, kinds(again)) == (2, 1, [])
    third = make(made.ticket, "again", ANN, MONDAY + timedelta(hours=4), WORDS)
    assert (third.ticket.times, third.ticket.level) == (3, 3)
    assert kinds(third) == ["remind", "remind", "repeated"]


def test_once_the_legal_limit_is_over_a_repeat_goes_up_and_the_appeal_is_offered() -> None:
    open_one = filed(AT_HOME).ticket
    due = next(one.due for one in open_one.clocks if one.rule == "C1")
    early = make(open_one, "again", ANN, due - timedelta(seconds=1), WORDS)
    assert not legal_over(open_one, due - timedelta(seconds=1))
    assert actions(early) == []
    late = make(open_one, "again", ANN, due, WORDS)
    assert (late.ticket.level, kinds(late)) == (3, ["remind", "remind", "repeated"])
    assert actions(late) == ["appeal", "appeal_leaflet"]


def actions(made: Applied) -> list[str]:
    return [one.action.rpartition(":")[2] for one in made.notices[-1].choices]


def test_new_facts_fill_what_was_not_told_and_change_nothing_that_was() -> None:
    told: Mapping[str, object] = {
        "place": {"words": "6号楼", "province": "110000", "city": "", "district": "110108"},
        "amount": 3000,
        "wishes": [{"code": "apology", "minor": None, "words": ""}, {"code": "repair"}, "odd"],
    }
    fields = {**WORDS, **told}
    bare = make(filed(replace(AT_HOME, wishes=())).ticket, "again", ANN, fields=fields)  # type: ignore[arg-type]
    filing = bare.ticket.filing
    assert filing.where is not None
    assert (filing.where.words, filing.where.district, filing.amount) == ("6号楼", "110108", 3000)
    assert [one.code for one in filing.wishes] == ["apology", "repair"]
    full = make(filed(CHARGE).ticket, "again", ANN, fields=fields)  # type: ignore[arg-type]
    assert full.ticket.filing.where == CHARGE.where
    assert full.ticket.filing.amount == CHARGE.amount
    assert full.ticket.filing.wishes[:2] == CHARGE.wishes


def test_a_repeat_without_words_is_none() -> None:
    assert refuse(filed().ticket, "again", ANN, fields={"words": " "}) == "not-allowed-no-words"


def test_staff_judge_what_looks_alike_once() -> None:
    alike = replace(filed(AT_HOME).ticket, repeat_of=5, times_alike=2)
    joined = make(alike, "same_matter", WANG)
    assert (joined.ticket.repeat_joined, joined.ticket.level) == (True, 3)
    assert (joined.ticket.times, all_times(joined.ticket)) == (3, 3)
    assert (kinds(joined), joined.notices) == (["repeated"], ())
    assert refuse(joined.ticket, "apart", WANG) == "not-allowed-no-repeat"
    apart = make(alike, "apart", WANG)
    assert (apart.ticket.repeat_of, all_times(apart.ticket), apart.notices) == (0, 1, ())
    assert refuse(apart.ticket, "same_matter", WANG) == "not-allowed-no-repeat"


def test_who_says_that_it_was_another_matter_takes_the_time_back() -> None:
    again = make(filed().ticket, "again", ANN, fields=WORDS)
    assert make(again.ticket, "apart", ANN).ticket.times == 1
    assert make(filed().ticket, "apart", ANN).ticket.times == 1


def test_each_reopening_counts_and_the_second_brings_a_supervisor_at_once() -> None:
    closed = replace(filed().ticket, state=State.CLOSED, closed_at=MONDAY)
    first = make(closed, "reopen", ANN, fields={"reason": "没好"})
    assert (first.ticket.times, kinds(first)) == (2, ["reopened"])
    again = replace(first.ticket, state=State.CLOSED, closed_at=MONDAY)
    second = make(again, "reopen", ANN, fields={"reason": "没好"})
    assert (second.ticket.times, kinds(second)) == (3, ["reopened", "repeated"])


def test_a_fault_reopened_is_a_complaint_from_then_on() -> None:
    """Its repair was poor (domain.md §3.1); so it is said, after that it is open again."""
    fault = filed(replace(AT_HOME, kind=Kind.FAULT)).ticket
    closed = replace(fault, state=State.CLOSED, closed_at=MONDAY)
    made = make(closed, "reopen", ANN, fields={"reason": "没好"})
    assert made.ticket.filing.kind is Kind.COMPLAINT
    assert [one.code for one in made.notices] == ["M21", "COMPLAINED"]


def test_only_the_list_of_key_accounts_marks_a_ticket_and_nobody_hears_of_it() -> None:
    marked = make(filed().ticket, "key", BOT, fields={"key": True})
    assert marked.ticket.key
    assert (marked.notices, marked.tasks) == ((), ())
    assert not make(marked.ticket, "key", BOT, fields={"key": False}).ticket.key
    assert refuse(filed().ticket, "key", WANG, fields={"key": True}) == "not-allowed-role"
