"""Reads the articles that answer questions, from the shipped folder or the operator's own."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot import profiles
from bot.config import ConfigError, Operator
from dialogs.articles import Article, ArticleError, article_of, fill_of
from dialogs.texts import Texts
from dialogs.understand.finding import Library, library_of

ENDING = ".md"


def library(operator: Operator, texts: Texts) -> Library:
    """The articles of the texts' languages, ready to be searched: the operator's, or its country's.

    They may cite rules of law as texts do.

    Raises ConfigError naming the file and the mend; a folder that names a language must have one.
    """
    named = operator.articles
    own = profiles.folder(operator.profile) / "articles"
    shipped = own if own.is_dir() else files("dialogs") / "articles"
    folder: Traversable = Path(named) if named else shipped
    place = named or ("dialogs/articles" if shipped is not own else f"{operator.profile}/articles")
    if not folder.is_dir():
        raise ConfigError(f"{place}: there is no such folder; operator.articles names it")
    found = {
        tag: tuple(_articles(folder / tag, f"{place}/{tag}", operator, texts.standing(tag)))
        for tag in texts.languages
    }
    if not any(found.values()):
        raise ConfigError(f"{place} holds no article; put {_wanted(texts)} there")
    return library_of({tag: articles for tag, articles in found.items() if articles})


def _wanted(texts: Texts) -> str:
    return ", ".join(f"{tag}/*.md" for tag in texts.languages)


def _articles(
    folder: Traversable, place: str, operator: Operator, law: Mapping[str, str]
) -> Iterator[Article]:
    """The articles of one language; none where it has no folder."""
    if not folder.is_dir():
        return
    fill = {**fill_of(folder.name, operator.name, operator.hotline), **law}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if not file.name.endswith(ENDING):
            continue
        try:
            yield article_of(file.name.removesuffix(ENDING), file.read_text("utf-8"), fill)
        except ArticleError as error:
            raise ConfigError(f"{place}/{file.name}: {error}") from None
        except (UnicodeDecodeError, OSError) as error:
            raise ConfigError(f"{place}/{file.name} cannot be read: {error}") from None
