"""What the processes on one PostgreSQL tell each other: LISTEN and NOTIFY on one channel.

A message is the teller's name, a space, and words; without words it says that a commit brought
news. All of it is a hint: who misses one finds the same in the rows a little later.
"""

from sqlalchemy import Connection

CHANNEL = "redress"
LARGEST = 7_900  # bytes of a message; the server's limit is 8,000
NOTIFY = f"SELECT pg_notify('{CHANNEL}', %(message)s)"


def tell(c: Connection, owner: str, words: str = "") -> None:
    """Tell the others once this transaction is committed. `words` is ASCII."""
    c.exec_driver_sql(NOTIFY, {"message": f"{owner} {words}"})
