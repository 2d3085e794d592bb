"""The limits that a server enforces: messages of the whole bot, and of each private chat.

Buckets of tokens: a bot may send a second's worth at once and then its rate, a chat three messages
and then one a second. Telegram names no exact figures; its FAQ for bots speaks of about 30 messages
a second for all and one a second for a chat, with short bursts allowed.
"""

import math
import time

BURST = 3.0  # messages that a chat may get at once
MANY = 50_000  # chats remembered before those that rest are forgotten


class Limits:
    """`per_second` messages for the bot, `per_chat` for one chat; `refused` counts the 429s."""

    def __init__(self, per_second: float, per_chat: float = 1.0) -> None:
        self.refused = 0
        self._rate, self._chat_rate = per_second, per_chat
        self._bot = (per_second, time.monotonic())
        self._chats: dict[int, tuple[float, float]] = {}

    def admit(self, chat: int) -> int:
        """Take a message of this chat: 0, or the whole seconds that it must wait."""
        now = time.monotonic()
        bot = _tokens(self._bot, self._rate, self._rate, now)
        has = _tokens(self._chats.get(chat, (BURST, now)), self._chat_rate, BURST, now)
        if bot < 1 or has < 1:
            self.refused += 1
            wait = max((1 - bot) / self._rate, (1 - has) / self._chat_rate)
            return max(1, math.ceil(wait))
        self._bot = (bot - 1, now)
        if len(self._chats) > MANY:
            self._chats = {one: left for one, left in self._chats.items() if now - left[1] < BURST}
        self._chats[chat] = (has - 1, now)
        return 0


def _tokens(left: tuple[float, float], rate: float, most: float, now: float) -> float:
    tokens, at = left
    return min(most, tokens + (now - at) * rate)
