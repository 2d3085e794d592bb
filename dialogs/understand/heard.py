"""What words announce or how they sound: the catalogue's triggers, found in what a person wrote.

How the words of a trigger are written: plain words stand anywhere; `a/b` is either of them;
`a .. b` is b soon after a in the same clause; `a + b` are both in one sentence, `a & b` both in the
text, in any order; `#` is a number from three up; `*` ends an English word that may go on; `=` in
front says that nothing else may be in the text. English words are whole; case does not matter.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from dialogs.catalogue.process import Trigger
from dialogs.understand.digits import plain as ascii_digits
from dialogs.understand.guarding import asked, blanked, denied, of_another
from dialogs.understand.passages import quotes, sentences
from dialogs.understand.words import plain

TONES = ("calm", "upset", "angry")
LONGEST = 4_000  # characters read: as many as a move keeps of what was typed
SEVERAL = (
    r"(?:[3-9]|\d{2,3}|[三四五六七八九十]|好几|多|无数|several|many|three|four|five|six|seven|ten)"
)
IN_CLAUSE = r"[^。！？!?；;\n，,、：:…]"
HAN = r"\u3400-\u9fff"
_SPLIT_HAN = re.compile(rf"(?<=[{HAN}])[ \t\u3000]+(?=[{HAN}])")
_ANGRY_SIGNS = re.compile("[😡🤬👿💢🖕😤😠]")
_UPSET_SIGNS = re.compile(r"[!！]{3,}|[?？!！]{5,}|[😭😞😢😫😩🙄]")
_SMALL = re.compile(
    r"[你您我他她它]们?|这|那|帮|群|些|个|家|的|了|吧|啊|呀|呢|吗|去|都|就是|就|是|真|太|很|又|还|什么|公司|客服|机器人"
    r"|\b(?:you|your|are|is|a|an|the|of|this|that|it|all|so|very|what|i|am|i'm|bot|company|off|just)\b"
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{3,}(?![a-z])")
_ASCII = re.compile(r"[ -~]{3,}")
LONG = 200  # characters from which looking for each beginning is quicker than taking all there are
SHORT = 60  # characters: a longer text says something
SHOUTED = 4  # words in capitals from which a text is shouted


@dataclass(frozen=True, slots=True)
class Heard:
    """The codes of the triggers that were heard, in the catalogue's order, and how it sounds."""

    codes: tuple[str, ...] = ()
    tone: str = "calm"


_Part: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]  # each under a word that it needs


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """One entry of a trigger's words: parts that must all be found within `scope`.

    `needs`: of each of these lists some word stands in the text, or the patterns are not asked;
    that is quick, and most texts end there. The first of them is looked for by its first letters.
    """

    parts: tuple["_Part", ...]
    needs: tuple[tuple[str, ...], ...]
    scope: str  # "text", "sentence" or "whole"
    place: int  # of the trigger


def heard(text: str, triggers: tuple[Trigger, ...]) -> Heard:
    """What of the triggers stands in a text, denials and mere mentions left out; and its tone."""
    told = _folded(text[:LONGEST])
    tone = _by_signs(text[:LONGEST])
    found = set[int]()
    for one in _possible(told, _index(triggers)):
        if one.place not in found and _stands(one, triggers[one.place], told):
            found.add(one.place)
    stands = [triggers[place] for place in sorted(found)]
    for trigger in stands:
        tone = worse(tone, trigger.tone)
    covered = {code for one in stands for code in one.covers}
    codes = (one.code for one in stands if one.grade != "tone" and one.code not in covered)
    return Heard(tuple(codes), tone)


