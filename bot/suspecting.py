"""Finds talks that ended without a ticket and sound like a complaint, a slice of the log at a time.

The cursor moves with what was found, in one transaction: a crash loses none and finds none twice.
"""

from datetime import datetime, timedelta
from functools import partial

from bot.stage import Stage
from dialogs import answers
from dialogs.understand import cards, suspecting
from storage import Connection, suspects
from storage.store import Store
from storage.suspects import Slice, Talk

ENDED = timedelta(hours=2)  # of silence, after which a talk has ended
WHOLE = timedelta(days=2)  # how far back what was said belongs to it
SLICE = 100  # messages in one round: judging their chats takes some ms
REST = timedelta(minutes=1)  # between two looks that found nothing to look at


class Suspecting:
    """The looks of one process; of two replicas one moves the cursor, the other finds it moved."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store
        self._rested: datetime | None = None

    async def round(self, now: datetime) -> int:
        """Judge the next talks that ended; returns how many messages were looked at."""
        if self._rested is not None and self._rested <= now < self._rested + REST:
            return 0
        start, seen, found = await self._store.read(partial(self._look, now=now))
        if seen.last == start:
            self._rested = now
            return 0
        keep = partial(_keep, start=start, last=seen.last, found=found)
        await self._store.write(keep, lanes=tuple(talk.chat for talk, _ in found), quiet=True)
        return len(seen.chats)

    def _look(
        self, c: Connection, now: datetime
    ) -> tuple[int, Slice, list[tuple[Talk, tuple[str, ...]]]]:
        start = suspects.cursor(c)
        seen = suspects.after(c, start, now - ENDED, SLICE)
        found = []
        for chat, at in seen.chats:
            talk = suspects.talk(c, chat, seen.last, at - WHOLE)
            signs = self._judged(talk) if talk is not None else ()
            if talk is not None and signs:
                found.append((talk, signs))
        return start, seen, found

    def _judged(self, talk: Talk) -> tuple[str, ...]:
        house = self._stage.house
        words = "\n".join(cards.hidden(answers.private_numbers(one)[0]) for one in talk.words)
        return suspecting.sounds(words, house.catalogue, house.sorter, house.guesser)


def _keep(
    c: Connection, *, start: int, last: int, found: list[tuple[Talk, tuple[str, ...]]]
) -> None:
    if suspects.cursor(c) > start:  # another replica was here
        return
    for talk, signs in found:
        suspects.suspected(c, talk, signs)
    suspects.move(c, last)
