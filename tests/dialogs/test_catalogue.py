"""The shipped catalogue says what domain.md asks for; a broken one says what to mend."""

import re
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from datetime import timedelta
from importlib.resources import files
from typing import Any

import pytest

from dialogs.catalogue import Catalogue, CatalogueError, ClockRule, Hours
from dialogs.catalogue.reading import parse
from dialogs.model import Label

Document = dict[str, Any]

# domain.md §1, and the codes that tickets, drafts and the guesser share.
SUBTYPES = """
NET-M no_signal dropped not_ringing sms_late slow_data data_stalls no_roaming
NET-F outage under_speed unstable throttled hijack install_late equipment
NET-P no_notice area_outage disaster
BIL unexplained_fee billing_error data_overcharge roaming_shock after_cancel wrong_suspension refund_late
TAR differs hidden_condition changed cannot_downgrade
VAS no_consent switched cannot_cancel third_party
MKT misleading channels_disagree hidden_quota reward forced_bundle forced_device campus discrimination
SRV rude slow wrong_information shifted hung_up unreachable asked_money
ORD late_activation cancel_refused closed_without_consent ended_without_notice
PRT refused hidden_term pressure no_code service_loss
PRV leak identity_misuse status_exposed disclosure
SPM spam_sms nuisance_calls phishing
SIM not_recognised international_card recycled real_name
RPT no_reply promise_broken unhappy
APP fault platform_down wrong_data
OTH other_company not_telecom
"""  # noqa: E501
DEPARTMENTS = "CS NET BIL MKT VAS ACC TER CHN QA SEC ESC KEY"
REMEDIES = (
    "repair refund double_refund cancel_refund waiver honour compensation apology written_apology "
    "explanation staff restore record goodwill"
)
MESSAGES = (
    *(f"M{number:02}" for number in range(30)),
    *(
        "M31",
        "M32",
        "M33",
        "M34",
        "M35",
        "M36",
        "THINK",
        "THOUGHT",
        "DISPUTED",
        "M15R",
        "M05H",
        "M24A",
        "M25R",
        "M25S",
        "M25T",
        "M25N",
        "M25W",
        "M01F",
        "M01P",
        "M01B",
        "M01S",
        "COMPLAINED",
        "THANKED",
        "REPLY",
        "E1",
        "E2",
        "B1",
        "B1N",
        "B2",
        "B2W",
        "B3",
        "B3C",
        "B4",
        "SURVEY",
        "SURVEY-REMINDER",
        "PROGRESS",
        "AGAIN",
    ),
)
# The moves of domain.md §3.4 and DESIGN §6.
MOVES = """
    submit solve inadmissible dispatch sign_in return_routing ask answer silence hold resume
    set_liability propose accept reject no_answer final accept_after_all new_fact
    confirm_writing item_done done late fixed not_fixed unconfirmed score survey_expired reopen
    archive remind withdraw escalate appeal end_deadlock mediated refile done_without_proposal
    withdraw_proposal think_again claim reply note add delay refer thank complain answer_body
    think
    ask_approval approve refuse_approval pass_up
"""
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
BANNED = ("请耐心等待", "系统", " soon", "any inconvenience")


@pytest.fixture(scope="module")
def shipped() -> Document:
    return tomllib.loads((files("dialogs") / "catalog.toml").read_text("utf-8"))


@pytest.fixture
def document(shipped: Document) -> Document:
    return deepcopy(shipped)


def labels(value: object, path: str = "catalogue") -> Iterator[tuple[str, Label]]:
    """Every label in the value, with the path that leads there."""
    if isinstance(value, Label):
        yield path, value
    elif is_dataclass(value):
        for one in fields(value):
            yield from labels(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from labels(inner, f"{path}[{place}]")
    elif hasattr(value, "items"):
        for key, inner in value.items():
            yield from labels(inner, f"{path}[{key}]")


# What is shipped.


def test_every_move_that_a_clock_names_is_a_move(shipped: Document) -> None:
    assert parse(shipped, MOVES.split()).clocks


def test_every_category_and_subtype_is_there(catalogue: Catalogue) -> None:
    said = [line.split() for line in SUBTYPES.split("\n") if line]
    read = [[c.code, *(s.code for s in c.subtypes)] for c in catalogue.categories.values()]
    assert read == said


def test_every_remedy_and_department_is_there(catalogue: Catalogue) -> None:
    assert set(catalogue.remedies) == set(REMEDIES.split())
    assert list(catalogue.departments) == DEPARTMENTS.split()


def test_every_message_has_a_way_to_travel(catalogue: Catalogue) -> None:
    assert set(catalogue.notices) == set(MESSAGES)


def test_every_label_is_said_in_every_language(catalogue: Catalogue) -> None:
    for path, label in labels(catalogue):
        assert tuple(label.words) == catalogue.languages, path
        assert all(words.strip() == words != "" for words in label.words.values()), path


def test_english_words_hold_no_chinese_and_chinese_words_some(catalogue: Catalogue) -> None:
    for path, label in labels(catalogue):
        assert not CHINESE.search(label.words["en"]), path
        assert CHINESE.search(label.words["zh-CN"]), path


def test_no_label_uses_a_banned_word_or_half_width_marks_in_chinese(catalogue: Catalogue) -> None:
    for path, label in labels(catalogue):
        said = " ".join(label.words.values())
        assert not any(word in said for word in BANNED), path
        assert not re.search(r"[,;?!]", label.words["zh-CN"]), path


def test_labels_of_one_screen_differ(catalogue: Catalogue) -> None:
    every = catalogue.categories.values()
    screens = [[one.label for one in every], [one.label for one in catalogue.remedies.values()]]
    screens += [[one.label for one in category.subtypes] for category in every]
    for language in catalogue.languages:
        for screen in screens:
            words = [label.words[language] for label in screen]
            assert len(set(words)) == len(words), words


def test_a_button_holds_every_label_of_a_choice(catalogue: Catalogue) -> None:
    for category in catalogue.categories.values():
        for label in (category.label, *(one.label for one in category.subtypes)):
            assert len(label.words["zh-CN"]) <= 14
            assert len(label.words["en"]) <= 40


def test_each_category_offers_five_remedies_and_asks_two_to_five_questions(
    catalogue: Catalogue,
) -> None:
    for category in catalogue.categories.values():
        assert len(category.remedies) == 5, category.code
        assert 2 <= len(category.asked) <= 5, category.code


def test_each_question_is_one_short_line(catalogue: Catalogue) -> None:
    for category in catalogue.categories.values():
        for asked in category.asked:
            assert len(asked.ask.words["zh-CN"]) <= 30, asked.code
            assert len(asked.ask.words["en"]) <= 80, asked.code


def test_what_is_asked_before_the_card_follows_the_domain(catalogue: Catalogue) -> None:
    def needing(field: str) -> set[str]:
        return {c.code for c in catalogue.categories.values() if field in c.needs}

    every = set(catalogue.categories)
    assert needing("place") == {"NET-M", "NET-F", "NET-P", "SRV"}
    assert needing("amount") == {"BIL", "VAS"}
    assert needing("number") == every - {"OTH"}
    assert needing("when") == every - {"RPT"}


def test_repairs_are_the_network_categories(catalogue: Catalogue) -> None:
    repairs = {c.code for c in catalogue.categories.values() if c.repair}
    assert repairs == {"NET-M", "NET-F", "NET-P"}


def test_messages_rest_as_the_rulings_say(catalogue: Catalogue) -> None:
    notices = catalogue.notices
    assert (notices["M04"].way, notices["M05"].way) == ("status", "edit")
    assert notices["M28"].yields_to == "M09"
    never_held = {"M01", "M10", "M11", "M16", "M20", "M22", "M26", "M27", "B1", "B2"}
    assert {notices[code].rest for code in never_held} == {""}
    at_noon_too = {"M07", "M12", "THOUGHT", "M15R", "M19", "SURVEY", "SURVEY-REMINDER"}
    assert {code for code, one in notices.items() if one.rest == "survey"} == at_noon_too


def test_the_legal_clock_never_pauses_and_tells_before_it_breaks(catalogue: Catalogue) -> None:
    rule = catalogue.clocks["C1"]
    assert (rule.calendar, rule.limit_days, rule.pause) == ("CAL", 15, ())
    assert [m.after for m in rule.marks if m.tell and not m.breach] == [
        timedelta(days=days) for days in (7, 10, 13, 14)
    ]
    assert [m.message for m in rule.marks if m.breach] == ["M27"]


@pytest.mark.parametrize(
    ("code", "hours", "move"),
    [
        ("QUESTION", [24, 72, 168], "silence"),
        ("PROPOSAL", [24, 72, 144, 168, 720], "no_answer"),
        ("CONFIRM", [24, 72, 168], "unconfirmed"),
        ("SURVEY", [2, 26, 50, 74], "survey_expired"),
        ("SILENT-SURVEY", [72], "survey_expired"),
        ("DEADLOCK", [720], "end_deadlock"),
        ("ARCHIVE", [720], "archive"),
    ],
)
def test_a_chain_reminds_and_then_goes_on_alone(
    catalogue: Catalogue, code: str, hours: list[int], move: str
) -> None:
    rule = catalogue.clocks[code]
    assert [mark.after for mark in rule.marks] == [timedelta(hours=count) for count in hours]
    assert rule.marks[-1].move == move
    assert not rule.shown


def test_a_repair_is_surveyed_after_a_day(catalogue: Catalogue) -> None:
    rule = catalogue.clocks["SURVEY"]
    assert rule.marks[0].after == timedelta(hours=2)
    assert rule.repair_shift == timedelta(hours=22)


def test_every_deadline_of_staff_warns_before_it_breaks(catalogue: Catalogue) -> None:
    def warned(rule: ClockRule) -> bool:
        end = next(place for place, mark in enumerate(rule.marks) if mark.breach or mark.move)
        return end > 0

    assert all(warned(rule) for rule in catalogue.clocks.values() if rule.shown)


def test_every_date_promised_is_watched(catalogue: Catalogue) -> None:
    # Sign-in and agreed work have clocks of their own; these two promise a date in words.
    elsewhere, in_words = {"dispatch", "late"}, {"remind", "escalate"}
    starts = set(catalogue.clocks["P1"].start)
    assert set(catalogue.promised) - elsewhere - in_words <= starts
    assert "promise" in starts


def test_there_is_an_address_for_every_province_and_the_nation(catalogue: Catalogue) -> None:
    provinces = [appeal.province for appeal in catalogue.appeals]
    assert len(provinces) == len(set(provinces)) == 32
    assert "" in provinces
    assert all(appeal.phone.endswith("-12300") for appeal in catalogue.appeals)


def test_numbers_and_hours_are_those_decided(catalogue: Catalogue) -> None:
    assert catalogue.night == (Hours(start=22 * 60, end=8 * 60),)
    assert catalogue.survey_rest[1] == Hours(start=12 * 60, end=14 * 60)
    assert catalogue.opening == Hours(start=9 * 60, end=18 * 60)
    assert catalogue.lunch == Hours(start=12 * 60, end=13 * 60)
    assert catalogue.desk == Hours(start=9 * 60, end=17 * 60)
    assert (catalogue.digest, catalogue.delays, catalogue.key_share) == (9 * 60, 2, 0.5)
    assert catalogue.appeal_months == {"C": 5, "other": 24}
    assert catalogue.money_limits == {
        "agent": 5000, "handler": 20000, "supervisor": 100000, "director": 1000000, "admin": 0
    }  # fmt: skip
    assert (catalogue.satisfied_from, catalogue.low_score, catalogue.reopen_days) == (8, 5, 30)
    assert catalogue.file_bytes == 20 * 1024 * 1024


def test_the_words_that_help_out_are_known_in_both_languages(catalogue: Catalogue) -> None:
    assert {"人工", "转人工", "human", "agent"} <= set(catalogue.human_words)
    assert {"取消", "cancel"} <= set(catalogue.cancel_words)
    assert {"返回", "back"} <= set(catalogue.back_words)
    assert {"不知道", "不清楚", "i don't know"} <= set(catalogue.unknown_words)
    assert {"进度", "status"} <= set(catalogue.status_words)
    assert {"催办", "remind"} <= set(catalogue.remind_words)


def test_everything_that_waits_can_be_set_to_zero(document: Document) -> None:
    for rule in document["clock"]:
        zeros = {"limit": "0", "repair_shift": "0", "limit_days": 0}
        if rule.pop("limit_rule", ""):
            rule["limit_days"] = 0
        rule.update({key: zero for key, zero in zeros.items() if key in rule})
        for mark in rule.get("marks", []):
            mark.update({key: "0" for key in ("after", "before") if key in mark})
    for key, value in document["patience"].items():
        document["patience"][key] = "0" if isinstance(value, str) else value
    document["survey"]["survey_every"] = "0"
    document["hours"]["night"] = document["hours"]["survey_rest"] = []
    read = parse(document)
    assert {mark.after or mark.before for c in read.clocks.values() for mark in c.marks} <= {
        None,
        timedelta(),
    }
    assert read.draft_nudge == read.remind_every == read.survey_every == timedelta()
    assert read.night == read.survey_rest == ()


def test_a_new_category_with_two_questions_is_one_block(document: Document) -> None:
    block = """
    [[category]]
    code = "TV"
    label.zh-CN = "电视"
    label.en = "Television"
    department = "TER"
    needs = ["when", "number"]
    remedies = ["repair"]
    subtypes = [{ code = "no_picture", label = { zh-CN = "没有画面", en = "No picture" } }]
    asked = [
      { code = "box", ask = { zh-CN = "机顶盒是什么型号?", en = "Which set-top box?" } },
      { code = "sound", kind = "yes_no", ask = { zh-CN = "有声音吗?", en = "Is there sound?" } },
    ]
    """
    document["category"] += tomllib.loads(block)["category"]
    read = parse(document).categories["TV"]
    assert [asked.code for asked in read.asked] == ["box", "sound"]


# What is broken.


def entry(document: Document, key: str, code: str) -> Document:
    found: Document = next(one for one in document[key] if one.get("code") == code)
    return found


def put(key: str, entry_code: str, /, **changes: object) -> Callable[[Document], object]:
    """A breaker that sets keys of one entry; None takes the key away."""

    def breaks(document: Document) -> None:
        target = entry(document, key, entry_code) if entry_code else document[key]
        for name, value in changes.items():
            if value is None:
                del target[name]
            else:
                target[name] = value

    return breaks


def twice(document: Document) -> None:
    document["remedy"].append(document["remedy"][0])


def lose_language(document: Document) -> None:
    del entry(document, "category", "BIL")["label"]["en"]


def misspell_top(document: Document) -> None:
    document["clok"] = []


def misspell_subtype_key(document: Document) -> None:
    entry(document, "category", "BIL")["subtypes"][0]["labels"] = {}


def no_nation(document: Document) -> None:
    document["appeal"] = [one for one in document["appeal"] if one["province"]]


def province_twice(document: Document) -> None:
    document["appeal"].append(document["appeal"][1])


def a_stranger_in_danger(document: Document) -> None:
    document["emergency"]["SPN"] = {"zh-CN": "快", "en": "Now"}


TWO = [{"after": "2h", "tell": "handler"}, {"after": "1h", "tell": "handler"}]
LABEL = {"zh-CN": "问题", "en": "Question"}

PICTURE = {
    "code": "speed",
    "label": {"zh-CN": "图", "en": "A picture"},
    "ask": {"zh-CN": "请发图。", "en": "Please send it."},
}

BROKEN = [
    (
        put("category", "BIL", remedies=["refnd"]),
        '[[category]] BIL: remedies names "refnd", which is not a remedy; nearest is "refund"',
    ),
    (
        put("category", "BIL", department="BILL"),
        '[[category]] BIL: department names "BILL", which is not a department; nearest is "BIL"',
    ),
    (
        put("category", "BIL", remedys=[]),
        '[[category]] BIL: "remedys" is not a key here; nearest is "remedies"',
    ),
    (put("category", "BIL", needs=["amont"]), 'which is not a field; nearest is "amount"'),
    (put("category", "BIL", needs=["place"]), "BIL: place_kind goes with needs"),
    (put("category", "BIL", needs=["when", "when"]), 'needs names "when" twice'),
    (put("category", "BIL", rollup="X"), 'rollup names "X", which is not a roll-up; known are: C'),
    (put("category", "BIL", department=None), "[[category]] BIL: department is missing; give it"),
    (put("category", "BIL", repair="yes"), 'repair must be true or false, not "yes"'),
    (put("category", "BIL", subtypes=[]), "BIL: subtypes and remedies need at least one entry"),
    (put("category", "BIL", label="Charges"), 'BIL: must be a table of keys, not "Charges"'),
    (put("category", "BIL", code="B:L"), '"B:L" cannot be a code'),
    (put("category", "BIL", code=None), "[[category]] number 4: code is missing"),
    (lose_language, "[[category]] BIL: label.en is missing; say it in every language (zh-CN, en)"),
    (
        put("category", "BIL", label={"zh-CN": "话费", "en": " "}),
        'label.en must be words in quotes, not " "',
    ),
    (
        put("category", "BIL", label={"zh-CN": "话费", "en": "Charges", "fr": "Frais"}),
        '"fr" is not a key here',
    ),
    (
        misspell_subtype_key,
        'BIL, subtype unexplained_fee: "labels" is not a key here; nearest is "label"',
    ),
    (
        put("category", "BIL", asked=[{"code": "a", "ask": LABEL, "kind": "choice"}]),
        'BIL, asked a: options go with kind = "choice"',
    ),
    (
        put("category", "BIL", asked=[{"code": "a", "ask": LABEL, "kind": "yesno"}]),
        'nearest is "yes_no"',
    ),
    (misspell_top, 'catalogue: "clok" is not a key here; nearest is "clock"'),
    (twice, "[[remedy]] repair: this code stands there twice"),
    (put("remedy", "refund", money=1), '[[remedy]] refund: money must be true or false, not "1"'),
    (put("clock", "R3", start=["submitt"]), 'which is not a move; nearest is "submit"'),
    (put("clock", "R3", start=[]), "[[clock]] R3: start is missing"),
    (put("clock", "R3", stop=["submit"]), 'R3: "submit" both starts and stops it'),
    (put("clock", "R3", limit="48 hours"), 'R3: limit must be like "10min", "48h", "7d" or "0"'),
    (put("clock", "R3", limit="-48h"), 'not "-48h"'),
    (put("clock", "R3", limit=48), 'limit must be words in quotes, not "48"'),
    (put("clock", "R3", limit_days=2), "R3: give exactly one of limit, limit_days, limit_rule"),
    (
        put("clock", "C1", limit_days=-1, limit_rule=None),
        'limit_days must be a whole number from 0 up, not "-1"',
    ),
    (put("clock", "I5", limit="3d", limit_days=None), 'I5: calendar "WD" counts days'),
    (put("clock", "I4", limit="0", calendar="WHO"), 'nearest is "WH"'),
    (put("clock", "P1", dated=False), "P1: give exactly one of limit, limit_days, limit_rule"),
    (put("clock", "R3", marks=TWO), "R3: marks overlap; put them in the order of time"),
    (
        put("clock", "R3", marks=[{"after": "1h"}]),
        "[[clock]] R3, mark number 1: does nothing; give message",
    ),
    (
        put("clock", "R3", marks=[{"after": "1h", "share": 0.5, "tell": "agent"}]),
        "give exactly one of share, after and before",
    ),
    (
        put("clock", "R3", marks=[{"before": "49h", "tell": "agent"}]),
        "R3: a mark lies before the start",
    ),
    (
        put("clock", "P1", marks=[{"after": "1h", "tell": "agent"}]),
        "P1: a dated clock has only marks with before",
    ),
    (put("clock", "R3", marks=[{"share": 2, "tell": "agent"}]), "share must be a number from 0"),
    (put("clock", "R3", marks=[{"share": 1, "tell": "boss"}]), "which is not a staff role"),
    (put("clock", "R3", marks=[{"share": 1, "task": "callback"}]), 'nearest is "call_back"'),
    (put("clock", "R3", marks=[{"share": 1, "message": "M99"}]), "which is not a message"),
    (put("clock", "R3", marks=[{"share": 1, "move": "silense"}]), 'nearest is "silence"'),
    (put("clock", "R3", pause=["onhold"]), 'which is not a state; nearest is "on_hold"'),
    (put("clock", "R3", kinds=["complain"]), 'a kind of contact; nearest is "complaint"'),
    (put("clock", "I4", levels=[4]), 'levels must be a list of numbers from 1 to 3, not "[4]"'),
    (put("clock", "I4", levels=[1, 1]), "I4: levels names a number twice"),
    (put("clock", "I9", only=["refered"]), 'nearest is "referral"'),
    (put("clock", "I4-L3", begins_in=["closed"]), 'names "closed", which is not an open state'),
    (put("clock", "I7", follows="I66"), 'which is not a clock; nearest is "I6"'),
    (put("clock", "I7", follows="I7"), "I7: follows names the clock itself"),
    (put("clock", "I10", stop_by=["lead"]), "which is not a staff role"),
    (put("clock", "V1", told=["M99"]), "which is not a message"),
    (
        put("clock", "H1", date="promise"),
        'which is not a date of the filing; nearest is "promised"',
    ),
    (put("clock", "H1", limit="1h"), "H1: give exactly one of limit, limit_days, limit_rule"),
    (put("clock", "I9", limit=None, limit_days=1), 'I9: calendar "DH" counts hours; give limit'),
    (put("clock", "P1", key_share=True), "P1: key_share shortens a limit"),
    (put("clock", "R3", then_tell=None), "R3: then_every and then_tell go together"),
    (put("clock", "R3", then_tell=["boss"]), "which is not a staff role"),
    (
        put("clock", "R3", marks=[{"share": 1, "tell": "agent"}]),
        "R3: then_every goes on after the breach; give a mark breach = true",
    ),
    (
        put("clock", "R3", marks=[{"share": 1, "move": "delay", "breach": True}]),
        "R3: delay is told before the breach; put its mark before the due time",
    ),
    (
        put("clock", "R3", marks=[{"after": "49h", "move": "delay", "breach": True}]),
        "R3: delay is told before the breach",
    ),
    (put("clock", "C1", pause=["on_hold"]), "C1: the legal limit never pauses; take pause out"),
    (put("clock", "C1", levels=[3]), "C1: the law sets this limit for all alike"),
    (put("clock", "F1", categories=["NET-X"]), "which is not a category; nearest is"),
    (put("message", "M05", way="edits"), 'which is not a way; nearest is "edit"'),
    (put("message", "M06", rest="nights"), 'which is not a rest; nearest is "night"'),
    (put("message", "M28", yields_to="M0"), "[[message]] M28: yields_to names"),
    (put("promise", "double_refund", valid_from="1.1.2026"), "must be a date like 2026-01-31"),
    (put("promise", "double_refund", valid_to="2025-12-31"), "valid_to lies before valid_from"),
    (put("promise", "double_refund", text=None), "[[promise]] double_refund: text is missing"),
    (put("promise", "double_refund", source={"en": "x"}), "source.zh-CN is missing"),
    (put("promise", "double_refund", times=0), "times must be a whole number from 1 up"),
    (put("promise", "double_refund", remedy="refnd"), 'not a remedy; nearest is "refund"'),
    (
        put("promise", "double_refund", remedy="apology"),
        "times goes with a remedy that has money = true; name it, or leave it out",
    ),
    (put("promise", "double_refund", categories=["BIIL"]), 'not a category; nearest is "BIL"'),
    (put("remedy", "goodwill", least="boss"), "which is not a role that offers"),
    (put("remedy", "goodwill", least="admin"), "which is not a role that offers"),
    (put("remedy", "goodwill", covers=["goodwill"]), "covers names the remedy itself"),
    (put("remedy", "goodwill", covers=["compensate"]), 'nearest is "compensation"'),
    (
        put("category", "BIL", remedies=["refund", "goodwill"]),
        '[[category]] BIL: remedies names "goodwill", which is offered only; leave it out',
    ),
    (put("money", "", handler=4000), "[money]: handler may offer less than agent"),
    (no_nation, "[[appeal]] lacks the national body"),
    (province_twice, '"110000" has a body already; leave one out'),
    (a_stranger_in_danger, '[emergency]: "SPN" is not a category; nearest is "SPM"'),
    (put("words", "", back=["取消"]), '[words]: "取消" stands in cancel and in back'),
    (put("words", "", back="返回"), "[words]: back must be a list of words in quotes"),
    (put("words", "", bakc=["返回"]), '"bakc" is not a key here; nearest is "back"'),
    (put("hours", "", opening="9-18"), '[hours]: opening must be like "22:00-08:00"'),
    (put("hours", "", night=["22:00-22:00"]), 'not "22:00-22:00"'),
    (put("hours", "", night=["22:00-08:00", "07:00-09:00"]), "night has spans that overlap"),
    (put("hours", "", lunch="17:00-19:00"), "[hours]: lunch must lie within work; mend either"),
    (put("hours", "", desk_daily="22:00-06:00"), "desk_daily must end on the day on which it"),
    (put("patience", "", delays=-1), "[patience]: delays must be a whole number from 0 up"),
    (put("key", "", share=0), "[key]: share must be more than 0"),
    (put("key", "", share=1.5), "[key]: share must be a number from 0 to 1"),
    (put("appeal_age", "", rule="years"), "which is not a rule of law"),
    (put("appeal_age", "", rule="answer"), "[appeal_age]: other is missing; give the months"),
    (put("appeal_age", "", rule=None, C=5), "[appeal_age]: other is missing; give the months"),
    (put("clock", "C1", limit_rule="anwser"), 'is not a rule of law; nearest is "answer"'),
    (put("clock", "C1", limit_rule="age"), "limit_rule age sets no days and no weeks"),
    (put("rule", "age", certainty="sure"), '"sure", which is not a certainty'),
    (put("rule", "age", since=None), "[[rule]] age: since is missing"),
    (put("rule", "age", source=None), "[[rule]] age: source is missing"),
    (put("rule", "age", numbers={"C": 0}), "numbers: C must be a whole number from 1 up"),
    (put("corrective", "", liabilities=["us"]), '"us"'),
    (put("corrective", "", plan=0), "plan"),
    (put("corrective", "", verify="a month"), "verify"),
    (put("inspection", "", good=96), "must grow"),
    (put("inspection", "", excellent=101), "must grow"),
    (put("inspection", "", good_cap=20), "from 0 to 1"),
    (put("appeal_age", "", X=3), '[appeal_age]: "X" is not a key here'),
    (put("ladder", "", digest="9 am"), '[ladder]: digest must be a time of day like "09:00"'),
    (put("hours", "", work="18:00-09:00"), "work must end on the day on which it starts"),
    (put("promised", "", sign_inn=2), '[promised]: "sign_inn" is not a move; nearest is "sign_in"'),
    (put("money", "", agent=-1), "[money]: agent must be a whole number from 0 up"),
    (put("money", "", agent=True), 'not "True"'),
    (put("money", "", director=None), "[money]: director is missing"),
    (put("survey", "", low_score=8), "low_score must lie below satisfied_from"),
    (put("patience", "", draft_nudge="8d"), "draft_nudge must not be longer than draft_expiry"),
    (put("check", "N2", ahead=None), '[[check]] N2: ahead goes with look = "ending"'),
    (put("check", "N1", ahead="72h"), '[[check]] N1: ahead goes with look = "ending"'),
    (put("check", "N2", ahead="30 days"), 'N2: ahead must be like "10min", "48h", "7d" or "0"'),
    (put("check", "N1", look="ending"), "nothing else; mend either"),
    (put("check", "H1", look="ending", ahead="1d"), 'H1: look "ending" has a check already'),
    (put("check", "N1", matters=["NET-X"]), 'matters names "NET-X", which is not a category'),
    (
        put("check", "N1", matters=["NET-P:no_notise"]),
        'matters names "NET-P:no_notise", whose subtype is not known; nearest is "no_notice"',
    ),
    (put("check", "H1", matters=[]), "[[check]] H1: matters must name a category at least"),
    (put("check", "N3", since="soon"), "N3: since must be a date like 2026-01-31"),
    (put("reminder", "data_use", moment="while"), "which is not a moment; known are: after"),
    (put("reminder", "data_use", matters=None), "[[reminder]] data_use: matters is missing"),
    (put("store", "BJ-CYL", area="1101"), "area must be six digits of GB/T 2260"),
    (
        put("store", "BJ-CYL", words=["中关村厅"]),
        '"中关村厅" names store BJ-CYL too; leave one out',
    ),
    (put("service", "", staff_code="["), "[service]: staff_code is no regular expression"),
    (put("service", "", staff_code="[0-9]+"), "staff_code may hold no group and nothing endless"),
    (put("service", "", staff_words=None), "[service]: staff_words is missing"),
    (
        put("category", "NET-M", evidence=[{**PICTURE, "subtypes": ["slow"]}]),
        'NET-M, evidence speed: subtypes names "slow", which is not a subtype',
    ),
    (
        put("category", "NET-M", evidence=[{**PICTURE, "ask": {"en": "A picture?"}}]),
        "NET-M, evidence speed: ask.zh-CN is missing",
    ),
    (put("files", "", types=["jpg"]), 'types names "jpg"; write it like "image/jpeg"'),
    (put("files", "", bytes=0), "bytes must be a whole number from 1 up"),
]


@pytest.mark.parametrize(("breaks", "says"), BROKEN, ids=[says[:60] for _, says in BROKEN])
def test_a_broken_catalogue_says_what_to_mend(
    document: Document, breaks: Callable[[Document], object], says: str
) -> None:
    breaks(document)
    with pytest.raises(CatalogueError) as raised:
        parse(document, MOVES.split())
    assert says in str(raised.value)


def test_an_empty_document_names_what_is_missing_first() -> None:
    with pytest.raises(CatalogueError, match="languages is missing"):
        parse({})
