"""How fast messages may go: an even pace for each bot, a spacing for each chat."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.model import Address
from storage.lines import BURST

# Of the allowed rate; the rest and `SLACK` keep every second under it, however unevenly we wake.
SHARE = 0.985
SLACK = 0.014  # seconds of sends that a late awakening may catch up with
# Telegram's Bot FAQ: 20 messages a minute to one group. A burst and what follows it count together.
GROUP = 60 / (20 - BURST)  # seconds


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages per second: of the whole bot and of one chat; 0 is no limit."""

    bot: float = 0
    chat: float = 0

    def spacing(self, address: Address) -> float:
        """Seconds between two messages to this chat, after a short burst; 0 for no limit.

        Telegram's groups are told by their negative ids; no other channel has them.
        """
        if not self.chat:
            return 0.0
        return GROUP if address.chat.startswith("-") else 1 / self.chat


class Pace:
    """The pace of one bot. `clock` counts seconds; `share` is our part of the rate (0 to 1)."""

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self.share = 1.0
        self._rate, self._clock = rate, clock
        self._next = clock()  # when the next message is due, were they all in time
        self._rest = 0.0  # nothing goes before

    def wait(self) -> float:
        """Seconds until the next message may go."""
        now = self._clock()
        rest = max(0.0, self._rest - now)
        return max(rest, self._next - SLACK - now, 0.0) if self._rate else rest

    def take(self) -> None:
        """A message goes now."""
        if self._rate:
            step = 1 / (self._rate * SHARE * self.share)
            self._next = max(self._next, self._clock() - SLACK) + step

    def rest(self, seconds: float) -> None:
        """The channel asked the whole bot to wait."""
        self._rest = max(self._rest, self._clock() + seconds)
