"""Language and nothing else: Fluent messages and values, made into words for one reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_symbol

from dialogs.model import Arg, Joined, Label, Language, Moment, Money, Phrase
from dialogs.texts.book import Book, MissingText

__all__ = [
    "FORMS",
    "Form",
    "MissingText",
    "Texts",
    "country_name",
    "month_name",
    "weekday_names",
    "whole_day",
]


@dataclass(frozen=True, slots=True)
class Form:
    """How a language writes days, times and lists (Babel patterns, CLDR).

    `tight`: what to set closer, since a text cannot know how the value it holds will end.
    """

    locale: Locale
    day: str
    day_of_year: str
    whole_day: str
    time: str
    expected: str
    comma: str
    tight: tuple[tuple[str, str], ...] = ()


FORMS: Mapping[Language, Form] = {
    "zh-CN": Form(
        Locale.parse("zh_Hans_CN"),
        "M月d日（EEE）",
        "y年M月d日",
        "y年M月d日（EEE）",
        "{day} {time}",
        "预计 {date}",
        "、",
        (("） ", "）"), ("日 前", "日前")),
    ),
    "en": Form(
        Locale.parse("en_GB"),
        "EEE d MMM",
        "d MMM y",
        "EEE d MMM y",
        "{day}, {time}",
        "{date} (expected)",
        ", ",
    ),
}


# No date that is told lies in this year, so each is told with its own.
NO_YEAR = datetime(2, 1, 1, tzinfo=UTC)


class Texts:
    """The words of every language. Sources map a language to its Fluent texts.

    Of a message that several of a language's texts have, the last text's counts. `standing` are
    arguments that every message may place: its rules of law (`dialogs.catalogue.law`).
    `currency` is that of amounts which name none.

    Raises ValueError for a language without a form; and when a message is first said that does
    not parse, since all of them together take a quarter of a second.
    """

    def __init__(
        self,
        sources: Mapping[Language, Iterable[str]],
        zone: str,
        standing: Mapping[str, Arg] | None = None,
        currency: str = "CNY",
    ) -> None:
        self._zone = ZoneInfo(zone)
        self._currency = currency
        self._books = {tag: _book(tag, texts) for tag, texts in sources.items()}
        self.languages = tuple(self._books)
        for tag, book in self._books.items():
            book.stand(
                {
                    name: arg if isinstance(arg, int) else self.words(tag, arg, NO_YEAR)
                    for name, arg in (standing or {}).items()
                }
            )

    def keys(self, language: Language) -> frozenset[str]:
        """Every message id of a language."""
        return self._books[language].keys

    def has(self, language: Language, key: str) -> bool:
        """Whether the language has this message."""
        return key in self._books[language].keys

    def standing(self, language: Language) -> Mapping[str, str]:
        """The arguments that every message may place, in the language's words."""
        return {name: str(said) for name, said in self._books[language].standing.items()}

    def placed(self, language: Language, begins: str) -> frozenset[str]:
        """The arguments that messages not said yet place and whose names begin so."""
        return self._books[language].placed(begins)

    def words(self, language: Language, arg: Arg, now: datetime) -> str:
        """What a reader of `language` reads; `now` decides whether a date needs its year.

        Raises MissingText for an unknown key or a missing argument.
        """
        told = self._words(language, arg, now)
        for loose, tight in FORMS[language].tight:
            told = told.replace(loose, tight)
        return told

    def _words(self, language: Language, arg: Arg, now: datetime) -> str:
        match arg:
            case str():
                return arg
            case Phrase():
                return self._phrase(language, arg, now)
            case Label():
                return arg.words.get(language) or next(iter(arg.words.values()))
            case tuple():
                return "\n".join(self._words(language, part, now) for part in arg)
            case Joined():
                parts = (self._words(language, part, now) for part in arg.parts)
                return FORMS[language].comma.join(parts)
            case _:
                return self._value(language, arg, now)

    def _phrase(self, language: Language, phrase: Phrase, now: datetime) -> str:
        book = self._books[language]
        fixed = book.fixed(phrase.key)
        if fixed is not None:
            return fixed
        args = {
            name: arg if isinstance(arg, int) else self._words(language, arg, now)
            for name, arg in phrase.args.items()
        }
        return book.words(phrase.key, args)

    def _value(
        self, language: Language, arg: "int | Decimal | date | Money | Moment", now: datetime
    ) -> str:
        match arg:
            case Money():
                return _money(language, arg.minor, arg.currency or self._currency)
            case Moment():
                return self._moment(language, arg, now)
            case datetime():
                return self._moment(language, Moment(arg), now)
            case date():
                return _day(language, arg, arg.year == now.astimezone(self._zone).year)
            case _:
                return str(format_decimal(arg, locale=FORMS[language].locale))

    def _moment(self, language: Language, moment: Moment, now: datetime) -> str:
        local = moment.at.astimezone(self._zone)
        day = _day(language, local.date(), local.year == now.astimezone(self._zone).year)
        form = FORMS[language]
        said = day if moment.day_only else form.time.format(day=day, time=f"{local:%H:%M}")
        return form.expected.format(date=said) if moment.expected else said


@lru_cache(maxsize=4096)
def _day(language: Language, day: date, this_year: bool) -> str:
    form = FORMS[language]
    return str(format_date(day, form.day if this_year else form.day_of_year, locale=form.locale))


def whole_day(language: Language, day: date) -> str:
    """A day with its weekday and its year."""
    form = FORMS[language]
    return str(format_date(day, form.whole_day, locale=form.locale))


def month_name(language: Language, month: int) -> str:
    """The name of month 1 to 12, standing alone."""
    return str(FORMS[language].locale.months["stand-alone"]["wide"][month])


# What these are called by an operator of the mainland.
REGIONS = {"zh": {"HK": "中国香港", "MO": "中国澳门", "TW": "中国台湾"}, "en": {
    "HK": "Hong Kong, China", "MO": "Macao, China", "TW": "Taiwan, China"}}  # fmt: skip


def country_name(language: Language, code: str) -> str:
    """The name of a country or region by its ISO 3166 code; the code itself if it has none."""
    locale = FORMS[language].locale
    known = REGIONS.get(locale.language, {})
    return known.get(code) or str(locale.territories.get(code, code))


def weekday_names(language: Language) -> tuple[tuple[str, str], ...]:
    """The weekdays from Monday on: as short as they come, and whole."""
    days = FORMS[language].locale.days["stand-alone"]
    return tuple((str(days["narrow"][n]), str(days["wide"][n])) for n in range(7))


def _money(language: Language, minor: int, currency: str) -> str:
    """94 yuan as "94 元" and "¥94": no decimals where there are none."""
    form, amount = FORMS[language], Decimal(minor) / 100
    pattern = "#,##0.00" if minor % 100 else "#,##0"
    number = str(format_decimal(amount, pattern, locale=form.locale))
    if language.startswith("zh") and currency == "CNY":
        return f"{number} 元"
    return f"{get_currency_symbol(currency, locale=form.locale).removeprefix('CN')}{number}"


def _book(language: Language, texts: Iterable[str]) -> Book:
    if language not in FORMS:
        raise ValueError(f"texts/{language}.ftl: no Form in dialogs/texts for this language")
    return Book(language, texts)
