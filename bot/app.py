"""The composition root: settings in, the parts of a serving Redress out, each made once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from starlette.routing import BaseRoute

from bot import admin, appeal_papers, opening, papers, serving
from bot.bulking import Bulking
from bot.channels.asleep import Asleep
from bot.channels.base import Channel
from bot.channels.console import Console
from bot.channels.nowhere import Nowhere
from bot.channels.staff import Staff
from bot.channels.telegram import Telegram
from bot.channels.telegram_rendering import requests
from bot.channels.telegram_transport import Wire, open_session
from bot.channels.web import Web
from bot.config import Settings
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.fetching import Fetch, Fetching
from bot.group import pictures
from bot.group.office import Office, office, placed
from bot.group.place import CHANNEL, Group
from bot.health import Health
from bot.indexing import Indexing
from bot.metrics import Metrics
from bot.opening import Opened
from bot.pacing import Rates
from bot.papers import Documents
from bot.presses import Answering
from bot.pulse import Pulse
from bot.replicas import Replicas
from bot.stage import Stage
from bot.telegram_side import TelegramSide
from bot.ticker import Ticker
from bot.tidying import Tidying, ages
from bot.web import chat, desk, page
from bot.web.across import Across
from bot.web.desk_watch import Watch
from bot.web.door import Door
from bot.web.live import Hub
from bot.webhook import webhook
from dialogs.flows import ROOMS


@dataclass(frozen=True, slots=True)
class Ground:
    """What the working parts stand on. `telegram` is None while there is no token."""

    opened: Opened
    documents: Documents
    hub: Hub
    across: Across
    replicas: Replicas
    web: Web
    wire: Wire | None
    telegram: Telegram | None
    metrics: Metrics
    desk_wire: Wire | None = None  # of the bot that serves the staff group
    staff: Staff | None = None
    group: Group | None = None

    @property
    def settings(self) -> Settings:
        return self.opened.settings


@dataclass(frozen=True, slots=True)
class Redress:
    """The working parts, made and not yet started."""

    ground: Ground
    dispatcher: Dispatcher
    delivery: Delivery
    ticker: Ticker
    fetching: Fetching
    pulse: Pulse
    tidying: Tidying
    indexing: Indexing
    bulking: Bulking
    telegram: TelegramSide | None
    office: Office | None
    health: Health
    server: serving.Server
    admin: serving.Server | None

    def stop(self) -> None:
        """Take nothing more in, finish what is at hand."""
        if self.telegram:
            self.telegram.stop()
        if self.office:
            self.office.stop()
        self.ground.hub.close()
        self.server.stop()
        if self.admin:
            self.admin.stop()
        self.ticker.stop()
        self.fetching.stop()
        self.pulse.stop()
        self.tidying.stop()
        self.indexing.stop()
        self.bulking.stop()
        self.delivery.stop()
        self.ground.replicas.stop()


@asynccontextmanager
async def composed(settings: Settings) -> AsyncIterator[Redress]:
    """Every part as configured, for as long as it serves. Raises ConfigError, StoreError."""
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(opening.opened(settings))
        metrics = Metrics()
        wires = await _wires(settings, stack, metrics)
        ground = _ground(opened, wires[0], metrics)
        redress = _redress(await _grouped(ground, wires[1]))
        yield redress
        await redress.dispatcher.drain()


async def _wires(
    settings: Settings, stack: AsyncExitStack, metrics: Metrics
) -> tuple[Wire | None, Wire | None]:
    """The way to the subscribers' bot, and to the one that serves the staff group."""
    said = settings.telegram
    token, apart = said.token.get_secret_value(), said.staff_token.get_secret_value()
    if not (token or (apart and said.staff_chat_id)):
        return None, None
    session = await stack.enter_async_context(open_session(said.api_base_url))
    heard = partial(metrics.answer, Telegram.name)
    wire = Wire(session, token, said.api_base_url, heard) if token else None
    if not said.staff_chat_id:
        return wire, None
    theirs = partial(metrics.answer, CHANNEL)
    return wire, Wire(session, apart or token, said.api_base_url, theirs)


async def _grouped(ground: Ground, wire: Wire | None) -> Ground:
    """The ground with the staff group, if there is one."""
    if wire is None:
        return ground
    opened = ground.opened
    # The generator only spreads waiting times.
    printer = pictures.Printer(
        opened.house, opened.texts, ground.settings.operator.default_language, opened.clock.now
    )
    documents = pictures.documents(opened.store, opened.folder, printer, ground.documents)
    channel = Staff(wire, documents, Random())  # noqa: S311
    group = await placed(ground.settings, opened.store, wire.id, opened.clock.now())
    return replace(ground, desk_wire=wire, staff=channel, group=group)


def _ground(opened: Opened, wire: Wire | None, metrics: Metrics) -> Ground:
    confirmations = papers.documents(opened.store, opened.house, opened.texts)
    documents = appeal_papers.documents(
        opened.store, opened.folder, opened.house, opened.texts, confirmations
    )
    hub = Hub()
    across = Across(hub, opened.store, opened.keys)
    replicas = Replicas(opened.store, opened.clock)
    replicas.on_beat.append(lambda: across.serving(replicas.serving))
    # The generator only spreads waiting times.
    telegram = Telegram(wire, documents, Random()) if wire else None  # noqa: S311
    web = Web(hub, opened.folder)
    return Ground(opened, documents, hub, across, replicas, web, wire, telegram, metrics)


