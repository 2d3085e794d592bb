"""Looking for the trouble that is known where somebody says it is: before they file, and at filing.

An incident that runs there goes before announced work, since it says how things stand.
"""

from collections.abc import Iterable

from bot.joining import join
from bot.orders import Effects
from bot.planned import incident_of
from bot.pushes import NUMBERED
from bot.stage import Work
from dialogs.house import Facts
from dialogs.incidents import known
from dialogs.incidents.incident import Incident
from dialogs.incidents.known import Known
from dialogs.incidents.matching import codes, fits
from dialogs.intake import outage
from dialogs.intake.filing import filing
from dialogs.model import Frame, Open, OpenSeveral, Order, Session, Turn
from dialogs.tickets.applied import Applied
from dialogs.tickets.notices import notice
from dialogs.tickets.ticket import FRIENDLY, Filing, Ticket
from dialogs.tickets.wording import Telling
from dialogs.values import replace
from storage import incidents, planned
from storage.visits import Visit


def with_asked(work: Work, visit: Visit, facts: Facts) -> Facts:
    """The facts of a chat in which the question stands: what it is about as it is by now."""
    top = _top(visit.loaded.session)
    if top is None or top.state != outage.STATE:
        return facts
    return replace(facts, outage=_at(work, top))


def met(work: Work, visit: Visit, turn: Turn, facts: Facts) -> Facts | None:
    """The facts with what is known where this turn's draft has come to be; None if nothing is."""
    before, after = _top(visit.loaded.session), _top(turn.session)
    if after is None:
        return None
    if outage.asked_anew(before, after):
        return _met(facts, _named(work, str(after.draft["ask"])))
    if not outage.due(before, after, work.stage.house):
        return None
    return _met(facts, _at(work, after))


def _met(facts: Facts, found: Known | None) -> Facts | None:
    return replace(facts, outage=found) if found != facts.outage else None


def of_tickets(work: Work, tickets: Iterable[Ticket]) -> dict[int, Known]:
    """What is known of the incidents that these open tickets belong to."""
    ids = {one.incident for one in tickets if one.incident and one.open}
    found = (incidents.load(work.c, one) for one in sorted(ids))
    return {one.id: _known(work, one) for one in found if one is not None and one.told_at}


def joined(work: Work, made: Effects, order: Order) -> Effects:
    """What an order brought about; a complaint that it filed belongs to the trouble that is known
    there from its first moment, and hears so with its number."""
    if isinstance(order, OpenSeveral):
        pairs = zip(made.applied, order.each, strict=True)
        each = [joined(work, Effects((one,)), opened).applied for one, opened in pairs]
        return replace(made, applied=tuple(one for applied in each for one in applied))
    if not isinstance(order, Open):
        return made
    applied: list[Applied] = []
    for one in made.applied:
        incident = _its(work, one.ticket.filing, order)
        more = join(work, one.ticket, incident.id) if incident else Effects(refused=True)
        applied += [one] if more.refused else _in_one_breath(work, one, more.applied)
    return replace(made, applied=tuple(applied))


def _its(work: Work, filed: Filing, order: Open) -> Incident | None:
    """The running incident that a new complaint belongs to: the one it was added to, else one that
    it fits."""
    if filed.alone or filed.kind in FRIENDLY:
        return None
    if order.planned and not order.incident:
        return incident_of(work, order.planned)
    chosen = incidents.load(work.c, order.incident) if order.incident else None
    return chosen if chosen is not None and chosen.running else fitting(work, filed)


def _in_one_breath(work: Work, filed: Applied, then: Iterable[Applied]) -> list[Applied]:
    """Its number and what is known of the trouble, in one message."""
    later = list(then)
    ticket = later[-1].ticket
    news = next((one for step in later for one in step.notices if one.code == "B1"), None)
    if news is None or ticket.siblings:  # one message tells the numbers of all
        return [filed, *later]
    both = notice("M01B", Telling(ticket, news.fields, work.stage.house, work.now))
    first = [both if one.code in NUMBERED else one for one in filed.notices]
    rest = [replace(one, notices=tuple(n for n in one.notices if n != news)) for one in later]
    return [replace(filed, notices=tuple(first)), *rest]


def fitting(work: Work, filed: Filing) -> Incident | None:
    """The incident that still runs and that a complaint is one of; the newest of several."""
    places = codes(filed.where)
    running = incidents.running_for(work.c, filed.category, places)
    return next((one for one in running if fits(one, filed)), None)


def _named(work: Work, words: str) -> Known | None:
    """The trouble that a question is about, by the place that it names."""
    house = work.stage.house
    where = house.places.resolve(words)
    if not where.province:
        return None
    guessed = house.guesser.guess(words, best=1)
    repairs = [one.code for one in house.catalogue.categories.values() if one.repair]
    if not guessed or guessed[0].category not in repairs:
        return None
    best = guessed[0].category
    for category in (best, *(one for one in repairs if one != best)):
        asked = Filing(story=words, category=category, subtype="", where=where)
        if (found := _about(work, asked)) is not None:
            return found
    return None


def _at(work: Work, frame: Frame) -> Known | None:
    house = work.stage.house
    for place, draft in outage.subjects(frame.draft, house):
        found = _about(work, replace(filing(draft, house), alone=False))
        if found is not None:
            return replace(found, place=place)
    return None


def _about(work: Work, filed: Filing) -> Known | None:
    places = codes(filed.where)
    incident = fitting(work, filed)
    if incident is not None:
        told = known.told(incident)
        return _narrowed(_known(work, incident), places) if told else None
    works = planned.covering(work.c, filed.category, places, work.now)
    return _narrowed(known.of_work(works[0]), places) if works else None


def _known(work: Work, incident: Incident) -> Known:
    announced = planned.load(work.c, incident.planned) if incident.planned else None
    return known.of_incident(incident, work.stage.house.catalogue, announced)


def _narrowed(found: Known, places: tuple[str, ...]) -> Known:
    return replace(found, areas=known.narrowed(found.areas, places))


def _top(session: Session) -> Frame | None:
    return session.stack[-1] if session.stack else None
