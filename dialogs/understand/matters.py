"""How many matters a story tells: cut where it says so itself, or where it turns to something else.

One category is one matter (domain.md §3.4 routing), so passages about the same one are one matter
wherever they stand. What is not clearly another matter stays with the one before it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from dialogs.understand import wishes
from dialogs.understand.guess import Guess
from dialogs.understand.passages import Passage, sentences

MOST = 4  # matters that are told apart; what comes after stays with the last
READ = 1_500  # characters that are looked at, as elsewhere
LEAST = 12  # characters, below which nothing is cut
HEAD = 40  # characters before a list in which it may be announced
MANY = 40  # passages that are looked at

Guessing: TypeAlias = Callable[[str], Guess | None]


@dataclass(frozen=True, slots=True)
class Matters:
    """A story of several matters: what leads to them, each in its own words, what is said of all.

    `categories` are those that were guessed, one a part.
    """

    lead: str
    parts: tuple[str, ...]
    tail: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage between two borders; `mark` sets it off, `asks` if it asks for something alone."""

    words: str
    mark: str
    asks: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    """A passage with what it is likeliest about; "" where it tells nothing."""

    piece: _Piece
    category: str
    share: float


@dataclass(slots=True)
class _Group:
    """Passages of one matter."""

    category: str  # "" while no passage of it is clear
    share: float
    units: list[int] = field(default_factory=list)
    also: set[str] = field(default_factory=set)  # what passages within it could be about as well


_START = re.compile(r"(?:^|[。！？!?；;\n，,：:]|(?<!\d)\.(?=\s))[\s”」』)）\"']*")
_ORDER = "一二三四五六"
_ITEM = re.compile(
    r"(?:and\s+|then\s+)?(?:[(（]\s*(?P<a>[1-6a-f一二三四五六])\s*[)）]|(?P<b>[1-6])\s*(?:[、)）]|[.．：:](?!\d))"
    r"|(?P<c>[一二三四五六])\s*[、.．：:]|(?P<d>[①②③④⑤⑥])|(?P<e>[a-f])[).]\s"
    r"|第(?P<f>[一二三四五六])(?:[个件点条项](?:问题|事情?|投诉)?)?(?:[，,、：:是就]|的?话费|(?=[^天次个月年周季期名轮批位层楼]))|其(?P<g>[一二三四])[是，,、：:]"
    r"|(?P<h>[一二三四])(?:是|来)(?!否|不是)|(?P<i>首先|其次|再次)|(?P<j>[-•·*])\s"
    r"|(?:my\s+|the\s+)?(?P<k>first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?)"
    r"(?:\s+(?:thing|problem|issue|matter|point|complaint|of\s+all))?(?:[,:]|\s+is\b|\s+I\b|\s+my\b|\s+you\b)"
    r"|(?P<l>to\s+begin\s+with|next)\b)",
    re.IGNORECASE,
)
_RANK = {
    **{sign: place for signs in (_ORDER, "123456", "abcdef", "①②③④⑤⑥") for place, sign in
       enumerate(signs, start=1)},
    "首先": 1, "其次": 2, "再次": 3, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "firstly": 1, "secondly": 2, "thirdly": 3, "fourthly": 4, "to begin with": 1, "next": 2,
}  # fmt: skip
_BULLETS = frozenset("-•·*")
_THING_ZH = r"(?:件事情?|个(?:问题|事情?|情况)|点|桩事|码事|回事)"
_THING_EN = r"(?:thing|problem|issue|matter|point|complaint|trouble|fault)"
_NAMED = re.compile(
    rf"(?:对了|哦|啊)?[，,]?(?:还有|再有|另外|此外|然后)?[，,]?(?:还有|另|另外|第[二三四]|再说|再来)一?{_THING_ZH}"
    rf"|(?:oh[,]?\s+)?(?:and\s+|then\s+)?(?:another|one\s+more|(?:the|my|a)\s+(?:second|third|other|separate|different|further|next))\s+{_THING_EN}\b"
    rf"|(?:second|third|other|separate)\s+{_THING_EN}\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"另外|此外|除此之外|除(?:了|去)这(?:个|些|件事)?(?:之外|以外|外)?|顺便|顺带|再就是|再有|再者|还有就是|还有啊|对了|捎带"
    r"|(?:我?还|也|同时)(?:想|要)?(?:要|想)?(?:投诉|反映|举报)"
    r"|separately\b|secondly\b|thirdly\b"
    r"|besides\b|in\s+addition\b|additionally\b|moreover\b|furthermore\b|what\s+is\s+more\b|what's\s+more\b"
    r"|(?:apart|aside)\s+from\s+(?:that|this)|on\s+top\s+of\s+(?:that|this|it)|by\s+the\s+way\b|while\s+i(?:\s+am|'m)\s+at\s+it"
    r"|i(?:\s+would|'d)?\s+also\s+(?:want|like|wish|need)?\s*(?:to\s+)?(?:report|complain)|oh[,]?\s+and\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"还有|同时|而且|并且|以及|再说|再加上"
    r"|(?:and\s+)?also\b|plus\b|and\s+then\b|then\s+there\b|meanwhile\b|at\s+the\s+same\s+time\b|and\s+(?=my\b|the\b|your\b)",
    re.IGNORECASE,
)
# A sentence that says how many are coming, and tells none of them.
_COUNTED = re.compile(
    rf"(?<!第)(?:[两二三四几2-4]){_THING_ZH}|投诉内容|投诉如下|\b(?:two|three|four|several|2|3|4)\s+(?:\w+\s+)?(?:complaints|{_THING_EN}s)\b"
    r"|\bmy\s+complaints\b|^\s*(?:你好|您好|hello|hi|dear\s+\w+)[，,。.!！\s]*$",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^[\s，,。]*(?:请|麻烦|希望|谢谢|尽快|望|以上|please|thank|thanks|kindly|i\s+want\s+both|hope)",
    re.IGNORECASE,
)
# What may stand beside others only as a part of them: an earlier contact, what is none of ours.
PARTS = frozenset({"RPT", "OTH"})
# Kinds of trouble that are told together as one: of each only marked ones are told apart.
KIN = (
    frozenset({"BIL", "TAR", "VAS", "MKT", "ORD", "PRT"}),
    frozenset({"NET-M", "NET-F", "NET-P", "SIM"}),
    frozenset({"PRV", "SPM"}),
    frozenset({"APP", "BIL", "ORD"}),
)
# The share of belief from which a passage is of its own, by how it is marked off.
FROM = {"named": 0.0, "item": 0.5, "strong": 0.45, "weak": 0.45, "para": 0.8, "detail": 0.85,
        "line": 0.9, "": 0.95}  # fmt: skip
