"""`redress parked`: events that could not be handled. Listed, tried again, or let go."""

import logging
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NoReturn

from bot.cli.calling import TRIED, command, fail, inside, note, one_or_all, say, say_json, wrong
from bot.config import Settings
from storage import Connection, mending
from storage.inbox import EventKey
from storage.mending import Event
from storage.store import Store

log = logging.getLogger(__name__)

SLICE = 200  # events set back in one transaction


def listed(config: str, limit: int, *, as_json: bool, raw: bool) -> None:
    """The parked events, oldest first: when, which, how often tried, why."""

    async def find(_: Settings, store: Store) -> tuple[tuple[Event, ...], int]:
        found = await store.read(partial(mending.parked, limit=limit, raw=raw))
        return found, await store.read(mending.count_parked)

    found, count = inside(config, find)
    if as_json:
        say_json([_as_json(one, raw=raw) for one in found])
    else:
        for line in _lines(found, raw=raw):
            say(line)
    if len(found) < count:
        note(f"{len(found)} of {count}; --limit shows more")


def retry(config: str, name: str, *, everything: bool) -> None:
    """Have an event, or all of them, stepped again; a running server takes them up by itself."""
    one_or_all(name, everything=everything)
    keys = [] if everything else [_key(name)]

    async def put(_: Settings, store: Store) -> int:
        wanted = keys or [one.key for one in await store.read(_all)]
        done = 0
        for first in range(0, len(wanted), SLICE):
            part = wanted[first : first + SLICE]
            done += await store.write(partial(_retried, keys=part))
        return done

    done = inside(config, put)
    if not done and not everything:
        _not_parked(name)
    log.info("parked events set back", extra={"action": "parked_retry", "events": done})
    say(f"{done} to be handled again; the server takes them up by itself, or when it starts")


def drop(config: str, name: str) -> None:
    """Let an event go: what it said is forgotten, and it is not handled if it comes again."""
    key = _key(name)

    async def put(_: Settings, store: Store) -> Event | None:
        return await store.write(partial(mending.drop_event, key=key))

    gone = inside(config, put)
    if gone is None:
        _not_parked(name)
    log.info("parked event dropped", extra={"action": "parked_drop", "which": key.event})
    say(f"dropped {_line(gone)}")


def _all(c: Connection) -> tuple[Event, ...]:
    return mending.parked(c, mending.count_parked(c))


def _retried(c: Connection, keys: Sequence[EventKey]) -> int:
    return sum(mending.retry_event(c, key) is not None for key in keys)


def _key(name: str) -> EventKey:
    """The event of this id, as the list shows it."""
    parts = name.split("/", 2)
    if len(parts) != 3 or not all(parts):
        wrong(f"redress: {name} is no parked event; one looks like telegram/1234567/update-9")
    return EventKey(*parts)


def _not_parked(name: str) -> NoReturn:
    fail(f"redress: {name} is not parked; see `{command()} parked list`")


def _lines(found: Sequence[Event], *, raw: bool) -> Iterator[str]:
    for one in found:
        yield _line(one)
        if raw:
            yield f"  {one.raw}"
    if not found:
        yield "nothing is parked"


def _line(one: Event) -> str:
    tried = TRIED.get(one.attempts, f"tried {one.attempts} times")
    return f"{_id(one.key)}  {one.received_at:%Y-%m-%d %H:%M} UTC  {tried}  {one.error}"


def _id(key: EventKey) -> str:
    return f"{key.channel}/{key.bot}/{key.event}"


def _as_json(one: Event, *, raw: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "id": _id(one.key),
        "channel": one.key.channel,
        "bot": one.key.bot,
        "event": one.key.event,
        "received_at": one.received_at,
        "attempts": one.attempts,
        "error": one.error,
    }
    return {**told, "raw": one.raw} if raw else told
