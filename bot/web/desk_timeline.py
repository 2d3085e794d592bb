"""The timeline in words: who did what when, from which state to which, with what they said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.web.desk_words import Words, hide
from dialogs.model import Json
from dialogs.tickets.ticket import Entry

SAID = ("words", "finding", "proof", "reference", "wish", "mend")


def timeline(entries: Sequence[Entry], words: Words) -> list[dict[str, Any]]:
    """The newest first."""
    return [_line(one, words) for one in reversed(entries)]


def _line(entry: Entry, words: Words) -> dict[str, Any]:
    changed = entry.before != entry.after
    return {
        "at": words.at(entry.at),
        "who": words.actor(entry),
        "role": entry.actor.role.value,
        "what": words.move(entry.move),
        "move": entry.move,
        "change": words.state(entry.after) if changed else "",
        "details": [one for one in _details(entry, words) if one],
    }


def _details(entry: Entry, words: Words) -> Iterable[str]:
    """What was said with it; codes in the catalogue's words."""
    detail, catalogue = entry.detail, words.catalogue
    for key in SAID:
        yield hide(_text(detail, key))
    reason = _text(detail, "reason")
    label = catalogue.inadmissible.get(reason) or catalogue.decline.get(reason)
    yield words.of(label) if label else words.known(f"desk-look-{reason}", hide(reason))
    liability = _text(detail, "liability")
    yield words.known(f"liability-{liability}", liability) if liability else ""
    department = _text(detail, "department")
    yield words.department(department) if department else ""
    yield from _figures(detail, words)


def _figures(detail: Mapping[str, Json], words: Words) -> Iterable[str]:
    minor, score = detail.get("minor"), detail.get("score")
    if isinstance(minor, int | str) and str(minor).isdecimal():
        yield words.money(int(minor))
    if isinstance(score, int | str) and str(score).isdecimal():
        yield words("score", score=int(score))
    if detail.get("call"):
        yield words("note-call")
    if detail.get("told"):
        yield words("note-told")


def _text(detail: Mapping[str, Json], key: str) -> str:
    value = detail.get(key)
    return value if isinstance(value, str) else ""
