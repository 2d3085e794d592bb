"""No agreement, or not at once: last words, the authority, offers taken back, second thoughts."""

from bot.demo.month import Play
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    confirmed,
    declined,
    finished,
    found_out,
    offered,
    scored,
)
from bot.demo.tale import Tale
from dialogs.appeals.stating import contacts
from dialogs.model import Json

DAY = 24.0


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
    tale.acts("lead", "final", words=tale.words(words), meeting=True)


def deadlocked(tale: Tale) -> Play:
    """No agreement, and after thirty days without a word it ends as that."""
    yield from _no_agreement(tale)


def given_in(tale: Tale) -> Play:
    """No agreement; some days later the last offer is taken after all."""
    yield from _no_agreement(tale)
    yield tale.awake(26, 52)
    yield from _after_all(tale)


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
    yield from finished(tale, 6, 9)


def decided_outside(tale: Tale) -> Play:
    """The authority has it, and decides."""
    yield from _no_agreement(tale)
    yield tale.office(8, 16)
    _prepared(tale)
    yield tale.office(8, 16)
    tale.acts("agent", "appeal", reference=f"SS{tale.rng.randrange(10**7):07}")
    yield tale.later(2 * DAY)
    tale.acts("lead2", "taken_up")
    yield tale.later(4 * DAY)
    words = {
        "zh-CN": "主管部门裁定按已退金额办理",
        "en": "The authority holds with the refund made",
    }
    tale.acts("lead", "end_deadlock", words=tale.words(words))


def _prepared(tale: Tale) -> None:
    """Over the phone an agent writes down what the file of the appeal needs, and looks it up."""
    words = {
        "zh-CN": "上个月打过客服电话，说三天内回复",
        "en": "I rang last month and was told three days",
    }
    home = {"zh-CN": "幸福路 8 号 2 单元 301", "en": "8 Happiness Road, flat 301"}
    before: Json = [{"words": tale.words(words)}]
    told = {"address": tale.words(home), "postcode": "100000", "contacts": before}
    tale.acts("agent", "prepare_appeal", elsewhere=[], **told)
    found = {"zh-CN": "热线有来电记录", "en": "The hotline has a record of the call"}
    place = len(contacts(tale.look()))
    tale.acts(
        tale.handler(), "judge_contact", contact=place, outcome="confirmed", words=tale.words(found)
    )
    tale.acts("agent", "hand_out_file")


def turned_down(tale: Tale) -> Play:
    """The authority does not take the appeal up; the last offer is taken after all."""
    yield from _appealed(tale)
    words = {"zh-CN": "申诉事项已超过五个月", "en": "It lies more than five months back"}
    tale.acts("lead2", "turned_down", words=tale.words(words))
    yield from _after_all(tale)


def appeal_taken_back(tale: Tale) -> Play:
    """The appeal is taken back, and the last offer taken after all."""
    yield from _appealed(tale)
    words = {"zh-CN": "用户来电说已撤回申诉", "en": "The subscriber rang to say so"}
    tale.acts("agent", "taken_back", words=tale.words(words))
    yield from _after_all(tale)


def _appealed(tale: Tale) -> Play:
    yield from _no_agreement(tale)
    yield tale.office(8, 16)
    tale.acts("agent", "appeal", reference=f"SS{tale.rng.randrange(10**7):07}")
    yield tale.later(2 * DAY)


def _after_all(tale: Tale) -> Play:
    yield tale.awake(4, 8)
    tale.presses("accept_after_all")
    yield tale.later(0.01, 0.05)
    tale.taps(":yes")
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 4, 7)


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
    yield from finished(tale, 6, 9)


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
    yield from offered(tale)
    yield from finished(tale, 7, 9)
