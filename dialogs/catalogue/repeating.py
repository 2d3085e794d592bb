"""Reads when a complaint counts as the same matter again."""

from collections.abc import Collection

from dialogs.catalogue import Repeating
from dialogs.catalogue.block import Block


def repeating(top: Block, categories: Collection[str]) -> Repeating:
    """What the block [repeats] says."""
    block = top.block("repeats")
    read = Repeating(
        words=block.words("words"),
        follow_on=block.many_of("follow_on", categories, "a category"),
        supervisor_from=block.number("supervisor_from", least=2),
    )
    block.end()
    return read
