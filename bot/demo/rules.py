"""All rules of the process that a month of the demo has to show, read from the catalogue."""

from collections.abc import Iterator

from bot.demo.tally import mark
from dialogs.catalogue import Catalogue, ClockRule
from dialogs.correcting.limits import TASKS as CORRECTIVE
from dialogs.tickets.lifecycle import MOVES, ROWS
from dialogs.tickets.ticket import Kind

# What has a name and is not counted under it, or does not happen yet, with the reason.
LEFT_OUT = {
    "message M10": "it is one message with M14, the written confirmation",
    "message M20": "the dialog thanks in the message that asks on",
    "account linked": "only Telegram can say whose account it is, and the demo has none",
    "move summon": "whoever asks for a person is heard by the chat, which makes no move of it",
}
TONES = ("calm", "upset", "angry")
INCIDENTS = (
    *("found by threshold", "found by staff", "found by planned"),
    *("open", "closed", "dismissed", "with a ticket split off"),
)
DONE = (
    *("found", "told", "open", "add", "claim", "confirm", "rewrite", "fix", "settle", "close"),
    *("part", "dismiss", "ended"),
)
TALKS = (
    *("agreed in round 1", "agreed in round 2", "agreed in round 3"),
    *("promise kept", "goodwill offered"),
    *("leave granted", "leave refused", "leave overtaken", "leave passed up"),
    *("amount on hold placed", "amount on hold lifted"),
)
HINTS = (
    *(f"N1 {verdict}" for verdict in ("failed", "passed", "not_known")),
    *("N2 failed", "N3 failed", "N3 passed", "N3 not_known", "H1 passed"),
    *("picture signal", "store known", "staff number known", "card decoded"),
)
BESIDE = (
    *("key account", "repeat linked", "repeat for staff alone", "repeat a third time"),
    "ladder: asked again within the cool-down, kept as one",
    "ladder: gathered into one number",
    "digest made",
    "account linked",
    "date told as expected",
    "working days: date counted anew",
)


def wanted(known: Catalogue) -> tuple[str, ...]:
    """The name of each thing that has to happen, as the tally counts it."""
    return tuple(name for name in every(known) if name not in LEFT_OUT)


def every(known: Catalogue) -> Iterator[str]:
    """The same with what is left out."""
    for rule in known.clocks.values():
        yield from (f"clock {rule.code} · {what}" for what in of_clock(rule))
    yield from (f"route {one.code}" for one in known.routes)
    yield from (f"trigger {one.code}" for one in known.triggers if one.grade != "tone")
    yield from (f"tone {one}" for one in TONES)
    yield from (f"category {one}" for one in known.categories)
    yield from (f"level {one}" for one in (1, 2, 3))
    yield from (f"kind {one}" for one in Kind)
    yield from (f"contact {one}" for one in CONTACTS)
    yield from (f"outcome {one}" for one in OUTCOMES)
    yield from (f"move {one}" for one in MOVES)
    yield from (f"message {one}" for one in messages(known))
    yield from (f"task {one}" for one in TASKS)
    yield from (f"incident {one}" for one in INCIDENTS)
    yield from (f"incident: {one}" for one in DONE)
    yield from (f"talks {one}" for one in TALKS)
    yield from (f"hint {one}" for one in HINTS)
    yield from BESIDE


# Of contacts without a ticket: the kinds, and how they end (dialogs.model.Contacted).
CONTACTS = ("inquiry", "consultation", "suspected", "company")
OUTCOMES = ("helped", "complaint", "human", "declined", "ticket", "sent_on")
# Messages that no row of the table names: an update of the rows' own, and the number with the news.
BESIDE_MOVES = ("M36", "M01B", "M01S")
TASKS = (
    *(
        "deadline",
        "call_back",
        "low_score",
        "paid",
        "survey_call",
        "unreachable",
        "human",
        "delivery",
        "approve",
    ),
    *("escalated", "dispatch", "reopened", "remind", "appeal", "waits"),
    *("repeated", "look_alike", "restore", "credit_hold", "credit_end"),
    *("approve_offer", "offer_refused", "risk"),
    *("parted", "incident", "incident_late", "incident_date"),
    *CORRECTIVE,
)


def of_clock(rule: ClockRule) -> Iterator[str]:
    """What a clock has to do in the month: start, go off at each mark, rest, end well and ill."""
    yield "started"
    yield from (mark(rule, place) for place in range(len(rule.marks)))
    if any(one.breach for one in rule.marks):
        yield "breached"
    yield "met"
    if rule.pause:
        yield from ("rests", "goes on")
    if rule.then_every:
        yield from (f"daily {role}" for role in dict.fromkeys(rule.then_tell))


def messages(known: Catalogue) -> Iterator[str]:
    """The messages that moves and marks send, those left out that are only seen by who asks."""
    marks = (one.message for rule in known.clocks.values() for one in rule.marks)
    named = dict.fromkeys((*(row.message for row in ROWS), *marks, *BESIDE_MOVES))
    for code in named:
        notice = known.notices.get(code)
        if code and (notice is None or notice.way != "status"):
            yield code
