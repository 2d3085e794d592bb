"""Builds what stands for the life of the process from files: catalogue, category model, texts."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot import profiles
from bot.config import ConfigError, Operator, Settings
from bot.shelf import library
from dialogs.catalogue import Catalogue, CatalogueError, law, overlay
from dialogs.catalogue.block import nearest
from dialogs.catalogue.reading import parse
from dialogs.house import House
from dialogs.model import Phrase
from dialogs.profile import SHIPPED, holidays_of, places_rows
from dialogs.texts import Texts
from dialogs.tickets.lifecycle import MOVES
from dialogs.understand.cards import NO_CARDS, Cards, cards_of, regions_of
from dialogs.understand.guess import Guesser, Line, lines_of, train
from dialogs.understand.kinds import Sorter
from dialogs.understand.places import Places, places_of, rows_of
from dialogs.workdays import Workdays
from storage import Connection, calendar
from storage.workdays_seed import seed

Told = TypeVar("Told")


def catalogue_of(operator: Operator) -> Catalogue:
    """The operator's own catalogue, or its country's. Raises ConfigError with the mend.

    One that `extends` a profile is laid over that profile's (`dialogs.catalogue.overlay`).
    """
    name = operator.catalog or _shown(operator.profile)
    try:
        read = parse(_whole(_source(operator.catalog, operator.profile)), MOVES)
        return replace(read, profile=operator.profile)
    except CatalogueError as error:
        raise ConfigError(f"{name}: {error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{name} is not TOML: {error}") from None
    except OSError as error:
        raise ConfigError(
            f"{name} cannot be read: {error.strerror}; see operator.catalog"
        ) from None


def _source(path: str, profile: str) -> Traversable:
    """The file of a catalogue: the operator's, the profile's own, or the shipped one."""
    if path:
        return Path(path)
    own = profiles.profile(profile).catalog
    shipped = files("dialogs") / "catalog.toml"
    return shipped if own == SHIPPED else profiles.folder(profile) / own


def _shown(profile: str) -> str:
    own = profiles.profile(profile).catalog
    shipped = own == SHIPPED
    return "dialogs/catalog.toml" if shipped else f"dialogs/profiles/{profile}/{own}"


def _whole(source: Traversable, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """The document with what it extends under it."""
    document = tomllib.loads(source.read_text("utf-8"))
    lower = document.get(overlay.EXTENDS)
    if lower is None:
        return document
    if lower in above or not isinstance(lower, str) or lower not in profiles.names():
        mend = nearest(str(lower), [one for one in profiles.names() if one not in above])
        raise CatalogueError(f'catalogue: extends "{lower}", which is no profile; {mend}')
    base = _whole(_source("", lower), (*above, lower))
    return overlay.laid_over(base, document)


def texts_of(known: Catalogue, zone: str) -> Texts:
    """The words of every language, from `dialogs/texts/zh-CN.ftl` and its neighbours.

    What the profile's folder says instead goes over them, message by message. Raises
    ConfigError where they cite a rule of law that the catalogue has not.
    """
    shelf = files("dialogs.texts")
    sources = {
        tag: [(shelf / f"{tag}.ftl").read_text("utf-8"), profiles.text(known.profile, f"{tag}.ftl")]
        for tag in known.languages
    }
    cited = law.standing(known.laws)
    texts = Texts(sources, zone, cited, known.currency)
    for tag in known.languages:
        for name in sorted(texts.placed(tag, law.STANDING) - set(cited)):
            raise ConfigError(f"catalogue {known.version}: {_uncited(name, known)}")
    return texts


def _uncited(name: str, known: Catalogue) -> str:
    """What is to be done for a text that cites what is not there: a rule, or a number of one."""
    said = name.removeprefix(law.STANDING)
    code, _, number = said.rpartition("-")
    if code in known.laws:
        return f"the texts name number {number} of [[rule]] {code}; add it to its numbers"
    return f'the texts cite [[rule]] "{said}", which is missing; {nearest(said, known.laws)}'


def guesser_of(known: Catalogue) -> Guesser:
    """The category model of this catalogue's subtypes, trained now on the shipped lines and the
    profile's; takes a fraction of a second."""
    return train(_lines("lines", known))


def sorter_of(known: Catalogue) -> Sorter:
    """What tells questions, faults and praise from complaints, trained now on the same lines."""
    return Sorter(_lines("kinds", known), _lines("lines", known))


