"""`redress doctor`: all checks, numbered, each failure with what mends it."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

import aiohttp
import typer

from bot.channels.telegram_transport import Answer, Reply, Wire, open_session
from bot.checks import Looked, of_database, of_files
from bot.cli.calling import command, read, say, say_json
from bot.cli.doctor_group import group
from bot.clock import now
from bot.config import ConfigError, Settings
from bot.config_reading import Read, load
from bot.house import catalogue_of
from bot.opening import beside
from bot.promises import FAIL, OK, WARN
from bot.screen import ARROW, Part
from bot.serving import address
from dialogs.model import Json
from dialogs.tickets.routing import departments
from storage import Connection, calendar, deriving, soundness, staff
from storage.depth import depth
from storage.errors import StoreError
from storage.store import Store

PATIENCE = 3.0  # seconds that a server has to answer


def run(config: str, *, as_json: bool, mend: bool = False) -> None:
    """Print the checks, after mending what can be if told so; exit 1 when one of them fails."""
    parts = _checked(config, mend=mend)
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


def _checked(config: str, *, mend: bool) -> Sequence[Part]:
    try:
        load(config)
    except ConfigError as error:
        return (Part("config", FAIL, str(error), "mend it, then run doctor again"),)
    found = read(config)
    seen = tuple(of_files(found, command()))
    if any(part.state == FAIL for part in seen):
        return seen
    return (*seen, *asyncio.run(_live(found, mend=mend)))


async def _live(found: Read, *, mend: bool) -> tuple[Part, ...]:
    """The database's rows, the server, Telegram."""
    settings = found.settings
    server = await _server(settings)
    serving = server.state != WARN
    return (
        *await _rows(settings, serving=serving, mend=mend),
        server,
        await _telegram(settings),
        await group(settings),
    )


async def _rows(settings: Settings, *, serving: bool, mend: bool) -> tuple[Part, ...]:
    try:
        async with beside(settings) as store:
            mended = (await _mended(store),) if mend else ()
            reached = departments(catalogue_of(settings.operator))
            looked = await store.read(partial(_looked, serving=serving, reached=reached))
    except StoreError as error:
        if "there is no database" in str(error):
            return ()
        return (Part("rows", FAIL, str(error), f"{command()} migrate"),)
    return (*mended, *of_database(looked, command()))


async def _mended(store: Store) -> Part:
    """Make anew what follows from other rows and does not agree with them."""
    moment = now()
    found = await store.read(partial(soundness.faults, now=moment))
    done = await store.write(partial(deriving.mend, faults=found, now=moment))
    return Part("mended", OK, f"{done} rows" if done else "nothing had to be")


def _looked(c: Connection, serving: bool, reached: Sequence[str]) -> Looked:
    there, newest = soundness.moments(c)
    moment = now()
    working = [one for one in staff.everybody(c) if one.active]
    manned = {one.department for one in working}
    return Looked(
        now=moment,
        there=there,
        newest=newest,
        days=calendar.workdays(c),
        staff=len(working),
        unmanned=[code for code in reached if code not in manned],
        depth=depth(c, moment),
        faults=soundness.faults(c, moment),
        serving=serving,
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
