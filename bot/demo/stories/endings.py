"""Silence, holds, second thoughts, and every way in which a complaint ends otherwise."""

from bot.demo.month import Play
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    claimed,
    confirmed,
    found_out,
    mended,
    offered,
    scored,
    settled,
)
from bot.demo.tale import Tale

DAY = 24.0


def silent(tale: Tale) -> Play:
    """A fact is asked for and never comes: after a week work goes on with what is known."""
    yield from tale.files()
    yield from claimed(tale)
    tale.acts(tale.handler(), "ask", words=tale.matter.phrase("asks", tale.rng))
    yield tale.later(7.2 * DAY)
    yield from settled(tale)


def unconfirmed(tale: Tale) -> Play:
    """It is done, and the person says nothing: two reminders, then it is noted as that."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)


def scored_late(tale: Tale) -> Play:
    """As before, and then the score comes after all, with a "partly"."""
    yield from unconfirmed(tale)
    yield tale.later(8 * DAY)
    tale.presses("score-6")
    yield tale.later(0.01, 0.03)
    tale.taps(":solved:partly")


def unscored(tale: Tale) -> Play:
    """The survey and its reminder stay without an answer."""
    yield from unconfirmed(tale)
    yield from confirmed(tale)


def no_surveys(tale: Tale) -> Play:
    """ "Later", and then: no more of these."""
    yield from unscored(tale)
    while not tale.asked_for_score():
        yield tale.awake(2, 4)
    tale.presses("score-later")
    yield tale.awake(20, 24)
    tale.presses("score-never")


def failed_again(tale: Tale) -> Play:
    """The repair did not last: said in the survey, before any score."""
    yield from tale.files()
    yield from found_out(tale)
    yield from mended(tale)
    yield from confirmed(tale)
    while not tale.asked_for_score():
        yield tale.awake(2, 4)
    tale.presses("fails_again")


def visited(tale: Tale) -> Play:
    """Somebody was at home for the repair, and asked for money there."""
    yield from tale.files()
    yield from found_out(tale)
    yield from mended(tale, visit=True)
    yield from confirmed(tale)
    while not tale.asked_for_score():
        yield tale.awake(2, 4)
    tale.presses("score-8")
    yield tale.later(0.01, 0.03)
    tale.says("50")


def archived(tale: Tale) -> Play:
    """Closed, and put away a month later."""
    yield from tale.files()
    yield from settled(tale, days=3)


def opened_late(tale: Tale) -> Play:
    """Closed for weeks, and then it is there again: reopened within the month."""
    yield from tale.files()
    yield from settled(tale, days=3)
    yield tale.later(16 * DAY)
    tale.presses("reopen")
    yield tale.later(0.01, 0.05)
    tale.says(tale.matter.phrase("again", tale.rng))
    yield from settled(tale)


def held(tale: Tale) -> Play:
    """It waits for somebody else for two days, and goes on by itself."""
    yield from tale.files()
    yield from claimed(tale)
    words = {"zh-CN": "等合作方提供订购记录", "en": "the partner's records are awaited"}
    tale.acts("lead", "hold", reason=tale.words(words), until=tale.date(2))
    yield tale.later(3 * DAY + 8)
    yield from settled(tale)


def resumed(tale: Tale) -> Play:
    """The hold is over early; later the agreed work waits for an appointment."""
    yield from tale.files()
    yield from claimed(tale)
    words = {"zh-CN": "等设备到货", "en": "a part is on its way"}
    tale.acts("lead", "hold", reason=tale.words(words), until=tale.date(3))
    yield tale.later(20, 26)
    tale.acts("lead", "resume")
    yield from found_out(tale)
    yield from offered(tale, days=8)
    yield from accepted(tale)
    yield tale.office(1, 2)
    visit = {"zh-CN": "与用户约定后天上门", "en": "a visit is agreed for the day after tomorrow"}
    tale.acts("lead", "hold", reason=tale.words(visit), until=tale.date(1))
    yield tale.later(2 * DAY)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 7, 10)


def too_vague(tale: Tale) -> Play:
    """It cannot be checked as it stands: asked for, confirmed, and mended by its subscriber."""
    yield from tale.files()
    yield tale.office(1, 3)
    tale.acts("agent", "inadmissible", reason="vague")
    yield tale.office(0.5, 2)
    tale.acts("lead", "inadmissible", reason="vague", mend="发生的号码和具体日期")
    yield tale.awake(5, 20)
    tale.presses("refile")
    yield tale.later(0.02, 0.1)
    tale.says(tale.matter.answers["when"] + " " + tale.matter.answers["number"])
    yield from settled(tale)


def not_ours(tale: Tale) -> Play:
    """Not about us: asked for by an agent, and confirmed."""
    yield from tale.files()
    yield tale.office(1, 3)
    tale.acts("agent", "inadmissible", reason="not_telecom")
    yield tale.office(0.5, 2)
    tale.acts("lead", "inadmissible", reason="not_telecom", mend="12345")


def admitted(tale: Tale) -> Play:
    """An agent would refuse it; the supervisor does not."""
    yield from tale.files()
    yield tale.office(1, 3)
    tale.acts("agent2", "inadmissible", reason="vague")
    yield tale.office(0.5, 2)
    tale.acts("lead", "admissible")
    yield from settled(tale)


def no_answer(tale: Tale) -> Play:
    """The offer stays without a word; somebody rings in vain, and after thirty days it ends."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield tale.later(7.5 * DAY)
    yield tale.office(0.5, 3)
    words = {"zh-CN": "回访两次，无人接听", "en": "Rang twice, nobody answered"}
    tale.acts("agent", "note", words=tale.words(words), call=True)
