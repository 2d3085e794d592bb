"""The report at the desk over HTTP: all measures with their n, the sheets, the files, outside."""

import csv
import json
import re
from collections.abc import AsyncIterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.counting import Counting
from dialogs.figures.measures import MEASURES
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web.desk_office import Browser, Office, office
from tests.storage.thirty import thirty

SPAN = "from=2026-11-01&to=2026-11-15"
SHEETS = ("", "/topics", "/days", "/quarter")
FILES = ("/file/report.xlsx", "/file/report.json", "/file/measures.csv", "/file/quarter.csv")


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    """An office with the thirty tickets that are worked out on paper."""
    await store.write(thirty)
    async with office(house, texts, store, tmp_path / "files") as made:
        counting = Counting(made.door.stage, store)
        while await counting.round(made.clock()):
            pass
        yield made


async def lead(here: Office) -> Browser:
    return await here.visit("陈工", Role.SUPERVISOR)


async def test_only_leads_see_it(here: Office) -> None:
    for path in (*SHEETS, *FILES):
        for role, status in ((Role.AGENT, 403), (Role.HANDLER, 403), (Role.DIRECTOR, 200)):
            browser = await here.visit("王敏", role)
            assert (await browser.get(f"/desk/report{path}")).status == status, path


async def test_each_measure_stands_there_with_its_formula_and_its_n(here: Office) -> None:
    boss = await lead(here)
    page = unescape((await boss.get(f"/desk/report?{SPAN}")).text)
    for place, one in enumerate(MEASURES, 1):
        assert f"{place}. {here.say(f'measure-{one.code}')}" in page
        assert here.say(f"measure-{one.code}-formula", score=8) in page
    assert "6 / 8" in page  # satisfied


async def test_a_number_opens_its_tickets(here: Office) -> None:
    boss = await lead(here)
    page = (await boss.get(f"/desk/report?{SPAN}")).text
    links = [unescape(one) for one in re.findall(r'href="(/desk/figures/tickets\?[^"]*)"', page)]
    assert len(links) > 20
    spot = next(one for one in links if "figure=spot" in one)
    assert re.findall(r"/desk/t/TS\d+", (await boss.get(spot)).text)
    assert [one for one in links if (await boss.get(one)).status != 200] == []


async def test_the_version_for_outside_has_no_small_number_and_no_list(here: Office) -> None:
    boss = await lead(here)
    page = (await boss.get(f"/desk/report?{SPAN}&outside=1")).text
    assert here.say("desk-report-outside-note") in page
    assert here.say("measure-staff-caused") not in page
    assert "/desk/figures/tickets" not in page
    told = json.loads((await boss.get(f"/desk/report/file/report.json?{SPAN}&outside=1")).text)
    figures = [one for measure in told["measures"] for one in measure["figures"]]
    small = [one for one in figures if any(n is not None and n < 5 for n in (one["n"], one["of"]))]
    assert small == []
    assert told["days"] == []
    counts = [n for row in told["quarter"]["rows"] for n in row["complaints"].values()]
    assert all(n is None or n >= 5 for n in counts)
    for path in ("/days", "/file/days.csv"):
        assert (await boss.get(f"/desk/report{path}?{SPAN}&outside=1")).status == 404


async def test_the_sheets_show_the_week_the_days_and_the_quarter(here: Office) -> None:
    boss = await lead(here)
    week = (await boss.get(f"/desk/report/topics?{SPAN}")).text
    assert week.count("<tr>") == 1 + 4
    days = (await boss.get(f"/desk/report/days?{SPAN}")).text
    assert days.count(here.say("desk-report-day-high")) >= 2
    quarter = unescape((await boss.get(f"/desk/report/quarter?{SPAN}")).text)
    assert here.say("desk-report-quarter", quarter="2026-Q4") in quarter
    assert here.say("desk-report-users-example", quarter="2026-Q1") in quarter


async def test_the_files_hold_the_same(here: Office) -> None:
    boss = await lead(here)
    told = json.loads((await boss.get(f"/desk/report/file/report.json?{SPAN}")).text)
    assert [one["code"] for one in told["measures"]] == [one.code for one in MEASURES]
    rows = list(
        csv.reader(StringIO((await boss.get(f"/desk/report/file/measures.csv?{SPAN}")).text))
    )
    figures = [one for measure in told["measures"] for one in measure["figures"]]
    assert len(rows) == 1 + len(figures)
    assert [row[1] for row in rows[1:]] == [one["name"] for one in figures]
    book = await boss.session.get(f"{here.url}/desk/report/file/report.xlsx?{SPAN}")
    with ZipFile(BytesIO(await book.read())) as opened:
        leaves = opened.read("xl/workbook.xml").decode()
    assert re.findall(r'<sheet name="([^"]*)"', leaves) == [
        *(here.say(f"desk-report-leaf-{one}") for one in ("measures", "topics", "days", "quarter")),
        here.say("desk-figure-file-about"),
    ]


@pytest.mark.parametrize("path", ["/nothing", "/file/report.pdf", "/file/nothing.csv", "/file/x"])
async def test_what_is_not_there_is_said(here: Office, path: str) -> None:
    boss = await lead(here)
    assert (await boss.get(f"/desk/report{path}")).status == 404
