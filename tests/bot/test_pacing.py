"""The pace of messages, on a clock that the test moves."""

from bot.pacing import MANY, Bucket, Pace, Rates


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    clock = Clock()
    pace = Pace(Rates(chat=1), clock)
    assert [pace.wait(7) for _ in range(5)] == [0, 0, 0, 1, 2]
    clock.at += 10
    assert [pace.wait(7) for _ in range(4)] == [0, 0, 0, 1]


def test_chats_do_not_slow_each_other_down_but_share_the_bot() -> None:
    pace = Pace(Rates(bot=2, chat=1), Clock())
    assert [pace.wait(chat) for chat in (1, 2, 3, 4)] == [0, 0, 0.5, 1.0]


def test_there_is_room_for_what_the_bot_may_send_now() -> None:
    clock = Clock()
    pace = Pace(Rates(bot=5), clock)
    assert (pace.room(64), pace.room(3), pace.pause()) == (5, 3, 0)
    for chat in range(5):
        pace.wait(chat)
    assert (pace.room(64), pace.pause()) == (0, 0.2)
    clock.at += 0.4
    assert pace.room(64) == 2


def test_zero_is_no_limit() -> None:
    pace = Pace(Rates(), Clock())
    assert [pace.wait(1) for _ in range(100)] == [0] * 100
    assert (pace.room(64), pace.pause()) == (64, 0)


def test_what_was_booked_and_not_sent_is_given_back() -> None:
    pace = Pace(Rates(bot=1, chat=1), Clock())
    assert pace.wait(1) == 0
    pace.unused(1)
    assert pace.wait(1) == 0


def test_a_slow_rate_still_lets_one_message_go() -> None:
    assert Pace(Rates(bot=0.5), Clock()).room(64) == 1


def test_chats_that_rest_are_forgotten() -> None:
    clock = Clock()
    pace = Pace(Rates(chat=1), clock)
    for chat in range(MANY + 2):
        clock.at += 10
        pace.wait(chat)
    assert len(pace._chats) < 10


def test_a_bucket_never_holds_more_than_it_may() -> None:
    clock = Clock()
    bucket = Bucket(1, 3, clock)
    clock.at += 1000
    bucket.back()
    assert (bucket.tokens, bucket.full) == (3, True)
