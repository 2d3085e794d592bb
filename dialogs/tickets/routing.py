"""Who gets a ticket: the catalogue's rules of routing, the first that fits (domain.md §3.4)."""

from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.catalogue.process import RouteRule
from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.ticket import Role, State, Ticket

UNDERWAY = frozenset(State) - {State.REGISTERED, State.INVALID, State.CLOSED, State.ARCHIVED}


@dataclass(frozen=True, slots=True)
class Route:
    """Where a ticket goes: the department, the province whose people are meant ("" for all of
    them), the role that is to take it, and the code of the rule that says so."""

    department: str
    area: str
    role: Role
    rule: str

    def detail(self) -> dict[str, Json]:
        """What the timeline keeps of it."""
        return {"department": self.department, "area": self.area, "rule": self.rule}


def route(ticket: Ticket, house: House, now: datetime) -> Route:
    """The route by the first rule that fits; `now` is aware UTC."""
    rules = house.catalogue.routes
    rule = next((one for one in rules if fits(one, ticket, house, now)), None)
    if rule is None:
        return Route(_of_category(ticket, house), _province(ticket), Role.HANDLER, "")
    area = _province(ticket) if rule.area else ""
    return Route(_department(rule, ticket, house), area, Role(rule.role), rule.code)


def fits(rule: RouteRule, ticket: Ticket, house: House, now: datetime) -> bool:
    """Whether all that a rule asks for holds of the ticket."""
    asked = (
        (rule.referral, bool(ticket.referral)),
        (rule.level > 0, ticket.level >= rule.level),
        (rule.key, ticket.key),
        (rule.incident, bool(ticket.incident)),
        # A link that its subscriber may not know of changes nothing that they see (DESIGN §6).
        (rule.repeat, bool(ticket.repeat_of) and ticket.repeat_shown),
        (bool(rule.categories), ticket.filing.category in rule.categories),
        (bool(rule.provinces), _province(ticket) in rule.provinces),
    )
    holds = all(true for wanted, true in asked if wanted)
    return holds and not (rule.out_of_hours and house.at_work(now))


def rerouted(before: Ticket, after: Ticket, house: House, now: datetime) -> Route | None:
    """The new route of a ticket under way that became grave, key or referred; None without one.

    What is not dispatched yet is routed when it is; a department fixed by a supervisor stays
    where nothing of this changed.
    """
    marks = (before.level, before.referral, before.key, before.incident)
    if marks == (after.level, after.referral, after.key, after.incident):
        return None
    rules = house.catalogue.routes
    grave = any(before.level < rule.level <= after.level for rule in rules if rule.level)
    if marks[1:] == (after.referral, after.key, after.incident) and not grave:
        return None
    if after.state not in UNDERWAY or not after.department:
        return None
    found = route(after, house, now)
    return found if (found.department, found.area) != (after.department, after.area) else None


def departments(catalogue: Catalogue) -> tuple[str, ...]:
    """All departments to which a rule leads, in the catalogue's order."""
    categories = {one.department for one in catalogue.categories.values()}
    named = {one.department for one in catalogue.routes if one.department}
    reached = named | (categories if any(one.to for one in catalogue.routes) else set())
    return tuple(code for code in catalogue.departments if code in reached)


def sent(ticket: Ticket, to: Route) -> Ticket:
    """The ticket on its route."""
    return replace(ticket, department=to.department, area=to.area)


def _department(rule: RouteRule, ticket: Ticket, house: House) -> str:
    """Where the rule leads; to the category's department while the other one is not known."""
    if rule.department:
        return rule.department
    known = {"earlier": ticket.earlier, "incident": ticket.led}.get(rule.to, "")
    return known if known in house.catalogue.departments else _of_category(ticket, house)


def _of_category(ticket: Ticket, house: House) -> str:
    category = house.catalogue.categories.get(ticket.filing.category)
    return category.department if category else ""


def _province(ticket: Ticket) -> str:
    where = ticket.filing.where
    return where.province if where else ""
