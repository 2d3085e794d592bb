"""A figure by name: the title of the list of tickets that it is made of."""

from bot.web.desk_words import Words
from bot.web.figures import saying
from dialogs.model import Joined
from storage import Connection, staff
from storage.figures import NOW, Behind


def named(wanted: Behind, words: Words, people: dict[int, str] | None = None) -> str:
    """What the tickets of a figure have in common, in a line.

    `people`: the names of the staff by their ids (`names`), for figures of one person.
    """
    found = [words(f"figure-list-{wanted.figure}")]
    keys = tuple(
        dict.fromkeys(_key(wanted.figure, key, words, people or {}) for key in wanted.keys)
    )
    if keys:
        found.append(words.of(Joined(keys)))
    span = wanted.span
    if span.category:
        found.append(saying.category(span.category, words))
    if span.department:
        found.append(words.department(span.department))
    if wanted.figure not in NOW:
        found.append(words("figure-span", since=span.since, until=span.until))
    return " · ".join(found)


def names(c: Connection) -> dict[int, str]:
    """The names of all people of the staff."""
    return {one.id: one.name for one in staff.everybody(c)}


def _key(figure: str, key: str, words: Words, people: dict[int, str]) -> str:
    first, _, second = key.partition(":")
    match figure:
        case "clock":
            return words(f"figure-clock-{second}", clock=words.clock(first))
        case "offer":
            told = words.known(f"desk-figure-offer-{second}", second)
            return words("figure-offer", round=words("figure-round", n=first), outcome=told)
        case "person":
            told = words.known(f"person-{second}", second)
            return f"{people.get(int(first), first)}: {told}"
        case "handled" | "act" | "load":
            unclaimed = figure == "load" and key == "0"
            return words("figure-unclaimed") if unclaimed else people.get(int(key), key)
        case "topic":
            place = key.partition("@")[2]
            return words.place(place) or place
        case "open":
            low, _, high = key.partition("-")
            return (
                words("figure-age", low=low, high=high)
                if high
                else (words("figure-age-more", low=low))
            )
        case _:
            return _plain_key(figure, key, words)


def _plain_key(figure: str, key: str, words: Words) -> str:
    match figure:
        case "filed":
            return words.known(f"kind-{key}", key)
        case "channel":
            return saying.channel(key, words)
        case "ended":
            return saying.result(key, words)
        case "liability":
            return words.known(f"liability-{key}", key)
        case "granted":
            return words.remedy(key)
        case "solved":
            return words.known(f"solved-{key}", key)
        case "surveyed" | "call_back" | "came" | "routing":
            return words.known(f"desk-figure-{figure.replace('_', '-')}-{key}", key)
        case _:
            return key
