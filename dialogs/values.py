"""Frozen values at the cost of open ones: how they are made, and copied with other fields.

A frozen dataclass is filled by `object.__setattr__`, which costs several times what an assignment
does, and a step makes ninety of them with more than five hundred fields.
"""

import dataclasses
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["quick", "replace"]

T = TypeVar("T")
Field = dataclasses.Field[Any]


def quick(kind: type[T]) -> type[T]:
    """Above `@dataclass(frozen=True, slots=True)`: the same class, its values made sooner.

    A value is filled while it belongs to an open twin, a class with the same slots, and is of its
    own class, and frozen, when `__init__` returns. For a class that neither inherits nor is
    inherited from and has no `__post_init__`.
    """
    told: tuple[Field, ...] = fields(kind)  # type: ignore[arg-type]
    named = any(one.kw_only for one in told)
    twin = type(kind.__name__, (), {"__slots__": tuple(one.name for one in told)})
    known: dict[str, Any] = {
        "_kind": kind,
        "_twin": twin,
        "_new": object.__new__,
        "_turn": object.__setattr__,
    }
    known |= {f"_default_{one.name}": one.default for one in told}
    known |= {f"_made_{one.name}": one.default_factory for one in told}
    written = (
        f"def __init__(self, {'*, ' if named else ''}{', '.join(map(_parameter, told))}):",
        " _turn(self, '__class__', _twin)",
        *(f" self.{one.name} = {_given(one)}" for one in told),
        " self.__class__ = _kind",
        "def __replace__(self, /, **changes):",
        " value, take = _new(_twin), changes.pop",
        *(f" value.{one.name} = take('{one.name}', self.{one.name})" for one in told),
        " if changes: raise TypeError(f'{_kind.__name__} has no {changes}')",
        " value.__class__ = _kind",
        " return value",
    )
    exec("\n".join(written), known)  # noqa: S102  as dataclasses write theirs
    for name in ("__init__", "__replace__"):
        known[name].__qualname__ = f"{kind.__qualname__}.{name}"
        known[name].__module__ = kind.__module__
    made: Any = kind
    known["__init__"].__annotations__ = made.__init__.__annotations__
    made.__init__, made.__replace__ = known["__init__"], known["__replace__"]
    return kind


def _parameter(one: Field) -> str:
    if one.default is not MISSING:
        return f"{one.name}=_default_{one.name}"
    return one.name if one.default_factory is MISSING else f"{one.name}=_made_{one.name}"


def _given(one: Field) -> str:
    if one.default_factory is MISSING:
        return one.name
    return f"_made_{one.name}() if {one.name} is _made_{one.name} else {one.name}"


if TYPE_CHECKING:  # which knows the fields of either
    from dataclasses import replace
else:

    def replace(value: T, /, **changes: Any) -> T:
        """A copy with these fields changed: `dataclasses.replace`, sooner for a quick one."""
        sooner = getattr(value, "__replace__", None)
        return sooner(**changes) if sooner else dataclasses.replace(value, **changes)
