"""From the log to the page: one bubble a message, whatever became of its outbox row."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.web.bubbles import bubbles
from storage.pages import Line, Paper

AT = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
LINE = Line(
    id=1, at=AT, direction="out", words="请核对", row=10, key="", changes=0, earlier=0,
    rows=None, choices=(), name="", paper=None,
)  # fmt: skip


def shown(*lines: Line) -> list[Any]:
    return bubbles(lines)


def test_an_edit_takes_the_place_of_what_it_changed() -> None:
    edit = replace(LINE, id=3, words="请再核对", row=12, changes=10, earlier=1)
    between = replace(LINE, id=2, row=11, words="好的")
    one, two = shown(LINE, between, edit)
    assert (one["id"], one["text"], one["edited"], one["seq"]) == ("o10", "请再核对", True, 3)
    assert (two["id"], two["edited"]) == ("o11", False)


def test_rows_that_were_cleared_change_nobodys_place() -> None:
    first = replace(LINE, row=0, key="10", choices=("好",))
    edit = replace(LINE, id=3, words="请再核对", row=0, key="12", earlier=1)
    (one,) = shown(first, edit)
    assert (one["id"], one["text"]) == ("o10", "请再核对")
    (kept,) = shown(first)
    assert kept["rows"] == [[{"words": "好", "data": "", "style": ""}]]


def test_presses_and_commands_are_no_bubbles() -> None:
    pressed = replace(LINE, direction="in", words="", row=0)
    said = replace(LINE, id=2, direction="in", words="慢", row=0, key="abc")
    assert [one["id"] for one in shown(pressed, said)] == ["iabc"]


def test_who_speaks_is_told() -> None:
    staff = replace(LINE, id=2, row=11, name="王敏")
    person = replace(LINE, id=3, direction="in", row=0, key="abc")
    assert [one["who"] for one in shown(LINE, staff, person)] == ["bot", "staff", "me"]


def test_only_what_browsers_show_safely_is_shown_in_the_page() -> None:
    mimes = ("image/png", "image/svg+xml", "video/mp4", "audio/ogg", "application/pdf", "")
    papers = (Paper(n, "document", "x", mime, 1, "") for n, mime in enumerate(mimes, 1))
    lines = (replace(LINE, id=p.id, row=p.id, paper=p) for p in papers)
    assert [one["file"]["show"] for one in shown(*lines)] == [
        "image", "link", "video", "audio", "link", "link"
    ]  # fmt: skip
