"""Marked-up text as the Bot API takes it: HTML and both Markdowns to plain text and entities.

Offsets are in UTF-16 units, positions in errors in bytes. A text that cannot be parsed is refused
in the server's own words, because bots classify errors by them. Not modelled: custom emoji,
user mentions by id, and the nesting rules of code.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.peers.refusal import Refusal
from tests.peers.updates import Raw, units

TAGS: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
}
TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\s+[\w-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\S+))?)*)\s*>")
HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
RESERVED = "_*[]()~`>#+-=|{}.!"
MARKS: Mapping[str, str] = {
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
}
LINK = re.compile(r"\]\(([^)\s]*)\)")


@dataclass(slots=True)
class Written:
    """A text in the making: what stands in it so far, and the marks that are still open."""

    text: str = ""
    entities: list[Raw] = field(default_factory=list)
    open: list[tuple[str, int, int, str]] = field(default_factory=list)  # mark, byte, unit, link

    def begin(self, mark: str, byte: int, link: str = "") -> None:
        self.open.append((mark, byte, units(self.text), link))

    def end(self, kind: str) -> None:
        _, _, start, link = self.open.pop()
        length = units(self.text) - start
        if not length:
            return
        entity: dict[str, Any] = {"offset": start, "length": length, "type": kind}
        self.entities.append(entity | ({"url": link} if link else {}))

    def finished(self) -> tuple[str, list[Raw]]:
        """The text and its entities in the order of the text, outer ones first."""
        return self.text, sorted(
            self.entities, key=lambda entity: (entity["offset"], -entity["length"])
        )


def parsed(text: str, mode: str) -> tuple[str, list[Raw]]:
    """Plain text and entities; raises Refusal for an unknown mode or broken markup."""
    match mode.lower():
        case "" | "none":
            return text, []
        case "html":
            return from_html(text)
        case "markdown":
            return from_markdown(text)
        case "markdownv2":
            return from_markdown_2(text)
        case _:
            raise Refusal(400, "Bad Request: unsupported parse_mode")


def broken(why: str) -> Refusal:
    return Refusal(400, f"Bad Request: can't parse entities: {why}")


def size(text: str) -> int:
    return len(text.encode())


def from_html(source: str) -> tuple[str, list[Raw]]:
    """Text of the HTML that Telegram knows; a bare "<" is an unclosed or unsupported tag."""
    written, place = Written(), 0
    while (start := source.find("<", place)) >= 0:
        written.text += html.unescape(source[place:start])
        hit = TAG.match(source, start)
        if hit is None:
            raise unreadable_tag(source, start)
        if hit[1]:
            close_tag(written, hit[2].lower(), size(source[:start]))
        else:
            open_tag(written, hit, size(source[:start]))
        place = hit.end()
    written.text += html.unescape(source[place:])
    if written.open:
        raise broken(f"Can't find end tag corresponding to start tag {written.open[-1][0]}")
    return written.finished()


def unreadable_tag(source: str, start: int) -> Refusal:
    """Why the text after this "<" is no tag."""
    byte = size(source[:start])
    name = re.match(r"</?([^\s<>]*)", source[start:])
    if name is None or ">" not in source[start:]:
        return broken(f"Unclosed start tag at byte offset {byte}")
    return broken(f'Unsupported start tag "{name[1]}" at byte offset {byte}')


def open_tag(written: Written, hit: re.Match[str], byte: int) -> None:
    name = hit[2].lower()
    spoiler = name == "span" and "tg-spoiler" in hit[3]
    if name not in TAGS and not spoiler:
        raise broken(f'Unsupported start tag "{name}" at byte offset {byte}')
    link = HREF.search(hit[3]) if name == "a" else None
    href = next((group for group in link.groups() if group), "") if link else ""
    written.begin(name, byte, html.unescape(href))


def close_tag(written: Written, name: str, byte: int) -> None:
    if not written.open:
        raise broken(f"Unexpected end tag at byte offset {byte}")
    if written.open[-1][0] != name:
        expected = written.open[-1][0]
        raise broken(
            f'Unmatched end tag at byte offset {byte}, expected "</{expected}>", found "</{name}>"'
        )
    if name == "a" and not written.open[-1][3]:
        written.open.pop()  # a link to nowhere is plain text
        return
    written.end(TAGS.get(name, "spoiler"))


def from_markdown(source: str) -> tuple[str, list[Raw]]:
    """Text of the old Markdown: no nesting, a mark that is never closed is an error."""
    written, place = Written(), 0
    while place < len(source):
        sign = source[place]
        if sign == "\\" and source[place + 1 : place + 2] in tuple("_*`["):
            written.text += source[place + 1]
            place += 2
        elif sign in "_*`[":
            place = one_entity(written, source, place)
        else:
            written.text += sign
            place += 1
    return written.finished()


def one_entity(written: Written, source: str, place: int) -> int:
    """Take the entity that begins here; returns the place after it."""
    byte = size(source[:place])
    sign = source[place]
    fence = "```" if source.startswith("```", place) else sign
    stop = source.find("]" if sign == "[" else fence, place + len(fence))
    if stop < 0:
        raise broken(f"Can't find end of the entity starting at byte offset {byte}")
    link = LINK.match(source, stop) if sign == "[" else None
    written.begin(sign, byte, link[1] if link else "")
    written.text += source[place + len(fence) : stop]
    kinds = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}
    if sign == "[" and link is None:
        written.open.pop()
    else:
        written.end(kinds[fence])
    return link.end() if link else stop + len(fence if sign != "[" else "]")


def from_markdown_2(source: str) -> tuple[str, list[Raw]]:
    """Text of MarkdownV2: marks nest, and every reserved character must be escaped."""
    written, place = Written(), 0
    while place < len(source):
        if source[place] == "\\" and place + 1 < len(source):
            written.text += source[place + 1]
            place += 2
        elif source[place] in RESERVED:
            place = marked(written, source, place)
        else:
            written.text += source[place]
            place += 1
    if written.open:
        mark, byte, _, _ = written.open[-1]
        kind = MARKS.get(mark, "text_link").title().replace("_", "")
        raise broken(f"Can't find end of {kind} entity at byte offset {byte}")
    return written.finished()


def marked(written: Written, source: str, place: int) -> int:
    """Open or close the mark that stands here; returns the place after it."""
    mark = next((mark for mark in MARKS if source.startswith(mark, place)), "")
    if mark and written.open and written.open[-1][0] == mark:
        written.end(MARKS[mark])
        return place + len(mark)
    if mark:
        written.begin(mark, size(source[:place]))
        return place + len(mark)
    link = LINK.match(source, place)
    if link and written.open and written.open[-1][0] == "[":
        written.open[-1] = (*written.open[-1][:3], link[1])
        written.end("text_link")
        return link.end()
    if source[place] == "[":
        written.begin("[", size(source[:place]))
        return place + 1
    raise broken(
        f"Character '{source[place]}' is reserved and must be escaped with the preceding '\\'"
    )
