"""Faults thrown by a seeded die: a share of the calls fails, as Telegram's do on a bad day."""

import random
from collections import Counter
from collections.abc import Mapping
from enum import Enum


class Strike(Enum):
    """What goes wrong with a call."""

    TOO_MANY = "429"  # retry after one second; not done
    SERVER_ERROR = "500"  # not done
    RESET_BEFORE = "reset before"  # not done, no answer
    RESET_AFTER = "reset after"  # done, no answer


FIVE_PERCENT: Mapping[Strike, float] = {
    Strike.TOO_MANY: 0.02,
    Strike.SERVER_ERROR: 0.01,
    Strike.RESET_BEFORE: 0.01,
    Strike.RESET_AFTER: 0.01,
}


class Trouble:
    """The die. `struck` counts what it threw."""

    def __init__(self, shares: Mapping[Strike, float], seed: int) -> None:
        self.struck: Counter[Strike] = Counter()
        self._shares = tuple(shares.items())
        self._die = random.Random(seed)

    def strikes(self) -> Strike | None:
        """What this call meets, None for nothing."""
        thrown = self._die.random()
        for strike, share in self._shares:
            if thrown < share:
                self.struck[strike] += 1
                return strike
            thrown -= share
        return None
