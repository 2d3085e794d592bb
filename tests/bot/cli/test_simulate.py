"""The terminal: a complaint is told, asked about and filed, choices typed by number."""

import json

from bot.cli.simulate import said
from dialogs.model import Command, Text
from storage.engines import claim_file
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

STORY = (
    "On 3 November you charged me 94 yuan for data that I had switched off. "
    "I want the 94 yuan back. My number is 13812345678."
)


def test_a_complaint_is_filed_in_the_terminal(home: Home) -> None:
    typed = f"{STORY}\n1\n1\n/my\n"
    code, out, errors = call("simulate", "--language", "en", given=typed)
    assert code == 0, errors
    assert "You are the subscriber" in out
    assert "1 File a complaint" in out
    assert "94" in out
    told = json.loads(call("stats", "--json")[1])
    assert sum(told["tickets"].values()) == 2
    assert told["outbox"]["pending"] == 0


def test_what_was_begun_is_there_the_next_time(home: Home) -> None:
    call("simulate", "--language", "zh-CN", given="十一月三日你们多扣了我94元流量费，要求退还\n1\n")
    told = json.loads(call("stats", "--json")[1])
    assert told["sessions"] == 1
    code, out, _ = call("simulate", "--language", "zh-CN", given="取消\n")
    assert code == 0
    assert json.loads(call("stats", "--json")[1])["sessions"] == 0, out


def test_a_line_with_a_slash_is_a_command() -> None:
    assert said("/my tickets") == Command("my", "tickets")
    assert said("5/6") == Text("5/6")


def test_it_is_refused_beside_a_server(home: Home) -> None:
    with claim_file(home.folder / "data/redress.db"):
        code, _, errors = call("simulate")
    assert code == 1
    assert "in use by another process" in errors
