"""The confirmation as a file: what stands on it, that it can be read, that it never changes.

Its pages are rendered and read back: each word is there, and nothing runs into a margin.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pypdfium2
import pytest
from PIL import ImageOps

from bot.papers import Line, NoPaper, Paper, confirmation, documents
from bot.printing import BOTTOM, MARGIN, printed
from bot.typesetting import CLOSING, OPENING, lines
from dialogs.house import House
from dialogs.model import Address, Attached, Json, Move
from dialogs.texts import Texts
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket
from storage import Connection, chats, tickets
from storage.store import Store
from tests.dialogs.tickets.office import MONDAY

DIRECTOR = Actor(Role.DIRECTOR, 4, "钱程", "BIL")
SUBSCRIBER = Actor(Role.SUBSCRIBER)
LANGUAGES = ("zh-CN", "en")
NAME = "王小明 <b>& 😀"
FOUND = "2月1日起流量功能已关闭，94 元多收。"


def opened(
    house: House, language: str, chat: int = 1, name: str = NAME, disputed: int | None = 9400
) -> Ticket:
    """A complaint about 94 yuan, taken by the director."""
    filing = Filing(
        story="多收了94元",
        category="BIL",
        subtype="billing_error",
        amount=disputed,
        service_number="+8613812345678",
        name=name,
        promise_cited="double_refund",
    )
    ticket = moves.open_ticket(
        filing,
        id=1,
        number="TS26110004277",
        chat=chat,
        subscriber=chat,
        language=language,
        now=MONDAY,
        house=house,
    ).ticket
    return moved(ticket, house, "claim")


def moved(
    ticket: Ticket,
    house: House,
    name: str,
    fields: Mapping[str, Json] | None = None,
    now: datetime = MONDAY,
) -> Ticket:
    """The ticket after a move of the director's, or of the subscriber's where it is theirs."""
    theirs = name in {"accept", "think_again", "reject"}
    by = SUBSCRIBER if theirs else DIRECTOR
    made = moves.apply(ticket, Move(1, name, fields or {}), by, now, house)
    assert isinstance(made, Applied), made
    return made.ticket


def agreed(
    house: House,
    language: str = "zh-CN",
    items: Json = None,
    *,
    found: str = FOUND,
    name: str = NAME,
    chat: int = 1,
    disputed: int | None = 9400,
) -> Ticket:
    """A ticket whose proposal was accepted: 188 yuan back, unless there are other items."""
    due = (MONDAY + timedelta(days=9)).isoformat()
    usual: Json = [
        {"code": "double_refund", "minor": 18800, "due": due, "promise": "double_refund"}
    ]
    offer: dict[str, Json] = {
        "liability": "operator",
        "reviewed": True,
        "finding": found,
        "items": items or usual,
    }
    ticket = opened(house, language, chat, name, disputed)
    return moved(moved(ticket, house, "propose", offer), house, "accept")


def paper_of(ticket: Ticket, house: House, texts: Texts) -> Paper:
    assert ticket.proposal is not None
    return confirmation(ticket, ticket.proposal, MONDAY, house, texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_badly_staff_caused_it_is_on_no_paper(
    house: House, texts: Texts, language: str
) -> None:
    """That grade is for quality inspection alone (domain.md §3.7)."""
    ticket = agreed(house, language)
    assert paper_of(replace(ticket, severity=3), house, texts) == paper_of(ticket, house, texts)


def read(pdf: bytes) -> str:
    """The words of its pages, as somebody finds them who searches or copies; blanks left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        said = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return "".join(said.split())


