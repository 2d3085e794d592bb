"""One block of the catalogue, read key by key; what is wrong with it is said in one sentence.

A block remembers which keys were asked for, so that `end` can name those that nobody reads.
Durations are written "10min", "48h", "7d" or "0", spans of the day "22:00-08:00".
"""

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from difflib import get_close_matches

from dialogs.catalogue import CatalogueError, Hours
from dialogs.model import Label

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,23}")  # a code travels in a button of 64 bytes
DURATION = re.compile(r"([1-9]\d{0,5})(s|min|h|d)")
UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "d": "days"}
SPAN = re.compile(r"([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
DAY = 24 * 60  # minutes
Day = date  # a block has a reader of that name


def nearest(word: str, names: Collection[str]) -> str:
    """The mend for a misspelt word: the nearest of `names`, or all of them."""
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.5)
    if close:
        return f'nearest is "{folded[close[0]]}"'
    return f"known are: {', '.join(sorted(names)) or 'none'}"


def duration(text: str) -> timedelta | None:
    """ "48h", "7d", "10min", "30s" or "0" as a timedelta; None if it says none of these."""
    if text == "0":
        return timedelta()
    said = DURATION.fullmatch(text)
    return timedelta(**{UNITS[said[2]]: int(said[1])}) if said else None


def span(text: str) -> Hours | None:
    """ "22:00-08:00" as minutes after midnight; None if it is no span or an empty one."""
    said = SPAN.fullmatch(text)
    if said is None:
        return None
    start, end = int(said[1]) * 60 + int(said[2]), int(said[3]) * 60 + int(said[4])
    return Hours(start=start, end=end) if start < DAY and end <= DAY and start != end else None


