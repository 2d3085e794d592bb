"""How it goes, for whoever watches from outside: GET /healthz and `redress doctor`."""

from collections.abc import Callable, Mapping

from bot.delivery import Delivery
from bot.pulse import Pulse
from bot.telegram_side import TelegramSide
from bot.ticker import Ticker
from dialogs.model import Json


class Health:
    """Asks the parts. `ok`: the store answers and keeps; `troubles` says what is wrong.

    `group` says what is wrong with the staff group, "" for nothing.
    """

    def __init__(
        self,
        pulse: Pulse,
        delivery: Delivery,
        ticker: Ticker,
        telegram: TelegramSide | None,
        group: Callable[[], str] = lambda: "",
    ) -> None:
        self._pulse, self._delivery = pulse, delivery
        self._ticker, self._telegram, self._group = ticker, telegram, group

    async def __call__(self) -> Mapping[str, Json]:
        """The answer as JSON; nothing personal is in it."""
        return {"ok": await self._pulse.is_well(), "troubles": dict(self.troubles())}

    def troubles(self) -> Mapping[str, Json]:
        """Part -> what is wrong with it now."""
        found: dict[str, Json] = dict(self._delivery.halted)
        if self._telegram and self._telegram.trouble:
            found["telegram"] = self._telegram.trouble
        if trouble := self._group():
            found["staff group"] = trouble
        if self._ticker.late:
            found["clocks"] = self._ticker.late
        if self._pulse.refusal:
            found["database"] = self._pulse.refusal
        if warning := self._pulse.warning:
            found["disk"] = warning
        return found
