"""Each way a call may end, entry by entry."""

from random import Random

import pytest

from bot.channels.backoff import backoff
from bot.channels.base import (
    Gone,
    Halted,
    Later,
    Moved,
    Outcome,
    Owed,
    Refused,
    Request,
    Sent,
    Unknown,
)
from bot.channels.telegram_outcomes import SPREAD, outcome
from bot.channels.telegram_transport import Answer, Lost, Reply, Unsent
from dialogs.model import Address, Attached, Json

PAPER = Attached("confirmation", 7, "TS26110004277.pdf")
WORDS: dict[str, Json] = {"text": "a", "reply_markup": {"inline_keyboard": []}}
SEND = Request("sendMessage", WORDS)
EDIT = Request("editMessageText", WORDS)
MARKED = Request("sendMessage", {"text": "a", "parse_mode": "HTML"})
TOPIC = Request("sendMessage", {"text": "a", "message_thread_id": 9})
FILE = Request("sendDocument", {"caption": "a", "reply_markup": {}}, PAPER)


def owed(request: Request = SEND, *, target: str = "", attempts: int = 1) -> Owed:
    return Owed(
        id=1,
        chat=1,
        address=Address("telegram", "7", "5"),
        request=request,
        target=target,
        attempts=attempts,
    )


def end(reply: Reply, row: Owed) -> Outcome:
    return outcome(reply, row, Random(1))


def bad(words: str) -> Answer:
    return Answer(400, description=f"Bad Request: {words}")


def test_a_message_that_arrived_has_its_id() -> None:
    assert end(Answer(200, ok=True, result={"message_id": 12}), owed()) == Sent("12")
    assert end(Answer(200, ok=True, result=True), owed(EDIT, target="9")) == Sent("9")


@pytest.mark.parametrize(
    "said",
    [
        "message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message",
        "query is too old and response timeout expired or query ID is invalid",
    ],
)
def test_what_is_done_already_counts_as_sent(said: str) -> None:
    assert end(bad(said), owed(EDIT, target="9")) == Sent("9")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
        (403, "Forbidden: bot was kicked from the supergroup chat"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: PEER_ID_INVALID"),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN"),
        (400, "Bad Request: not enough rights to send text messages to the chat"),
        (400, "Bad Request: have no rights to send a message"),
    ],
)
def test_who_cannot_be_reached_is_gone(status: int, said: str) -> None:
    assert end(Answer(status, description=said), owed()) == Gone(f"{status} {said}")


@pytest.mark.parametrize(("status", "said"), [(401, "Unauthorized"), (404, "Not Found")])
def test_a_wrong_token_halts_the_channel(status: int, said: str) -> None:
    assert end(Answer(status, description=said), owed()) == Halted(f"{status} {said}")


def test_a_429_waits_as_long_as_it_says_and_hardly_longer() -> None:
    told = end(Answer(429, description="Too Many Requests", retry_after=7), owed(attempts=9))
    assert isinstance(told, Later)
    assert 7 <= told.after <= 7 + SPREAD
    assert told.flood


@pytest.mark.parametrize("status", [429, 409])
def test_a_wait_without_a_time_is_ours(status: int) -> None:
    told = end(Answer(status), owed(attempts=3))
    assert isinstance(told, Later)
    assert 3 <= told.after <= 5


@pytest.mark.parametrize(
    "reply", [Answer(500), Answer(502), Answer(504), Answer(200), Lost("ServerDisconnectedError")]
)
def test_an_answer_that_does_not_tell_is_unknown(reply: Reply) -> None:
    assert isinstance(end(reply, owed()), Unknown)


def test_what_was_not_sent_comes_later() -> None:
    told = end(Unsent("ClientConnectorError"), owed(attempts=2))
    assert isinstance(told, Later)
    assert told.reason == "ClientConnectorError"
    assert 1.5 <= told.after <= 2.5


def test_a_group_that_moved_names_its_new_chat() -> None:
    said = "Bad Request: group chat was upgraded to a supergroup chat"
    assert end(Answer(400, description=said, migrate_to="-100123"), owed()) == Moved("-100123")


@pytest.mark.parametrize(
    ("said", "request_", "plain"),
    [
        ("message to edit not found", EDIT, Request("sendMessage", WORDS)),
        ("message can't be edited", EDIT, Request("sendMessage", WORDS)),
        ("there is no text in the message to edit", EDIT, Request("sendMessage", WORDS)),
        ("MESSAGE_ID_INVALID", EDIT, Request("sendMessage", WORDS)),
        ("message can't be edited", SEND, None),
        ("can't parse entities: <", MARKED, Request("sendMessage", {"text": "a"})),
        ("can't parse entities: <", SEND, None),
        ("message thread not found", TOPIC, Request("sendMessage", {"text": "a"})),
        ("TOPIC_CLOSED", TOPIC, Request("sendMessage", {"text": "a"})),
        ("BUTTON_DATA_INVALID", SEND, Request("sendMessage", {"text": "a"})),
        ("can't parse inline keyboard button: x", SEND, Request("sendMessage", {"text": "a"})),
        ("reply markup is too long", SEND, Request("sendMessage", {"text": "a"})),
        ("message is too long", SEND, None),
        ("file must be non-empty", FILE, Request("sendMessage", {"text": "a", "reply_markup": {}})),
        ("BUTTON_DATA_INVALID", FILE, Request("sendDocument", {"caption": "a"}, PAPER)),
        ("anything else", SEND, None),
    ],
)
def test_a_refusal_offers_a_simpler_request_where_there_is_one(
    said: str, request_: Request, plain: Request | None
) -> None:
    assert end(bad(said), owed(request_)) == Refused(f"400 Bad Request: {said}", plain)


def test_a_file_too_large_for_the_server_is_refused() -> None:
    told = end(Answer(413, description="Request Entity Too Large"), owed(FILE))
    assert isinstance(told, Refused)


def test_a_reason_is_kept_short() -> None:
    told = end(bad("x" * 5000), owed())
    assert isinstance(told, Refused)
    assert len(told.reason) == 200


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [(0, 1), (1, 1), (2, 2), (3, 4), (9, 256), (10, 300), (100_000, 300)],
)
def test_waiting_doubles_up_to_five_minutes(attempts: int, seconds: int) -> None:
    rng = Random(7)
    waits = [backoff(attempts, rng) for _ in range(50)]
    assert min(waits) >= seconds * 0.75
    assert max(waits) <= seconds * 1.25
    assert len(set(waits)) > 40
