"""The shop window: nothing is missing in it, and its pages stand on their own."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from bot.config import Settings
from bot.house import house_of, texts_of
from bot.preview.lives import lives
from bot.preview.samples import SAMPLES
from bot.preview.sheets import CHANNELS, Sheet, sheets
from bot.preview.strolling import Stroll, openings
from dialogs.flows import FLOWS
from dialogs.house import House
from dialogs.tickets.lifecycle import LIFE
from dialogs.tickets.notices import MESSAGES
from dialogs.workdays import Workdays
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

WINDOW = Path(__file__).parents[3] / "build" / "preview"
NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
ZONE = "Asia/Shanghai"


@pytest.fixture(scope="module")
def house() -> House:
    return house_of(Settings(), Workdays({}, frozenset({2026})))


@pytest.fixture(scope="module")
def made(house: House) -> tuple[Sheet, ...]:
    return sheets(house, texts_of(house.catalogue, ZONE), NOW)


def test_every_step_of_every_dialog_is_shown(made: tuple[Sheet, ...]) -> None:
    shown = {
        (sheet.name, scene.name.partition(" · ")[0]) for sheet in made for scene in sheet.scenes
    }
    assert {(dialog.name, step.name) for dialog in FLOWS for step in dialog.steps} <= shown


def test_every_message_of_a_ticket_is_shown(made: tuple[Sheet, ...]) -> None:
    assert {scene.name for scene in made[-1].scenes} >= set(MESSAGES)


def test_each_is_shown_in_both_languages_on_each_channel(made: tuple[Sheet, ...]) -> None:
    every = {(channel, tag) for channel in CHANNELS for tag in ("zh-CN", "en")}
    lacking = {
        (sheet.name, scene.name): every - {(one.channel, one.language) for one in scene.bubbles}
        for sheet in made
        for scene in sheet.scenes
    }
    assert {name: left for name, left in lacking.items() if left} == {}


def test_what_cannot_be_pressed_is_written_out(made: tuple[Sheet, ...]) -> None:
    for sheet in made:
        for scene in sheet.scenes:
            wide, narrow = scene.bubbles[0].message, scene.bubbles[1].message
            assert not narrow.rows
            told = [button.words for row in wide.rows for button in row if not button.wants]
            words = [one for one in told if not one.isdecimal()]  # a score is typed as it is
            assert [one for one in words if one not in narrow.text] == [], (sheet.name, scene.name)


def test_the_english_says_nothing_in_chinese_but_names(made: tuple[Sheet, ...]) -> None:
    names = re.compile("王强|赵云|简体中文|中文|请选择语言")
    for sheet in made:
        for scene in sheet.scenes:
            for one in scene.bubbles:
                if one.language == "en":
                    said = names.sub("", one.message.text)
                    assert not re.search(r"[\u4e00-\u9fff]", said), (scene.name, said)


def test_every_state_is_drawn(made: tuple[Sheet, ...]) -> None:
    for dialog, sheet in zip(FLOWS, made, strict=False):
        assert sheet.drawing is not None
        assert {box.name for box in sheet.drawing.boxes} == set(dialog.table().states)
    drawn = made[-1].drawing
    assert drawn is not None
    assert {box.name for box in drawn.boxes} == set(LIFE.states)
    told = " ".join((*drawn.anywhere, *(line.words for line in drawn.lines)))
    moves = {row.trigger for row in LIFE.rows if row.source != row.target}
    assert {move for move in moves if not re.search(rf"\b{move}\b", told)} == set()


def test_a_step_that_no_way_leads_to_is_named(house: House) -> None:
    """Whoever adds a dialog is told to give it an opening."""
    sample = SAMPLES["en"]
    stroll = Stroll(house, texts_of(house.catalogue, ZONE), sample, lives(house, sample, NOW), NOW)
    stroll.walk(one for one in openings(sample, NOW) if one.tickets != ("investigating",))
    assert set(stroll.lacking()) == {("withdraw", "sure")}


def test_the_catalogue_may_have_lost_what_the_window_speaks_of(house: House) -> None:
    """An operator's own catalogue need not know the category of the samples."""
    left = {code: one for code, one in house.catalogue.categories.items() if code != "SIM"}
    smaller = replace(house, catalogue=replace(house.catalogue, categories=left))
    assert sheets(smaller, texts_of(house.catalogue, ZONE), NOW)


def test_the_pages_are_written_and_stand_on_their_own(home: Home) -> None:
    code, out, errors = call("preview", "--into", str(WINDOW))
    assert code == 0, errors
    assert str(WINDOW / "index.html") in out
    names = {one.name for one in WINDOW.glob("*.html")}
    for page in WINDOW.glob("*.html"):
        html = page.read_text("utf-8")
        links = set(re.findall(r'(?:href|src)="([^"#]+)', html))
        assert links <= names | {"base.css", "preview.css"}
        assert "http" not in re.sub(r">[^<]*<", "><", html), "a foreign host"
        assert "style=" not in html
        assert "{" not in unescape(re.sub(r"<[^>]+>", "", html)), "a word was not filled in"