def inside(pdf: bytes) -> int:
    """Renders each page and looks at its margins, which must be white; returns how many pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            dots = page.render(scale=2).to_pil().convert("L")
            millimetre = dots.width / 210
            box = ImageOps.invert(dots).getbbox()
            assert box is not None
            left, top, right, below = box
            assert left >= (MARGIN - 0.5) * millimetre
            assert right <= (210 - MARGIN + 0.5) * millimetre
            assert top >= (MARGIN - 0.5) * millimetre
            assert below <= (297 - 8) * millimetre
            foot = ImageOps.invert(dots).crop((0, 0, dots.width, int((297 - BOTTOM) * millimetre)))
            assert foot.getbbox() is not None
        return len(document)
    finally:
        document.close()


WANTED = {
    "zh-CN": (
        *("处理方案确认单", "TS26110004277", "2026年11月16日", "话费和扣费", "云信", "钱程"),
        *("王小明", "+8613812345678", FOUND, "责任在我方。", "双倍返还", "188元"),
        *("2026年11月25日", "争议的94元，以上各项办完前不催缴，也不因此停机", "改变主意"),
        "因我方原因多收的话费，核实后按多收金额的两倍返还。（2026年服务承诺公告，第3条，",
        "有效期2026年1月1日至2026年12月31日）",
        "方案执行完毕后，通信管理部门一般不再受理同一事项；执行前您仍可改变主意。",
    ),
    "en": (
        *("Written confirmation of what was agreed", "TS26110004277", "16 Nov 2026", "Charges"),
        *("钱程", "王小明", "+8613812345678", FOUND, "The responsibility is ours."),
        *("Refund twice the wrong charge", "¥188", "25 Nov 2026"),
        "we refund twice the amount once it is confirmed.",
        "(Service promises 2026, item 3, valid from 1 Jan 2026 to 31 Dec 2026)",
        "you are not asked for the ¥94 in dispute, and it does not suspend your service",
        "Once carried out, the authority usually does not take the same matter; until then you may"
        " change your mind.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_was_agreed_can_be_read_in_the_file(
    language: str, house: House, texts: Texts
) -> None:
    pdf = printed(paper_of(agreed(house, language), house, texts))
    said = read(pdf)
    assert [one for one in WANTED[language] if "".join(one.split()) not in said] == []
    assert inside(pdf) == 1
    assert len(pdf) < 200_000


LONG = {
    "zh-CN": "退还2月1日至27日期间因 BSS-2024 接口未同步（见“2月账单”）多收的流量费，并恢复号码；",
    "en": "Refund the data fees of 1 to 27 February (see “bill 2026-02”) and restore the line. ",
}
NAMES = {
    "zh-CN": "阿卜杜拉合曼·买买提江·艾孜提阿里木江·吐尔逊那依" * 2,
    "en": "Maria-Theodora Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh van der Berg",
}


def twenty(house: House, words: str) -> Json:
    """As many items as there may be, with short, long and very long words."""
    codes = list(house.catalogue.remedies)
    found: list[Json] = []
    for place in range(20):
        found.append(
            {
                "code": codes[place % len(codes)],
                "words": words * (place % 4) if place % 3 else "",
                "minor": 23_45 * (place + 1) if place % 2 else None,
                "due": f"2026-12-{place + 1:02}",
            }
        )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_twenty_items_long_words_and_long_names_stay_within_the_margins(
    language: str, house: House, texts: Texts
) -> None:
    words, name = LONG[language], NAMES[language]
    ticket = agreed(
        house, language, twenty(house, words), found=words * 12, name=name, disputed=None
    )
    pdf = printed(paper_of(ticket, house, texts))
    said = read(pdf)
    assert 3 <= inside(pdf) <= 6
    wanted = (words, name, "¥469" if language == "en" else "469元")
    assert [one for one in wanted if "".join(one.split()) not in said] == []
    assert said.count("".join(words.split())) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_ticket_gives_the_same_bytes(language: str, house: House, texts: Texts) -> None:
    paper = paper_of(agreed(house, language), house, texts)
    assert printed(paper) == printed(paper)


def test_a_date_that_is_put_off_stands_there_as_it_was_agreed(house: House, texts: Texts) -> None:
    ticket = agreed(house)
    late = moved(ticket, house, "late", {"item": 1, "due": "2026-12-24", "reason": "银行退回"})
    later = moved(late, house, "late", {"item": 1, "due": "2026-12-30", "reason": "又退回"})
    assert later.proposal != ticket.proposal
    assert paper_of(later, house, texts) == paper_of(ticket, house, texts)


@pytest.mark.parametrize(
    "liability", ["operator", "user", "force_majeure", "third_party", "shared"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whose_responsibility_it_was_blames_nobody(
    liability: str, language: str, house: House, texts: Texts
) -> None:
    paper = paper_of(replace(agreed(house, language), liability=liability), house, texts)
    said = dict(paper.rows)[{"zh-CN": "责任认定", "en": "Responsibility"}[language]]
    assert said.endswith(("。", "."))
    blame = ("您的责任", "用户责任", "过错", "your fault", "your responsibility")
    assert not any(one in said for one in blame)


def test_what_is_left_of_the_disputed_amount_is_named(house: House, texts: Texts) -> None:
    items: Json = [{"code": "refund", "minor": 4000, "due": "2026-12-24"}]
    paper = paper_of(agreed(house, items=items), house, texts)
    assert "其中没有约定退还的部分（54 元）恢复计收" in dict(paper.after)["争议金额"]
    sums: Json = [
        {"code": "refund", "minor": 4000, "due": "2026-12-24"},
        {"code": "compensation", "minor": 550, "due": "2026-12-24"},
    ]
    assert paper_of(agreed(house, items=sums), house, texts).total == Line("合计", "45.50 元")


def paper(*rows: tuple[str, str]) -> Paper:
    return Paper(
        title="标题",
        number="TS",
        language="zh-CN",
        rows=rows,
        heads=Line("事项"),
        items=(Line("x" * 300, "1 元", "明天"), Line("很长的说明，" * 400)),
        total=Line(""),
        after=(),
        foot="foot",
        made=MONDAY,
    )


def test_long_words_run_over_pages_and_strange_characters_do_no_harm() -> None:
    rows = (("事项", "很长的说明，" * 600), ("x" * 90, "\u202e \t <script> 𝒳 \U0001f600\n\n第二段"))
    assert inside(printed(paper(*rows))) >= 3


@pytest.mark.parametrize("width", [14, 31, 80])
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(width: int) -> None:
    words = (
        "经核查（见“账单2026-02”），您在2月1日关闭了流量；之后的 94 元，属于误扣！on 1 Feb (so). "
        * 3
    )
    found = lines(words, width, len)
    assert "".join("".join(found).split()) == "".join(words.split())
    assert all(len(one) <= width for one in found)
    assert not [one for one in found if one[0] in CLOSING or one[-1] in OPENING]
    assert lines("一\n\n二", 4, len) == ["一", "", "二"]


async def test_delivery_gets_name_and_bytes(store: Store, house: House, texts: Texts) -> None:
    def put(c: Connection) -> Ticket:
        here = chats.locate(c, Address("web", "web", "1"), MONDAY, "zh-CN", "Ann")
        ticket = agreed(house, chat=here)
        tickets.insert(c, replace(ticket, owner=0))
        return ticket

    ticket = await store.write(put)
    make = documents(store, house, texts)
    name, content = await make(Attached("confirmation:1", ticket.id, "确认单.pdf"))
    assert (name, content[:5]) == ("确认单.pdf", b"%PDF-")
    before = await make(Attached("confirmation", ticket.id, ""))  # as older rows name it
    assert before == ("TS26110004277.pdf", content)
    for kind, number in (("confirmation", 99), ("portrait", 1), ("confirmation:2", 1)):
        with pytest.raises(NoPaper):
            await make(Attached(kind, number, "x.pdf"))


async def test_a_later_agreement_has_a_paper_of_its_own(
    store: Store, house: House, texts: Texts
) -> None:
    """Who changed their mind keeps what they had been sent, and gets another for the new terms."""
    less: Json = [{"code": "refund", "minor": 9400, "due": "2026-12-24"}]
    offer: dict[str, Json] = {"items": less, "finding": "核对后", "reviewed": True}

    def put(c: Connection) -> int:
        here = chats.locate(c, Address("web", "web", "1"), MONDAY, "zh-CN", "Ann")
        ticket = moved(agreed(house, chat=here), house, "think_again", {"reason": "再想想"})
        ticket = moved(ticket, house, "propose", offer)
        tickets.insert(c, replace(moved(ticket, house, "accept"), owner=0))
        return ticket.id

    number = await store.write(put)
    make = documents(store, house, texts)
    first = read((await make(Attached("confirmation:1", number, "")))[1])
    second = read((await make(Attached("confirmation:2", number, "")))[1])
    assert ("188元" in first, "188元" in second) == (True, False)
    assert ("纠正账单并退费" in first, "纠正账单并退费" in second) == (False, True)
