"""What happened in one run, as plain values: what was sent, what arrived, what was kept."""

import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Input:
    """What a subscriber sent: typed words, or `press`, the query of a pressed button.

    `at`: seconds, monotonic.
    """

    chat: int
    words: str
    press: str = ""
    at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that reached the server, in the order of arrival.

    `key` is what it says, without chat and message ids: two calls of one row have the same.
    `taken`: the server did it. `told`: the bot can have read the answer, so it was not lost on
    the way. `fault` is what the server did to it, "" for nothing. `at`: seconds, monotonic.
    """

    chat: int
    method: str
    key: str
    at: float
    taken: bool = True
    told: bool = True
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox, by `seq` within its chat; `key` as that of its call."""

    id: int
    chat: int
    seq: int
    key: str
    state: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chat's log, in order; `came`: from the person."""

    chat: int
    came: bool
    words: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A ticket: its number, and the story that was told."""

    chat: int
    number: str
    story: str


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One person's day. `mark` is a word of their story that nobody else uses.

    `numbers`: the tickets they were told. `confirmed`: they pressed submit. `silences`: how often
    they waited in vain and wrote again.
    """

    chat: int
    mark: str
    confirmed: bool
    finished: bool
    numbers: tuple[str, ...] = ()
    silences: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """An end of the process: "stop" in order, else a kill, by chance or at a hook's point.

    `sending`: the rows that were on the wire by the database's word as it lay there then.
    """

    how: str
    at: float
    sending: frozenset[int] = frozenset()

    @property
    def kill(self) -> bool:
        return self.how != "stop"


@dataclass(frozen=True, slots=True)
class History:
    """All of a run. Rows, lines and tickets are what the database held at its end."""

    subscribers: tuple[Subscriber, ...]
    inputs: tuple[Input, ...]
    calls: tuple[Call, ...]
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    tickets: tuple[Filed, ...]
    ends: tuple[End, ...] = ()
    parked: int = 0
