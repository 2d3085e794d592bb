"""The part of docs/process.md on how grave a complaint is and who gets it."""

import re
from collections.abc import Callable, Iterable, Iterator

from dialogs.catalogue import Catalogue
from dialogs.catalogue.process import RouteRule, Trigger
from dialogs.model import Label

Table = Callable[[Iterable[str], Iterable[Iterable[str]]], str]

PARTS = re.compile(r" (?:\.\.|[+&]) ")  # between what a pattern of a trigger asks for
SHOWN = 3  # words of a trigger that stand as examples
CLASSES = {
    "A": "A: grave by itself",
    "B": "B: grave once an answer did not satisfy",
    "intent": "says that they will appeal",
    "tone": "only how it sounds",
}
TARGETS = {
    "category": "the department of the category",
    "earlier": "whoever had the complaint that it repeats",
    "incident": "whoever has the incident",
}


def routes(known: Catalogue, table: Table) -> Iterator[str]:
    """Who gets a ticket, in the order in which the rules are looked at."""
    yield "## Who gets a ticket\n"
    yield "The first rule that fits says where a ticket goes, as it is filed and again when it"
    yield "becomes graver. Whoever is its first contact stays so for the subscriber.\n"
    rows = (
        (str(place), rule.code, *_both(rule.label), _if(rule), _to(rule, known), rule.role)
        for place, rule in enumerate(known.routes, 1)
    )
    yield table(("", "rule", "名称", "name", "where", "goes to", "is taken by"), rows)


def levels(known: Catalogue, table: Table) -> Iterator[str]:
    """Which level a complaint begins with."""
    rules = known.levels
    yield "## Levels\n"
    yield "A complaint begins with the highest level of what fits; at 3 a person is called into the"
    yield "chat and a supervisor is told at once.\n"
    rows = [("anything else", str(rules.usual))]
    rows += [(f"kind: {name}", str(level)) for name, level in rules.kinds.items()]
    rows += [(f"category: {name}", str(level)) for name, level in rules.categories.items()]
    rows += [
        (f"disputed amount from {minor / 100:,.2f} yuan", str(level))
        for minor, level in rules.amounts
    ]
    yield table(("what", "level"), rows)


def triggers(known: Catalogue, table: Table) -> Iterator[str]:
    """What is heard in people's words, and what it brings."""
    yield "## What is heard in people's words\n"
    yield "Looked for in the story and in every message after it, both languages alike. Each is"
    yield "answered once, calmly, and tells a supervisor; of two the first here is answered.\n"
    rows = (
        (one.code, *_both(one.label), CLASSES[one.grade], _brings(one), _examples(one))
        for one in known.triggers
    )
    yield table(("code", "名称", "name", "class", "brings", "such as"), rows)


def _if(rule: RouteRule) -> str:
    marks = (
        (rule.referral, "referred by an outside body"),
        (rule.level > 0, f"level {rule.level} and above"),
        (rule.key, "a key account's"),
        (rule.incident, "part of an incident"),
        (rule.repeat, "comes again"),
        (rule.out_of_hours, "outside working hours"),
        (bool(rule.categories), ", ".join(rule.categories)),
        (bool(rule.provinces), "provinces " + ", ".join(rule.provinces)),
    )
    return "; ".join(words for said, words in marks if said) or "always"


def _to(rule: RouteRule, known: Catalogue) -> str:
    if rule.department:
        where = f"{rule.department} {known.departments[rule.department].label.words['en']}"
    else:
        where = TARGETS[rule.to]
    return f"{where}, the people of the province" if rule.area else where


def _brings(one: Trigger) -> str:
    told = [f"level {one.level} at least"] if one.level else []
    told += ["one level more"] if one.raises else []
    told += [f"tone: {one.tone}"] if one.tone else []
    return ", ".join(told)


def _examples(one: Trigger) -> str:
    """The first words of each language, alternatives left out."""
    chinese = [words for words in one.words if not words.isascii()]
    english = [words for words in one.words if words.isascii()]
    return "<br>".join(map(_first, (*chinese[:SHOWN], *english[:SHOWN])))


def _first(words: str) -> str:
    """A pattern of the catalogue by its first alternatives: "打不通 … 110"."""
    firsts = (part.split("/")[0].strip("=*") for part in PARTS.split(words))
    return " … ".join(firsts).replace("#", "3")


def _both(label: Label) -> tuple[str, str]:
    return label.words["zh-CN"], label.words["en"]
