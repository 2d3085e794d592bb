"""What is heard in people's words: sentences with known triggers, look-alikes, ordinary stories."""

import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from dialogs.catalogue import Catalogue
from dialogs.tickets.levels import brought
from dialogs.understand.guess import lines_of
from dialogs.understand.heard import heard, misspelt, worse

HERE = Path(__file__).parent
SHIPPED = HERE.parents[2] / "dialogs" / "understand"
LETTERS = HERE.parents[1] / "fixtures" / "letters"
LANGUAGES = ("zh-CN", "en")
LEAST = 0.95  # of the sentences that must be heard rightly
MOST_TONES = 0.9  # of the tones
ENOUGH = 60  # sentences of each language
# Subtypes that are grave by what they are: they are looked at apart.
GRAVE = {"area_outage", "disaster", "leak", "disclosure", "identity_misuse"}
Tell: TypeAlias = Callable[[str], None]


@dataclass(frozen=True)
class Sentence:
    text: str
    codes: tuple[str, ...]


def sentences(language: str, file: str = "held_out") -> Iterator[Sentence]:
    listed = tomllib.loads((HERE / f"{file}.{language}.toml").read_text("utf-8"))["codes"]
    for codes, texts in listed.items():
        wanted = () if codes == "none" else tuple(codes.split())
        yield from (Sentence(text, wanted) for text in texts)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Write a figure where the person who runs the tests sees it."""

    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_announced_is_heard_and_what_only_looks_like_it_is_not(
    language: str, catalogue: Catalogue, tell: Tell
) -> None:
    every = list(sentences(language))
    wrong = [one for one in every if heard(one.text, catalogue.triggers).codes != one.codes]
    right = 1 - len(wrong) / len(every)
    tell(f"{language}: {right:.1%} of {len(every)} sentences heard rightly")
    for one in wrong:
        tell(f"  {one.codes or 'none'} heard as {heard(one.text, catalogue.triggers).codes}")
    assert len(every) >= ENOUGH
    assert right >= LEAST, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_once_heard_wrongly_is_heard_rightly(language: str, catalogue: Catalogue) -> None:
    every = list(sentences(language, "heard"))
    wrong = [one for one in every if heard(one.text, catalogue.triggers).codes != one.codes]
    assert len(every) >= 2 * ENOUGH
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trigger_has_a_sentence_that_it_is_heard_in(
    language: str, catalogue: Catalogue
) -> None:
    known = {one.code for one in catalogue.triggers if one.grade != "tone"}
    assert known == {code for one in sentences(language) for code in one.codes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_look_alike_never_makes_it_grave(language: str, catalogue: Catalogue) -> None:
    files = ("heard", "held_out")
    alike = [one.text for file in files for one in sentences(language, file) if not one.codes]
    assert [text for text in alike if grave(text, catalogue)] == []


def grave(text: str, catalogue: Catalogue) -> bool:
    """Whether these words alone make an ordinary complaint one of level 3 at once."""
    return any(
        one.grade == "A"
        for one in catalogue.triggers
        if one.code in heard(text, catalogue.triggers).codes
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ordinary_story_is_taken_for_a_grave_one(
    language: str, catalogue: Catalogue, tell: Tell
) -> None:
    lines = lines_of(tomllib.loads((SHIPPED / f"lines.{language}.toml").read_text("utf-8")))
    ordinary = [one for one in lines if one.subtype not in GRAVE]
    risen = [one.text for one in ordinary if grave(one.text, catalogue)]
    any_heard = [one.text for one in ordinary if heard(one.text, catalogue.triggers).codes]
    tell(f"{language}: {len(risen)} of {len(ordinary)} ordinary stories taken for grave ones")
    assert len(ordinary) >= 100
    assert risen == []
    assert len(any_heard) <= len(ordinary) // 100, any_heard


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tone_is_heard(language: str, catalogue: Catalogue, tell: Tell) -> None:
    listed = tomllib.loads((HERE / f"held_out.{language}.toml").read_text("utf-8"))["tone"]
    pairs = [(text, tone) for tone, texts in listed.items() for text in texts]
    wrong = [(t, tone) for t, tone in pairs if heard(t, catalogue.triggers).tone != tone]
    tell(f"{language}: {len(pairs) - len(wrong)} of {len(pairs)} tones heard rightly")
    assert 1 - len(wrong) / len(pairs) >= MOST_TONES, wrong


@pytest.mark.parametrize("letter", sorted(LETTERS.glob("*.txt")), ids=lambda one: one.stem)
def test_the_model_letters_announce_nothing(letter: Path, catalogue: Catalogue) -> None:
    assert heard(letter.read_text("utf-8"), catalogue.triggers).codes == ()


def test_the_words_of_others_in_quotes_are_not_the_persons(catalogue: Catalogue) -> None:
    told = "客服说“你去工信部投诉好了”，态度很差"
    assert heard(told, catalogue.triggers).codes == ()


def test_what_a_swindler_claims_is_not_what_happened(catalogue: Catalogue) -> None:
    told = "有人冒充公安打电话，说我的号码已经立案"
    assert heard(told, catalogue.triggers).codes == ()


def test_a_word_of_signs_alone_is_misspelt() -> None:
    assert misspelt("a .. ")
    assert misspelt("a/ /b")
    assert not misspelt("=a/b")
    assert not misspelt("a .. b + c & d")


def test_the_worse_of_two_tones_stands() -> None:
    assert [worse("", "calm"), worse("angry", "upset"), worse("calm", "upset")] == [
        "calm",
        "angry",
        "upset",
    ]


def test_of_two_that_are_heard_the_more_certain_goes_first(catalogue: Catalogue) -> None:
    """What has happened stands before what is announced, in the catalogue's own order."""
    order = [one.grade for one in catalogue.triggers if one.grade != "tone"]
    assert order == sorted(order, key=["A", "B", "intent"].index)
    assert brought(catalogue.triggers[0], unsatisfied=False, level=1) == 3
