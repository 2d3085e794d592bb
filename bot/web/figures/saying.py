"""Figures in words: what of the catalogue a code means, and how a share is said with its n."""

from datetime import date

from bot.web.desk_words import Words
from bot.web.figures.sheet import Tile, percent, tenths
from dialogs.figures.rates import Share, Spread


def category(code: str, words: Words) -> str:
    """The category's name; the code of one that is gone."""
    known = words.catalogue.categories.get(code)
    return words.of(known.label) if known else code


def subtype(category_code: str, code: str, words: Words) -> str:
    """The subtype's name within its category."""
    known = words.catalogue.categories.get(category_code)
    found = known.subtype(code) if known else None
    return words.of(found.label) if found else code


def department(code: str, words: Words) -> str:
    """The department's name; that there was none where it is ""."""
    return words.department(code) if code else words("figure-no-department")


def channel(code: str, words: Words) -> str:
    """Where a ticket was filed: a channel of chats, or an origin that staff write down."""
    origin = words.catalogue.origins.get(code)
    return words.of(origin.label) if origin else words.known(f"desk-channel-{code}", code)


def result(code: str, words: Words) -> str:
    """How a ticket ended: by its result, else by its state."""
    return words.known(f"desk-result-{code}", words.known(f"state-{code}", code))


def day(at: date) -> str:
    """A day as short as a chart needs it."""
    return f"{at.month}-{at.day:02}"


def rate(share: Share, words: Words) -> str:
    """A share in percent; a dash where there is nothing to divide by, and never 0 for some."""
    found = percent(share)
    if found is None:
        return words("figure-none")
    return words("figure-percent", rate=found) if found or not share.n else words("figure-under")


def part(share: Share, words: Words) -> str:
    """Of how many it is."""
    return words("figure-part", n=share.n, of=share.of)


def tile(
    name: str, share: Share, words: Words, *, link: str = "", goal: float | None = None
) -> Tile:
    """A share at the head of a page. Whether a goal is met is not said where n is too small."""
    met = None if goal is None or share.few else (share.rate or 0) >= goal
    told = words("figure-goal", rate=round(goal * 100)) if goal is not None else ""
    return Tile(name, rate(share, words), part(share, words), link, share.few, told, met)


def mean_tile(name: str, spread: Spread, words: Words, link: str = "") -> Tile:
    """A mean at the head of a page."""
    value = tenths(spread) or words("figure-none")
    return Tile(name, value, words("figure-n", n=spread.n), link, spread.few)


def count_tile(name: str, count: int, link: str = "", of: str = "") -> Tile:
    """A number at the head of a page."""
    return Tile(name, f"{count:,}", of, link)
