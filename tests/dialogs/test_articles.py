"""Articles: what is read of a file, how it is cut into pages, and what is said of a broken one."""

from pathlib import Path

import pytest

from bot.config import ConfigError, Operator
from bot.shelf import library
from dialogs.articles import PAGE, Article, ArticleError, article_of, fill_of
from dialogs.house import House
from dialogs.texts import Texts

HEAD = '+++\ncode = "move"\ntitle = "Moving"\nquestions = ["how do I move"]\n+++\n'
FILL = fill_of("en", "Yunxin", "10000")


def read(text: str, name: str = "move") -> Article:
    return article_of(name, text, FILL)


def test_markdown_is_shown_as_plain_text() -> None:
    body = "## Steps\n\n- **first** call {hotline}\n* then see [the page](https://a.example/x)\n"
    assert read(HEAD + body).pages == (
        "Steps\n\n· first call our hotline 10000\n· then see the page https://a.example/x",
    )


def test_a_long_text_is_cut_at_its_empty_lines_into_pages_that_fit() -> None:
    parts = [f"{n} " + "字" * 190 for n in range(5)]
    pages = read(HEAD + "\n\n".join(parts)).pages
    assert [len(page.split("\n\n")) for page in pages] == [2, 2, 1]
    assert "\n\n".join(pages) == "\n\n".join(parts)
    assert all(len(page.encode()) <= PAGE for page in pages)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# Moving", r"between two lines of \+\+\+; add it"),
        ("+++\ncode = \n+++\nx", "its head is not TOML"),
        (HEAD, "no text under its head"),
        (HEAD.replace("title", "titel") + "x", "title is missing"),
        (HEAD.replace("+++\n", "+++\nsourse = 'x'\n", 1) + "x", 'nearest is "source"'),
        (HEAD.replace('["how do I move"]', "[]") + "x", "questions is empty"),
        (HEAD + "call {hotlin}", r"known are: \{hotline\}, \{operator\}"),
        (HEAD + "字" * 500, "break it with an empty line"),
        (HEAD.replace("Moving", "M" * 130) + "x", "title is longer"),
        (HEAD.replace('"move"', '"port"', 1) + "x", "must be the name of the file"),
    ],
)
def test_a_broken_article_says_what_is_wrong_and_the_mend(text: str, why: str) -> None:
    with pytest.raises(ArticleError, match=why):
        read(text)


def test_a_broken_article_of_an_operators_folder_stops_the_start_and_is_named(
    tmp_path: Path,
    texts: Texts,
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "move.md").write_text(HEAD, "utf-8")
    with pytest.raises(ConfigError, match=r"en/move\.md: has no text under its head"):
        library(Operator(articles=str(tmp_path)), texts)


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_that_is_not_there_or_is_empty_stops_the_start(
    tmp_path: Path, made: bool, texts: Texts
) -> None:
    folder = tmp_path / "mine"
    if made:
        folder.mkdir()
    why = "holds no article" if made else r"operator\.articles names it"
    with pytest.raises(ConfigError, match=why):
        library(Operator(articles=str(folder)), texts)


def test_an_article_cites_a_rule_as_texts_do(tmp_path: Path, texts: Texts) -> None:
    (tmp_path / "en").mkdir()
    head = HEAD.removesuffix("+++\n") + 'source = "{rule-age}"\n+++\n'
    (tmp_path / "en" / "move.md").write_text(head + "At most {rule-answer-days} days.", "utf-8")
    article = library(Operator(articles=str(tmp_path)), texts).shelf.get("move", "en")
    assert article is not None
    assert article.pages == ("At most 15 days.",)
    assert article.source.startswith("article 11 of the Measures for Handling Appeals")


def test_an_operators_own_folder_stands_in_for_the_shipped_one(
    tmp_path: Path, texts: Texts
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "move.md").write_text(HEAD + "Call {hotline}, {operator}.", "utf-8")
    own = library(Operator(articles=str(tmp_path), name="Yunxin", hotline="10000"), texts)
    assert [one.code for one in own.find("how do I move")] == ["move"]
    article = own.shelf.get("move", "zh-CN")
    assert article is not None
    assert article.pages == ("Call our hotline 10000, Yunxin.",)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_shipped_article_is_short_and_ends_with_what_to_do_next(
    house: House, language: str
) -> None:
    ways = {
        "zh-CN": ("这是投诉", "转人工", "人工", "报警"),
        "en": ("This is a complaint", "Talk to a person", "human", "police"),
    }
    for article in house.library.shelf.articles[language].values():
        assert len(article.pages) == 1, article.code
        assert any(way in article.pages[0] for way in ways[language]), article.code
