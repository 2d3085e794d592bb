"""Places named in free text: province, city and district by their GB/T 2260 codes.

A code of six digits carries its parents: 110108 lies in 110100, that in 110000. Two readings of the
standard are ours: Chongqing's counties (5002..) belong to the city 500100, and what a province
governs directly (4290.., 6590..) has no city. The table comes in as rows; nothing is read here.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dialogs.model import Language
from dialogs.tickets.ticket import Where
from dialogs.understand import place_words as words
from dialogs.understand.place_scan import (
    TOUCHING,
    Hit,
    Index,
    fold,
    index_en,
    index_zh,
    level,
    scan_en,
    scan_zh,
    written_as,
)

MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
OPTIONS = 8
LONGEST = 1500  # characters looked at
MANY = 40  # names taken from one text: each is held against each

_ADDRESS = re.compile(words.ADDRESS)
_ADDRESS_EN = re.compile(words.ADDRESS_EN)
_ADDRESS_ENDS = re.compile(words.ADDRESS_ENDS)
_SENTENCE = re.compile(r"[.!?;]\s|\n")
_I_LIVE = re.compile(r"(?i).*?\b(?:live|stay|am|address is|at|in|on)\s+(?:(?:at|in|on|the)\s+)*")


def rows_of(text: str) -> tuple[tuple[str, str, str], ...]:
    """Read the text of `places.csv` into (code, Chinese, English); lines with # are comments."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple((code, zh, en) for code, zh, en in csv.reader(lines))


def places_of(rows: Iterable[tuple[str, str, str]]) -> "Places":
    """Build the index of (code, Chinese name, English name), once for the life of the process.

    The first row of a code names it; further rows of it are other names: old ones, short ones.
    """
    names: dict[str, tuple[str, str]] = {}
    zh: dict[str, dict[str, bool]] = defaultdict(dict)
    en: dict[str, dict[str, None]] = defaultdict(dict)
    for code, chinese, english in rows:
        names.setdefault(code, (chinese, english))
        for way in written_as(chinese) if chinese else ():
            zh[way][code] = way == chinese
        if english:
            en[fold(english)][code] = None
    parents = {code: _parents(code, names) for code in names}
    en_index = index_en({text: tuple(codes) for text, codes in en.items()})
    return Places(names, parents, index_zh(zh), en_index)


def _parents(code: str, names: Mapping[str, object]) -> tuple[str, ...]:
    city = (code[:2] + "01" if code[:2] in MUNICIPALITIES else code[:4]) + "00"
    ladder = (code, city, code[:2] + "0000") if city in names else (code, code[:2] + "0000")
    return tuple(dict.fromkeys(ladder))


