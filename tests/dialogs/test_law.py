"""Rules of law: what a text cites is what the catalogue says, in one place for all texts."""

import tomllib
from copy import deepcopy
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest

from bot.config import ConfigError
from bot.house import texts_of
from dialogs.catalogue import Catalogue
from dialogs.catalogue.law import READ, STANDING, standing
from dialogs.catalogue.reading import parse
from dialogs.model import Phrase
from dialogs.texts import Texts
from tests.written import arguments

NOW = datetime(2026, 11, 22, 4, tzinfo=UTC)
ZONE = "Asia/Shanghai"
LATE = Phrase("m27", {"line": "1", "body": "X", "date": "Y"})


@pytest.fixture
def document() -> dict[str, Any]:
    text = (files("dialogs") / "catalog.toml").read_text("utf-8")
    return deepcopy(tomllib.loads(text))


def rule(document: dict[str, Any], code: str) -> dict[str, Any]:
    return next(one for one in document["rule"] if one["code"] == code)


def test_a_rule_is_cited_by_name_article_and_date(texts: Texts, catalogue: Catalogue) -> None:
    cited = standing(catalogue.laws)["rule-answer"]
    chinese = "《电信用户申诉处理办法》第十条（2016年7月30日起施行）"
    assert texts.words("zh-CN", cited, NOW) == chinese
    english = "article 10 of the Measures for Handling Appeals of Telecom Users"
    assert texts.words("en", cited, NOW) == f"{english} (in force since 30 Jul 2016)"
    assert chinese in texts.words("zh-CN", LATE, NOW)
    assert english in texts.words("en", LATE, NOW)


def test_a_rule_without_an_article_is_cited_as_a_whole(texts: Texts, catalogue: Catalogue) -> None:
    cited = standing(catalogue.laws)["rule-outcome"]
    assert texts.words("zh-CN", cited, NOW) == "《电信用户申诉处理办法》（2016年7月30日起施行）"


def test_a_rule_of_this_year_is_told_with_its_year(document: dict[str, Any]) -> None:
    rule(document, "answer")["since"] = "2026-04-08"
    texts = texts_of(parse(document), ZONE)
    assert "(in force since 8 Apr 2026)" in texts.words("en", LATE, NOW)


def test_what_is_corrected_once_is_right_in_limit_label_and_text(document: dict[str, Any]) -> None:
    rule(document, "answer")["numbers"] = {"days": 30}
    known = parse(document)
    assert known.clocks["C1"].limit_days == 30
    assert known.clocks["C1"].label.words["en"] == "Full answer within 30 days"
    texts = texts_of(known, ZONE)
    assert "30 天内没能给您答复" in texts.words("zh-CN", LATE, NOW)
    assert "answer within 30 days" in texts.words("en", LATE, NOW)


def test_weeks_are_days_too(document: dict[str, Any]) -> None:
    rule(document, "answer")["numbers"] = {"weeks": 6}
    known = parse(document)
    assert known.clocks["C1"].limit_days == 42
    assert "answer within 42 days" in texts_of(known, ZONE).words("en", LATE, NOW)


def test_no_limit_of_the_law_is_typed_into_a_text(catalogue: Catalogue) -> None:
    """Both languages cite each rule by its argument, and no rule that is not there."""
    known = set(standing(catalogue.laws))
    for language in catalogue.languages:
        placed = {name for names in arguments(language).values() for name in names}
        assert {name for name in placed if name.startswith(STANDING)} <= known
    for key in ("m27", "m35", "again-late", "appeal-leaflet", "welcome-hello"):
        assert any(name.startswith(STANDING) for name in arguments("en")[key]), key


def test_a_catalogue_without_a_rule_that_texts_cite_is_refused(document: dict[str, Any]) -> None:
    document["rule"] = [one for one in document["rule"] if one["code"] != "age"]
    document["appeal_age"] = {"other": 24}
    with pytest.raises(ConfigError, match=r'the texts cite \[\[rule\]\] "age", which is missing'):
        texts_of(parse(document), ZONE)


def test_a_rule_without_a_number_that_texts_name_is_refused(document: dict[str, Any]) -> None:
    rule(document, "answer")["code"] = "reply"
    entry = next(one for one in document["clock"] if one["code"] == "C1")
    entry["limit_rule"] = "reply"
    document["rule"].append({**rule(document, "age"), "code": "answer"})
    with pytest.raises(ConfigError, match=r"name number days of \[\[rule\]\] answer; add it"):
        texts_of(parse(document), ZONE)


def test_a_rule_says_where_it_was_seen(catalogue: Catalogue) -> None:
    """None is shipped as read: that is for the operator's lawyer to say."""
    assert all(one.source for one in catalogue.laws.values())
    assert READ not in {one.certainty for one in catalogue.laws.values()}
