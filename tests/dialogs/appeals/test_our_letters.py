"""Which messages carry a letter of ours is the catalogue's to say, not the code's."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from dialogs.appeals.bundle import DEADLOCK, OVERDUE, moment
from dialogs.catalogue import CatalogueError
from dialogs.catalogue.reading import parse
from dialogs.house import House
from dialogs.model import Attached
from dialogs.tickets.notices import notice
from dialogs.tickets.wording import Telling
from tests.dialogs.tickets.office import MONDAY, filed, house


def with_letter(code: str, letter: str) -> House:
    """The house where this message carries that letter."""
    known = house().catalogue
    changed = {**known.notices, code: replace(known.notices[code], letter=letter)}
    return replace(house(), catalogue=replace(known, notices=changed))


def carried(code: str, here: House) -> Attached | None:
    return notice(code, Telling(filed().ticket, {}, here, MONDAY)).file


@pytest.mark.parametrize(
    ("code", "letter", "kind"),
    [("M13", "final", DEADLOCK), ("M27", "overdue", OVERDUE), ("M29", "final", DEADLOCK)],
)
def test_a_message_carries_the_letter_of_its_moment(code: str, letter: str, kind: str) -> None:
    file = carried(code, with_letter(code, letter))
    assert file is not None
    named, _, stamp = file.kind.partition(":")
    assert (named, moment(stamp)) == (kind, MONDAY)
    assert file.name == f"TS26110004277-{letter}.pdf"
    assert carried(code, with_letter(code, "")) is None


def test_as_shipped_the_final_position_goes_in_writing_and_nothing_else_does() -> None:
    lettered = {one.code for one in house().catalogue.notices.values() if one.letter}
    assert lettered == {"M13"}


@pytest.mark.parametrize(
    ("block", "key", "value", "named"),
    [
        ("message", "letter", "portrait", 'letter names "portrait"'),
        ("appeal_letter", "limits", ["C9"], 'limits names "C9"'),
    ],
)
def test_a_letter_or_a_limit_that_is_not_there_is_an_error_that_names_it(
    block: str, key: str, value: object, named: str
) -> None:
    document = tomllib.loads(files("dialogs").joinpath("catalog.toml").read_text("utf-8"))
    table = document[block]
    (table[0] if isinstance(table, list) else table)[key] = value
    with pytest.raises(CatalogueError, match=named):
        parse(document)