class Block:
    """A table of the document under the name that its complaints carry ("[[category]] BIL").

    Each reader takes a key and gives its value in shape, or raises CatalogueError. A key without
    a default must be there.
    """

    def __init__(self, name: str, table: object) -> None:
        self.name = name
        if not isinstance(table, Mapping):
            raise self.wrong(f'must be a table of keys, not "{table}"')
        self._table: Mapping[str, object] = table
        self._read: list[str] = []

    def wrong(self, why: str) -> CatalogueError:
        """The error to raise about this block."""
        return CatalogueError(f"{self.name}: {why}")

    def has(self, key: str) -> bool:
        """Whether the block says anything under the key."""
        return key in self._table

    def end(self) -> None:
        """Complain of a key that no reader asked for."""
        for key in self._table:
            if key not in self._read:
                raise self.wrong(f'"{key}" is not a key here; {nearest(key, self._read)}')

    def text(self, key: str, default: str | None = None) -> str:
        """A string; empty only where that is the default."""
        value = self._take(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self.wrong(f'{key} must be words in quotes, not "{value}"')
        return value

    def number(self, key: str, default: int | None = None, least: int = 0) -> int:
        """A whole number of at least `least`."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.wrong(f'{key} must be a whole number from {least} up, not "{value}"')
        return value

    def levels(self, key: str, most: int) -> tuple[int, ...]:
        """Whole numbers from 1 to `most`, each once; () if the key is absent."""
        value = self._take(key, [])
        if not isinstance(value, list) or any(one not in range(1, most + 1) for one in value):
            raise self.wrong(f'{key} must be a list of numbers from 1 to {most}, not "{value}"')
        if len(set(value)) != len(value):
            raise self.wrong(f"{key} names a number twice; leave one out")
        return tuple(int(one) for one in value)

    def time(self, key: str) -> int:
        """A time of day like "09:00", as minutes after midnight."""
        value = self.text(key)
        read = span(f"{value}-24:00")
        if read is None:
            raise self.wrong(f'{key} must be a time of day like "09:00", not "{value}"')
        return read.start

    def share(self, key: str) -> float:
        """A part of a limit, from 0 to 1."""
        value = self._take(key, None)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.wrong(f'{key} must be a number from 0 to 1, not "{value}"')
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.wrong(f'{key} must be true or false, not "{value}"')
        return value

    def duration(self, key: str, default: str | None = None) -> timedelta:
        """A length of time."""
        value = self.text(key, default)
        length = duration(value)
        if length is None:
            raise self.wrong(f'{key} must be like "10min", "48h", "7d" or "0", not "{value}"')
        return length

    def date(self, key: str, default: str | None = None) -> str:
        """A date as ISO text; a TOML date or a string; the default may be empty."""
        value = self._take(key, default)
        if value == default == "":
            return ""
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise self.wrong(f'{key} must be a date like 2026-01-31, not "{value}"') from None

    def dates(self, key: str) -> tuple[Day, ...]:
        """A list of TOML dates."""
        value = self._take(key, None)
        if not isinstance(value, list) or not all(isinstance(one, Day) for one in value):
            raise self.wrong(f"{key} must be a list of dates like [2026-01-31]")
        return tuple(value)

    def one_of(
        self, key: str, names: Collection[str], what: str, default: str | None = None
    ) -> str:
        """A name out of `names`; the default may be none of them."""
        value = self.text(key, default)
        if value != default:
            self._known(key, value, names, what)
        return value

    def many_of(self, key: str, names: Collection[str] | None, what: str) -> tuple[str, ...]:
        """Names out of `names` (None: any), each once; () if the key is absent."""
        values = self.words(key, [])
        for value in values:
            if names is not None:
                self._known(key, value, names, what)
        return values

    def words(self, key: str, default: list[str] | None = None) -> tuple[str, ...]:
        """A list of strings, none empty, none twice."""
        value = self._take(key, default)
        if not isinstance(value, list) or not all(isinstance(w, str) and w.strip() for w in value):
            raise self.wrong(f'{key} must be a list of words in quotes, not "{value}"')
        for word in value:
            if value.count(word) > 1:
                raise self.wrong(f'{key} names "{word}" twice; leave one out')
        return tuple(value)

    def spans(self, key: str) -> tuple[Hours, ...]:
        """A list of spans of the day that do not overlap."""
        read = tuple(self._span(key, word) for word in self.words(key))
        taken: set[int] = set()
        for one in read:
            end = one.end if one.start < one.end else one.end + DAY
            minutes = {minute % DAY for minute in range(one.start, end)}
            if minutes & taken:
                raise self.wrong(f"{key} has spans that overlap; join them into one")
            taken |= minutes
        return read

    def span(self, key: str) -> Hours:
        """One span of the day."""
        return self._span(key, self.text(key))

    def label(self, key: str, languages: tuple[str, ...]) -> Label:
        """Words in each of the languages and in no other."""
        inner = Block(self.name, self._take(key, None))
        for language in languages:
            if not inner.has(language):
                mend = f"say it in every language ({', '.join(languages)})"
                raise self.wrong(f"{key}.{language} is missing; {mend}")
        words = {language: inner._worded(key, language) for language in languages}
        inner.end()
        return Label(words)

    def codes(self, key: str, name: str) -> dict[str, "Block"]:
        """The blocks in the list under the key by their codes, in order; no code comes twice."""
        blocks: dict[str, Block] = {}
        for unnamed in self.blocks(key, name):
            code = unnamed.text("code")
            block = Block(f"{name} {code}", unnamed._table)
            block.text("code")
            if not CODE.fullmatch(code):
                mend = "letters, digits, _ and -, at most 24, a letter first"
                raise block.wrong(f'"{code}" cannot be a code; use {mend}')
            if code in blocks:
                raise block.wrong("this code stands there twice; rename or remove one")
            blocks[code] = block
        return blocks

    def blocks(self, key: str, name: str) -> list["Block"]:
        """The blocks in the list under the key, named by their place in it."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.wrong(f'{key} must be a list of blocks, not "{value}"')
        return [Block(f"{name} number {n}", table) for n, table in enumerate(value, start=1)]

    def block(self, key: str) -> "Block":
        """The table under the key."""
        return Block(f"[{key}]", self._take(key, None))

    def table(self, key: str) -> "Block":
        """The table under the key, whose complaints carry this block's name and the key."""
        return Block(f"{self.name}, {key}", self._take(key, None))

    def says(self) -> tuple[str, ...]:
        """The keys of the block, all taken as read."""
        self._read.extend(self._table)
        return tuple(self._table)

    def _take(self, key: str, default: object) -> object:
        self._read.append(key)
        if key in self._table:
            return self._table[key]
        if default is None:
            raise self.wrong(f"{key} is missing; give it")
        return default

    def _known(self, key: str, value: str, names: Collection[str], what: str) -> None:
        if value not in names:
            raise self.wrong(f'{key} names "{value}", which is not {what}; {nearest(value, names)}')

    def _span(self, key: str, word: str) -> Hours:
        read = span(word)
        if read is None:
            raise self.wrong(f'{key} must be like "22:00-08:00" and not empty, not "{word}"')
        return read

    def _worded(self, key: str, language: str) -> str:
        value = self._take(language, None)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f'{key}.{language} must be words in quotes, not "{value}"')
        return value
