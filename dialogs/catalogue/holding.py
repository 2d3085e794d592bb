"""Reads `[credit_hold]`: which disputes put an amount on hold, and how fast billing acts."""

from collections.abc import Collection, Mapping

from dialogs.catalogue import Category, CreditRule
from dialogs.catalogue.block import Block, nearest


def credit(top: Block, categories: Mapping[str, Category], remedies: Collection[str]) -> CreditRule:
    """The rule that the block says; without a block no amount is ever put on hold."""
    if not top.has("credit_hold"):
        return CreditRule()
    block = top.block("credit_hold")
    rule = CreditRule(
        categories=block.many_of("categories", categories, "a category"),
        place=block.duration("place", "4h"),
        restore=block.duration("restore", "2h"),
        grace=block.number("grace", 7),
        credits=block.many_of("credits", remedies, "a remedy"),
        suspended=block.words("suspended", []),
        suspended_words=block.words("suspended_words", []),
    )
    block.end()
    known = {f"{one.code}:{sub.code}" for one in categories.values() for sub in one.subtypes}
    for name in rule.suspended:
        if name not in known and name not in remedies:
            mend = nearest(name, (*known, *remedies))
            raise block.wrong(f'suspended names "{name}", which is no subtype or remedy; {mend}')
    return rule
