"""A formal paper as values: its sections, their lines, the place to sign. Nothing is laid out."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.model import Arg, Language


@dataclass(frozen=True, slots=True)
class Line:
    """Words, with what stands left of them (a name, a date) and below them in small print."""

    words: Arg
    label: Arg = ""
    small: Arg = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading ("" for none); `numbered` ones count from 1."""

    lines: tuple[Line, ...]
    heading: Arg = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper about the ticket `number`, in words of `language`, as of `made` (aware UTC).

    `mark` stands under the title ("" for none): that it is not the final one. `signing` are the
    lines at the end beside which somebody signs. `foot` is small print below all.
    """

    title: Arg
    number: str
    language: Language
    made: datetime
    sections: tuple[Section, ...]
    mark: Arg = ""
    signing: tuple[Line, ...] = ()
    foot: Arg = ""
