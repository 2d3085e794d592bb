"""Who does not come with a complaint: questions, faults, praise, suggestions, other companies."""

from collections.abc import Mapping, Sequence

from bot.demo.month import Play, Stuck
from bot.demo.stories.steps import claimed, confirmed, scored, settled
from bot.demo.tale import Tale

DAY = 24.0
ASKED: Mapping[str, Sequence[str]] = {
    "zh-CN": (
        "我这个59元套餐，套餐外流量怎么收费？",
        "携号转网要什么条件？",
        "怎么开电子发票？",
        "手机丢了怎么停机？",
        "国际漫游怎么开通？",
        "宽带移机要多少钱？",
        "副卡怎么取消？",
    ),
    "en": (
        "How do I get an invoice?",
        "What does roaming in Thailand cost?",
        "How can I change my plan?",
        "I lost my phone, how do I block the SIM?",
    ),
}
BALANCE: Mapping[str, Sequence[str]] = {
    "zh-CN": ("我想查一下话费余额", "查一下这个月用了多少流量"),
    "en": ("How much data do I have left?", "What is my balance?"),
}
WEARY = {
    "zh-CN": "说了半天还是不明白，你们这样收费就是坑人",
    "en": "I still don't understand, this is ridiculous",
}
ELSEWHERE: Mapping[str, Sequence[str]] = {
    "zh-CN": (
        "顺丰快递{amount}天了包裹还没到，我要投诉",
        "圆通快递把我的包裹弄丢了，{amount}天没人理，我要投诉",
    ),
    "en": ("I want to complain: the courier lost my parcel {amount} days ago",),
}
THANKED = {
    "zh-CN": "已转告本人和班组，谢谢您的鼓励。",
    "en": "Passed on to the person and the team. Thank you for the kind words.",
}
NOTED = {
    "zh-CN": "建议已转产品部门评估，谢谢您写下来。",
    "en": "Your suggestion went to the product team. Thank you for writing it down.",
}


def _asks(tale: Tale, words: str) -> Play:
    tale.says(words)
    yield tale.later(0.01, 0.05)


def explained(tale: Tale) -> Play:
    """A question, an article, and it helped."""
    yield from _asks(tale, tale.rng.choice(ASKED[tale.language]))
    tale.taps(":helped")


def looked_up(tale: Tale) -> Play:
    """What one's own account says: where to look, and a person who knows it."""
    yield from _asks(tale, tale.rng.choice(BALANCE[tale.language]))
    tale.taps(":human")


def unconvinced(tale: Tale) -> Play:
    """Two explanations do not help; no complaint is wanted all the same."""
    yield from _asks(tale, ASKED[tale.language][0])
    tale.taps(":other")
    yield tale.later(0.01, 0.03)
    tale.says(tale.words(WEARY))
    yield tale.later(0.01, 0.03)
    tale.taps(":no")


def still_annoyed(tale: Tale) -> Play:
    """Two explanations do not help, and it becomes a complaint in the words already said."""
    yield from _asks(tale, ASKED[tale.language][0])
    tale.taps(":other")
    yield tale.later(0.01, 0.03)
    tale.says(tale.words(WEARY))
    yield tale.later(0.01, 0.03)
    tale.taps(":complaint")
    yield tale.later(0.01, 0.03)
    tale.taps(":file")
    yield from tale.answers_all()
    yield from settled(tale)


def asked_beside(tale: Tale) -> Play:
    """A question while a complaint is open; it was meant for the complaint after all."""
    yield from tale.files()
    yield tale.awake(3, 8)
    tale.says(ASKED[tale.language][1])
    yield tale.later(0.01, 0.03)
    tale.taps(":ticket")
    yield from settled(tale)


def sent_on(tale: Tale) -> Play:
    """Another company's matter: its number, politely."""
    words = tale.rng.choice(ELSEWHERE[tale.language]).format(amount=tale.rng.randint(3, 9))
    yield from _asks(tale, words)
    tale.taps(":file")
    yield from tale.answers_all(company=":elsewhere")
    if tale.ticket:
        raise Stuck("what another company does was filed with us")


def ours_after_all(tale: Tale) -> Play:
    """It sounds like another's matter; the person wants it taken all the same."""
    yield from tale.files()
    yield tale.office(1, 3)
    tale.acts("agent", "inadmissible", reason="other_company")
    yield tale.office(0.5, 2)
    tale.acts("lead", "inadmissible", reason="other_company", mend="12345")


def fault(tale: Tale) -> Play:
    """A fault and no grievance: reported, mended, confirmed."""
    yield from tale.files(go=True)
    yield from claimed(tale, 0.1, 1)
    yield tale.office(1, 8)
    tale.acts(tale.handler(), "set_liability", liability="operator", finding=tale.matter.finding)
    tale.acts(tale.handler(), "done_without_proposal", proof=tale.matter.proof)
    yield from confirmed(tale)
    yield from scored(tale, 7, 10)


def fault_called_so(tale: Tale) -> Play:
    """A fault that its subscriber calls a complaint the next day."""
    yield from tale.files(go=True)
    yield tale.awake(10, 20)
    words = {"zh-CN": "师傅还没来，我要投诉你们", "en": "Nobody came. I want to file a complaint"}
    tale.says(tale.words(words))
    yield from settled(tale)


def fault_too_long(tale: Tale) -> Play:
    """A fault that is not mended in time: a complaint by itself."""
    yield from tale.files(go=True)
    yield from claimed(tale, 0.1, 0.5)
    yield tale.later(3.5 * DAY)
    yield from settled(tale)


def praise(tale: Tale) -> Play:
    """Praise is passed on, and answered with thanks."""
    yield from tale.files(go=True)
    yield tale.office(2, 12)
    tale.acts("agent", "thank", words=tale.words(THANKED))


def suggestion(tale: Tale) -> Play:
    """A suggestion is passed on, and answered."""
    yield from tale.files(go=True)
    yield tale.office(2, 12)
    tale.acts("agent2", "thank", words=tale.words(NOTED))
