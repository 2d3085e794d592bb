"""What stands in the staff's group: words with buttons, and how a button names what it does.

A button of a ticket is `v1:s:TICKET:REVISION:ACTION`, one of a draft on it
`v1:f:DRAFT.TICKET:REVISION:ACTION`: who presses, and whether the revision is still the newest, is
asked at each press.
"""

import re
from dataclasses import dataclass

from dialogs.model import Arg
from dialogs.values import quick

PRESSED = re.compile(
    r"v1:(?:s:(?P<t>[0-9]{1,15})|f:(?P<d>[0-9]{1,15})\.(?P<of>[0-9]{1,15}))"
    r":(?P<rev>[0-9]{1,9}):(?P<act>[A-Za-z0-9_.-]{1,40})"
)


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
    """A pressed button: of this ticket, or (not 0) of this draft on it; the revision it names."""

    ticket: int
    draft: int
    revision: int
    action: str


def of_ticket(ticket: int, revision: int, action: str) -> str:
    """The data of a ticket's button; at most 64 bytes, as ids and actions are short."""
    return f"v1:s:{ticket}:{revision}:{action}"


def of_draft(draft: int, ticket: int, revision: int, action: str) -> str:
    """The data of a draft's button."""
    return f"v1:f:{draft}.{ticket}:{revision}:{action}"


def pressed(data: str) -> Press | None:
    """What a button of the group says; None for any other."""
    said = PRESSED.fullmatch(data)
    if said is None:
        return None
    ticket, draft = said["t"] or said["of"], said["d"] or "0"
    return Press(int(ticket), int(draft), int(said["rev"]), said["act"])
