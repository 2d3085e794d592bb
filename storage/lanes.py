"""Lanes in PostgreSQL: the chats of a batch are locked together before any of it is run.

One statement, in the order of their ids, so that replicas never step one chat at once and never
wait for each other in a circle. READ COMMITTED then shows each job what the last holder of the
chat committed. A chat that does not exist yet is guarded by its unique address instead.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from dialogs.model import Address
from storage import chats
from storage.jobs import Lane, OfTicket

LOCK = """
WITH wanted AS (
  SELECT unnest(%(ids)s::bigint[]) AS id
  UNION
  SELECT known.id
  FROM unnest(%(channels)s::text[], %(bots)s::text[], %(marks)s::text[])
    AS place(channel, bot, mark)
  JOIN chat AS known ON known.channel = place.channel AND known.bot = place.bot
   AND known.address_mark = place.mark
  UNION
  SELECT ticket.chat FROM ticket WHERE ticket.id = ANY(%(tickets)s::bigint[])
)
SELECT chat.id FROM chat JOIN wanted ON wanted.id = chat.id
ORDER BY chat.id FOR NO KEY UPDATE OF chat
"""


def lock(c: Connection, wanted: Iterable[Lane]) -> None:
    """Hold these chats until the transaction ends; waits for whoever holds one now."""
    lanes = frozenset(wanted)
    if not lanes:
        return
    places = [chats.place(c, one) for one in lanes if isinstance(one, Address)]
    named = {
        "ids": [one for one in lanes if isinstance(one, int)],
        "tickets": [one.ticket for one in lanes if isinstance(one, OfTicket)],
        "channels": [one["channel"] for one in places],
        "bots": [one["bot"] for one in places],
        "marks": [one["mark"] for one in places],
    }
    c.exec_driver_sql(LOCK, named)
