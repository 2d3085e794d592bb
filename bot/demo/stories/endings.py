"""Silence, holds, second thoughts, and every way in which a complaint ends otherwise."""

from bot.demo.month import Play
from bot.demo.stories.ordinary import declined
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    claimed,
    confirmed,
    found_out,
    offer,
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


def _no_agreement(tale: Tale) -> Play:
    """Two offers declined, and the last word said."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale, share=0.5)
    yield from declined(tale)
    yield from offered(tale, share=0.8)
    yield from declined(tale)
    yield tale.office(3, 9)
    words = {
        "zh-CN": "经复核，按实际多扣的金额退还并致歉，不再增加其他补偿：协议与公示规则均无此项。",
        "en": "After another look we refund what was overcharged and apologise, and offer no more.",
    }
    tale.acts("lead", "final", words=tale.words(words))


def deadlocked(tale: Tale) -> Play:
    """No agreement, and after thirty days without a word it ends as that."""
    yield from _no_agreement(tale)


def given_in(tale: Tale) -> Play:
    """No agreement; some days later the last offer is taken after all."""
    yield from _no_agreement(tale)
    yield tale.awake(30, 60)
    tale.presses("accept_after_all")
    yield tale.later(0.01, 0.05)
    tale.taps(":yes")
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 4, 7)


def new_fact(tale: Tale) -> Play:
    """No agreement; then something new is found, and talks go on."""
    yield from _no_agreement(tale)
    yield tale.awake(20, 50)
    words = {
        "zh-CN": "我找到了当时的通话录音，客服亲口答应过。",
        "en": "I found the recorded call.",
    }
    tale.says(tale.words(words))
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 6, 9)


def decided_outside(tale: Tale) -> Play:
    """The authority has it, and decides."""
    yield from _no_agreement(tale)
    yield tale.office(8, 16)
    tale.acts("agent", "appeal", reference=f"SS{tale.rng.randrange(10**7):07}")
    yield tale.later(6 * DAY)
    words = {
        "zh-CN": "主管部门裁定按已退金额办理",
        "en": "The authority holds with the refund made",
    }
    tale.acts("lead", "end_deadlock", words=tale.words(words))


def mediated(tale: Tale) -> Play:
    """The authority has it while it is looked into, and both settle before it."""
    yield from tale.files()
    yield from found_out(tale)
    tale.acts("agent", "appeal", reference=f"SS{tale.rng.randrange(10**7):07}")
    yield tale.later(4 * DAY)
    items = [{**one, "due": tale.date(4)} for one in tale.matter.items]
    tale.acts("director", "mediated", finding=tale.matter.finding, items=list(items))
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 6, 8)


def no_answer(tale: Tale) -> Play:
    """The offer stays without a word; somebody rings in vain, and after thirty days it ends."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield tale.later(7.5 * DAY)
    yield tale.office(0.5, 3)
    words = {"zh-CN": "回访两次，无人接听", "en": "Rang twice, nobody answered"}
    tale.acts("agent", "note", words=tale.words(words), call=True)


def taken_back(tale: Tale) -> Play:
    """An offer is taken back to be mended, in the first round and again in the second."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield tale.office(0.5, 1)
    words = {"zh-CN": "金额核算有误，需要重新核对", "en": "the sum has to be worked out again"}
    tale.acts(tale.handler(), "withdraw_proposal", reason=tale.words(words))
    yield from offered(tale, share=0.5)
    yield from declined(tale)
    yield from offered(tale, share=0.6)
    yield tale.office(0.3, 1)
    tale.acts(tale.handler(), "withdraw_proposal", reason=tale.words(words))
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 6, 9)


def second_thoughts(tale: Tale) -> Play:
    """Accepted, and then rather not: before anything is carried out that is open to anybody."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale, days=6)
    yield from accepted(tale)
    yield tale.later(0.3, 0.8)
    tale.presses("think_again")
    yield tale.later(0.01, 0.05)
    tale.says(tale.matter.phrase("rejects", tale.rng))
    yield tale.later(0.01, 0.05)
    if tale.session().stack:
        tale.taps(":same")
    yield tale.office(1, 5)
    offer(tale)
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 7, 9)
