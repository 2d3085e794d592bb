"""Another operator is recognised where a story complains of it, and not where it is only named."""

import pytest

from bot.config import ConfigError, Operator
from bot.house import company_of
from dialogs.catalogue import Catalogue
from dialogs.understand.companies import operator_of, other_of


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("我要投诉中国移动，上个月多扣了我三十块", "CM"),
        ("我是联通用户，信号一直不好", "CU"),
        ("你们移动公司乱扣费", "CM"),
        ("10086客服态度太差，半天不接", "CM"),
        ("中国广电的宽带三天没修好", "CB"),
        ("打了10010没人接", "CU"),
        ("I want to complain about China Mobile", "CM"),
        ("My Unicom bill is wrong", "CU"),
        ("I'm with China Broadnet and there is no signal", "CB"),
        ("China Mobile charged me twice", "CM"),
    ],
)
def test_another_operator_that_is_complained_of_is_named(
    story: str, code: str, catalogue: Catalogue
) -> None:
    assert operator_of(story, catalogue.companies.values(), "CT") == code


@pytest.mark.parametrize(
    "story",
    [
        "我要携号转网到中国移动，你们不给授权码",
        "从联通转到你们这边以后收不到银行短信",
        "你们信号不如中国移动，邻居用联通都满格",
        "打给中国移动的号码一直接不通",
        "收到自称10086的诈骗短信",
        "我朋友是联通用户，打我电话打不通",
        "原来是移动用户，转网过来合约没说清楚",
        "你们客服说让我找中国移动，互相推",
        "中国移动说是你们公司线路的问题，家里断网一天",
        "移动网络很慢，移动数据用不了",
        "电信服务质量太差",
        "多扣了我10000块",
        "I want to port to China Mobile and you refuse the code",
        "I switched from Unicom and texts do not arrive",
        "your signal is worse than China Mobile's",
        "my friend on China Unicom cannot reach me",
        "a scam text pretends to be from China Mobile",
        "calls to China Mobile numbers fail",
        "my mobile network is slow",
    ],
)
def test_another_operator_named_in_passing_sends_nobody_away(
    story: str, catalogue: Catalogue
) -> None:
    assert operator_of(story, catalogue.companies.values(), "CT") == ""


def test_our_own_name_is_not_another_company(catalogue: Catalogue) -> None:
    story = "我要投诉中国移动，上个月多扣了我三十块"
    assert operator_of(story, catalogue.companies.values(), "CM") == ""


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("我的快递丢了，顺丰不赔", "POST"),
        ("小区停电一天了", "POWER"),
        ("My credit card was swallowed", "BANK"),
        ("the street lamp is broken", "CITY"),
        ("上个月话费多扣了30元", ""),
    ],
)
def test_a_company_of_another_trade_is_named(story: str, code: str, catalogue: Catalogue) -> None:
    assert other_of(story, catalogue.companies.values()) == code


@pytest.mark.parametrize(
    ("operator", "code"),
    [
        (Operator(), None),
        (Operator(name="云信"), ""),
        (Operator(name="云信", company="CM"), "CM"),
        (Operator(name="中国联通北京分公司"), "CU"),
        (Operator(name="云信", hotline="10000"), "CT"),
    ],
)
def test_which_company_is_ours_is_said_or_found_by_name_or_hotline(
    operator: Operator, code: str | None, catalogue: Catalogue
) -> None:
    assert company_of(catalogue, operator) == code


@pytest.mark.parametrize("code", ["cm", "POST", "XX"])
def test_an_unknown_company_stops_the_start_with_the_mend(code: str, catalogue: Catalogue) -> None:
    with pytest.raises(ConfigError, match=r"operator\.company is no operator of the catalogue; "):
        company_of(catalogue, Operator(company=code))
