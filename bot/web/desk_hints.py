"""What the checks of the finding say, as a ticket's page shows it; people decide who is liable."""

from collections.abc import Sequence
from typing import Any

from bot.web.desk_words import Words, hide
from dialogs.model import Arg, Joined, Phrase
from dialogs.tickets import carded
from dialogs.tickets.looking import Hint, Verdict
from dialogs.tickets.ticket import Ticket


def rows(hints: Sequence[Hint], words: Words) -> list[dict[str, Any]]:
    """Each check with its verdict, its figures line by line, and where they come from."""
    return [
        {
            "code": one.code,
            "name": words.of(one.label),
            "verdict": one.verdict.value,
            "says": words.of(Phrase(f"hint-{one.verdict}")),
            "suggests": _liability(one.suggests, words) if one.suggests else "",
            "lines": [hide(words.of(line)) for line in one.words],
            "source": words.of(one.source),
        }
        for one in hints
    ]


def cards(ticket: Ticket, words: Words) -> list[str]:
    """What the numbers of card and telephone say, line by line."""
    return [words.of(line) for line in carded.told(ticket, words.stage.house, words.now)]


def advice(hints: Sequence[Hint], words: Words) -> str:
    """The same in a line, to stand beside the choice of who is liable; "" if it speaks for none."""
    failed = [one for one in hints if one.verdict is Verdict.FAILED]
    unknown = [one for one in hints if one.verdict is Verdict.UNKNOWN]
    said = []
    if failed:
        pair: dict[str, Arg] = {
            "checks": _named(failed),
            "liability": _liability(failed[0].suggests, words),
        }
        said.append(words.of(Phrase("desk-advice-failed", pair)))
    if unknown:
        said.append(words.of(Phrase("desk-advice-unknown", {"checks": _named(unknown)})))
    return "\n".join(said)


def _named(hints: Sequence[Hint]) -> Joined:
    return Joined(tuple(one.label for one in hints))


def _liability(code: str, words: Words) -> str:
    return words.known(f"liability-{code}", code)
