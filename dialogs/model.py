"""The words all rooms share: events, sessions, sayings, orders. Values only, nothing acts here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from dialogs.values import quick, replace

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Language: TypeAlias = str  # a BCP 47 tag for which texts/ holds a file: "zh-CN", "en"


@quick
@dataclass(frozen=True, slots=True)
class Address:
    """Where a conversation is held: the channel, the bot's own id there, the channel's chat id."""

    channel: str  # "telegram", "web", "wechat", "console"
    bot: str
    chat: str


@quick
@dataclass(frozen=True, slots=True)
class Text:
    """Words that a person typed; `reply_to` is the channel's id of the message replied to."""

    text: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the channel's menu, without slash: name "status", argument what follows."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A pressed button: its data as we sent it; `query` answers the press (Telegram), else "".

    `typed`: not pressed, but named by number or word.
    """

    data: str
    query: str = ""
    message: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared contact card; `own` only when the channel vouches that it is the sender's."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Location:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class File:
    """A file on its way: `ref` is how the channel fetches it, `size` bytes (0 when unknown)."""

    kind: str  # "photo", "voice", "video", "document"
    ref: str
    name: str = ""
    mime: str = ""
    size: int = 0
    caption: str = ""
    group: str = ""  # the album it belongs to


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that its sender rewrote; `message` is the channel's id of the original."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something that we cannot use: a sticker, a poll, a dice."""

    kind: str


@dataclass(frozen=True, slots=True)
class Reachable:
    """The person blocked the bot (False) or let it back in (True)."""

    reachable: bool


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A stored due time has come: of this chat's dialog (kind "dialog"), or the one to ask its
    question once more, since nobody could reach us for a while ("outage").
    """

    kind: str


What: TypeAlias = (
    Text | Command | Tap | Contact | Location | File | Edited | Unsupported | Reachable | Elapsed
)


@quick
@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a chat handed over. `id` is unique per channel and bot and kills doubles.

    `at` is aware UTC. `message` is the channel's id of the message that carried it (replies and
    edits refer to it). `language` is the channel's hint at the person's language, "" if none.
    `private` is False in groups, where nothing personal may be said; `thread` is a forum's topic.
    `sender` is the channel's own id of who did it, "" where it names nobody.
    """

    id: str
    address: Address
    at: datetime
    what: What
    message: str = ""
    language: str = ""
    name: str = ""
    private: bool = True
    thread: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units: Money(9400, "CNY") is 94 yuan; "" is the operator's currency."""

    minor: int
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to be shown in the operator's zone: date and, unless `day_only`, hour and minute.

    `expected`: it was counted in days whose holidays are not published yet, and says so.
    """

    at: datetime
    day_only: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words that come from the catalogue, one text per language."""

    words: Mapping[Language, str]


@quick
@dataclass(frozen=True, slots=True)
class Phrase:
    """A text by its Fluent key and arguments; may be an argument of another."""

    key: str
    args: "Mapping[str, Arg]" = field(default_factory=dict)


