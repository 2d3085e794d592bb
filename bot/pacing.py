"""How fast messages may go: a bucket of tokens for each bot, and one for each chat."""

from collections.abc import Callable
from dataclasses import dataclass

BURST = 3  # messages a chat may get at once before its rate counts
MANY = 10_000  # chats remembered before those that rest are forgotten


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages per second: of the whole bot and of one chat; 0 is no limit."""

    bot: float = 0
    chat: float = 0


class Bucket:
    """Tokens that come back at `rate` per second, at most `most`. `clock` counts seconds."""

    def __init__(self, rate: float, most: float, clock: Callable[[], float]) -> None:
        self._rate, self._most, self._clock = rate, most, clock
        self._tokens, self._at = most, clock()

    @property
    def tokens(self) -> float:
        """What is there now; below zero when it was promised already."""
        return min(self._most, self._tokens + (self._clock() - self._at) * self._rate)

    @property
    def full(self) -> bool:
        return self.tokens >= self._most

    def take(self) -> float:
        """Take a token, or the next one to come; returns the seconds to wait for it."""
        self._tokens, self._at = self.tokens - 1, self._clock()
        return max(0.0, -self._tokens / self._rate)

    def back(self) -> None:
        """Give back a token that was not used."""
        self._tokens = min(self._most, self._tokens + 1)


class Pace:
    """The buckets of one channel's bot and of its chats."""

    def __init__(self, rates: Rates, clock: Callable[[], float]) -> None:
        self._rates, self._clock = rates, clock
        self._bot = Bucket(rates.bot, max(1.0, rates.bot), clock) if rates.bot else None
        self._chats: dict[int, Bucket] = {}

    def room(self, most: int) -> int:
        """How many messages may start now, `most` if nothing limits them."""
        return most if self._bot is None else max(0, min(most, int(self._bot.tokens)))

    def pause(self) -> float:
        """Seconds until the bot may send its next message."""
        if self._bot is None or self._bot.tokens >= 1:
            return 0.0
        return (1 - self._bot.tokens) / self._rates.bot

    def wait(self, chat: int) -> float:
        """Book the next message to this chat; returns the seconds to wait before it goes."""
        waits = [bucket.take() for bucket in (self._bot, self._chat(chat)) if bucket]
        return max(waits, default=0.0)

    def unused(self, chat: int) -> None:
        """The message that was booked did not go."""
        for bucket in (self._bot, self._chats.get(chat)):
            if bucket:
                bucket.back()

    def _chat(self, chat: int) -> Bucket | None:
        if not self._rates.chat:
            return None
        if len(self._chats) > MANY:
            self._chats = {one: has for one, has in self._chats.items() if not has.full}
        return self._chats.setdefault(chat, Bucket(self._rates.chat, BURST, self._clock))
