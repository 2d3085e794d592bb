"""Reads `[corrective]` and `[inspection]`: when causes are mended, and how stores are graded."""

from dialogs.catalogue.block import Block
from dialogs.catalogue.mending import CorrectiveRule, Inspecting
from dialogs.tickets.ticket import LIABILITIES

BEST = 100  # points of an inspection


def corrective(top: Block) -> CorrectiveRule:
    """What the block [corrective] says; without one, the defaults."""
    if not top.has("corrective"):
        return CorrectiveRule()
    block = top.block("corrective")
    read = CorrectiveRule(
        liabilities=block.many_of("liabilities", LIABILITIES, "a liability"),
        plan=block.number("plan", 3, least=1),
        review=block.number("review", 2, least=1),
        late=block.number("late", 2, least=1),
        verify=block.duration("verify", "30d"),
        judge=block.number("judge", 3, least=1),
    )
    block.end()
    return read


def inspecting(top: Block) -> Inspecting:
    """What the block [inspection] says; without one, the defaults."""
    if not top.has("inspection"):
        return Inspecting()
    block = top.block("inspection")
    read = Inspecting(
        excellent=block.number("excellent", 95),
        good=block.number("good", 90),
        passed=block.number("passed", 80),
        excellent_cap=block.share("excellent_cap"),
        good_cap=block.share("good_cap"),
    )
    block.end()
    if not read.passed < read.good < read.excellent <= BEST:
        raise block.wrong(f"passed, good and excellent must grow, up to {BEST}; mend them")
    return read
