"""Reads `[outside]`: what is kept and told while an outside body has a matter."""

from dialogs.catalogue import Outside
from dialogs.catalogue.block import Block


def outside(top: Block) -> Outside:
    """What the block says, and what is usual where it says nothing."""
    if not top.has("outside"):
        return Outside()
    block, usual = top.block("outside"), Outside()
    read = Outside(
        hold=block.duration("hold", f"{usual.hold.days}d"),
        call_from=block.number("call_from", usual.call_from, least=1),
        call_to=block.number("call_to", usual.call_to, least=1),
    )
    block.end()
    if read.call_to < read.call_from:
        raise block.wrong("call_to must not lie before call_from; mend either")
    return read
