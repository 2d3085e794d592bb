"""The figures at the desk over HTTP: what is shown, what each number opens, the files, who may."""

import csv
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.counting import Counting
from bot.web.desk_words import Words
from bot.web.figures.asked import asked
from bot.web.figures.charts import Point, columns, line
from bot.web.figures.files import as_csv, as_xlsx
from bot.web.figures.sheet import Cell, Column, Sheet, percent
from dialogs.figures.rates import Share, Spread
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage.figures import Behind
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, office

PAGES = ("", "/deadlines", "/volume", "/negotiation", "/incidents", "/people")
DAY = timedelta(days=1)
SHARES = re.compile(r"(\d+)%")


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def counted(here: Office) -> None:
    counting = Counting(here.door.stage, here.store)
    while await counting.round(here.clock()):
        pass


async def scored(here: Office, agent: Browser, chat: str, score: int) -> Ticket:
    """A charge that was paid back and scored."""
    number = f"+86138{int(chat[1:]):08}"
    ticket = await here.filed(replace(WRONG_CHARGE, service_number=number), chat)
    await agent.done(ticket, "claim")
    await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    await here.subscriber(ticket, "fixed")
    await here.subscriber(ticket, "score", score=f"{score}")
    return ticket


async def week(here: Office) -> tuple[Browser, list[Ticket]]:
    """Three scores of charges, 9, 8 and 3, and an outage that nobody has taken."""
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    made = [await scored(here, agent, f"s{n}", score) for n, score in enumerate((9, 8, 3))]
    made.append(await here.filed(NO_NETWORK, "n9"))
    await counted(here)
    return boss, made


def links(text: str) -> list[str]:
    found = re.findall(r'href="(/desk/figures/tickets\?[^"]*)"', text)
    return [unescape(one) for one in found]


async def test_only_leads_see_figures(here: Office) -> None:
    for path in (*PAGES, "/tickets?figure=filed", "/volume/weeks.csv"):
        for role in (Role.AGENT, Role.HANDLER):
            browser = await here.visit("王敏", role)
            assert (await browser.get(f"/desk/figures{path}")).status == 403
        for role in (Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN):
            browser = await here.visit("陈工", role)
            assert (await browser.get(f"/desk/figures{path}")).status == 200


async def test_the_goal_is_shown_with_its_n_and_not_judged_by_three_scores(here: Office) -> None:
    boss, made = await week(here)
    page = await boss.get("/desk/figures")
    tile = page.text.partition('<dl class="tiles">')[2].partition("</div>")[0]
    assert "66%" in tile
    assert here.say("desk-figure-part", n=2, of=3) in tile
    assert here.say("desk-figure-goal", rate=85) in tile
    assert here.say("desk-figure-few", n=10) in tile
    assert here.say("desk-figure-goal-missed") not in tile
    good = links(tile)[0]
    listed = await boss.get(good)
    assert listed.has(made[0].number, made[1].number)
    assert made[2].number not in listed.text


async def test_every_number_opens_as_many_tickets_as_it_says(here: Office) -> None:
    boss, made = await week(here)
    page = await boss.get("/desk/figures/volume")
    for link, number in re.findall(r'<a href="(/desk/figures/tickets[^"]*)">(\d+)</a>', page.text):
        listed = await boss.get(unescape(link))
        assert len(re.findall(r'<a href="/desk/t/', listed.text)) == int(number), link
    assert page.has(here.said_as("宽带和固话"))
    narrowed = await boss.get("/desk/figures/volume?category=NET-F")
    first = next(link for link in links(narrowed.text) if "figure=filed" in link)
    listed = await boss.get(first)
    assert made[3].number in listed.text
    assert made[0].number not in listed.text


async def test_every_page_opens_empty_and_full_in_both_languages(here: Office) -> None:
    empty = await here.visit("陈工", Role.DIRECTOR)
    for path in PAGES:
        assert (await empty.get(f"/desk/figures{path}")).status == 200
    await week(here)
    for language in ("zh-CN", "en"):
        boss = await here.visit("陈工", Role.DIRECTOR, language)
        for path in PAGES:
            page = await boss.get(f"/desk/figures{path}?from=2025-11-20")
            assert page.status == 200
            assert 'style="' not in page.text
            for link in set(links(page.text)):
                assert (await boss.get(link)).status == 200, link


async def test_a_drawing_has_a_name_a_sentence_and_a_table(here: Office) -> None:
    boss, _ = await week(here)
    page = await boss.get("/desk/figures")
    for svg in re.findall(r'<svg class="chart.*?</svg>', page.text, re.DOTALL):
        names = re.search(r'aria-labelledby="(\S+) (\S+)"', svg)
        assert names is not None
        assert f'<title id="{names[1]}">' in svg
        assert f'<desc id="{names[2]}">' in svg
    assert page.text.count('<table class="numbers">') == 4
    assert page.text.count("<caption") == 4


