"""The pace of messages, on a clock that the test moves."""

import pytest

from bot.pacing import Pace, Rates
from dialogs.model import Address


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def busy(pace: Pace, clock: Clock, seconds: float, late: float = 0.0) -> list[float]:
    """When messages go that are always ready, if each awakening comes `late`."""
    went = []
    end = clock.at + seconds
    while clock.at < end:
        wait = pace.wait()
        if wait:
            clock.at += wait + late
        else:
            pace.take()
            went.append(clock.at)
    return went


@pytest.mark.parametrize("rate", [1, 5, 30, 1000])
@pytest.mark.parametrize("late", [0.0, 0.0005])
def test_nearly_all_of_the_rate_is_used_and_no_second_has_more(rate: int, late: float) -> None:
    clock = Clock()
    went = busy(Pace(rate, clock), clock, 60, late)
    assert 0.97 * rate * 60 <= len(went) <= rate * 60
    first = 0
    for last, at in enumerate(went):
        while at - went[first] >= 1:
            first += 1
        assert last - first + 1 <= rate


def test_an_idle_bot_saves_nothing_up() -> None:
    clock = Clock()
    pace = Pace(10, clock)
    clock.at += 1000
    assert len(busy(pace, clock, 1)) <= 11


def test_a_part_of_the_rate_is_a_slower_pace() -> None:
    clock = Clock()
    pace = Pace(30, clock)
    pace.share = 1 / 3
    assert 9 * 10 <= len(busy(pace, clock, 10)) <= 100


def test_a_bot_that_was_told_to_wait_waits() -> None:
    clock = Clock()
    for pace in (Pace(30, clock), Pace(0, clock)):
        pace.rest(7)
        pace.rest(3)
        assert pace.wait() == pytest.approx(7)
    clock.at += 7
    assert pace.wait() == 0


def test_zero_is_no_limit() -> None:
    clock = Clock()
    pace = Pace(0, clock)
    for _ in range(1000):
        assert pace.wait() == 0
        pace.take()


def test_a_person_gets_one_a_second_and_a_group_twenty_a_minute() -> None:
    rates = Rates(bot=30, chat=1)
    person, group = (Address("telegram", "42", chat) for chat in ("7", "-1007"))
    assert rates.spacing(person) == 1
    assert 3 + 60 / rates.spacing(group) <= 20.0001
    assert Rates(bot=30).spacing(group) == 0
