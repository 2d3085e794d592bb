"""`redress digest`: the newest list of each person, as the desk shows it."""

import json
from datetime import UTC, date, datetime

from dialogs.digest import Digest, Line, Section
from dialogs.tickets.ticket import Role
from storage import Connection, digests, staff
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home

NINE = datetime(2026, 12, 30, 1, tzinfo=UTC)
LINE = Line(
    number="TS26110000010",
    category="BIL",
    subtype="billing_error",
    rule="I5",
    due=datetime(2027, 1, 4, 15, 59, 59, tzinfo=UTC),
    provisional=True,
    level=2,
)
MADE = Digest(
    sections=(Section(name="near", count=3, lines=(LINE,)),), figures={}, tasks={"call_back": 2}
)


def people(c: Connection) -> None:
    anna = staff.add(c, "Anna", Role.HANDLER, "BIL")
    staff.add(c, "Ben", Role.DIRECTOR)
    digests.keep(c, anna, date(2026, 12, 29), Digest(sections=(), figures={}, tasks={}), NINE)
    digests.keep(c, anna, date(2026, 12, 30), MADE, NINE)


def test_everybodys_newest_list_is_shown(home: Home) -> None:
    home.write(people)
    code, out, _ = call("digest")
    assert (code, out.splitlines()) == (0, [
        "Anna  handler  2026-12-30",
        "  call_back 2",
        "  near 3",
        "    TS26110000010  BIL/billing_error  I5 2027-01-04 15:59 UTC  provisional",
        "Ben  director  none yet",
    ])  # fmt: skip


def test_json_says_the_same_of_one_person(home: Home) -> None:
    home.write(people)
    (told,) = json.loads(call("digest", "--staff", "Anna", "--json")[1])
    assert (told["staff"], told["day"]) == ("Anna", "2026-12-30")
    assert told["digest"]["sections"][0]["lines"][0]["provisional"] is True


def test_nobody_of_that_name_is_said(home: Home) -> None:
    code, _, errors = call("digest", "--staff", "Carl")
    assert (code, "nobody at the desk is called Carl" in errors) == (1, True)
