"""Who listens to which chat just now. Nothing is kept here: a ring says only that there is news.

A page that was away asks the log when it comes back, so a lost ring loses no message. The desk's
pages listen to names of their own (`desk_live`), which no chat can have.
"""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Literal, Protocol

WAITING = 64  # rings kept for a page that reads slowly; beyond that it is told to read the log
PAGES = 12  # open pages of one chat; the longest open one makes room

Kind = Literal[
    "message", "edit", "said", "typing", "toast", "reload", "end", "changed", "roll", "writing"
]


@dataclass(frozen=True, slots=True)
class Ring:
    """News of a chat: `ref` is the outbox row (message, edit) or the id the page gave (said,
    toast); `words` are a toast's. At the desk `ref` is who writes, `words` what they write."""

    kind: Kind
    ref: str = ""
    words: str = ""


RELOAD, END, CHANGED, ROLL = Ring("reload"), Ring("end"), Ring("changed"), Ring("roll")


class Others(Protocol):
    """The other replicas: they are told of our rings and pages, and we know of their pages."""

    def rang(self, chat: str, ring: Ring) -> None: ...

    def opened(self, chat: str) -> None: ...

    def closed(self, chat: str) -> None: ...

    def watching(self, chat: str) -> int: ...


class Hub:
    """The open pages of this process, by chat (the address's own id).

    `others` are set where several replicas serve.
    """

    def __init__(self) -> None:
        self.others: Others | None = None
        self._pages: dict[str, list[asyncio.Queue[Ring]]] = {}

    @property
    def chats(self) -> tuple[str, ...]:
        """The chats with an open page here."""
        return tuple(self._pages)

    @contextmanager
    def listen(self, *names: str, most: int = PAGES) -> Iterator[asyncio.Queue[Ring]]:
        """The rings of all these names for as long as the page is open; `end` asks it to close.

        `most` pages of a name are open at a time.
        """
        queue: asyncio.Queue[Ring] = asyncio.Queue(WAITING)
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(self._listen(name, queue, most))
            yield queue

    @contextmanager
    def _listen(self, chat: str, queue: asyncio.Queue[Ring], most: int) -> Iterator[None]:
        pages = self._pages.setdefault(chat, [])
        if len(pages) >= most:
            _put(pages[0], END)
        pages.append(queue)
        if self.others and len(pages) == 1:
            self.others.opened(chat)
        try:
            yield
        finally:
            pages.remove(queue)
            if not pages and self._pages.get(chat) is pages:
                del self._pages[chat]
                if self.others:
                    self.others.closed(chat)

    def open(self, chat: str) -> int:
        """How many pages of the chat are open, and replicas that have some more."""
        others = self.others.watching(chat) if self.others else 0
        return len(self._pages.get(chat, [])) + others

    def ring(self, chat: str, ring: Ring) -> int:
        """Tell every open page of the chat; returns how many there are, of all replicas."""
        here = self.ring_here(chat, ring)
        if self.others is None:
            return here
        self.others.rang(chat, ring)
        return here + self.others.watching(chat)

    def ring_here(self, chat: str, ring: Ring) -> int:
        """Tell the pages that are connected to this process; returns how many there are."""
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
