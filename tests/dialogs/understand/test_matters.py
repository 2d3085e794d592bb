"""Stories of several matters are told apart, and stories of one are left whole."""

import sys
import tomllib
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.understand.guess import Guess, Guesser, train
from dialogs.understand.matters import READ, Matters, split
from tests.dialogs.understand.test_guess import HELD_BACK, LANGUAGES, LETTERS, TRAINING, letter

HERE = Path(__file__).parent
ALIKE = 0.8  # how much of a matter's words has to be in its part, and nothing else
Tell: TypeAlias = Callable[[str], None]
Guessing: TypeAlias = Callable[[str], Guess | None]


@pytest.fixture(scope="module")
def guess() -> Guessing:
    guesser: Guesser = train(line for language in LANGUAGES for line in TRAINING[language])
    return lambda words: next(iter(guesser.guess(words, best=1)), None)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


def stories(language: str, which: str) -> list[str]:
    written = tomllib.loads((HERE / f"matters.{language}.toml").read_text("utf-8"))[which]
    assert all(isinstance(one, str) for one in written)
    return list(written)


def marked(story: str) -> tuple[str, list[str]]:
    """The story as it is sent, and its matters as the one who wrote it set them apart."""
    parts = story.split("|")
    if "¦" in parts[0]:
        parts[0] = parts[0].partition("¦")[2]
    if parts[-1].startswith("¦"):
        parts.pop()
    return story.replace("|", "").replace("¦", ""), parts


def letters_of(words: str) -> str:
    return "".join(mark for mark in words.lower() if mark.isalnum())


def right(found: Matters | None, parts: list[str]) -> bool:
    if found is None or len(found.parts) != len(parts):
        return False
    pairs = zip(map(letters_of, found.parts), map(letters_of, parts), strict=True)
    return all(SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE for a, b in pairs)


@pytest.mark.parametrize(("which", "least"), [("tuned", 0.88), ("held_back", 0.8)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_stories_of_several_matters_are_told_apart(
    language: str, which: str, least: float, guess: Guessing, tell: Tell
) -> None:
    told = [marked(one) for one in stories(language, which)]
    good = sum(right(split(story, guess), parts) for story, parts in told)
    tell(f"{language} {which}: {good} of {len(told)} stories cut as written")
    assert good >= least * len(told)


def test_there_are_forty_stories_a_language() -> None:
    for language in LANGUAGES:
        assert sum(len(stories(language, which)) for which in ("tuned", "held_back")) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_are_one_matter_each(language: str, guess: Guessing) -> None:
    for name in LETTERS:
        assert split(letter(name, language), guess) is None, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_matter_with_many_words_and_wishes_stays_one(language: str, guess: Guessing) -> None:
    assert [one for one in stories(language, "one") if split(one, guess)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_one_matter_are_not_cut(language: str, guess: Guessing, tell: Tell) -> None:
    for name, lines in (("training", TRAINING[language]), ("held back", HELD_BACK[language])):
        cut = [one.text for one in lines if split(one.text, guess)]
        tell(f"{language} {name}: {len(cut)} of {len(lines)} lines of one matter cut {cut}")
        assert len(cut) < 0.01 * len(lines)


TWO = "家里宽带断了三天，报修没人来。另外上个月话费多扣了30元，请退给我。"


def test_parts_lose_no_word(guess: Guessing) -> None:
    """Whatever is cut, each letter of the story is in one of the parts, once."""
    for language in LANGUAGES:
        for which in ("tuned", "held_back"):
            for story, _ in map(marked, stories(language, which)):
                found = split(story, guess)
                if found is not None:
                    kept = "".join((found.lead, *found.parts, found.tail))
                    assert sorted(letters_of(kept)) == sorted(letters_of(story))


@pytest.mark.parametrize(
    ("story", "parts"),
    [
        (TWO, ("家里宽带断了三天，报修没人来。", "另外上个月话费多扣了30元，请退给我。")),
        (
            f"{TWO}\n请尽快处理。谢谢！",
            ("家里宽带断了三天，报修没人来。", "另外上个月话费多扣了30元，请退给我。"),
        ),
        ("", None),
        ("1、2、3、4", None),
        ("另外另外另外另外另外另外", None),
    ],
)
def test_a_story_and_its_parts(story: str, parts: tuple[str, ...] | None, guess: Guessing) -> None:
    found = split(story, guess)
    assert (found.parts if found else None) == parts


def test_never_more_than_four_and_the_rest_is_kept(guess: Guessing) -> None:
    many = (
        "1、宽带断网三天。2、上个月话费多扣30元。3、营业厅的人态度恶劣骂人。"
        "4、每天收到垃圾短信。5、手机卡插进去读不出来。"
    )
    found = split(many + "完" * READ, guess)
    assert found is not None
    assert len(found.parts) == 4
    assert "读不出来" in found.parts[-1]
    assert found.tail.endswith("完" * 100) or "完" * 100 in found.parts[-1]
