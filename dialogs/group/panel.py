"""What stands in the staff's group: words with buttons, and how a button names what it does.

A button of a ticket is `v1:s:TICKET:REVISION:ACTION`, one of a draft `v1:f:DRAFT:REVISION:ACTION`:
who presses, and whether the revision is still the newest, is asked at each press.
"""

import re
from dataclasses import dataclass

from dialogs.model import Arg
from dialogs.values import quick

TICKET, DRAFT = "s", "f"
PRESSED = re.compile(r"v1:([sf]):([0-9]{1,15}):([0-9]{1,9}):([A-Za-z0-9_.-]{1,40})")


@quick
@dataclass(frozen=True, slots=True)
class Key:
    """A button: `action` is what it does here, or `url` the page it opens; never both."""

    words: Arg
    action: str = ""
    url: str = ""
    style: str = ""  # "primary", "success", "danger" or none
    row: int = 0  # keys of the same row > 0 stand side by side


@quick
@dataclass(frozen=True, slots=True)
class Panel:
    """One message in the group."""

    words: Arg
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button of the group: `kind` TICKET or DRAFT, its id, its revision, the action."""

    kind: str
    id: int
    revision: int
    action: str


def address(kind: str, number: int, revision: int, action: str) -> str:
    """The data of a button; at most 64 bytes, as ids and actions are short."""
    return f"v1:{kind}:{number}:{revision}:{action}"


def pressed(data: str) -> Press | None:
    """What a button of the group says; None for any other."""
    said = PRESSED.fullmatch(data)
    return Press(said[1], int(said[2]), int(said[3]), said[4]) if said else None
