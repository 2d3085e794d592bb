"""What every room's tests stand on: the shipped catalogue, the house, the words."""

import pytest

from bot.config import Operator
from bot.house import cards, catalogue_of, company_of, guesser_of, places, sorter_of, texts_of
from bot.shelf import library
from dialogs.catalogue import Catalogue
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.workdays import Workdays
from storage.workdays_seed import seed
from tests.leaving_out import pytest_collection_modifyitems, pytest_terminal_summary
from tests.postgres.fixtures import (
    new_postgres_url,
    postgres_template,
    postgres_url,
    postgresql,
)

__all__ = [
    "new_postgres_url",
    "postgres_template",
    "postgres_url",
    "postgresql",
    "pytest_collection_modifyitems",
    "pytest_terminal_summary",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the scripts as they were heard; a person then reads the diff."""
    parser.addoption("--accept", action="store_true", help="rewrite scripts as heard")
    every = "play every script on PostgreSQL too, not only a chosen few"
    parser.addoption("--every-script-on-postgresql", action="store_true", help=every)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as it is shipped."""
    return catalogue_of(Operator())


@pytest.fixture(scope="session")
def texts(catalogue: Catalogue) -> Texts:
    """The words of both languages, in the operator's zone."""
    return texts_of(catalogue, "Asia/Shanghai")


@pytest.fixture(scope="session")
def house(catalogue: Catalogue) -> House:
    """The house of an operator in China, with the working days of 2026."""
    days = Workdays({day: work for day, work, _ in seed((2026,))}, frozenset({2026}))
    operator = Operator(name="云信", hotline="10000")
    return House(
        catalogue,
        guesser_of(catalogue),
        places(),
        days,
        sorter=sorter_of(catalogue),
        library=library(operator, texts_of(catalogue, "Asia/Shanghai")),
        cards=cards(),
        company=company_of(catalogue, operator),
        operator=operator.name,
        hotline=operator.hotline,
    )
