"""What of a message always reads the same: its longest line between the values it holds."""

from functools import cache
from importlib.resources import files

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement


def said(key: str, language: str = "zh-CN") -> str:
    """The longest fixed line of the message under this key, as people read it."""
    return _lines(language)[key]


@cache
def _lines(language: str) -> dict[str, str]:
    text = (files("dialogs.texts") / f"{language}.ftl").read_text("utf-8")
    entries = FluentParser().parse(text).body
    return {one.id.name: _longest(one) for one in entries if isinstance(one, Message)}


def _longest(message: Message) -> str:
    elements = message.value.elements if message.value else []
    texts = (one.value for one in elements if isinstance(one, TextElement))
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return max(lines, key=len, default="")
