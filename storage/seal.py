"""Sealing: what is personal is encrypted in its column and looked up by a keyed mark.

The keys are found on the dialect of the engine at work, so that no module holds them.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Connection, Engine, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from dialogs.model import Json
from storage.errors import KeyFileError

HEADING = (
    "# The keys of Redress: without this file nothing personal can be read again. Keep a copy."
)
MARK_BYTES = 32

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What seals, opens and marks; `box` seals with its first key and opens with any."""

    box: MultiFernet
    marking: bytes

    def seal(self, text: str) -> str:
        """The text encrypted, as ASCII."""
        return self.box.encrypt(text.encode("utf-8", "surrogatepass")).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text that was sealed; KeyFileError when none of the keys opens it."""
        try:
            return self.box.decrypt(sealed.encode("ascii")).decode("utf-8", "surrogatepass")
        except (InvalidToken, UnicodeError) as error:
            raise KeyFileError("a sealed value cannot be opened with this key file") from error

    def mark(self, text: str) -> str:
        """A keyed digest in hex: equal texts have equal marks, and a mark tells nothing."""
        return hmac.new(self.marking, text.encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def new_keys() -> bytes:
    """The content of a fresh key file: one encrypting key and the key of the marks."""
    lines = (
        HEADING,
        f"seal {Fernet.generate_key().decode('ascii')}",
        f"mark {secrets.token_hex(MARK_BYTES)}",
    )
    return "\n".join((*lines, "")).encode("ascii")


def read_keys(content: bytes) -> Keys:
    """The keys of a file's content; KeyFileError names the line that is wrong.

    Several `seal` lines are allowed: the first encrypts, all decrypt (that is how keys change).
    """
    boxes: list[Fernet] = []
    marking = b""
    for number, line in enumerate(_lines(content), start=1):
        kind, _, value = line.partition(" ")
        try:
            if kind == "seal":
                boxes.append(Fernet(value.strip()))
            elif kind == "mark":
                marking = bytes.fromhex(value)
            elif line and not line.startswith("#"):
                raise ValueError(kind)
        except ValueError:
            raise KeyFileError(f"line {number} of the key file is not a key") from None
    if not boxes or len(marking) < MARK_BYTES:
        raise KeyFileError("the key file needs a line `seal …` and a line `mark …`")
    return Keys(MultiFernet(boxes), marking)


def _lines(content: bytes) -> list[str]:
    try:
        return content.decode("ascii").splitlines()
    except UnicodeDecodeError:
        raise KeyFileError("the key file is not plain text") from None


def digest(token: str) -> str:
    """What is kept of a random token that we handed out: its SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def give_keys(engine: Engine, keys: Keys) -> None:
    """Let the columns of this engine seal and open with these keys."""
    engine.dialect.redress_keys = keys  # type: ignore[attr-defined]


def keys_of(place: Connection | Dialect) -> Keys:
    """The keys that this connection's engine was made with; KeyFileError if it has none."""
    dialect = place.dialect if isinstance(place, Connection) else place
    keys: Keys | None = getattr(dialect, "redress_keys", None)
    if keys is None:
        raise KeyFileError("this engine was made without keys")
    return keys


class Sealed(TypeDecorator[str]):
    """A text column that holds ciphertext; the same text is never the same twice."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Seal what goes in."""
        return None if value is None else keys_of(dialect).seal(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open what comes out."""
        return None if value is None else keys_of(dialect).open(value)


class SealedJson(TypeDecorator[Json]):
    """A sealed column whose value is JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Json, dialect: Dialect) -> str | None:
        """Write and seal what goes in."""
        return None if value is None else keys_of(dialect).seal(as_json(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Json:
        """Open and read what comes out."""
        return None if value is None else from_json(keys_of(dialect).open(value))


def as_json(value: object) -> str:
    """Compact JSON text, any script as it stands."""
    return _JSON.encode(value)


def from_json(text: str) -> Json:
    """The value of a JSON text."""
    value: Json = json.loads(text)
    return value
