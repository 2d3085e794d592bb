"""One trouble of many: what each of a crowd does, and what staff do with their incident."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.demo.crowd import Crowd
from bot.demo.matters import Wanted
from bot.demo.month import Play
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    claimed,
    confirmed,
    declined,
    finished,
    mended,
    offered,
    scored,
    settled,
    thought_over,
)
from bot.demo.tale import Tale
from dialogs.incidents.incident import Stage
from dialogs.incidents.planned import Planned
from dialogs.model import Json
from dialogs.tickets.ticket import State
from storage import demo_kept

DAY = 24.0
MONEY_BACK = {
    "zh-CN": "断网这几天的费用请减免。",
    "en": " I also want the fee for these days waived.",
}
FIRST_TO_HEAR = 9  # who comes later than these is asked before filing
Way = Callable[[Tale], Play]


def place(chinese: str, english: str) -> Mapping[str, str]:
    """A place of its own, where no other story happens."""
    return {"zh-CN": chinese, "en": english}


PINGJIANG = place("江苏省苏州市姑苏区平江路", "Gusu, Suzhou")
DOWN = {
    "zh-CN": "{place}这一片从{day}起整片断网，手机和宽带都用不了，请尽快抢修恢复。",
    "en": "Our whole area in {place} has been without any network since {day}, mobile and "
    "broadband. When will the outage be over? Please repair it.",
}
OUTAGE = Wanted(code="area-down", days=(0, 0), place=PINGJIANG, text=DOWN)
QUARTER = place("安徽省合肥市蜀山区长江西路", "Shushan, Hefei")
STORM = Wanted(code="area-down", days=(0, 0), place=QUARTER, text=DOWN)
RIVERSIDE = place("湖南省长沙市岳麓区麓山南路", "Yuelu, Changsha")
WORKS = Wanted(code="slow-evening", days=(1, 1), place=RIVERSIDE)
HARBOUR = place("浙江省宁波市海曙区中山西路", "Haishu, Ningbo")
ANNOUNCED = Wanted(code="no-internet", days=(0, 0), place=HARBOUR)
ADVERT = Wanted(code="top-up-gift")
PACK = Wanted(code="day-pack", amount=True)

FOUND_OUT: dict[str, Json] = {
    "zh-CN": "道路施工挖断主干光缆，周边八个小区手机和宽带中断，抢修队正在熔接。",
    "en": "Road works cut the main fibre. Mobile and broadband are down in eight blocks; a crew is "
    "splicing it.",
}
WORSE: dict[str, Json] = {
    "zh-CN": "道路施工挖断主干光缆，还伤到另一根光缆，两根都要熔接，恢复时间推后。",
    "en": "Road works cut the main fibre and damaged a second one. Both have to be spliced, so it "
    "takes longer.",
}
GIFT: dict[str, Json] = {
    "zh-CN": "充值赠礼活动只限前 2000 名，宣传页没有写明，是我们的疏漏。"
    "正在核对名单，三天内给出处理方案。",
    "en": "The top-up gift was for the first 2,000 people only, and the advert did not say so: our "
    "mistake. We are going through the list and come back with an offer within three days.",
}
WRONG_BILL: dict[str, Json] = {
    "zh-CN": "Fun30 日包被重复计费，我们正在核对账单，多收的部分全部退还。",
    "en": "The Fun30 day pack was charged twice. We are going through the bills, and what was "
    "charged too much is refunded.",
}


WORK = {
    "zh-CN": "海曙区光缆割接，宽带短时中断。",
    "en": "The fibre lines of Haishu are moved over; broadband is down for a while.",
}


def together(tale: Tale, way: str = ":add") -> Play:
    """The filing; who hears on the way that it is known is added to it, or files all the same."""
    yield from tale.files(ways={"outage": way})
    tale.month.many.asked = True


def over(tale: Tale) -> bool:
    """Whether it is said to be back, and the subscriber is to check."""
    return tale.state is State.AWAITING_CONFIRM


def offer_to_all(tale: Tale) -> bool:
    return tale.state is State.PROPOSED


def _no_more(tale: Tale) -> bool:
    """Whether its incident is over, and it is told so."""
    mine = tale.look().incident
    return mine != 0 and all(one.id != mine for one in tale.month.many.running)


def apart(tale: Tale) -> bool:
    return not tale.look().incident


# An outage.


def cut_off(tale: Tale) -> Play:
    """A fibre is cut: the first file on their own, the later ones hear of it before they file."""
    if tale.place in WITH_MONEY:
        words = tale.matter.text + tale.words(MONEY_BACK)
        tale.matter = replace(tale.matter, text=words)
    if tale.place >= FIRST_TO_HEAR:
        yield tale.later(0.8, 1.4)
    yield from together(tale, ":apart" if tale.place == ON_ITS_OWN else ":add")
    yield from OF_OUTAGE.get(tale.place, _back)(tale)


def _back(tale: Tale) -> Play:
    """It works again, and is found so."""
    yield from tale.until(over, 12)
    yield from confirmed(tale)
    yield from scored(tale, 6, 10)


def _not_for_me(tale: Tale) -> Play:
    """It is said to work again, and does not here: mended for this one alone."""
    yield from tale.until(over, 12)
    yield tale.awake(0.3, 1)
    tale.presses("not_fixed")
    yield tale.later(0.01, 0.05)
    tale.says(tale.matter.phrase("again", tale.rng))
    yield from tale.until(apart, 3)
    yield from claimed(tale)
    yield from mended(tale)
    yield from confirmed(tale)
    yield from scored(tale, 5, 8)


def _still_down(tale: Tale) -> Play:
    """More was wished than the repair; and it does not work here at all."""
    yield from tale.until(_no_more, 12)
    yield tale.awake(0.3, 1)
    tale.presses("not_fixed" if over(tale) else "part")
    yield from tale.until(apart, 3)
    yield from settled(tale)


def _takes_offer(tale: Tale) -> Play:
    """What all are offered is accepted, and carried out."""
    yield from tale.until(offer_to_all, 60)
    yield from finished(tale, 6, 9)


def _wants_more(tale: Tale) -> Play:
    """What all are offered is too little for this one: talks of their own."""
    yield from tale.until(offer_to_all, 60)
    yield from declined(tale)
    yield from offered(tale)
    yield from finished(tale, 4, 7)


def _thinks(tale: Tale) -> Play:
    """What all are offered is thought over."""
    yield from tale.until(offer_to_all, 60)
    yield from thought_over(tale)
    yield from accepted(tale)
    yield from carried_out(tale)


def _alone(tale: Tale) -> Play:
    yield from settled(tale)


def _says_nothing(tale: Tale) -> Play:
    yield from tale.until(over, 12)


ON_ITS_OWN = 13
WITH_MONEY = (2, 3, 4, 5)
OF_OUTAGE: Mapping[int, Way] = {
    0: _says_nothing,
    1: _not_for_me,
    2: _takes_offer,
    3: _still_down,
    4: _wants_more,
    5: _thinks,
    ON_ITS_OWN: _alone,
}


def repairs(crowd: Crowd) -> Play:
    """Confirmed within minutes; it takes longer than was said; fixed; an offer the next day."""
    yield from crowd.found(2)
    yield crowd.later(0.1)
    crowd.acts("lead", "confirm", words=FOUND_OUT, expected=crowd.ahead(2))
    yield crowd.later(1.7)
    crowd.acts("lead", "rewrite", words=WORSE, expected=crowd.ahead(2))
    yield crowd.later(1.2)
    crowd.acts("lead", "fix")
    yield crowd.later(DAY)
    crowd.offers("lead", [{"code": "waiver", "minor": 1500}])
    yield crowd.later(DAY)
    crowd.acts("lead", "close")


# An advert.


def misled(tale: Tale) -> Play:
    """An advert left out its condition, and many fell for it; each scores on their own."""
    yield from together(tale)
    yield from (_wants_more if tale.place == 1 else _takes_offer)(tale)


def amends(crowd: Crowd) -> Play:
    """Nobody hears anything before the words are agreed; then one wording and one offer for all."""
    yield from crowd.found(2)
    yield crowd.later(0.2)
    crowd.acts("lead", "claim")
    yield crowd.later(1)
    crowd.acts("lead", "confirm", words=GIFT, campaign="Joy300")
    yield crowd.later(DAY)
    crowd.offers("lead", [{"code": "compensation", "minor": 2000}, {"code": "written_apology"}])


# One that staff see first.


def charged_twice(tale: Tale) -> Play:
    """The same offer is billed twice; they come hour by hour, from everywhere."""
    if tale.place == ODD_ONE:  # and one does not say what it is about
        words = tale.matter.text.replace("Fun30", "")
        tale.matter = replace(tale.matter, text=words)
    yield tale.later(0.5 * tale.place)
    yield from together(tale)
    if tale.place == TAKEN_OUT:
        yield from tale.until(lambda one: bool(one.look().incident), 8)
        yield from tale.until(apart, 8)
        yield from settled(tale)
    else:
        yield from _takes_offer(tale)


TAKEN_OUT, ODD_ONE = 2, 5


def noticed(crowd: Crowd) -> Play:
    """A lead sees what they have in common, opens an incident, and puts two of them right."""
    yield crowd.later(4)
    fields: dict[str, Json] = {"categories": ["BIL"], "campaign": "Fun30", "words": WRONG_BILL}
    since: dict[str, Json] = {"fault": False, "began": crowd.ahead(-6), "department": "MKT"}
    crowd.opened("lead", {**fields, **since})
    yield crowd.later(0.3)
    crowd.adds("lead", ODD_ONE)
    crowd.takes_out("lead", TAKEN_OUT)
    yield crowd.later(5)
    crowd.offers("lead", [{"code": "refund", "minor": 3000}])


# One that was none.


def alike(tale: Tale) -> Play:
    """Slow evenings in one street, for as many reasons as there are people."""
    yield from together(tale)
    yield from tale.until(lambda one: bool(one.look().incident), 3)
    yield from tale.until(apart, 6)
    yield from settled(tale)


def none_at_all(crowd: Crowd) -> Play:
    """Found by the numbers, looked at, and dismissed."""
    yield from crowd.found(2)
    yield crowd.later(0.4)
    crowd.acts("lead", "dismiss", reason="逐户核查，原因各不相同，不是同一处故障")


# Work that was announced.


def worked_on(tale: Tale) -> Play:
    """Work on the network that was announced: they hear so, and are told when it is over."""
    yield from together(tale)
    yield from _back(tale)


def announced(crowd: Crowd) -> Play:
    """The work takes as long as was said; it ends by itself once nobody of it waits."""
    now = crowd.month.now
    work = Planned(
        areas=("330203",),
        categories=("NET-F", "NET-P"),
        starts=now - timedelta(minutes=20),
        ends=now + timedelta(hours=3),
        announced_at=now - timedelta(hours=90),
        words=WORK,
        added_at=now - timedelta(hours=90),
        added_by=crowd.name("lead"),
    )
    demo_kept.announced(crowd.month.c, [work])
    yield from crowd.found(3)
    expected = crowd.incident().expected
    yield crowd.later(0.5) if expected is None else expected + timedelta(minutes=4)
    crowd.acts("lead", "fix")


# One that still runs.


def storm(tale: Tale) -> Play:
    """A whole quarter at once, some hours before the end."""
    if tale.place >= FIRST_TO_HEAR:
        yield tale.later(0.6, 1.2)
    yield from together(tale, ":apart" if tale.place == ON_ITS_OWN else ":add")


def under_way(crowd: Crowd) -> Play:
    """Confirmed, told what is found, and not over yet."""
    yield from crowd.found(2)
    yield crowd.later(0.1)
    if crowd.incident().stage is Stage.SUSPECTED:
        crowd.acts("lead", "confirm", words=FOUND_OUT, expected=crowd.ahead(4))
    yield crowd.later(1)
    crowd.acts("lead", "rewrite", words=WORSE, expected=crowd.ahead(6))
