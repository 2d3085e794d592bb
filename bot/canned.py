"""Ready answers as staff use them: those that fit a ticket, filled in in the reader's words.

Variables are filled in when a message is looked at or sent, whoever typed them. Names are not
filled in before that, since the desk shows them masked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.stage import Stage, Work
from dialogs.catalogue.canned import fits
from dialogs.model import Arg, Language, Phrase
from dialogs.tickets import filling
from dialogs.tickets.ticket import Ticket
from storage import canned
from storage.canned import Own

FILLED = frozenset({"reply", "thank", "ask", "solve", "final"})  # moves whose words are filled in


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An answer to choose: its title for staff, and its words for the subscriber.

    `language` is theirs, or the one that it is written in alone.
    """

    code: str
    title: Arg
    words: str
    language: Language


def ready(work: Work, ticket: Ticket, language: Language, who: int) -> tuple[Ready, ...]:
    """What fits the ticket: staff member `who`'s own, then everybody's, then the catalogue's."""
    own = canned.of(work.c, who)
    return (*_own(own, ticket, language), *_shared(work.stage, ticket, language))


def _own(own: tuple[Own, ...], ticket: Ticket, language: Language) -> Iterator[Ready]:
    for one in own:
        if fits(one.categories, one.departments, ticket.filing.category, ticket.department):
            said = language if language in one.words else next(iter(one.words))
            yield Ready(code=f"o{one.id}", title=one.title, words=one.words[said], language=said)


def _shared(stage: Stage, ticket: Ticket, language: Language) -> Iterator[Ready]:
    for one in stage.house.catalogue.answers.values():
        if fits(one.categories, one.departments, ticket.filing.category, ticket.department):
            words = one.text.words[language]
            yield Ready(code=f"c{one.code}", title=one.label, words=words, language=language)


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in variables for one ticket, in one language; `agent` is who writes."""

    stage: Stage
    ticket: Ticket
    language: Language
    agent: str
    now: datetime

    def shown(self, words: str) -> str:
        """The words with all that may be seen before they are sent."""
        open_ones = {
            name: self._said(value)
            for name, value in self._values().items()
            if name not in filling.PERSONAL
        }
        return filling.filled(words, open_ones)

    def lacking(self, words: str) -> Phrase | None:
        """Why the words cannot go out: a variable that the ticket cannot fill; None for none."""
        missing = filling.lacking(words, self._values())
        return Phrase("desk-wrong-variable", {"variable": f"{{{missing}}}"}) if missing else None

    def whole(self, words: str) -> str:
        """The words as they go out."""
        known = self._values()
        return filling.filled(words, {name: self._said(value) for name, value in known.items()})

    def _values(self) -> dict[str, Arg]:
        return filling.values(self.ticket, self.stage.house, self.agent, self.now)

    def _said(self, value: Arg) -> str:
        return self.stage.texts.words(self.language, value, self.now)
