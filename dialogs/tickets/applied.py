"""What a move of a ticket brings about, or why it is not allowed: values for who applies it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.model import Arg, Attached, Choice, Json, Phrase
from dialogs.tickets.ticket import Entry, Task, Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """A message to the subscriber: its code in domain.md §9 and what its text needs.

    `card` names the message that later ones of the same name may replace, "" for one of its own.
    `fields` are those of the move: with them it can be made anew when its rest is over.
    """

    code: str  # "M09"
    args: Mapping[str, Arg] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    file: Attached | None = None
    card: str = ""
    fields: Mapping[str, Json] = field(default_factory=dict)

    @property
    def words(self) -> Phrase:
        """The text of the message: the Fluent key of a code is the code in small letters."""
        return Phrase(self.code.lower(), self.args)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The ticket after one or more moves, a timeline entry for each, what to tell and to do.

    The ticket's revision has grown by one for each entry.
    """

    ticket: Ticket
    entries: tuple[Entry, ...] = ()
    notices: tuple[Notify, ...] = ()
    tasks: tuple[Task, ...] = ()

    def then(self, later: "Applied") -> "Applied":
        """Both, `later` having been applied to this ticket."""
        return Applied(
            ticket=later.ticket,
            entries=self.entries + later.entries,
            notices=self.notices + later.notices,
            tasks=self.tasks + later.tasks,
        )


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Why a move cannot be made, as a Fluent key with arguments; an answer, not an error."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)

    @property
    def words(self) -> Phrase:
        """What to tell the one who tried."""
        return Phrase(self.key, self.args)
