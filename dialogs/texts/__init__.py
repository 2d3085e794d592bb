"""Language and nothing else: Fluent messages and values, made into words for one reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_symbol
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from dialogs.model import Arg, Joined, Label, Language, Moment, Money, Phrase


class MissingText(KeyError):
    """A Fluent key or an argument that a language lacks; only a fault of ours can raise it."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a language writes days, times and lists (Babel patterns, CLDR).

    `tight`: what to set closer, since a text cannot know how the value it holds will end.
    """

    locale: Locale
    day: str
    day_of_year: str
    time: str
    comma: str
    tight: tuple[tuple[str, str], ...] = ()


FORMS: Mapping[Language, Form] = {
    "zh-CN": Form(
        Locale.parse("zh_Hans_CN"),
        "M月d日（EEE）",
        "y年M月d日",
        "{day} {time}",
        "、",
        (("） ", "）"), ("日 前", "日前")),
    ),
    "en": Form(Locale.parse("en_GB"), "EEE d MMM", "d MMM y", "{day}, {time}", ", "),
}


class Texts:
    """The words of every language. Sources map a language to its Fluent texts.

    Raises ValueError for a language without a form or a text that does not parse.
    """

    def __init__(self, sources: Mapping[Language, Iterable[str]], zone: str) -> None:
        self._zone = ZoneInfo(zone)
        self._bundles = {tag: _bundle(tag, texts) for tag, texts in sources.items()}
        self._fixed = {tag: _fixed(bundle) for tag, bundle in self._bundles.items()}
        self.languages = tuple(self._bundles)

    def keys(self, language: Language) -> frozenset[str]:
        """Every message id of a language."""
        return frozenset(self._bundles[language]._messages)

    def has(self, language: Language, key: str) -> bool:
        """Whether the language has this message."""
        return self._bundles[language].has_message(key)

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
        fixed = self._fixed[language].get(phrase.key)
        if fixed is not None:
            return fixed
        bundle = self._bundles[language]
        if not bundle.has_message(phrase.key):
            raise MissingText(f"{language}: {phrase.key}")
        args = {
            name: arg if isinstance(arg, int) else self._words(language, arg, now)
            for name, arg in phrase.args.items()
        }
        value = bundle.get_message(phrase.key).value
        if value is None:
            raise MissingText(f"{language}: {phrase.key} has no words")
        words, errors = bundle.format_pattern(value, args)
        if errors:
            raise MissingText(f"{language}: {phrase.key}: {errors[0]}")
        return str(words)

    def _value(
        self, language: Language, arg: "int | Decimal | date | Money | Moment", now: datetime
    ) -> str:
        match arg:
            case Money():
                return _money(language, arg)
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
        if moment.day_only:
            return day
        return FORMS[language].time.format(day=day, time=f"{local:%H:%M}")


@lru_cache(maxsize=4096)
def _day(language: Language, day: date, this_year: bool) -> str:
    form = FORMS[language]
    return str(format_date(day, form.day if this_year else form.day_of_year, locale=form.locale))


def _money(language: Language, money: Money) -> str:
    """94 yuan as "94 元" and "¥94": no decimals where there are none."""
    form, amount = FORMS[language], Decimal(money.minor) / 100
    pattern = "#,##0.00" if money.minor % 100 else "#,##0"
    number = str(format_decimal(amount, pattern, locale=form.locale))
    if language.startswith("zh") and money.currency == "CNY":
        return f"{number} 元"
    return f"{get_currency_symbol(money.currency, locale=form.locale).removeprefix('CN')}{number}"


def _bundle(language: Language, texts: Iterable[str]) -> FluentBundle:
    if language not in FORMS:
        raise ValueError(f"texts/{language}.ftl: no Form in dialogs/texts for this language")
    # Isolation marks (U+2068) would be copied along with a ticket number.
    bundle = FluentBundle([language], use_isolating=False)
    for text in texts:
        resource = FluentResource(text)
        junk = [entry for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            raise ValueError(f"texts/{language}.ftl does not parse: {str(junk[0].content)[:80]!r}")
        bundle.add_resource(resource)
    return bundle


def _fixed(bundle: FluentBundle) -> Mapping[str, str]:
    """The messages that take no arguments, in words: they are the same each time."""
    patterns = {key: bundle.get_message(key).value for key in bundle._messages}
    made = {key: bundle.format_pattern(one) for key, one in patterns.items() if one is not None}
    return {key: str(words) for key, (words, errors) in made.items() if not errors}
