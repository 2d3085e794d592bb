"""What the web pages stand on, made once at the start."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.dispatch import Dispatcher
from bot.stage import Stage
from bot.web.desk_watch import Watch
from bot.web.live import Hub
from dialogs.model import Attached
from storage.store import Store

PRESSES = 2
Documents = Callable[[Attached], Awaitable[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Door:
    """The unchanging part of every page.

    `attachments` is the folder of people's files, `secret` signs cookies (32 bytes or more),
    `public_url` is where browsers reach us ("" when that is not known), `now` gives aware UTC.
    `documents` makes the file of a message: its name and bytes. `watch` rings the desk's pages;
    without one they look by themselves. `group_bot` names the bot that serves the staff group (its
    username, "" while it is not reached or there is none). `presses` are as many long forms as are
    made side by side.
    """

    dispatcher: Dispatcher
    store: Store
    stage: Stage
    hub: Hub
    attachments: Path
    secret: bytes
    public_url: str
    now: Callable[[], datetime]
    documents: Documents | None = None
    watch: Watch | None = None
    telegram: Callable[[], str] = str  # the bot's @username without @, "" while there is none
    group_bot: Callable[[], str] = str
    presses: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PRESSES))
