"""The files that go to the group: what subscribers sent, the week's figures; made when they go."""

from functools import partial
from pathlib import Path

from bot import attachments
from bot.channels.telegram import Documents
from bot.group.feeding import KEPT
from dialogs.model import Attached
from storage import files
from storage.store import Store


class NoFile(Exception):
    """The file is not there any more."""


def documents(store: Store, folder: Path, otherwise: Documents) -> Documents:
    """What makes the file of a message to the group: its name and its bytes. Raises NoFile."""

    async def make(attached: Attached) -> tuple[str, bytes]:
        kind, _, which = attached.kind.partition(":")
        if kind == KEPT:
            return attached.name, await _kept(store, folder, int(which))
        return await otherwise(attached)

    return make


async def _kept(store: Store, folder: Path, number: int) -> bytes:
    """The bytes of what a subscriber sent."""
    found = await store.read(partial(files.load, file_id=number))
    if found is None or not (found.path or found.ref):
        raise NoFile(f"attachment {number}")
    chunks = [chunk async for chunk in attachments.read(folder, found.path or found.ref)]
    return b"".join(chunks)