ORDER = ("", "line", "para", "weak", "detail", "strong", "item", "named")
ANNOUNCED = {"weak": "strong", "item": "named"}  # where it was said how many are coming
LINES = {1: "line", 2: "para", 3: "para"}  # line ends before a passage
SURELY = 0.6  # the share from which words are of a category that is there already
SHORT = 4  # passages of a story in which a new sentence may turn to something else unannounced
# Told in the same breath of the same trouble, whatever marks them off.
TWINS = (frozenset({"NET-P", "NET-M"}), frozenset({"NET-P", "NET-F"}))


def split(story: str, guess: Guessing) -> Matters | None:
    """The matters of a story; None where it tells one, or none that is clear.

    `guess` tells what words are about. Only the first 1,500 characters are looked at; what comes
    after goes to the end that all share.
    """
    text = story[:READ]
    if len(text.strip()) < LEAST:
        return None
    pieces = _pieces(text)
    if not _may_turn(pieces):
        return None
    units = [_unit(one, guess) for one in pieces]
    groups = _grouped(units)
    if len(groups) < 2:
        return None
    return _told(units, groups, story[READ:])


def _pieces(text: str) -> list[_Piece]:
    borders = _borders(text)
    asked = wishes.asked(text)
    cut = [*(at for at, _ in borders), len(text)]
    made = []
    for (start, mark), end in zip(borders, cut[1:], strict=True):
        words = text[start:end]
        made.append(_Piece(words, mark, _asks(Passage(words, start, end), asked)))
    return made


def _may_turn(pieces: list[_Piece]) -> bool:
    """Whether a story may turn to something else at all: most do not, and need no guessing."""
    marked = any(one.mark not in {"", "line"} and not one.asks for one in pieces[1:])
    return marked or 1 < len(pieces) <= SHORT * 2


def _unit(piece: _Piece, guess: Guessing) -> _Unit:
    found = None if piece.asks or announces(piece.words) else guess(piece.words)
    if found is None:
        return _Unit(piece, "", 0.0)
    return _Unit(piece, found.category, found.share)


def announces(words: str) -> bool:
    """Whether words greet or say how many matters are coming, and tell none of them."""
    return _COUNTED.search(words) is not None and len(words.strip()) < HEAD


def _asks(unit: Passage, asked: tuple[Passage, ...]) -> bool:
    """Whether a passage asks for something and tells nothing else."""
    held = sum(max(0, min(unit.end, one.end) - max(unit.start, one.start)) for one in asked)
    return held * 10 >= len(unit.words.strip()) * 7


def _borders(text: str) -> list[tuple[int, str]]:
    """Where passages begin and by what they are marked off, the first at 0."""
    begins = {one.start for one in sentences(text)}
    items = _items(text)
    told = [one.end() for one in _COUNTED.finditer(text)]
    found: dict[int, str] = {}
    for start in _START.finditer(text):
        at = start.end()
        if at >= len(text) or at in found:
            continue
        counted = any(0 <= start.start() - end <= 2 for end in told)
        mark = items.get(at) or _marked(text, at) or ("item" if counted else "")
        if counted or mark or any(start.start() <= one <= at for one in begins):
            found[at] = mark or LINES.get(start.group().count("\n"), "")
    if told:
        found = {at: ANNOUNCED.get(mark, mark) for at, mark in found.items()}
    return sorted({0: "", **found}.items())[:MANY]


