"""The stories of the demo's month: scripts of what a subscriber and the staff do, and when."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.demo.crowd import Crowd
from bot.demo.matters import ANY, Wanted
from bot.demo.month import Play
from bot.demo.stories import (
    again,
    checked,
    contacts,
    crowds,
    disputes,
    endings,
    grave,
    late,
    negotiating,
    ordinary,
    rare,
)
from bot.demo.stories.heard import SAID
from bot.demo.tale import Tale


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A script with what it needs: a matter, so many days to its end, an hour at which it begins.

    `share` is how often it is told beside the others, 0 for once in a month. `recent`: told in the
    last days alone. `crowd`: by so many people within minutes; `desk` is what staff do about them
    all. `files`: how many tickets come of it. `working`: the days are working days. `ago`: it
    begins so many hours before the end.
    """

    play: Callable[[Tale], Play]
    days: float
    share: int = 0
    wanted: Wanted = ANY
    hours: tuple[int, int] = (8, 21)
    recent: float = 0.0
    crowd: int = 1
    desk: Callable[[Crowd], Play] | None = None
    files: int = 1
    working: bool = False
    ago: float = 0.0

    def telling(self, wanted: Wanted) -> "Story":
        """The same story of such a matter."""
        return replace(self, wanted=wanted)

    @property
    def tickets(self) -> int:
        """How many tickets come of telling it once."""
        return self.crowd * self.files

    @property
    def name(self) -> str:
        return self.play.__name__


NET = Wanted(categories=("NET-M", "NET-F", "NET-P"))
HOME = Wanted(categories=("NET-F",))
MONEY = Wanted(categories=("BIL", "VAS"), amount=True)
DESK = Wanted(categories=("BIL", "VAS", "TAR", "ORD", "PRT", "MKT"))
BIG = Wanted(code="roaming")
OVERCHARGED = Wanted(code="old-plan")
HOPED = Wanted(
    categories=("BIL", "VAS"),
    add={"zh-CN": "请在{soon}之前解决。", "en": " Please solve it by {soon}."},
)
REWARD = Wanted(code="gift-card", promised=True)
OLD = Wanted(categories=("BIL", "VAS"), amount=True, days=(112, 114), language="zh-CN")
FAULT = Wanted(
    categories=("NET-F",),
    text={
        "zh-CN": "家里宽带断网了，报修，地址{place}，{day}开始的。",
        "en": "I want to report a fault: no broadband at home since {day}, in {place}.",
    },
)
PRAISE = Wanted(
    categories=("NET-F", "SRV"),
    text={
        "zh-CN": "{day}来装宽带的师傅服务真好，特别耐心，想表扬一下。",
        "en": "I want to praise the technician who came on {day}: friendly and very patient.",
    },
)
SUGGESTION = Wanted(
    categories=("APP",),
    text={
        "zh-CN": "建议你们的APP增加一个大字版，老人用起来方便。",
        "en": "A suggestion: please add larger letters to the app, for older people.",
    },
)
TWO = Wanted(
    code="old-plan",
    plain=True,
    add={
        "zh-CN": "另外，我家宽带从{day}起断网，光猫红灯一直闪，地址{place}，请派人修。",
        "en": " Also, there is no internet at home in {place} since {day}: the lamp on the modem "
        "is red. Please send somebody to repair the broadband.",
    },
)
ROAMED = Wanted(code="roaming", days=(6, 6))
KUNMING = {"zh-CN": "云南省昆明市五华区翠湖", "en": "Wuhua, Kunming"}
SHORT_NOTICE = Wanted(code="area-down", days=(1, 1), place=KUNMING, language="zh-CN")
STORE = Wanted(code="queue", language="zh-CN", place={"zh-CN": "北京朝阳路"})
SIGNAL = Wanted(code="one-bar")
RUSH = Wanted(code="late-activation")
EARLY = (9, 11)
REPEATED = Wanted(categories=("BIL", "VAS", "NET-F", "SIM"))


