"""An offer held against the wish: a table of wishes, offers and what comes of it, typed by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.tickets.comparing import Comparison, Verdict, compare
from dialogs.tickets.ticket import Item, Proposal, Ticket, Wish
from tests.dialogs.tickets.office import CHARGE, MONDAY, at, filed, house

# wish (code, yuan) + … | offer (code, yuan) + … | what each wish gets | what is beyond the wish.
# "less 94": so many yuan less than asked. "instead": another remedy for it.
TABLE = """
refund 94                    | refund 94                       | met                    |
refund 94                    | refund 50                       | less 44                |
refund 94                    | refund 100                      | met                    |
refund                       | refund 50                       | met                    |
refund 94                    | refund 50 + refund 44           | met                    |
refund 94                    | apology                         | missing                | apology
double_refund 188            | refund 94                       | less 94 instead        |
double_refund 188            | compensation 188                | met instead            |
double_refund                | refund 94                       | missing                | refund
refund 94                    | double_refund 188               | met                    |
refund 94 + apology          | refund 94 + written_apology     | met + met              |
written_apology              | apology                         | missing                | apology
written_apology + apology    | written_apology                 | met + met              |
refund 94 + compensation 50  | refund 94                       | met + missing          |
refund 94 + compensation 50  | refund 94 + goodwill 30         | met + less 20          |
refund 94 + apology          | waiver 60                       | less 34 instead + missing |
apology                      | apology + goodwill 20           | met                    | goodwill
record                       | explanation                    |                        | explanation
record + refund 10           | refund 10                       | met                    |
"""


def parts(text: str) -> list[tuple[str, int | None]]:
    """ "refund 94 + apology": each code with its sum in minor units."""
    found = []
    for one in filter(None, (part.strip() for part in text.split("+"))):
        code, _, yuan = one.partition(" ")
        found.append((code, int(yuan) * 100 if yuan else None))
    return found


def wishing(text: str) -> Ticket:
    wishes = tuple(Wish(code=code, minor=minor) for code, minor in parts(text))
    return filed(replace(CHARGE, wishes=wishes)).ticket


def offering(text: str) -> tuple[Item, ...]:
    due = at("2026-11-25 23:59")
    return tuple(Item(code=code, minor=minor, due=due) for code, minor in parts(text))


def told(made: Comparison) -> str:
    """A comparison in the words of the table."""
    said = []
    for one in made.answered:
        word = one.verdict.value + (f" {one.short // 100}" if one.short else "")
        said.append(word + (" instead" if one.instead else ""))
    return " + ".join(said)


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_each_wish_gets_what_the_table_says(row: str) -> None:
    wish, offer, gets, beyond = (cell.strip() for cell in row.split("|"))
    made = compare(wishing(wish), offering(offer), house())
    assert told(made) == gets
    assert " + ".join(one.code for one in made.beyond) == beyond


# the day wished for | the day offered | the day told as late
LATE = [
    ("2026-11-20 23:59", "2026-11-20 23:59", ""),
    ("2026-11-20 17:00", "2026-11-20 23:59", ""),  # the same day
    ("2026-11-20 17:00", "2026-11-21 00:30", "2026-11-21"),
    ("2026-11-20 17:00", "2026-11-25 23:59", "2026-11-25"),
    ("", "2026-12-25 23:59", ""),
]


@pytest.mark.parametrize(("wished", "offered", "late"), LATE)
def test_what_comes_after_the_day_wished_for_is_late(wished: str, offered: str, late: str) -> None:
    filing = replace(CHARGE, wishes=(Wish(code="repair"),), wish_by=at(wished) if wished else None)
    item = Item(code="repair", due=at(offered))
    made = compare(filed(filing).ticket, (item,), house())
    assert [str(one.late or "") for one in made.answered] == [late]
    assert bool(made.gaps) is bool(late)


def test_a_wish_in_free_words_is_left_to_a_person() -> None:
    filing = replace(CHARGE, wishes=(Wish(code="", words="换一个客户经理"),))
    made = compare(filed(filing).ticket, offering("apology"), house())
    assert [one.verdict for one in made.answered] == [Verdict.UNCLEAR]
    assert (made.missing, len(made.gaps)) == (False, 1)


def test_what_they_said_to_the_last_offer_stands_beside_it() -> None:
    declined = Proposal(
        round=1, finding="f", items=(), at=MONDAY, by="b", outcome="rejected", wish="还要书面道歉"
    )
    ticket = replace(filed().ticket, proposals=(declined, replace(declined, outcome="withdrawn")))
    assert compare(ticket, (), house()).said == "还要书面道歉"


CODES = st.sampled_from(sorted(house().catalogue.remedies))
SUMS = st.none() | st.integers(1, 10**7)
WISHES = st.lists(st.tuples(CODES, SUMS), max_size=4)


@given(WISHES, WISHES)
def test_every_item_answers_a_wish_or_is_beyond_and_every_wish_is_answered(
    wished: list[tuple[str, int | None]], offered: list[tuple[str, int | None]]
) -> None:
    wishes = tuple(Wish(code=code, minor=minor) for code, minor in wished)
    items = tuple(Item(code=code, minor=minor) for code, minor in offered)
    made = compare(filed(replace(CHARGE, wishes=wishes)).ticket, items, house())
    asked = [wish for wish in wishes if wish.code != "record"]
    assert [one.wish for one in made.answered] == asked
    used = [item for one in made.answered for item in one.items]
    assert all(item in used or item in made.beyond for item in items)
    assert not [item for item in made.beyond if item in used]
    for one in made.answered:
        assert (one.verdict is Verdict.LESS) is (one.short > 0)
        assert (one.verdict is Verdict.MISSING) is (not one.items)
