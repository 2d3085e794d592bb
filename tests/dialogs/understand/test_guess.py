"""The category model on lines it never saw, on the model letters, and on words that say nothing."""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.catalogue import Catalogue
from dialogs.understand.guess import Guesser, Line, lines_of, train

HERE = Path(__file__).parent
SHIPPED = HERE.parents[2] / "dialogs" / "understand"
LANGUAGES = ("zh-CN", "en")
LETTERS = {
    "1-reward": ("MKT", "reward"),
    "2-network": ("NET-M", "no_signal"),
    "3-charge": ("BIL", "after_cancel"),
}
Tell: TypeAlias = Callable[[str], None]
RUN = 8  # characters in a row that lines of the two kinds may not share


def read(path: Path) -> tuple[Line, ...]:
    return lines_of(tomllib.loads(path.read_text("utf-8")))


TRAINING = {language: read(SHIPPED / f"lines.{language}.toml") for language in LANGUAGES}
HELD_BACK = {language: read(HERE / f"held_back.{language}.toml") for language in LANGUAGES}


def letter(name: str, language: str) -> str:
    tag = language.partition("-")[0]
    return (HERE.parents[1] / "fixtures" / "letters" / f"{name}.{tag}.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def guesser() -> Guesser:
    return train(line for language in LANGUAGES for line in TRAINING[language])


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Write a figure where the person who runs the tests sees it."""

    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


def runs(texts: Iterable[str]) -> dict[str, str]:
    """Each run of eight characters, and a text that holds it."""
    return {
        low[start : start + RUN]: low
        for low in (text.lower() for text in texts)
        for start in range(len(low) - RUN + 1)
    }


def rank(guesser: Guesser, line: Line) -> int:
    return [guess.category for guess in guesser.guess(line.text)].index(line.category)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_and_subtype_of_the_catalogue_has_lines_enough(
    catalogue: Catalogue, language: str
) -> None:
    known = {
        (code, subtype.code)
        for code, category in catalogue.categories.items()
        for subtype in category.subtypes
    }
    subtypes = Counter((line.category, line.subtype) for line in TRAINING[language])
    assert set(subtypes) == known
    assert min(subtypes.values()) >= 3
    assert min(Counter(line.category for line in TRAINING[language]).values()) >= 24
    assert {(line.category, line.subtype) for line in HELD_BACK[language]} <= known
    held = Counter(line.category for line in HELD_BACK[language])
    assert set(held) == set(catalogue.categories)
    assert min(held.values()) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_there_twice(language: str) -> None:
    texts = Counter(line.text.lower() for line in (*TRAINING[language], *HELD_BACK[language]))
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_back_lines_and_letters_share_no_eight_characters_with_training(language: str) -> None:
    learnt = runs(line.text for line in TRAINING[language])
    unseen = runs(
        (
            *(line.text for line in HELD_BACK[language]),
            *(letter(name, language) for name in LETTERS),
        )
    )
    assert [(run, unseen[run][:60], learnt[run]) for run in unseen if run in learnt] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_of_ten_held_back_lines_find_their_category_among_the_first_three(
    guesser: Guesser, language: str, tell: Tell
) -> None:
    lines = HELD_BACK[language]
    ranks = {line: rank(guesser, line) for line in lines}
    for category, of in groupby(lines, key=lambda line: line.category):
        mine = [ranks[line] for line in of]
        tell(
            f"{language} {category:5} top 1 {sum(at == 0 for at in mine):2}, "
            f"top 3 {sum(at < 3 for at in mine):2} of {len(mine)}"
        )
    mixed = Counter(
        (line.category, guesser.guess(line.text)[0].category) for line in lines if ranks[line]
    )
    first = sum(at == 0 for at in ranks.values()) / len(lines)
    third = sum(at < 3 for at in ranks.values()) / len(lines)
    tell(f"{language} all: top 1 {first:.1%}, top 3 {third:.1%} of {len(lines)}")
    worst = ", ".join(f"{is_} as {said} {n}" for (is_, said), n in mixed.most_common(6))
    tell(f"{language} mixed up most: {worst}\n")
    assert third >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_model_letter_is_understood_and_sure_enough_for_the_card(
    guesser: Guesser, name: str, language: str
) -> None:
    best = guesser.guess(letter(name, language))[0]
    assert (best.category, best.subtype) == LETTERS[name]
    assert best.share > 0.6


@pytest.mark.parametrize(
    ("name", "language", "tag"),
    [
        ("1-reward", "zh-CN", "channels_disagree"),
        ("2-network", "zh-CN", "not_ringing"),
        ("2-network", "zh-CN", "data_stalls"),
        ("2-network", "en", "not_ringing"),
        ("3-charge", "zh-CN", "wrong_suspension"),
        ("3-charge", "en", "wrong_suspension"),
    ],
)
def test_the_other_matters_of_a_letter_come_next_among_the_subtypes(
    guesser: Guesser, name: str, language: str, tag: str
) -> None:
    category, subtype = LETTERS[name]
    shares = guesser.subtypes(letter(name, language), category)
    assert shares[0][0] == subtype
    assert tag in [code for code, _ in shares[1:4]]


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("宽带断网三天了没人来修", "NET-F"),
        ("我被不明扣费三十块,要求退", "BIL"),
        ("营业厅的人态度特别差", "SRV"),
        ("携号转网不给授权码", "PRT"),
        ("工单十天没回复", "RPT"),
        ("my home broadband has been down for three days", "NET-F"),
        ("I was charged twice on this month's bill", "BIL"),
        ("the assistant in your shop was rude to me", "SRV"),
        ("I keep getting scam texts with a fake link", "SPM"),
        ("your app crashes when I log in", "APP"),
    ],
)
def test_one_plain_sentence_is_sure(guesser: Guesser, words: str, category: str) -> None:
    best = guesser.guess(words)[0]
    assert best.category == category
    assert best.share > 0.6


@pytest.mark.parametrize(
    "words",
    [
        "上个月话费多扣了30元，请退给我",
        "话费扣多了，请退回",
        "You charged me 30 too much last month, please refund me",
        "overcharged by 8 on my last bill, refund please",
    ],
)
def test_who_asks_for_money_back_does_not_wait_for_a_promised_refund(
    guesser: Guesser, words: str
) -> None:
    best = guesser.guess(words)[0]
    assert best.category == "BIL"
    assert best.subtype in {"unexplained_fee", "billing_error"}


@pytest.mark.parametrize(
    "words",
    [
        "你们太差了",
        "我要投诉",
        "气死我了",
        "太不像话了",
        "有问题要反映",
        "you are terrible",
        "I want to make a complaint",
        "this is a joke",
        "worst company ever",
        "bad service",
        "hello",
        "1",
        "🙂🙂🙂",
        "",
    ],
)
def test_words_that_say_nothing_of_the_matter_stay_unsure(guesser: Guesser, words: str) -> None:
    assert guesser.guess(words)[0].share < 0.4


@pytest.mark.parametrize("words", ["", "???", "宽带断网", "<b>&\U0001f600" * 40, "流量" * 4000])
def test_shares_sum_to_one_best_first_with_every_category_once(
    guesser: Guesser, words: str
) -> None:
    guesses = guesser.guess(words)
    shares = [guess.share for guess in guesses]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert {guess.category for guess in guesses} == {line.category for line in TRAINING["en"]}
    for guess in guesses:
        subtypes = guesser.subtypes(words, guess.category)
        assert sum(share for _, share in subtypes) == pytest.approx(1)
        assert guess.subtype in dict(subtypes)


def test_full_width_and_capitals_read_like_plain_letters(guesser: Guesser) -> None:
    assert guesser.guess("ＡＰＰ闪退") == guesser.guess("app闪退")
    assert guesser.guess("NO SIGNAL AT HOME") == guesser.guess("no signal at home")


def test_a_category_nobody_taught_has_no_subtypes(guesser: Guesser) -> None:
    assert guesser.subtypes("宽带断网", "XYZ") == ()


def test_without_lines_there_is_no_guess() -> None:
    assert train(()).guess("宽带断网") == ()


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"BIL": "x"}, r"\[BIL\] must be a table"),
        ({"BIL": {"refund_late": "x"}}, r"BIL\.refund_late must be a list"),
        ({"BIL": {"refund_late": ["x", 3]}}, r"BIL\.refund_late holds something"),
        ({"BIL": {"refund_late": [" "]}}, r"BIL\.refund_late holds something"),
    ],
)
def test_a_document_of_another_shape_is_named(document: dict[str, object], place: str) -> None:
    with pytest.raises(ValueError, match=place):
        lines_of(document)


def test_it_learns_and_answers_at_once(tell: Tell) -> None:
    lines = [line for language in LANGUAGES for line in TRAINING[language]]
    start = time.perf_counter()
    guesser = train(lines)
    tell(f"learnt {len(lines)} lines in {time.perf_counter() - start:.3f} s")
    for language in LANGUAGES:
        story = (letter("2-network", language) * 3)[:500]
        start = time.perf_counter()
        for _ in range(10):
            guesser.guess(story)
        each = (time.perf_counter() - start) / 10
        tell(f"{language}: a story of 500 characters in {each * 1000:.2f} ms")
