"""`redress key`: numbers go on the list and off it, and the tickets about them are marked."""

import json
from dataclasses import replace

from storage import Connection, tickets
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home


def key(home: Home) -> object:
    """The mark on the ticket that is filed there."""
    code, out, _ = call("ticket", home.number, "--json")
    assert code == 0
    return json.loads(out)["key"]


def numbered(home: Home, number: str) -> None:
    """The ticket is about this number."""

    def put(c: Connection) -> None:
        found = tickets.by_number(c, home.number)
        assert found is not None
        filing = replace(found.filing, service_number=number)
        changed = replace(found, filing=filing, revision=found.revision + 1)
        assert tickets.save(c, found, changed, ())

    home.write(put)


def test_a_number_is_put_on_the_list_with_its_open_tickets_and_taken_off(home: Home) -> None:
    numbered(home, "+8613800138000")
    assert key(home) is False
    assert call("key", "add", "138 0013 8000", "--name", "市医院")[:2] == (
        0,
        "138****8000 is a key account now\n",
    )
    assert key(home) is True
    code, out, _ = call("key", "list")
    assert (code, "138****8000" in out, "市医院" in out, "by command" in out) == (
        0,
        True,
        True,
        True,
    )
    assert "13800138000" not in out
    assert call("key", "remove", "+8613800138000")[0] == 0
    assert key(home) is False
    assert call("key", "list", "--json")[1].strip() == "[]"


def test_what_cannot_be_is_said_and_changes_nothing(home: Home) -> None:
    assert call("key", "add", "not a number")[0] == 2
    assert call("key", "remove", "13800138000")[::2] == (
        1,
        "redress: 138****8000 is no key account; see `redress key list`\n",
    )
    call("key", "add", "13800138000")
    assert call("key", "add", "13800138000")[::2] == (
        1,
        "redress: 138****8000 is a key account already\n",
    )
