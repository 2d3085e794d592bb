"""Reads `[[origin]]`: the ways by which complaints come that staff write down."""

from dialogs.catalogue.block import Block
from dialogs.catalogue.process import Origin


def origins(top: Block, languages: tuple[str, ...]) -> dict[str, Origin]:
    """The origins by their codes, in the catalogue's order."""
    read = {}
    for code, block in top.codes("origin", "[[origin]]").items():
        read[code] = Origin(
            code=code,
            label=block.label("label", languages),
            present=block.flag("present", False),
            referred=block.flag("referred", False),
        )
        block.end()
    return read
