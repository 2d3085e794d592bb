"""From what is said to a message that a channel can show: words of one language, rows of buttons.

A channel without buttons gets its choices as numbered lines. All sayings of one turn become one
message, since every message costs the reader a look and some channels count them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Button, Capabilities, Message
from dialogs.model import Choice, Language, Offer, Phrase, Say, Session
from dialogs.texts import Texts
from dialogs.values import quick, replace

WIDE = 14  # display cells that fit a button beside another
QUESTION = "d"  # how the card of a dialog's question begins: d, serial, prompt
OF_DIALOG = "v1:d:"  # how the data of its buttons begins


@quick
@dataclass(frozen=True, slots=True)
class Rendering:
    """What rendering needs to know of the reader: texts, language, what the channel can show."""

    texts: Texts
    language: Language
    capabilities: Capabilities
    now: datetime

    def words(self, say: Say) -> str:
        return self.texts.words(self.language, say.words, self.now)


def render(
    says: Sequence[Say], reader: Rendering, session: Session, stages: Mapping[int, int]
) -> tuple[Message, Session] | None:
    """One message of all sayings, and the session that knows its choices; None if none is said.

    The last saying with choices gives the buttons; `stages` maps a ticket's id to the stage that
    its buttons name.
    """
    if not says:
        return None
    asking = next((say for say in reversed(says) if say.choices), says[-1])
    offers = tuple(
        Offer(
            reader.texts.words(reader.language, choice.words, reader.now),
            address(choice.action, session, stages),
        )
        for choice in asking.choices
    )
    text = "\n\n".join(filter(None, (reader.words(say) for say in says)))
    if not reader.capabilities.buttons:
        text = "\n".join((text, *_typed(asking, offers, reader, session))).strip()
    rows = _rows(asking.choices, offers) if reader.capabilities.buttons else ()
    cards = {say.card for say in says}
    card = asking.card if len(cards) == 1 or asking.card else ""
    attached = next((say.file for say in says if say.file), None)
    message = Message(text=text, rows=rows, card=card, file=attached)
    return message, _offering(session, asking, offers)


def _offering(session: Session, asking: Say, offers: tuple[Offer, ...]) -> Session:
    """What may be typed now: what is offered, or asked; words that do neither leave it as it was.

    Of what a dialog offered nothing is left once that is over.
    """
    if offers or asking.card.startswith(QUESTION):
        return replace(session, offers=offers, typed=asking.typed if offers else "number")
    if session.stack or not any(one.data.startswith(OF_DIALOG) for one in session.offers):
        return session
    return replace(session, offers=(), typed="number")


def address(action: str, session: Session, stages: Mapping[int, int]) -> str:
    """The data of a button: `v1:kind:id:revision:action`, at most 64 bytes."""
    kind, _, rest = action.partition(":")
    if kind == "g":
        return f"v1:g:0:0:{rest}"
    if kind == "t":
        ticket, _, act = rest.partition(":")
        return f"v1:t:{ticket}:{stages.get(int(ticket), 0)}:{act}"
    serial = session.stack[-1].serial if session.stack else 0
    return f"v1:d:{serial}:{session.prompt}:{action}"


def _typed(
    asking: Say, offers: tuple[Offer, ...], reader: Rendering, session: Session
) -> tuple[str, ...]:
    """The choices as lines to be typed: by number, or by word where a value is asked."""
    if asking.typed == "word":
        pairs = zip(offers, asking.choices, strict=True)
        named = [offer.words for offer, choice in pairs if not choice.wants]
        spoken = [words for words in named if not words.isdecimal()]
        if not spoken:
            return ()
        ways = Phrase("typed-words", {"words": " / ".join(spoken)})
        return (reader.texts.words(reader.language, ways, reader.now),)
    lines = [f"{number} {offer.words}" for number, offer in enumerate(offers, 1)]
    if session.stack and session.stack[-1].trail and lines:
        lines.append(reader.texts.words(reader.language, Phrase("typed-back"), reader.now))
    return tuple(lines)


def _rows(choices: Sequence[Choice], offers: Sequence[Offer]) -> tuple[tuple[Button, ...], ...]:
    """Buttons in rows: those of one named row together, short neighbours in pairs."""
    rows: list[list[Button]] = []
    last: Choice | None = None
    for choice, offer in zip(choices, offers, strict=True):
        button = Button(offer.words, offer.data, choice.style, choice.wants)
        if last is not None and _beside(last, choice, rows[-1], button):
            rows[-1].append(button)
        else:
            rows.append([button])
        last = choice
    return tuple(tuple(row) for row in rows)


def _beside(last: Choice, choice: Choice, row: list[Button], button: Button) -> bool:
    if choice.row or last.row:
        return choice.row == last.row and len(row) < 8
    return len(row) == 1 and _cells(row[0].words) <= WIDE and _cells(button.words) <= WIDE


def _cells(words: str) -> int:
    """How wide words are: a Chinese character takes two cells."""
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in words)
