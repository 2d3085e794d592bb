"""Who may offer what alone, and who may allow what is more (domain.md §3.6: authority).

Each role has a limit for money and for remedies; above it the next level decides. An offer above
what is in dispute needs leave too, unless a published promise that it keeps goes as far.
"""

from dialogs.catalogue import Catalogue
from dialogs.model import Money, Phrase
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Item, Role, Ticket

RANKS = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR)
APPROVERS = (Role.SUPERVISOR, Role.DIRECTOR)
# Refusals for which leave can be asked.
ASKABLE = frozenset({"not-allowed-over-limit", "not-allowed-remedy", "not-allowed-over-disputed"})


def rank(role: Role) -> int:
    """How high a role stands; -1 for one that has no right to offer money (DESIGN §6: admin)."""
    return RANKS.index(role) if role in RANKS else -1


def total(items: tuple[Item, ...]) -> int:
    """The sum of an offer, in minor units."""
    return sum(item.minor or 0 for item in items)


def over_limit(role: Role, ticket: Ticket, minor: int, known: Catalogue) -> NotAllowed | None:
    """Why a role may not give so much (minor units) alone."""
    limit = known.money_limits.get(role.value, 0) if rank(role) >= 0 else 0
    if minor <= max(limit, ticket.approved):
        return None
    currency = ticket.filing.currency
    return NotAllowed(
        "not-allowed-over-limit",
        {"limit": Money(limit, currency), "offered": Money(minor, currency)},
    )


def over_remedy(role: Role, items: tuple[Item, ...], known: Catalogue) -> NotAllowed | None:
    """Why a role may not offer one of these remedies alone."""
    for item in items:
        remedy = known.remedies.get(item.code)
        if remedy and remedy.least and rank(role) < rank(Role(remedy.least)):
            least = Phrase(f"role-{remedy.least}")
            return NotAllowed("not-allowed-remedy", {"remedy": remedy.label, "role": least})
    return None


def over_disputed(ticket: Ticket, items: tuple[Item, ...], known: Catalogue) -> NotAllowed | None:
    """Why the offer is too high for what is in dispute.

    The offer, never the wish, is held against it (DESIGN §6); a promise that an item keeps lets it
    go up to so many times that amount.
    """
    filing, offered = ticket.filing, total(items)
    if filing.amount is None or offered <= max(most(filing.amount, items, known), ticket.approved):
        return None
    amounts = {
        "disputed": Money(filing.amount, filing.currency),
        "offered": Money(offered, filing.currency),
        "most": Money(most(filing.amount, items, known), filing.currency),
    }
    return NotAllowed("not-allowed-over-disputed", amounts)


def most(disputed: int, items: tuple[Item, ...], known: Catalogue) -> int:
    """The most that may be offered for a disputed amount (minor units), by what the items keep."""
    kept = (known.promises.get(item.promise) for item in items if item.promise)
    return disputed * max((one.times for one in kept if one is not None), default=1)


def beyond_right(
    role: Role, ticket: Ticket, items: tuple[Item, ...], known: Catalogue
) -> NotAllowed | None:
    """Why a role may not make this offer alone; None where it may."""
    offered = total(items)
    if offered and (why := over_limit(role, ticket, offered, known)):
        return why
    return over_remedy(role, items, known) or over_disputed(ticket, items, known)


def may_allow(role: Role, ticket: Ticket, items: tuple[Item, ...], known: Catalogue) -> bool:
    """Whether a role may allow this offer to somebody else."""
    within = not over_limit(role, ticket, total(items), known)
    return role in APPROVERS and within and not over_remedy(role, items, known)


def approver(ticket: Ticket, items: tuple[Item, ...], known: Catalogue) -> Role | None:
    """The least role that may allow this offer; None where it is above everybody's right."""
    return next((one for one in APPROVERS if may_allow(one, ticket, items, known)), None)