Arg: TypeAlias = (
    "str | int | Decimal | date | Money | Moment | Label | Phrase | tuple[Arg, ...] | Joined"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts set one after another with the language's own list comma (、 or ", ")."""

    parts: tuple[Arg, ...]


# A bare tuple of Args is a paragraph: one part a line. None of its parts may be empty.


@quick
@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its words, and what it does as an action.

    An action is an answer to the current step ("submit"), or absolute: "t:ID:ACTION" for a
    ticket's button, "g:COMMAND" for a command. The renderer turns each into
    `v1:kind:id:revision:action`.
    """

    words: Arg
    action: str
    style: str = ""  # "primary", "success", "danger" or none
    wants: str = ""  # "contact": the channel may ask for the own number with this button
    row: int = 0  # choices with the same row > 0 stand side by side


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of ours that goes out with a saying: made at send time from the ticket."""

    kind: str  # "confirmation:2", of the second proposal
    ticket: int
    name: str


@quick
@dataclass(frozen=True, slots=True)
class Say:
    """One thing to say. `card` names a message that later sayings of the same name may replace."""

    words: Arg
    choices: tuple[Choice, ...] = ()
    typed: str = "number"  # "number": choices may be typed by number or word; "word": by word only
    card: str = ""
    file: Attached | None = None


@quick
@dataclass(frozen=True, slots=True)
class Frame:
    """A dialog in progress: names only, never positions; `trail` the states walked, newest last."""

    dialog: str
    version: int
    serial: int
    state: str = "start"
    draft: Mapping[str, Json] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    misses: int = 0

    def answered(self, changes: Mapping[str, Json]) -> "Frame":
        """The same frame after answers: None deletes a key of the draft."""
        merged = {**self.draft, **changes}
        kept = {name: value for name, value in merged.items() if value is not None}
        return replace(self, draft=kept)


@quick
@dataclass(frozen=True, slots=True)
class Offer:
    """A choice that the last message put before the person: its words as read, and its data."""

    words: str
    data: str


@quick
@dataclass(frozen=True, slots=True)
class Session:
    """All that a chat's conversation stands on between two events; `due` wakes it (aware UTC)."""

    stack: tuple[Frame, ...] = ()
    prompt: int = 0
    serial: int = 0
    offers: tuple[Offer, ...] = ()
    typed: str = "number"
    pressed: str = ""  # the button that was answered last, to know its second press
    due: datetime | None = None
    nudged: bool = False
    asked_which: datetime | None = None  # when the chat was last asked which ticket is meant
    which: int = 0  # and the ticket that it named
    silent_until: datetime | None = None  # a named person has the word until then
    silent_by: str = ""  # and this is the name
    loose: str = ""  # words last added to a ticket, should they be a new matter after all
    album: str = ""  # the last album answered, so that its other pictures stay silent


@dataclass(frozen=True, slots=True)
class Agree:
    """The person agreed to this version of the notice."""

    version: str


@dataclass(frozen=True, slots=True)
class Speak:
    """The person chose a language."""

    language: Language


@dataclass(frozen=True, slots=True)
class Prefer:
    """The person's settings: notify "all", "decisions" or "none"; surveys yes or no."""

    notify: str | None = None
    surveys: bool | None = None


@dataclass(frozen=True, slots=True)
class Verify:
    """The channel vouched that this number is the person's own."""

    phone: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How else this person can be reached (web chat), or that the chat can no longer be."""

    phone: str = ""
    reachable: bool | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """File the draft as a ticket; the fields are those of `tickets.ticket.Filing`, as JSON.

    `apart`: tickets that the person said it is not about. `repeats`: the one whose matter it is
    once more, 0 if none was named; `reason`: why its result did not satisfy. `place`: which matter
    of a parted draft it is, from 0.
    """

    draft: Mapping[str, Json]
    apart: tuple[int, ...] = ()
    repeats: int = 0
    reason: str = ""
    incident: int = 0  # the known trouble that the person had it added to
    planned: int = 0  # the announced work that this comes of
    place: int = 0


@dataclass(frozen=True, slots=True)
class OpenSeveral:
    """File the matters of one story together, all of them or none.

    `files`: for which of them (from 0) a file of the draft is, by its `ref`; any other is for all.
    """

    each: tuple[Open, ...]
    files: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Move:
    """A move of the ticket's life: name and fields as `tickets.lifecycle` lists them.

    The field `drafted` says that the files of this chat's draft come with it.
    """

    ticket: int
    name: str
    fields: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep the file that this event carries, with a ticket or (None) with the draft.

    `words` are said if it is kept; why it is not, otherwise. `shows` is the code of the evidence
    that it was asked for as, "" for none.
    """

    ticket: int | None = None
    words: Phrase | None = None
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Summon:
    """A person is asked for; `ticket` when it is about one, `call` when by phone."""

    ticket: int | None = None
    words: str = ""
    call: bool = False


@dataclass(frozen=True, slots=True)
class Contacted:
    """A contact that no ticket was made of: its kind, the article shown last, how it ended.

    `outcome` is "" while it goes on; what is noted later is about the same contact.
    """

    kind: str  # "inquiry", "consultation", "suspected", "company"
    article: str = ""
    outcome: str = ""  # "helped", "complaint", "human", "declined", "ticket", "sent_on"


FOLLOW = "follow-"  # what a link of a filing by hand starts the bot with, before its token


@dataclass(frozen=True, slots=True)
class Follow:
    """The person came by a link of a filing by hand: what is behind it belongs to this chat."""

    token: str


Deed: TypeAlias = (
    Agree | Speak | Prefer | Verify | Reach | Open | OpenSeveral | Move | Keep | Summon | Contacted
)
Order: TypeAlias = Deed | Follow


@quick
@dataclass(frozen=True, slots=True)
class Turn:
    """The result of one event: the session after it, what to say, what to do, a toast if tapped."""

    session: Session
    replies: tuple[Say, ...] = ()
    orders: tuple[Order, ...] = ()
    toast: Phrase | None = None
