"""A draft as the subscriber would read it: the life-cycle's own preview, in the group's words."""

from bot.desk_acts import Overtaken, Refused
from bot.desk_preview import Preview, Shown, preview
from bot.pushes import Way
from bot.stage import Work
from dialogs.group import talk
from dialogs.group.card import wish_of
from dialogs.group.draft import Draft, Looked
from dialogs.group.scene import Scene
from dialogs.model import Arg, Moment, Money, Phrase
from dialogs.tickets.comparing import Answered, Comparison, Verdict

BESIDE = "│ "  # before each line that the subscriber would read
ROOM = 2600  # characters of it that are shown; one message takes 4,096 with all else


def looked(work: Work, draft: Draft, scene: Scene) -> Looked | None:
    """What would be sent now; None while the draft still asks for something.

    It is made on the ticket as it is, whatever the draft began with: what is sent holds for that.
    """
    move = talk.looking(draft, scene)
    if move is None:
        return None
    came = preview(work, draft.staff, move, scene.ticket.revision)
    match came:
        case Refused(words):
            return Looked(refused=words)
        case Overtaken():  # of a ticket read in this very transaction
            return Looked(refused=Phrase("group-old"))
    return _looked(came, scene)


def _looked(came: Preview, scene: Scene) -> Looked:
    return Looked(
        shown=_shown(came.shown),
        when=_when(came.shown[0]) if came.shown else "",
        gaps=_gaps(came.compared, scene),
        leave=came.role,
        why=came.why,
    )


def _shown(every: tuple[Shown, ...]) -> tuple[Arg, ...]:
    """The messages, marked as what the subscriber reads; of long ones, that there is more."""
    whole = "\n\n".join(_message(one) for one in every)
    marked = "\n".join(f"{BESIDE}{line}".rstrip() for line in whole[:ROOM].splitlines())
    if len(whole) <= ROOM:
        return (marked,) if marked else ()
    return (marked, Phrase("group-cut", {"count": len(whole)}))


def _message(one: Shown) -> str:
    """The words of a message with the buttons under it."""
    return f"{one.text}\n{' '.join(f'[{words}]' for words in one.buttons)}".strip()


def _when(one: Shown) -> Phrase:
    match one.way:
        case Way.LATER if one.at is not None:
            return Phrase("group-when-later", {"at": Moment(one.at)})
        case Way.EDIT:
            return Phrase("group-when-edit")
        case Way.SILENT:
            return Phrase("group-when-silent")
    return Phrase("group-when-now")


def _gaps(made: Comparison | None, scene: Scene) -> tuple[Arg, ...]:
    """How an offer answers each wish; nothing where nothing was wished for."""
    return tuple(_gap(one, scene) for one in made.answered) if made else ()


def _gap(one: Answered, scene: Scene) -> Phrase:
    wish = wish_of(one.wish, scene)
    if one.verdict is Verdict.LESS:
        less = Money(one.short, scene.ticket.filing.currency)
        return Phrase("group-gap-less", {"wish": wish, "less": less})
    if one.verdict is Verdict.MET and one.late:
        return Phrase("group-gap-late", {"wish": wish})
    return Phrase(f"group-gap-{one.verdict.value}", {"wish": wish})
