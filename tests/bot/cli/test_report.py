"""`redress report`: all measures of the span with their n, in each format, and what is wrong."""

import csv
import json
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from dialogs.figures.measures import MEASURES
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

TOP = Path(__file__).resolve().parents[3]


def test_the_table_has_every_measure_and_counts_what_is_new(home: Home) -> None:
    code, out, _ = call("report", "--language", "en")
    assert code == 0
    heads = [line for line in out.splitlines() if line[:1].isdigit() and ". " in line]
    assert [line.partition(". ")[0] for line in heads] == [f"{n}" for n in range(1, 22)]
    assert "  Filed                        1" in out
    assert "n = 1 / 1" in out  # one of one is about a charge


def test_json_has_the_shape_that_is_documented(home: Home) -> None:
    told = json.loads(call("report", "--format", "json")[1])
    assert set(told) == {
        *("version", "from", "to", "made_at", "zone", "outside"),
        *("measures", "topics", "days", "quarter"),
    }
    assert [one["code"] for one in told["measures"]] == [one.code for one in MEASURES]
    filed = told["measures"][0]["figures"][0]
    assert filed == {
        **{"line": "filed", "key": "", "name": "受理", "n": 1, "of": None},
        **{"value": 1, "unit": "count", "withheld": False},
    }


def test_outside_withholds_what_is_small(home: Home) -> None:
    told = json.loads(call("report", "--format", "json", "--outside")[1])
    figures = [one for measure in told["measures"] for one in measure["figures"]]
    assert "staff-caused" not in [one["code"] for one in told["measures"]]
    assert {one["n"] for one in figures} == {None}  # there is but one ticket
    assert all(one["withheld"] for one in figures)


def test_csv_is_one_table_and_xlsx_all(home: Home) -> None:
    rows = list(csv.reader(StringIO(binary("--format", "csv", "--sheet", "quarter").decode())))
    assert len(rows) == 1 + 4 + 1  # the provinces with users, the unknown one, all
    with ZipFile(BytesIO(binary("--format", "xlsx"))) as book:
        assert len([name for name in book.namelist() if "worksheets/sheet" in name]) == 5


def binary(*words: str) -> bytes:
    """What the command writes to stdout as bytes, run as a process of its own."""
    command = [sys.executable, "-m", "bot", "report", *words]
    surroundings = {**os.environ, "PYTHONPATH": f"{TOP}"}
    return subprocess.run(command, env=surroundings, check=True, capture_output=True).stdout


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (("--format", "pdf"), "--format is one of table, csv, xlsx, json, not pdf"),
        (("--from", "soon"), "--from must be a day like 2026-11-30, not soon"),
        (("--from", "2026-02-02", "--to", "2026-02-01"), "is after"),
        (("--format", "csv", "--sheet", "weeks"), "measures, topics, days, quarter"),
        (("--sheet", "days"), "--sheet goes with --format csv"),
        (("--format", "csv", "--sheet", "days", "--outside"), "not for outside"),
        (("--language", "fr"), "--language is one of zh-CN, en, not fr"),
    ],
)
def test_what_is_asked_wrongly_is_said(home: Home, words: tuple[str, ...], mend: str) -> None:
    code, _, errors = call("report", *words)
    assert (code, mend in errors) == (2, True), errors
