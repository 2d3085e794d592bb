"""One person at one draft as the group shows it: presses by label, words, what stands there."""

from dataclasses import dataclass, field
from datetime import datetime

from dialogs.group import card, face, hands, talk
from dialogs.group.draft import Draft, Looked, Turn, Written
from dialogs.group.panel import Key, pressed
from dialogs.group.scene import Scene
from dialogs.model import Arg, Move, Phrase
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Actor, Entry, Role, Ticket
from tests.dialogs.tickets.office import LI, MONDAY, house, texts

EVERYBODY = frozenset({Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN})
URL = "https://desk.example/desk/t/TS26110004277"


def scene(
    ticket: Ticket,
    by: Actor | None = None,
    now: datetime = MONDAY,
    roles: frozenset[Role] = EVERYBODY,
    entries: tuple[Entry, ...] = (),
) -> Scene:
    """The ticket as the group sees it."""
    return Scene(
        ticket=ticket,
        house=house(),
        now=now,
        by=by,
        roles=roles,
        entries=entries,
        channel="telegram",
        url=URL,
    )


def said(words: Arg, language: str = "zh-CN", now: datetime = MONDAY) -> str:
    return texts().words(language, words, now)


def labels(keys: tuple[Key, ...], language: str = "zh-CN") -> list[str]:
    return [said(one.words, language) for one in keys]


def shown(one: Scene, language: str = "zh-CN") -> str:
    """The card and its buttons as they are read."""
    buttons = " ".join(f"[{label}]" for label in labels(hands.keys(one), language))
    return f"{said(card.card(one), language, one.now)}\n{buttons}"


@dataclass
class Desk:
    """A draft that somebody works on. `made` is the move that came of it."""

    scene: Scene
    draft: Draft | None = None
    made: Move | None = None
    last: Turn | None = None
    looked: Looked | None = None
    written: int = 0
    log: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, kind: str, ticket: Ticket, by: Actor = LI) -> "Desk":
        room = scene(ticket, by)
        draft = talk.begin(kind, room, by.staff, by.name)
        assert isinstance(draft, Draft), draft
        return cls(room, draft)

    def presses(self, label: str) -> None:
        """A button by its words; its data goes the way that a press goes."""
        assert self.draft is not None
        keys = face.face(self.draft, self.scene, self.looked).keys
        key = next((one for one in keys if said(one.words) == label), None)
        assert key is not None, (label, labels(keys))
        press = pressed(key.action)
        assert press is not None
        assert press.revision == self.draft.rev
        self._take(talk.press(self.draft, press.action, self.scene))

    def writes(self, words: str, message: str = "") -> None:
        assert self.draft is not None
        self.written += 1
        new = Written(words, message or f"m{self.written}")
        turn = talk.typed(self.draft, new, self.scene)
        assert turn is not None, words
        self._take(turn)

    def _take(self, turn: Turn) -> None:
        self.draft, self.last = turn.draft, turn
        self.made = turn.order or self.made

    @property
    def reads(self) -> str:
        """What stands in the group now."""
        assert self.draft is not None
        why = self.last.refused if self.last else None
        refused: Arg = Phrase(why.key, dict(why.args)) if why else ""
        panel = face.face(self.draft, self.scene, self.looked, refused)
        buttons = " ".join(f"[{label}]" for label in labels(panel.keys))
        return f"{said(panel.words)}\n{buttons}"


def why(kind: str, ticket: Ticket, by: Actor) -> str:
    """Why this person cannot begin it."""
    found = talk.begin(kind, scene(ticket, by))
    assert isinstance(found, NotAllowed), found
    return found.key
