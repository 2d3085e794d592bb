"""Finding the names of places in a text: how they are written, and what they need around them.

A Chinese text has no spaces, so a name is taken at its longest, from left to right, and only where
its neighbours allow (`place_words`). What the found names mean together is `places`' matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.understand import place_words as words

SHORT = 30  # characters: up to this a text is an answer, not a story
TOUCHING = 3  # letters at most between a place and what it lies in ("Haidian, Beijing")

_SUFFIX = re.compile(f"(?:{'|'.join(words.SUFFIXES)})$")
_PEOPLE = re.compile(f"(?<=..)(?:{'|'.join(words.PEOPLES)})+$")
_NOT_THERE = re.compile(words.NOT_THERE)
_NOT_THERE_EN = re.compile(words.NOT_THERE_EN)
_ORDINARY = frozenset(words.ORDINARY.split())
_ORDINARY_EN = frozenset(words.ORDINARY_EN.split())
_KNOWN = frozenset(words.KNOWN.split())
_LATIN = re.compile(r"[A-Za-zÜü]+(?:['’][A-Za-zÜü]+)*")
_ENDS = "省市区县州旗盟"
_OWNS = re.compile("['’]s$")
_BETWEEN = frozenset(("", " ", ",", "，", "、", "的", ", ", "· ", "-"))


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a place, or several places.

    `free` codes need nothing around them; `cued` ones a word like 住在 right before them; all of
    `codes` may stand right after what they lie in, or alone.
    """

    text: str
    codes: tuple[str, ...]
    free: tuple[str, ...]
    cued: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in text[start:end] and what it may mean there.

    `wide` is what it may mean right beside a place that it lies in; `codes` what it means without,
    possibly nothing. `cue` is the rank of the word before it, 0 if none.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    wide: tuple[str, ...]
    cue: int


Index = Mapping[str, tuple[Name, ...]]  # by the first two letters or the first word, longest first


def level(code: str) -> int:
    """1 for a province, 2 for a city or prefecture, 3 for a district or county."""
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def fold(name: str) -> str:
    """Bring an English name to the letters it is looked up by: "Xi'an" is "xian"."""
    return name.lower().replace("'", "").replace("’", "").replace("ü", "u")


def stem(name: str) -> str:
    """Take suffix and peoples off: 恩施土家族苗族自治州 is 恩施, 东乡族自治县 is 东乡."""
    bare = _SUFFIX.sub("", name)
    if name.endswith(("自治区", "自治州", "自治县", "自治旗", "族区")):
        return _PEOPLE.sub("", bare).removesuffix("族")
    return bare


def written_as(name: str) -> set[str]:
    """Give the ways to write a Chinese name: whole, bare, and 黔南州 for the autonomous ones."""
    bare = stem(name)
    ways = {name, bare} if len(bare) > 1 else {name}
    return ways | {bare + name[-1]} if "自治" in name and name[-1] in "州县旗" else ways


def index_zh(written: Mapping[str, Mapping[str, bool]]) -> Index:
    """Index Chinese names: `written` gives for each way to write the codes, and if in full."""
    heads: dict[str, list[Name]] = defaultdict(list)
    for text in sorted(written, key=len, reverse=True):
        codes = written[text]
        free = tuple(code for code, full in codes.items() if _free(text, code, full))
        cued = () if text in _ORDINARY else tuple(codes)
        heads[text[:2]].append(Name(text, tuple(codes), free, cued))
    return {head: tuple(names) for head, names in heads.items()}


def _free(text: str, code: str, full: bool) -> bool:
    if text in _ORDINARY:
        return False
    return len(text) > 2 or text in _KNOWN or (level(code) < 3 and not full)


