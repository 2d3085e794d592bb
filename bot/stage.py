"""What every step stands on, made once at the start: house, texts, channels, limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Capabilities, Channel
from bot.render import Rendering
from dialogs.house import House
from dialogs.model import Language
from dialogs.play import Rooms
from dialogs.texts import Texts
from storage import Connection
from storage.chats import Person


@dataclass(frozen=True, slots=True)
class Stage:
    """The unchanging part of a step. `default` is the language of those who hinted at none."""

    house: House
    rooms: Rooms
    texts: Texts
    channels: Mapping[str, Channel]
    default: Language = "zh-CN"
    files_per_ticket: int = 10

    def capabilities(self, channel: str) -> Capabilities:
        """What a channel can show; a channel that is off now is rendered as one with buttons."""
        known = self.channels.get(channel)
        return known.capabilities if known else Capabilities()

    def reader(self, channel: str, language: Language, now: datetime) -> Rendering:
        """Rendering for one reader."""
        return Rendering(self.texts, language, self.capabilities(channel), now)

    def language(self, hint: str) -> Language:
        """The language nearest to a channel's hint ("zh-hans", "en-GB"), or the operator's own."""
        short = hint.partition("-")[0].lower()
        known = (tag for tag in self.texts.languages if tag.partition("-")[0].lower() == short)
        return next(known, self.default)


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction at one moment: what a step hands to all that it calls."""

    stage: Stage
    c: Connection
    now: datetime

    def reader(self, person: Person) -> Rendering:
        """Rendering for this person."""
        return self.stage.reader(person.address.channel, person.language, self.now)
