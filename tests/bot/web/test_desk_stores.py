"""Store scores over HTTP: entered, taken in, graded, corrected, beside what is complained of."""

import csv
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import aiohttp
import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Kind, Role
from storage.store import Store
from tests.bot.web.desk_office import WRONG_CHARGE, Browser, Office, office

DAY = timedelta(days=1)
RUDE = replace(WRONG_CHARGE, category="SRV", subtype="rude", store="BJ-CYL", promise_cited="")
LIST = """store,day,points,inspector,words
BJ-CYL,2026-11-03,95.5,周敏,叫号机正常
bj-zgc,2026-11-03,91,周敏
SH-XJH,2026-11-04,85
GZ-THL,2026-11-04,79.9,林晓,"无障碍通道堆物, 已要求清理"
"""


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def typed(points: str, day: str = "2026-11-03", store: str = "BJ-CYL") -> dict[str, str]:
    return {"store": store, "day": day, "points": points, "inspector": "周敏", "words": ""}


async def table(browser: Browser, period: str = "2026-Q4") -> dict[str, dict[str, str]]:
    """The table as CSV, by the store's code."""
    page = await browser.get(f"/desk/stores/file/csv?period={period}")
    assert page.status == 200
    rows = list(csv.reader(StringIO(page.text.removeprefix("\ufeff"))))
    return {row[1]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}


async def test_an_inspection_is_entered_graded_and_corrected_by_another(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.post("/desk/stores", typed("59.5"))
    assert (page.status, page.path) == (200, "/desk/stores")
    assert page.has(here.say("desk-stores-done", count=1), here.say("desk-grade-failed"), "59.5")
    here.clock.at += DAY
    boss = await here.visit("孙工", Role.SUPERVISOR)
    page = await boss.post("/desk/stores", typed("95.5"))
    assert page.has(here.say("desk-stores-replaced"), here.say("desk-grade-excellent"), "陈工")
    rows = await table(boss)
    assert rows["BJ-CYL"][here.say("desk-stores-points")] == "95.5"
    assert rows["BJ-CYL"][here.say("desk-stores-times")] == "1"


async def test_what_cannot_be_right_comes_back_as_it_was_typed(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.post("/desk/stores", typed("101"))
    assert page.status == 422
    assert page.has(here.say("desk-stores-wrong-points", said="101"), 'value="101"')
    page = await boss.post("/desk/stores", typed("90", day="2026-11-30"))
    assert page.has(here.say("desk-stores-wrong-ahead", said="2026-11-30"))
    page = await boss.post("/desk/stores", typed("90", store="NOWHERE"))
    assert page.status == 422
    page = await boss.get("/desk/stores")
    assert page.has(here.say("desk-stores-none-seen"))


async def test_a_list_is_taken_in_whole_or_not_at_all(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    wrong = f"{LIST}XX-01,2026-11-04,88\n"
    page = await boss.post("/desk/stores/import", {"lines": wrong})
    assert page.status == 422
    codes = "BJ-CYL, BJ-ZGC, SH-XJH, GZ-THL, HZ-WSL"
    why = here.say("desk-stores-wrong-store", said="XX-01", codes=codes)
    assert page.has(here.say("desk-stores-wrong-line", line=6, why=why), "无障碍通道堆物")
    assert (await table(boss))["BJ-CYL"][here.say("desk-stores-times")] == "0"
    page = await boss.post("/desk/stores/import", {"lines": LIST})
    assert page.has(here.say("desk-stores-done", count=4), "无障碍通道堆物, 已要求清理")
    rows = await table(boss)
    grade = here.say("desk-stores-grade")
    assert [rows[code][grade] for code in ("BJ-CYL", "BJ-ZGC", "SH-XJH", "GZ-THL", "HZ-WSL")] == [
        *(here.say(f"desk-grade-{one}") for one in ("excellent", "good", "passed", "failed")),
        "",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
async def test_a_file_is_read_as_table_programs_save_it(here: Office, encoding: str) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    form = aiohttp.FormData()
    form.add_field("file", BytesIO(LIST.encode(encoding)), filename="stores.csv")
    async with boss.session.post(f"{boss.url}/desk/stores/import", data=form) as answer:
        text = await answer.text()
    assert answer.status == 200
    assert "叫号机正常" in text
    form = aiohttp.FormData()
    form.add_field("file", BytesIO(b"\xff\xfe\x00\x81"), filename="stores.xls")
    async with boss.session.post(f"{boss.url}/desk/stores/import", data=form) as answer:
        assert answer.status == 422
        assert here.say("desk-stores-wrong-file") in await answer.text()


async def test_complaints_stand_beside_the_points_of_their_store(here: Office) -> None:
    """Two about how one was served, one about a bill; praise is no complaint, and is told apart."""
    boss = await here.visit("陈工", Role.SUPERVISOR)
    for place, filing in enumerate((RUDE, RUDE, replace(WRONG_CHARGE, store="BJ-CYL"))):
        number = f"+861381234000{place}"
        await here.filed(replace(filing, service_number=number), f"s{place}")
    praise = replace(RUDE, kind=Kind.PRAISE, service_number="+8613812340009")
    await here.filed(praise, "p1")
    await here.dispatcher.tick()
    rows = await table(boss)
    assert rows["BJ-CYL"][here.say("desk-stores-service")] == "2"
    assert rows["BJ-CYL"][here.say("desk-stores-all")] == "3"
    assert rows["BJ-CYL"][here.say("desk-stores-praise")] == "1"
    rows = await table(boss, "2026-Q3")
    assert rows["BJ-CYL"][here.say("desk-stores-service")] == "0"


async def test_staff_look_and_leads_enter(here: Office) -> None:
    agent = await here.visit("王敏")
    page = await agent.get("/desk/stores")
    assert page.status == 200
    assert page.has(here.say("desk-stores-look"))
    assert "/desk/stores/import" not in page.text
    assert (await agent.post("/desk/stores", typed("90"))).status == 403
    assert (await agent.get("/desk/stores/file/pdf")).status == 404


async def test_the_workbook_has_points_as_numbers(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.post("/desk/stores/import", {"lines": LIST})
    async with boss.session.get(f"{boss.url}/desk/stores/file/xlsx?period=2026-11") as answer:
        book = ZipFile(BytesIO(await answer.read()))
    leaf = book.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="C2" s="' in leaf
    assert "<v>95.5</v>" in leaf
    assert leaf.count("<row ") == 6
