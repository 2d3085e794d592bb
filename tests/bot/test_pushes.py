"""How each message travels: a row for each of the catalogue, by hour, preference, last words."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from bot.pushes import Reader, Way, manner
from dialogs.catalogue import Catalogue
from tests.dialogs.tickets.office import at

NOW, LATER, EDIT, SILENT = Way.NOW, Way.LATER, Way.EDIT, Way.SILENT
HOURS = {
    "day": at("2026-11-16 10:00"),
    "noon": at("2026-11-16 12:30"),
    "evening": at("2026-11-16 21:00"),
    "night": at("2026-11-16 23:00"),
}
# what kind of message it is: how it travels at day, noon, evening and night.
KINDS: dict[str, tuple[Way, Way, Way, Way]] = {
    "at once": (NOW, NOW, NOW, NOW),
    "by day": (NOW, NOW, NOW, LATER),
    "waking": (NOW, LATER, LATER, LATER),
    "card": (EDIT, EDIT, EDIT, EDIT),
    "seen": (SILENT, SILENT, SILENT, SILENT),
    "yields": (LATER, LATER, NOW, LATER),
}
# code: its kind, and who hears of it: "everyone" whatever they prefer, "deciders" and above,
# "all" only who wants to hear all, "asked" who has surveys on and does not want silence.
# Typed by hand from DESIGN §6 (Pushes) and domain.md §9.
PUSHES: dict[str, tuple[str, str]] = {
    "M00": ("at once", "all"),
    "E1": ("at once", "all"),
    "E2": ("at once", "all"),
    "M01": ("at once", "everyone"),
    "M01F": ("at once", "everyone"),
    "M01P": ("at once", "everyone"),
    "M01B": ("at once", "everyone"),
    "M01S": ("at once", "everyone"),
    "COMPLAINED": ("by day", "all"),
    "THANKED": ("by day", "all"),
    "M02": ("by day", "all"),
    "M03": ("by day", "deciders"),
    "M04": ("seen", "all"),
    "M05": ("card", "all"),
    "M05H": ("by day", "all"),
    "M06": ("by day", "deciders"),
    "M07": ("waking", "deciders"),
    "M08": ("by day", "all"),
    "M09": ("by day", "deciders"),
    "M10": ("at once", "deciders"),
    "M11": ("at once", "all"),
    "M12": ("waking", "deciders"),
    "THINK": ("at once", "all"),
    "THOUGHT": ("waking", "deciders"),
    "M13": ("by day", "deciders"),
    "M14": ("at once", "deciders"),
    "M15": ("by day", "deciders"),
    "M15R": ("waking", "deciders"),
    "M16": ("at once", "all"),
    "M17": ("at once", "all"),
    "M18": ("at once", "all"),
    "M19": ("waking", "all"),
    "M20": ("at once", "all"),
    "M21": ("at once", "all"),
    "M22": ("at once", "all"),
    "M23": ("at once", "all"),
    "M24": ("by day", "all"),
    "M24A": ("at once", "all"),
    "M25": ("by day", "all"),
    "M25R": ("by day", "all"),
    "M25S": ("by day", "all"),
    "M25T": ("by day", "all"),
    "M25N": ("by day", "all"),
    "M25W": ("by day", "all"),
    "M26": ("at once", "all"),
    "M27": ("at once", "everyone"),
    "M28": ("yields", "all"),
    "M29": ("by day", "all"),
    "M31": ("by day", "all"),
    "M32": ("by day", "all"),
    "M33": ("at once", "all"),
    "M34": ("at once", "everyone"),
    "M35": ("by day", "everyone"),
    "M36": ("by day", "all"),
    "DISPUTED": ("by day", "all"),
    "AGAIN": ("at once", "all"),
    "REPLY": ("by day", "all"),
    "PROGRESS": ("by day", "all"),
    "SURVEY": ("waking", "asked"),
    "SURVEY-REMINDER": ("waking", "asked"),
    "B1": ("at once", "everyone"),
    "B1N": ("at once", "everyone"),
    "B2": ("at once", "everyone"),
    "B2W": ("at once", "everyone"),
    "B3": ("by day", "deciders"),
    "B3C": ("by day", "all"),
    "B4": ("by day", "all"),
}
# who hears of it, with which preference; the second is whether surveys are on.
HEARS: dict[str, frozenset[tuple[str, bool]]] = {
    "everyone": frozenset(product(("all", "decisions", "none"), (True, False))),
    "deciders": frozenset(product(("all", "decisions"), (True, False))),
    "all": frozenset({("all", True), ("all", False)}),
    "asked": frozenset({("all", True), ("decisions", True)}),
}
PREFERENCES = sorted(HEARS["everyone"])


def way(code: str, reader: Reader, hour: datetime, catalogue: Catalogue) -> Way:
    return manner(code, reader, catalogue, hour, "Asia/Shanghai").way


def test_each_message_of_the_catalogue_has_a_row_and_no_row_is_left_over(
    catalogue: Catalogue,
) -> None:
    assert set(PUSHES) == set(catalogue.notices), "type in a row for what differs"


@pytest.mark.parametrize("code", sorted(PUSHES))
def test_a_message_travels_as_its_row_says(code: str, catalogue: Catalogue) -> None:
    kind, heard_by = PUSHES[code]
    for (name, hour), (notify, surveys) in product(HOURS.items(), PREFERENCES):
        expected = KINDS[kind][list(HOURS).index(name)]
        if kind not in {"card", "seen"} and (notify, surveys) not in HEARS[heard_by]:
            expected = SILENT
        found = way(code, Reader(notify, surveys, None), hour, catalogue)
        assert found is expected, (name, notify, surveys)


@pytest.mark.parametrize("code", sorted(PUSHES))
def test_who_just_wrote_is_answered_whatever_the_hour(code: str, catalogue: Catalogue) -> None:
    """But reminders and surveys wait for waking hours, and what yields for the end of the day."""
    kind, _ = PUSHES[code]
    for name, hour in HOURS.items():
        reader = Reader("all", True, hour - timedelta(minutes=29))
        fresh = NOW if kind in {"at once", "by day"} else KINDS[kind][list(HOURS).index(name)]
        if kind == "yields" and name == "night":
            fresh = NOW
        assert way(code, reader, hour, catalogue) is fresh, name
        late = Reader("all", True, hour - timedelta(minutes=30))
        assert way(code, late, hour, catalogue) is KINDS[kind][list(HOURS).index(name)]
