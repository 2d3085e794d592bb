"""One catalogue laid over another, so that a country or an operator says only what differs.

Tables are joined key by key, lists of blocks with codes block by block: a block of a known code
changes the keys that it says, another one is added, and one with `gone = true` is taken out, as is
a table. Every other value is replaced. `only` names lists of which nothing of the lower catalogue
is kept. Words in languages that the upper one does not speak are left out.
"""

from collections.abc import Collection, Mapping

from dialogs.catalogue import CatalogueError

EXTENDS, ONLY, GONE = "extends", "only", "gone"
Document = Mapping[str, object]


def laid_over(base: Document, over: Document) -> dict[str, object]:
    """The document that both make together. Raises CatalogueError for what is not there."""
    alone = _named(over)
    for key in alone:
        if not isinstance(base.get(key), list):
            raise CatalogueError(f'catalogue: only names "{key}", which is no list of blocks')
    spoken = _languages(base)
    kept = {key: value for key, value in base.items() if key not in alone}
    said = {key: value for key, value in over.items() if key not in (EXTENDS, ONLY)}
    joined = _joined(kept, said, spoken)
    wanted = _languages(joined)
    return {key: _spoken(value, spoken, wanted) for key, value in joined.items()}


def _named(over: Document) -> tuple[str, ...]:
    named = over.get(ONLY, [])
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise CatalogueError(f'catalogue: {ONLY} must be a list of names, not "{named}"')
    return tuple(named)


def _languages(document: Document) -> tuple[str, ...]:
    said = document.get("languages", [])
    return tuple(said) if isinstance(said, list) else ()


def _joined(
    base: Mapping[str, object], over: Mapping[str, object], spoken: Collection[str]
) -> dict[str, object]:
    joined = dict(base)
    for key, value in over.items():
        below = base.get(key)
        if isinstance(value, Mapping) and value.get(GONE) is True:
            joined.pop(key, None)
        elif _is_label(value, spoken) or _is_label(below, spoken):
            joined[key] = value
        elif isinstance(value, Mapping) and isinstance(below, Mapping):
            joined[key] = _joined(below, value, spoken)
        elif _coded(value) and _coded(below):
            joined[key] = _blocks(key, below, value, spoken)
        else:
            joined[key] = value
    return joined


def _blocks(
    key: str, base: object, over: object, spoken: Collection[str]
) -> list[Mapping[str, object]]:
    """The blocks of both lists, the lower one's first."""
    found = {str(one["code"]): one for one in _rows(base)}
    for one in _rows(over):
        code = str(one["code"])
        if one.get(GONE) is True:
            if code not in found:
                raise CatalogueError(f"[[{key}]] {code}: is gone already; leave this block out")
            del found[code]
        else:
            found[code] = _joined(found.get(code, {}), one, spoken)
    return list(found.values())


def _rows(blocks: object) -> list[Mapping[str, object]]:
    return [one for one in blocks if isinstance(one, Mapping)] if isinstance(blocks, list) else []


def _coded(value: object) -> bool:
    """Whether it is a list of blocks that each have a code."""
    rows = _rows(value)
    return bool(rows) and isinstance(value, list) and all("code" in one for one in rows)


def _is_label(value: object, languages: Collection[str]) -> bool:
    return isinstance(value, Mapping) and bool(value) and set(value) <= set(languages)


def _spoken(value: object, spoken: Collection[str], wanted: Collection[str]) -> object:
    """The value with its words in the wanted languages alone."""
    if isinstance(value, list):
        return [_spoken(one, spoken, wanted) for one in value]
    if not isinstance(value, Mapping):
        return value
    kept = value.items()
    if _is_label(value, {*spoken, *wanted}):
        return {tag: words for tag, words in kept if tag in wanted}
    return {key: _spoken(one, spoken, wanted) for key, one in kept}
