"""Builds what stands for the life of the process from files: catalogue, category model, texts."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.config import ConfigError, Operator, Settings
from bot.shelf import library
from dialogs.catalogue import Catalogue, CatalogueError, law
from dialogs.catalogue.block import nearest
from dialogs.catalogue.reading import parse
from dialogs.house import House
from dialogs.model import Language, Phrase
from dialogs.texts import Texts
from dialogs.tickets.lifecycle import MOVES
from dialogs.understand.cards import Cards, cards_of, regions_of
from dialogs.understand.guess import Guesser, lines_of, train
from dialogs.understand.kinds import Sorter
from dialogs.understand.places import Places, places_of, rows_of
from dialogs.workdays import Workdays
from storage import Connection, calendar
from storage.workdays_seed import seed

LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")


def catalogue_of(path: str) -> Catalogue:
    """The catalogue at `path`, or the shipped one for "". Raises ConfigError with the mend."""
    name = path or "dialogs/catalog.toml"
    source = Path(path) if path else files("dialogs") / "catalog.toml"
    try:
        return parse(tomllib.loads(source.read_text("utf-8")), MOVES)
    except CatalogueError as error:
        raise ConfigError(f"{name}: {error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{name} is not TOML: {error}") from None
    except OSError as error:
        raise ConfigError(
            f"{name} cannot be read: {error.strerror}; see operator.catalog"
        ) from None


def texts_of(known: Catalogue, zone: str) -> Texts:
    """The words of every language, from `dialogs/texts/zh-CN.ftl` and its neighbours.

    Raises ConfigError where they cite a rule of law that the catalogue has not.
    """
    shelf = files("dialogs.texts")
    sources = {tag: [(shelf / f"{tag}.ftl").read_text("utf-8")] for tag in known.languages}
    cited = law.standing(known.laws)
    texts = Texts(sources, zone, cited)
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


def guesser_of() -> Guesser:
    """The category model, trained now on the shipped lines; takes a fraction of a second."""
    shelf = files("dialogs.understand")
    documents = ((shelf / f"lines.{tag}.toml").read_text("utf-8") for tag in LANGUAGES)
    return train([line for text in documents for line in lines_of(tomllib.loads(text))])


def sorter_of() -> Sorter:
    """What tells questions, faults and praise from complaints, trained now on the shipped lines."""
    shelf = files("dialogs.understand")
    kinds, complaints = (
        [
            line
            for tag in LANGUAGES
            for line in lines_of(tomllib.loads((shelf / f"{name}.{tag}.toml").read_text("utf-8")))
        ]
        for name in ("kinds", "lines")
    )
    return Sorter(kinds, complaints)


def places() -> Places:
    """The places of China and their codes."""
    return places_of(rows_of((files("dialogs.understand") / "places.csv").read_text("utf-8")))


def cards() -> Cards:
    """What the numbers of SIM cards and telephones say."""
    shelf = files("dialogs.understand")
    regions = regions_of((shelf / "regions.csv").read_text("utf-8"))
    return cards_of(tomllib.loads((shelf / "cards.toml").read_text("utf-8")), regions)


def workdays(c: Connection, now: datetime, zone: str) -> Workdays:
    """The calendar of the database, seeded first for this and the next year as far as published.

    The year before counts as well: what was filed in it may still be open.
    """
    year = now.astimezone(ZoneInfo(zone)).year
    calendar.seed(c, seed((year - 1, year, year + 1)), now)
    return calendar.workdays(c)


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
    catalogue = catalogue_of(operator.catalog)
    return House(
        catalogue=catalogue,
        company=company_of(catalogue, operator),
        guesser=guesser_of(),
        sorter=sorter_of(),
        library=library(operator),
        cards=cards(),
        places=places(),
        workdays=days,
        zone=operator.timezone,
        operator=operator.name,
        hotline=operator.hotline,
        legal_name=operator.legal_name,
        address=operator.address,
        tickets_per_day=settings.limits.tickets_per_day,
    )


def menu_of(texts: Texts, names: tuple[str, ...], now: datetime) -> Mapping[str, dict[str, str]]:
    """The words of each command of a channel's menu, by language."""
    return {
        tag: {name: texts.words(tag, Phrase(f"menu-{name}"), now) for name in names}
        for tag in texts.languages
    }
