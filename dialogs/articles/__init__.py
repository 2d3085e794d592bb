"""The articles that answer questions: their text, read and checked. Who owns files reads these.

An article is Markdown under a head of TOML between two lines of `+++`: code, title, questions that
people ask, tags, and the source of a rule. It is shown as plain text, a page at a time.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.catalogue import CatalogueError
from dialogs.catalogue.block import CODE, Block
from dialogs.model import Language

PAGE = 1200  # UTF-8 bytes of a page: with its title and its choices it fits 2,048 (WeChat)
TITLE = 120  # UTF-8 bytes
FENCE = "+++"
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
MARKS = re.compile(r"^#{1,6}[ \t]+|\*\*|__|`", re.MULTILINE)
BULLET = re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE)
PLACE = re.compile(r"\{([\w-]+)\}")


class ArticleError(ValueError):
    """An article that cannot be used; the message names what is wrong and the mend."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language, its `pages` plain text of at most `PAGE` bytes each."""

    code: str
    title: str
    questions: tuple[str, ...]
    tags: tuple[str, ...]
    source: str
    pages: tuple[str, ...]


def article_of(name: str, text: str, fill: Mapping[str, str]) -> Article:
    """The article in a file's text. `name` is the file's without its ending, which is its code.

    `fill` are the words for {hotline}, {operator} and rules of law. Raises ArticleError with the
    mend.
    """
    head, body = _parted(text)
    block = Block("head", head)
    try:
        code = block.text("code")
        read = (
            block.text("title"),
            block.words("questions"),
            block.words("tags", []),
            block.text("source", ""),
        )
        block.end()
    except CatalogueError as error:
        raise ArticleError(str(error)) from None
    title, questions, tags, source = read
    if not CODE.fullmatch(code) or code != name:
        raise ArticleError(f'code "{code}" must be the name of the file; rename one of them')
    if not questions:
        raise ArticleError("questions is empty; give at least one that this article answers")
    if len(title.encode()) > TITLE:
        raise ArticleError(f"title is longer than {TITLE} bytes; shorten it")
    return Article(code, title, questions, tags, _placed(source, fill), _pages(_filled(body, fill)))


def _parted(text: str) -> tuple[Mapping[str, object], str]:
    """The head, parsed, and the body."""
    lines = text.replace("\r\n", "\n").lstrip("\ufeff\n ").split("\n")
    ends = [place for place, line in enumerate(lines) if line.strip() == FENCE]
    if len(ends) < 2 or ends[0] != 0:
        raise ArticleError(f"must begin with a head between two lines of {FENCE}; add it")
    try:
        head = tomllib.loads("\n".join(lines[1 : ends[1]]))
    except tomllib.TOMLDecodeError as error:
        raise ArticleError(f"its head is not TOML: {error}") from None
    body = "\n".join(lines[ends[1] + 1 :]).strip()
    if not body:
        raise ArticleError("has no text under its head; write some")
    return head, body


def _filled(body: str, fill: Mapping[str, str]) -> str:
    """The body with its places filled, as plain text."""
    return BULLET.sub("· ", MARKS.sub("", LINK.sub(r"\1 \2", _placed(body, fill))))


def _placed(body: str, fill: Mapping[str, str]) -> str:
    for place in PLACE.findall(body):
        if place not in fill:
            known = ", ".join(f"{{{name}}}" for name in sorted(fill))
            raise ArticleError(f"{{{place}}} is not known; known are: {known}")
    return PLACE.sub(lambda found: fill[found[1]], body)


def _pages(body: str) -> tuple[str, ...]:
    """The body cut at its empty lines, as much on a page as fits."""
    pages: list[str] = []
    for part in _paragraphs(body):
        both = f"{pages[-1]}\n\n{part}" if pages else part
        if pages and len(both.encode()) <= PAGE:
            pages[-1] = both
        else:
            pages.append(part)
    return tuple(pages)


def _paragraphs(body: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", body):
        size = len(part.encode())
        if size > PAGE:
            mend = f"break it with an empty line, {PAGE} bytes at most"
            raise ArticleError(f'a paragraph is {size} bytes long ("{part[:20]}…"); {mend}')
        yield part.strip()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles of every language by their code."""

    articles: Mapping[Language, Mapping[str, Article]]

    def get(self, code: str, language: Language) -> Article | None:
        """The article in this language, or in one that has it."""
        here = self.articles.get(language, {}).get(code)
        others = (known[code] for known in self.articles.values() if code in known)
        return here or next(others, None)


def fill_of(language: Language, operator: str, hotline: str) -> Mapping[str, str]:
    """The words for the places of an article, where an operator may have named none."""
    us, line = US.get(language, US["en"])
    return {"operator": operator or us, "hotline": f"{line} {hotline}".strip()}


US: Mapping[Language, tuple[str, str]] = {
    "zh-CN": ("本公司", "客服热线"),
    "en": ("us", "our hotline"),
}
