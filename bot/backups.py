"""Backups: one tar file with the database and people's files, and how it is put back.

The keys are never in it: who finds a backup can read nothing personal without them.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import archive, manifest
from bot.archive import Part
from bot.clock import now
from bot.config import ConfigError
from bot.manifest import Manifest
from storage.copies import Copies
from storage.errors import StoreBroken
from storage.seal import Keys

DATABASE, FILES = "database", "attachments"
KEPT = re.compile(rf"{FILES}/([0-9a-f]{{2}}/([0-9a-f]{{64}}))")
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Looked:
    """What a backup holds; `damage` is "" when it is whole and this key file opens it."""

    manifest: Manifest
    damage: str = ""


def make(copies: Copies, folder: Path, file: Path, keys: Keys) -> Manifest:
    """Write the backup to the new `file`, whole or not at all; also while Redress serves.

    Raises ConfigError when `file` is there, StoreError when a program is missing or the disk
    refuses.
    """
    kept = sorted(_kept(folder))
    size = sum((folder / path).stat().st_size for path in kept)
    _make_room(file.absolute().parent, 2 * copies.size() + size)
    with archive.written(file) as tar, tempfile.TemporaryDirectory(dir=file.parent) as work:
        copied = Path(work) / DATABASE
        facts = copies.save(copied)
        present = {path for path in kept if (folder / path).is_file()}
        told = Manifest(
            made=f"{now():%Y-%m-%dT%H:%M:%SZ}",
            engine=copies.engine,
            revision=facts.revision,
            sha256=archive.hashed(copied),
            files=len(present),
            missing=len(set(facts.files) - present),
            key=manifest.fingerprint(keys),
            proof=manifest.proof(keys),
            rows=facts.rows,
        )
        archive.put(tar, manifest.NAME, manifest.written(told))
        archive.put_file(tar, DATABASE, copied)
        for path in sorted(present):
            archive.put_file(tar, f"{FILES}/{path}", folder / path)
    return told


def look(copies: Copies, file: Path, keys: Keys) -> Looked:
    """Read a whole backup and judge it, changing nothing. ConfigError when it is none of ours."""
    with archive.opened(file) as tar, tempfile.TemporaryDirectory() as work:
        parts = archive.parts(tar)
        told = _manifest(file, parts)
        if told.engine != copies.engine:
            raise ConfigError(
                f"{file} was made of {told.engine}, and storage.url names {copies.engine}: "
                f"set storage.url to a {told.engine} database"
            )
        copied = Path(work) / DATABASE
        damage = _database(parts, told, copied) or _files(parts, told)
        damage = damage or copies.damage(copied, told.revision, told.rows)
    if not damage and not manifest.is_opened_by(told, keys):
        damage = f"the key file is not the one it was made with ({told.key})"
    return Looked(told, damage)


def put_back(copies: Copies, folder: Path, file: Path) -> None:
    """Put a backup, looked at before, where there is no database yet.

    Raises ConfigError when there is one, StoreError when it cannot be written.
    """
    with archive.opened(file) as tar, copies.vacant():
        parts = archive.parts(tar)
        _manifest(file, parts)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=copies.place) as work:
            copied = Path(work) / DATABASE
            next(parts).save(copied)
            for part in parts:
                _back(part, folder)
            copies.load(copied)


def _back(part: Part, folder: Path) -> None:
    """One of people's files; its name is its hash, so what is there already is the same."""
    found = KEPT.fullmatch(part.name)
    if found is None or (folder / found[1]).exists():
        return
    target = folder / found[1]
    target.parent.mkdir(exist_ok=True)
    draft = target.with_suffix(".part")
    part.save(draft)
    draft.replace(target)


def _make_room(folder: Path, needed: int) -> None:
    """Say at once, not after an hour, that a backup cannot fit."""
    free = archive.room(folder)
    if free < needed:
        raise StoreBroken(
            f"{folder} has {free / MIB:,.0f} MiB free, and the backup needs about "
            f"{needed / MIB:,.0f} MiB while it is made: make room, or name another place"
        )


def _kept(folder: Path) -> Iterator[str]:
    """The files of the folder that are ours, as `ab/abcd…`; drafts are not."""
    for path in folder.glob("??/*"):
        name = path.relative_to(folder).as_posix()
        if KEPT.fullmatch(f"{FILES}/{name}"):
            yield name


def _manifest(file: Path, parts: Iterator[Part]) -> Manifest:
    first = next(parts, None)
    told = None
    if first is not None and first.name == manifest.NAME and first.size < MIB:
        told = manifest.read(first.source.read())
    if told is None:
        raise ConfigError(f"{file} is no backup of Redress")
    return told


def _database(parts: Iterator[Part], told: Manifest, target: Path) -> str:
    """Take the database out; what is wrong with its bytes, "" if nothing."""
    part = next(parts, None)
    if part is None or part.name != DATABASE:
        return "the database is not in it"
    if part.save(target) != told.sha256:
        return "the database is not what it was"
    return ""


def _files(parts: Iterator[Part], told: Manifest) -> str:
    """What is wrong with people's files in the tar, "" if nothing."""
    count = 0
    for part in parts:
        found = KEPT.fullmatch(part.name)
        if found is None or part.sha256() != found[2]:
            return f"{part.name} is not what it was"
        count += 1
    return "" if count == told.files else f"{told.files - count} of {told.files} files are missing"
