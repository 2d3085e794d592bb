"""`redress planned`: announced work is entered, listed, moved and cancelled."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

NIGHT = ("--services", "NET-M", "--starts", "2126-11-20 01:00", "--ends", "2126-11-20 06:00")
REASON = ("--reason", "put off")


def listed(*more: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(call("planned", "list", "--json", *more)[1])
    return told


def test_work_is_entered_listed_moved_and_cancelled(home: Home) -> None:
    told = ("--announced", "2026-01-05 10:00", "--zh", "光缆割接", "--en", "Cable works")
    code, out, _ = call("planned", "add", "海淀;Chaoyang, Beijing", *NIGHT, *told)
    assert code == 0
    assert out.startswith("1     2126-11-20 01:00 to 2126-11-20 06:00  NET-M  Haidian, Beijing; ")
    (one,) = listed()
    assert (one["areas"], one["notice"]) == (["110108", "110105"], "ok")
    assert (one["starts"], one["words"]["en"]) == ("2126-11-19T17:00:00+00:00", "Cable works")
    assert call("planned", "end", "1", "2126-11-20 08:00", *REASON)[:2] == (
        0,
        "1 ends 2126-11-20 08:00\n",
    )
    assert listed()[0]["ends"] == "2126-11-20T00:00:00+00:00"
    assert call("planned", "cancel", "1", *REASON)[0] == 0
    assert "cancelled" in call("planned", "list")[1]
    assert call("planned", "cancel", "1", *REASON)[0] == 1
    assert call("planned", "end", "1", "2126-11-20 09:00", *REASON)[0] == 1
    assert listed("--past") == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "朝阳区", *NIGHT), "areas “朝阳区” may mean 110105 Chaoyang, Beijing or 220104"),
        (("add", "Atlantis", *NIGHT), "areas “Atlantis” is not known"),
        (("add", "海淀", *NIGHT, "--ends", "2126-11-20 01:00"), "ends is not after the start"),
        (("add", "海淀", *NIGHT, "--services", "BIL"), "services “BIL” is not known"),
        (("cancel", "1"), "redress: a change needs a --reason"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(
    home: Home, words: tuple[str, ...], why: str
) -> None:
    code, _, errors = call("planned", *words)
    assert (code, why in errors) == (2, True), errors
    assert listed() == []


def test_a_file_is_taken_whole_or_not_at_all(home: Home, tmp_path: Path) -> None:
    head = "areas,services,starts,ends,announced,zh-CN,en\n"
    good = "海淀,NET-M;NET-F,2126-11-20 01:00,2126-11-20 06:00,,割接,\n"
    wrong = "海淀,NET-M,2126-11-20 01:00,soon,,,\n"
    file = tmp_path / "works.csv"
    file.write_text(head + good + wrong, "utf-8")
    code, _, errors = call("planned", "import", str(file))
    assert (code, "line 3: ends “soon” is no time like" in errors) == (1, True)
    assert listed() == []
    file.write_text(head + good + good, "utf-8")
    assert call("planned", "import", str(file))[:2] == (0, "2 entered\n")
    assert [one["notice"] for one in listed()] == ["none", "none"]
