"""Values of the dialogs as JSON and back, by the shape of their dataclasses.

What is missing takes its default and what is unknown is passed over, so that a value kept by an
older version is read by a newer one. What does not fit raises Unreadable.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin

from dialogs.model import Json
from storage.errors import Unreadable

T = TypeVar("T")
Reader: TypeAlias = Callable[[Any], Any]

SIMPLE = frozenset({str, int, float, bool, type(None)})
LISTS = frozenset({tuple, list})

_NAMES: dict[Any, tuple[str, ...]] = {}
_READERS: dict[Any, Reader] = {}


def dump(value: Any) -> Any:
    """The JSON of a value: dataclasses become objects, tuples lists, moments ISO text in UTC."""
    kind = type(value)
    if kind in SIMPLE:
        return value
    if kind in LISTS:
        return [dump(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return _iso(value)
    if isinstance(value, Mapping):
        return {str(key): dump(one) for key, one in value.items()}
    return {name: dump(getattr(value, name)) for name in names(kind)}


def load(kind: type[T], value: Json) -> T:
    """The value of dataclass `kind` that `dump` made this of; Unreadable if it does not fit."""
    made: T = _reader(kind)(value)
    return made


def _iso(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a moment without a zone cannot be kept")
    return value.astimezone(UTC).isoformat()


def names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass, in order."""
    known = _NAMES.get(kind)
    if known is None:
        known = _NAMES[kind] = tuple(one.name for one in dataclasses.fields(kind))
    return known


def _reader(kind: Any) -> Reader:
    """How a value of this annotation is read."""
    known = _READERS.get(kind)
    if known is None:
        known = _READERS[kind] = _made(kind)
    return known


def _made(kind: Any) -> Reader:
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _maybe(next(one for one in get_args(kind) if one is not types.NoneType))
    if origin is tuple:
        return _tuple(_reader(get_args(kind)[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _checked(dict)
    if dataclasses.is_dataclass(kind):
        return _object(kind)
    if issubclass(kind, datetime):
        return _moment
    if issubclass(kind, Enum):
        return _enum(kind)
    return _number if kind is float else _checked(kind)


def _maybe(inner: Any) -> Reader:
    read = _reader(inner)
    return lambda value: None if value is None else read(value)


def _tuple(read: Reader) -> Reader:
    check = _checked(list)
    return lambda value: tuple(map(read, check(value)))


def _checked(kind: type[Any]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Unreadable(f"{kind.__name__} expected, {type(value).__name__} found")
        return value

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise Unreadable(f"number expected, {type(value).__name__} found")
    return float(value)


def _moment(value: Any) -> datetime:
    """Columns give moments as they are, JSON gives their text."""
    if isinstance(value, datetime):
        return value
    try:
        made = datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise Unreadable("a moment expected") from error
    if made.tzinfo is None:
        raise Unreadable("a moment without a zone")
    return made


def _enum(kind: type[Enum]) -> Reader:
    def read(value: Any) -> Enum:
        try:
            return kind(value)
        except ValueError as error:
            raise Unreadable(f"{value!r} is no {kind.__name__}") from error

    return read


def _object(kind: Any) -> Reader:
    """Each field by its reader, unless it is of the type that its reader would leave as it is."""
    fields = tuple(
        (one.name, _as_it_is(one.type), _reader(one.type)) for one in dataclasses.fields(kind)
    )

    def read(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise Unreadable(f"{kind.__name__} expected, {type(value).__name__} found")
        given = {}
        for name, plain, reader in fields:
            if name in value:
                one = value[name]
                given[name] = one if type(one) is plain else reader(one)
        try:
            return kind(**given)
        except (TypeError, ValueError) as error:
            raise Unreadable(f"{kind.__name__}: {error}") from error

    return read


def _as_it_is(kind: Any) -> Any:
    """The type of values that a reader of this annotation gives back untouched."""
    if get_origin(kind) in (types.UnionType, Union):
        return types.NoneType
    return kind if kind in SIMPLE and kind is not float else None
