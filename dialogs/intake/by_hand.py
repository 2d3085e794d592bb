"""A complaint that staff write down: the draft of the chat, read and checked by the same fields.

The form is the whole state: each time it comes, the story is read anew and what was typed beside it
goes over what was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs import answers
from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.house import House
from dialogs.intake.contact import UNSURE
from dialogs.intake.draft import begun, missing
from dialogs.intake.fields import FIELDS
from dialogs.intake.filing import draft_to_file
from dialogs.intake.remedy import remedies_typed
from dialogs.model import Json, Tap, Text, What
from dialogs.tickets.ticket import Kind

TYPED = ("when", "place", "amount", "number", "contact", "name")  # answered in words
UNKNOWABLE = ("when", "place", "amount")  # "I don't know" is an answer to these
LONGEST_WINDOW = 40  # characters
# What a field says of a sentence where it asks for a figure: the chat takes it as more story.
NO_ANSWER = {"amount": "refused-amount-unclear", "number": "refused-number-unclear"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the form. A field that is not there is as the story tells it.

    `chosen`: "kind", "category" ("BIL:after_cancel") and "relation", where staff chose another than
    was read. `wishes`: codes of remedies, None as read; `wish` what is wished for in words.
    """

    story: str
    fields: Mapping[str, str] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    chosen: Mapping[str, str] = field(default_factory=dict)
    wishes: tuple[str, ...] | None = None
    wish: str = ""
    window: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The draft that a form makes: what is wrong with a field, and what is missing of it.

    `elsewhere` is the code of another company that the story seems to be about, "" for none.
    """

    scene: Scene
    wrong: Mapping[str, Refused]
    gaps: tuple[str, ...]
    elsewhere: str = ""

    @property
    def complete(self) -> bool:
        """Whether it can be filed."""
        return not self.wrong and not self.gaps

    @property
    def to_file(self) -> Mapping[str, Json]:
        """The part of the draft that is filed, as the card of the chat files it."""
        return draft_to_file(self.scene)


def read(typed: Typed, scene: Scene) -> Sheet:
    """The sheet of a form; `scene` has an empty draft and the facts of the person it is for."""
    story = answers.story(typed.story)
    if isinstance(story, Refused):
        return Sheet(scene, {"story": story}, ())
    told = scene.with_draft(_told(story, scene))
    elsewhere = str(told.draft.get("company") or "")
    sheet = told.with_draft({"company": "", "origin": typed.origin or None})
    wrong: dict[str, Refused] = {}
    for name, what in _answered(typed):
        taken = FIELDS[name].take(sheet, what)
        if isinstance(taken, Answer) and taken.trigger == "answer":
            sheet = sheet.with_draft(taken.changes)
        else:
            refused = Refused(NO_ANSWER.get(name, "refused-words"))
            wrong[name] = taken if isinstance(taken, Refused) else refused
    sheet, wish = _wished(typed, sheet)
    wrong |= {"remedy": wish} if wish else {}
    if window := typed.window.strip()[:LONGEST_WINDOW]:
        sheet = sheet.with_draft({"window": window})
    return Sheet(sheet, wrong, gaps(sheet.draft, scene.house), elsewhere)


def _told(story: str, scene: Scene) -> dict[str, Json]:
    """What the story tells; whoever has it written down complains, unless it is plainly another
    kind of contact."""
    clean, _ = answers.private_numbers(story)
    draft = begun(story, scene) or {"story": clean}
    if draft.get("kind", UNSURE) == UNSURE:
        return {**draft, "kind": str(Kind.COMPLAINT)}
    return draft


def _answered(typed: Typed) -> list[tuple[str, What]]:
    """The answers of the form in the order of the chat's questions."""
    found: list[tuple[str, What]] = []
    for name in ("kind", "category", "relation"):
        if code := typed.chosen.get(name, ""):
            found.append((name, Tap(f"pair:{code}" if name == "category" else code)))
    for name in TYPED:
        said = typed.fields.get(name, "").strip()
        if name in typed.unknown and name in UNKNOWABLE:
            found.append((name, Tap("unknown")))
        elif said:
            found.append((name, Text(said)))
    return found


def _wished(typed: Typed, scene: Scene) -> tuple[Scene, Refused | None]:
    """The wishes: those chosen, with the amounts that were told, and those in words beside them."""
    if typed.wishes is None and not typed.wish.strip():
        return scene, None
    taken = remedies_typed(scene, typed.wishes, typed.wish)
    if isinstance(taken, Refused):
        return scene, taken
    return scene.with_draft(taken), None


def gaps(draft: Mapping[str, Json], house: House) -> tuple[str, ...]:
    """All fields that are still to be asked, in the order in which the chat asks for them."""
    found: list[str] = []
    known = dict(draft)
    while (name := missing(known, house)) and name not in found:
        found.append(name)
        known[name] = {"unknown": True}
    return tuple(found)