def _marked(text: str, at: int) -> str:
    if _NAMED.match(text, at):
        return "named"
    if _STRONG.match(text, at):
        return "strong"
    return "weak" if _WEAK.match(text, at) else ""


def _items(text: str) -> dict[int, str]:
    """Where the items of lists begin: signs that follow one another, the first of them a one."""
    ranks: list[tuple[int, int]] = []
    for start in _START.finditer(text):
        one = _ITEM.match(text, start.end())
        if one is not None:
            sign = " ".join(one.group(one.lastgroup or 0).lower().split())
            ranks.append((start.end(), 0 if sign in _BULLETS else _RANK.get(sign, -1)))
    found: dict[int, str] = {}
    run: list[tuple[int, int]] = []
    for at, rank in ranks:
        goes_on = bool(run) and rank == (run[-1][1] and run[-1][1] + 1)
        run = [*run, (at, rank)] if goes_on else [(at, rank)] if rank in {0, 1} else run
        if len(run) > 1 and run[-1][0] == at:
            head = text[: run[0][0]].strip()
            alone = len(head) < LEAST or _COUNTED.search(head[-HEAD:]) is not None
            found |= {run[0][0]: "line", at: "item" if alone else "detail"}
    return found


def _grouped(units: list[_Unit]) -> list[_Group]:
    """The matters, in the order in which they come up."""
    groups: list[_Group] = []
    current: _Group | None = None
    before: list[int] = []
    mark = ""
    for place, unit in enumerate(units):
        mark = max(mark, unit.piece.mark, key=ORDER.index)
        if unit.piece.asks or not unit.category or unit.category in PARTS:
            (current.units if current else before).append(place)
            mark = "" if unit.piece.asks else mark
            continue
        current = _belongs(unit, mark, groups, current, len(units))
        current.units.append(place)
        mark = ""
    if groups:
        groups[0].units = sorted({*before, *groups[0].units})
    return groups


def _belongs(
    unit: _Unit, mark: str, groups: list[_Group], current: _Group | None, passages: int
) -> _Group:
    """The matter of a passage: one told before, or a new one; `groups` then has it."""
    sure = unit.share >= FROM["strong"]
    known = next((one for one in groups if _same(unit, one, mark)), None)
    if known is None and current is not None:
        apart = len(groups) < MOST and _of_its_own(unit, mark, groups, passages)
        known = None if apart else current
    if known is None:
        known = _Group(unit.category if sure else "", unit.share)
        groups.append(known)
    elif sure:
        known.also.add(unit.category)
        known.category = known.category or unit.category
        if known.category == unit.category:
            known.share = max(known.share, unit.share)
    return known


def _same(unit: _Unit, group: _Group, mark: str) -> bool:
    """Whether a passage belongs to a matter that was told before."""
    if {unit.category, group.category} in TWINS:
        return True
    about = unit.category == group.category or unit.category in group.also
    return about and (mark != "named" or unit.share >= SURELY)


def _of_its_own(unit: _Unit, mark: str, groups: list[_Group], passages: int) -> bool:
    """Whether a passage of another category than those before is another matter."""
    if unit.share < FROM[mark]:
        return False
    if mark in {"detail", "strong", "item", "named"}:
        return True
    if mark == "" and passages > SHORT:
        return False
    if unit.category == "SRV" or any(one.category in {"SRV", ""} for one in groups):
        return False
    if mark in {"", "line"} and any(one.share < FROM["line"] for one in groups):
        return False
    return not any(unit.category in kin and one.category in kin for kin in KIN for one in groups)


def _told(units: list[_Unit], groups: list[_Group], rest: str) -> Matters:
    """The words of each, with what leads to them and what is said of all at the end."""
    first = groups[0].units
    lead: list[int] = []
    while len(first) > 1 and not units[first[0]].category:
        lead.append(first.pop(0))
    last = len(units) - 1
    tail: list[int] = []
    for group in groups:
        while len(group.units) > 1 and group.units[-1] == last and _general(units[last]):
            tail.insert(0, group.units.pop())
            last -= 1
    said = ["".join(units[one].piece.words for one in sorted(group.units)) for group in groups]
    return Matters(
        "".join(units[one].piece.words for one in lead).strip(),
        tuple(one.strip(" \n，,；;") for one in said),
        ("".join(units[one].piece.words for one in tail) + rest).strip(),
        tuple(one.category for one in groups),
    )


def _general(unit: _Unit) -> bool:
    return unit.piece.asks or (
        _POLITE.match(unit.piece.words) is not None and unit.piece.mark in {"", "weak"}
    )
