"""The figures that /metrics gives: names, kinds, labels, meanings. `docs/metrics.md` is made of it.

No label holds a chat, a person or a word that somebody wrote.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["counter", "gauge", "histogram"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric family; counters are of this process and begin at 0 with it."""

    name: str
    kind: Kind
    words: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that belong together, as the documentation and the dashboard show them."""

    title: str
    figures: tuple[Figure, ...]


def _counter(name: str, words: str, *labels: str) -> Figure:
    return Figure(f"redress_{name}_total", "counter", words, labels)


def _gauge(name: str, words: str, *labels: str) -> Figure:
    return Figure(f"redress_{name}", "gauge", words, labels)


def _histogram(name: str, words: str) -> Figure:
    return Figure(f"redress_{name}", "histogram", words)


INTAKE = Group(
    "Intake",
    (
        _counter(
            "events",
            "Events that came in: accepted, duplicate (came again, nothing done), parked (could "
            "not be handled, kept), deferred (kept, to be handled later)",
            "channel",
            "result",
        ),
        _counter(
            "steps",
            "Steps committed, by what set them off: an event, a ticket's clock, held messages, "
            "a dialog's deadline",
            "kind",
        ),
        _gauge("inbox_open_events", "Events accepted and not handled yet"),
        _gauge("inbox_oldest_seconds", "Age of the oldest event accepted and not handled yet"),
        _gauge("inbox_parked_events", "Events parked: `redress parked list` shows them"),
    ),
)
LATENCY = Group(
    "Latency",
    (
        _histogram("received_to_committed_seconds", "From an event's coming in to its commit"),
        _histogram(
            "received_to_delivered_seconds",
            "From an event's coming in to the moment its channel took the answer",
        ),
    ),
)
OUTBOX = Group(
    "Outbox by priority",
    (
        _gauge(
            "outbox_rows",
            "Messages owed to chats that can be reached: answer, notice, broadcast",
            "priority",
        ),
        _gauge(
            "outbox_oldest_seconds",
            "How long the oldest of them could have gone by now",
            "priority",
        ),
        _gauge("outbox_unknown_rows", "Messages that may have arrived and are sent again"),
        _gauge("outbox_failed_rows", "Messages given up: `redress outbox list` shows them"),
        _gauge("outbox_unreachable_chats", "Chats that are owed something and cannot be reached"),
        _gauge("outbox_sending_chats", "Chats that are being sent to, by the replica", "owner"),
        _gauge("sends_in_flight", "Messages of this process on their way"),
    ),
)
CHANNELS = Group(
    "Channel trouble",
    (
        _counter(
            "sends",
            "Sends that ended: sent, later, unknown, gone (nobody there), refused, halted (the "
            "channel refuses us), moved, dead (given up)",
            "channel",
            "outcome",
        ),
        _counter(
            "api_answers",
            "Answers of a channel's API by HTTP status; 0 is no answer",
            "channel",
            "status",
        ),
        _gauge("trouble", "1 while something is wrong with this part", "part"),
    ),
)
CLOCKS = Group(
    "Clocks",
    (
        _gauge(
            "clock_lag_seconds",
            "How late the oldest due clock is: of tickets, dialogs, held messages",
            "kind",
        ),
        _gauge("replicas", "Processes that serve this database, as far as this one knows"),
        _gauge("share", "The part of each bot's rate that is this process's"),
        _gauge("lease_seconds_left", "How long what only one may do is still taken", "name"),
        _gauge("tickets_open", "Tickets that are open, by state", "state"),
        _gauge("tasks_open", "Tasks of the staff not done yet, by kind", "kind"),
    ),
)
DATABASE = Group(
    "Database",
    (
        _gauge("database_up", "1 when the database answered for this page, else 0"),
        _gauge("database_read_seconds", "How long the database took to answer for this page"),
        _counter("writer_commits", "Transactions that the writer committed"),
        _counter("writer_jobs", "Pieces of work in them"),
        _histogram("writer_batch_jobs", "Pieces of work that were committed together"),
        _histogram("writer_batch_seconds", "What the work and the commit of a batch took"),
        _gauge("database_bytes", "Size of the file and of its write-ahead log (SQLite)", "file"),
        _gauge("disk_free_bytes", "Room left on the disk of the data folder"),
    ),
)
GROUPS = (INTAKE, LATENCY, OUTBOX, CHANNELS, CLOCKS, DATABASE)
FIGURES = tuple(figure for group in GROUPS for figure in group.figures)
