"""Shares, spreads, spans and the report made of them, with numbers worked out by hand."""

from datetime import date

import pytest

from dialogs.figures.rates import Share, Spread
from dialogs.figures.report import reported
from dialogs.figures.sums import Span, Sums

SPREAD = Spread({1: 1, 8: 3, 10: 6})  # 1 + 24 + 60 = 85 over 10


def test_a_share_of_nothing_is_no_rate() -> None:
    assert Share(0, 0).rate is None
    assert Share(3, 4).rate == pytest.approx(0.75)
    assert [Share(9, 9).few, Share(0, 10).few] == [True, False]


def test_a_spread_knows_its_mean_parts_and_middle() -> None:
    assert (SPREAD.n, SPREAD.few) == (10, False)
    assert SPREAD.mean == pytest.approx(8.5)
    assert SPREAD.part(8) == Share(9, 10)
    assert [SPREAD.at(share) for share in (0.1, 0.2, 0.4, 0.5, 0.8)] == [1, 8, 8, 10, 10]
    assert (Spread().mean, Spread().at(0.5), Spread().part(8)) == (None, None, Share(0, 0))


def test_a_span_has_as_long_a_one_before_it_and_whole_weeks() -> None:
    span = Span(since=date(2026, 11, 4), until=date(2026, 11, 16), category="BIL")
    assert (span.days, span.before.since, span.before.until) == (
        *(13, date(2026, 10, 22), date(2026, 11, 3)),
    )
    assert span.before.category == "BIL"
    assert span.weeks == (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))


def test_a_report_divides_what_belongs_together() -> None:
    sums = Sums(
        {
            ("filed", "complaint"): 30,
            ("filed", "praise"): 2,
            ("ended", "solved"): 15,
            ("ended", "withdrawn"): 5,
            ("scored", "3"): 2,
            ("scored", "8"): 4,
            ("scored", "10"): 6,
            ("solved", "yes"): 9,
            ("solved", "no"): 1,
            ("surveyed", "answered"): 12,
            ("surveyed", "silent"): 28,
            ("clock", "R3:met"): 19,
            ("clock", "R3:breached"): 1,
            ("clock", "C1:breached"): 2,
            ("offer", "1:accepted"): 6,
            ("offer", "1:rejected"): 3,
            ("offer", "1:lapsed"): 1,
            ("offer", "1:open"): 5,
            ("offer", "1:withdrawn"): 2,
            ("offer", "2:accepted"): 3,
            ("reopened", ""): 1,
            ("repeat", ""): 2,
            ("call_back", "in_time"): 1,
            ("call_back", "open"): 1,
            ("came", "content"): 2,
            ("came", "again"): 1,
        }
    )
    week = date(2026, 11, 2)
    span = Span(since=week, until=date(2026, 11, 8))
    made = reported(span, sums, {week: sums}, 11, 8)
    assert (made.filed, made.ended, made.open) == (32, 20, 11)
    assert made.score.n == 12
    assert made.score.mean == pytest.approx(98 / 12)
    assert made.satisfied == Share(10, 12)
    assert made.answered == Share(12, 40)
    assert made.solved == Share(9, 10)
    assert made.called_back == Share(1, 2)
    assert made.rescued == Share(2, 3)
    assert made.deadlines == {"C1": Share(0, 2), "R3": Share(19, 20)}
    assert made.reopened == Share(3, 20)
    assert made.first_accepted == Share(6, 10)
    assert made.weeks[week].n == 12
    assert made.target == pytest.approx(0.85)
