"""Who listens to which chat just now. Nothing is kept here: a ring says only that there is news.

A page that was away asks the log when it comes back, so a lost ring loses no message.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

WAITING = 64  # rings kept for a page that reads slowly; beyond that it is told to read the log
PAGES = 12  # open pages of one chat; the longest open one makes room

Kind = Literal["message", "edit", "said", "typing", "toast", "reload", "end"]


@dataclass(frozen=True, slots=True)
class Ring:
    """News of a chat: `ref` is the outbox row (message, edit) or the id the page gave (said,
    toast); `words` are a toast's."""

    kind: Kind
    ref: str = ""
    words: str = ""


RELOAD, END = Ring("reload"), Ring("end")


class Hub:
    """The open pages of this process, by chat (the address's own id)."""

    def __init__(self) -> None:
        self._pages: dict[str, list[asyncio.Queue[Ring]]] = {}

    @contextmanager
    def listen(self, chat: str) -> Iterator[asyncio.Queue[Ring]]:
        """The rings of a chat for as long as the page is open; `end` asks it to close."""
        queue: asyncio.Queue[Ring] = asyncio.Queue(WAITING)
        pages = self._pages.setdefault(chat, [])
        if len(pages) >= PAGES:
            _put(pages[0], END)
        pages.append(queue)
        try:
            yield queue
        finally:
            pages.remove(queue)
            if not pages and self._pages.get(chat) is pages:
                del self._pages[chat]

    def ring(self, chat: str, ring: Ring) -> int:
        """Tell every open page of the chat; returns how many there are."""
        pages = self._pages.get(chat, [])
        for queue in pages:
            _put(queue, ring)
        return len(pages)

    def typing(self, chat: str) -> None:
        """Show on the chat's pages for a few seconds that an answer is being written."""
        self.ring(chat, Ring("typing"))

    def close(self) -> None:
        """Ask every page to close its stream; the browsers come back when we do."""
        for pages in self._pages.values():
            for queue in pages:
                _put(queue, END)


def _put(queue: asyncio.Queue[Ring], ring: Ring) -> None:
    """A full queue is emptied: one look at the log says what all those rings would."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(RELOAD)
    queue.put_nowait(ring)