def only_anger(text: str, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a text is angry words and nothing that could answer a question."""
    if len(text) > SHORT:
        return False
    told = _folded(text)
    angry = [one for one in triggers if one.grade == "tone" and one.tone == "angry"]
    rest = told
    for one in angry:
        rest = blanked(rest, _literals(one.words))
    if rest == told:
        return False
    return not any(mark.isalnum() for mark in _SMALL.sub(" ", rest))


def worse(one: str, other: str) -> str:
    """The worse of two tones; "" is none."""
    return max(one, other, key=lambda tone: TONES.index(tone) if tone in TONES else -1)


def misspelt(words: str) -> str:
    """Why an entry of a trigger's words says nothing, "" if it is good."""
    if any(not part.strip() for part in re.split(r"[&+/]|\.\.", words.removeprefix("="))):
        return "a sign stands without words beside it; mend or remove it"
    return ""


def _folded(text: str) -> str:
    """The text in small letters and ASCII digits, the words of others in quotes left out."""
    told = ascii_digits(text).lower().replace("’", "'")
    for one in quotes(told):
        told = f"{told[: one.start]}{' ' * (one.end - one.start)}{told[one.end :]}"
    return _SPLIT_HAN.sub("", told)


def _by_signs(text: str) -> str:
    """How it sounds by its signs alone: angry faces, rows of marks, capitals."""
    if _ANGRY_SIGNS.search(text):
        return "angry"
    shouted = len(_CAPITALS.findall(text))
    loud = shouted >= SHOUTED and shouted * 2 > len(_WORD.findall(text))
    return "upset" if loud or _UPSET_SIGNS.search(text) else "calm"


def _possible(told: str, index: Mapping[str, tuple[tuple[str, _Entry], ...]]) -> set[_Entry]:
    """The entries of which all words are there at all."""
    if len(told) > LONG:
        beginnings: Iterable[str] = [gram for gram in index if gram in told]
    else:
        beginnings = index.keys() & _grams(told)
    return {
        entry
        for gram in beginnings
        for word, entry in index[gram]
        if word in told and all(any(need in told for need in needs) for needs in entry.needs)
    }


def _grams(told: str) -> set[str]:
    """All beginnings by which words of the index may be found: see `_start`."""
    found = set(told)
    if not told.isascii():
        found.update(map("".join, pairwise(told)))
    for run in _ASCII.findall(told):
        found.update(run[place : place + 3] for place in range(len(run) - 2))
    return found


def _start(word: str) -> str:
    """The beginning under which a word is kept: two letters, three or else one of ASCII."""
    if not word.isascii():
        return word[:2]
    return word[:3] if len(word) > 2 else word[:1]


def _stands(entry: _Entry, trigger: Trigger, told: str) -> bool:
    left = blanked(told, _literals(trigger.unless)) if trigger.unless else told
    return _found(entry, left, trigger)


def _found(entry: _Entry, told: str, trigger: Trigger) -> bool:
    if entry.scope == "whole":
        alone = plain(told)
        return any(one.fullmatch(alone) for _, one in entry.parts[0])
    if entry.scope == "sentence":
        return any(_all(entry, one.words, trigger) for one in sentences(told))
    return _all(entry, told, trigger)


def _all(entry: _Entry, told: str, trigger: Trigger) -> bool:
    return all(any(_meant(m, told, trigger) for m in _matches(one, told)) for one in entry.parts)


def _matches(part: _Part, told: str) -> Iterable[re.Match[str]]:
    """Every place where the part stands, those too that begin within another."""
    for word, pattern in part:
        match = pattern.search(told) if word in told else None
        while match is not None:
            yield match
            match = pattern.search(told, match.start() + 1)


def _meant(match: re.Match[str], told: str, trigger: Trigger) -> bool:
    """Whether the person says it of themselves and now: not denied, not asked, not of another."""
    if denied(told, match.start(), match.end()):
        return False
    if trigger.own and of_another(told, match.start(), match.end()):
        return False
    return trigger.grade != "A" or not asked(told, match.start())


@lru_cache(maxsize=16)  # catalogues, never what people send
def _index(triggers: tuple[Trigger, ...]) -> Mapping[str, tuple[tuple[str, _Entry], ...]]:
    """The words by which entries are found first, under their first letters."""
    index: dict[str, list[tuple[str, _Entry]]] = {}
    for place, trigger in enumerate(triggers):
        for words in trigger.words:
            entry = _entry(words, place)
            for word in entry.needs[0]:
                index.setdefault(_start(word), []).append((word, entry))
    return {gram: tuple(found) for gram, found in index.items()}


@lru_cache(maxsize=256)
def _literals(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(one) for one in words))


def _entry(words: str, place: int) -> _Entry:
    bare = words.removeprefix("=")
    scope = "whole" if bare != words else "sentence" if " + " in bare else "text"
    parts = [one.strip() for one in re.split(r" [&+] ", bare)]
    needs = [_needed(term) for part in parts for term in part.split(" .. ")]
    # The rarest words first: those lists that have no short ones in them, and few.
    known = sorted(needs, key=lambda term: (-min(map(len, term)), len(term)))
    return _Entry(tuple(map(_part, parts)), tuple(known), scope, place)


def _part(part: str) -> _Part:
    """A part as patterns: one for each word where it is but one term."""
    if " .. " in part:
        return (("", re.compile(_pattern(part))),)
    words = [one.strip() for one in part.split("/")]
    return tuple(
        (need, re.compile(_either(w))) for need, w in zip(_needed(part), words, strict=True)
    )


def _needed(term: str) -> tuple[str, ...]:
    """The words of a term of which one must stand there."""
    return tuple(max(_around(one), key=len) for one in term.split("/"))


def _around(word: str) -> list[str]:
    return [part.strip() for part in word.strip().lower().rstrip("*").split("#")]


def _pattern(part: str) -> str:
    """An entry's part as a pattern: its terms one after another in one clause."""
    terms = part.split(" .. ")
    made = _either(terms[0])
    for before, term in pairwise(terms):
        most = 40 if before.isascii() and term.isascii() else 14
        made += f"{IN_CLAUSE}{{0,{most}}}?{_either(term)}"
    return made


def _either(term: str) -> str:
    return f"(?:{'|'.join(_word(one.strip().lower()) for one in term.split('/'))})"


# What makes of a number an amount or a measure: 12300元, 12315兆.
UNIT = (
    r"(?!\s?(?:元|块|圆|分|角|毛|兆|m\b|mb|g\b|gb|kb|步|人|次|度|米|个|年|月|日|号楼"
    r"|yuan|rmb|cny|minutes))"
)
SUM = r"(?<![¥￥$£€#\d.])(?<![扣费收共欠款额])"


def _word(word: str) -> str:
    going_on = word.endswith("*")
    bare = word.rstrip("*")
    made = re.escape(bare).replace(r"\#", SEVERAL).replace(r"\ ", r"\s+")
    if bare.isascii() and bare.isdecimal():
        return rf"{SUM}{made}(?!\d){UNIT}"
    head = r"(?<![a-z0-9])" if bare[0].isascii() and bare[0].isalnum() else ""
    last = bare[-1].isascii() and bare[-1].isalnum()
    tail = "[a-z]*" if going_on else r"(?![a-z0-9])" if last else ""
    return f"{head}{made}{tail}"


def named(codes: Iterable[str], triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers of these codes that the catalogue still knows, in its own order."""
    wanted = set(codes)
    return tuple(one for one in triggers if one.code in wanted)
