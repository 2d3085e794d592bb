"""Column types beside the sealed ones: moments in UTC, words that any database takes, ids."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, DateTime, Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from storage.seal import as_json

# SQLite numbers a table's rows by itself only when the column is exactly INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware moment; kept in UTC, where SQLite knows no zones as text without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Turn it to UTC; a naive moment is a mistake of ours (ValueError)."""
        return _as_text if dialect.name == "sqlite" else _as_utc

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Give it back aware."""
        return _of_text if dialect.name == "sqlite" else _of_zone

    def literal_processor(self, dialect: Dialect) -> Callable[[Any], str]:
        """As a literal of SQL, for statements that are written out."""
        write = self.bind_processor(dialect)
        return lambda value: f"'{write(value)}'"


def _as_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment without a zone cannot be kept")
    return value if value.tzinfo is UTC else value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    if value is None:
        return None
    if value.tzinfo is not UTC:
        if value.tzinfo is None:
            raise ValueError("a moment without a zone cannot be kept")
        value = value.astimezone(UTC)
    return _written(value)


@lru_cache(maxsize=512)  # one moment stands in most rows of a transaction
def _written(utc: datetime) -> str:
    """As SQLAlchemy writes it there: 26 signs, so that texts compare as moments do."""
    return utc.isoformat(" ", "microseconds")[:26]


def _of_text(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value + "+00:00")
    except ValueError:  # kept with its zone, as an older version did in one place
        return datetime.fromisoformat(value).astimezone(UTC)


def _of_zone(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Free words that people wrote, searchable as they stand.

    NUL and lone surrogates, which PostgreSQL or UTF-8 refuse, become U+FFFD: a strange character
    must not cost the message.
    """

    impl = Text
    cache_ok = True

    def bind_processor(self, _dialect: Dialect) -> Callable[[Any], Any]:
        """Replace what no database takes."""
        return lambda value: None if value is None else clean(value)


def json_text(value: object) -> str:
    """What a JSON column keeps: compact, and without what no database takes."""
    return clean(as_json(value))


def clean(text: str) -> str:
    """The text without NUL and lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\x00", "\ufffd")
