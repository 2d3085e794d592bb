"""The catalogue is read by all; a file is checked by the real reader, told apart, never kept."""

import asyncio
import re
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

import aiohttp
import pytest

from bot.web.desk_catalogue import MOST_BYTES, read
from dialogs.catalogue import Catalogue
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web.desk_office import Browser, Office, Page, office

SHIPPED = files("dialogs").joinpath("catalog.toml").read_text("utf-8")


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def checked(browser: Browser, content: bytes, name: str = "new.toml") -> Page:
    """What the page says of a file."""
    form = aiohttp.FormData()
    form.add_field("file", content, filename=name, content_type="application/toml")
    place = f"{browser.url}/desk/catalogue"
    async with browser.session.post(place, data=form) as answer:
        body = await answer.text()
        return Page(answer.status, body, answer.url.path, {})


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_everybody_reads_every_entry_in_both_languages(here: Office, language: str) -> None:
    somebody = await here.visit("王敏", Role.AGENT, language)
    page = await somebody.get("/desk/catalogue")
    known = here.door.stage.house.catalogue
    labels = [
        *(one.label for one in known.categories.values()),
        *(kind.label for one in known.categories.values() for kind in one.subtypes),
        *(asked.ask for one in known.categories.values() for asked in one.asked),
        *(one.label for one in known.remedies.values()),
        *(one.label for one in known.departments.values()),
        *(one.label for one in known.clocks.values()),
    ]
    told = {words for label in labels for words in label.words.values()}
    assert [one for one in told if here.said_as(one) not in page.text] == []
    assert 'type="file"' not in page.text
    assert not re.search(r"desk-catalogue|catalogue-[a-z]+-[a-z]", page.text.split("</head>")[1])


async def test_the_same_file_differs_in_nothing(here: Office) -> None:
    boss = await here.visit("赵云", Role.SUPERVISOR)
    page = await checked(boss, SHIPPED.encode())
    version = here.door.stage.house.catalogue.version
    assert page.has(here.say("desk-catalogue-good", version=version, count=0))


async def test_what_a_file_says_otherwise_is_told_by_entry_and_field(here: Office) -> None:
    boss = await here.visit("赵云", Role.SUPERVISOR, "en")
    other = SHIPPED.replace('label.en = "Broadband and landline"', 'label.en = "Fibre"', 1)
    assert other != SHIPPED
    page = await checked(boss, other.encode())
    assert page.status == 200
    assert page.has("NET-F · Fibre", "Broadband and landline", "<code>label</code>")
    assert here.door.stage.house.catalogue.categories["NET-F"].label.words["en"] != "Fibre"
    assert "Fibre" not in (await boss.get("/desk/catalogue")).text


@pytest.mark.parametrize(
    ("content", "why", "fault"),
    [
        (SHIPPED.replace("[[category]]", "[[categorie]]", 1).encode(), "fault", "categor"),
        (SHIPPED.replace('rollup = "N"', 'rollup = "Q"', 1).encode(), "fault", "rollup"),
        (b"a = = 1", "no-toml", "line 1"),
        (b"\xff\xfe\x00", "no-text", ""),
    ],
    ids=["unknown-key", "impossible-value", "no-toml", "no-text"],
)
async def test_what_is_wrong_is_named(here: Office, content: bytes, why: str, fault: str) -> None:
    boss = await here.visit("赵云", Role.SUPERVISOR)
    page = await checked(boss, content)
    assert (page.status, page.has(here.say(f"desk-catalogue-{why}"))) == (422, True)
    assert fault in page.text


def test_what_is_larger_than_any_catalogue_is_not_read(catalogue: Catalogue) -> None:
    assert read("a.toml", b"#" * (MOST_BYTES + 1), catalogue).wrong == "catalogue-large"


async def test_no_file_is_no_check_and_others_than_leads_check_none(here: Office) -> None:
    boss, agent = await here.visit("赵云", Role.SUPERVISOR), await here.visit("王敏")
    assert (await boss.post("/desk/catalogue")).status == 422
    assert (await checked(agent, SHIPPED.encode())).status == 403


async def test_what_was_checked_is_kept_nowhere(here: Office) -> None:
    boss = await here.visit("赵云", Role.SUPERVISOR)
    mark = "# a mark that stands in no other file"
    await checked(boss, f"{SHIPPED}\n{mark}\n".encode())
    kept = await asyncio.to_thread(
        lambda: [one for one in here.door.attachments.rglob("*") if one.is_file()]
    )
    assert kept == []


def test_entries_that_come_and_go_are_told_with_their_names(catalogue: Catalogue) -> None:
    block = '\n[[department]]\ncode = "XX"\nlabel.zh-CN = "新部门"\nlabel.en = "A new one"\n'
    made = read("a.toml", f"{SHIPPED}{block}".encode(), catalogue)
    assert made.wrong == ""
    told = [(one.kind, one.part, one.code) for one in made.changes]
    assert told == [("added", "departments", "XX")]
    assert made.changes[0].label is not None
    back = read("a.toml", SHIPPED.encode(), catalogue)
    assert back.changes == ()
