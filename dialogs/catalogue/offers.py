"""Reads what may be offered: the remedies, and the promises that the operator has published."""

from collections.abc import Collection, Mapping

from dialogs.catalogue import Promise, Remedy
from dialogs.catalogue.block import Block
from dialogs.tickets.ticket import Role

OFFERING = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR)


def remedies(top: Block, languages: tuple[str, ...]) -> dict[str, Remedy]:
    """The remedies by their codes, in order."""
    blocks = top.codes("remedy", "[[remedy]]")
    return {code: _remedy(code, block, languages, blocks) for code, block in blocks.items()}


def _remedy(code: str, block: Block, languages: tuple[str, ...], known: Collection[str]) -> Remedy:
    read = Remedy(
        code=code,
        label=block.label("label", languages),
        money=block.flag("money", False),
        offered_only=block.flag("offered_only", False),
        least=block.one_of("least", OFFERING, "a role that offers", default=""),
        covers=block.many_of("covers", known, "a remedy"),
    )
    block.end()
    if code in read.covers:
        raise block.wrong("covers names the remedy itself; leave it out")
    return read


def wishable(block: Block, known: Mapping[str, Remedy]) -> tuple[str, ...]:
    """The remedies that a category asks about first: none that is only ever offered."""
    read = block.many_of("remedies", known, "a remedy")
    for code in read:
        if known[code].offered_only:
            raise block.wrong(f'remedies names "{code}", which is offered only; leave it out')
    return read


def promise(
    code: str,
    block: Block,
    languages: tuple[str, ...],
    known: Mapping[str, Remedy],
    categories: Collection[str],
) -> Promise:
    """The published promise that the block says."""
    read = Promise(
        code=code,
        label=block.label("label", languages),
        words=block.words("words"),
        valid_from=block.date("valid_from"),
        valid_to=block.date("valid_to", ""),
        text=block.label("text", languages),
        source=block.label("source", languages),
        remedy=block.one_of("remedy", known, "a remedy", default=""),
        categories=block.many_of("categories", categories, "a category"),
        times=block.number("times", 1, least=1),
    )
    block.end()
    if read.valid_to and read.valid_to < read.valid_from:
        raise block.wrong("valid_to lies before valid_from; swap or mend them")
    if read.times > 1 and not (read.remedy and known[read.remedy].money):
        raise block.wrong(
            "times goes with a remedy that has money = true; name it, or leave it out"
        )
    return read
