"""Quick values are frozen dataclasses in all but how they are made."""

import pickle
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, fields
from dataclasses import replace as plainly
from inspect import signature

import pytest

from dialogs.values import quick, replace


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    size: int = 3
    more: Mapping[str, int] = field(default_factory=dict)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    name: str
    size: int = 3
    more: Mapping[str, int] = field(default_factory=dict)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    size: int = 3
    name: str


def test_a_quick_value_is_what_a_plain_one_is() -> None:
    made = Quick("a")
    assert type(made) is Quick
    assert made == Quick("a", 3, {}) != Quick("b")
    assert repr(made) == repr(Plain("a")).replace("Plain", "Quick")
    assert [one.name for one in fields(Quick)] == ["name", "size", "more"]
    assert Quick.__init__.__annotations__ == Plain.__init__.__annotations__
    assert list(signature(Quick).parameters) == list(signature(Plain).parameters)
    assert hash(Named(name="a")) == hash(Named(name="a", size=3))


def test_it_is_frozen() -> None:
    made = Quick("a")
    for value in (made, replace(made, size=4)):
        with pytest.raises(FrozenInstanceError):
            value.name = "b"  # type: ignore[misc]
        with pytest.raises((AttributeError, TypeError)):
            value.other = "b"  # type: ignore[attr-defined]


def test_what_a_factory_makes_is_nobody_elses() -> None:
    assert Quick("a").more is not Quick("a").more
    mine = {"a": 1}
    assert Quick("a", more=mine).more is mine


def test_what_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg, arg-type]
    with pytest.raises(TypeError):
        Quick("a", other=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("copy", [replace, plainly])
def test_a_copy_has_the_fields_that_were_changed(copy: object) -> None:
    assert callable(copy)
    made = Quick("a", 5, {"b": 1})
    changed = copy(made, size=4)
    assert changed == Quick("a", 4, {"b": 1})
    assert type(changed) is Quick
    assert made == Quick("a", 5, {"b": 1})
    assert copy(Named(name="a"), name="b") == Named(name="b")
    assert copy(Plain("a"), size=1) == Plain("a", 1)
    with pytest.raises(TypeError):
        copy(made, other=1)


def test_it_can_be_pickled_and_copied_deeply() -> None:
    made = Quick("a", 5, {"b": 1})
    assert pickle.loads(pickle.dumps(made)) == made
    assert deepcopy(made) == made
