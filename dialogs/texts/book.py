"""The messages of one language, each parsed when it is first said."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from dialogs.model import Language

Pattern: TypeAlias = Any  # the library has no types

# Where an entry begins; what belongs to one is indented (Fluent's grammar, "blank_block").
ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
LONG = 2000  # characters of an argument from which on the library does not see it


class MissingText(KeyError):
    """A Fluent key or an argument that a language lacks; only a fault of ours can raise it."""


class Book:
    """A language's messages. No message of ours refers to another, so each stands alone.

    `keys` are all of them.
    """

    def __init__(self, language: Language, texts: Iterable[str]) -> None:
        # Isolation marks (U+2068) would be copied along with a ticket number.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._language = language
        self._unread: dict[str, str] = {}
        for text in texts:
            self._unread |= _entries(text)
        self.keys = frozenset(self._unread)
        self._fixed: dict[str, str] = {}
        self.standing: Mapping[str, str | int] = {}

    def stand(self, standing: Mapping[str, str | int]) -> None:
        """From now on every message may place these arguments too."""
        self.standing = standing

    def placed(self, begins: str) -> frozenset[str]:
        """The arguments that messages not said yet place and whose names begin so."""
        named = re.compile(rf"\$({re.escape(begins)}[\w-]+)", re.ASCII)
        return frozenset(name for one in self._unread.values() for name in named.findall(one))

    def fixed(self, key: str) -> str | None:
        """The message in words if it takes no arguments and so is always the same, else None.

        Raises MissingText for an unknown key, ValueError for a message that does not parse.
        """
        known = self._fixed.get(key)
        if known is not None:
            return known
        source = self._unread.get(key)
        if source is not None:  # two threads may do it at once: to the same end
            self._read(source)
            value = self._value(key)
            words, errors = self._bundle.format_pattern(value, dict(self.standing))
            if not errors:
                self._fixed[key] = str(words)
            self._unread.pop(key, None)
        elif key not in self.keys:
            raise MissingText(f"{self._language}: {key}")
        return self._fixed.get(key)

    def words(self, key: str, args: Mapping[str, str | int]) -> str:
        """A message that takes arguments, in words; MissingText where it lacks one.

        The library refuses an argument of more than 2,500 characters, which people write: a long
        one is put in its place afterwards.
        """
        long = {f"\ue000{name}\ue001": value for name, value in args.items() if _long(value)}
        given = {name: f"\ue000{name}\ue001" if _long(args[name]) else args[name] for name in args}
        given = {**self.standing, **given}
        words, errors = self._bundle.format_pattern(self._value(key), given)
        if errors:
            raise MissingText(f"{self._language}: {key}: {errors[0]}")
        told = str(words)
        for mark, value in long.items():
            told = told.replace(mark, str(value))
        return told

    def _value(self, key: str) -> Pattern:
        value = self._bundle.get_message(key).value
        if value is None:
            raise MissingText(f"{self._language}: {key} has no words")
        return value

    def _read(self, source: str) -> None:
        resource = FluentResource(source)
        junk = [entry for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            said = str(junk[0].content)[:80]
            raise ValueError(f"texts/{self._language}.ftl does not parse: {said!r}")
        self._bundle.add_resource(resource)


def _long(value: str | int) -> bool:
    return isinstance(value, str) and len(value) > LONG


def _entries(text: str) -> dict[str, str]:
    """The source of each message; of one that stands there twice the first counts."""
    starts = list(ENTRY.finditer(text))
    ends = [*(one.start() for one in starts[1:]), len(text)][: len(starts)]
    found: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=True):
        found.setdefault(start[1], text[start.start() : end])
    return found
