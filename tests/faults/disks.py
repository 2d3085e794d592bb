"""Disks that fail while Redress runs, and are mended: nothing of it needs a privilege.

A small disk is a tmpfs in a mount namespace of the process's own, which any user may make where
user namespaces are allowed; from outside it is reached through /proc. Everywhere, a limit on the
size of files makes each write fail as a broken disk does.
"""

import asyncio
import resource
import shutil
import subprocess
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

import aiohttp
import pytest

from tests.bot.served import surroundings
from tests.e2e.running import PATIENCE, Running, environment

SMALL = 6 * 1024 * 1024  # bytes of the small disk
MOUNTED = 'mount -t tmpfs -o "size=$0" none data && exec "$@"'


@cache
def can_mount() -> bool:
    """Whether a process of ours may have a mount of its own."""
    if shutil.which("unshare") is None or shutil.which("nsenter") is None:
        return False
    made = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return made.returncode == 0


@dataclass
class OnDisk(Running):
    """A Redress whose database stands on a disk of its own."""

    small: bool = False
    words: str = ""  # what the log must say

    def __post_init__(self) -> None:
        if self.small:
            (self.folder / "data").mkdir()
            self.around = ("unshare", "-rm", "sh", "-c", MOUNTED, str(SMALL))

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def inside(self, *words: str) -> str:
        """Run a command where the process sees its files; returns what it prints."""
        enter = ("nsenter", f"-t{self.pid}", "-U", "-m", "-w", "--preserve-credentials")
        done = subprocess.run(
            [*(enter if self.small else ()), *words],
            cwd=self.folder,
            env=surroundings(environment()),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    async def status(self) -> int:
        """The status with which /healthz answers."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.url}/healthz") as told:
            return told.status

    async def answers(self, status: int) -> None:
        """Ask /healthz until it answers with this status."""
        async with asyncio.timeout(PATIENCE):
            while await self.status() != status:
                continue


@dataclass
class Failing(OnDisk, ABC):
    """One whose disk can be made to fail."""

    @abstractmethod
    def fail(self) -> None:
        """From here on nothing can be written."""

    @abstractmethod
    def mend(self) -> None:
        """It can be written again."""


@dataclass
class Broken(Failing):
    """Each write fails as on a broken disk: no file may grow beyond one byte."""

    words: str = "disk I/O error"

    def fail(self) -> None:
        _, most = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (1, most))

    def mend(self) -> None:
        _, most = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most, most))


@dataclass
class Full(Failing):
    """Somebody else fills the small disk to its last byte."""

    small: bool = True
    words: str = "the disk is full"

    @property
    def filler(self) -> Path:
        return Path(f"/proc/{self.pid}/root{self.folder}/data/somebody-elses")

    def fail(self) -> None:
        with self.filler.open("ab", buffering=0) as out, pytest.raises(OSError, match="No space"):
            out.writelines(repeat(bytes(4096)))

    def mend(self) -> None:
        self.filler.unlink()


@dataclass
class ReadOnly(Broken):
    """The disk fails, and comes back read-only, as Linux mounts one after a fault."""

    small: bool = True
    words: str = "read-only"

    def fail(self) -> None:
        super().fail()
        self.inside("mount", "--bind", "data", "data")
        self.inside("mount", "-o", "remount,bind,ro", "data")

    def mend(self) -> None:
        super().mend()
        self.inside("umount", "data")
