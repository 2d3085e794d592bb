"""The texts as they are written: keys, the arguments they place, every variant; and the labels."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from dialogs.model import Label

VALUE = {"zh-CN": "字", "en": "x"}  # stands for a value in a text


class _Placed(Visitor):
    """The names of the arguments that a message takes."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.names.add(node.id.name)


class _Variants(Visitor):
    """The texts of a message as they stand, one for each variant."""

    def __init__(self, value: str) -> None:
        self.texts: list[str] = []
        self.value = value

    def visit_Pattern(self, node: fluent.Pattern) -> None:
        known = fluent.TextElement
        parts = (one.value if isinstance(one, known) else self.value for one in node.elements)
        self.texts.append("".join(parts))
        self.generic_visit(node)


def _messages(language: str) -> Iterator[fluent.Message]:
    shelf = sorted(files("dialogs.texts").iterdir(), key=lambda one: one.name)
    texts = [one.read_text("utf-8") for one in shelf if one.name.startswith(f"{language}.")]
    for text in texts:
        entries = FluentParser().parse(text).body
        yield from (entry for entry in entries if isinstance(entry, fluent.Message))


def keys(language: str) -> list[str]:
    """Every key of a language as often as it is written, from all of its files."""
    return [message.id.name for message in _messages(language)]


def arguments(language: str) -> Mapping[str, frozenset[str]]:
    """The arguments that each message places."""
    found: dict[str, frozenset[str]] = {}
    for message in _messages(language):
        placed = _Placed()
        placed.visit(message)
        found[message.id.name] = frozenset(placed.names)
    return found


def variants(language: str) -> Iterator[tuple[str, str]]:
    """Every text of a language with its key; a value is shown by one character."""
    for message in _messages(language):
        read = _Variants(VALUE[language])
        read.visit(message)
        yield from ((message.id.name, text) for text in read.texts)


def labels(value: object) -> Iterator[Label]:
    """Every label that stands anywhere in a value of the catalogue."""
    if isinstance(value, Label):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from labels(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from labels(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from labels(part)
