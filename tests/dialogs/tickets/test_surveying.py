"""The survey's answers: bands, what they make staff do, what may be said before a score."""

from datetime import date, timedelta

import pytest

from dialogs.catalogue.surveying import Days
from dialogs.model import Json
from dialogs.tickets.clocks import fire
from dialogs.tickets.surveying import band, correctable, of_closing, visited
from dialogs.tickets.ticket import Score, Ticket
from dialogs.values import replace
from tests.dialogs.tickets.office import ANN, MONDAY, NETWORK, WANG, at, filed, house, make, refuse

DAY = timedelta(days=1)


def finished(visit: bool = False) -> Ticket:
    """A repaired ticket whose survey is open."""
    ticket = make(filed(NETWORK).ticket, "claim", WANG).ticket
    fields: dict[str, Json] = {"liability": "operator", "finding": "线路", "proof": "已修复"}
    ticket = make(ticket, "set_liability", WANG, fields=fields).ticket
    fields = {"proof": "已修复", "visit": visit}
    ticket = make(ticket, "done_without_proposal", WANG, fields=fields).ticket
    return make(ticket, "fixed", ANN).ticket


@pytest.mark.parametrize(
    ("score", "name"),
    [(10, "very_satisfied"), (9, "very_satisfied"), (8, "satisfied"), (7, "average"),
     (6, "average"), (5, "dissatisfied"), (1, "dissatisfied")],
)  # fmt: skip
def test_bands_are_those_of_the_digest(score: int, name: str) -> None:
    assert band(score, house().catalogue) == name


@pytest.mark.parametrize("score", range(1, 11))
def test_only_a_low_score_brings_a_supervisor(score: int) -> None:
    """Within one working day: on Tuesday at ten for a score on Monday at ten."""
    made = make(finished(), "score", ANN, fields={"score": score})
    due = at("2026-11-17 10:00")
    assert [(one.kind, one.role, one.due) for one in made.tasks] == (
        [("low_score", "supervisor", due)] if score <= 5 else []
    )


def test_what_fails_again_is_known_before_any_score() -> None:
    """The survey stays open, a supervisor hears of it once, and the score comes later."""
    made = make(finished(), "answer_survey", ANN, fields={"solved": "no"})
    assert made.ticket.state == "survey"
    assert [one.kind for one in made.tasks] == ["low_score"]
    assert (made.ticket.scores[-1].score, made.ticket.scores[-1].solved) == (None, "no")
    assert refuse(made.ticket, "answer_survey", ANN, fields={"solved": "maybe"}) == (
        "not-allowed-score"
    )
    closed = make(made.ticket, "score", ANN, MONDAY + DAY, {"score": 3})
    assert closed.ticket.state == "closed"


def test_money_taken_on_a_visit_goes_to_a_supervisor_once() -> None:
    ticket = finished(visit=True)
    assert visited(ticket, house().catalogue)
    assert not visited(finished(), house().catalogue)
    ticket = make(ticket, "score", ANN, fields={"score": 9}).ticket
    made = make(ticket, "score", ANN, fields={"score": 9, "paid": "yes", "minor": 5000})
    assert [one.kind for one in made.tasks] == ["paid"]
    assert made.ticket.scores[-1].paid_minor == 5000
    again = make(made.ticket, "score", ANN, fields={"score": 9, "person": "satisfied"})
    assert again.tasks == ()
    assert again.ticket.scores[-1].paid == "yes"
    none = make(ticket, "score", ANN, fields={"score": 9, "paid": "no"})
    assert none.tasks == ()


def test_the_line_crew_is_at_home_with_whom_it_serves() -> None:
    """The catalogue says whose work is done there."""
    ticket = make(finished(), "note", WANG, fields={"visit": True}).ticket
    assert ticket.visited


def test_answers_of_an_earlier_closing_are_not_those_of_this_one() -> None:
    ticket = make(finished(), "score", ANN, fields={"score": 3}).ticket
    assert len(of_closing(ticket)) == 1
    assert correctable(ticket, MONDAY + 7 * DAY)
    assert not correctable(ticket, MONDAY + 7 * DAY + timedelta(seconds=1))
    ticket = make(ticket, "reopen", ANN, fields={"reason": "又断了"}).ticket
    assert of_closing(ticket) == ()
    ticket = make(ticket, "claim", WANG).ticket
    ticket = make(ticket, "done_without_proposal", WANG, fields={"proof": "换了线"}).ticket
    ticket = make(ticket, "fixed", ANN, MONDAY + DAY).ticket
    again = make(ticket, "score", ANN, MONDAY + 2 * DAY, {"score": 2})
    assert [one.kind for one in again.tasks] == ["low_score"]
    assert [one.score for one in of_closing(again.ticket)] == [2]


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-10-01", "国庆节快乐！"), ("2027-10-07", "国庆节快乐！"), ("2026-10-08", None),
     ("2026-02-17", "给您拜年了，祝您春节安康！"), ("2027-02-17", None),
     ("2026-09-25", "中秋快乐！")],
)  # fmt: skip
def test_a_feast_is_greeted_on_its_days(day: str, said: str | None) -> None:
    """Feasts of the moon have dates of their own for each year."""
    label = house().catalogue.survey.greeting(date.fromisoformat(day))
    assert (label.words["zh-CN"] if label else None) == said


def test_days_of_every_year_have_no_year() -> None:
    assert Days((0, 2, 29), (0, 2, 29)).hold(date(2028, 2, 29))


def unanswered(ticket: Ticket) -> list[str]:
    """What staff are asked to do about a survey that went out and was never answered."""
    asked = replace(ticket, surveyed_at=MONDAY + timedelta(hours=24))
    tasks = [one for hours in range(12, 120, 12) for one in _fired(asked, hours)]
    return [kind for kind in tasks if kind == "survey_call"]


def _fired(ticket: Ticket, hours: int) -> list[str]:
    """The tasks of the twelve hours before so many hours after the end of the work."""
    before = fire(ticket, MONDAY + timedelta(hours=hours - 12), house()).ticket
    return [one.kind for one in fire(before, MONDAY + timedelta(hours=hours), house()).tasks]


def test_only_who_is_worth_a_call_is_called_once() -> None:
    """At the gravest level or where money is in it (domain.md §6); not who was never asked."""
    plain = finished()
    money = replace(plain, filing=replace(plain.filing, amount=9400))
    assert unanswered(plain) == []
    assert unanswered(money) == ["survey_call"]
    assert unanswered(replace(plain, level=3)) == ["survey_call"]
    assert "survey_call" not in [one for h in range(12, 120, 12) for one in _fired(money, h)]
    said = replace(money, scores=(Score(at=MONDAY + timedelta(hours=25), solved="no"),))
    assert unanswered(said) == []
