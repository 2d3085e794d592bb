"""Forms as files: ruled pages that hold everything, workbooks that compute nothing, long lists made
in a process of its own.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.forms import press
from bot.forms.form import Box, Column, Form, Part, Row, Table, signature
from bot.forms.paper import drawn
from bot.forms.press import Job, PressError, long, short
from tests.bot.forms import cells_of, formulas_of, leaf_of, pages_of, rows_of, within_margins

MADE = datetime(2026, 11, 3, 2, 22, tzinfo=UTC)
HEADS = ("序号", "受理时间", "金额", "Complaint")
EVIL = (
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "https://evil.example",
    "{=1}",
    "a\x00b\x1f",
)


def form(*rows: tuple[str, ...], open_: bool = False, wide: bool = True) -> Form:
    columns = tuple(
        Column(name, width, kind)
        for name, width, kind in zip(
            HEADS, (8, 24, 20, 90), ("count", "moment", "money", "text"), strict=True
        )
    )
    table = Table(columns=columns, rows=rows, none="没有", open=open_)
    signed = Part(title="签字", boxes=(signature("承办人", "日期"),), remark="注")
    return Form(
        code="register",
        title="投诉登记表",
        under="2026-11-01 至 2026-11-30",
        foot="登记表 & more",
        pages="第 {n} 页，共 {m} 页",
        volume="第 {n} 册，共 {m} 册",
        language="zh-CN",
        made=MADE,
        parts=(Part(table=table), signed),
        wide=wide,
    )


def rows(many: int, words: str = "网络不好") -> list[tuple[str, ...]]:
    return [(f"{one}", "2026-11-03 10:22", "94.00", f"{words}{one}") for one in range(1, many + 1)]


async def coming(many: int) -> AsyncIterator[Row]:
    for row in rows(many):
        yield row


async def whole(job: Job, given: AsyncIterator[Row]) -> bytes:
    return b"".join([some async for some in long(job, given)])


@pytest.mark.parametrize("wide", [True, False])
def test_a_long_table_goes_on_over_pages_below_its_head(wide: bool) -> None:
    pdf = drawn(form(*rows(120, "这里的网络很不好 so slow that nothing loads at all "), wide=wide))
    pages = pages_of(pdf)
    assert len(pages) == within_margins(pdf) >= 3
    assert all("序号受理时间金额Complaint" in page for page in pages)
    assert [f"第{n}页，共{len(pages)}页" in page for n, page in enumerate(pages, 1)].count(
        False
    ) == 0
    together = "".join(pages)
    assert all(f"loadsatall{n}" in together for n in range(1, 121))
    assert "承办人" in pages[-1]


def test_a_row_longer_than_a_page_is_there_to_its_last_word() -> None:
    story = "".join(f"第{n}句话说网络不好。" for n in range(400))
    boxed = Part(boxes=((Box("投诉内容", story),),))
    made = form(("1", "2026-11-03 10:22", "1.00", story))
    pdf = drawn(replace(made, parts=(boxed, *made.parts), wide=False))
    said = "".join(page.partition("第1页")[0] for page in pages_of(pdf))
    assert within_margins(pdf) >= 3
    assert said.count("第399句话说网络不好。") == 2


def test_strange_characters_do_no_harm_on_paper() -> None:
    strange = (*EVIL, "😀 emoji", "a\rb", "\u202eright to left", "x" * 500)
    made = form(*((f"{n}", "", "", words) for n, words in enumerate(strange, 1)))
    pdf = drawn(made)
    assert within_margins(pdf) >= 1
    assert "+1+1" in "".join(pages_of(pdf))


def test_a_form_without_rows_says_so_and_is_the_same_bytes_each_time() -> None:
    pdf = drawn(form())
    assert "没有" in pages_of(pdf)[0]
    assert pdf == drawn(form())


def test_a_workbook_keeps_moments_and_amounts_as_such_and_computes_nothing() -> None:
    made = form(*((f"{n}", "2026-11-03 10:22", "94.00", words) for n, words in enumerate(EVIL, 1)))
    xlsx = short(made, "xlsx")
    cells = cells_of(xlsx)
    assert formulas_of(xlsx) == []
    assert "hyperlink" not in leaf_of(xlsx)
    assert [one for one in EVIL[:4] if one not in cells.values()] == []
    assert "46329.4319444" in " ".join(cells.values())  # 2026-11-03 10:22 as days since 1899-12-30
    assert list(cells.values()).count("94") == len(EVIL)
    assert "第 &amp;P 页，共 &amp;N 页" in leaf_of(xlsx)
    assert "&amp;&amp; more" in leaf_of(xlsx)


async def test_a_long_list_is_made_in_another_process_and_its_head_is_repeated() -> None:
    job = Job(form(open_=True), "xlsx", 2500)
    xlsx = await whole(job, coming(2500))
    listed = rows_of(xlsx)
    assert job.ending == "xlsx"
    assert list(HEADS) in listed
    assert [row[3] for row in listed if row[0] == "2500"] == ["网络不好2500"]
    assert 'fitToHeight="0"' in leaf_of(xlsx)


async def test_many_rows_are_several_volumes_in_one_zip() -> None:
    many = press.VOLUME + 30
    job = Job(form(open_=True), "pdf", many)
    assert (job.volumes, job.ending) == (2, "zip")
    together = ZipFile(BytesIO(await whole(job, coming(many))))
    assert together.testzip() is None
    assert together.namelist() == ["register-001.pdf", "register-002.pdf"]
    first, second = (together.read(name) for name in together.namelist())
    assert "第1册，共2册" in pages_of(first)[0]
    assert f"网络不好{press.VOLUME}" in "".join(pages_of(first))
    assert f"网络不好{many}" in pages_of(second)[-1]
    assert "承办人" in pages_of(first)[-1]


async def test_few_rows_are_one_file_and_none_are_one_too() -> None:
    for many, said in ((3, "网络不好3"), (0, "没有")):
        job = Job(form(open_=True), "pdf", many)
        assert job.ending == "pdf"
        assert said in pages_of(await whole(job, coming(many)))[0]


async def test_rows_that_break_off_leave_no_file() -> None:
    async def broken() -> AsyncIterator[Row]:
        yield rows(1)[0]
        raise OSError("the database is gone")

    coming_file = long(Job(form(open_=True), "pdf", 1), broken())
    with pytest.raises(OSError, match="gone"):
        await anext(coming_file)


async def test_a_job_that_cannot_be_done_is_an_error_and_no_empty_file() -> None:
    async def wrong() -> AsyncIterator[Row]:
        yield ("one word where four are wanted",)

    with pytest.raises(PressError):
        await whole(Job(form(open_=True), "pdf", 1), wrong())


async def test_who_goes_away_stops_the_other_process() -> None:
    made: list[int] = []

    async def endless() -> AsyncIterator[Row]:
        while True:
            made.append(1)
            yield rows(1)[0]

    several = Job(form(open_=True), "pdf", 3 * press.VOLUME)
    coming_ = long(several, endless())
    await anext(coming_)
    await coming_.aclose()
    told = len(made)
    for _ in range(100):  # others have their turn, and nothing more is read
        await asyncio.sleep(0)
    assert len(made) == told >= press.VOLUME
