"""One tar file as an archive: written whole or not at all, read in one go, believed in nothing."""

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.config import ConfigError
from storage.errors import StoreBroken

CHUNK = 1024 * 1024


@contextmanager
def written(file: Path) -> Iterator[tarfile.TarFile]:
    """A tar (0600) that takes the name `file` once its content is on the disk; else it is gone.

    Raises ConfigError when `file` is there, StoreBroken when the disk refuses.
    """
    if file.exists():
        raise ConfigError(f"{file} is there already; give the backup a new name")
    draft = file.with_name(f"{file.name}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            with tarfile.open(fileobj=out, mode="w") as tar:
                yield tar
            out.flush()
            os.fsync(out.fileno())
        os.link(draft, file)  # unlike a rename, never over a file that came meanwhile
        settle(file.parent)
    except OSError as error:
        raise StoreBroken(f"{file} cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def opened(file: Path) -> Iterator[tarfile.TarFile]:
    """The tar to be read; ConfigError when it is none."""
    try:
        with tarfile.open(file, "r:") as tar:
            yield tar
    except (OSError, tarfile.TarError) as error:
        raise ConfigError(f"{file} cannot be read as a backup: {error}") from None


@dataclass(frozen=True, slots=True)
class Part:
    """A plain file in the tar: its name, its length in bytes, and its bytes, to be read now."""

    name: str
    size: int
    source: IO[bytes]

    def sha256(self) -> str:
        """The hash of its bytes, in hex."""
        sha = hashlib.sha256()
        while chunk := self.source.read(CHUNK):
            sha.update(chunk)
        return sha.hexdigest()

    def save(self, target: Path) -> str:
        """Write it, 0600 and on the disk, under a name of ours; returns its hash in hex."""
        sha = hashlib.sha256()
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            while chunk := self.source.read(CHUNK):
                sha.update(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        return sha.hexdigest()


def parts(tar: tarfile.TarFile) -> Iterator[Part]:
    """What is in the tar, in its order; links and devices are passed over, a torn end ends it."""
    with suppress(tarfile.ReadError):
        for member in tar:
            source = tar.extractfile(member) if member.isreg() else None
            if source is not None:
                yield Part(member.name, member.size, source)


def put(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    """Add a small file."""
    entry = _entry(name, len(content))
    tar.addfile(entry, io.BytesIO(content))


def put_file(tar: tarfile.TarFile, name: str, file: Path) -> None:
    """Add a file; nothing of its name, owner or time goes with it."""
    with file.open("rb") as source:
        tar.addfile(_entry(name, os.fstat(source.fileno()).st_size), source)


def hashed(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def settle(folder: Path) -> None:
    """The names in this folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def room(folder: Path) -> int:
    """Bytes that are free there."""
    return shutil.disk_usage(folder).free


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry
