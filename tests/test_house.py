"""The house as a whole: every text that is said is there, in both languages, in the house's words.

What has no text, or a text that nobody says, fails here; so does a word that we do not use.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from dialogs import answers
from dialogs.appeals.dossier import CONFIRMED, ELSEWHERE, NOT_FOUND, STATED
from dialogs.catalogue import Catalogue
from dialogs.catalogue.appealing import ASKED, GROUNDS
from dialogs.catalogue.law import STANDING
from dialogs.flows import FLOWS
from dialogs.flows.survey import PAID, PERSON, SOLVED
from dialogs.group.card import CHANNELS
from dialogs.group.hands import HANDS
from dialogs.intake.facts import DAYS, RELATIONS
from dialogs.intake.fields import FIELDS
from dialogs.model import Phrase
from dialogs.texts import Texts
from dialogs.tickets.facts import NEEDS
from dialogs.tickets.lifecycle import MOVES
from dialogs.tickets.notices import MESSAGES
from dialogs.tickets.ticket import LIABILITIES, Kind, Role, State
from tests.reading_code import made, mentioned, named, shown
from tests.written import arguments, keys, labels, variants

LANGUAGES = ("zh-CN", "en")
NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)
TALKING = ("dialogs", "bot")
NAMES = tuple(dialog.name for dialog in FLOWS)
DRAFTS = tuple(dialog.name for dialog in FLOWS if dialog.patience is None)

# Keys that code makes from parts: how it makes them, and all that can come of it.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "{}-cancelled": NAMES,
    "{}-help": NAMES,
    "{}-nudge": DRAFTS,
    "{}-expired": DRAFTS,
    "language-{}": LANGUAGES,
    "settings-notify-{}": ("all", "decisions", "none"),
    "settings-now-{}": ("all", "decisions", "none"),
    "settings-surveys-{}": ("on", "off"),
    "fact-{}": NEEDS,
    "tell-{}": ("add", "ask", "reopen", "refile"),
    "person-{}": PERSON,
    "solved-{}": SOLVED,
    "paid-{}": PAID,
    "relation-{}": RELATIONS,
    "field-{}": tuple(FIELDS),
    "complaint-{}": tuple(FIELDS),
    "complaint-place-{}": ("network", "store"),
    "card-{}": (
        *("category", "tags", "story", "when", "place", "amount", "number", "remedy", "wish-by"),
        *("before", "promise", "promised", "contact", "window", "name", "relation", "kind"),
    ),
    "button-{}": (
        *(*DAYS, "more", "fewer"),
        *("accept", "reject", "think", "question-proposal", "accept-after-all", "think-again"),
        *(
            "fixed",
            "not-fixed",
            "reopen",
            "refile",
            "status",
            "details",
            "remind",
            "complain",
            "add",
            "withdraw",
            "part",
        ),
        *("human", "appeal-leaflet", "appeal", "appealed", "score-later", "score-never"),
        *("fails-again", "rescore", "each"),
    ),
    "check-{}": ("ok", "not", "unknown", "not-yet"),
    "check-unhappy-{}": tuple(one.replace("_", "-") for one in GROUNDS),
    "elsewhere-{}": ELSEWHERE,
    "contact-{}": (STATED, CONFIRMED, NOT_FOUND),
    "appeal-ask-{}": (*ASKED, "demand"),
    "appeal-relation-{}": tuple(one for one in RELATIONS if one != "holder"),
    "appeal-field-{}": (*ASKED, "phone", "demand"),
    "appeal-file-{}": ("pdf", "txt", "zip"),
    "kind-{}": tuple(Kind),
    "welcome-kept{}": ("", "-friendly", "-fault"),
    "welcome-notice{}": ("", "-friendly", "-fault"),
    "welcome-agree{}": ("", "-friendly", "-fault"),
    "next-{}": tuple(State),
    "state-{}": tuple(State),
    "move-{}": MOVES,
    "role-{}": tuple(Role),
    "reason-delay-{}": ("registered", "dispatched", "investigating", "negotiating", "executing"),
    "offer{}": ("", "-money", "-due", "-money-due", "-proof"),
    "desk-level-{}": ("1", "2", "3"),
    "desk-channel-{}": CHANNELS,
    "liability-{}": LIABILITIES,
    "group-do-{}": tuple(HANDS),
    "group-ask-{}": (
        *("reply-words", "note-words", "answer-words", "pass-reason", "done-proof"),
        *("withdraw-reason", "escalate-reason", "decide-reason", "decide-words", "pass-words"),
        *("facts", "department", "item", "as_asked", "decision"),
        *("liability", "finding", "items", "due", "leave"),
    ),
    "group-decide-{}": ("approve", "refuse_approval", "pass_up"),
    "desk-flag-{}": ("repeat", "reopened", "reminded", "rounds"),
    "reply-liability-{}": LIABILITIES,
    "reply-offer-{}": ("open", "accepted", "rejected", "withdrawn", "lapsed"),
    "{}": tuple(code.lower() for code in MESSAGES),
}
# Ends of keys that are put together in two steps (the whole keys stand in "offer{}"), and actions.
PARTS = {"{}-money", "{}-due", "score-{}", "{}-{}"}
# The least length differs between the scripts, so that only one of them can name it.
PLACED_APART = {"refused-story-short"}
# Messages that the catalogue lists and a later issue says (events); M00 is the
# first screen, which the dialog "welcome" says itself.
LATER = {"M00", "E1", "E2"}


def families() -> frozenset[str]:
    return frozenset(way.format(part) for way, parts in FAMILIES.items() for part in parts)


def test_both_languages_have_the_same_keys(texts: Texts) -> None:
    assert texts.keys("zh-CN") ^ texts.keys("en") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    """Fluent would keep the first one and say nothing."""
    found = keys(language)
    assert [key for key in set(found) if found.count(key) > 1] == []


def test_both_languages_place_the_same_arguments() -> None:
    chinese, english = arguments("zh-CN"), arguments("en")
    assert {key for key in chinese if chinese[key] != english.get(key)} == PLACED_APART


def test_every_key_that_code_names_is_there(texts: Texts) -> None:
    assert [one for one in named(*TALKING) if one.key not in texts.keys("en")] == []


def test_every_text_gets_the_arguments_that_it_places() -> None:
    placed = arguments("en")
    wanted = {
        key: {n for n in names if not n.startswith(STANDING)} for key, names in placed.items()
    }
    given = [one for one in named(*TALKING) if one.args is not None]
    assert [one for one in given if not wanted.get(one.key, set()) <= (one.args or set())] == []


def test_every_way_to_make_a_key_is_known_here() -> None:
    """A new family of keys is a row in FAMILIES, with all that can come of it."""
    assert set(made("dialogs")) - PARTS - set(FAMILIES) == set()


def test_every_key_of_a_family_is_there(texts: Texts) -> None:
    assert families() - texts.keys("en") == set()


def test_no_text_is_there_that_nobody_says(texts: Texts) -> None:
    """The pages name their own keys without the first word, `web-` or `desk-`."""
    words = mentioned(*TALKING) | shown()
    ways = [re.compile(way.replace("{}", ".+")) for way in made("bot") if not way.startswith("{}")]

    def is_said(key: str) -> bool:
        bare = re.sub(r"^(?:web|desk)-", "", key)
        if {key, bare, bare.replace("-", "_")} & words:
            return True
        return any(way.fullmatch(key) or way.fullmatch(bare) for way in ways)

    assert [key for key in sorted(texts.keys("en") - families()) if not is_said(key)] == []


def test_every_refusal_and_all_that_a_clock_says_is_there(
    texts: Texts, catalogue: Catalogue
) -> None:
    marks = [mark for rule in catalogue.clocks.values() for mark in rule.marks]
    wanted = {one.key for one in answers.REFUSALS}
    wanted |= {f"task-{mark.task}" for mark in marks if mark.task}
    wanted |= {f"role-{mark.tell}" for mark in marks if mark.tell}
    wanted |= {f"move-{mark.move}" for mark in marks if mark.move}
    assert wanted - texts.keys("en") == set()
    assert {mark.message for mark in marks if mark.message} <= set(MESSAGES)
    assert set(catalogue.notices) ^ set(MESSAGES) == LATER


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_can_be_said(language: str, texts: Texts) -> None:
    for one in answers.REFUSALS:
        assert texts.words(language, Phrase(one.key, dict(one.args)), NOW)


HAN = "\u3400-\u4dbf\u4e00-\u9fff"
BANNED = {
    "zh-CN": re.compile(r"请耐心等待|系统|尽快"),
    "en": re.compile(r"\b(?:soon|any inconvenience|the system)\b", re.I),
}
ALONE = {"已关闭", "关闭"}  # says neither what became of the matter nor what can be done now
# A half-width mark beside a Chinese character; times, numbers and codes keep theirs.
HALF_WIDTH = re.compile(rf"[{HAN}][,.!?;:()\"']|[,!?;:()\"'][{HAN}]")
CHINESE = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
# Both languages stand here, so that whoever lost the way finds it.
IN_BOTH = {"button-language", "language-zh-CN", "language-which", "web-language-label"}
IN_BOTH |= {"web-language", "desk-language-other"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def said(language: str, catalogue: Catalogue) -> list[tuple[str, str]]:
    """All that is said in a language, with its key."""
    ours = [("catalog.toml", label.words[language]) for label in labels(catalogue)]
    return [*variants(language), *ours]


def test_nothing_is_said_in_words_that_we_do_not_use(
    language: str, said: list[tuple[str, str]]
) -> None:
    assert [one for one in said if BANNED[language].search(one[1])] == []
    assert [one for one in said if one[1].strip() in ALONE] == []


def test_chinese_has_full_width_marks_and_english_no_chinese(
    language: str, said: list[tuple[str, str]]
) -> None:
    wrong = CHINESE if language == "en" else HALF_WIDTH
    assert [one for one in said if one[0] not in IN_BOTH and wrong.search(one[1])] == []


def test_no_text_is_empty_or_has_blanks_around_it(said: list[tuple[str, str]]) -> None:
    assert [one for one in said if not one[1].strip() or one[1] != one[1].strip()] == []
