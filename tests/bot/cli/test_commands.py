"""The commands: what they print where, and how they exit."""

import json
import tomllib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dialogs.tickets.ticket import Approval, Item, Proposal, Role
from storage import Connection, tickets
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home


def test_counts_are_printed_as_the_contract_says(home: Home) -> None:
    code, out, _ = call("stats", "--json")
    told = json.loads(out)
    assert code == 0
    parts = {"tickets", "events", "outbox", "sessions", "surveys", "contacts", "repeats"}
    assert set(told) == parts
    assert set(told["events"]) == {"accepted", "duplicate", "parked"}
    assert set(told["outbox"]) == {"pending", "sent", "failed", "unknown"}
    assert set(told["surveys"]) == {"sent", "answered", "mean"}
    assert sum(told["tickets"].values()) == 1


@pytest.mark.parametrize("spoken", ["{}", "  {}", "{0} ", "lower"])
def test_a_ticket_is_found_by_its_number_in_any_case_and_with_spaces(
    spoken: str, home: Home
) -> None:
    said = home.number.lower() if spoken == "lower" else spoken.format(home.number)
    code, out, _ = call("ticket", said, "--json")
    told = json.loads(out)
    assert (code, told["number"]) == (0, home.number)
    assert {"filing", "timeline", "proposals", "clocks", "scores", "hints"} <= set(told)
    assert told["timeline"][0]["move"] == "submit"


def test_a_ticket_can_be_read_by_people_too(home: Home) -> None:
    code, out, _ = call("ticket", home.number)
    assert code == 0
    assert out.startswith(home.number)
    assert "submit" in out


def test_offers_with_their_promises_and_the_leave_for_them_are_told(home: Home) -> None:
    at = datetime(2026, 11, 18, 4, tzinfo=UTC)
    item = Item(code="double_refund", minor=18800, due=at, promise="double_refund")
    offered = Proposal(round=1, finding="overcharged", items=(item,), at=at, by="Wang")
    asked = Approval(
        minor=18800,
        role=Role.SUPERVISOR,
        by=2,
        by_name="Wang",
        at=at,
        items=(item,),
        outcome="granted",
        decided_name="Zhao",
    )

    def put(c: Connection) -> None:
        ticket = tickets.by_number(c, home.number)
        assert ticket is not None
        after = replace(ticket, proposals=(offered,), approvals=(asked,))
        assert tickets.save(c, ticket, after, ())

    home.write(put)
    told = json.loads(call("ticket", home.number, "--json")[1])
    assert told["proposals"][0]["items"][0]["promise"] == "double_refund"
    kept = told["approvals"][0]
    assert (kept["minor"], kept["role"], kept["outcome"]) == (18800, "supervisor", "granted")
    assert kept["items"][0]["promise"] == "double_refund"
    lines = call("ticket", home.number)[1].splitlines()
    assert "proposal 1: 1 items, open, keeps double_refund" in lines
    assert "approval of 188.00 for Wang, supervisor: granted by Zhao" in lines


def test_what_is_no_number_is_called_wrongly_and_an_unknown_one_did_not_go_well(
    home: Home,
) -> None:
    assert call("ticket", "hello")[0] == 2
    code, out, errors = call("ticket", "TS26110004277")
    assert (code, out) == (1, "")
    assert "TS26110004277" in errors


def test_staff_get_a_link_each(home: Home) -> None:
    code, out, _ = call("staff", "add", "李敏", "--role", "agent", "--department", "CS")
    assert code == 0
    assert out.strip().startswith("http://localhost:8080/desk?once=")
    _, again, _ = call("staff", "link", "李敏")
    assert again != out
    assert "李敏" in call("staff", "list")[1]


def test_staff_may_work_for_some_provinces_alone(home: Home) -> None:
    words = ("staff", "add", "王芳", "--role", "handler", "--department", "NET")
    assert call(*words, "--area", "四川", "--area", "Beijing", "--area", "460000")[0] == 0
    assert "王芳  handler  NET  510000 110000 460000" in call("staff", "list")[1]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("staff", "add", "x", "--role", "king"), 2, "director"),
        (("staff", "add", " ", "--role", "agent"), 2, "name"),
        (("staff", "add", "x", "--role", "agent", "--department", "XX"), 2, "CS"),
        (("staff", "add", "x", "--role", "agent", "--area", "Narnia"), 2, "province"),
        (("staff", "add", "x"), 2, "role"),
        (("staff", "link", "nobody"), 1, "nobody"),
        (("dance",), 2, "dance"),
        (("config", "set", "web.prot", "1"), 1, "web.port"),
        (("stats", "--config", "nowhere.toml"), 1, "nowhere.toml"),
        (("demo", "--tickets", "0"), 2, "tickets"),
    ],
)
def test_what_is_wrong_goes_to_stderr_with_the_right_code(
    words: tuple[str, ...], code: int, said: str, home: Home
) -> None:
    found, out, errors = call(*words)
    assert (found, out) == (code, "")
    assert said in errors


def test_doctor_numbers_its_checks_and_fails_with_a_mend(home: Home) -> None:
    code, out, _ = call("doctor")
    assert code == 0, out
    assert out.splitlines()[0].split()[:2] == ["1", "config"]
    assert "config set telegram.token" in out
    (home.folder / "data/redress.key").unlink()
    code, out, _ = call("doctor", "--json")
    told = json.loads(out)
    assert (code, told["ok"]) == (1, False)
    assert [one["name"] for one in told["checks"] if one["state"] == "FAIL"] == ["keys"]
    assert all(one["mend"] for one in told["checks"] if one["state"] == "FAIL")


def test_doctor_says_what_is_wrong_with_the_configuration(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDRESS_TELEGRAM_TOKEN", "x")
    code, out, _ = call("doctor")
    assert code == 1
    assert "did you mean REDRESS_TELEGRAM__TOKEN?" in out


def test_doctor_warns_of_a_file_that_others_can_read(home: Home) -> None:
    (home.folder / "config.toml").write_text("[web]\nport = 8080\n")
    (home.folder / "config.toml").chmod(0o644)
    assert "chmod 600 config.toml" in call("doctor")[1]


def test_the_configuration_is_made_changed_and_shown(home: Home) -> None:
    assert call("config", "init")[0] == 0
    assert call("config", "init")[0] == 1
    assert call("config", "set", "telegram.token", "1234567:hush")[0] == 0
    assert call("config", "set", "operator.name", given="示例通信\n")[0] == 0
    code, out, _ = call("config", "show")
    assert code == 0
    assert "hush" not in out
    told = tomllib.loads(out)
    assert told["operator"]["name"] == "示例通信"
    assert (home.folder / "config.toml").stat().st_mode & 0o077 == 0


def test_help_is_there_for_every_command() -> None:
    for words in ((), ("staff",), ("config",), ("parked",), ("outbox",), ("run",), ("demo",)):
        assert call(*words, "--help")[0] == 0
