"""What differs between two catalogues, entry by entry, for people to read before they use one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import timedelta
from typing import Any

from dialogs.catalogue import Catalogue
from dialogs.model import Label

LEFT_OUT = frozenset({"plan"})  # made from the clocks
LONGEST = 120  # characters of a value that are shown


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of an entry: what it was and what it becomes, as short texts."""

    name: str
    was: str
    became: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of a `part` of the catalogue (its attribute's name) that is "added", "removed" or
    "changed"; `code` is "" for a part that is one value."""

    kind: str
    part: str
    code: str
    label: Label | None = None
    differences: tuple[Difference, ...] = ()


def changes(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    """What `after` says otherwise, in the order of the catalogue's parts."""
    found: list[Change] = []
    for one in fields(Catalogue):
        if one.name not in LEFT_OUT:
            was, became = getattr(before, one.name), getattr(after, one.name)
            if was != became:
                found += _part(one.name, was, became)
    return tuple(found)


def _part(name: str, was: Any, became: Any) -> Iterator[Change]:
    old, new = _entries(was), _entries(became)
    if old is None or new is None:
        yield Change("changed", name, "", None, (Difference("", _short(was), _short(became)),))
        return
    for code in dict.fromkeys((*old, *new)):
        if code not in new:
            yield Change("removed", name, code, _label(old[code]))
        elif code not in old:
            yield Change("added", name, code, _label(new[code]))
        elif told := tuple(_differences(old[code], new[code])):
            yield Change("changed", name, code, _label(new[code]), told)
    if list(old) != list(new) and set(old) == set(new):
        order = Difference("", " ".join(old), " ".join(new))
        yield Change("changed", name, "", None, (order,))


def _entries(value: Any) -> Mapping[str, Any] | None:
    """The entries of a part by their codes; None where it is one value."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, tuple) and all(hasattr(one, "code") for one in value):
        return {one.code: one for one in value}
    return None


def _label(entry: Any) -> Label | None:
    found = entry if isinstance(entry, Label) else getattr(entry, "label", None)
    return found if isinstance(found, Label) else None


def _differences(was: Any, became: Any) -> Iterator[Difference]:
    if not is_dataclass(was) or isinstance(was, Label) or type(was) is not type(became):
        if was != became:
            yield Difference("", _short(was), _short(became))
        return
    for one in fields(was):  # some entries are equal to themselves alone
        old, new = getattr(was, one.name), getattr(became, one.name)
        if old != new:
            yield Difference(one.name, _short(old), _short(new))


def _short(value: Any) -> str:
    """A value in a few words; what is long ends in an ellipsis."""
    said = _said(value)
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def _said(value: Any) -> str:
    match value:
        case Label():
            return " / ".join(value.words.values())
        case timedelta():
            return str(value)
        case tuple() | list():
            return ", ".join(map(_said, value))
        case Mapping():
            return ", ".join(f"{key}: {_said(one)}" for key, one in value.items())
        case None:
            return ""
    if is_dataclass(value):
        return getattr(value, "code", "") or _said(
            tuple(getattr(value, f.name) for f in fields(value))
        )
    return str(value)
