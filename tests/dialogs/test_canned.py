"""Ready answers: read from the catalogue, offered where they fit, filled in from the ticket."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tomllib import loads
from typing import Any

import pytest

from dialogs.catalogue import CatalogueError
from dialogs.catalogue.canned import fits, holes, unknown
from dialogs.catalogue.reading import parse
from dialogs.house import House
from dialogs.tickets.filling import filled, lacking, values
from tests.dialogs.tickets.office import MONDAY, filed

SHIPPED = Path("dialogs/catalog.toml").read_text("utf-8")


def with_answer(**said: Any) -> dict[str, Any]:
    document = loads(SHIPPED)
    label = {"zh-CN": "甲", "en": "A"}
    document["answer"] = [{"code": "one", "label": label, "text": label, **said}]
    return document


def test_an_answer_names_known_variables_categories_and_departments() -> None:
    text = {"zh-CN": "{name}您好", "en": "Hello {nmae}"}
    with pytest.raises(CatalogueError, match=r'\[\[answer\]\] one: text.en names "\{nmae\}"'):
        parse(with_answer(text=text))
    with pytest.raises(CatalogueError, match='categories names "BILL"'):
        parse(with_answer(categories=["BILL"]))
    with pytest.raises(CatalogueError, match='departments names "NOBODY"'):
        parse(with_answer(departments=["NOBODY"]))
    with pytest.raises(CatalogueError, match=r"text\.en is missing"):
        parse(with_answer(text={"zh-CN": "只有中文"}))


def test_an_operator_may_have_none() -> None:
    document = loads(SHIPPED)
    del document["answer"]
    assert parse(document).answers == {}


@pytest.mark.parametrize(
    ("categories", "departments", "fit"),
    [((), (), True), (("BIL",), (), True), (("NET-F",), (), False),
     ((), ("BIL",), True), (("BIL",), ("CARE",), False)],
)  # fmt: skip
def test_an_answer_is_offered_where_it_fits(
    categories: tuple[str, ...], departments: tuple[str, ...], fit: bool
) -> None:
    assert fits(categories, departments, "BIL", "BIL") is fit


def test_variables_are_filled_in_and_what_a_ticket_does_not_say_is_named(house: House) -> None:
    ticket = replace(filed().ticket, next_step_at=MONDAY + timedelta(days=2))
    known = values(ticket, house, "王敏", MONDAY)
    said = {name: f"<{name}>" for name in known}
    assert filled("{name}{number}{due}", said) == "<name><number><due>"
    assert lacking("{due}前", known) == ""
    late = values(replace(ticket, next_step_at=MONDAY), replace(house, hotline=""), "王敏", MONDAY)
    assert lacking("{number}，{due}前打 {hotline}", late) == "due"
    assert "hotline" not in late


def test_braces_that_are_no_variable_are_left_alone() -> None:
    words = "{nonsense} {} { name } {name}"
    assert holes(words) == ("name",)
    assert unknown(words) == ("nonsense",)
    assert filled(words, {"name": "李华"}) == "{nonsense} {} { name } 李华"
