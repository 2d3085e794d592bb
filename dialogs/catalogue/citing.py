"""Reads the rules of law."""

from datetime import date

from dialogs.catalogue.block import Block
from dialogs.catalogue.law import CERTAINTY, Rule


def rules(top: Block, languages: tuple[str, ...]) -> dict[str, Rule]:
    """The blocks [[rule]]."""
    read = {}
    for code, block in top.codes("rule", "[[rule]]").items():
        numbers = block.table("numbers") if block.has("numbers") else None
        read[code] = Rule(
            code=code,
            name=block.label("name", languages),
            article=block.label("article", languages) if block.has("article") else None,
            since=date.fromisoformat(block.date("since")),
            certainty=block.one_of("certainty", CERTAINTY, "a certainty"),
            source=block.text("source"),
            numbers={} if numbers is None else _numbers(numbers),
        )
        block.end()
    return read


def _numbers(block: Block) -> dict[str, int]:
    return {name: block.number(name, least=1) for name in block.says()}