def index_en(written: Mapping[str, tuple[str, ...]]) -> Index:
    """Index English names by their first word; `written` is by the folded name."""
    firsts: dict[str, list[Name]] = defaultdict(list)
    for text in sorted(written, key=len, reverse=True):
        codes = _largest(written[text])
        if text in words.FIRST:
            codes = (words.FIRST[text],)
        free = () if text in _ORDINARY_EN else codes
        firsts[text.split()[0]].append(Name(text, written[text], free, free))
    return {first: tuple(names) for first, names in firsts.items()}


def _largest(codes: tuple[str, ...]) -> tuple[str, ...]:
    top = min(map(level, codes), default=0)
    return tuple(code for code in codes if level(code) == top)


def scan_zh(index: Index, parents: Mapping[str, tuple[str, ...]], text: str) -> Iterator[Hit]:
    """Find Chinese names from left to right; `parents` of a code begin with the code itself."""
    at, last = 0, None
    while at < len(text) - 1:
        hit = None
        for name in index.get(text[at : at + 2], ()):
            if text.startswith(name.text, at) and _meant(text, at, name.text):
                hit = _hit(parents, text, at, name, last)
            if hit is not None:
                break
        if hit is None:
            at += 1
            continue
        yield hit
        at, last = hit.end, hit


def _hit(
    parents: Mapping[str, tuple[str, ...]], text: str, at: int, name: Name, last: Hit | None
) -> Hit | None:
    end = at + len(name.text)
    if last is not None and text[last.end : at] in _BETWEEN:
        inside = tuple(code for code in name.codes if set(parents[code][1:]) & set(last.codes))
        if inside:
            return Hit(at, end, _largest(inside), (), last.cue)
    cue = _cue(text, at)
    if name.free:
        return Hit(at, end, _largest(name.free), (), cue)
    if name.cued and (cue or (at == 0 and len(text) <= SHORT)):
        return Hit(at, end, name.cued, (), cue)
    return None


def _meant(text: str, start: int, name: str) -> bool:
    """Say whether the letters around leave the name a name."""
    end = start + len(name)
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in words.SPLIT.get(name, ("", ""))[0]:
        return False
    if after and after in words.SPLIT.get(name, ("", ""))[1] + words.NOT_SUFFIX.get(name[-1], ""):
        return False
    return (len(name) > 2 and name[-1] in _ENDS) or not _NOT_THERE.match(text, end)


def _cue(text: str, start: int) -> int:
    before = text[max(0, start - 4) : start].rstrip(" ")
    if before.endswith(words.NO_CUES):
        return 0
    return next((rank for cue, rank in words.CUES.items() if before.endswith(cue)), 0)


def scan_en(index: Index, text: str) -> Iterator[Hit]:
    """Find English names: capitalised, or in small letters where nothing else is so called."""
    tokens = list(_LATIN.finditer(text))
    folded = [fold(_OWNS.sub("", token.group())) for token in tokens]
    for at, token in enumerate(tokens):
        for name in index.get(folded[at], ()):
            size = name.text.count(" ") + 1
            if " ".join(folded[at : at + size]) != name.text:
                continue
            end = tokens[at + size - 1].end()
            if _NOT_THERE_EN.match(text, end) or not _written(token.group(), name, text):
                continue
            cue = words.CUES_EN.get(folded[at - 1], 0) if at else 0
            yield _named(name, token.start(), tokens[at + size - 1 : at + size + 1], cue)
            break


def _written(first: str, name: Name, text: str) -> bool:
    """Accept small letters in an answer, and in a story for a city's or province's long name."""
    if first[0].isupper() or len(text) <= SHORT:
        return True
    return len(name.text) >= 5 and any(level(code) < 3 for code in name.free)


def _named(name: Name, start: int, last: list[re.Match[str]], cue: int) -> Hit:
    """Make the hit; `last` is the name's last word and the one after, which may say the level."""
    levels = words.SUFFIXES_EN.get(last[-1].group().lower(), ()) if len(last) == 2 else ()
    said = tuple(code for code in name.codes if level(code) in levels)
    if said:
        return Hit(start, last[-1].end(), said, (), cue)
    return Hit(start, last[0].end(), name.free, name.codes, cue)
