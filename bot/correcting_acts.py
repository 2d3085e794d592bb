"""What staff do with a corrective action, each in one transaction.

Who acts is read again inside the transaction, so that a right taken away a moment ago counts.
"""

from collections.abc import Mapping

from bot.correcting import new_for, settle
from bot.desk_acts import Made, Outcome, Overtaken, Refused, actor
from bot.stage import Work
from dialogs.correcting import life
from dialogs.correcting.action import OPEN, Record, Stage
from dialogs.correcting.limits import JUDGE, LATE, REVIEW, TASKS, WRITE
from dialogs.model import Json, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.applied import NotAllowed
from dialogs.values import replace
from storage import Connection, correctives, staff, tickets

NO_RIGHT = Refused(Phrase("not-allowed-role"))
NOT_THERE = Refused(Phrase("not-allowed-corrective-gone"))
JOINABLE = frozenset({Stage.OWED, Stage.PLANNED, Stage.RUNNING})
# What an act settles of the tasks about the action.
SETTLES: Mapping[str, tuple[str, ...]] = {
    "plan": (WRITE, LATE),
    "accept": (REVIEW,),
    "send_back": (REVIEW,),
    "carried_out": (LATE,),
    "put_off": (LATE,),
    "prove": (JUDGE,),
    "came_again": (JUDGE,),
    "join": TASKS,
    "drop": TASKS,
}


def act(work: Work, who: int, order: tuple[int, str, Mapping[str, Json]], expected: int) -> Outcome:
    """An act on an action that is still at revision `expected`.

    `order`: its id, the act's name, its fields as `dialogs.correcting.life` tells them; `owner` is
    a staff id, `into` the number of another action.
    """
    number, name, fields = order
    by, found = actor(work.c, who), correctives.load(work.c, number)
    if by is None or found is None:
        return NO_RIGHT if by is None else NOT_THERE
    if found.revision != expected:
        return Overtaken(())
    said = _looked_up(work.c, name, fields)
    if isinstance(said, Refused):
        return said
    turned = life.act(found, name, said, by, work.now, work.stage.house)
    if isinstance(turned, NotAllowed):
        return Refused(turned.words)
    if not correctives.save(work.c, found, turned.action):
        return Overtaken(())
    if name == "join":
        correctives.hand_over(work.c, found.id, turned.action.joined)
    correctives.note(work.c, found.id, turned.record)
    settle(work, found.number, SETTLES.get(name, ()), by.staff)
    return Made()


def _looked_up(
    c: Connection, name: str, fields: Mapping[str, Json]
) -> Mapping[str, Json] | Refused:
    """The fields, with what names a person or another action as what the store knows of it."""
    if name == "plan":
        owner = staff.load(c, read.whole(fields, "owner") or 0)
        there = owner is not None and owner.active
        return {**fields, "owner_name": owner.name if owner and there else ""}
    if name == "join":
        other = correctives.by_number(c, read.words(fields, "into").upper())
        if other is None or other.stage not in JOINABLE:
            return Refused(life.OTHERS.words)
        return {**fields, "into": other.id, "number": other.number}
    return fields


def split(work: Work, who: int, number: int, ticket: int) -> Outcome:
    """One ticket of several has another cause: it gets an action of its own."""
    by, found = actor(work.c, who), correctives.load(work.c, number)
    one = tickets.load(work.c, ticket)
    if by is None or found is None or one is None:
        return NO_RIGHT if by is None else NOT_THERE
    its_own = correctives.of_ticket(work.c, ticket)
    alone = correctives.sizes(work.c, [number]).get(number, 0) < 2
    if found.stage not in OPEN or its_own is None or its_own.id != number or alone:
        return Refused(life.NOT_NOW.words)
    house = work.stage.house
    new = replace(new_for(one, work.now, house), incident=0)
    kept = correctives.insert_new(work.c, new, correctives.mark_of(new), house.zone)
    assert kept is not None  # only an incident can have one already
    correctives.link(work.c, kept.id, ticket)
    for of, what, other in ((kept, "open", found), (found, "split", kept)):
        detail: dict[str, Json] = {"ticket": one.number, "number": other.number}
        line = Record(at=work.now, act=what, staff=by.staff, name=by.name, detail=detail)
        correctives.note(work.c, of.id, line)
    return Made()
