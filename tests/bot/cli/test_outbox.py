"""`redress outbox`: messages given up are listed without their words, sent again, or let go."""

import json

import pytest

from dialogs.model import Address
from storage import Connection, chats, outbox, outcomes, schema
from storage.outbox import NewRow
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now

WORDS = "Dear canary"


def owe(home: Home, count: int, to: str = "7") -> list[int]:
    """So many rows owed to a chat in Telegram."""

    def put(c: Connection) -> list[int]:
        here = chats.locate(c, Address("telegram", "42", to), now(), "en", "Ann")
        rows = [NewRow(method="sendMessage", body={"text": WORDS}, notice="M09")] * count
        return list(outbox.post(c, here, rows, now()).ids)

    return home.write(put)


def claim(c: Connection) -> outbox.Claimed:
    (taken,) = outbox.claim(c, "telegram", now(), "me", 1)
    return taken


def give_up(home: Home) -> None:
    """The chat's next row is refused for good."""
    home.write(lambda c: outcomes.refused(c, claim(c), "400 Bad Request", None, now()))


def rows(home: Home) -> list[tuple[str, int]]:
    """State and tries of each row, in the order of the chat."""

    def read(c: Connection) -> list[tuple[str, int]]:
        found = c.execute(schema.outbox.select().order_by(schema.outbox.c.seq))
        return [(row.state, row.attempts) for row in found]

    return home.write(read)


def test_what_was_given_up_is_listed_without_its_words(home: Home) -> None:
    first, second = owe(home, 2)
    give_up(home)
    code, out, errors = call("outbox", "list")
    assert (code, errors) == (0, "")
    (line,) = out.splitlines()
    assert line.split()[0] == str(first)
    assert "answer M09" in line
    assert "400 Bad Request" in line
    (told,) = json.loads(call("outbox", "list", "--json")[1])
    assert (told["id"], told["state"], told["channel"]) == (first, "failed", "telegram")
    assert (told["attempts"], told["priority"], told["notice"]) == (1, "answer", "M09")
    assert WORDS not in out + json.dumps(told)
    (waits,) = json.loads(call("outbox", "list", "--state", "pending", "--json")[1])
    assert waits["id"] == second


def test_what_may_have_arrived_is_listed_on_demand(home: Home) -> None:
    (only,) = owe(home, 1)
    home.write(lambda c: outcomes.unknown(c, claim(c), 60, "lost", now()))
    (told,) = json.loads(call("outbox", "list", "--state", "unknown", "--json")[1])
    assert (told["id"], told["error"]) == (only, "lost")
    assert call("outbox", "list")[1] == "no message was given up\n"


def test_one_that_is_sent_again_keeps_its_place_and_wakes_its_chat(home: Home) -> None:
    first, second = owe(home, 2)
    give_up(home)
    assert home.write(lambda c: claim(c).id) == second
    home.write(outbox.lapse)
    code, out, _ = call("outbox", "retry", str(first))
    assert (code, out.split()[0]) == (0, "1")
    assert rows(home)[0] == ("pending", 0)
    assert home.write(lambda c: claim(c).id) == first


def test_a_chat_that_was_owed_nothing_any_more_is_woken_too(home: Home) -> None:
    (only,) = owe(home, 1)
    give_up(home)
    assert home.write(lambda c: outbox.claim(c, "telegram", now(), "me", 1)) == []
    call("outbox", "retry", str(only))
    assert home.write(lambda c: claim(c).id) == only


def test_one_to_a_person_who_cannot_be_reached_waits_with_the_rest(home: Home) -> None:
    (first, _) = owe(home, 2)
    give_up(home)
    home.write(lambda c: outcomes.gone(c, claim(c), "403", now()))
    assert call("outbox", "retry", str(first))[0] == 0
    assert rows(home)[0] == ("pending", 0)
    assert home.write(lambda c: outbox.claim(c, "telegram", now(), "me", 1)) == []


def test_all_are_sent_again(home: Home) -> None:
    for name in ("1", "2", "3"):
        owe(home, 1, name)
        give_up(home)
    assert call("outbox", "retry", "--all")[1].split()[0] == "3"
    assert {state for state, _ in rows(home)} == {"pending"}
    assert call("outbox", "retry", "--all")[1].split()[0] == "0"


def test_one_that_is_dropped_is_never_sent_and_still_there(home: Home) -> None:
    (only,) = owe(home, 1)
    give_up(home)
    code, out, _ = call("outbox", "drop", str(only))
    assert code == 0
    assert out.startswith("dropped")
    assert [state for state, _ in rows(home)] == ["superseded"]
    assert call("outbox", "list")[1] == "no message was given up\n"
    code, _, errors = call("outbox", "retry", str(only))
    assert (code, "superseded" in errors) == (1, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("retry",), 2, "--all"),
        (("retry", "1", "--all"), 2, "--all"),
        (("retry", "one"), 2, "outbox list"),
        (("retry", "99"), 1, "no message 99"),
        (("retry", "1"), 1, "without your doing"),
        (("drop", "1"), 1, "without your doing"),
        (("drop", "99"), 1, "no message 99"),
        (("list", "--state", "sent"), 2, "failed, unknown, pending"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    words: tuple[str, ...], code: int, said: str, home: Home
) -> None:
    assert owe(home, 1) == [1]
    found, out, errors = call("outbox", *words)
    assert (found, out) == (code, "")
    assert said in errors
    assert rows(home) == [("pending", 0)]


def test_a_long_list_is_cut_and_says_so(home: Home) -> None:
    owe(home, 3)
    code, out, errors = call("outbox", "list", "--state", "pending", "--limit", "2")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "--limit shows more" in errors
