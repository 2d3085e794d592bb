"""The topics of the staff group: one for each department, one for each ticket that is worked on."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update

from storage.hot import Hot
from storage.inserts import on_conflict
from storage.schema import group_topic


@dataclass(frozen=True, slots=True)
class Topic:
    """`thread` is Telegram's id of it, "" while it does not stand there; `name` as it is called."""

    id: int
    chat: int
    subject: str
    ticket: int | None
    thread: str
    name: str
    closed: bool


_SHOWN = ("id", "chat", "subject", "ticket", "thread", "name", "closed")
_ALL = select(*(group_topic.c[name] for name in _SHOWN))
_HERE = group_topic.c.chat == bindparam("this")
OF = Hot(_ALL.where(_HERE, group_topic.c.subject == bindparam("named")))
BY_ID = Hot(_ALL.where(group_topic.c.id == bindparam("this")))
BY_THREAD = Hot(
    _ALL.where(_HERE, group_topic.c.thread == bindparam("there"), group_topic.c.thread != "")
)
ADD = Hot(
    on_conflict(group_topic, lambda insert: insert.on_conflict_do_nothing()),
    ("chat", "subject", "ticket", "thread", "name", "closed"),
)
_THIS = group_topic.c.id == bindparam("this")
MADE = update(group_topic).where(_THIS).values(thread=bindparam("new"), closed=False)
NAMED = update(group_topic).where(_THIS).values(name=bindparam("new"))
CLOSED = update(group_topic).where(_THIS).values(closed=bindparam("new"))
VOID = update(group_topic).where(_HERE).values(thread="", closed=False)


def department(code: str) -> str:
    """The subject of a department's topic."""
    return f"department:{code}"


def of_ticket(ticket: int) -> str:
    """The subject of a ticket's own topic."""
    return f"ticket:{ticket}"


def of(c: Connection, chat: int, subject: str) -> Topic | None:
    """The topic of this subject, None if there never was one."""
    found = OF.first(c, {"this": chat, "named": subject})
    return None if found is None else _topic(found)


def wanted(c: Connection, chat: int, subject: str, ticket: int | None = None) -> Topic:
    """The topic of this subject; it may still have to be made in Telegram."""
    row = {
        "chat": chat,
        "subject": subject,
        "ticket": ticket,
        "thread": "",
        "name": "",
        "closed": False,
    }
    ADD.run(c, row)
    found = of(c, chat, subject)
    assert found is not None
    return found


def load(c: Connection, topic: int) -> Topic | None:
    """The topic of this id."""
    found = BY_ID.first(c, {"this": topic})
    return None if found is None else _topic(found)


def by_thread(c: Connection, chat: int, thread: str) -> Topic | None:
    """What the topic with this id of Telegram's is about; None where it is none of ours."""
    found = BY_THREAD.first(c, {"this": chat, "there": thread}) if thread else None
    return None if found is None else _topic(found)


def made(c: Connection, topic: int, thread: str) -> None:
    """It stands in Telegram under this id, and is open."""
    c.execute(MADE, {"this": topic, "new": thread})


def named(c: Connection, topic: int, name: str) -> None:
    """It is called so."""
    c.execute(NAMED, {"this": topic, "new": name})


def closed(c: Connection, topic: int, shut: bool) -> None:
    """It is closed, or open again."""
    c.execute(CLOSED, {"this": topic, "new": shut})


def void(c: Connection, chat: int) -> None:
    """None of the chat's topics stands any more: it has become another chat."""
    c.execute(VOID, {"this": chat})


def drop(c: Connection, chat: int) -> None:
    """Forget all topics of this chat."""
    c.execute(delete(group_topic).where(group_topic.c.chat == chat))


def _topic(found: tuple[object, ...]) -> Topic:
    told = dict(zip(_SHOWN, found, strict=True))
    return Topic(**{**told, "closed": bool(told["closed"])})  # type: ignore[arg-type]
