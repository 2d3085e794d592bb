"""`redress run`: starts every part, says where everything is, serves until told to stop."""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial

from bot import first_staff, serving
from bot.app import Redress, composed
from bot.checks import PUBLISHED
from bot.config import Settings
from bot.screen import Part, Screen
from storage import demo

TRYING = 6.0  # seconds that the start waits to hear from Telegram before it says so

Print = Callable[[str], None]


async def serve(settings: Settings, say: Print, command: str) -> None:
    """Serve until SIGTERM or SIGINT; a second signal changes nothing.

    `say` prints a line for who started it; `command` is how they call us. Raises ConfigError,
    StoreError before anything is served.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stopping.set)
    with serving.listen(settings.web) as sock, _watched(settings) as watched:
        port = sock.getsockname()[1]
        async with composed(settings) as redress, asyncio.TaskGroup() as group:
            group.create_task(redress.server.serve([sock]))
            await redress.server.listening.wait()
            if redress.admin and watched:
                group.create_task(redress.admin.serve([watched]))
                await redress.admin.listening.wait()
            _start(redress, group)
            _settle()
            await _heard_of_telegram(redress, stopping)
            for line in (await _screen(redress, port, command)).lines():
                say(line)
            await stopping.wait()
            redress.stop()


def _settle() -> None:
    """Look for rubbish from here on, but no more in what the start made: that stays."""
    gc.freeze()
    gc.enable()


def _watched(settings: Settings) -> AbstractContextManager[socket.socket | None]:
    """The socket of the admin port, None while it is off."""
    return serving.listen_admin(settings.web) if settings.web.admin_port else nullcontext()


def _start(redress: Redress, group: asyncio.TaskGroup) -> None:
    group.create_task(redress.ground.replicas.run())
    group.create_task(redress.ground.replicas.listen(redress.ground.across.heard))
    group.create_task(redress.delivery.run())
    group.create_task(redress.ticker.run())
    group.create_task(redress.fetching.run())
    group.create_task(redress.pulse.run())
    group.create_task(redress.tidying.run())
    group.create_task(redress.indexing.run())
    group.create_task(redress.bulking.run())
    if redress.telegram:
        group.create_task(redress.telegram.run(redress.delivery))
    if redress.office:
        redress.office.run(group, redress.delivery)


async def _heard_of_telegram(redress: Redress, stopping: asyncio.Event) -> None:
    heard = asyncio.ensure_future(_tried(redress))
    stopped = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({heard, stopped}, timeout=TRYING, return_when=asyncio.FIRST_COMPLETED)
    for task in (heard, stopped):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _tried(redress: Redress) -> None:
    """Both bots and the group were asked for once."""
    if redress.telegram:
        await redress.telegram.tried.wait()
    if redress.office:
        await redress.office.tried()


async def _screen(redress: Redress, port: int, command: str) -> Screen:
    opened = redress.ground.opened
    settings, store = opened.settings, opened.store
    base = serving.address(settings.web, port)
    language = settings.operator.default_language
    token = await store.write(
        partial(first_staff.link, texts=opened.texts, language=language, now=opened.clock.now())
    )
    tickets = await store.read(demo.count)
    parts = (
        _data(redress),
        _chat(settings, base, command),
        Part("desk", "on", f"{base}/desk?once={token}   one-time sign-in, 10 minutes"),
        _telegram(redress, command),
        *_group(redress, command),
        *_metrics(settings),
        Part("wechat", "off", "not part of this version yet"),
        *_calendar(redress, base),
        _demo(tickets, command),
    )
    return Screen(parts)


def _data(redress: Redress) -> Part:
    opened = redress.ground.opened
    if opened.copy:
        return Part("data", "ok", f"new tables; as it was before: {opened.copy}")
    made = f"made {', '.join(opened.made)}; key file 0600, keep a copy" if opened.made else ""
    return Part("data", "ok", made or str(opened.store.place))


def _chat(settings: Settings, base: str, command: str) -> Part:
    if not settings.web.chat:
        return Part("chat", "off", "web.chat is false", f"{command} config set web.chat true")
    return Part("chat", "on", f"{base}/   try it: you are the subscriber")


def _telegram(redress: Redress, command: str) -> Part:
    mend = f"{command} config set telegram.token"
    side = redress.telegram
    if side is None:
        return Part("telegram", "off", "no token", mend)
    if side.me and not side.trouble:
        return Part("telegram", "on", f"https://t.me/{side.me.username} ({_mode(redress)})")
    return Part("telegram", "FAIL", side.trouble, mend if side.refused else f"{command} doctor")


def _group(redress: Redress, command: str) -> Iterator[Part]:
    """The staff group, where one is connected."""
    office = redress.office
    if office is None:
        return
    if office.trouble:
        yield Part("group", "FAIL", office.trouble, f"{command} doctor")
    else:
        yield Part("group", "on", f"{office.drawing.title} (by @{office.username})")


def _metrics(settings: Settings) -> Iterator[Part]:
    """Where Prometheus finds us, if it does."""
    if settings.web.admin_port:
        here = settings.web.model_copy(update={"public_url": ""})
        base = serving.address(here, settings.web.admin_port)
        yield Part("metrics", "on", f"{base}/metrics   for Prometheus; keep the port private")


def _mode(redress: Redress) -> str:
    return redress.ground.settings.telegram.mode


def _calendar(redress: Redress, base: str) -> Iterator[Part]:
    """A warning for a year whose holidays are not confirmed: this one, late in it also the next."""
    known = redress.ground.opened.house.workdays.confirmed_years
    now = redress.ground.opened.clock.now()
    for one in (now.year, now.year + 1)[: 2 if now.month >= PUBLISHED else 1]:
        if one not in known:
            words = f"{one} is not confirmed: dates in it are told as provisional"
            yield Part("calendar", "WARN", words, f"{base}/desk/calendar?year={one}")


def _demo(tickets: int, command: str) -> Part:
    if tickets:
        return Part("demo", "on", f"{tickets} tickets", f"{command} demo --clear")
    return Part("demo", "empty", "", f"{command} demo")
