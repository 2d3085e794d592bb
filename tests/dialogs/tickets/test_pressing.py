"""Nobody of the staff asks for a score: what is refused, what is not, and where."""

import pytest

from dialogs.model import Json
from dialogs.tickets.pressing import asks_for_a_score
from tests.dialogs.tickets.office import ANN, LI, MONDAY, WANG, filed, make, refuse

PRESSING = (
    "麻烦您给个好评",
    "请您打10分，谢谢",
    "请您打 10 分，谢谢",
    "请您打１０分",
    "稍后会收到满意度调查，请多多支持，给个满分",
    "收到评价短信后请选满意",
    "希望您能给我们打个高分",
    "请您评价一下",
    "麻烦您对这次服务评价",
    "求好评",
    "别给我们差评",
    "请不要打低分",
    "您的评分会影响我的绩效",
    "能不能修改一下评分",
    "让用户打10分再结案",
    "记得让客户选非常满意",
    "给五星好评返 5 元话费",
    "Please give us a good score",
    "Could you rate us?",
    "please rate this",
    "Please score us 10 out of 10.",
    "I hope you will choose 10 when the survey comes",
    "If you are happy, leave me a five-star review",
    "Please don't give us a low score",
    "The rating decides about my bonus",
    "Could you change your score?",
    "Ask him to give a top rating",
    "please fill in the survey",
    "Please answer the survey and be sure to press 10",
    "give us ten",
    "We would appreciate a positive answer to the survey: feedback that is good helps us",
)
PLAIN = (
    "请在 10 分钟后重启光猫",
    "请您 10 分钟内保持电话畅通",
    "用户打了 3 分，嫌慢，已致电",
    "用户给了 10 分",
    "用户说满意，可以结案",
    "已打电话请用户确认，用户说满意",
    "您的评价我们收到了，谢谢您",
    "请核对评分记录",
    "请提供测速得分截图",
    "信号满格，网速正常",
    "请给出处理意见",
    "请您给我们一个方便的时间",
    "请把账单发来，我们评估以后给您答复",
    "可以给您减免十分之一的月租",
    "赠送的积分 10 分已到账",
    "请您给个方便联系的电话",
    "感谢您的好评",
    "为您办理了 8 折优惠",
    "不要打开陌生链接",
    "这条宽带的满意度低，先查线路",
    "请主管看一下这次的低分",
    "Please restart the modem and wait 10 minutes",
    "Could you send the speed test score?",
    "Please send us the bill by 10 November",
    "The rate our plan charges is 10 pounds",
    "Please choose a time after 10:30",
    "Please choose 10 GB or 20 GB",
    "The subscriber gave us 3 and said it was slow",
    "She rated it 9/10",
    "You can change your score within 7 days",
    "We will review your bill in full and give you an answer",
    "Please review the attached bill",
    "I will call you at ten",
    "Could you tell us the exchange rate that you were charged?",
    "Please answer the call from our engineer at 10 am",
    "We do not think the low score was about the engineer",
    "We are grateful for your feedback on the repair",
    "Please give us ten working days",
)


@pytest.mark.parametrize("words", PRESSING)
def test_what_asks_for_a_score_is_heard(words: str) -> None:
    assert asks_for_a_score(words)


@pytest.mark.parametrize("words", PLAIN)
def test_what_asks_for_none_is_left_alone(words: str) -> None:
    assert not asks_for_a_score(words)


@pytest.mark.parametrize("move", ["reply", "note", "add"])
def test_only_staff_are_refused_it(move: str) -> None:
    """A reply and a note of staff are refused; a subscriber writes what they like."""
    ticket = filed().ticket
    fields = {"words": "请您打 10 分"}
    if move == "add":
        assert make(ticket, move, ANN, MONDAY, fields).ticket.revision > ticket.revision
    else:
        assert refuse(ticket, move, LI, MONDAY, fields) == "not-allowed-score-asked"


def test_an_offer_is_not_bound_to_a_score() -> None:
    """Words deep in the fields of a move are read too."""
    ticket = make(filed().ticket, "claim", WANG).ticket
    items: list[Json] = [
        {"code": "waiver", "words": "给个好评再减 20 元", "minor": 2000, "due": "2026-11-25"}
    ]
    told: dict[str, Json] = {"liability": "operator", "finding": "误扣", "reviewed": True}
    offer: dict[str, Json] = {**told, "items": items}
    assert refuse(ticket, "propose", WANG, MONDAY, offer) == "not-allowed-score-asked"
