"""Talks of several rounds: promises cited, leave granted, refused, passed up, or long in coming."""

from collections.abc import Mapping
from dataclasses import replace

from bot.demo.month import Play
from bot.demo.stories.steps import (
    Items,
    accepted,
    carried_out,
    declined,
    drafted,
    finished,
    found_out,
    offered,
    thought_over,
)
from bot.demo.tale import Tale
from dialogs.model import Json
from dialogs.tickets.ticket import State

CITED = {
    "zh-CN": "你们公布过“话费误差，双倍返还”，我要求按承诺双倍返还。",
    "en": "You publish that you refund billing errors twice over. I want that.",
}
TOO_LITTLE = {
    "zh-CN": "只退一部分说不过去，多扣的钱应当全退。",
    "en": "A part of it is not enough. All that was charged too much should come back.",
}
GOODWILL: dict[str, Json] = {"code": "goodwill", "minor": 2000}


def _kept(tale: Tale) -> Items:
    """The offer that keeps the published promise: twice what was charged too much."""
    twice: dict[str, Json] = {"code": "double_refund", "minor": tale.matter.amount * 200}
    return ({**twice, "promise": "double_refund"}, {"code": "apology"})


def _insists(tale: Tale, on: Mapping[str, str]) -> None:
    """What the person says of the next offer that is not enough."""
    phrases = {**tale.matter.phrases, "rejects": [tale.words(on)]}
    tale.matter = replace(tale.matter, phrases=phrases)


def three_rounds(tale: Tale) -> Play:
    """Half, then all of it, then what was publicly promised: agreed in the third round."""
    yield from tale.files()
    yield from found_out(tale)
    _insists(tale, TOO_LITTLE)
    yield from offered(tale, share=0.5)
    yield from declined(tale)
    yield from offered(tale)
    _insists(tale, CITED)
    yield from declined(tale)
    yield from offered(tale, _kept(tale))
    yield from finished(tale, 7, 10)


def promised(tale: Tale) -> Play:
    """The promise is kept in the second round, after some days to think."""
    _insists(tale, CITED)
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield from declined(tale)
    yield from offered(tale, _kept(tale))
    yield from thought_over(tale)
    yield from finished(tale, 6, 9)


def goodwill(tale: Tale) -> Play:
    """A little more than is owed: that is a supervisor's to give."""
    yield from tale.files()
    yield from found_out(tale)
    _insists(tale, TOO_LITTLE)
    yield from offered(tale, share=0.8)
    yield from declined(tale)
    items = [one if "minor" not in one else {**one, "minor": _owed(tale)} for one in _own(tale)]
    yield from offered(tale, [*items, GOODWILL])
    yield from finished(tale, 8, 10)


def _own(tale: Tale) -> Items:
    return tale.matter.items


def _owed(tale: Tale) -> int:
    """What is disputed, less what the good will comes to: together no more than that."""
    return max(tale.matter.amount * 100 - 2000, 100)


def refused(tale: Tale) -> Play:
    """Leave for the whole is refused with a reason; a smaller offer, and goodwill beside it."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.3, 3)
    drafted(tale, [*tale.matter.items, {"code": "compensation", "minor": 10_000}])
    yield tale.office(0.5, 2)
    reason = "漫游费退还即可，另加 100 元补偿没有依据"
    tale.acts("director", "refuse_approval", reason=reason)
    yield from offered(tale)
    yield from finished(tale, 5, 8)


def passed_up(tale: Tale) -> Play:
    """A supervisor leaves it to the director."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.3, 3)
    drafted(tale)
    yield tale.office(0.5, 2)
    tale.acts("lead", "pass_up", words="同类投诉较多，请统一口径")
    yield tale.office(1, 3)
    tale.acts("director", "approve")
    yield from finished(tale, 7, 9)


def asked_meanwhile(tale: Tale) -> Play:
    """While leave is waited for, one more fact is asked for."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.3, 1)
    drafted(tale, days=8)
    tale.acts(tale.handler(), "ask", words=tale.matter.phrase("asks", tale.rng))
    yield tale.later(0.2, 1)
    tale.says(tale.matter.answers["when"])
    yield tale.office(0.5, 1)
    tale.acts("lead", "approve")
    yield from finished(tale, 7, 9)


def kept_waiting(tale: Tale) -> Play:
    """Nobody decides for days, whoever is told; then the director does."""
    yield from tale.files()
    yield from found_out(tale, 0.5, 2)
    yield tale.office(0.3, 1)
    drafted(tale, days=14)
    yield tale.working(5)
    tale.acts("director", "approve")
    yield from finished(tale, 3, 6)


def other_findings(tale: Tale) -> Play:
    """While leave is waited for, the facts turn out to be others: the draft is void."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.3, 1)
    drafted(tale)
    yield tale.office(0.3, 1)
    finding = {"zh-CN": "部分流量为用户本人使用，双方各担一部分。", "en": "Some of it was used."}
    tale.acts(tale.handler(), "set_liability", liability="shared", finding=tale.words(finding))
    yield from offered(tale, share=0.5)
    yield from finished(tale, 5, 8)


def other_amount(tale: Tale) -> Play:
    """The disputed sum turns out to be higher: billing holds that much, and lets go of it after."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.office(0.3, 1)
    words = {
        "zh-CN": "详单核对后，另有一笔同样的扣费",
        "en": "the bill has the same charge once more",
    }
    minor = tale.matter.amount * 120
    tale.acts(tale.handler(), "dispute", minor=minor, reason=tale.words(words))
    tale.acts("BIL", "credit_placed", reference=f"ZK{tale.rng.randrange(10**6):06}")
    yield from offered(tale)
    yield from accepted(tale)
    yield tale.office(4, 8)
    if tale.state is State.EXECUTING:
        reason = {"zh-CN": "退费在途，财务周一入账", "en": "the refund is booked on Monday"}
        due = tale.date(6)
        tale.acts(tale.handler(), "late", item=1, due=due, reason=tale.words(reason))
    yield from carried_out(tale, 6, 9)
