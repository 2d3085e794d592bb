"""Areas as staff type them, by name or code: what they mean, or which of several is meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.web.desk_words import Words
from dialogs.incidents.entering import EVERYWHERE, PARTS, Fault, area
from dialogs.model import Joined, Phrase

MOST = 20


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that several places have: `options` are their codes and whole names."""

    place: int
    said: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Areas:
    """What was typed: codes, () for everywhere; or `why` it means none, and what is unclear."""

    codes: tuple[str, ...] = ()
    why: Phrase | None = None
    unclear: tuple[Unclear, ...] = ()


def read(typed: Mapping[str, str], key: str, words: Words) -> Areas:
    """The areas under `key`; a choice between several is under `pick-PLACE`."""
    parts = [one.strip() for one in PARTS.split(typed.get(key, "")) if one.strip()][:MOST]
    if not parts:
        return Areas(why=Phrase("desk-areas-none"))
    if len(parts) == 1 and parts[0].casefold() in EVERYWHERE:
        return Areas()
    codes, unclear = [], []
    for place, said in enumerate(parts, start=1):
        picked = typed.get(f"pick-{place}", "")
        match area(said, words.stage.house.places):
            case str(code):
                codes.append(code)
            case Fault(choices=choices) if picked in choices:
                codes.append(picked)
            case Fault(reason="many", choices=choices):
                unclear.append(Unclear(place, said, _named(choices, words)))
            case _:
                return Areas(why=Phrase("desk-areas-unknown", {"said": said}))
    if unclear:
        several = Joined(tuple(one.said for one in unclear))
        return Areas(why=Phrase("desk-areas-several", {"said": several}), unclear=tuple(unclear))
    return Areas(tuple(dict.fromkeys(codes)))


def _named(codes: tuple[str, ...], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((code, words.place(code)) for code in codes)


def typed(codes: tuple[str, ...], words: Words) -> str:
    """The areas as they can be typed again."""
    if not codes:
        return words("incident-everywhere")
    return "、".join(words.place(code) for code in codes)
