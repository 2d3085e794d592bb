"""What the desk's pages show of incidents: those of a stage, their counts, children by the page."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, case, func, select

from dialogs.incidents.incident import Counts, Incident, Stage
from dialogs.incidents.matching import names
from dialogs.tickets.ticket import ENDED, State
from storage import incidents
from storage.schema import chat, incident, ticket, timeline

MOST = 20_000  # tickets looked at before an incident is opened
ENDED_STATES = frozenset(state.value for state in ENDED)
OF_STAGES = (
    select(incident.c.id)
    .where(incident.c.stage.in_(bindparam("stages", expanding=True)))
    .order_by(incident.c.id.desc())
    .limit(bindparam("most"))
)
HOW_MANY = select(incident.c.stage, func.count()).group_by(incident.c.stage)
STATES = (
    select(ticket.c.incident, ticket.c.state, func.count())
    .where(ticket.c.incident.in_(bindparam("these", expanding=True)))
    .group_by(ticket.c.incident, ticket.c.state)
)
PARTED = (
    select(ticket.c.parted, func.count())
    .where(ticket.c.parted.in_(bindparam("these", expanding=True)))
    .group_by(ticket.c.parted)
)
WHERE = (
    select(
        ticket.c.incident,
        ticket.c.province,
        ticket.c.city,
        func.count().label("whole"),
        func.count(case((ticket.c.state.not_in(sorted(ENDED_STATES)), 1))).label("open"),
    )
    .where(ticket.c.incident.in_(bindparam("these", expanding=True)))
    .group_by(ticket.c.incident, ticket.c.province, ticket.c.city)
)
AFTER = (
    select(ticket.c.id)
    .where(ticket.c.incident == bindparam("this"), ticket.c.id > bindparam("after"))
    .order_by(ticket.c.id)
    .limit(bindparam("most"))
)
SPLIT = (
    select(ticket.c.id)
    .where(ticket.c.parted == bindparam("this"), ticket.c.id > bindparam("after"))
    .order_by(ticket.c.id)
    .limit(bindparam("most"))
)
BEFORE_SPLIT = (
    select(func.count())
    .select_from(ticket)
    .where(ticket.c.parted == bindparam("this"), ticket.c.id <= bindparam("after"))
)
AMONG = AFTER.where(ticket.c.state.in_(bindparam("states", expanding=True)))
BEFORE = (
    select(func.count())
    .select_from(ticket)
    .where(ticket.c.incident == bindparam("this"), ticket.c.id <= bindparam("after"))
)
BEFORE_AMONG = BEFORE.where(ticket.c.state.in_(bindparam("states", expanding=True)))
STORIES = (
    select(ticket.c.id, ticket.c.story)
    .where(ticket.c.id.in_(bindparam("these", expanding=True)))
    .order_by(ticket.c.id)
)
ANSWERED = frozenset({"fixed", "not_fixed", "part"})
ANSWERS = (
    select(timeline.c.ticket, timeline.c.move)
    .where(
        timeline.c.ticket.in_(bindparam("these", expanding=True)),
        timeline.c.role == "subscriber",
    )
    .order_by(timeline.c.ticket, timeline.c.seq)
)
AWAY = select(chat.c.id).where(
    chat.c.id.in_(bindparam("these", expanding=True)), chat.c.reachable.is_(False)
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Tickets of an incident in one city: codes of GB/T 2260, "" where it is not known."""

    incident: int
    province: str
    city: str
    whole: int
    open: int


def where(c: Connection, these: Sequence[int]) -> tuple[Spot, ...]:
    """Where the tickets of these incidents are."""
    if not these:
        return ()
    rows = c.execute(WHERE, {"these": list(these)}).all()
    return tuple(Spot(row.incident, row.province, row.city, row.whole, row.open) for row in rows)


def of_stages(c: Connection, stages: Collection[Stage], limit: int) -> tuple[Incident, ...]:
    """Incidents in these stages, the newest first."""
    wanted = {"stages": sorted(stages), "most": limit}
    found = (incidents.load(c, one) for one in c.execute(OF_STAGES, wanted).scalars().all())
    return tuple(one for one in found if one is not None)


def how_many(c: Connection) -> dict[Stage, int]:
    """How many incidents there are in each stage."""
    return {Stage(stage): count for stage, count in c.execute(HOW_MANY)}


def counts(c: Connection, these: Sequence[int]) -> dict[int, Counts]:
    """The counts of the children of several incidents at once."""
    wanted = {"these": list(these)}
    states: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for of, state, count in c.execute(STATES, wanted) if these else ():
        states[of][state] = count
    parted = {row[0]: row[1] for row in c.execute(PARTED, wanted)} if these else {}
    return {one: _counts(states[one], parted.get(one, 0)) for one in these}


def fitting(c: Connection, of: Incident) -> list[int]:
    """Ids of the open tickets that would join an incident, kept or not, if it ran now."""
    found = incidents.candidates(c, of, of.began_at, 0, MOST)
    if not of.campaign or not found:
        return found
    rows = c.execute(STORIES, {"these": found})
    return [one for one, story in rows if names(of.campaign, story)]


def _counts(states: dict[str, int], parted: int) -> Counts:
    whole = sum(states.values())
    ended = sum(count for state, count in states.items() if state in ENDED_STATES)
    return Counts(
        children=whole, open=whole - ended, ended=ended, parted=parted, by_state=dict(states)
    )


def children(
    c: Connection, of: int, states: Collection[State], after: int, limit: int
) -> list[int]:
    """Ids of the incident's tickets in these states (none named: in any) above `after`."""
    wanted = {"this": of, "after": after, "most": limit}
    if not states:
        return list(c.execute(AFTER, wanted).scalars())
    return list(c.execute(AMONG, {**wanted, "states": sorted(states)}).scalars())


def before(c: Connection, of: int, states: Collection[State], after: int) -> int:
    """How many of them have an id up to `after`."""
    wanted = {"this": of, "after": after}
    statement = BEFORE_AMONG if states else BEFORE
    if states:
        return c.execute(statement, {**wanted, "states": sorted(states)}).scalar_one()
    return c.execute(statement, wanted).scalar_one()


def split(c: Connection, of: int, after: int, limit: int) -> list[int]:
    """Ids of the tickets that were split off from it, above `after`."""
    return list(c.execute(SPLIT, {"this": of, "after": after, "most": limit}).scalars())


def split_before(c: Connection, of: int, after: int) -> int:
    """How many of them have an id up to `after`."""
    return c.execute(BEFORE_SPLIT, {"this": of, "after": after}).scalar_one()


def answers(c: Connection, these: Collection[int]) -> dict[int, str]:
    """The last that the subscribers of these tickets said to it: "fixed", "not_fixed" or "part"."""
    if not these:
        return {}
    # Asked for by name, the moves of all tickets would be looked through for these few.
    rows = c.execute(ANSWERS, {"these": sorted(these)})
    return {row.ticket: row.move for row in rows if row.move in ANSWERED}


def away(c: Connection, chats: Collection[int]) -> frozenset[int]:
    """Which of these chats do not reach their person any more."""
    return frozenset(c.execute(AWAY, {"these": sorted(chats)}).scalars()) if chats else frozenset()
