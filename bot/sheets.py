"""A formal paper in words: each value said in the paper's language, and all of it as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dialogs.appeals.sheet import Line, Section, Sheet
from dialogs.model import Arg
from dialogs.texts import Texts

ANOTHER_YEAR = datetime(1970, 1, 1, tzinfo=UTC)  # a paper is read years later: dates have years
COLONS = {"zh": "："}  # between a label and its words; elsewhere ": "


@dataclass(frozen=True, slots=True)
class Said:
    """A line in words; "" for a label or small print that it does not have."""

    words: str
    label: str = ""
    small: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section in words."""

    heading: str
    lines: tuple[Said, ...]
    numbered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A sheet in words, ready to be printed; `made` aware UTC, `colon` what follows a label."""

    title: str
    mark: str
    number: str
    language: str
    parts: tuple[Part, ...]
    signing: tuple[Said, ...]
    foot: str
    made: datetime
    colon: str


def written(sheet: Sheet, texts: Texts) -> Written:
    """The sheet in the words of its language."""

    def words(arg: Arg) -> str:
        return texts.words(sheet.language, arg, ANOTHER_YEAR)

    def said(line: Line) -> Said:
        return Said(words(line.words), words(line.label), words(line.small))

    def part(one: Section) -> Part:
        return Part(words(one.heading), tuple(map(said, one.lines)), one.numbered)

    return Written(
        title=words(sheet.title),
        mark=words(sheet.mark),
        number=sheet.number,
        language=sheet.language,
        parts=tuple(part(one) for one in sheet.sections if one.lines),
        signing=tuple(map(said, sheet.signing)),
        foot=words(sheet.foot),
        made=sheet.made,
        colon=COLONS.get(sheet.language.partition("-")[0], ": "),
    )


def plain(paper: Written) -> str:
    """All of it as text, for whoever pastes it into a form: one line a value, sections apart."""
    blocks = [_joined((paper.title, paper.mark))]
    blocks += [_joined(_part(one, paper.colon)) for one in paper.parts]
    blocks.append(_joined(f"{one.label}{paper.colon}{one.words}" for one in paper.signing))
    blocks.append(paper.foot)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _part(part: Part, colon: str) -> Iterator[str]:
    yield part.heading
    for place, line in enumerate(part.lines, start=1):
        before = f"{place}. " if part.numbered else ""
        label = f"{line.label}{colon}" if line.label else ""
        yield f"{before}{label}{line.words}"
        for small in line.small.splitlines():
            yield f"   {small}"


def _joined(lines: "Iterator[str] | tuple[str, ...]") -> str:
    return "\n".join(filter(None, lines))
