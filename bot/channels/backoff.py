"""How long to wait before the next try."""

from random import Random

LONGEST = 300.0  # seconds


def backoff(attempts: int, rng: Random) -> float:
    """Seconds to wait after the `attempts`-th try failed: 1, 2, 4 … 300, a quarter up or down.

    The spread keeps many waiting chats from coming back in one moment.
    """
    steps = min(max(attempts - 1, 0), 16)
    return min(LONGEST, float(2**steps)) * rng.uniform(0.75, 1.25)
