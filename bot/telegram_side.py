"""The Telegram bot in service: sets it up, asks again when that fails, takes its updates."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from random import Random

from bot import incoming
from bot.channels.backoff import backoff
from bot.channels.telegram import Telegram
from bot.channels.telegram_setup import COMMANDS, Me, Trouble, Webhook
from bot.channels.telegram_transport import Wire
from bot.config import Settings
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.house import menu_of
from bot.polling import Polling
from bot.replicas import Replicas
from bot.webhook import Hook, NotYet, derived_secret, hook, opaque_path
from dialogs.model import Json

log = logging.getLogger(__name__)

GRACE = 3.0  # seconds that a batch of updates has when we stop
LASTING = 300.0  # seconds until a token that was refused is tried again


class TelegramSide:
    """One bot. `trouble` says why it does not serve, "" when it does; `me` is who it is.

    `staff`: it is the second one, which serves the staff group alone.
    """

    def __init__(  # noqa: PLR0913  the parts it works with, and which bot it is
        self,
        settings: Settings,
        wire: Wire,
        channel: Telegram,
        dispatcher: Dispatcher,
        replicas: Replicas,
        *,
        staff: bool = False,
    ) -> None:
        self.me: Me | None = None
        self.refused = False  # lasting: the token or the settings must be mended
        self._trouble = "not tried yet"
        self.tried = asyncio.Event()
        self._settings, self._wire, self._channel = settings, wire, channel
        self._staff = staff
        self._replicas, self._turn = replicas, f"poller:telegram:{wire.id}"
        self._dispatcher, self._rng = dispatcher, Random()  # noqa: S311  it only spreads waits
        self._polling: Polling | None = None
        self._stopping = asyncio.Event()

    @property
    def trouble(self) -> str:
        """Why no messages come in now."""
        return self._trouble or (self._polling.trouble if self._polling else "")

    @property
    def reached(self) -> bool:
        """Whether what people send comes in, and to this process of several."""
        if self._settings.telegram.mode == "webhook":
            return self.me is not None and not self._trouble
        return self._polling is not None and self._polling.reached

    @property
    def hooks(self) -> Sequence[Hook]:
        """The webhook, if there is to be one."""
        if self._settings.telegram.mode != "webhook":
            return ()
        return (hook(self._token, self._webhook.secret, self._take),)

    @property
    def _token(self) -> str:
        said = self._settings.telegram
        return (said.staff_token if self._staff else said.token).get_secret_value()

    @property
    def _webhook(self) -> Webhook:
        said = self._settings.telegram.webhook_secret.get_secret_value()
        url = f"{self._settings.web.public_url}/telegram/{opaque_path(self._token)}"
        return Webhook(url, said or derived_secret(self._token))

    async def run(self, delivery: Delivery) -> None:
        """Serve until stopped; a bot that cannot be set up is tried again, ever less often."""
        stopped = asyncio.ensure_future(self._stopping.wait())
        serving = asyncio.ensure_future(self._serve(delivery))
        await asyncio.wait({stopped, serving}, return_when=asyncio.FIRST_COMPLETED)
        if self._polling:  # it ends by itself once the batch at hand is taken
            await asyncio.wait({serving}, timeout=GRACE)
        for task in (stopped, serving):
            task.cancel()
        await asyncio.gather(stopped, serving, return_exceptions=True)
        await self._replicas.give(self._turn)

    async def _serve(self, delivery: Delivery) -> None:
        tries = 0
        while (trouble := await self._set_up()) is not None:
            tries += 1
            if trouble.lasting:
                delivery.halt(self._channel.name, trouble.reason)
            await asyncio.sleep(LASTING if trouble.lasting else backoff(tries, self._rng))
        delivery.resume(self._channel.name)
        menus = asyncio.ensure_future(self._menus())
        try:
            await self._receive()
        finally:
            menus.cancel()
            await asyncio.gather(menus, return_exceptions=True)

    async def _receive(self) -> None:
        if self._settings.telegram.mode != "polling":
            await self._stopping.wait()
        while not self._stopping.is_set():
            await self._replicas.turn(self._turn)
            await self._poll()

    async def _menus(self) -> None:
        """Set the command menus; nobody waits for them, and they are tried until they are set.

        The staff group's are set with the group itself.
        """
        if self._staff:
            return
        stage, tries = self._dispatcher.stage, 0
        menu = menu_of(stage.texts, COMMANDS, self._dispatcher.now())
        while (trouble := await self._channel.show_menus(menu, stage.default)) is not None:
            tries += 1
            log.warning("Telegram: no menus: %s", trouble.reason, extra={"action": "menus_failed"})
            await asyncio.sleep(LASTING if trouble.lasting else backoff(tries, self._rng))

    async def _poll(self) -> None:
        """Ask for updates while it is our turn: of several replicas one does."""
        self._polling = Polling(self._wire, self._take, self._rng)
        if self._stopping.is_set():
            self._polling.stop()
        polling = asyncio.ensure_future(self._polling.run())
        lost = asyncio.ensure_future(self._replicas.lost(self._turn))
        try:
            await asyncio.wait({polling, lost}, return_when=asyncio.FIRST_COMPLETED)
            self._polling.stop()
            await polling
        finally:
            for one in (polling, lost):
                one.cancel()
            await asyncio.gather(polling, lost, return_exceptions=True)
            self._polling = None

    def stop(self) -> None:
        """Take no more updates; what was not confirmed comes again at the next start."""
        self._stopping.set()
        if self._polling:
            self._polling.stop()

    async def _set_up(self) -> Trouble | None:
        """Set the bot up; None when it is."""
        hook = self._webhook if self._settings.telegram.mode == "webhook" else None
        told = await self._channel.set_up(hook)
        self.tried.set()
        if isinstance(told, Trouble):
            if told.reason != self._trouble:
                log.warning("Telegram: %s", told.reason, extra={"action": "set_up_failed"})
            self._trouble, self.refused = told.reason, told.lasting
            return told
        self.me, self._trouble, self.refused = told, "", False
        return None

    async def _take(self, updates: Sequence[Mapping[str, Json]]) -> None:
        if self.me is None:
            raise NotYet  # Telegram comes again
        await incoming.telegram(self._dispatcher, self._wire.id, self.me.username)(updates)
