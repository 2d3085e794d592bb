"""The timeline in words: who did what when, from which state to which, with what they said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.web.desk_words import Words, hide
from dialogs.model import Joined, Json
from dialogs.tickets import facts
from dialogs.tickets.ticket import OWN_WORDS, Entry

SAID = ("words", "finding", "proof", "body", "reference", "wish", "mend")


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
    yield from _facts(detail, words)
    reason = _text(detail, "reason")
    label = catalogue.inadmissible.get(reason) or catalogue.decline.get(reason)
    if reason != OWN_WORDS:
        yield words.of(label) if label else words.known(f"desk-look-{reason}", hide(reason))
    yield words("given-to", name=_text(detail, "name")) if "staff" in detail else ""
    liability = _text(detail, "liability")
    yield words.known(f"liability-{liability}", liability) if liability else ""
    yield from _route(detail, words)
    yield from _figures(detail, words)


def _facts(detail: Mapping[str, Json], words: Words) -> Iterable[str]:
    """What was asked for from the catalogue."""
    asked = detail.get("facts")
    for code in asked if isinstance(asked, list) else ():
        label = facts.named(str(code), _text(detail, "category"), words.catalogue)
        yield words.of(label) if label else str(code)


def _route(detail: Mapping[str, Json], words: Words) -> Iterable[str]:
    """Where it was sent and by which rule; what was heard, and the level that it brought."""
    department, area = _text(detail, "department"), _text(detail, "area")
    where = (words.department(department) if department else "", words.province(area))
    yield " · ".join(one for one in where if one)
    yield words.reason(_text(detail, "rule")) or ""
    alarms = detail.get("alarms")
    for code in alarms if isinstance(alarms, list) else ():
        yield words.reason(str(code)) or str(code)
    level = detail.get("level")
    yield words("to-level", level=level) if isinstance(level, int) else ""


def _figures(detail: Mapping[str, Json], words: Words) -> Iterable[str]:
    minor, score, catalogue = detail.get("minor"), detail.get("score"), words.catalogue
    if isinstance(minor, int | str) and str(minor).isdecimal():
        yield words.money(int(minor))
    if isinstance(score, int | str) and str(score).isdecimal():
        yield words("score", score=int(score))
    siblings, shared = detail.get("siblings"), detail.get("shared_files")
    if isinstance(siblings, list) and siblings:
        yield words("filed-with", numbers=Joined(tuple(map(str, siblings))))
    if isinstance(shared, int) and shared:
        yield words("files-shared", count=shared)
    if origin := catalogue.origins.get(_text(detail, "origin")):
        yield words.of(origin.label)
    yield words.known(f"desk-consent-{_text(detail, 'consent')}", "")
    if by := _text(detail, "phone"):
        yield words("said-by-phone", name=by)
    if detail.get("call"):
        yield words("note-call")
    if came := _text(detail, "came"):
        yield words.known(f"desk-came-{came}", came)
    if detail.get("told"):
        yield words("note-told")


def _text(detail: Mapping[str, Json], key: str) -> str:
    value = detail.get(key)
    return value if isinstance(value, str) else ""
