"""What a backup says of itself: its first part, against which all others are held."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from storage.errors import KeyFileError
from storage.seal import Keys

NAME = "manifest.json"
PROOF = "a backup of Redress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """When it was made (UTC), of which engine and tables, and what must be in it.

    `sha256` of the database; `rows` of each table; `files` of people in it, `missing` that the
    folder no longer had. `key` names the key file without telling it, `proof` is sealed by it.
    """

    made: str
    engine: str
    revision: str
    sha256: str
    files: int
    missing: int = 0
    key: str
    proof: str
    rows: Mapping[str, int] = field(default_factory=dict)


def fingerprint(keys: Keys) -> str:
    """A name of the key file that tells nothing of it."""
    return keys.mark("key file of a backup")[:16]


def proof(keys: Keys) -> str:
    """A value that only this key file opens."""
    return keys.seal(PROOF)


def is_opened_by(manifest: Manifest, keys: Keys) -> bool:
    """Whether this key file is the one that the backup was made with."""
    try:
        return keys.open(manifest.proof) == PROOF and manifest.key == fingerprint(keys)
    except KeyFileError:
        return False


def written(manifest: Manifest) -> bytes:
    return json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()


def read(content: bytes) -> Manifest | None:
    """The manifest; None if it is none of ours."""
    try:
        return Manifest(**json.loads(content))
    except (TypeError, ValueError):
        return None
