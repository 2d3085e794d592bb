"""Reads `[appeals]`: what a regulator looks at, when the file is offered, what it asks for."""

import re
from collections.abc import Collection

from dialogs.catalogue import AppealRule
from dialogs.catalogue.block import Block

TESTS = (
    *("affected", "concrete", "operator_first", "unhappy", "age"),
    *("settled", "elsewhere", "reachable", "evidence"),
)
GROUNDS = ("late", "final", "declined", "low_score", "reopened")
ASKED = (
    *("name", "relation", "address", "postcode", "province", "email", "employer"),
    *("contacts", "elsewhere"),
)
NEEDED = ("name", "phone", "address", "postcode", "email")


def appealing(top: Block, languages: tuple[str, ...], remedies: Collection[str]) -> AppealRule:
    """The rule that the block says. Raises CatalogueError."""
    block = top.block("appeals")
    rule = AppealRule(
        tests=block.many_of("tests", TESTS, "a test"),
        grounds=block.many_of("grounds", GROUNDS, "a ground"),
        declined=block.number("declined", least=1),
        asks=block.many_of("asks", ASKED, "something to ask for"),
        needed=block.many_of("needed", NEEDED, "something that is needed"),
        undemanding=block.many_of("undemanding", remedies, "a remedy"),
        postcode=block.text("postcode"),
        words=block.words("words"),
        filed_words=block.words("filed_words"),
        otherwise=block.label("otherwise", languages),
    )
    block.end()
    try:
        re.compile(rule.postcode)
    except re.error as error:
        raise block.wrong(f"postcode is no pattern ({error}); mend it") from error
    lacking = [one for one in rule.needed if one not in (*rule.asks, "phone")]
    if lacking:
        raise block.wrong(f'needed names "{lacking[0]}", which asks leaves out; name it in both')
    return rule
