"""Values that several tests put into the store."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar

import pytest
from sqlalchemy import Connection

from dialogs.model import Address
from dialogs.tickets.ticket import Actor, Clock, Entry, Filing, Role, State, Ticket, Where
from storage import chats, tickets

# For what is true of a file alone: `url`, and the store on it, is SQLite's then.
OF_A_FILE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BOT = Actor(Role.BOT)

P = ParamSpec("P")
T = TypeVar("T")


def of(
    function: Callable[Concatenate[Connection, P], T], *args: P.args, **more: P.kwargs
) -> Callable[[Connection], T]:
    """The function with all but its connection: `store.write(of(chats.reach, here, phone))`."""
    return lambda c: function(c, *args, **more)


def chat(c: Connection, name: str = "100", channel: str = "telegram") -> int:
    """A chat at the address of that name."""
    return chats.locate(c, Address(channel, "42", name), NOW, "zh-CN", "Ann")


def filed(c: Connection, chat_id: int, story: str = "扣费不明") -> Ticket:
    """A ticket of that chat, kept with one entry in its timeline."""
    person = chats.person(c, chat_id)
    ticket = Ticket(
        id=tickets.next_id(c),
        number=tickets.next_number(c, NOW, "Asia/Shanghai"),
        revision=1,
        chat=chat_id,
        subscriber=person.subscriber,
        language="zh-CN",
        state=State.REGISTERED,
        filing=Filing(
            story=story,
            category="BIL",
            subtype="unexplained_fee",
            service_number="+8613812345678",
            where=Where(words="长安街1号", province="110000", city="110100"),
        ),
        opened_at=NOW,
        department="BIL",
        clocks=(running("C1", NOW + timedelta(hours=48)),),
    )
    tickets.insert(c, ticket, (entry("file"),))
    return ticket


def running(rule: str, due: datetime) -> Clock:
    """A clock that runs until then and wakes the ticker an hour before."""
    return Clock(rule=rule, started=NOW, due=due, next=due - timedelta(hours=1))


def entry(move: str) -> Entry:
    """A line of the timeline."""
    state = State.REGISTERED
    return Entry(at=NOW, move=move, actor=BOT, before=state, after=state, detail={"n": 1})
