"""What stands on the pages of the window: bubbles of each channel and language, drawings, rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Capabilities, Message
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.orders import said
from bot.preview.drawing import Drawing, draw
from bot.preview.lives import Lives, lives, messages
from bot.preview.samples import SAMPLES
from bot.preview.strolling import DOORS, Screen, Stroll, openings
from bot.render import Rendering, render
from dialogs.dialog import Dialog
from dialogs.flows import FLOWS
from dialogs.house import House
from dialogs.model import Language, Say, Session
from dialogs.table import EVERY, On
from dialogs.texts import Texts
from dialogs.tickets.lifecycle import LIFE, OPEN, ROWS, Row

# WeChat takes 2,048 bytes a message, no buttons, and five messages for one received.
WECHAT = Capabilities(buttons=False, edits=False, typing=False, characters=0, size=2048, pushes=5)
CHANNELS: Mapping[str, Capabilities] = {
    "telegram": Telegram.capabilities,
    "wechat": WECHAT,
    "web": Web.capabilities,
}


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as a channel of one language shows it; `parts`: as how many it travels."""

    channel: str
    language: Language
    message: Message
    parts: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen or a message with its name, in every language on every channel."""

    name: str
    bubbles: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a table in words: where, on what, under which condition, what then."""

    source: str
    trigger: str
    when: str
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its scenes, and the table that routes them where it is a dialog's or the ticket's."""

    name: str
    scenes: tuple[Scene, ...]
    drawing: Drawing | None = None
    rows: tuple[Rule, ...] = ()


def sheets(house: House, texts: Texts, now: datetime) -> tuple[Sheet, ...]:
    """All pages. Raises ValueError where a step of a dialog is met by no way."""
    found = {tag: lives(house, sample, now) for tag, sample in SAMPLES.items()}
    strolls = {
        tag: _strolled(Stroll(house, texts, sample, found[tag], now))
        for tag, sample in SAMPLES.items()
    }
    dialogs = (_dialog(one, strolls, texts, now) for one in FLOWS)
    drawn = draw(LIFE.states, LIFE.rows, LIFE.initial)
    life = Sheet("ticket", _messages(found, texts, now), drawn, tuple(map(_of_ticket, ROWS)))
    return (*dialogs, _doors(strolls, texts, now), life)


def _strolled(stroll: Stroll) -> Stroll:
    stroll.walk(openings(stroll.sample, stroll.now))
    if lacking := [" ".join(one) for one in stroll.lacking()]:
        raise ValueError(
            f"no way leads to {', '.join(lacking)}: give it an opening in strolling.py"
        )
    return stroll


def _dialog(
    dialog: Dialog, strolls: Mapping[Language, Stroll], texts: Texts, now: datetime
) -> Sheet:
    table = dialog.table()
    drawn = draw(table.states, dialog.rows, table.initial)
    rules = tuple(map(_of_dialog, table.rows))
    return Sheet(dialog.name, tuple(_scenes(dialog.name, strolls, texts, now)), drawn, rules)


def _of_dialog(row: On) -> Rule:
    when = row.when.__name__.replace("_", " ") if row.when else ""
    return Rule("every state" if row.source == EVERY else row.source, row.trigger, when, row.target)


def _of_ticket(row: Row) -> Rule:
    """A move: who may make it stands with its condition."""
    many = "every open state" if len(row.sources) >= len(OPEN) else ", ".join(row.sources)
    who = ", ".join(sorted(row.roles))
    when = f"{who}: {row.guard.replace('_', ' ')}" if row.guard else who
    return Rule(many or "a draft", row.move, when, row.target or "stays")


def _doors(strolls: Mapping[Language, Stroll], texts: Texts, now: datetime) -> Sheet:
    return Sheet(DOORS, tuple(_scenes(DOORS, strolls, texts, now)))


def _scenes(
    dialog: str, strolls: Mapping[Language, Stroll], texts: Texts, now: datetime
) -> Iterator[Scene]:
    """The screens of one dialog that are met in every language, in the order they are met."""
    first = next(iter(strolls.values()))
    for key in first.screens:
        shown = {tag: one.screens.get(key) for tag, one in strolls.items()}
        if key[0] == dialog:
            every = {tag: screen for tag, screen in shown.items() if screen is not None}
            name = " · ".join(filter(None, key[1:]))
            yield Scene(name, tuple(_shown(every, texts, now)))


def _shown(screens: Mapping[Language, Screen], texts: Texts, now: datetime) -> Iterator[Bubble]:
    for tag, screen in screens.items():
        yield from bubbles(screen.says, screen.session, screen.stages, tag, texts, now)


def bubbles(  # noqa: PLR0913, PLR0917  what is said, to whom, when
    says: Sequence[Say],
    session: Session,
    stages: Mapping[int, int],
    language: Language,
    texts: Texts,
    now: datetime,
) -> Iterator[Bubble]:
    """The same words on every channel."""
    for name, shows in CHANNELS.items():
        rendered = render(says, Rendering(texts, language, shows, now), session, stages)
        if rendered is not None:
            yield Bubble(name, language, rendered[0], _parts(rendered[0].text, shows))


def _parts(text: str, shows: Capabilities) -> int:
    size, most = len(text.encode()), shows.size
    return -(-size // most) if most else -(-len(text) // (shows.characters or len(text)))


def _messages(found: Mapping[Language, Lives], texts: Texts, now: datetime) -> tuple[Scene, ...]:
    """The messages of a ticket's life, in every language."""
    told: dict[str, list[Bubble]] = {}
    for tag, one in found.items():
        for code, notice, ticket in messages(one):
            stages = {ticket.id: ticket.stage}
            made = bubbles((said(notice),), Session(), stages, tag, texts, now)
            told.setdefault(code, []).extend(made)
    return tuple(Scene(code, tuple(each)) for code, each in told.items())
