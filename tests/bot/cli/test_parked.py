"""`redress parked`: what could not be handled is listed, tried again, or let go by hand."""

import json

import pytest

from storage import Connection, inbox, schema
from storage.inbox import EventKey
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home, now

ID = "telegram/42/update-9"
KEY = EventKey("telegram", "42", "update-9")


def states(home: Home) -> dict[str, tuple[str, str | None]]:
    """State and raw JSON of each event."""

    def read(c: Connection) -> dict[str, tuple[str, str | None]]:
        rows = c.execute(schema.inbox.select())
        return {row.event: (row.state, row.raw) for row in rows}

    return home.write(read)


def test_they_are_listed_without_what_they_said(home: Home) -> None:
    home.park("update-9", "no chat in it")
    home.park("update-10", "KeyError")
    code, out, errors = call("parked", "list")
    assert (code, errors) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [ID, "telegram/42/update-10"]
    assert "no chat in it" in out
    assert "{}" not in out
    (first, _) = json.loads(call("parked", "list", "--json")[1])
    assert (first["id"], first["attempts"], first["error"]) == (ID, 0, "no chat in it")
    assert "raw" not in first


def test_what_they_said_is_shown_to_who_asks(home: Home) -> None:
    home.park("update-9", "no chat in it")
    assert "{}" in call("parked", "list", "--raw")[1]
    assert json.loads(call("parked", "list", "--json", "--raw")[1])[0]["raw"] == "{}"


def test_a_long_list_is_cut_and_says_so(home: Home) -> None:
    for number in range(3):
        home.park(f"update-{number}", "why")
    code, out, errors = call("parked", "list", "--limit", "2")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "2 of 3" in errors


def test_nothing_parked_is_said(home: Home) -> None:
    assert call("parked", "list")[:2] == (0, "nothing is parked\n")
    assert json.loads(call("parked", "list", "--json")[1]) == []


def test_one_is_set_back_to_be_handled(home: Home) -> None:
    home.park("update-9", "no chat in it")
    home.park("update-10", "no chat in it")
    code, out, _ = call("parked", "retry", ID)
    assert (code, out.split()[0]) == (0, "1")
    assert states(home) == {"update-9": ("received", "{}"), "update-10": ("parked", "{}")}


def test_all_are_set_back(home: Home) -> None:
    for number in range(3):
        home.park(f"update-{number}", "why")
    assert call("parked", "retry", "--all")[1].split()[0] == "3"
    assert {state for state, _ in states(home).values()} == {"received"}
    assert call("parked", "retry", "--all")[1].split()[0] == "0"


def test_a_dropped_one_is_forgotten_and_still_known_if_it_comes_again(home: Home) -> None:
    home.park("update-9", "no chat in it")
    code, out, errors = call("parked", "drop", ID)
    assert code == 0
    assert "action=parked_drop which=update-9" in errors
    assert out.startswith(f"dropped {ID}")
    assert states(home) == {"update-9": ("handled", None)}
    assert not home.write(lambda c: inbox.accept(c, KEY, None, "{}", now()))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("retry",), 2, "--all"),
        (("retry", ID, "--all"), 2, "--all"),
        (("retry", "update-9"), 2, "telegram/1234567/update-9"),
        (("retry", "telegram/42/other"), 1, "is not parked"),
        (("drop", "telegram/42/other"), 1, "is not parked"),
        (("drop", "//"), 2, "telegram/1234567/update-9"),
        (("drop",), 2, "ID"),
        (("list", "--limit", "0"), 2, "limit"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    words: tuple[str, ...], code: int, said: str, home: Home
) -> None:
    home.park("update-9", "no chat in it")
    found, out, errors = call("parked", *words)
    assert (found, out) == (code, "")
    assert said in errors
    assert states(home) == {"update-9": ("parked", "{}")}


def test_what_is_handled_cannot_be_dropped_or_tried_again(home: Home) -> None:
    home.write(lambda c: inbox.accept(c, KEY, None, "", now()))
    assert call("parked", "retry", ID)[0] == 1
    assert call("parked", "drop", ID)[0] == 1
    assert states(home) == {"update-9": ("handled", None)}
