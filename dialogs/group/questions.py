"""The questions that the small dialogs are made of: words, one of several, some of several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dialogs import answers
from dialogs.answers import Refused
from dialogs.group import draft as drafts
from dialogs.group.draft import Draft, Written
from dialogs.group.panel import Key
from dialogs.group.scene import Scene
from dialogs.model import Arg, Json, Label, Phrase
from dialogs.values import replace

PICK = "pick."
MARK = "✓ "


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from."""

    code: str
    words: Arg


Options: TypeAlias = Callable[[Draft, Scene], Sequence[Option]]


class Question(Protocol):
    """One step of a draft."""

    @property
    def name(self) -> str:
        """The field that it fills, and what its text is called."""
        ...

    def open(self, draft: Draft, scene: Scene, /) -> bool:
        """Whether it still has to be answered."""
        ...

    def keys(self, draft: Draft, scene: Scene, /) -> tuple[Key, ...]:
        """Its buttons; their actions go to `press`."""
        ...

    def press(self, draft: Draft, action: str, scene: Scene, /) -> Draft | None:
        """The draft after one of its buttons; None for an action that is not its own."""
        ...

    def typed(self, draft: Draft, new: Written, scene: Scene, /) -> Draft | Refused | None:
        """The draft after words; why they do not fit; None where it does not ask for words."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """Asks for words. `skip` names the button that leaves them out, `keep` what can be kept."""

    name: str
    skip: str = ""
    keep: Callable[[Scene], str] = lambda _scene: ""

    def open(self, draft: Draft, _scene: Scene) -> bool:
        return self.name not in draft.fields

    def keys(self, _draft: Draft, scene: Scene) -> tuple[Key, ...]:
        found = []
        if self.keep(scene):
            found.append(Key(Phrase("group-keep"), "keep"))
        if self.skip:
            found.append(Key(Phrase(self.skip), "skip"))
        return tuple(found)

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        if action == "skip" and self.skip:
            return draft.answered(self.name, {self.name: []})
        if action == "keep" and self.keep(scene):
            return drafts.added(draft, self.name, Written(self.keep(scene)))
        return None

    def typed(self, draft: Draft, new: Written, _scene: Scene) -> Draft | Refused | None:
        if not new.words.strip():
            return Refused("not-allowed-no-words")
        return drafts.added(draft, self.name, new)


@dataclass(frozen=True, slots=True)
class One:
    """Asks for one of several. `given` is what is known without asking, "" for nothing."""

    name: str
    options: Options
    given: Callable[[Scene], str] = lambda _scene: ""

    def open(self, draft: Draft, scene: Scene) -> bool:
        return not self.value(draft, scene)

    def keys(self, draft: Draft, scene: Scene) -> tuple[Key, ...]:
        return tuple(Key(one.words, PICK + one.code) for one in self.options(draft, scene))

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        code = action.removeprefix(PICK)
        if not action.startswith(PICK) or code not in _codes(self.options(draft, scene)):
            return None
        return draft.answered(self.name, {self.name: code})

    def typed(self, draft: Draft, new: Written, scene: Scene) -> Draft | Refused | None:
        found = named(new.words, self.options(draft, scene))
        return draft.answered(self.name, {self.name: found[0]}) if len(found) == 1 else None

    def value(self, draft: Draft, scene: Scene) -> str:
        """What was chosen, else what is known."""
        picked = drafts.chosen(draft, self.name)
        return picked[0] if picked else self.given(scene)


@dataclass(frozen=True, slots=True)
class Some:
    """Asks for some of several; with `own`, for own words as well, which stand in that field."""

    name: str
    options: Options
    own: str = ""

    def open(self, draft: Draft, _scene: Scene) -> bool:
        return self.name not in draft.trail

    def keys(self, draft: Draft, scene: Scene) -> tuple[Key, ...]:
        picked = drafts.chosen(draft, self.name)
        found = [
            Key(ticked(one.words, one.code in picked), PICK + one.code)
            for one in self.options(draft, scene)
        ]
        if picked or (self.own and drafts.parts(draft, self.own)):
            found.append(Key(Phrase("group-next"), "next", style="primary"))
        return tuple(found)

    def press(self, draft: Draft, action: str, scene: Scene) -> Draft | None:
        picked = drafts.chosen(draft, self.name)
        written = self.own and drafts.parts(draft, self.own)
        if action == "next" and (picked or written):
            return draft.answered(self.name, {})
        code = action.removeprefix(PICK)
        if not action.startswith(PICK) or code not in _codes(self.options(draft, scene)):
            return None
        kept: list[Json] = [one for one in picked if one != code]
        return _still(draft, self.name, kept if code in picked else [*kept, code])

    def typed(self, draft: Draft, new: Written, scene: Scene) -> Draft | Refused | None:
        found = named(new.words, self.options(draft, scene))
        if found:
            picked = dict.fromkeys((*drafts.chosen(draft, self.name), *found))
            return draft.answered(self.name, {self.name: list(picked)})
        if not self.own:
            return None
        return drafts.added(draft, self.own, new).answered(self.name, {})


def _still(draft: Draft, name: str, picked: list[Json]) -> Draft:
    """The draft with other choices, the question still open."""
    changed = draft.answered(name, {name: picked})
    trail = tuple(one for one in changed.trail if one != name)
    return replace(changed, trail=trail)


def ticked(words: Arg, on: bool) -> Arg:
    """A choice that is taken carries a mark before its words."""
    return Phrase("group-ticked", {"words": words}) if on else words


def named(typed: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The options that words name: by number ("1 3"), or by their label in either language."""
    listed = answers.choices(typed, len(options)) if options else None
    if listed is not None:
        return tuple(dict.fromkeys(options[place].code for place in listed))
    told = typed.strip().casefold()
    return tuple(one.code for one in options if told in _labels(one.words))


def _labels(words: Arg) -> frozenset[str]:
    if isinstance(words, Label):
        return frozenset(one.casefold() for one in words.words.values())
    return frozenset({words.casefold()}) if isinstance(words, str) else frozenset()


def _codes(options: Sequence[Option]) -> frozenset[str]:
    return frozenset(one.code for one in options)
