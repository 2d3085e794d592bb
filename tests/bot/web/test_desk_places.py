"""The places of the desk: each is a way, and nobody is shown one that would say no."""

import pytest

from bot.web.desk import WAYS
from bot.web.desk_places import PLACES, places_for
from dialogs.tickets.guards import STAFF
from dialogs.tickets.ticket import Role

# The queue is the desk's door, which `routes` adds beside WAYS.
NO_PAGES = {"/desk/live"}  # the stream of news that open pages listen to
MAY = {"/desk": STAFF} | {path: who for path, method, _, who in WAYS if method == "GET"}


def test_every_place_is_a_page_for_those_who_may_see_it() -> None:
    assert [one.path for one in PLACES if set(one.who) != set(MAY.get(one.path, ()))] == []


def test_every_page_without_a_part_in_its_address_can_be_gone_to() -> None:
    """A page that no row leads to lies below one that is there."""
    pages = [path for path in MAY if "{" not in path and path not in NO_PAGES]
    assert [path for path in pages if not any(one.holds(path) for one in PLACES)] == []


def test_paths_words_and_the_pages_below_are_told_apart() -> None:
    assert len({one.path for one in PLACES}) == len({one.word for one in PLACES}) == len(PLACES)
    assert places_for(Role.AGENT, "/desk/incident/3").here == _place("incidents")
    assert places_for(Role.AGENT, "/desk/t/TS26110000012").here == _place("queue")
    assert places_for(Role.AGENT, "/desk/late").here == _place("tasks")


@pytest.mark.parametrize("role", sorted(STAFF))
def test_the_bar_and_the_menu_hold_what_the_role_may_see_and_where_it_is(role: Role) -> None:
    for place in PLACES:
        nav = places_for(role, place.path)
        assert {one.path for _, group in nav.groups for one in group} == {
            one.path for one in PLACES if role in one.who
        }
        assert nav.here == (place if role in place.who else None)
        assert nav.here is None or nav.here in nav.bar


def _place(word: str) -> object:
    return next(one for one in PLACES if one.word == word)
