"""What is typed where one field is asked: the value, or why it does not fit."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs import answers
from dialogs.answers import Refused

NOW = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
ZONE = "Asia/Shanghai"


def outcome(answer: object) -> object:
    """The value, or the key of the refusal without its prefix."""
    return answer.key.removeprefix("refused-") if isinstance(answer, Refused) else answer


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("没信号了", "没信号了"),
        ("  signal gone \n", "signal gone"),
        ("x" * 5000, "x" * 5000),
        ("扣费", "story-short"),
        ("ok", "story-short"),
        ("", "story-short"),
        ("😀" * 20, "story-short"),
        ("x" * 10_001, "story-long"),
        ("<b>&没信号</b>", "<b>&没信号</b>"),
    ],
)
def test_a_story_is_kept_whole_or_asked_for_again(typed: str, kept: str) -> None:
    assert outcome(answers.story(typed)) == kept


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("94", 9400),
        ("九十四块五", 9450),
        ("94.5", 9450),
        ("１８８", 18800),
        ("¥94", 9400),
        ("94 yuan", 9400),
        ("1,234.50", 123450),
        ("一百二", 12000),
        ("十", 1000),
        ("1.5万元", 1500000),
        ("大概94左右", 9400),
        ("about 94", 9400),
        ("ninety-four", 9400),
        ("💰94", 9400),
        ("我被扣了94元", 9400),
        ("999999.99", 99999999),
        ("0.01", 1),
        ("0", "amount-zero"),
        ("0元", "amount-zero"),
        ("-94", "amount-negative"),
        ("¥-94", "amount-negative"),
        ("负94元", "amount-negative"),
        ("abc", "amount-letters"),
        ("94a", "amount-letters"),
        ("不知道", "amount-letters"),
        ("几十块", "amount-letters"),
        ("一些钱", "amount-letters"),
        ("94%", "amount-letters"),
        ("134******29", "amount-letters"),
        ("", "amount-letters"),
        ("1000000", "amount-large"),
        ("12345678元", "amount-large"),
        ("94和188", "amount-several"),
        ("94 188", "amount-several"),
        ("20-30元", "amount-several"),
        ("94.555", "amount-decimals"),
        ("£12.50", "amount-currency"),
    ],
)
def test_an_amount_is_taken_or_refused_for_its_own_reason(typed: str, minor: object) -> None:
    assert outcome(answers.amount(typed)) == minor


def test_the_currency_of_the_operator_is_a_setting() -> None:
    assert answers.amount("£12.50", currency="GBP") == 1250
    assert outcome(answers.amount("94块", currency="GBP")) == "amount-currency"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13812345678", "+8613812345678"),
        ("+86 138-1234-5678", "+8613812345678"),
        ("8613812345678", "+8613812345678"),
        ("００８６ 13812345678", "+8613812345678"),
        ("１３８１２３４５６７８", "+8613812345678"),
        ("138\u200b12345678", "+8613812345678"),
        ("我的号码是13812345678", "+8613812345678"),
        ("010-62345678", "+861062345678"),
        ("(021) 5555 6666", "+862155556666"),
        ("+44 20 7946 0958", "+442079460958"),
        ("0044 20 7946 0958", "+442079460958"),
        ("bj12345678", "bj12345678"),
        ("AB12", "AB12"),
        ("宽带账号bj001", "bj001"),
        ("62345678", "62345678"),
        ("ann@example.net", "number-unclear"),
        ("1381234567", "number-short"),
        ("12", "number-short"),
        ("138123456789", "number-long"),
        ("a1" * 30, "number-long"),
        ("10086", "number-hotline"),
        ("400-810-0000", "number-hotline"),
        ("134******29", "number-masked"),
        ("138xxxx5678", "number-masked"),
        ("13812345678和13912345678", "number-several"),
        ("110101199003078888", "number-private"),
        ("4111111111111111", "number-private"),
        ("不知道", "number-unclear"),
        ("😀", "number-unclear"),
        ("", "number-unclear"),
    ],
)
def test_a_service_number_is_a_phone_or_an_account(typed: str, number: str) -> None:
    assert outcome(answers.service_number(typed)) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13812345678", "+8613812345678"),
        ("打我139 1234 5678吧", "+8613912345678"),
        ("+1 202 555 0143", "+12025550143"),
        ("bj12345678", "phone-unclear"),
        ("1381234567", "number-short"),
        ("10086", "number-hotline"),
    ],
)
def test_a_contact_phone_is_one_that_can_be_called(typed: str, number: str) -> None:
    assert outcome(answers.contact_phone(typed)) == number


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("9", 9),
        ("９", 9),
        ("九", 9),
        ("十分", 10),
        ("8分", 8),
        ("8分，谢谢", 8),
        ("9/10", 9),
        ("10/10", 10),
        ("9 out of 10", 9),
        ("nine", 9),
        ("满分", 10),
        ("我给9分", 9),
        ("7️⃣", 7),
        ("🔟", 10),
        ("10分!", 10),
        ("I'd give it a nine", 9),
        ("0", "score-range"),
        ("11", "score-range"),
        ("-1", "score-range"),
        ("100", "score-range"),
        ("8.5", "score-whole"),
        ("十分满意", "score-unclear"),
        ("8/5", "score-unclear"),
        ("好", "score-unclear"),
        ("", "score-unclear"),
    ],
)
def test_a_score_is_a_whole_number_from_1_to_10(typed: str, score: object) -> None:
    assert outcome(answers.score(typed)) == score


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张三", "张三"),
        ("  Ann   Lee ", "Ann Lee"),
        ("𠮷野", "𠮷野"),
        ("<b>Bob</b>", "<b>Bob</b>"),
        ("a" * 64, "a" * 64),
        ("a" * 65, "name-long"),
        ("123", "name-letters"),
        ("😀", "name-letters"),
        ("", "name-letters"),
    ],
)
def test_a_name_has_a_letter_and_at_most_64_characters(typed: str, name: str) -> None:
    assert outcome(answers.person_name(typed)) == name


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("1 3 4", (0, 2, 3)),
        ("1、3、4", (0, 2, 3)),
        ("1,3", (0, 2)),
        ("１，３", (0, 2)),
        ("134", (0, 2, 3)),
        ("1和3", (0, 2)),
        ("1 and 3", (0, 2)),
        ("选1和3", (0, 2)),
        ("第1、第3", (0, 2)),
        ("①③", (0, 2)),
        ("一、三", (0, 2)),
        ("3", (2,)),
        ("1.", (0,)),
        ("1 1 3", (0, 2)),
        ("0", None),
        ("9", None),
        ("11", None),
        ("1 9", None),
        ("94", None),
        ("1.5", None),
        ("apology", None),
        ("", None),
    ],
)
def test_several_choices_may_be_typed_at_once(typed: str, places: tuple[int, ...] | None) -> None:
    assert answers.choices(typed, 5) == places


def test_two_digits_are_one_place_where_the_list_is_long_enough() -> None:
    assert answers.choices("12", 12) == (11,)
    assert answers.choices("12", 9) == (0, 1)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("取消", True),
        ("取消吧", True),
        ("取消了，谢谢", True),
        ("【取消】", True),
        ("ＣＡＮＣＥＬ！", True),
        (" Cancel please ", True),
        ("不取消", False),
        ("取消业务后还扣费", False),
        ("", False),
        ("?", False),
    ],
)
def test_a_word_is_known_however_it_is_dressed(typed: str, same: bool) -> None:
    assert answers.is_word(typed, ("取消", "cancel")) is same


THANKS = ("谢谢", "多谢", "感谢", "thanks", "thank you", "thx")


@pytest.mark.parametrize(
    ("typed", "only"),
    [
        ("谢谢", True),
        ("谢谢你们！🙏", True),
        ("好的，非常感谢", True),
        ("Thanks a lot!", True),
        ("thank you so much, bye", True),
        ("ok thanks", True),
        ("🙏", True),
        ("👍👍", True),
        ("谢谢，但是还没好", False),
        ("no thanks", False),
        ("thanks for nothing", False),
        ("好的", False),
        ("😡", False),
        ("", False),
    ],
)
def test_thanks_and_nothing_else(typed: str, only: bool) -> None:
    assert answers.thanks_only(typed, THANKS) is only


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+8613812345678", "138****5678"),
        ("+861062345678", "010****5678"),
        ("+442079460958", "+44****0958"),
        ("bj12345678", "bj1****5678"),
        ("AB12", "A****2"),
        ("", "****"),
    ],
)
def test_a_number_is_shown_masked(number: str, shown: str) -> None:
    assert answers.masked(number) == shown


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("身份证110101199003078888，没信号", "身份证[…]，没信号"),
        ("身份证１１０１０１１９９００３０７８８８X", "身份证[…]"),
        ("卡号4111 1111 1111 1111", "卡号[…]"),
        ("验证码：123456", "验证码：[…]"),
        ("您的验证码是 889900", "您的验证码是 […]"),
        ("123456 is your verification code", "[…] is your verification code"),
        ("服务密码123456", "服务密码[…]"),
        ("my password is hunter22!", "my password is […]"),
        ("验证码123456,卡4111111111111111", "验证码[…],卡[…]"),
        ("密码我忘了", "密码我忘了"),
        ("号码13812345678", "号码13812345678"),
        ("8613812345678", "8613812345678"),
        ("ICCID 89860012345678901234", "ICCID 89860012345678901234"),
        ("TS26110004277", "TS26110004277"),
        ("2026-06-01 00:00, 94元", "2026-06-01 00:00, 94元"),
    ],
)
def test_private_numbers_are_taken_out(text: str, clean: str) -> None:
    assert answers.private_numbers(text) == (clean, clean != text)


ANY = st.one_of(
    st.text(max_size=200),
    st.text(
        alphabet="0123456789.,-+¥元块一二两三十百万点分/ 和、x*月日号周上前晚年内", max_size=60
    ),
)


@settings(deadline=None)
@given(ANY)
def test_an_amount_taken_is_positive_and_in_bounds(text: str) -> None:
    taken = answers.amount(text)
    assert isinstance(taken, Refused) or 1 <= taken <= 99_999_999


@settings(deadline=None)
@given(ANY, st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_a_time_taken_is_never_in_the_future(text: str, naive: datetime) -> None:
    now = naive.replace(tzinfo=UTC)
    taken = answers.when(text, now=now, zone=ZONE)
    if isinstance(taken, Refused):
        return
    assert taken.start is not None
    assert taken.start <= now
    assert taken.end is None or taken.start <= taken.end <= now
    assert taken.start > now - timedelta(days=20_000)


@settings(deadline=None)
@given(ANY, st.integers(0, 20))
def test_no_text_breaks_a_parser(text: str, count: int) -> None:
    assert outcome(answers.story(text))
    assert outcome(answers.service_number(text))
    assert outcome(answers.contact_phone(text))
    assert outcome(answers.score(text))
    assert outcome(answers.person_name(text))
    assert all(0 <= place < count for place in answers.choices(text, count) or ())
    assert answers.is_word(text, ("取消", "cancel")) in (True, False)
    assert answers.thanks_only(text, THANKS) in (True, False)
    clean, removed = answers.private_numbers(text)
    assert removed or clean == text
    assert isinstance(answers.masked(text), str)


def test_every_refusal_that_is_given_is_listed_with_arguments() -> None:
    listed = {refused.key: set(refused.args) for refused in answers.REFUSALS}
    given_so = (
        answers.story(""),
        answers.story("x" * 10_001),
        answers.when("明天", now=NOW, zone=ZONE),
        answers.when("?", now=NOW, zone=ZONE),
        *(answers.amount(text) for text in ("0", "-1", "a", "1 2", "1.234", "1000000", "£1")),
        *(
            answers.service_number(text)
            for text in ("12", "10086", "138****5678", "?", "138123456789")
        ),
        answers.contact_phone("?"),
        *(answers.score(text) for text in ("0", "8.5", "?")),
        answers.person_name(""),
        answers.person_name("a" * 65),
    )
    for refused in given_so:
        assert isinstance(refused, Refused)
        assert listed[refused.key] == set(refused.args)
    assert len(listed) == len(answers.REFUSALS)
