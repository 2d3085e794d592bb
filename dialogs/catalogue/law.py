"""Rules of law as data: what they are called, since when they hold, how far we know them.

A text cites a rule by a standing argument, so that an operator's lawyer corrects it in one place:
`{ $rule-answer }` is its name, article and date, `{ $rule-answer-days }` its number `days` (what is
set in weeks is in days too).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogs.model import Arg, Label, Phrase

# "read": the official text was read; "secondary": seen on another's page; "memory": neither.
READ = "read"
CERTAINTY = (READ, "secondary", "memory")
STANDING = "rule-"  # how the arguments begin that every text may place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that texts cite or that a limit follows.

    `name` without marks around it; `article` where one is cited, None for the rule as a whole;
    `since` the day from which it holds. `numbers` are what it sets, by their units or classes
    ("days", "weeks", "C"). `source`: where it was seen, for whoever checks it.
    """

    code: str
    name: Label
    article: Label | None
    since: date
    certainty: str
    source: str
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def days(self) -> int:
        """The days it allows, by its number `days` or `weeks`; 0 if it sets neither."""
        return self.numbers.get("days", 0) or 7 * self.numbers.get("weeks", 0)


def standing(known: Mapping[str, Rule]) -> dict[str, Arg]:
    """The arguments that every text may place, by name: each rule as cited, and its numbers."""
    found: dict[str, Arg] = {}
    for code, rule in known.items():
        cited = STANDING + code
        found[cited] = _cited(rule)
        days = {"days": rule.days} if rule.days else {}
        for name, number in {**rule.numbers, **days}.items():
            found[f"{cited}-{name}"] = number
    return found


def _cited(rule: Rule) -> Phrase:
    args: dict[str, Arg] = {"name": rule.name, "since": rule.since}
    if rule.article is None:
        return Phrase("rule-cited", args)
    return Phrase("rule-cited-article", {**args, "article": rule.article})
