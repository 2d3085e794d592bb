"""What doctor says of the six things that must hold of the rows (reliability.md §4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.screen import Part
from storage.soundness import MOST

OK, WARN, FAIL = "OK", "WARN", "FAIL"
SHOWN = 5  # of what was found


@dataclass(frozen=True, slots=True)
class Breach:
    """How it is said that a look found something, and what mends it.

    `served`: it is a fault only while a server runs; else it waits for the next start.
    """

    words: str
    mend: str
    served: bool = False
    state: str = FAIL


@dataclass(frozen=True, slots=True)
class Promise:
    """One check: its name, what is said when it holds, and the looks that may say otherwise."""

    name: str
    kept: str
    breaches: Mapping[str, Breach]


MEND = "{command} doctor --mend"
AGAIN = "stop the server, then {command} run"
BACK = "keep the data folder as it is, then {command} restore FILE elsewhere and compare"
PROMISES = (
    Promise(
        "events",
        "each event is handled, deferred or parked",
        {
            "event late": Breach("events that wait to be handled", AGAIN, served=True),
            "event empty": Breach("open events without what they said", "{command} parked drop ID"),
            "event state": Breach("events in a state that does not exist", BACK),
        },
    ),
    Promise(
        "tickets",
        "each ticket has its timeline and is woken when its clocks say",
        {
            "ticket untold": Breach("tickets without a timeline", BACK),
            "timeline lost": Breach("timelines without their ticket", BACK),
            "clock unarmed": Breach("tickets whose clocks will not fire", MEND),
            "clock apart": Breach("tickets woken at another time than their clocks say", MEND),
            "line missing": Breach("chats that are owed a message and not in line", MEND),
            "line empty": Breach("chats in line that are owed nothing", MEND),
        },
    ),
    Promise(
        "order",
        "one message at a time to each chat, in order",
        {
            "sent twice": Breach("chats with two messages on their way", AGAIN),
            "overtaken": Breach(
                "messages that a later one overtook, as those do that you set back",
                "{command} outbox list --state pending",
                state=WARN,
            ),
        },
    ),
    Promise(
        "waiting",
        "no message waits longer than a lease and the longest pause",
        {
            "stuck": Breach("chats that are due and nobody sends to", AGAIN, served=True),
        },
    ),
    Promise(
        "sums",
        "every message ever owed is there or was cleared away",
        {
            "gap": Breach("chats in whose newest messages one is missing", BACK),
            "row state": Breach("messages in a state that does not exist", BACK),
        },
    ),
    Promise(
        "reports",
        "whatever was put aside, somebody was told",
        {
            "park unsaid": Breach(
                "parked events whose person was not told", "{command} parked retry ID"
            ),
            "loss unsaid": Breach("chats whose message was given up, and no task says so", MEND),
            "silence unsaid": Breach("chats that cannot be reached, and no task says so", MEND),
        },
    ),
)


def parts(found: Mapping[str, Sequence[object]], *, serving: bool, command: str) -> Iterator[Part]:
    """A line for each promise."""
    for promise in PROMISES:
        broken = [(one, found[look]) for look, one in promise.breaches.items() if look in found]
        if not broken:
            yield Part(promise.name, OK, promise.kept)
            continue
        states = [_state(one, serving=serving) for one, _ in broken]
        worst = FAIL if FAIL in states else WARN
        first = broken[states.index(worst)][0]
        words = "; ".join(_said(one, those) for one, those in broken)
        mend = first.mend if serving or not first.served else "{command} run"
        yield Part(promise.name, worst, words, mend.format(command=command))


def _state(breach: Breach, *, serving: bool) -> str:
    return WARN if breach.served and not serving else breach.state


def _said(breach: Breach, those: Sequence[object]) -> str:
    """For instance "chats in line that are owed nothing: 12, 13 and 4 more"."""
    shown = ", ".join(map(str, those[:SHOWN]))
    if len(those) > SHOWN:
        shown += f" and {len(those) - SHOWN} more{' at least' if len(those) == MOST else ''}"
    return f"{breach.words}: {shown}"
