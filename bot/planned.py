"""Announced work as an incident: opened when the first person asks to be kept informed of it."""

from bot.stage import Work
from dialogs.incidents import limits
from dialogs.incidents.incident import Incident, News, Record, Stage
from dialogs.incidents.planned import Planned
from dialogs.incidents.telling import fields_of
from storage import broadcasts, incidents, planned


def incident_of(work: Work, number: int) -> Incident | None:
    """The incident that comes of announced work, opened now if there is none yet.

    None where the work is over or cancelled: there is nothing to wait for.
    """
    announced = planned.load(work.c, number)
    if announced is None or not announced.on(work.now):
        return None
    return running(work, number) or _opened(work, announced)


def running(work: Work, number: int) -> Incident | None:
    """The incident of announced work that people still meet; None without one."""
    found = (one for one in incidents.live(work.c) if one.planned == number and one.running)
    return next(found, None)


def _opened(work: Work, announced: Planned) -> Incident | None:
    """Of two at once the first is kept; the other's ticket joins it with the next tick."""
    catalogue = work.stage.house.catalogue
    made = Incident(
        id=0,
        number="",
        revision=1,
        stage=Stage.OPEN,
        source="planned",
        categories=announced.categories,
        areas=announced.areas,
        words=announced.words,
        expected=announced.ends,
        began_at=announced.starts,
        found_at=work.now,
        confirmed_at=work.now,
        told_at=work.now,
        mark=f"planned:{announced.id}",
        department=catalogue.categories[announced.categories[0]].department,
        planned=announced.id,
    )
    timed = limits.timed(made, catalogue, work.now)
    kept = incidents.insert_new(work.c, timed, work.stage.house.zone)
    if kept is not None:
        line = Record(at=work.now, act="found", detail={"planned": announced.id})
        incidents.note(work.c, kept.id, line)
        # Who complained of it before, and joins by that, hears of it as all do.
        said = fields_of(kept, catalogue)
        broadcasts.announce(work.c, kept.id, News.FOUND, said, (0, ""), work.now)
    return kept
