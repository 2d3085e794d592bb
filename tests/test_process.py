"""docs/process.md is what the catalogue says, every rule of it."""

from dialogs.catalogue import Catalogue
from tools.process import HERE, PLACE, page


def test_the_page_is_what_the_catalogue_says(catalogue: Catalogue) -> None:
    """If not: run `python -m tools.process` and read the diff."""
    assert (HERE / PLACE).read_text("utf-8") == page(catalogue)


def test_every_rule_message_category_and_role_stands_there(catalogue: Catalogue) -> None:
    text = page(catalogue)
    names = (*catalogue.clocks, *catalogue.notices, *catalogue.categories, *catalogue.money_limits)
    assert [name for name in (*names, *catalogue.promised) if f"| {name} |" not in text] == []


def test_every_mark_is_told(catalogue: Catalogue) -> None:
    limits = page(catalogue).partition("## Working days")[0]
    lines = {line.split(" | ")[0][2:]: line for line in limits.splitlines()}
    for rule in catalogue.clocks.values():
        for mark in rule.marks:
            told = [one for one in (mark.tell, mark.message, mark.task, mark.move) if one]
            assert all(one in lines[rule.code] for one in told), rule.code
        assert lines[rule.code].count("**breach**") == sum(mark.breach for mark in rule.marks)