# What is heard in a story itself, and what comes with a later message.
AT_ONCE = tuple(SAID)[::2]
LATER = tuple(SAID)[1::2]


def _heard(code: str) -> Wanted:
    """A matter whose story has the words of a trigger."""
    return Wanted(categories=("BIL", "VAS", "ORD"), add=SAID[code])


def _many(
    play: Callable[[Tale], Play],
    desk: Callable[[Crowd], Play],
    crowd: int,
    wanted: Wanted,
    days: float,
) -> Story:
    """A trouble of so many, once in the month, on the morning of a working day."""
    return Story(play=play, desk=desk, crowd=crowd, wanted=wanted, days=days, hours=(9, 10))


ORDINARY: tuple[Story, ...] = (
    Story(play=ordinary.agreed, days=10, share=300),
    Story(play=ordinary.bargained, days=12, share=110, wanted=MONEY),
    Story(play=ordinary.disappointed, days=12, share=30),
    Story(play=ordinary.reopened, days=18, share=15),
    Story(play=ordinary.undecided, days=14, share=50),
    Story(play=ordinary.asked, days=12, share=60),
    Story(play=ordinary.reminded, days=12, share=30),
    Story(play=ordinary.withdrawn, days=3, share=25),
    Story(play=ordinary.untouched, days=1, share=25, recent=1),
    Story(play=ordinary.on_the_spot, days=4, share=60, wanted=MONEY),
    Story(play=ordinary.repaired, days=8, share=90, wanted=NET),
    Story(play=ordinary.repaired_twice, days=8, share=30, wanted=NET),
    Story(play=ordinary.two_matters, days=12, share=12, wanted=TWO, files=2),
    Story(play=ordinary.more_said, days=10, share=40),
    Story(play=rare.at_night, days=10, share=30, wanted=NET, hours=(22, 25)),
)
ENDINGS: tuple[Story, ...] = (
    Story(play=endings.silent, days=16, share=8),
    Story(play=endings.unconfirmed, days=20, share=15),
    Story(play=endings.scored_late, days=18, share=5),
    Story(play=endings.unscored, days=13, share=25),
    Story(play=endings.no_surveys, days=12, share=4),
    Story(play=endings.failed_again, days=13, wanted=HOME, share=2),
    Story(play=endings.visited, days=13, wanted=HOME, share=2),
    Story(play=endings.archived, days=44, share=1),
    Story(play=endings.opened_late, days=36, share=4),
    Story(play=endings.held, days=14, share=12),
    Story(play=endings.resumed, days=18, share=8),
    Story(play=endings.too_vague, days=13, share=8),
    Story(play=endings.not_ours, days=3, share=8),
    Story(play=endings.admitted, days=12, share=5),
    Story(play=disputes.deadlocked, days=46, share=4, wanted=MONEY),
    Story(play=disputes.given_in, days=18, share=6, wanted=MONEY),
    Story(play=disputes.new_fact, days=18, share=4, wanted=MONEY),
    Story(play=disputes.decided_outside, days=18, share=4, wanted=MONEY),
    Story(play=disputes.turned_down, days=18, share=1, wanted=MONEY),
    Story(play=disputes.appeal_taken_back, days=18, share=1, wanted=MONEY),
    Story(play=disputes.mediated, days=14, share=3, wanted=MONEY),
    Story(play=endings.no_answer, days=38, share=3),
    Story(play=disputes.taken_back, days=14, share=5, wanted=MONEY),
    Story(play=disputes.second_thoughts, days=14, share=6),
    Story(play=ordinary.agreed, days=10, share=12, wanted=BIG),
)
LATE: tuple[Story, ...] = (
    Story(play=late.unsigned, hours=EARLY, days=21, share=2, wanted=DESK),
    Story(play=late.unnoticed, hours=EARLY, days=7, share=2, wanted=NET),
    Story(play=late.unanswered, hours=EARLY, days=9, share=3, wanted=DESK),
    Story(play=late.slow_department, hours=EARLY, days=11, working=True, share=3, wanted=DESK),
    Story(play=late.slow_repair, hours=EARLY, days=9, share=4, wanted=NET),
    Story(play=late.broken_promise, hours=EARLY, days=17, working=True, share=2, wanted=DESK),
    Story(play=late.long_drawn, hours=EARLY, days=24, share=3, wanted=DESK),
    Story(play=late.slow_hands, hours=EARLY, days=16, working=True, share=4, wanted=DESK),
    Story(play=late.put_off, hours=EARLY, days=12, share=12),
    Story(play=late.delayed, hours=EARLY, days=12, share=12, wanted=DESK),
    Story(play=late.sent_back, hours=EARLY, days=11, share=20, wanted=DESK),
    Story(play=late.left_lying, hours=EARLY, days=11, share=3, wanted=DESK),
    Story(play=late.unwritten, hours=EARLY, days=6, share=4, wanted=NET),
    Story(play=late.outage, hours=EARLY, days=5, share=10, wanted=NET),
    Story(play=late.rush, hours=EARLY, days=12, working=True, wanted=RUSH, crowd=14),
    Story(play=late.long_outage, hours=EARLY, days=9, share=1, wanted=NET),
)
GRAVE: tuple[Story, ...] = (
    *(Story(play=grave.told_at_once(c), days=10, share=1, wanted=_heard(c)) for c in AT_ONCE),
    *(Story(play=grave.told_later(c), days=10, share=2, wanted=DESK) for c in LATER),
    Story(play=grave.angry, days=10, share=12, wanted=DESK),
    Story(play=grave.unseen, days=10, working=True, wanted=_heard("leak"), hours=EARLY),
    Story(play=grave.unhelped, days=19, working=True, wanted=_heard("hq_letter"), hours=EARLY),
    Story(play=grave.unmended, days=12, working=True, wanted=_heard("hq_letter"), hours=EARLY),
    Story(play=grave.questioned, days=14, share=2, wanted=_heard("court"), hours=EARLY),
    Story(play=grave.referred, days=12, share=4, wanted=DESK),
    Story(play=grave.referred_late, days=11, share=1, wanted=DESK),
    Story(play=grave.referred_back, days=11, share=1, wanted=DESK),
    Story(play=grave.referred_twice, days=11, wanted=DESK),
    Story(play=grave.wants_a_person, days=11, share=20),
    Story(play=grave.call_me, days=11, share=12, hours=(18, 20)),
    Story(play=grave.escalated, days=11, share=8),
    Story(play=grave.taken_over, days=1, share=3, recent=2, wanted=DESK),
)
RARE: tuple[Story, ...] = (
    Story(play=rare.number_late, days=10, share=1),
    Story(play=rare.gone, days=9, wanted=HOME, share=1),
    Story(play=rare.blocked, days=6, share=3),
    Story(play=rare.undeliverable, days=10, share=1),
    Story(play=rare.hoped_for, days=8, share=5, wanted=HOPED),
    Story(play=rare.reward_due, days=15, share=3, wanted=REWARD),
    Story(play=rare.reward_kept, days=9, share=3, wanted=REWARD),
    Story(play=rare.too_old, days=42, share=2, wanted=OLD),
)
CONTACTS: tuple[Story, ...] = (
    Story(play=contacts.explained, days=1, share=60, files=0),
    Story(play=contacts.looked_up, days=1, share=10, files=0, hours=(10, 16)),
    Story(play=contacts.unconvinced, days=1, share=8, files=0),
    Story(play=contacts.sent_on, days=1, share=12, files=0),
    Story(play=contacts.still_annoyed, days=10, share=8, wanted=Wanted(code="data-double")),
    Story(play=contacts.asked_beside, days=10, share=8, wanted=DESK),
    Story(play=contacts.ours_after_all, days=4, share=4, wanted=Wanted(code="street-lamp")),
    Story(play=contacts.fault, days=7, share=90, wanted=FAULT),
    Story(play=contacts.fault_called_so, days=10, share=8, wanted=FAULT),
    Story(play=contacts.fault_too_long, days=12, share=2, wanted=FAULT),
    Story(play=contacts.praise, days=4, share=25, wanted=PRAISE),
    Story(play=contacts.suggestion, days=4, share=20, wanted=SUGGESTION),
)
AGAIN: tuple[Story, ...] = (
    Story(play=again.hurried, days=13, share=12, wanted=REPEATED),
    Story(play=again.came_back, days=22, share=10, wanted=REPEATED),
    Story(play=again.unhappy, days=22, share=4, wanted=REPEATED, files=2),
    Story(play=again.unhappy, days=22, share=3, wanted=Wanted(code="loan-calls"), files=2),
    Story(play=again.months_later, days=52, wanted=REPEATED, files=2),
    Story(play=again.two_chats, days=12, share=2, wanted=REPEATED, files=2),
    Story(play=again.look_alike, days=12, share=2, wanted=REPEATED, files=2),
    Story(play=again.key_account, days=12, working=True, wanted=DESK, share=1, hours=EARLY),
    Story(play=again.key_in_time, days=10, wanted=DESK, share=12),
    Story(play=again.became_key, days=6, wanted=DESK, share=2),
)
MANY: tuple[Story, ...] = (
    _many(crowds.cut_off, crowds.repairs, 14, crowds.OUTAGE, days=13),
    _many(crowds.misled, crowds.amends, 8, crowds.ADVERT, days=16),
    _many(crowds.charged_twice, crowds.noticed, 6, crowds.PACK, days=15),
    _many(crowds.alike, crowds.none_at_all, 6, crowds.WORKS, days=12),
    _many(crowds.worked_on, crowds.announced, 5, crowds.ANNOUNCED, days=9),
    replace(_many(crowds.storm, crowds.under_way, 15, crowds.STORM, days=1), ago=2.7),
)
TALKS: tuple[Story, ...] = (
    Story(play=negotiating.three_rounds, days=14, share=12, wanted=OVERCHARGED),
    Story(play=negotiating.promised, days=15, share=8, wanted=OVERCHARGED),
    Story(play=negotiating.goodwill, days=14, share=8, wanted=OVERCHARGED),
    Story(play=negotiating.refused, days=12, share=4, wanted=BIG),
    Story(play=negotiating.passed_up, days=12, share=4, wanted=BIG),
    Story(play=negotiating.asked_meanwhile, days=12, share=3, wanted=BIG),
    Story(play=negotiating.kept_waiting, days=14, working=True, share=1, wanted=BIG, hours=EARLY),
    Story(play=negotiating.other_findings, days=12, share=3, wanted=BIG),
    Story(play=negotiating.other_amount, days=14, share=5, wanted=OVERCHARGED),
)
CHECKED: tuple[Story, ...] = (
    Story(play=checked.warned, days=12, share=4, wanted=ROAMED),
    Story(play=checked.announced_late, days=14, wanted=SHORT_NOTICE, hours=EARLY),
    Story(play=checked.service_ended, days=12, share=3, wanted=Wanted(code="night-pack")),
    Story(play=checked.card_read, days=11, share=5, wanted=Wanted(code="sim-dead")),
    Story(play=checked.in_the_store, days=11, share=5, wanted=STORE),
    Story(play=checked.pictured, days=12, share=12, wanted=SIGNAL),
)
STORIES: tuple[Story, ...] = (
    *MANY,
    *TALKS,
    *CHECKED,
    *ORDINARY,
    *ENDINGS,
    *LATE,
    *GRAVE,
    *RARE,
    *CONTACTS,
    *AGAIN,
)