@dataclass(frozen=True, slots=True)
class Places:
    """The table's places: `resolve` a text, `find` what a typed answer may mean, `name` one.

    `parents` of a code begin with itself; a municipality's province has its city as a parent too,
    since they are one.
    """

    names: Mapping[str, tuple[str, str]]
    parents: Mapping[str, tuple[str, ...]]
    zh: Index
    en: Index

    def resolve(self, text: str) -> Where:
        """Find the deepest place that `text` names without doubt; all "" if there is none.

        Of two places that do not lie in one another the one said to be the scene (住在, "in")
        counts, else what they have in common. `words` are the text's: the address, or the name.
        Of a long text the beginning is looked at.
        """
        text = text[:LONGEST]
        hits = self._settled(self._hits(text))
        code = self._meant(hits)
        if not code:
            return Where()
        of_it = [hit for hit in hits if hit.codes[0] == code] or hits
        return replace(self.where(code), words=_words(text, of_it[0], hits))

    def where(self, code: str) -> Where:
        """Give the province, city and district of a code, "" where it has none."""
        by_level = {level(one): one for one in self.parents.get(code, ())}
        return Where(
            province=by_level.get(1, ""), city=by_level.get(2, ""), district=by_level.get(3, "")
        )

    def name(self, code: str, language: Language) -> str:
        """Name a code in full: "北京市海淀区" or "Haidian, Beijing"; "" for an unknown code."""
        chinese = language.startswith("zh")
        parts = [self.names[one][0 if chinese else 1] for one in self.parents.get(code, ())]
        parts = list(dict.fromkeys(parts))
        return "".join(reversed(parts)) if chinese else ", ".join(parts)

    def find(self, text: str, under: str = "") -> tuple[str, ...]:
        """Give what a typed answer may mean, at most 8 codes, the larger places first.

        `under` keeps to what lies in that code. More than one code are choices to be offered.
        """
        text = text[:LONGEST]
        codes = self._called(text.strip())
        if not codes:
            hits = self._hits(text)
            codes = self._narrowed(hits[-1], hits) if hits else self._begun(text.strip())
        kept = {code for code in codes if not under or under in self.parents[code][1:]}
        return tuple(sorted(kept, key=lambda code: (level(code), code)))[:OPTIONS]

    def _called(self, text: str) -> tuple[str, ...]:
        """Give every place of exactly this name, except a municipality's doubles."""
        folded = fold(text)
        known = (*self.zh.get(text[:2], ()), *self.en.get(folded.split(" ")[0], ()))
        codes = [code for name in known if name.text in {text, folded} for code in name.codes]
        return tuple(c for c in codes if level(c) != 2 or c[:2] not in MUNICIPALITIES)

    def _begun(self, text: str) -> tuple[str, ...]:
        """Give the places whose name begins with at least two letters of text."""
        if len(text) < 2:
            return ()
        folded = fold(text)
        return tuple(
            code
            for code, (zh, en) in self.names.items()
            if zh.startswith(text) or fold(en).startswith(folded)
        )

    def _hits(self, text: str) -> list[Hit]:
        found = [*scan_zh(self.zh, self.parents, text), *scan_en(self.en, text)]
        return sorted(found, key=lambda hit: hit.start)[:MANY]

    def _settled(self, hits: list[Hit]) -> list[Hit]:
        """Bring each hit to one code: by its neighbours, else to what its codes share."""
        settled = []
        for hit in hits:
            codes = self._narrowed(hit, hits)
            one = self._shared(codes) if codes else ""
            if one:
                settled.append(replace(hit, codes=(one,)))
        return settled

    def _narrowed(self, hit: Hit, hits: list[Hit]) -> tuple[str, ...]:
        codes = hit.codes
        if len(codes) == 1 and len(hit.wide) < 2:
            return codes
        others = (one for one in hits if one is not hit)
        for other in sorted(others, key=lambda one: _gap(hit, one)):
            wide = hit.wide if _gap(hit, other) <= TOUCHING else ()
            codes = self._inside(wide, other) or self._inside(codes, other) or codes
        return codes

    def _inside(self, codes: tuple[str, ...], other: Hit) -> tuple[str, ...]:
        return tuple(code for code in codes if set(self.parents[code][1:]) & set(other.codes))

    def _shared(self, codes: tuple[str, ...]) -> str:
        """Give the smallest place that all codes lie in or are, "" if there is none."""
        first, *others = (self.parents[code] for code in codes)
        return next((one for one in first if all(one in other for other in others)), "")

    def _meant(self, hits: list[Hit]) -> str:
        codes = {hit.codes[0] for hit in hits}
        leaves = codes - {parent for code in codes for parent in self.parents[code][1:]}
        cues = {leaf: self._cue(leaf, hits) for leaf in leaves}
        best = max(cues.values(), default=0)
        meant = tuple(sorted(leaf for leaf, cue in cues.items() if cue == best))
        return self._shared(meant) if meant else ""

    def _cue(self, leaf: str, hits: list[Hit]) -> int:
        return max(hit.cue for hit in hits if hit.codes[0] in self.parents[leaf])


def _gap(one: Hit, other: Hit) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _words(text: str, hit: Hit, hits: list[Hit]) -> str:
    """Cut the place out of the text: with street and number if they follow (zh) or precede (en)."""
    start, end = hit.start, hit.end
    for other in reversed(hits):
        if 0 <= start - other.end <= 1:
            start = other.start
    if not text[hit.start].isascii():
        stop = _ADDRESS_ENDS.search(text, end)
        rest = text[end : stop.start() if stop else end]
        return text[start:end] + (rest if _ADDRESS.search(rest) else "")
    return _words_en(text, start, max([end, *(o.end for o in hits if 0 <= o.start - end <= 2)]))


def _words_en(text: str, start: int, end: int) -> str:
    begins = [stop.end() for stop in _SENTENCE.finditer(text, 0, start)]
    sentence = text[begins[-1] if begins else 0 : end]
    if not _ADDRESS_EN.search(sentence):
        return text[start:end]
    lead = _I_LIVE.match(sentence)
    return sentence[lead.end() if lead else 0 :]
