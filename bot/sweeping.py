"""Removes the bytes of files that no row names any more: each folder of them once a day.

A file is written before its row, so a young one may only seem to be nobody's. One that is sent
again is written anew, and is young again.
"""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.attachments import PATH
from storage import files
from storage.store import Store

YOUNG = timedelta(days=1)
PARTS = 24  # of the folder, one an hour
ASKED = 200  # paths in one question


async def swept(store: Store, folder: Path, now: datetime) -> int:
    """Sweep the part of the folder whose hour it is; returns the bytes that were freed."""
    freed = 0
    for place in await asyncio.to_thread(_places, folder, now.hour):
        old = await asyncio.to_thread(_old, folder, place, now)
        for start in range(0, len(old), ASKED):
            some = old[start : start + ASKED]
            named = await store.read(partial(files.named, paths=some))
            left = [path for path in some if path not in named]
            freed += await asyncio.to_thread(_removed, folder, left, now)
    return freed + await asyncio.to_thread(_drafts, folder, now)


def _places(folder: Path, hour: int) -> list[str]:
    """The folders of this hour, `00` to `ff`."""
    return [f"{n:02x}" for n in range(256) if n % PARTS == hour and (folder / f"{n:02x}").is_dir()]


def _old(folder: Path, place: str, now: datetime) -> list[str]:
    """The paths in there that are ours and not young."""
    paths = (f"{place}/{one.name}" for one in (folder / place).iterdir())
    return [path for path in paths if PATH.fullmatch(path) and not _is_young(folder / path, now)]


def _removed(folder: Path, paths: Sequence[str], now: datetime) -> int:
    return sum(_remove(folder / path, now) for path in paths)


def _remove(file: Path, now: datetime) -> int:
    """Take the file away, or put it back when it was written anew in this very moment."""
    aside = file.with_suffix(".going")
    file.replace(aside)
    if _is_young(aside, now):
        aside.replace(file)
        return 0
    size = aside.stat().st_size
    aside.unlink()
    return size


def _drafts(folder: Path, now: datetime) -> int:
    """What an upload left that was broken off by a kill."""
    freed = 0
    for draft in _left(folder):
        if not _is_young(draft, now):
            freed += draft.stat().st_size
            draft.unlink()
    return freed


def _left(folder: Path) -> Iterator[Path]:
    return folder.glob(".*.part") if folder.is_dir() else iter(())


def _is_young(file: Path, now: datetime) -> bool:
    return file.stat().st_mtime > (now - YOUNG).timestamp()
