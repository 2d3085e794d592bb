"""A ticket as rows and back: columns for what is searched, JSON for the rest, sealed if personal.

`unrow(row(t), clocks, scores)` is `t` again, to the microsecond.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from dialogs.tickets.ticket import Clock, Entry, Score, Ticket
from storage import codec
from storage.errors import Unreadable

Found: TypeAlias = "RowMapping | Mapping[str, Any]"
# Fields of a ticket and of its filing that are columns of the same name.
PLAIN = (
    "id",
    "number",
    "revision",
    "chat",
    "subscriber",
    "state",
    "department",
    "area",
    "level",
    "language",
    "result",
)
MOMENTS = ("opened_at", "closed_at", "next_step_at")
REFERENCES = ("owner", "repeat_of", "incident", "parted")  # 0 in the ticket, NULL in the column
FILED = ("story", "category", "subtype")
CODES = ("province", "city", "district")
# Who the person is and where they live, and what they say of themselves when asked: sealed.
PERSONAL = (
    "service_number",
    "contact_phone",
    "name",
    "window",
    "where",
    "reported_before",
    "answers",
    "staff_number",
)
SEALED = ("questions", "dossier", "cases")  # as personal, whole
ROWS = ("clocks", "scores")  # tables of their own


def row(ticket: Ticket, service_number: int | None) -> dict[str, Any]:
    """The columns of table `ticket`; `service_number` is that number's id."""
    left_out = (*ROWS, *MOMENTS)
    body = {name: codec.dump(one) for name, one in _fields(ticket).items() if name not in left_out}
    filing = body.pop("filing")
    where = filing["where"] or {}
    columns = {name: body.pop(name) for name in PLAIN}
    columns |= {name: body.pop(name) or None for name in REFERENCES}
    columns |= {name: filing.pop(name) for name in FILED}
    columns |= {name: where.get(name, "") for name in CODES}
    columns |= {name: getattr(ticket, name) for name in MOMENTS}
    personal = {"filing": {name: filing.pop(name) for name in PERSONAL}}
    personal |= {name: body.pop(name) for name in SEALED}
    return {
        **columns,
        "service_number": service_number,
        "next_due": min((one.next for one in ticket.clocks if one.next), default=None),
        "personal": personal,
        "body": {**body, "filing": filing},
    }


def unrow(found: Found, clocks: Sequence[Found], scores: Sequence[Found]) -> Ticket:
    """The ticket that these rows hold; Unreadable if they do not fit."""
    body, personal = found["body"], found["personal"]
    try:
        filing = {**body["filing"], **personal["filing"]}
        whole = {**body, **personal, "filing": filing}
    except (KeyError, TypeError) as error:
        raise Unreadable("the body of a ticket lacks a part") from error
    filing |= {name: found[name] for name in FILED}
    whole |= {name: found[name] for name in (*PLAIN, *MOMENTS)}
    whole |= {name: found[name] or 0 for name in REFERENCES}
    whole["clocks"] = [dict(one) for one in clocks]
    whole["scores"] = [dict(one) for one in scores]
    return codec.load(Ticket, whole)


def clock_rows(ticket: int, clocks: Sequence[Clock], first: int = 0) -> list[dict[str, Any]]:
    """Rows of the clocks from place `first` on."""
    return _numbered(ticket, clocks, first)


def score_rows(ticket: int, scores: Sequence[Score], first: int = 0) -> list[dict[str, Any]]:
    """Rows of the scores from place `first` on."""
    made = _numbered(ticket, scores, first)
    return [{**one, "reasons": list(one["reasons"])} for one in made]


def entry_rows(ticket: int, entries: Sequence[Entry], first: int) -> list[dict[str, Any]]:
    """Rows of timeline entries, numbered from `first` on."""
    return [
        {
            "ticket": ticket,
            "seq": first + place,
            "at": entry.at,
            "move": entry.move,
            "role": entry.actor.role.value,
            "staff": entry.actor.staff or None,
            "name": entry.actor.name,
            "department": entry.actor.department,
            "before": entry.before.value,
            "after": entry.after.value,
            "detail": codec.dump(entry.detail),
        }
        for place, entry in enumerate(entries)
    ]


def entry(found: RowMapping) -> Entry:
    """The timeline entry that this row holds."""
    actor = {name: found[name] for name in ("role", "name", "department")}
    whole: dict[str, Any] = {name: found[name] for name in ("at", "move", "before", "after")}
    whole["actor"] = {**actor, "staff": found["staff"] or 0}
    whole["detail"] = found["detail"]
    return codec.load(Entry, whole)


def _numbered(
    ticket: int, values: Sequence[Clock] | Sequence[Score], first: int
) -> list[dict[str, Any]]:
    return [
        {"ticket": ticket, "seq": place, **_fields(one)}
        for place, one in enumerate(values)
        if place >= first
    ]


def _fields(value: Any) -> Mapping[str, Any]:
    return {name: getattr(value, name) for name in codec.names(type(value))}
