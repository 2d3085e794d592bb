"""The chat's pages across replicas: what one delivers, the page of another shows at once.

Told over the database's own line, sealed, since the ids of chats and the words of toasts are
nobody else's. A hint like every ring: a page that missed one reads the log.
"""

import asyncio
import logging
import time
from collections.abc import Sequence

import orjson

from bot.web.live import RELOAD, Hub, Ring
from storage.errors import KeyFileError, StoreError
from storage.hearing import LARGEST
from storage.seal import Keys
from storage.store import Store

log = logging.getLogger(__name__)

ROOM = LARGEST - 64  # bytes, without the name of who tells
FRESH = 10.0  # seconds that a replica which told something is there, whatever the leases say
OPENED, CLOSED, WHO = "opened", "closed", "who"
Entry = tuple[str, str, str, str]  # kind, chat, ref, words


class Across:
    """This process' pages among those of the others. `serving` are the owners of all."""

    def __init__(self, hub: Hub, store: Store, keys: Keys) -> None:
        self._hub, self._store, self._keys = hub, store, keys
        self._owner = store.place.owner
        self._theirs: dict[str, set[str]] = {}  # owner -> chats with a page open there
        self._waiting: list[Entry] = []
        self._spoke: dict[str, float] = {}  # owner -> monotonic time at which it last told
        self._alone = False  # until we know better, somebody may listen
        if store.place.shared:
            hub.others = self

    def serving(self, owners: frozenset[str]) -> None:
        """These serve now, and those who told something just now: the others' pages are closed."""
        since = time.monotonic() - FRESH
        self._spoke = {one: at for one, at in self._spoke.items() if at > since}
        there = owners | self._spoke.keys()
        self._alone = there <= {self._owner}
        self._theirs = {one: has for one, has in self._theirs.items() if one in there}

    def rang(self, chat: str, ring: Ring) -> None:
        """Tell the others of a ring."""
        self._tell((ring.kind, chat, ring.ref, ring.words))

    def opened(self, chat: str) -> None:
        """A first page of the chat was opened here."""
        self._tell((OPENED, chat, "", ""))

    def closed(self, chat: str) -> None:
        """The last page of the chat here was closed."""
        self._tell((CLOSED, chat, "", ""))

    def watching(self, chat: str) -> int:
        """How many of the others have a page of the chat open."""
        return sum(chat in has for has in self._theirs.values())

    def heard(self, words: str | None) -> None:
        """What another told; None when the line was just made, and something may be missed."""
        if words is None:
            self._theirs.clear()
            self._tell((WHO, "", "", ""), surely=True)
            for chat in self._hub.chats:
                self._tell((OPENED, chat, "", ""), surely=True)
                self._hub.ring_here(chat, RELOAD)
            return
        try:
            teller, entries = orjson.loads(self._keys.open(words))
        except (KeyFileError, ValueError):
            log.warning("a message that is none of ours", extra={"action": "line_foreign"})
            return
        self._alone, self._spoke[teller] = False, time.monotonic()
        for kind, chat, ref, said in entries:
            self._take(teller, (kind, chat, ref, said))

    def _take(self, teller: str, entry: Entry) -> None:
        kind, chat, ref, words = entry
        match kind:
            case "opened":
                self._theirs.setdefault(teller, set()).add(chat)
            case "closed":
                self._theirs.get(teller, set()).discard(chat)
            case "who":
                for one in self._hub.chats:
                    self._tell((OPENED, one, "", ""))
            case "message" | "edit" | "said" | "typing" | "toast" | "reload" | "end":
                self._hub.ring_here(chat, Ring(kind, ref, words))
            case "changed" | "roll" | "writing":
                self._hub.ring_here(chat, Ring(kind, ref, words))

    def _tell(self, entry: Entry, *, surely: bool = False) -> None:
        """With all that is told in this turn of the loop, in one message."""
        if self._alone and not surely:
            return
        if not self._waiting:
            asyncio.get_running_loop().call_soon(self._flush)
        self._waiting.append(entry)

    def _flush(self) -> None:
        entries, self._waiting = self._waiting, []
        try:
            self._send(entries)
        except StoreError:
            log.info("the others were not told", extra={"action": "line_closed"})

    def _send(self, entries: Sequence[Entry]) -> None:
        """One message, or several where they do not fit; one that is too long becomes a reload."""
        words = self._keys.seal(orjson.dumps((self._owner, entries)).decode())
        if len(words) <= ROOM:
            self._store.tell(words)
        elif len(entries) > 1:
            half = len(entries) // 2
            self._send(entries[:half])
            self._send(entries[half:])
        else:
            self._send([(RELOAD.kind, entries[0][1], "", "")])