async def test_what_is_no_figure_is_not_there(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    for path in ("/none", "/tickets", "/tickets?figure=none", "/volume/weeks.pdf", "/volume/x.csv"):
        assert (await boss.get(f"/desk/figures{path}")).status == 404


async def test_the_files_say_what_the_page_says(here: Office) -> None:
    boss, _ = await week(here)
    got = await boss.get("/desk/figures/satisfaction/categories.csv?from=2026-11-17")
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    name = "redress-satisfaction-categories-2026-11-17-2026-11-17.csv"
    assert got.headers["content-disposition"] == f'attachment; filename="{name}"'
    rows = list(csv.reader(StringIO(got.text.removeprefix("\ufeff"))))
    assert rows[1] == ["话费和扣费", "0.6667", "2", "3", "6.6667", "3"]
    book = await boss.session.get(f"{here.url}/desk/figures/satisfaction/categories.xlsx")
    assert book.headers["content-type"].endswith("spreadsheetml.sheet")
    with ZipFile(BytesIO(await book.read())) as leaves:
        assert "xl/worksheets/sheet2.xml" in leaves.namelist()


async def test_people_are_shown_with_what_they_did_and_without_scores(here: Office) -> None:
    boss, _ = await week(here)
    page = await boss.get("/desk/figures/people")
    row = page.text.partition("王敏</th>")[2].partition("</tr>")[0]
    assert re.findall(r">(\d+)<", row) == ["0", "3", "6"]
    assert "figure=scored" not in page.text


def test_percent_is_rounded_down() -> None:
    assert percent(Share(849, 1000)) == 84
    assert percent(Share(999, 1000)) == 99
    assert percent(Share(1, 1000)) == 0
    assert percent(Share(29, 100)) == 29  # not 28, as floats would have it
    assert percent(Share(0, 0)) is None


def sheet(*rows: list[Cell]) -> Sheet:
    kinds = ("text", "count", "share", "mean", "money", "day", "change")
    names = ("名称", "n", "率", "均", "钱", "日", "变")
    made = [Column(name, kind) for name, kind in zip(names, kinds, strict=True)]  # type: ignore[arg-type]
    return Sheet(code="x", title="标题", note="说明", columns=made, rows=rows)


WORDS = {"n": "件数", "of": "总数", "sheet": "统计", "about": "说明", "span": "11月"}
FULL = sheet(
    [
        Cell('=HYPERLINK("http://x","y")'),
        Cell(1234),
        Cell(Share(3, 4)),
        Cell(Spread({7: 1, 10: 1})),
        Cell(9450),
        Cell(date(2026, 11, 2)),
        Cell(-0.25),
    ],
    [Cell("+86"), Cell(0), Cell(Share(0, 0)), Cell(Spread()), Cell(0), Cell(None), Cell(None)],
)


def test_csv_opens_as_it_is_and_runs_nothing() -> None:
    made = as_csv(FULL, WORDS)
    assert made.startswith("\ufeff名称,".encode())
    head, first, second = csv.reader(StringIO(made.decode("utf-8-sig")))
    assert head == [
        "名称",
        "n",
        "率",
        "率 · 件数",
        "率 · 总数",
        "均",
        "均 · 总数",
        "钱",
        "日",
        "变",
    ]
    link = '\'=HYPERLINK("http://x","y")'
    assert first == [link, *["1234", "0.75", "3", "4", "8.5", "2", "94.50", "2026-11-02", "-0.25"]]
    assert second == ["'+86", "0", "", "0", "0", "", "0", "0.00", "", ""]


def test_xlsx_has_typed_cells_and_no_formula() -> None:
    with ZipFile(BytesIO(as_xlsx(FULL, WORDS))) as leaves:
        leaf = leaves.read("xl/worksheets/sheet1.xml").decode()
        styles = leaves.read("xl/styles.xml").decode()
        words = leaves.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in leaf
    assert "=HYPERLINK" in words
    values = dict(re.findall(r'<c r="([A-J]2)"[^>]*?(?: t="s")?><v>([^<]*)</v>', leaf))
    assert values["B2"] == "1234"
    assert (values["C2"], values["D2"], values["E2"]) == ("0.75", "3", "4")
    assert (values["F2"], values["H2"], values["J2"]) == ("8.5", "94.5", "-0.25")
    assert values["I2"] == f"{(date(2026, 11, 2) - date(1899, 12, 30)).days}"
    assert "yyyy-mm-dd" in styles
    assert "0.0%" in styles


def test_a_column_stands_on_the_ground_and_its_half_is_whole() -> None:
    chart = columns(
        "t", "d", [Point("1", 3, "3"), Point("2", 0, "0"), Point("3", 6, "6", few=True)]
    )
    assert [one.label for one in chart.rungs] == ["0", "3", "6"]
    assert [one.y + one.height for one in chart.strokes] == [chart.bottom] * 3
    assert chart.strokes[1].height == 0
    assert chart.strokes[2].y == chart.rungs[2].y
    assert [one.labelled for one in chart.strokes] == [True] * 3


def test_a_line_breaks_where_nothing_was_counted() -> None:
    points = [Point(f"11-{n:02}", value, "") for n, value in enumerate((50, 60, None, 70, 80))]
    chart = line("t", "d", points, least=0, most=100, steps=4, goal=(85, "85%"))
    assert len(chart.lines) == 2
    assert [one.falls for one in chart.strokes[:2]] == [False, False]
    assert chart.goal is not None
    assert chart.rungs[3].y > chart.goal.y > chart.rungs[4].y


def test_a_page_asks_for_a_year_at_most_and_for_nothing_to_come(here: Office) -> None:
    words = Words(here.door.stage, "zh-CN", here.clock())
    today = date(2026, 11, 17)
    assert asked({}, words).span.since == today - 29 * DAY
    late = asked({"from": "2027-01-01", "to": "2028-01-01"}, words).span
    assert (late.since, late.until) == (today, today)
    long = asked({"from": "2001-01-01", "category": "none", "department": "NET"}, words).span
    assert (long.days, long.category, long.department) == (366, "", "NET")
    assert asked({"from": "x", "to": "2026-11-10"}, words).span.since == date(2026, 10, 12)
    back = Behind.read(
        dict(one.split("=") for one in asked({}, words).behind("filed").split("?")[1].split("&"))
    )
    assert back is not None
    assert back.span.until == today
