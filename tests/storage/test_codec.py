"""What is kept is what comes back, to the last field."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.model import Frame, Json, Offer, Session
from dialogs.tickets.ticket import Entry, Role, Ticket
from storage import codec, ticket_rows
from storage.errors import Unreadable
from storage.seal import as_json, from_json
from tests.storage.shapes import any_of

Through: TypeAlias = Callable[[Any], Any]


def through_text(value: Any) -> Any:
    return from_json(as_json(codec.dump(value)))


def through_orjson(value: Any) -> Any:
    """As orjson writes our dataclasses of its own accord: tuples, enums, moments."""
    return orjson.loads(orjson.dumps(value))


@given(any_of(Session), st.sampled_from([through_text, through_orjson]))
def test_a_session_comes_back_as_it_was(session: Session, through: Through) -> None:
    assert codec.load(Session, through(session)) == session


@given(any_of(Ticket), st.sampled_from([through_text, through_orjson]))
def test_a_ticket_comes_back_from_json_as_it_was(ticket: Ticket, through: Through) -> None:
    assert codec.load(Ticket, through(ticket)) == ticket


@given(any_of(Ticket))
def test_a_ticket_leaves_nothing_personal_in_the_open_columns(ticket: Ticket) -> None:
    row = ticket_rows.row(ticket, None)
    assert not set(ticket_rows.PERSONAL) & set(row["body"]["filing"])
    assert "questions" not in row["body"]


@given(any_of(Entry))
def test_an_entry_comes_back_from_its_row(entry: Entry) -> None:
    (row,) = ticket_rows.entry_rows(7, [entry], 1)
    assert codec.load(Entry, through_text(entry)) == entry
    assert row["staff"] == (entry.actor.staff or None)


def test_what_an_older_version_did_not_know_takes_its_default() -> None:
    kept: Json = {"stack": [{"dialog": "complaint", "version": 1, "serial": 3}], "prompt": 4}
    assert codec.load(Session, kept) == Session((Frame("complaint", 1, 3),), 4)


def test_what_a_newer_version_added_is_passed_over() -> None:
    assert codec.load(Offer, {"words": "是", "data": "yes", "colour": "red"}) == Offer("是", "yes")


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "text",
        {"stack": {}},
        {"stack": [{"dialog": "x"}]},
        {"prompt": "4"},
        {"prompt": True},
        {"due": "yesterday"},
        {"due": "2026-01-01T00:00:00"},
        {"nudged": 1},
    ],
)
def test_what_does_not_fit_is_unreadable(kept: Any) -> None:
    with pytest.raises(Unreadable):
        codec.load(Session, kept)


def test_a_word_that_is_no_role_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="Role"):
        codec.load(Entry, {"actor": {"role": "king"}})


def test_a_moment_without_a_zone_is_never_kept() -> None:
    with pytest.raises(ValueError, match="zone"):
        codec.dump(datetime(2026, 1, 1))  # noqa: DTZ001


@given(st.sampled_from(Role))
def test_names_are_kept_not_positions(role: Role) -> None:
    assert json.loads(as_json(codec.dump(role))) == role.value
