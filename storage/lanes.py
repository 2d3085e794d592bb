"""Lanes in PostgreSQL: the chats of a batch are locked together before any of it is run.

One statement, in the order of their ids, so that replicas never step one chat at once and never
wait for each other in a circle. READ COMMITTED then shows each job what the last holder of the
chat committed. A chat that does not exist yet is guarded by its unique address instead.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from dialogs.model import Address
from storage import chats

LOCK = """
WITH wanted AS (
  SELECT unnest(%(ids)s::bigint[]) AS id
  UNION
  SELECT known.id
  FROM unnest(%(channels)s::text[], %(bots)s::text[], %(marks)s::text[])
    AS place(channel, bot, mark)
  JOIN chat AS known ON known.channel = place.channel AND known.bot = place.bot
   AND known.address_mark = place.mark
)
SELECT chat.id FROM chat JOIN wanted ON wanted.id = chat.id
ORDER BY chat.id FOR NO KEY UPDATE OF chat
"""


def lock(c: Connection, lanes: Iterable[int | Address]) -> None:
    """Hold these chats until the transaction ends; waits for whoever holds one now."""
    ids = sorted({one for one in lanes if isinstance(one, int)})
    places = [chats.place(c, one) for one in {one for one in lanes if isinstance(one, Address)}]
    if not ids and not places:
        return
    wanted = {
        "ids": ids,
        "channels": [one["channel"] for one in places],
        "bots": [one["bot"] for one in places],
        "marks": [one["mark"] for one in places],
    }
    c.exec_driver_sql(LOCK, wanted)
