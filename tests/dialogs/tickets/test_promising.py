"""Which promise an offer may keep: by the day of the matter, its category, remedy and multiple."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialogs.model import Json, Move, Phrase
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.moves import apply
from dialogs.tickets.promising import concerning, days_of_matter
from dialogs.tickets.ticket import Filing, Ticket, When
from dialogs.tickets.wording import item_line
from tests.dialogs.tickets.office import (
    CHARGE,
    LI,
    NETWORK,
    OFFER,
    WANG,
    at,
    filed,
    house,
    refuse,
    texts,
)
from tests.dialogs.tickets.office import make as allow

# The shipped promises: double_refund holds in 2026 for charges, twice; asked_first from 2025 on;
# day_for_day held in 2025 for broadband.
FIRST = "2026-11-16 10:00"


def under_way(filing: Filing, opened: str = FIRST) -> Ticket:
    return allow(filed(filing, at(opened)).ticket, "claim", WANG, at(opened)).ticket


def citing(promise: str, code: str, minor: int | None = 9400) -> Mapping[str, Json]:
    item: dict[str, Json] = {"code": code, "minor": minor, "due": "2027-03-01", "promise": promise}
    return {**OFFER, "items": [item]}


# when it happened (from, to), the promise cited -> why not, "" where it may be.
DAYS = [
    ("2026-01-01 00:00", "", "double_refund", ""),
    ("2025-12-31 23:59", "", "double_refund", "not-allowed-promise-expired"),
    ("2026-12-31 23:59", "", "double_refund", ""),
    ("2027-01-01 00:00", "", "double_refund", "not-allowed-promise-expired"),
    ("2025-12-20 00:00", "2026-01-05 00:00", "double_refund", ""),  # it held on some of the days
    ("2025-12-01 00:00", "2025-12-31 23:59", "double_refund", "not-allowed-promise-expired"),
    ("2024-12-31 23:59", "", "asked_first", "not-allowed-promise-later"),
    ("2030-06-01 00:00", "", "asked_first", ""),  # it has no end
]


@pytest.mark.parametrize(("start", "end", "promise", "why"), DAYS)
def test_it_must_hold_on_the_day_of_the_matter(
    start: str, end: str, promise: str, why: str
) -> None:
    when = When(start=at(start), end=at(end) if end else None)
    ticket = under_way(replace(CHARGE, when=when, amount=None))
    code = "double_refund" if promise == "double_refund" else "cancel_refund"
    fields = citing(promise, code)
    if why:
        assert refuse(ticket, "propose", WANG, at(FIRST), fields) == why
    else:
        assert allow(ticket, "propose", WANG, at(FIRST), fields).ticket.proposals


def test_without_a_day_of_the_matter_the_day_of_filing_counts() -> None:
    assert days_of_matter(under_way(CHARGE), house())[0].isoformat() == "2026-11-16"
    late = under_way(CHARGE, "2027-01-04 10:00")
    fields = citing("double_refund", "double_refund")
    assert refuse(late, "propose", WANG, at("2027-01-04 10:00"), fields) == (
        "not-allowed-promise-expired"
    )


@pytest.mark.parametrize(
    ("filing", "promise", "code", "why"),
    [
        (CHARGE, "gone", "refund", "not-allowed-promise-unknown"),
        (NETWORK, "double_refund", "double_refund", "not-allowed-promise-category"),
        (CHARGE, "double_refund", "refund", "not-allowed-promise-remedy"),
        (CHARGE, "day_for_day", "waiver", "not-allowed-promise-category"),
    ],
)
def test_it_must_be_about_such_matters_and_such_a_remedy(
    filing: Filing, promise: str, code: str, why: str
) -> None:
    fields = citing(promise, code)
    for move in ("propose", "ask_approval"):
        assert refuse(under_way(filing), move, WANG, at(FIRST), fields) == why


# in dispute, offered under the promise, offered beside it (minor units) -> whether it may go out.
MULTIPLES = [
    (9_400, 18_800, 0, True),
    (9_400, 18_801, 0, False),
    (9_400, 18_800, 1, False),  # only up to its multiple, whatever the items are
    (9_400, 9_400, 9_400, True),
    (100, 200, 0, True),
]


@pytest.mark.parametrize(("disputed", "kept", "beside", "may"), MULTIPLES)
def test_it_lets_an_offer_go_up_to_its_multiple(
    disputed: int, kept: int, beside: int, may: bool
) -> None:
    ticket = under_way(replace(CHARGE, amount=disputed))
    fields = dict(citing("double_refund", "double_refund", kept))
    more: Json = {"code": "compensation", "minor": beside, "due": "2027-03-01"}
    if beside:
        fields["items"] = [*fields["items"], more]  # type: ignore[misc]
    if may:
        assert allow(ticket, "propose", WANG, at(FIRST), fields).ticket.proposals
    else:
        assert refuse(ticket, "propose", WANG, at(FIRST), fields) == "not-allowed-over-disputed"


def test_a_promise_is_no_money_right() -> None:
    ticket = under_way(replace(CHARGE, amount=9_400))
    fields = citing("double_refund", "double_refund", 18_800)
    assert refuse(ticket, "propose", LI, at(FIRST), fields) == "not-allowed-over-limit"


def test_the_one_that_was_cited_is_offered_first_even_where_it_cannot_be_cited() -> None:
    listed = [one.code for one in concerning(under_way(CHARGE), house())]
    assert listed == ["double_refund", "asked_first"]
    filing = replace(CHARGE, promise_cited="day_for_day")
    cited = [one.code for one in concerning(under_way(filing), house())]
    assert cited[0] == "day_for_day"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_words_say_from_when_to_when_it_held(language: str) -> None:
    when = When(start=at("2025-12-20 12:00"))
    ticket = under_way(replace(CHARGE, when=when))
    fields = citing("double_refund", "double_refund")
    made = tried(ticket, fields)
    words = texts().words(language, made, at(FIRST))
    for date in ("2026-01-01", "2026-12-31", "2025-12-20"):
        assert date in words


def tried(ticket: Ticket, fields: Mapping[str, Json]) -> Phrase:
    made = apply(ticket, Move(ticket.id, "propose", fields), WANG, at(FIRST), house())
    assert isinstance(made, NotAllowed)
    return made.words


def test_an_item_says_which_promise_it_keeps_and_its_code_once_the_entry_is_gone() -> None:
    ticket = under_way(CHARGE)
    made = allow(ticket, "propose", WANG, at(FIRST), citing("double_refund", "double_refund"))
    words = texts().words("zh-CN", made.notices[0].words, at(FIRST))
    assert "（兑现公开承诺“话费误差，双倍返还”）" in words
    gone = replace(house(), catalogue=replace(house().catalogue, promises={}))
    item = made.ticket.proposals[-1].items[0]
    line = texts().words("en", item_line(item, made.ticket, gone), at(FIRST))
    assert "(keeping our published promise: double_refund)" in line
