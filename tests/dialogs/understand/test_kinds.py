"""What kind of contact a first message is: on lines never seen, on the letters, on every story."""

import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.house import House
from dialogs.understand.guess import lines_of
from dialogs.understand.kinds import ASKING, COMPLAINT, ContactType, Sorted, Sorter, called_so

HERE = Path(__file__).parent
LANGUAGES = ("zh-CN", "en")
LETTERS = sorted((HERE.parents[1] / "fixtures" / "letters").glob("*.txt"))
Tell: TypeAlias = Callable[[str], None]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Write a figure where the person who runs the tests sees it."""

    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


def verdict(wanted: str, found: Sorted) -> str:
    """Asked about, right or wrong; both kinds of question are answered from the articles."""
    if not found.sure:
        return "asked"
    both = found.kind in ASKING and wanted in ASKING
    return "right" if both or found.kind == wanted else "wrong"


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_held_back_lines_are_taken_for_what_they_are(
    house: House, language: str, tell: Tell
) -> None:
    text = (HERE / f"held_back_kinds.{language}.toml").read_text("utf-8")
    lines: dict[str, list[str]] = tomllib.loads(text)
    assert set(lines) == set(ContactType)
    said = Counter(
        verdict(kind, house.sorter.sort(words)) for kind, all_ in lines.items() for words in all_
    )
    tell(f"{language} held back: {dict(said)} of {said.total()}")
    assert said["right"] >= 0.8 * said.total()
    assert said["wrong"] <= 0.15 * said.total()
    for words in lines["complaint"]:
        assert house.sorter.sort(words) == COMPLAINT, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_a_held_back_complaint_is_taken_for_a_question(
    house: House, language: str, tell: Tell
) -> None:
    text = (HERE / f"held_back.{language}.toml").read_text("utf-8")
    lines = lines_of(tomllib.loads(text))
    taken = [one.text for one in lines if house.sorter.sort(one.text).kind in ASKING]
    tell(f"{language}: {len(taken)} of {len(lines)} held-back complaints taken for a question")
    assert len(taken) <= 0.03 * len(lines), taken


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: str(path.stem))
def test_a_model_letter_is_a_complaint_and_needs_no_question(letter: Path, house: House) -> None:
    assert house.sorter.sort(letter.read_text("utf-8")) == COMPLAINT


@pytest.mark.parametrize(
    "words",
    [
        *("我要投诉", "怎么换套餐都办不了，我要投诉", "我想投诉你们营业厅", "不处理我就打12300"),
        *("这件事我要曝光", "给我个说法", "I want to complain", "this is a complaint"),
        *(
            "How do I change my plan? I want to make a complaint",
            "consider this a formal complaint",
        ),
    ],
)
def test_what_is_called_a_complaint_is_one(words: str, house: House) -> None:
    assert called_so(words)
    assert house.sorter.sort(words) == COMPLAINT


@pytest.mark.parametrize(
    "words",
    [
        *("投诉一般多久有答复", "投诉需要什么材料", "我的投诉怎么样了", "查投诉进度"),
        *("how long does a complaint take", "what is a complaint number"),
    ],
)
def test_asking_about_complaints_is_none(words: str) -> None:
    assert not called_so(words)


@pytest.mark.parametrize("words", ["", " ", "?", "🙂", "1", "投", "x" * 5000, "怎么" * 2000])
def test_words_that_say_nothing_are_a_complaint_and_nothing_is_asked(
    words: str, house: House
) -> None:
    assert house.sorter.sort(words).kind in (ContactType.COMPLAINT, *ASKING)


@pytest.mark.parametrize(
    "words",
    [
        *("师傅态度很好，可是宽带网速还是慢", "感谢客服，但问题没有解决", "建议你们赶快把宽带修好"),
        "手机信号只有一格，打电话断断续续，整栋楼都这样，希望你们来修",
        *("your engineer was friendly but the internet is slow", "I suggest you repair my line"),
    ],
)
def test_thanks_with_something_left_to_be_done_is_asked_about(words: str, house: House) -> None:
    assert not house.sorter.sort(words).sure


def test_without_lines_all_is_a_complaint() -> None:
    assert Sorter(()).sort("怎么换套餐") == COMPLAINT


def test_politeness_at_the_end_of_a_request_is_no_praise(house: House) -> None:
    down = "Our whole area in Gusu, Suzhou has no network since 4 November, it must be repaired."
    for closing in (
        "",
        " Thank you.",
        " Many thanks!",
        " Thanks in advance",
        " Thank you very much.",
    ):
        assert house.sorter.sort(down + closing).kind is not ContactType.PRAISE, closing
    praise = "The technician who came on Monday was so friendly and patient. Thank you!"
    assert house.sorter.sort(praise).kind is ContactType.PRAISE
