"""`redress outbox`: messages that were given up, may have arrived, or wait. Never their words."""

import logging
from collections.abc import Sequence
from functools import partial

from bot.cli.calling import TRIED, command, fail, inside, note, one_or_all, say, say_json, wrong
from bot.clock import now
from bot.config import Settings
from storage import Connection, mending
from storage.depth import PRIORITIES
from storage.mending import STATES, Message
from storage.store import Store

log = logging.getLogger(__name__)

SLICE = 200  # messages set back in one transaction
NOTHING = {
    "failed": "no message was given up",
    "unknown": "no message is in doubt",
    "pending": "nothing is owed to anybody",
}


def listed(config: str, state: str, limit: int, *, as_json: bool) -> None:
    """The messages in that state, oldest first: which, when, to which chat, what became of it."""
    if state not in STATES:
        wrong(f"redress: {state} is no state; the states are {', '.join(STATES)}")

    async def find(_: Settings, store: Store) -> tuple[Message, ...]:
        return await store.read(partial(mending.messages, state=state, limit=limit + 1))

    found = inside(config, find)
    if as_json:
        say_json([_as_json(one) for one in found[:limit]])
    else:
        for one in found[:limit]:
            say(_line(one))
        if not found:
            say(NOTHING[state])
    if len(found) > limit:
        note(f"the first {limit} only; --limit shows more")


def retry(config: str, name: str, *, everything: bool) -> None:
    """Owe messages again that were given up, each at its old place; a server sends them at once."""
    one_or_all(name, everything=everything)
    numbers: tuple[int, ...] = () if everything else (_number(name),)

    async def put(_: Settings, store: Store) -> int:
        wanted = numbers or await store.read(_all)
        done = 0
        for first in range(0, len(wanted), SLICE):
            part = wanted[first : first + SLICE]
            done += await store.write(partial(_retried, numbers=part))
        if not done and not everything:
            fail(await store.read(partial(_why_not, number=wanted[0])))
        return done

    done = inside(config, put)
    log.info("messages set back", extra={"action": "outbox_retry", "messages": done})
    say(f"{done} to be sent again; the server sends them by itself, or when it starts")


def drop(config: str, name: str) -> None:
    """Let a message go that was given up."""
    number = _number(name)

    async def put(_: Settings, store: Store) -> Message:
        if not await store.write(partial(mending.drop_message, number=number)):
            fail(await store.read(partial(_why_not, number=number)))
        gone = await store.read(partial(mending.message, number=number))
        assert gone is not None
        return gone

    gone = inside(config, put)
    log.info("message dropped", extra={"action": "outbox_drop", "row": number})
    say(f"dropped {_line(gone)}")


def _all(c: Connection) -> tuple[int, ...]:
    return mending.given_up(c, mending.count_given_up(c))


def _retried(c: Connection, numbers: Sequence[int]) -> int:
    moment = now()
    return sum(mending.retry_message(c, number, moment) for number in numbers)


def _number(name: str) -> int:
    if not name.isdecimal():
        wrong(f"redress: {name} is no message's number; see `{command()} outbox list`")
    return int(name)


def _why_not(c: Connection, number: int) -> str:
    found = mending.message(c, number)
    if found is None:
        return f"redress: there is no message {number}; see `{command()} outbox list`"
    if found.state in ("pending", "sending", "unknown"):
        return f"redress: message {number} is {found.state}: it is sent without your doing"
    return f"redress: message {number} is {found.state}, it was not given up"


def _line(one: Message) -> str:
    what = f"{PRIORITIES.get(one.priority, one.priority)} {one.notice or one.method}"
    tried = TRIED.get(one.attempts, f"tried {one.attempts} times")
    when = f"{one.created_at:%Y-%m-%d %H:%M} UTC"
    said = f"{one.id:>6}  {when}  {one.channel} chat {one.chat}  {what}  {tried}  {one.error}"
    return said.rstrip()


def _as_json(one: Message) -> dict[str, object]:
    return {
        "id": one.id,
        "chat": one.chat,
        "channel": one.channel,
        "created_at": one.created_at,
        "state": one.state,
        "priority": PRIORITIES.get(one.priority, str(one.priority)),
        "method": one.method,
        "notice": one.notice,
        "attempts": one.attempts,
        "error": one.error,
    }
