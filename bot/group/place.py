"""Where the staff group is: the one value that steps know of it."""

from dataclasses import dataclass

CHANNEL = "staff"  # its own, so that what is drawn there never slows a subscriber's message
LINK = "desk-"  # how the argument of /start begins that links an account
UNLINK = "unlink"  # the command that ends it


@dataclass(frozen=True, slots=True)
class Group:
    """The group: its row in `chat`, and the id of the bot that serves it.

    `alone`: that bot is not the one that subscribers write to. `desk` is the address of the desk
    from outside, "" where it has none.
    """

    chat: int
    bot: str
    alone: bool = False
    desk: str = ""
