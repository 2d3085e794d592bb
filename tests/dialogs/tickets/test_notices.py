"""Every message, in both languages: complete, dated, short, and in the words of the house."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialogs.model import Json, Moment
from dialogs.tickets.notices import MESSAGES, notice, status
from dialogs.tickets.ticket import Item, Proposal, Question, Score, State, Ticket
from dialogs.tickets.wording import Telling
from tests.dialogs.tickets.office import MONDAY, at, filed, house, texts

BANNED = ("请耐心等待", "系统", "尽快", "马上", "soon", "any inconvenience", "the system")
FIELDS: Mapping[str, Json] = {"words": "今天下午", "reason": "断电检修", "proof": "单号 118"}


def full(state: State = State.EXECUTING) -> Ticket:
    """A ticket that has everything a message may say."""
    items = (
        Item(code="refund", minor=9400, due=MONDAY, proof="退费单 118"),
        Item(code="written_apology", words="书面道歉信"),
    )
    proposal = Proposal(
        round=2, finding="误扣", items=items, at=MONDAY, by="王强", outcome="accepted"
    )
    return replace(
        filed().ticket,
        state=state,
        owner_name="王强",
        finding="误扣",
        hold_reason="断电检修",
        inadmissible="vague",
        appeal="REF 1",
        result="not_agreed",
        proposals=(proposal,),
        questions=(Question(words="截图", at=MONDAY),),
        scores=(Score(at=MONDAY, score=3),),
    )


def bare() -> Ticket:
    """A ticket of which next to nothing is known."""
    ticket = filed().ticket
    return replace(ticket, department="", next_step_at=None, clocks=(), scores=())


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("code", MESSAGES)
def test_each_message_can_be_said_of_any_ticket(code: str, language: str) -> None:
    for ticket, fields in ((full(), FIELDS), (bare(), {})):
        said = notice(code, Telling(ticket, fields, house(), MONDAY))
        words = texts().words(language, said.words, MONDAY)
        assert "{" not in words
        assert all(line.strip() for line in words.splitlines()), words
        assert not [word for word in BANNED if word in words], words
        for choice in said.choices:
            assert texts().words(language, choice.words, MONDAY)


@pytest.mark.parametrize("state", State)
def test_how_it_stands_is_said_in_every_state(state: State) -> None:
    said = status(full(state), house(), MONDAY)
    for language in texts().languages:
        words = texts().words(language, said.words, MONDAY)
        assert len(words.splitlines()) == (4 if full(state).open else 3)  # what is held, too
        assert texts().words(language, said.args["state"], MONDAY) in words


def test_what_a_person_must_read_at_once_is_short() -> None:
    """Three lines beside the number; what is listed (items, reasons) comes on top."""
    for code in set(MESSAGES) - {"M09", "M13", "M14", "M15", "B3"}:
        for language in texts().languages:
            said = notice(code, Telling(full(), FIELDS, house(), MONDAY))
            assert len(texts().words(language, said.words, MONDAY).splitlines()) <= 4, code


def test_the_effect_of_accepting_is_told_to_the_letter() -> None:
    said = notice("M10", Telling(full(), {}, house(), MONDAY)).words
    assert texts().words("zh-CN", said, MONDAY) == (
        "接受后我们按此执行。方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。"
    )
    assert texts().words("en", said, MONDAY) == (
        "If you accept, we carry it out. Once carried out, the authority usually does not take "
        "the same matter; until then you may change your mind."
    )


def test_the_survey_asks_a_repair_whether_it_still_works() -> None:
    repair = replace(full(), filing=replace(full().filing, category="NET-M"))
    said = notice("SURVEY", Telling(repair, {}, house(), MONDAY)).words
    assert "现在还正常吗" in texts().words("zh-CN", said, MONDAY)
    assert "still working" in texts().words("en", said, MONDAY)


@pytest.mark.parametrize("code", MESSAGES)
def test_a_date_in_a_year_not_published_yet_says_so(code: str) -> None:
    """Every message that names the date promised last, or that of a clock that is provisional."""
    ticket = replace(full(), next_step_at=at("2027-01-05 23:59"), next_step_expected=True)
    clocks = tuple(replace(one, provisional=True) for one in ticket.clocks)
    for told in (ticket, replace(ticket, clocks=clocks)):
        said = notice(code, Telling(told, {}, house(), at("2026-12-30 10:00")))
        zh = texts().words("zh-CN", said.words, at("2026-12-30 10:00"))
        en = texts().words("en", said.words, at("2026-12-30 10:00"))
        assert zh.count("2027年1月5日") == zh.count("预计 2027年1月5日")
        assert en.count("5 Jan 2027") == en.count("5 Jan 2027 (expected)")


def test_a_date_is_said_as_expected_in_both_languages() -> None:
    date = Moment(at("2027-01-05 09:30"), expected=True)
    assert texts().words("zh-CN", date, MONDAY) == "预计 2027年1月5日 09:30"
    assert texts().words("en", date, MONDAY) == "5 Jan 2027, 09:30 (expected)"


def test_both_languages_have_the_same_keys() -> None:
    assert texts().keys("zh-CN") == texts().keys("en")


def test_every_staff_task_and_liability_has_its_words() -> None:
    wanted = [
        *(f"task-{kind}" for kind in ("deadline", "call_back", "low_score", "human", "approve")),
        *(f"liability-{who}" for who in ("operator", "user", "force_majeure", "shared")),
    ]
    for language in texts().languages:
        assert [key for key in wanted if not texts().has(language, key)] == []
