"""A catalogue whose triggers, levels or routes cannot be says which block and how to mend it."""

import tomllib
from collections.abc import Callable
from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest

from dialogs.catalogue import CatalogueError
from dialogs.catalogue.reading import parse

Document = dict[str, Any]


@pytest.fixture(scope="module")
def shipped() -> Document:
    return tomllib.loads(files("dialogs").joinpath("catalog.toml").read_text("utf-8"))


def first(document: Document, key: str) -> Document:
    found: Document = document[key][0]
    return found


BROKEN: tuple[tuple[Callable[[Document], object], str], ...] = (
    (lambda d: first(d, "trigger").update({"class": "C"}), 'emergency: class names "C"'),
    (lambda d: first(d, "trigger").update(level=4), "emergency: level must be 1, 2 or 3"),
    (lambda d: first(d, "trigger").pop("answer"), "emergency: an answer belongs to every class"),
    (lambda d: first(d, "trigger")["words"].update(fr=["feu"]), "words.fr: no such language"),
    (lambda d: first(d, "trigger")["words"].update(en=["fire .. "]), "a sign stands without words"),
    (lambda d: first(d, "trigger").update(covers=["appeals"]), 'nearest is "appeal"'),
    (lambda d: first(d, "trigger").update(tone="cross"), 'tone names "cross"'),
    (lambda d: d["trigger"][-1].pop("tone"), 'tone is missing; class = "tone" needs it'),
    (lambda d: d["levels"].update(usual=0), "usual must be a whole number from 1 up"),
    (lambda d: d["levels"]["categories"].update({"BIL:nothing": 1}), "a category or a subtype"),
    (lambda d: d["levels"]["kinds"].update(gossip=1), "a kind of contact"),
    (lambda d: d["levels"].update(amounts=[{"from": 1}]), "level is missing"),
    (lambda d: d["route"].pop(), "the last [[route]] must fit every ticket"),
    (lambda d: d["route"].insert(0, d["route"].pop()), "category fits every ticket; put it last"),
    (lambda d: first(d, "route").update(to="category"), "give either to or department"),
    (lambda d: first(d, "route").update(department="ESCC"), 'nearest is "ESC"'),
    (lambda d: first(d, "route").update(role="admin"), "a role that takes tickets"),
    (lambda d: first(d, "route").update(provinces=["Sichuan"]), "provinces must be six digits"),
    (
        lambda d: first(d, "route").update(provinzes=[]),
        '"provinzes" is not a key here; nearest is "provinces"',
    ),
)


@pytest.mark.parametrize(("spoil", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_what_cannot_be_is_named_with_its_mend(
    spoil: Callable[[Document], object], said: str, shipped: Document
) -> None:
    document = deepcopy(shipped)
    spoil(document)
    with pytest.raises(CatalogueError) as raised:
        parse(document)
    assert said in str(raised.value)


def test_a_catalogue_without_levels_has_the_usual_one(shipped: Document) -> None:
    document = deepcopy(shipped)
    del document["levels"]
    assert parse(document).levels.usual == 2
