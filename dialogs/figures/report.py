"""The few figures that say how the desk does: on the page, in the group's picture, in a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.figures.rates import Share, Spread
from dialogs.figures.sums import Span, Sums

TARGET = 0.85  # of scores that count as satisfied (domain.md §6)
MEASURES = (
    *("filed", "ended", "scored", "solved", "surveyed", "clock"),
    *("offer", "reopened", "repeat", "call_back", "came"),
)
NONE = Share(0, 0)
DECIDED_OFFERS = ("accepted", "rejected", "lapsed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A span in numbers; what each counts stands in `docs/figures.md`.

    `open` is of the moment it was made, all else of the span. `deadlines` by the code of the clock,
    `weeks` the scores of each week by its Monday.
    """

    since: date
    until: date
    filed: int
    ended: int
    open: int
    score: Spread
    satisfied: Share
    answered: Share
    solved: Share
    called_back: Share
    rescued: Share = NONE
    deadlines: Mapping[str, Share]
    reopened: Share
    first_accepted: Share
    weeks: Mapping[date, Spread]
    target: float = TARGET


def reported(
    span: Span, sums: Sums, weeks: Mapping[date, Sums], open_now: int, satisfied_from: int
) -> Report:
    """The report of these sums (of MEASURES) and those of the weeks (of "scored")."""
    score, ended = sums.spread("scored"), sums.total("ended")
    return Report(
        since=span.since,
        until=span.until,
        filed=sums.total("filed"),
        ended=ended,
        open=open_now,
        score=score,
        satisfied=score.part(satisfied_from),
        answered=sums.share("surveyed", ["answered"]),
        solved=sums.share("solved", ["yes"]),
        called_back=sums.share("call_back", ["in_time"]),
        rescued=sums.share("came", ["content"]),
        deadlines=deadlines(sums),
        reopened=Share(sums.total("reopened") + sums.total("repeat"), ended),
        first_accepted=accepted(sums, 1),
        weeks={day: one.spread("scored") for day, one in weeks.items()},
    )


def deadlines(sums: Sums) -> dict[str, Share]:
    """Of each clock, how often it was met among all times that it was decided."""
    rules = sorted({key.rpartition(":")[0] for key in sums.of("clock")})
    return {
        rule: sums.share("clock", [f"{rule}:met"], [f"{rule}:met", f"{rule}:breached"])
        for rule in rules
    }


def accepted(sums: Sums, round_: int) -> Share:
    """Offers of that round that were accepted, among those that were decided."""
    decided = [f"{round_}:{outcome}" for outcome in DECIDED_OFFERS]
    return sums.share("offer", [f"{round_}:accepted"], decided)
