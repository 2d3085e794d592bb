"""What belonged to one chat comes to belong to another: a filing by hand whose person came."""

from sqlalchemy import BindParameter, Connection, bindparam, update

from storage.schema import attachment, chat, message, task

TO: BindParameter[int] = bindparam("to")
# Not `notice_held`: what rests is told at once. Tickets are saved by the caller.
MOVED = tuple(
    update(table).where(table.c.chat == bindparam("old")).values(chat=TO)
    for table in (message, task, attachment)
)
SPENT = update(chat).where(chat.c.id == bindparam("old")).values(resume=None)


def into(c: Connection, old: int, new: int) -> None:
    """What was said, sent and is to be done in chat `old` is of chat `new`; its link is spent."""
    for one in MOVED:
        c.execute(one, {"old": old, "to": new})
    c.execute(SPENT, {"old": old})
