"""Articles are found by questions in other words, and not by questions about other things."""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.house import House
from dialogs.understand.finding import Library

HERE = Path(__file__).parent
LANGUAGES = ("zh-CN", "en")
LEAST = 0.8  # of the held-back questions find their article first
SHARED = {"zh-CN": 12, "en": 36}  # characters in a row that no question shares with a listed one
Tell: TypeAlias = Callable[[str], None]


def questions(language: str, part: str) -> dict[str, str]:
    """Questions with the codes of their articles, "" for what is none of ours."""
    read: dict[str, dict[str, str]] = tomllib.loads(
        (HERE / f"questions.{language}.toml").read_text("utf-8")
    )
    return read[part]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Write a figure where the person who runs the tests sees it."""

    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


@pytest.fixture
def library(house: House) -> Library:
    return house.library


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_articles_enough_and_each_has_its_double(library: Library, language: str) -> None:
    mine, other = (set(library.shelf.articles[tag]) for tag in LANGUAGES)
    assert len(library.shelf.articles[language]) >= 30
    assert mine == other


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["tuning", "held_back"])
def test_eight_of_ten_questions_find_their_article_first(
    library: Library, language: str, part: str, tell: Tell
) -> None:
    asked = {text: code for text, code in questions(language, part).items() if code}
    assert len(asked) >= 40
    assert set(asked.values()) <= set(library.shelf.articles[language])
    missed, second, shown = [], 0, 0
    for text, code in asked.items():
        found = library.finders[language].find(text)
        second += code in [one.code for one in found[:2]]
        shown += bool(library.find(text)) and found[0].code == code
        if found[0].code != code:
            missed.append(f"{text} -> {found[0].code}, not {code}")
    first = 1 - len(missed) / len(asked)
    figures = (
        f"{language} {part}: top 1 {first:.1%}, top 2 {second / len(asked):.1%}, "
        f"shown and right {shown / len(asked):.1%} of {len(asked)}"
    )
    tell(figures)
    assert first >= LEAST, "\n".join((figures, *missed))


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_about_other_things_find_none(
    library: Library, language: str, tell: Tell
) -> None:
    asked = [text for text, code in questions(language, "held_back").items() if not code]
    taken = [text for text in asked if library.find(text)]
    tell(f"{language}: {len(taken)} of {len(asked)} questions about other things find an article")
    assert len(taken) <= len(asked) / 2, taken


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_held_back_question_stands_in_an_article(library: Library, language: str) -> None:
    """A question that is listed would be found whatever the search is worth."""
    listed = {
        text.lower().strip("?？")
        for article in library.shelf.articles[language].values()
        for text in (article.title, *article.questions)
    }
    held = questions(language, "held_back")
    assert [one for one in held if one.lower().strip("?？") in listed] == []
    assert not set(held) & set(questions(language, "tuning"))
    long = SHARED[language]
    runs = {text[at : at + long] for text in listed for at in range(len(text) - long + 1)}
    assert [one for one in held if any(run in one.lower() for run in runs)] == []


@pytest.mark.parametrize(
    "words", ["", " ", "?", "？？？", "🙂", "0", "\u200b", "的", "the", "x" * 5000]
)
def test_words_that_ask_nothing_find_nothing(library: Library, words: str) -> None:
    assert library.find(words) == ()


def test_an_empty_library_finds_nothing() -> None:
    from dialogs.understand.finding import EMPTY

    assert EMPTY.find("怎么携号转网") == ()
    assert EMPTY.shelf.get("port-out", "en") is None


def test_an_article_is_shown_in_the_other_language_where_there_is_none_in_ones_own(
    library: Library,
) -> None:
    article = library.shelf.get("port-out", "fr")
    assert article is not None
    assert article.code == "port-out"
