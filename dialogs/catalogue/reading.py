"""Reads the catalogue: a TOML document, already parsed, becomes a checked Catalogue.

Nothing is guessed: an unknown key, a name that resolves to nothing, a missing language or a time
that cannot be is a CatalogueError naming the block, the key and the mend.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from dialogs.catalogue import (
    Appeal,
    Asked,
    Catalogue,
    Category,
    Company,
    Department,
    Notice,
    Remedy,
    Subtype,
)
from dialogs.catalogue import checks as looking
from dialogs.catalogue.answering import answers
from dialogs.catalogue.appealing import appealing
from dialogs.catalogue.batches import batches
from dialogs.catalogue.block import Block, nearest
from dialogs.catalogue.citing import rules
from dialogs.catalogue.clocks import Known, clock
from dialogs.catalogue.correcting import corrective, inspecting
from dialogs.catalogue.grave import Known as Reached
from dialogs.catalogue.grave import levels, routes, triggers
from dialogs.catalogue.holding import credit
from dialogs.catalogue.maintenance import maintenance
from dialogs.catalogue.offers import promise, remedies, wishable
from dialogs.catalogue.origins import origins
from dialogs.catalogue.outside import outside
from dialogs.catalogue.repeating import repeating
from dialogs.catalogue.scoring import with_survey
from dialogs.catalogue.settings import with_limits, with_words
from dialogs.catalogue.subscribers import subscribers
from dialogs.model import Label

NEEDS = ("when", "place", "amount", "number")
PLACES = ("network", "store")
ROLLUPS = ("N", "C", "U")
KINDS = ("text", "choice", "date", "yes_no", "card", "staff")
WAYS = ("push", "edit", "status")
RESTS = ("night", "survey")
LETTERS = ("final", "overdue")
PROVINCE = re.compile(r"\d{6}")
COUNTRY, CURRENCY = re.compile(r"[A-Z]{2}"), re.compile(r"[A-Z]{3}")
PHONE = re.compile(r"\+?\d[\d-]{2,19}")


@dataclass(frozen=True, slots=True)
class Names:
    """What a category may refer to."""

    languages: tuple[str, ...]
    remedies: Mapping[str, Remedy]
    departments: Mapping[str, Department]


def parse(document: Mapping[str, object], moves: Collection[str] | None = None) -> Catalogue:
    """The catalogue that the document says; `moves` are the ticket's move names (None: unchecked).

    Raises CatalogueError at the first thing that is wrong.
    """
    top = Block("catalogue", document)
    said = top.words("languages")
    names = Names(said, remedies(top, said), _departments(top, said))
    notices = _notices(top)
    categories = {code: _category(code, b, names) for code, b in _listed(top, "category")}
    clocks, laws = _listed(top, "clock"), rules(top, said)
    known = Known(said, moves, notices, categories, tuple(code for code, _ in clocks), laws)
    made = partial(
        Catalogue,
        languages=said,
        categories=categories,
        remedies=names.remedies,
        departments=names.departments,
        notices=notices,
        laws=laws,
        clocks={code: clock(code, block, known) for code, block in clocks},
        companies={c: _company(c, b, said) for c, b in _listed(top, "company")},
        promised=_promised(top, moves),
        emergency=_emergency(top, categories, said),
        triggers=triggers(top, said),
        levels=levels(top, categories),
        routes=routes(top, Reached(said, categories, names.departments)),
        repeats=repeating(top, categories),
        credit=credit(top, categories, names.remedies),
        planned=maintenance(top, categories),
        batches=batches(top, Reached(said, categories, names.departments)),
        origins=origins(top, said),
        checks=looking.checks(top, said, categories),
        reminders=looking.reminders(top, said, categories),
        stores=looking.stores(top, said),
        staff_numbers=looking.staff_numbers(top),
        corrective=corrective(top),
        inspecting=inspecting(top),
        answers=answers(top, Reached(said, categories, names.departments)),
        outside=outside(top),
        subscribers=subscribers(top),
        letter_limits=_letter_limits(top, [code for code, _ in clocks]),
    )
    listed = _with_lists(made, top, names, categories)
    asked = with_survey(listed, top, names.departments, said)
    read = with_limits(with_words(asked, top), top, laws)()
    top.end()
    return read


def _listed(top: Block, key: str) -> list[tuple[str, Block]]:
    return list(top.codes(key, f"[[{key}]]").items())


def _departments(top: Block, languages: tuple[str, ...]) -> dict[str, Department]:
    read = {}
    for code, block in _listed(top, "department"):
        label = block.label("label", languages)
        read[code] = Department(code=code, label=label, told=block.flag("told", True))
        block.end()
    return read


def _labels(top: Block, key: str, languages: tuple[str, ...]) -> dict[str, Label]:
    read = {}
    for code, block in _listed(top, key):
        read[code] = block.label("label", languages)
        block.end()
    return read


def _company(code: str, block: Block, languages: tuple[str, ...]) -> Company:
    read = Company(
        code=code,
        label=block.label("label", languages),
        words=block.words("words"),
        phone=block.text("phone"),
        note=block.label("note", languages),
        telecom=block.flag("telecom", False),
    )
    block.end()
    if not PHONE.fullmatch(read.phone):
        raise block.wrong(f'phone must be digits and "-", not "{read.phone}"')
    return read


def _letter_limits(top: Block, clocks: Collection[str]) -> tuple[str, ...]:
    block = top.block("appeal_letter")
    read = block.many_of("limits", clocks, "a clock")
    block.end()
    return read


def _notices(top: Block) -> dict[str, Notice]:
    blocks = top.codes("message", "[[message]]")
    read = {}
    for code, block in blocks.items():
        read[code] = Notice(
            code=code,
            way=block.one_of("way", WAYS, "a way"),
            rest=block.one_of("rest", RESTS, "a rest", default=""),
            yields_to=block.one_of("yields_to", blocks, "a message", default=""),
            letter=block.one_of("letter", LETTERS, "a letter", default=""),
        )
        block.end()
    return read


def _category(code: str, block: Block, names: Names) -> Category:
    needs = block.many_of("needs", NEEDS, "a field")
    place = block.one_of("place_kind", PLACES, "a kind of place", default="")
    if bool(place) is not ("place" in needs):
        raise block.wrong('place_kind goes with needs = ["place"]; give both or neither')
    subtypes = _subtypes(block, names.languages)
    read = Category(
        code=code,
        label=block.label("label", names.languages),
        subtypes=subtypes,
        department=block.one_of("department", names.departments, "a department"),
        rollup=block.one_of("rollup", ROLLUPS, "a roll-up", default=""),
        needs=needs,
        place_kind=place,
        remedies=wishable(block, names.remedies),
        asked=_asked(block, names.languages),
        evidence=looking.evidence(block, names.languages, [one.code for one in subtypes]),
        repair=block.flag("repair", False),
    )
    block.end()
    if not read.subtypes or not read.remedies:
        raise block.wrong("subtypes and remedies need at least one entry each; add it")
    return read


def _subtypes(block: Block, languages: tuple[str, ...]) -> tuple[Subtype, ...]:
    read = []
    for code, inner in block.codes("subtypes", f"{block.name}, subtype").items():
        read.append(Subtype(code=code, label=inner.label("label", languages)))
        inner.end()
    return tuple(read)


def _asked(block: Block, languages: tuple[str, ...]) -> tuple[Asked, ...]:
    read = []
    for code, inner in block.codes("asked", f"{block.name}, asked").items():
        ask = inner.label("ask", languages)
        kind = inner.one_of("kind", KINDS, "a kind of answer", default="text")
        options = _options(inner, languages)
        if (kind == "choice") is not (len(options) > 1) or (options and kind != "choice"):
            raise inner.wrong('options go with kind = "choice", two at least; mend either')
        read.append(Asked(code=code, ask=ask, kind=kind, options=options))
        inner.end()
    return tuple(read)


def _options(block: Block, languages: tuple[str, ...]) -> tuple[tuple[str, Label], ...]:
    read = []
    for code, inner in block.codes("options", f"{block.name}, option").items():
        read.append((code, inner.label("label", languages)))
        inner.end()
    return tuple(read)


def _emergency(
    top: Block, categories: Mapping[str, Category], languages: tuple[str, ...]
) -> dict[str, Label]:
    block = top.block("emergency")
    for code in block.says():
        if code not in categories:
            raise block.wrong(f'"{code}" is not a category; {nearest(code, categories)}')
    return {code: block.label(code, languages) for code in block.says()}


def _promised(top: Block, moves: Collection[str] | None) -> dict[str, int]:
    block = top.block("promised")
    for move in block.says():
        if moves is not None and move not in moves:
            raise block.wrong(f'"{move}" is not a move; {nearest(move, moves)}')
    return {move: block.number(move) for move in block.says()}


def _code(top: Block, key: str, form: re.Pattern[str], default: str) -> str:
    read = top.text(key, default)
    if not form.fullmatch(read):
        raise top.wrong(f'{key} must be a code like "{default}", not "{read}"')
    return read


def _appeals(
    top: Block, languages: tuple[str, ...], companies: Collection[str]
) -> tuple[Appeal, ...]:
    read: dict[tuple[str, ...], Appeal] = {}
    for block in top.blocks("appeal", "[[appeal]]"):
        one = _appeal(block, languages, companies)
        whose = one.companies or (one.province,)
        if whose in read:
            raise block.wrong(f'"{", ".join(whose)}" has a body already; leave one out')
        read[whose] = one
    if ("",) not in read:
        raise top.wrong('[[appeal]] lacks the national body; add one with province = ""')
    return tuple(read.values())


def _appeal(block: Block, languages: tuple[str, ...], companies: Collection[str]) -> Appeal:
    read = Appeal(
        province=block.text("province", ""),
        companies=block.many_of("companies", companies, "a company"),
        body=block.label("body", languages),
        phone=block.text("phone"),
        address=block.label("address", languages),
        checked=block.date("checked"),
    )
    block.end()
    if read.province and not PROVINCE.fullmatch(read.province):
        raise block.wrong(f'province must be six digits, not "{read.province}"')
    if not PHONE.fullmatch(read.phone):
        raise block.wrong(f'phone must be digits and "-", not "{read.phone}"')
    return read


def _with_lists(
    made: "partial[Catalogue]", top: Block, names: Names, categories: Collection[str]
) -> "partial[Catalogue]":
    said = names.languages
    return partial(
        made,
        version=top.text("version"),
        country=_code(top, "country", COUNTRY, "CN"),
        currency=_code(top, "currency", CURRENCY, "CNY"),
        notice=top.text("notice"),
        promises={
            code: promise(code, block, said, names.remedies, categories)
            for code, block in _listed(top, "promise")
        },
        appeals=_appeals(top, said, made.keywords["companies"]),
        appealing=appealing(top, said, names.remedies),
        inadmissible=_labels(top, "inadmissible", said),
        reasons=_labels(top, "reason", said),
        decline=_labels(top, "decline", said),
    )
