"""From the log's lines to what the page shows: one bubble a message, edits put in their place.

A bubble's id is "o" + outbox row for ours and "i" + the page's own id for the person's; `seq` is
the newest log entry in it, by which the page knows which choices are the latest.
"""

from collections.abc import Iterable

from dialogs.model import Json
from storage.pages import Line, Paper

INLINE = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
PLAYED = ("audio/", "video/")


def bubbles(lines: Iterable[Line]) -> list[Json]:
    """What is to be shown, oldest first; an edit changes the bubble of what it replaced."""
    shown: dict[str, dict[str, Json]] = {}
    ids: dict[int, str] = {}
    for line in lines:
        if not _worth(line):
            continue
        bubble = bubble_of(line, ids.get(line.earlier, ""))
        key = str(bubble["id"])
        ids[line.id] = key
        if key in shown:
            bubble = {**bubble, "at": shown[key]["at"], "edited": True}
        shown[key] = bubble
    return list(shown.values())


def bubble_of(line: Line, earlier: str = "") -> dict[str, Json]:
    """One line as a bubble; `earlier` is the bubble that the line before it went into."""
    return {
        "id": _id(line, earlier),
        "seq": line.id,
        "at": line.at.isoformat(),
        "who": _who(line),
        "name": line.name,
        "text": line.words,
        "rows": _rows(line),
        "file": _file(line),
        "edited": bool(line.changes),
    }


def _worth(line: Line) -> bool:
    """A press or a command of the page leaves an entry without words of the person's: not shown."""
    return line.direction == "out" or bool(line.key)


def _who(line: Line) -> str:
    if line.direction == "in":
        return "me"
    return "staff" if line.name else "bot"


def _id(line: Line, earlier: str) -> str:
    if line.direction == "in":
        return f"i{line.key or line.id}"
    if line.changes:
        return f"o{line.changes}"
    if not line.row and earlier:  # an edit whose outbox row was cleared since
        return earlier
    return f"o{line.row or line.key or f'-{line.id}'}"


def _rows(line: Line) -> Json:
    """The buttons; those of a message long sent have their words left, and nothing to press."""
    if line.rows:
        return line.rows
    if not line.choices:
        return []
    return [[{"words": words, "data": "", "style": ""} for words in line.choices]]


def _file(line: Line) -> Json:
    paper = line.paper
    if paper is None:
        return None
    url = f"/chat/file/{paper.id}" if paper.id else f"/chat/paper/{line.row}"
    return {"name": paper.name, "show": shown_as(paper), "size": paper.size, "url": url}


def shown_as(paper: Paper) -> str:
    """How a browser may show it: "image", "audio", "video", or "link" for anything else."""
    if paper.mime in INLINE:
        return "image"
    if paper.mime.startswith(PLAYED):
        return paper.mime.partition("/")[0]
    return "link"
