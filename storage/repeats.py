"""Tickets that may be about the matter of a new one: found by number and category."""

from sqlalchemy import Connection, bindparam, select

from dialogs.tickets.ticket import State
from storage import numbers
from storage.hot import Hot
from storage.schema import service_number, ticket

MOST = 50  # of one number and category; older ones are not looked at
_THIS = (
    select(ticket.c.id, ticket.c.chat)
    .join(service_number, service_number.c.id == ticket.c.service_number)
    .where(
        service_number.c.mark == bindparam("mark"),
        ticket.c.state != State.WITHDRAWN.value,
        ticket.c.state != State.INVALID.value,
    )
    .order_by(ticket.c.id.desc())
    .limit(MOST)
)
OF_NUMBER = Hot(_THIS)
OF_CATEGORY = Hot(_THIS.where(ticket.c.category == bindparam("category")))


def alike(c: Connection, number: str, category: str = "") -> tuple[tuple[int, int], ...]:
    """Tickets about this service number, with their chats, newest first; "" is any category."""
    if not number:
        return ()
    mark = numbers.mark(c, number)
    if not category:
        found = OF_NUMBER.all(c, {"mark": mark})
    else:
        found = OF_CATEGORY.all(c, {"mark": mark, "category": category})
    return tuple((one, chat) for one, chat in found)
