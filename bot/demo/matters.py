"""What the demo's people complain about: read from two files, and filled with names and days."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from dialogs.model import Json

LANGUAGES = ("zh-CN", "en")
CHINESE = 0.8  # the share of people who write Chinese


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One person's matter: their words, what staff find, offer and prove, what is answered.

    `answers` are by the field that the filing asks for. `phrases` holds what is said on the way,
    by occasion ("asks", "replies", "rejects", "comments", "grumbles", "again").
    """

    code: str
    category: str
    language: str
    text: str
    person: str
    finding: str
    proof: str
    items: tuple[Mapping[str, Json], ...]
    answers: Mapping[str, str]
    phrases: Mapping[str, Sequence[str]]
    amount: int = 0

    @property
    def chinese(self) -> bool:
        return self.language == "zh-CN"

    def phrase(self, occasion: str, rng: Random) -> str:
        """Something that is said on this occasion."""
        return rng.choice(self.phrases[occasion])


@lru_cache(maxsize=2)
def shelf(language: str) -> Mapping[str, Any]:
    """All matters in a language, with what is common to them."""
    name = f"matters.{language}.toml"
    return tomllib.loads((files("bot.demo") / name).read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a story needs: one of these `categories` (empty: any), or the matter of this `code`.

    `days`: how long ago it happened, at least and at most; `promised`: in the month before a day
    that is near now, so that "on the nth of the next month" is that day. By language: `place`,
    where; `text`, the words told instead of the matter's own; `add`, told after them. `plain`: at
    once, without a greeting.
    """

    categories: tuple[str, ...] = ()
    code: str = ""
    language: str = ""
    days: tuple[int, int] = (2, 12)
    amount: bool = False
    promised: bool = False
    place: Mapping[str, str] | None = None
    text: Mapping[str, str] | None = None
    add: Mapping[str, str] | None = None
    plain: bool = False


ANY = Wanted()
EVERY_MONTH = 28
OCCASIONS = ("asks", "replies", "rejects", "comments", "grumbles", "again")


def categories() -> tuple[str, ...]:
    """The categories that somebody complains of."""
    return tuple(dict.fromkeys(str(one["category"]) for one in shelf(LANGUAGES[0])["matter"]))


def fits(told: Mapping[str, Any], wanted: Wanted) -> bool:
    """Whether this matter is one that the story wants."""
    if wanted.code:
        return str(told["code"]).removeprefix("en-") == wanted.code
    if told.get("alone"):  # only told in a story of its own
        return False
    named = not wanted.categories or str(told["category"]) in wanted.categories
    return named and ("amounts" in told or not wanted.amount)


def drawn(wanted: Wanted, begun: datetime, number: int, rng: Random, zone: str) -> Matter:
    """A matter as the story wants it, told by a person who begins at that moment."""
    language = wanted.language or (LANGUAGES[0] if rng.random() < CHINESE else LANGUAGES[1])
    fitting = [one for one in shelf(language)["matter"] if fits(one, wanted)]
    if not fitting:
        language = next(other for other in LANGUAGES if other != language)
        fitting = [one for one in shelf(language)["matter"] if fits(one, wanted)]
    return _filled(rng.choice(fitting), wanted, begun, number, rng, zone)


def _filled(  # noqa: PLR0913, PLR0917  all that a matter is made of
    told: Mapping[str, Any], wanted: Wanted, begun: datetime, number: int, rng: Random, zone: str
) -> Matter:
    language = "en" if told["code"].startswith("en-") else "zh-CN"
    common, chinese = shelf(language), language == "zh-CN"
    happened = (begun - timedelta(days=rng.randint(*wanted.days))).astimezone(ZoneInfo(zone))
    near = _near(begun.astimezone(ZoneInfo(zone)))
    if wanted.promised:
        happened = near.replace(day=1) - timedelta(days=9)
    amount, place = (
        rng.choice(told.get("amounts", [0])),
        (wanted.place or {}).get(language) or rng.choice(common["places"]),
    )
    day = _day(happened, begun.astimezone(ZoneInfo(zone)), chinese=chinese)
    soon = _day(begun.astimezone(ZoneInfo(zone)) + timedelta(days=4), near, chinese=chinese)
    slots = {"amount": amount, "day": day, "place": place, "serial": f"{number:06}"}
    slots |= {"soon": soon, "promise": near.day}
    own = (wanted.text or {}).get(language, told["text"])
    added = (wanted.add or {}).get(language, "")
    text = (
        ("" if wanted.plain else rng.choice(common["openers"]))
        + own
        + added
        + rng.choice(common["closers"])
    )
    return Matter(
        code=told["code"],
        category=told["category"],
        language=language,
        text=text.format(**slots),
        person=_person(common, rng, chinese=chinese),
        finding=told["finding"],
        proof=told["proof"].format(**slots),
        items=tuple(_item(one, amount) for one in told["items"]),
        answers=_answers(slots, number, rng, chinese=chinese),
        phrases={one: told.get(one) or common[one] for one in OCCASIONS},
        amount=amount,
    )


def _near(begun: datetime) -> datetime:
    """A day four days on that every month has."""
    found = begun + timedelta(days=4)
    return found if found.day <= EVERY_MONTH else found + timedelta(days=6)


def _answers(
    slots: Mapping[str, Any], number: int, rng: Random, *, chinese: bool
) -> dict[str, str]:
    return {
        "number": f"138000{number % 100_000:05}",
        "when": str(slots["day"]),
        "place": f"{slots['place']}{rng.randint(1, 200)}号" if chinese else str(slots["place"]),
        "amount": str(slots["amount"] or 30),
        "remedy": rng.choice(("1", "1 2", "1 3")),
    }


def _day(happened: datetime, begun: datetime, *, chinese: bool) -> str:
    """A date as people write it, with the year where it was another one."""
    if chinese:
        year = f"{happened.year}年" if happened.year != begun.year else ""
        return f"{year}{happened.month}月{happened.day}日"
    year = f" {happened.year}" if happened.year != begun.year else ""
    return f"{happened.day} {happened:%B}{year}"


def _person(common: Mapping[str, Any], rng: Random, *, chinese: bool) -> str:
    if chinese:
        return str(rng.choice(common["surnames"]) + rng.choice(common["given"]))
    return str(rng.choice(common["people"]))


def _item(said: Mapping[str, Any], amount: int) -> Mapping[str, Json]:
    """An item of an offer; its money in minor units: a share of the amount, or a sum of its own."""
    share = said.get("minor")
    if share is None:
        return {"code": said["code"]}
    return {"code": said["code"], "minor": amount * share if amount else share}
