"""Where the person of a complaint filed by hand is found: at a telephone, or at the counter.

It is no network: nothing is sent there. What is to be said rests until staff have told it, or until
the person follows the ticket in a chat of their own.
"""

from dialogs.model import Address

NAME = "hand"


def place(mark: str) -> Address:
    """The place of one filing; `mark` is its form's own, so that a form sent twice files once."""
    return Address(NAME, "", mark)
