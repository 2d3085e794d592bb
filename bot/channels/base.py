"""What a channel is: what it can show, a message ready for it, and how a send may end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from dialogs.model import Address, Attached, Json
from dialogs.values import quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a network can show. Sizes: `characters` in UTF-16 units, `size` in UTF-8 bytes per
    message (0: no limit of that kind). `pushes`: messages allowed per message received (0: any).
    """

    buttons: bool = True
    edits: bool = True
    typing: bool = True
    files: bool = True
    characters: int = 4096
    size: int = 0
    pushes: int = 0
    contact_button: bool = False
    resumable: bool = False  # the person can be lost: closing the tab loses the way back


@quick
@dataclass(frozen=True, slots=True)
class Button:
    """A button as it travels: words, data of at most 64 bytes, style, and what it may ask for.

    With a `url` it opens that page instead, and has no data.
    """

    words: str
    data: str
    style: str = ""
    wants: str = ""  # "contact"
    url: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message rendered for one language and channel: plain text, rows of buttons, a file.

    `card` names a message of this chat that a later one of the same name may replace.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    card: str = ""
    file: Attached | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What an outbox row holds: a call of the channel, lacking only chat and message ids.

    For Telegram `method` and `body` are the Bot API's; the chat id (and for edits the message id)
    are set when it is posted, since the row must not hold the person's address.
    """

    method: str
    body: Mapping[str, Json] = field(default_factory=dict)
    file: Attached | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An outbox row on its way: where to, what; `target` the message id that an edit changes."""

    id: int
    chat: int
    address: Address
    request: Request
    target: str = ""
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `message` is the channel's id for it.

    `seen` is False where the channel knows that nobody was there: a page that is closed.
    """

    message: str = ""
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Later:
    """Not taken; try again after so many seconds.

    `flood`: too many were sent. `reached`: the channel itself answered, so that it is this
    message or this chat that it does not take.
    """

    after: float
    reason: str
    flood: bool = False
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived: the answer was lost. Sent again after so many seconds."""

    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The person cannot be reached there any more (blocked, deleted)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """This request will never be taken; `plain` is a simpler one worth one try."""

    reason: str
    plain: Request | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has a new address (a group became a supergroup)."""

    chat: str


@dataclass(frozen=True, slots=True)
class Halted:
    """The whole channel is refused (a wrong token): keep every row and tell the operator."""

    reason: str


Outcome: TypeAlias = Sent | Later | Unknown | Gone | Refused | Moved | Halted


class Channel(Protocol):
    """A network as delivery and rendering see it."""

    name: str
    capabilities: Capabilities

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """The calls that show this message; more than one only when it is too long for one."""
        ...

    async def send(self, owed: Owed) -> Outcome:
        """Make one call and say how it ended; never raises for what the network does."""
        ...


class FetchFailed(Exception):
    """A person's file could not be fetched. `reason` is "too_large", "gone" or "network".

    `lasting` says that another try is no use.
    """

    def __init__(self, reason: str, *, lasting: bool) -> None:
        super().__init__(reason)
        self.reason, self.lasting = reason, lasting
