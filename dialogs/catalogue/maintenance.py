"""Reads what holds for work on the network that is announced."""

from collections.abc import Collection, Mapping

from dialogs.catalogue import Category, Maintenance
from dialogs.catalogue.block import Block


def maintenance(top: Block, categories: Mapping[str, Category]) -> Maintenance:
    """What the block [planned] says."""
    block = top.block("planned")
    read = Maintenance(
        notice=block.duration("notice"),
        apart=block.many_of("apart", _pairs(categories), 'a pair like "NET-F:install_late"'),
    )
    block.end()
    return read


def _pairs(categories: Mapping[str, Category]) -> Collection[str]:
    kinds = ((one.code, kind.code) for one in categories.values() for kind in one.subtypes)
    return tuple(f"{category}:{kind}" for category, kind in kinds)
