"""What several doors say: one text and no more, or that a person was called."""

from datetime import datetime

from dialogs.dialog import Ending, hotline
from dialogs.house import House
from dialogs.model import Arg, Choice, Phrase, Say


def say(key: str, *choices: Choice, **args: Arg) -> Ending:
    """One text by its key, with its arguments and choices."""
    return Ending((Say(Phrase(key, args), choices),))


def called(house: House, now: datetime, place: int, *, again: bool = False) -> Say:
    """A person was called: `place` in the queue, the opening hours, a call back."""
    hours = house.catalogue.opening
    key = "human-open" if house.staffed(now) else "human-closed"
    args: dict[str, Arg] = {
        "place": place,
        "from": f"{hours.start // 60:02d}:{hours.start % 60:02d}",
        "to": f"{hours.end // 60:02d}:{hours.end % 60:02d}",
    }
    words = Phrase("human-already" if again else key, args)
    return Say((words, *hotline(house)), (Choice(Phrase("button-call-me"), "g:call-me"),))
