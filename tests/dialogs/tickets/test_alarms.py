"""What a subscriber announces on a ticket: raised once, answered once a day, a lead told of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.model import Json
from dialogs.tickets.applied import Applied
from dialogs.tickets.ticket import Kind, Role, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    BOT,
    CHARGE,
    MONDAY,
    NETWORK,
    OFFER,
    WANG,
    filed,
    house,
    make,
    refuse,
)

HOUR = timedelta(hours=1)
THREAT = "再不解决我就去工信部"
MINOR = replace(NETWORK, category="SPM", subtype="spam_sms")


def spam() -> Ticket:
    """A ticket of level 1."""
    return filed(MINOR).ticket


def says(ticket: Ticket, words: str, after: timedelta = timedelta()) -> Applied:
    return make(ticket, "add", ANN, MONDAY + after, {"words": words})


def moves(made: Applied) -> list[tuple[str, Role]]:
    return [(entry.move, entry.actor.role) for entry in made.entries]


def test_a_threat_is_raised_by_the_bot_answered_with_calm_and_a_lead_told_at_once() -> None:
    made = says(filed().ticket, THREAT)
    assert moves(made) == [("add", Role.SUBSCRIBER), ("escalate", Role.BOT)]
    assert (made.ticket.alarms, made.ticket.level, made.ticket.tone) == (("appeal",), 3, "upset")
    assert made.entries[1].detail["level"] == 3
    assert [notice.code for notice in made.notices] == ["M24A"]
    assert [choice.action for choice in made.notices[0].choices] == [
        "t:7:appeal",
        "t:7:appeal_leaflet",
    ]
    told = [(task.kind, task.role, task.due) for task in made.tasks]
    assert ("escalated", Role.SUPERVISOR, MONDAY) in told
    assert ("human", Role.AGENT, MONDAY) in told  # level 3 goes to a person


def test_the_same_threat_is_neither_raised_nor_answered_again_that_day() -> None:
    first = says(spam(), THREAT).ticket
    assert first.level == 2
    again = says(first, THREAT, 23 * HOUR)
    assert moves(again) == [("add", Role.SUBSCRIBER)]
    later = says(again.ticket, THREAT, 24 * HOUR)
    assert [notice.code for notice in later.notices] == ["M24A"]
    assert (later.ticket.level, later.tasks) == (2, ())  # answered once more, raised no more


def test_another_threat_raises_it_once_more() -> None:
    first = says(spam(), THREAT).ticket
    second = says(first, "那我去法院起诉你们", HOUR)
    assert (second.ticket.level, second.ticket.alarms) == (3, ("appeal", "lawsuit"))


def test_several_at_once_do_not_add_up() -> None:
    made = says(spam(), "我要去工信部申诉，再去法院起诉你们，还要打12315")
    assert len(made.ticket.alarms) == 3
    assert made.ticket.level == 2


@pytest.mark.parametrize("unsatisfied", [False, True])
def test_exposure_counts_in_full_once_an_answer_did_not_satisfy(unsatisfied: bool) -> None:
    ticket = spam()
    if unsatisfied:
        ticket = replace(ticket, rounds=1, state=State.NEGOTIATING)
    made = says(ticket, "我要发到微博上曝光你们")
    assert made.ticket.level == (3 if unsatisfied else 2)


def test_it_is_heard_in_a_refusal_a_counter_wish_and_the_reason_for_going_on() -> None:
    claimed = make(filed().ticket, "claim", WANG).ticket
    offered = make(claimed, "propose", WANG, fields=OFFER).ticket
    fields: dict[str, Json] = {"reason": "own_words", "wish": f"双倍返还，{THREAT}"}
    refused = make(offered, "reject", ANN, fields=fields)
    assert refused.ticket.alarms == ("appeal",)
    assert [notice.code for notice in refused.notices] == ["M11", "M24A"]
    closed = replace(claimed, state=State.CLOSED, closed_at=MONDAY)
    assert make(closed, "reopen", ANN, fields={"reason": THREAT}).ticket.alarms == ("appeal",)


def test_it_is_heard_in_a_survey_on_a_ticket_that_is_over() -> None:
    over = replace(filed().ticket, state=State.SURVEY, closed_at=MONDAY)
    made = make(over, "score", ANN, fields={"score": 2, "words": "我要向媒体曝光"})
    assert made.ticket.state is State.CLOSED
    assert made.ticket.alarms == ("press",)
    assert {task.kind for task in made.tasks} == {
        *("low_score", "escalated", "human", "credit_end")
    }


def test_what_staff_write_is_not_listened_to() -> None:
    made = make(filed().ticket, "note", WANG, fields={"words": "用户说要去工信部"})
    assert (made.ticket.alarms, made.ticket.level) == ((), 2)


def test_what_was_heard_while_filing_is_answered_after_the_number() -> None:
    made = filed(replace(CHARGE, alarms=("appeal", "ultimatum"), tone="angry"))
    assert [notice.code for notice in made.notices] == ["M01", "M24A"]
    assert (made.ticket.level, made.ticket.department) == (3, "ESC")
    assert (made.ticket.alarms, made.ticket.tone) == (("appeal", "ultimatum"), "angry")
    assert [entry.move for entry in made.entries] == ["submit", "escalate", "dispatch"]
    billing = {"restore", "credit_hold"}  # the story says that the line was cut off
    told = [task.kind for task in made.tasks if task.kind not in billing]
    assert told == ["escalated", "human"]


def test_a_person_is_called_once_for_each_new_alarm_of_a_grave_ticket() -> None:
    grave = says(filed().ticket, THREAT).ticket
    assert "human" not in {task.kind for task in says(grave, THREAT, 25 * HOUR).tasks}


def test_the_bot_raises_nothing_without_a_reason() -> None:
    assert refuse(filed().ticket, "escalate", BOT) == "not-allowed-no-reason"


def test_the_tone_only_grows_worse() -> None:
    angry = says(filed().ticket, "你们这帮骗子").ticket
    assert (angry.tone, angry.alarms) == ("angry", ())
    assert says(angry, "谢谢").ticket.tone == "angry"


@pytest.mark.parametrize(
    ("filing", "level"),
    [
        (CHARGE, 2),
        (MINOR, 1),
        (replace(CHARGE, category="PRV", subtype="leak"), 3),
        (replace(CHARGE, category="OTH", subtype="not_telecom", amount=None), 1),
        (replace(CHARGE, kind=Kind.PRAISE, amount=None), 1),
        (replace(MINOR, amount=100_000), 3),
    ],
)
def test_the_level_at_filing_is_what_the_catalogue_says(filing: object, level: int) -> None:
    assert filed(filing).ticket.level == level  # type: ignore[arg-type]


def test_a_threat_never_lowers_a_level() -> None:
    grave = replace(filed().ticket, level=3)
    assert says(grave, "我要打电话给总部").ticket.level == 3


def test_every_calm_answer_is_said_in_both_languages() -> None:
    for one in house().catalogue.triggers:
        assert (one.answer is None) is (one.grade == "tone")
