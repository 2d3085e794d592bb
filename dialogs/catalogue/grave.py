"""Reads triggers, levels and routes: how grave a complaint is, and who gets it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialogs.catalogue import Category, Department
from dialogs.catalogue.block import Block, nearest
from dialogs.catalogue.process import GRADES, Levels, RouteRule, Trigger
from dialogs.tickets.ticket import Kind, Role
from dialogs.understand.heard import TONES, misspelt

HIGHEST = 3
TARGETS = ("category", "earlier", "incident")
TAKERS = (Role.AGENT.value, Role.HANDLER.value, Role.SUPERVISOR.value, Role.DIRECTOR.value)


@dataclass(frozen=True, slots=True)
class Known:
    """What levels and routes may name."""

    languages: tuple[str, ...]
    categories: Mapping[str, Category]
    departments: Mapping[str, Department]


def triggers(top: Block, languages: tuple[str, ...]) -> tuple[Trigger, ...]:
    """The [[trigger]] blocks, in their order: of two that were heard the first one is answered."""
    blocks = top.codes("trigger", "[[trigger]]")
    read = tuple(_trigger(code, block, languages) for code, block in blocks.items())
    for one in read:
        for covered in one.covers:
            if covered not in blocks:
                mend = nearest(covered, blocks)
                raise blocks[one.code].wrong(f'covers names "{covered}", no trigger; {mend}')
    return read


def _trigger(code: str, block: Block, languages: tuple[str, ...]) -> Trigger:
    grade = block.one_of("class", GRADES, "a class")
    read = Trigger(
        code=code,
        grade=grade,
        label=block.label("label", languages),
        words=_words(block, "words", languages),
        unless=_words(block, "unless", languages) if block.has("unless") else (),
        own=block.flag("own", grade in {"B", "intent"}),
        covers=block.many_of("covers", None, "a trigger"),
        level=_level(block, "level") if block.has("level") else 0,
        raises=block.flag("raises", False),
        tone=block.one_of("tone", TONES, "a tone", default=""),
        answer=block.label("answer", languages) if block.has("answer") else None,
    )
    block.end()
    if (read.grade == "tone") is not (read.answer is None):
        raise block.wrong('an answer belongs to every class but "tone"; give it or leave it out')
    if read.grade == "tone" and not read.tone:
        raise block.wrong('tone is missing; class = "tone" needs it')
    return read


def _words(block: Block, key: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The words of all languages, since people mix them."""
    inner = block.table(key)
    found: list[str] = []
    for language in inner.says():
        if language not in languages:
            raise block.wrong(f"{key}.{language}: no such language; {nearest(language, languages)}")
        found += inner.words(language)
    for words in found:
        if why := misspelt(words):
            raise block.wrong(f'{key} says "{words}": {why}')
    return tuple(dict.fromkeys(found))


def _level(block: Block, key: str) -> int:
    read = block.number(key, least=1)
    if read > HIGHEST:
        raise block.wrong(f"{key} must be 1, 2 or 3, not {read}")
    return read


def levels(top: Block, categories: Mapping[str, Category]) -> Levels:
    """The [levels] table; without one everything is of level 2."""
    if not top.has("levels"):
        return Levels()
    block = top.block("levels")
    kinds = _by_name(block, "kinds", {one.value for one in Kind}, "a kind of contact")
    pairs = {f"{code}:{sub.code}" for code, one in categories.items() for sub in one.subtypes}
    known = _by_name(block, "categories", pairs | set(categories), "a category or a subtype")
    amounts = tuple(_amount(one) for one in block.blocks("amounts", "[levels], amount"))
    read = Levels(usual=_level(block, "usual"), kinds=kinds, categories=known, amounts=amounts)
    block.end()
    return read


def _by_name(block: Block, key: str, names: Collection[str], what: str) -> dict[str, int]:
    if not block.has(key):
        return {}
    inner = block.table(key)
    for name in inner.says():
        if name not in names:
            raise block.wrong(f'{key} names "{name}", which is not {what}; {nearest(name, names)}')
    return {name: _level(inner, name) for name in inner.says()}


def _amount(block: Block) -> tuple[int, int]:
    read = block.number("from", least=1), _level(block, "level")
    block.end()
    return read


def routes(top: Block, known: Known) -> tuple[RouteRule, ...]:
    """The [[route]] blocks in their order: the first that fits is the one that counts."""
    read = [_route(code, block, known) for code, block in top.codes("route", "[[route]]").items()]
    early = next((one for one in read[:-1] if one.always), None)
    if early is not None:
        raise top.wrong(f"[[route]] {early.code} fits every ticket; put it last")
    if not read or not read[-1].always:
        raise top.wrong("the last [[route]] must fit every ticket; add one without conditions")
    return tuple(read)


def _route(code: str, block: Block, known: Known) -> RouteRule:
    if block.has("to") is block.has("department"):
        raise block.wrong("give either to or department")
    read = RouteRule(
        code=code,
        label=block.label("label", known.languages),
        referral=block.flag("referral", False),
        level=_level(block, "level") if block.has("level") else 0,
        key=block.flag("key", False),
        incident=block.flag("incident", False),
        repeat=block.flag("repeat", False),
        out_of_hours=block.flag("out_of_hours", False),
        categories=block.many_of("categories", known.categories, "a category"),
        provinces=block.many_of("provinces", None, "a province"),
        to=block.one_of("to", TARGETS, "a target", default=""),
        department=block.one_of("department", known.departments, "a department", default=""),
        area=block.flag("area", True),
        role=block.one_of("role", TAKERS, "a role that takes tickets", default="handler"),
    )
    block.end()
    for province in read.provinces:
        if not (len(province) == len("110000") and province.isascii() and province.isdecimal()):
            raise block.wrong(f'provinces must be six digits each, not "{province}"')
    return read
