"""What somebody of the staff is about to do to a ticket in the group: chosen and written so far.

A draft is a value that is stored as it is, so a restart costs nobody a word. Nothing of it reaches
the subscriber before it is sent, and it is sent at the revision that was looked at.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from dialogs.answers import Refused
from dialogs.model import Arg, Json, Move, Phrase
from dialogs.tickets.ticket import Role
from dialogs.values import quick, replace

MOST = 4000  # characters of what is written; what the moves take


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft of one person: `kind` is the button that began it (`hands.HANDS`).

    `revision`: the ticket's, as it was when the person last looked; `begun`: as it was at first.
    `rev` grows with every change of the draft and is what its buttons name. `fields` are the
    answers by question, `trail` the questions answered here, oldest first.
    """

    kind: str
    ticket: int
    revision: int
    begun: int
    id: int = 0
    staff: int = 0
    name: str = ""
    rev: int = 0
    fields: Mapping[str, Json] = field(default_factory=dict)
    trail: tuple[str, ...] = ()

    def answered(self, question: str, changes: Mapping[str, Json]) -> "Draft":
        """The draft after an answer to this question; None takes a field away."""
        merged = {**self.fields, **changes}
        kept = {name: value for name, value in merged.items() if value is not None}
        trail = (*(one for one in self.trail if one != question), question)
        return replace(self, fields=kept, trail=trail, rev=self.rev + 1)

    def back(self, fields_of: Mapping[str, Sequence[str]]) -> "Draft":
        """The draft before its last answer; `fields_of` names what each question filled."""
        if not self.trail:
            return self
        last = self.trail[-1]
        gone = {last, *fields_of.get(last, ())}
        kept = {name: value for name, value in self.fields.items() if name not in gone}
        return replace(self, fields=kept, trail=self.trail[:-1], rev=self.rev + 1)

    def at(self, revision: int) -> "Draft":
        """The same draft, looked at beside the ticket as it is at this revision."""
        return replace(self, revision=revision, rev=self.rev + 1)


@quick
@dataclass(frozen=True, slots=True)
class Written:
    """Words that somebody wrote in the group: in which message, "" where a button said them."""

    words: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes of a press or of words: the draft as it is then, None when it is over.

    `order` is to be made of it, `toast` is told to who pressed, `refused` is why an answer does
    not fit.
    """

    draft: Draft | None
    order: Move | None = None
    toast: Phrase | None = None
    refused: Refused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A draft as the subscriber would read it, made on paper by the life-cycle.

    `shown` are the messages, `when` how and when they go. `gaps` is how an offer answers the
    wishes. `leave` is the role whose leave an offer needs, `why` the reason; or `refused`, why it
    cannot be done as it stands.
    """

    shown: tuple[Arg, ...] = ()
    when: Arg = ""
    gaps: tuple[Arg, ...] = ()
    leave: Role | None = None
    why: Arg = ""
    refused: Arg = ""


Parts: TypeAlias = "list[Json]"


def parts(draft: Draft, name: str) -> list[Mapping[str, Json]]:
    """What was written for a question, message by message."""
    found = draft.fields.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def words(draft: Draft, name: str) -> str:
    """What was written for a question, whole."""
    lines = (str(one.get("words", "")) for one in parts(draft, name))
    return "\n".join(line for line in lines if line)[:MOST]


def chosen(draft: Draft, name: str) -> tuple[str, ...]:
    """What was chosen for a question, in the order chosen."""
    found = draft.fields.get(name)
    if isinstance(found, str):
        return (found,)
    return tuple(str(one) for one in found) if isinstance(found, list) else ()


def added(draft: Draft, name: str, new: Written) -> Draft:
    """The draft with words more; those of a message that is there already take their place."""
    part: Json = {"message": new.message, "words": new.words.strip()}
    kept = parts(draft, name)
    places = [n for n, one in enumerate(kept) if new.message and one.get("message") == new.message]
    lines: list[Json] = [dict(one) for one in kept]
    if places:
        lines[places[0]] = part
    else:
        lines.append(part)
    return draft.answered(name, {name: lines})
