"""Any value of a dataclass of ours, by the shape of its fields."""

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12
) | st.sampled_from(["", "<b>&'\"", "扣费不明 94 元", "𝕏 👍🏽", "$.a[0]", "{}", "null", "%s :x"])
WHOLE = st.integers(-(2**31), 2**31 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
MOMENTS = st.datetimes(timezones=st.just(UTC))
SIMPLE: Mapping[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: WHOLE,
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: MOMENTS,
}


def any_of(kind: Any, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of dataclass `kind`; `fixed` says of some fields what they may be."""
    fields = {one.name: _of(one.type) for one in dataclasses.fields(kind)}
    return st.builds(kind, **{**fields, **fixed})


def _of(kind: Any) -> st.SearchStrategy[Any]:
    if kind in SIMPLE:
        return SIMPLE[kind]
    origin = get_origin(kind)
    if origin is types.UnionType:
        return st.none() | _of(next(one for one in get_args(kind) if one is not types.NoneType))
    if origin is tuple:
        return st.lists(_of(get_args(kind)[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(WORDS, JSON, max_size=3)
    return st.sampled_from(kind) if issubclass(kind, Enum) else any_of(kind)
