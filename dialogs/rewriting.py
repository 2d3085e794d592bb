"""What a rewritten message changes in a draft: the answer that it gave, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.dialog import Answer
from dialogs.model import Edited, Json, Phrase, Text, Turn
from dialogs.play import Play

STORY = "fact/story"  # the place of a story in a draft
# Places at which each message is added to those before, and where the draft keeps them.
ADDING_UP = {"hello": "story", "which": "words", "after": "words"}


def edited(play: Play, what: Edited) -> Turn:
    """A rewritten message replaces its answer in a draft; elsewhere the lobby notes it."""
    top = play.top
    said = top.draft.get("said") if top else None
    mark = said.get(what.message) if isinstance(said, dict) else None
    if top is None or not isinstance(mark, str):
        return play.end(play.rooms.lobby(play.scene(), what))
    state, _, field = mark.partition("/")
    draft, words = rewritten(top.draft, mark, what.text)
    frame = replace(top, state=state, draft={**draft, "again": field})
    turned = play.with_top(frame)
    taken = play.step(frame).take(turned.scene(), Text(words))
    if isinstance(taken, Answer):
        return turned.say(Phrase("engine-edited")).go(taken)
    return turned.say(Phrase(taken.key, dict(taken.args))).ask()


def rewritten(draft: Mapping[str, Json], place: str, words: str) -> tuple[Mapping[str, Json], str]:
    """The draft to be answered anew at a place ("state" or "state/mark"), and with what.

    Where several messages add up and one of them is rewritten, its new words are added: which of
    the old ones were its own is not known, and nothing is lost.
    """
    said = draft.get("said")
    alone = isinstance(said, dict) and list(said.values()).count(place) == 1
    if place == STORY and not alone:
        return draft, f"{draft.get('story', '')}\n{words}"
    gone = ADDING_UP.get(place) if alone else None
    return {name: value for name, value in draft.items() if name != gone}, words
