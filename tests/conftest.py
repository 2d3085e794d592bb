"""What every room's tests stand on: the shipped catalogue."""

import tomllib
from importlib.resources import files

import pytest

from dialogs.catalogue import Catalogue
from dialogs.catalogue_reading import parse


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as it is shipped."""
    return parse(tomllib.loads((files("dialogs") / "catalog.toml").read_text("utf-8")))
