"""How it goes, for whoever watches from outside: GET /healthz and `redress doctor`."""

import asyncio
from collections.abc import Mapping

from bot.delivery import Delivery
from bot.telegram_side import TelegramSide
from bot.ticker import Ticker
from dialogs.model import Json
from storage.store import Store

PATIENCE = 2.0  # seconds that the store has to answer


class Health:
    """Asks the parts. `ok` is whether the store answers; `troubles` says what else is wrong."""

    def __init__(
        self, store: Store, delivery: Delivery, ticker: Ticker, telegram: TelegramSide | None
    ) -> None:
        self._store, self._delivery = store, delivery
        self._ticker, self._telegram = ticker, telegram

    async def __call__(self) -> Mapping[str, Json]:
        """The answer as JSON; nothing personal is in it."""
        return {"ok": await self._answers(), "troubles": dict(self.troubles())}

    def troubles(self) -> Mapping[str, Json]:
        """Part -> what is wrong with it now."""
        found: dict[str, Json] = dict(self._delivery.halted)
        if self._telegram and self._telegram.trouble:
            found["telegram"] = self._telegram.trouble
        if self._ticker.late:
            found["clocks"] = self._ticker.late
        return found

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._store.read(lambda _: None)
        except Exception:  # whatever it is: it does not serve
            return False
        return True
