"""The confirmation as a file: what stands on it, that it can be read, that it never changes."""

import zlib
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.papers import NoPaper, Paper, confirmation, documents
from bot.printing import printed
from dialogs.house import House
from dialogs.model import Address, Attached, Move
from dialogs.texts import Texts
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket
from storage import Connection, chats, tickets
from storage.store import Store
from tests.dialogs.tickets.office import MONDAY

DIRECTOR = Actor(Role.DIRECTOR, 4, "钱程", "BIL")
SUBSCRIBER = Actor(Role.SUBSCRIBER)


def agreed(house: House, language: str = "zh-CN", chat: int = 1) -> Ticket:
    """A ticket whose proposal was accepted: 188 yuan back, and a cancelled service."""
    filing = Filing(
        story="多收了94元",
        category="BIL",
        subtype="billing_error",
        service_number="+8613812345678",
        name="王小明 <b>& 😀",
    )
    opened = moves.open_ticket(
        filing,
        id=1,
        number="TS26110004277",
        chat=chat,
        subscriber=chat,
        language=language,
        now=MONDAY,
        house=house,
    )
    due = (MONDAY + timedelta(days=9)).isoformat()
    code = next(code for code, remedy in house.catalogue.remedies.items() if remedy.money)
    offer = {
        "liability": "operator",
        "reviewed": True,
        "finding": "2月1日起流量功能已关闭，94 元多收。",
        "items": [{"code": code, "minor": 18800, "due": due}],
    }
    ticket = opened.ticket
    for name, fields, actor in (
        ("claim", {}, DIRECTOR),
        ("propose", offer, DIRECTOR),
        ("accept", {}, SUBSCRIBER),
    ):
        made = moves.apply(ticket, Move(1, name, fields), actor, MONDAY, house)  # type: ignore[arg-type]
        assert isinstance(made, Applied), made
        ticket = made.ticket
    return ticket


def text_of(pdf: bytes) -> int:
    """How many streams of the PDF can be unpacked: all of them, or it is broken."""
    whole = 0
    for part in pdf.split(b"stream\n")[1:]:
        body = part.split(b"\nendstream")[0]
        if body[:1] == b"x":
            zlib.decompress(body)
            whole += 1
    return whole


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_all_that_was_agreed_stands_on_it(language: str, house: House, texts: Texts) -> None:
    paper = confirmation(agreed(house, language), MONDAY, house, texts)
    said = "\n".join(words for _, words in paper.rows)
    assert "TS26110004277" in said
    assert "188" in said
    assert "王小明" in said
    assert "云信" in said
    assert "94" in said
    assert said.count("2026") >= 3
    effect = {"zh-CN": "执行前您仍可改变主意", "en": "until then you may change your mind"}
    assert effect[language] in paper.effect


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_same_ticket_gives_the_same_bytes(language: str, house: House, texts: Texts) -> None:
    paper = confirmation(agreed(house, language), MONDAY, house, texts)
    first = printed(paper)
    assert first.startswith(b"%PDF-")
    assert first == printed(paper)
    assert text_of(first) >= 2
    assert len(first) < 200_000


def test_long_words_run_over_pages_and_strange_characters_do_no_harm() -> None:
    rows = (("事项", "很长的说明，" * 600), ("x" * 90, "\u202e \t <script> 𝒳 \U0001f600"))
    paper = Paper("标题", rows, "effect", "foot", MONDAY)
    assert printed(paper).count(b"/Type /Page\n") >= 3


async def test_delivery_gets_name_and_bytes(store: Store, house: House, texts: Texts) -> None:
    def put(c: Connection) -> Ticket:
        here = chats.locate(c, Address("web", "web", "1"), MONDAY, "zh-CN", "Ann")
        ticket = agreed(house, chat=here)
        tickets.insert(c, replace(ticket, owner=0))
        return ticket

    ticket = await store.write(put)
    make = documents(store, house, texts)
    name, content = await make(Attached("confirmation", ticket.id, "确认单.pdf"))
    assert (name, content[:5]) == ("确认单.pdf", b"%PDF-")
    with pytest.raises(NoPaper):
        await make(Attached("confirmation", 99, "x.pdf"))
    with pytest.raises(NoPaper):
        await make(Attached("portrait", ticket.id, "x.pdf"))