def _redress(ground: Ground) -> Redress:
    opened, web, telegram = ground.opened, ground.web, ground.telegram
    store, stage = opened.store, _stage(ground)
    answering: dict[str, Answering] = {web.name: web.answer}
    fetchers: dict[str, Fetch] = {web.name: web.fetch}
    if telegram:
        answering[telegram.name] = telegram.answer
        fetchers[telegram.name] = telegram.fetch
    if ground.staff:
        answering[CHANNEL] = ground.staff.answer
    delivery = Delivery(stage, store, opened.clock.now, stage.rates)
    ground.replicas.on_beat.append(lambda: delivery.share(ground.replicas.share))
    dispatcher = Dispatcher(stage, store, opened.clock.now, answering, delivery)
    ticker = Ticker(dispatcher.tick)
    side = None
    if ground.wire and telegram:
        side = TelegramSide(ground.settings, ground.wire, telegram, dispatcher, ground.replicas)
    rooms = _office(ground, stage, dispatcher, side)
    pulse = Pulse(store, opened.folder, opened.clock.now, partial(_reached, web, side))
    trouble = (lambda: rooms.trouble) if rooms else lambda: ""
    health = Health(pulse, delivery, ticker, side, trouble)
    routes = _routes(ground, dispatcher, side, rooms)
    server = serving.Server(serving.application(routes, health))
    return Redress(
        ground=ground,
        dispatcher=dispatcher,
        delivery=delivery,
        ticker=ticker,
        fetching=Fetching(stage, store, opened.clock.now, fetchers, opened.folder),
        pulse=pulse,
        tidying=_tidying(ground),
        indexing=Indexing(store),
        bulking=Bulking(stage, store, opened.clock.now),
        telegram=side,
        office=rooms,
        health=health,
        server=server,
        admin=_admin(ground, health, delivery),
    )


def _office(
    ground: Ground, stage: Stage, dispatcher: Dispatcher, theirs: TelegramSide | None
) -> Office | None:
    """The staff group's working parts, None while there is no group."""
    wire, channel = ground.desk_wire, ground.staff
    if wire is None or channel is None:
        return None
    now = ground.opened.clock.now
    return office(ground.settings, stage, wire, channel, dispatcher, ground.replicas, now, theirs)


def _reached(web: Web, side: TelegramSide | None) -> tuple[str, ...]:
    """The channels whose people reach this process now."""
    return (web.name, Telegram.name) if side is not None and side.reached else (web.name,)


def _tidying(ground: Ground) -> Tidying:
    opened = ground.opened
    kept = ages(ground.settings.privacy.retention, opened.house.catalogue.draft_expiry)
    return Tidying(opened.store, kept, opened.folder, opened.clock.now)


def _admin(ground: Ground, health: Health, delivery: Delivery) -> serving.Server | None:
    """The server of the admin port, None while it is off."""
    if not ground.settings.web.admin_port:
        return None
    watched = admin.Watched(
        store=ground.opened.store,
        metrics=ground.metrics,
        health=health,
        delivery=delivery,
        replicas=ground.replicas,
        channels=tuple(name for name in _rates(ground) if name != Nowhere.name),
        place=ground.settings.storage,
        now=ground.opened.clock.now,
    )
    return serving.Server(serving.application([admin.route(watched)], health))


def _stage(ground: Ground) -> Stage:
    """The stage; a channel that is off still renders, so that what is owed can wait for it."""
    settings, opened = ground.settings, ground.opened
    asleep = Asleep(Telegram.name, Telegram.capabilities, requests)
    channels: dict[str, Channel] = {
        ground.web.name: ground.web,
        Telegram.name: ground.telegram or asleep,
        Console.name: Console(lambda _: None),
        Nowhere.name: Nowhere(),
        CHANNEL: ground.staff or Asleep(CHANNEL, Staff.capabilities, requests),
    }
    return Stage(
        house=opened.house,
        rooms=ROOMS,
        texts=opened.texts,
        channels=channels,
        default=settings.operator.default_language,
        files_per_ticket=settings.limits.files_per_ticket,
        rates=_rates(ground),
        inbound_per_10s=settings.limits.inbound_per_10s,
        inbound_per_minute=settings.limits.inbound_per_minute,
        metrics=ground.metrics,
        group=ground.group,
    )


def _rates(ground: Ground) -> dict[str, Rates]:
    """How fast each channel that is on may be sent to."""
    rates = {Nowhere.name: Rates()}
    if ground.settings.web.chat:
        rates[ground.web.name] = Rates()
    said = ground.settings.telegram
    if ground.staff:
        rates[CHANNEL] = Rates(said.messages_per_second, said.messages_per_second_chat)
    if ground.telegram:
        rates[Telegram.name] = Rates(said.messages_per_second, said.messages_per_second_chat)
    return rates


def _username(side: TelegramSide | None) -> str:
    """The bot's name in a link, "" while it is not known."""
    return side.me.username if side is not None and side.me is not None else ""


def _routes(
    ground: Ground, dispatcher: Dispatcher, side: TelegramSide | None, rooms: Office | None
) -> tuple[BaseRoute, ...]:
    settings, opened = ground.settings, ground.opened
    door = Door(
        dispatcher=dispatcher,
        store=opened.store,
        stage=dispatcher.stage,
        hub=ground.hub,
        attachments=opened.folder,
        secret=opened.keys.mark("cookies of the web pages").encode(),
        public_url=settings.web.public_url,
        now=opened.clock.now,
        documents=ground.documents,
        watch=Watch(ground.hub, opened.store),
        telegram=partial(_username, side),
        group_bot=(lambda: rooms.username) if rooms else str,
    )
    hooks = [hook for one in (side, rooms and rooms.side) if one for hook in one.hooks]
    shown = chat.routes(door) if settings.web.chat else []
    hooked = [webhook(*hooks)] if hooks else []
    return (page.static(), *shown, *desk.routes(door), *hooked)
