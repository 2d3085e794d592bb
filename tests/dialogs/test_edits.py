"""A rewritten message finds the words that it stood for, those that opened a dialog included."""

from dataclasses import replace

import pytest

from dialogs.house import Facts, House
from dialogs.model import Edited, Tap, Text
from dialogs.texts import Texts
from tests.dialogs.street import Street, watched
from tests.dialogs.tickets.office import MONDAY, filed

FIRST = "上个月话费多扣了30元，请退给我"
BETTER = "上个月话费多扣了50元，请退给我，谢谢"
MORE = "打了三次热线都没有结果"


@pytest.fixture
def street(house: House, texts: Texts) -> Street:
    """A chat of somebody who has not agreed to the notice yet."""
    return Street(house, texts, watched(), Facts(MONDAY, "zh-CN"))


def draft(street: Street, name: str) -> object:
    return street.session.stack[-1].draft.get(name)


def test_the_first_words_are_replaced_before_the_notice_is_agreed_to(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Edited(BETTER, "m1"))
    assert draft(street, "story") == BETTER


def test_what_was_read_out_of_the_old_words_goes_with_them(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Tap(street.session.offers[0].data))
    assert draft(street, "amount") == 3000
    street.take(Edited(BETTER, "m1"))
    assert draft(street, "amount") == 5000


def test_what_was_answered_since_stays(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Tap(street.session.offers[0].data))
    street.take(Text("13812345678"))
    street.take(Edited(f"{BETTER}，号码13987654321", "m1"))
    assert draft(street, "number") == "+8613812345678"


def test_words_at_the_question_whether_it_is_the_same_matter_add_to_the_letter(
    house: House, texts: Texts
) -> None:
    facts = Facts(MONDAY, "zh-CN", tickets=(filed().ticket,))
    street = Street(house, texts, watched(), facts)
    street.take(Text(FIRST))
    street.take(Tap(street.session.offers[0].data))
    assert street.session.stack[-1].state == "same"
    street.take(Text(MORE))
    assert draft(street, "story") == f"{FIRST}\n{MORE}"


def test_of_several_messages_none_is_lost(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Text(MORE))
    street.take(Edited(BETTER, "m1"))
    assert draft(street, "story") == f"{FIRST}\n{MORE}\n{BETTER}"


def test_the_letter_is_replaced_once_filing_has_begun(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Tap(street.session.offers[0].data))
    street.take(Edited(BETTER, "m1"))
    assert draft(street, "story") == BETTER


def test_a_letter_of_several_messages_grows(street: Street) -> None:
    street.take(Text(FIRST))
    street.take(Text(MORE))
    street.take(Tap(street.session.offers[0].data))
    street.take(Edited(BETTER, "m2"))
    assert draft(street, "story") == f"{FIRST}\n{MORE}\n{BETTER}"


def test_words_that_opened_a_question_which_ticket_are_replaced(house: House, texts: Texts) -> None:
    one = filed().ticket
    other = replace(one, id=8, number="TS26110004285")
    facts = Facts(MONDAY, "zh-CN", agreed="1", tickets=(one, other))
    street = Street(house, texts, watched(), facts)
    street.take(Text(FIRST))
    street.take(Edited(BETTER, "m1"))
    assert street.session.stack[-1].dialog == "which"
    assert draft(street, "words") == BETTER
