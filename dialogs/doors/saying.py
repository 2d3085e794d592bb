"""An ending that only says something."""

from dialogs.dialog import Ending
from dialogs.model import Arg, Choice, Phrase, Say


def say(key: str, *choices: Choice, **args: Arg) -> Ending:
    """One text by its key, with its arguments and choices."""
    return Ending((Say(Phrase(key, args), choices),))
