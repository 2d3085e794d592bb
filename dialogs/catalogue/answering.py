"""Reads the ready answers of the desk: the [[answer]] blocks."""

from dialogs.catalogue.block import Block, nearest
from dialogs.catalogue.canned import VARIABLES, Canned, unknown
from dialogs.catalogue.grave import Known
from dialogs.tickets.pressing import asks_for_a_score


def answers(top: Block, known: Known) -> dict[str, Canned]:
    """The [[answer]] blocks by their codes, in order; there may be none."""
    blocks = top.codes("answer", "[[answer]]") if top.has("answer") else {}
    return {code: _answer(code, block, known) for code, block in blocks.items()}


def _answer(code: str, block: Block, known: Known) -> Canned:
    read = Canned(
        code=code,
        label=block.label("label", known.languages),
        text=block.label("text", known.languages),
        categories=block.many_of("categories", known.categories, "a category"),
        departments=block.many_of("departments", known.departments, "a department"),
    )
    block.end()
    for language, words in read.text.words.items():
        for one in unknown(words):
            mend = nearest(one, VARIABLES)
            raise block.wrong(f'text.{language} names "{{{one}}}", no variable; {mend}')
        if asks_for_a_score(words):
            raise block.wrong(f"text.{language} asks for a score; take that out")
    return read
