"""`redress doctor`: all checks, numbered, each failure with what mends it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

import aiohttp
import typer

from bot.channels.telegram_transport import Answer, Reply, Wire, open_session
from bot.checks import FAIL, OK, WARN, Looked, of_database, of_files
from bot.cli.calling import command, read, say, say_json
from bot.clock import now
from bot.config import ConfigError, Settings
from bot.config_reading import Read, load
from bot.opening import beside
from bot.screen import ARROW, Part
from bot.serving import address
from dialogs.model import Json
from storage import Connection, calendar, inbox, outbox, staff, stats
from storage.errors import StoreError

PATIENCE = 3.0  # seconds that a server has to answer


def run(config: str, *, as_json: bool) -> None:
    """Print the checks; exit 1 when one of them fails."""
    parts = _checked(config)
    failed = sum(part.state == FAIL for part in parts)
    warned = sum(part.state == WARN for part in parts)
    if as_json:
        say_json({"ok": not failed, "checks": [_as_json(n, p) for n, p in enumerate(parts, 1)]})
    else:
        for number, part in enumerate(parts, 1):
            say(_line(number, part))
        say(f"{failed} FAIL, {warned} WARN")
    if failed:
        raise typer.Exit(1)


def _checked(config: str) -> Sequence[Part]:
    try:
        load(config)
    except ConfigError as error:
        return (Part("config", FAIL, str(error), "mend it, then run doctor again"),)
    found = read(config)
    seen = tuple(of_files(found, command()))
    if any(part.state == FAIL for part in seen):
        return seen
    return (*seen, *asyncio.run(_live(found)))


async def _live(found: Read) -> tuple[Part, ...]:
    """The database's rows, the server, Telegram."""
    settings = found.settings
    return (
        *await _rows(settings),
        await _server(settings),
        await _telegram(settings),
    )


async def _rows(settings: Settings) -> tuple[Part, ...]:
    moment = now()
    try:
        async with beside(settings) as store:
            looked = await store.read(lambda c: _looked(c, moment))
    except StoreError as error:
        if "there is no database" in str(error):
            return ()
        return (Part("rows", FAIL, str(error), f"{command()} migrate"),)
    return tuple(of_database(looked, moment, command()))


def _looked(c: Connection, moment: datetime) -> Looked:
    counts = stats.counts(c)["outbox"]
    assert isinstance(counts, dict)
    due = outbox.next_due(c)
    return Looked(
        days=calendar.workdays(c),
        staff=sum(one.active for one in staff.everybody(c)),
        pending=counts["pending"] + counts["unknown"],
        failed=counts["failed"],
        parked=inbox.counts(c)["parked"],
        oldest=max(0.0, (moment - due).total_seconds()) if due else 0.0,
    )


async def _server(settings: Settings) -> Part:
    """Whether a server answers, and what it says is wrong."""
    here = settings.web.model_copy(update={"public_url": ""})
    url = f"{address(here, settings.web.port)}/healthz"
    limit = aiohttp.ClientTimeout(total=PATIENCE)
    try:
        async with aiohttp.ClientSession(timeout=limit) as session, session.get(url) as answer:
            told = await answer.json()
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return Part("server", WARN, "is not running", f"{command()} run")
    troubles = told.get("troubles", {}) if isinstance(told, dict) else {}
    if troubles:
        words = "; ".join(f"{name}: {why}" for name, why in troubles.items())
        return Part("server", FAIL, words, "see the check of that name")
    return Part("server", OK, f"answers at {url}")


async def _telegram(settings: Settings) -> Part:
    """Whether the token is good, and whether updates go where we look for them."""
    token = settings.telegram.token.get_secret_value()
    mend = f"{command()} config set telegram.token"
    if not token:
        return Part("telegram", OK, "off, no token", mend)
    base = settings.telegram.api_base_url
    async with open_session(base) as session:
        wire = Wire(session, token, base)
        if not wire.sound:
            return Part("telegram", FAIL, "the token holds characters that no token has", mend)
        me = await wire.post("getMe", {}, patience=PATIENCE)
        hook = await wire.post("getWebhookInfo", {}, patience=PATIENCE)
    return _bot(me, hook, settings, mend)


def _bot(me: Reply, hook: Reply, settings: Settings, mend: str) -> Part:
    if not isinstance(me, Answer):
        words = f"cannot be reached ({me.reason})"
        return Part("telegram", FAIL, words, "check network, proxy and telegram.api_base_url")
    if not me.ok:
        return Part("telegram", FAIL, f"getMe {me.status}: the token is refused", mend)
    name = _text(me.result, "username")
    url = _text(hook.result, "url") if isinstance(hook, Answer) else ""
    if settings.telegram.mode == "polling" and url:
        words = f"@{name} has a webhook set elsewhere; the next start takes it away"
        return Part("telegram", WARN, words, f"{command()} run")
    if settings.telegram.mode == "webhook" and not url.startswith(settings.web.public_url):
        return Part("telegram", WARN, f"@{name} has no webhook here yet", f"{command()} run")
    said = _text(hook.result, "last_error_message") if isinstance(hook, Answer) else ""
    if said:
        words = f"@{name}: Telegram could not deliver: {said}"
        return Part("telegram", WARN, words, "check web.public_url and its certificate")
    return Part("telegram", OK, f"@{name}, {settings.telegram.mode}")


def _text(result: Json, key: str) -> str:
    found = result.get(key) if isinstance(result, dict) else None
    return found if isinstance(found, str) else ""


def _line(number: int, part: Part) -> str:
    said = f"{number:>3} {part.name:<10} {part.state:<5} {part.words}"
    return f"{said}  {ARROW}  {part.mend}" if part.mend else said


def _as_json(number: int, part: Part) -> Mapping[str, object]:
    return {
        "number": number,
        "name": part.name,
        "state": part.state,
        "words": part.words,
        "mend": part.mend,
    }
