"""Reads how many users the operator had: the [[subscribers]] blocks."""

import re

from dialogs.catalogue import Subscribers
from dialogs.catalogue.block import Block

QUARTER = re.compile(r"20\d\d-Q[1-4]")


def subscribers(top: Block) -> tuple[Subscribers, ...]:
    """The [[subscribers]] blocks in their order; there may be none."""
    if not top.has("subscribers"):
        return ()
    read: dict[tuple[str, str], Subscribers] = {}
    for block in top.blocks("subscribers", "[[subscribers]]"):
        one = _one(block)
        if (one.quarter, one.province) in read:
            raise block.wrong(f'{one.quarter} of "{one.province}" stands there twice; remove one')
        read[one.quarter, one.province] = one
    return tuple(read.values())


def _one(block: Block) -> Subscribers:
    read = Subscribers(
        quarter=block.text("quarter"),
        province=block.text("province", ""),
        users=block.number("users", least=1),
        example=block.flag("example", False),
    )
    block.end()
    if not QUARTER.fullmatch(read.quarter):
        raise block.wrong(f'quarter must be like "2026-Q4", not "{read.quarter}"')
    return read