def _lines(name: str, known: Catalogue) -> list[Line]:
    """The lines of the catalogue's languages; those of categories that it has not are left out."""
    shelf = files("dialogs.understand")
    lines: list[Line] = []
    for tag in known.languages:
        file = f"{name}.{tag}.toml"
        for text in ((shelf / file).read_text("utf-8"), profiles.text(known.profile, file)):
            lines += lines_of(tomllib.loads(text)) if text else ()
    if name != "lines":
        return lines
    return [one for one in lines if _has(known, one)]


def _has(known: Catalogue, line: Line) -> bool:
    category = known.categories.get(line.category)
    return category is not None and category.subtype(line.subtype) is not None


def places(profile: str = profiles.USUAL) -> Places:
    """The places of the country and their codes."""
    own = profiles.profile(profile).places
    if own == SHIPPED:
        return places_of(rows_of((files("dialogs.understand") / "places.csv").read_text("utf-8")))
    return places_of(_told(profile, own, places_rows) if own else ())


def cards(profile: str = profiles.USUAL) -> Cards:
    """What the numbers of SIM cards and telephones say; nothing where the country has no table."""
    if profiles.profile(profile).cards != SHIPPED:
        return NO_CARDS
    shelf = files("dialogs.understand")
    regions = regions_of((shelf / "regions.csv").read_text("utf-8"))
    return cards_of(tomllib.loads((shelf / "cards.toml").read_text("utf-8")), regions)


def workdays(c: Connection, now: datetime, operator: Operator) -> Workdays:
    """The calendar of the database, seeded first for this and the next year as far as published.

    The year before counts as well: what was filed in it may still be open.
    """
    year = now.astimezone(ZoneInfo(operator.timezone)).year
    calendar.seed(c, holidays(operator.profile, (year - 1, year, year + 1)), now)
    return calendar.workdays(c)


def holidays(profile: str, years: Iterable[int]) -> tuple[tuple[date, bool, str], ...]:
    """(day, is it worked, source) for what differs from the weekday rule in the country."""
    own = profiles.profile(profile).holidays
    if own == SHIPPED:
        return seed(years)
    return _told(profile, own, partial(holidays_of, years=years)) if own else ()


def _told(profile: str, file: str, read: Callable[[Mapping[str, Any]], Told]) -> Told:
    """What is read from a file of the profile's folder; ConfigError naming it."""
    try:
        return read(profiles.document(profile, file))
    except ValueError as error:
        raise ConfigError(f"dialogs/profiles/{profile}/{file}: {error}") from None


def company_of(catalogue: Catalogue, operator: Operator) -> str | None:
    """Which of the catalogue's companies we are: as configured, or by name or hotline.

    "" if none of them; None if nothing says who we are. Raises ConfigError for an unknown code.
    """
    telecoms = {one.code: one for one in catalogue.companies.values() if one.telecom}
    if operator.company:
        if operator.company not in telecoms:
            known = nearest(operator.company, telecoms)
            raise ConfigError(f"operator.company is no operator of the catalogue; {known}")
        return operator.company
    for one in telecoms.values():
        named = operator.name and any(word in operator.name for word in one.words)
        if named or (operator.hotline and operator.hotline == one.phone):
            return one.code
    return "" if operator.name or operator.hotline else None


def house_of(settings: Settings, days: Workdays) -> House:
    """The house as configured, with these working days. Raises ConfigError."""
    operator = settings.operator
    catalogue, profile = catalogue_of(operator), operator.profile
    return House(
        catalogue=catalogue,
        company=company_of(catalogue, operator),
        guesser=guesser_of(catalogue),
        sorter=sorter_of(catalogue),
        library=library(operator, texts_of(catalogue, operator.timezone)),
        cards=cards(profile),
        places=places(profile),
        workdays=days,
        zone=operator.timezone,
        operator=operator.name,
        hotline=operator.hotline,
        legal_name=operator.legal_name,
        address=operator.address,
        tickets_per_day=settings.limits.tickets_per_day,
    )


def menu_of(texts: Texts, names: tuple[str, ...], now: datetime) -> Mapping[str, dict[str, str]]:
    """The words of each command of a channel's menu, by language; where there is one, no choice."""
    shown = [name for name in names if name != "language" or len(texts.languages) > 1]
    return {
        tag: {name: texts.words(tag, Phrase(f"menu-{name}"), now) for name in shown}
        for tag in texts.languages
    }
