"""Backups: one tar file with the database and people's files, and how it is put back.

The keys are never in it: who finds a backup can read nothing personal without them.
"""

import hashlib
import io
import json
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.config import ConfigError
from bot.opening import now
from storage import copying
from storage.engines import claim_file
from storage.errors import StoreError
from storage.version import REVISIONS

DATABASE, MANIFEST, FILES = "redress.db", "manifest.json", "attachments"
KEPT = re.compile(rf"{FILES}/([0-9a-f]{{2}}/[0-9a-f]{{64}})")
CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """What a backup holds: when it was made, how many files; `damage` is "" when it is whole."""

    made: str = ""
    files: int = 0
    damage: str = ""


def make(database: Path, folder: Path, file: Path) -> int:
    """Write the backup to the new `file`; returns how many of people's files are in it.

    Works while Redress serves. Raises ConfigError when `file` is there, StoreError.
    """
    if file.exists():
        raise ConfigError(f"{file} is there already; give the backup a new name")
    draft = file.with_name(f"{file.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent) as work:
            copied = Path(work) / DATABASE
            copying.copy(database, copied)
            with tarfile.open(draft, "w") as tar:
                _put(tar, MANIFEST, json.dumps({"made": f"{now():%Y-%m-%dT%H:%M:%SZ}"}).encode())
                tar.add(copied, DATABASE)
                kept = sorted(_kept(folder))
                for path in kept:
                    tar.add(folder / path, f"{FILES}/{path}", recursive=False)
        draft.chmod(0o600)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return len(kept)


def look(file: Path) -> Found:
    """Read a whole backup and judge it. Raises ConfigError when it is no backup of ours."""
    with tempfile.TemporaryDirectory() as work, _open(file) as tar:
        names = {member.name for member in tar.getmembers()}
        if not {DATABASE, MANIFEST} <= names:
            raise ConfigError(f"{file} is no backup of Redress")
        database = Path(work) / DATABASE
        _take(tar, tar.getmember(DATABASE), database)
        made = str(json.loads(_read(tar, MANIFEST)).get("made", ""))
        bad = next((f"{name} is not what it was" for name in _changed(tar)), "")
        told = copying.damage(database) or _unknown(copying.revision(database)) or bad
        return Found(made, sum(KEPT.fullmatch(name) is not None for name in names), told)


def put_back(file: Path, database: Path, folder: Path) -> None:
    """Put a backup where there is no database yet. Raises ConfigError, StoreLocked."""
    with claim_file(database), _open(file) as tar:
        if database.exists():
            raise ConfigError(f"{database} is there; move it away first, nothing is written over")
        for member in tar.getmembers():
            found = KEPT.fullmatch(member.name)
            if found and not (folder / found[1]).exists():
                (folder / found[1]).parent.mkdir(parents=True, exist_ok=True)
                _take(tar, member, folder / found[1])
        draft = database.with_name(f"{database.name}.part")
        _take(tar, tar.getmember(DATABASE), draft)
        draft.replace(database)


def _open(file: Path) -> tarfile.TarFile:
    try:
        return tarfile.open(file, "r")
    except (OSError, tarfile.TarError) as error:
        raise ConfigError(f"{file} cannot be read as a backup: {error}") from None


def _kept(folder: Path) -> Iterator[str]:
    """The files of the folder that are ours, as `ab/abcd…`; drafts are not."""
    for path in folder.glob("??/*"):
        name = path.relative_to(folder).as_posix()
        if KEPT.fullmatch(f"{FILES}/{name}"):
            yield name


def _changed(tar: tarfile.TarFile) -> Iterator[str]:
    """The files whose bytes are not those of their name."""
    for member in tar.getmembers():
        if not KEPT.fullmatch(member.name):
            continue
        sha, source = hashlib.sha256(), tar.extractfile(member)
        while source and (chunk := source.read(CHUNK)):
            sha.update(chunk)
        if sha.hexdigest() != Path(member.name).name:
            yield member.name


def _unknown(revision: str) -> str:
    return "" if revision in REVISIONS else f"its tables ({revision or 'none'}) are newer than ours"


def _put(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))


def _read(tar: tarfile.TarFile, name: str) -> bytes:
    source = tar.extractfile(name)
    return source.read() if source else b"{}"


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    """Copy one plain file out; its name in the tar decides nothing, links are refused."""
    source = tar.extractfile(member) if member.isfile() else None
    if source is None:
        raise StoreError(f"{member.name} in the backup is no file")
    with target.open("wb") as out:
        shutil.copyfileobj(source, out, CHUNK)
    target.chmod(0o600)
