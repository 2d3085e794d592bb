"""Stores and staff numbers in what is told of service; a card's number kept out of the story."""

from dataclasses import replace

import pytest

from dialogs.house import House
from dialogs.tickets.carded import told
from dialogs.tickets.served import answered, completed, staff_number_in, store_in
from dialogs.tickets.ticket import Filing, State, Ticket, Where
from tests.dialogs.tickets.office import MONDAY, texts


@pytest.mark.parametrize(
    ("text", "store"),
    [
        ("昨天在朝阳路营业厅排了两个小时", "BJ-CYL"),
        ("徐家汇厅的人很凶", "SH-XJH"),
        ("The Chaoyang Road store kept me waiting", "BJ-CYL"),
        ("the chaoyang road STORE", "BJ-CYL"),
        ("在北苑营业厅", ""),
        ("从朝阳路营业厅推到中关村营业厅", ""),
        ("", ""),
    ],
)
def test_a_store_is_known_by_what_people_call_it(text: str, store: str, house: House) -> None:
    assert store_in(text, house.catalogue) == store


@pytest.mark.parametrize(
    ("text", "asked", "number"),
    [
        ("工号 1024 的营业员骂人", False, "1024"),
        ("工号：1024", False, "1024"),
        ("工号是ＣＳ１０２４", False, "CS1024"),
        ("staff number 80123 hung up", False, "80123"),
        ("话务员8012号", False, "8012"),
        ("1024", True, "1024"),
        ("1024号", True, "1024"),
        ("cs1024", True, "CS1024"),
        ("1024", False, ""),
        ("工号 13812345678", False, ""),
        ("工号不知道", True, ""),
        ("没看清", True, ""),
        ("姓王的", True, ""),
    ],
)
def test_a_staff_number_is_announced_or_asked_for(
    text: str, asked: bool, number: str, house: House
) -> None:
    assert staff_number_in(text, house.catalogue, asked=asked) == number


RUDE = Filing(
    story="在朝阳路营业厅办卡，工号 1024 的人把材料扔回来。", category="SRV", subtype="rude"
)


def test_what_the_story_names_is_filed(house: House) -> None:
    filed = completed(RUDE, house)
    assert (filed.store, filed.staff_number) == ("BJ-CYL", "1024")
    assert filed.where == Where(province="110000", city="110100", district="110105")
    assert filed.story == RUDE.story


def test_a_place_that_was_told_stays(house: House) -> None:
    where = Where(words="朝阳路营业厅", province="310000", city="310100")
    assert completed(replace(RUDE, where=where), house).where == where
    unresolved = Where(words="中关村厅")
    filed = completed(replace(RUDE, story="态度很差", where=unresolved), house)
    assert (filed.store, filed.where) == (
        "BJ-ZGC",
        Where(words="中关村厅", province="110000", city="110100", district="110108"),
    )


def test_what_is_not_known_stays_as_told(house: House) -> None:
    filing = replace(RUDE, story="北苑营业厅的人态度差", where=Where(words="北苑营业厅"))
    assert completed(filing, house) == filing
    assert answered(filing, {"staff": "姓王的"}, house).answers == {"staff": "姓王的"}
    assert answered(filing, {"staff": "姓王的"}, house).staff_number == ""


def test_another_matter_names_no_store(house: House) -> None:
    assert completed(replace(RUDE, category="BIL", subtype="billing_error"), house).store == ""


def test_answers_name_store_and_number_too(house: House) -> None:
    known = replace(RUDE, story="态度差")
    known = answered(known, {"staff": "2048"}, house)
    known = answered(known, {"said": "在徐家汇厅，她说爱办不办"}, house)
    assert (known.staff_number, known.store) == ("2048", "SH-XJH")
    again = answered(known, {"staff": "工号 2049"}, house)
    assert again.staff_number == "2049"


def test_a_card_in_the_story_is_kept_as_the_answer_and_hidden_there(house: House) -> None:
    filing = Filing(
        story="新卡 8986 0079 0904 4931 1287 读不出", category="SIM", subtype="not_recognised"
    )
    filed = completed(filing, house)
    assert filed.story == "新卡 ****1287 读不出"
    assert filed.answers == {"iccid": "89860079090449311287"}
    elsewhere = completed(replace(filing, category="BIL"), house)
    assert (elsewhere.story, elsewhere.answers) == ("新卡 ****1287 读不出", {})


def ticket(card: str, number: str, category: str = "SIM") -> Ticket:
    filing = Filing(
        story="x",
        category=category,
        subtype="not_recognised",
        service_number=number,
        answers={"iccid": card} if card else {},
    )
    return Ticket(
        id=1,
        number="TS26110000010",
        revision=1,
        chat=1,
        subscriber=1,
        language="zh-CN",
        state=State.INVESTIGATING,
        filing=filing,
        opened_at=MONDAY,
    )


SEGMENT = "号码 138****5678：138 号段最初分配给中国移动、归属江苏省。携号转网后运营商可能已换。"


@pytest.mark.parametrize(
    ("card", "number", "chinese", "english"),
    [
        (
            "89860079090449311287",
            "+8613812345678",
            ["卡号 ****1287：中国移动发行、归属上海市、2004 年制卡。", SEGMENT],
            [
                "Card ****1287: issued by China Mobile, for Shanghai, made in 2004.",
                "Number 138****5678: 138 was first given to China Mobile, for Jiangsu. "
                "It may have moved to another operator since.",
            ],
        ),
        (
            "8986010405021063908S",
            "+8613812345678",
            [
                "卡号 ****908S：中国联通发行、2004 年制卡。",
                SEGMENT,
                "卡和号段不是同一家：可能携号转网，也可能不是这个号码的卡。",
            ],
            None,
        ),
        (
            "8966040000000000000",
            "",
            ["卡号 ****0000：泰国的卡。", "卡号校验位不符，可能抄错了。"],
            ["Card ****0000: a card of Thailand.",
             "The check digit does not fit: the number may be misread."],
        ),
        ("454001234567890", "", ["IMSI ****7890：中国香港的卡。"], None),
        ("1287", "", ["只有卡号后四位 1287，看不出发行方、归属和年份。"], None),
        ("89860600000000000000", "", ["卡号 ****0000：发行方不详。"], None),
        ("看不清", "", [], []),
        ("", "+8617031234567", [
            "号码 170****4567：1703 号段最初分配给中国移动、由虚拟运营商转售。"
            "携号转网后运营商可能已换。"
        ], None),
    ],
)  # fmt: skip
def test_staff_read_what_the_numbers_say(
    card: str, number: str, chinese: list[str], english: list[str] | None, house: House
) -> None:
    found = told(ticket(card, number), house, MONDAY)
    assert [texts().words("zh-CN", line, MONDAY) for line in found] == chinese
    if english is not None:
        assert [texts().words("en", line, MONDAY) for line in found] == english


def test_only_a_matter_that_asks_for_a_card_says_it(house: House) -> None:
    assert told(ticket("89860079090449311287", "+8613812345678", "BIL"), house, MONDAY) == ()
