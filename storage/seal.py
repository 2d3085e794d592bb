"""Sealing: what is personal is encrypted in its column and looked up by a keyed mark.

The keys are found on the dialect of the engine at work, so that no module holds them.
"""

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from functools import lru_cache
from os import urandom
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, Engine, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from dialogs.model import Json
from storage.errors import KeyFileError

HEADING = (
    "# The keys of Redress: without this file nothing personal can be read again. Keep a copy."
)
MARK_BYTES = 32
NONCE = 12  # bytes, before each ciphertext (NIST SP 800-38D)
BETWEEN = "."  # key id, dot, base64; a Fernet token, as written before, has no dot


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """One line `seal …`: AES-256-GCM, and the Fernet key that older values were sealed with."""

    id: str
    box: AESGCM
    old: Fernet


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What seals, opens and marks; the first key of `boxes` seals, and any opens."""

    boxes: Mapping[str, Key]
    first: Key
    marking: bytes

    def seal(self, text: str) -> str:
        """The text encrypted, as ASCII; the same text is never the same twice."""
        return self.seal_bytes(text.encode("utf-8", "surrogatepass"))

    def seal_bytes(self, plain: bytes) -> str:
        """The bytes encrypted, as ASCII."""
        nonce, key = urandom(NONCE), self.first
        hidden = nonce + key.box.encrypt(nonce, plain, None)
        return key.id + BETWEEN + b2a_base64(hidden, newline=False).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text that was sealed; KeyFileError when none of the keys opens it."""
        try:
            return self.open_bytes(sealed).decode("utf-8", "surrogatepass")
        except UnicodeError as error:
            raise KeyFileError(CLOSED) from error

    def open_bytes(self, sealed: str) -> bytes:
        """The bytes that were sealed; KeyFileError when none of the keys opens them."""
        name, dot, text = sealed.partition(BETWEEN)
        try:
            if not dot:
                return self._open_old(sealed)
            hidden = a2b_base64(text)
            return self.boxes[name].box.decrypt(hidden[:NONCE], hidden[NONCE:], None)
        except (InvalidTag, KeyError, NotBase64, ValueError) as error:
            raise KeyFileError(CLOSED) from error

    def _open_old(self, sealed: str) -> bytes:
        for key in self.boxes.values():
            try:
                return key.old.decrypt(sealed.encode("ascii"))
            except (InvalidToken, UnicodeError):
                continue
        raise KeyFileError(CLOSED)

    def mark(self, text: str) -> str:
        """A keyed digest in hex: equal texts have equal marks, and a mark tells nothing."""
        return _mark(self.marking, text)


@lru_cache(maxsize=4096)  # who writes once writes again soon
def _mark(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()


CLOSED = "a sealed value cannot be opened with this key file"


def new_keys() -> bytes:
    """The content of a fresh key file: one encrypting key and the key of the marks."""
    lines = (
        HEADING,
        f"seal {urlsafe_b64encode(secrets.token_bytes(32)).decode('ascii')}",
        f"mark {secrets.token_hex(MARK_BYTES)}",
    )
    return "\n".join((*lines, "")).encode("ascii")


def read_keys(content: bytes) -> Keys:
    """The keys of a file's content; KeyFileError names the line that is wrong.

    Several `seal` lines are allowed: the first encrypts, all decrypt (that is how keys change).
    """
    boxes: list[Key] = []
    marking = b""
    for number, line in enumerate(_lines(content), start=1):
        kind, _, value = line.partition(" ")
        try:
            if kind == "seal":
                boxes.append(_key(value.strip()))
            elif kind == "mark":
                marking = bytes.fromhex(value)
            elif line and not line.startswith("#"):
                raise ValueError(kind)
        except ValueError:
            raise KeyFileError(f"line {number} of the key file is not a key") from None
    if not boxes or len(marking) < MARK_BYTES:
        raise KeyFileError("the key file needs a line `seal …` and a line `mark …`")
    return Keys({key.id: key for key in boxes}, boxes[0], marking)


def _key(written: str) -> Key:
    """A key of the file. What encrypts is derived from it, so that no key serves two ciphers."""
    old = Fernet(written)
    secret = urlsafe_b64decode(written)
    derived = hmac.digest(secret, b"redress: columns, AES-256-GCM", "sha256")
    return Key(hashlib.sha256(derived).hexdigest()[:6], AESGCM(derived), old)


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
    """A text column that holds ciphertext."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Seal what goes in."""
        keys = _later(dialect)
        return lambda value: None if value is None else keys().seal(value)

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Open what comes out."""
        keys = _later(dialect)
        return lambda value: None if value is None else keys().open(value)


class SealedJson(TypeDecorator[Json]):
    """A sealed column whose value is JSON."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Write and seal what goes in."""
        keys = _later(dialect)
        return lambda value: None if value is None else keys().seal_bytes(json_bytes(value))

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Open and read what comes out."""
        keys = _later(dialect)
        return lambda value: None if value is None else orjson.loads(keys().open_bytes(value))


def _later(dialect: Dialect) -> Callable[[], Keys]:
    """The engine's keys, looked up at the first value: a dialect that only compiles has none."""
    found: list[Keys] = []

    def keys() -> Keys:
        if not found:
            found.append(keys_of(dialect))
        return found[0]

    return keys


def json_bytes(value: object) -> bytes:
    """Compact JSON of plain values and of dataclasses; lone surrogates become U+FFFD."""
    try:
        return orjson.dumps(value)
    except TypeError:  # a lone surrogate, or a number of more than 64 bits
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.encode()


def as_json(value: object) -> str:
    """The same as text, any script as it stands."""
    return json_bytes(value).decode()


def from_json(text: str | bytes) -> Json:
    """The value of a JSON text."""
    value: Json = orjson.loads(text)
    return value


def _plain(value: Any) -> Any:
    """A value that JSON has no form for, in the form that orjson gives it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    return {one.name: getattr(value, one.name) for one in fields(value)}
