"""How grave a complaint is, from 1 to 3 (domain.md §3.7): at filing, and by what is heard later."""

from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.catalogue.process import Trigger
from dialogs.tickets.ticket import Filing, Role, Task

TOP = 3
UNCLEAR = 2  # where a threat does not count in full yet


def at_filing(filing: Filing, catalogue: Catalogue) -> int:
    """The level that a complaint begins with, before anything is heard in its words."""
    rules = catalogue.levels
    pair = f"{filing.category}:{filing.subtype}"
    usual = rules.categories.get(pair, rules.categories.get(filing.category, rules.usual))
    disputed = filing.amount or 0
    by_amount = (level for least, level in rules.amounts if disputed >= least)
    return max((rules.kinds.get(filing.kind.value, usual), *by_amount))


def raised(level: int, by: int = 1) -> int:
    """So many levels more, the highest at most."""
    return min(level + by, TOP)


def called(now: datetime) -> Task:
    """A person of the staff is called into the chat: what is grave goes to somebody (§3.6)."""
    return Task(kind="human", role=Role.AGENT, due=now)


def brought(trigger: Trigger, *, unsatisfied: bool, level: int) -> int:
    """The level after a trigger was heard on a complaint of `level`; never a lower one.

    `unsatisfied`: an answer was given that did not satisfy, so that a threat of class B counts.
    """
    if trigger.grade == "B" and not unsatisfied:
        return max(level, min(trigger.level, UNCLEAR))
    return max(level, trigger.level, raised(level) if trigger.raises else level)
