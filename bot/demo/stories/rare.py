"""Dates that a filing brings along, messages that do not arrive, nights."""

from datetime import datetime, timedelta

from bot.channels.base import Gone, Later, Outcome, Refused, Sent
from bot.demo.month import Play
from bot.demo.stories.steps import claimed, found_out, offered, settled
from bot.demo.tale import Tale

DAY = 24.0
LOST = timedelta(minutes=6)


def number_late(tale: Tale) -> Play:
    """The network takes nothing for some minutes: the number is told late."""
    filing = tale.files()
    yield from filing_until_the_card(tale, filing)
    back = tale.month.now + LOST

    def answering(now: datetime) -> Outcome:
        return Later(240, "the network is down") if now < back else Sent("1")

    tale.month.unwell[tale.chat] = answering
    yield from filing
    while tale.month.now < back:
        yield tale.later(0.12)
    tale.settle()
    del tale.month.unwell[tale.chat]
    yield from settled(tale)


def filing_until_the_card(tale: Tale, filing: Play) -> Play:
    """The filing up to the card, which is not yet confirmed."""
    for at in filing:
        yield at
        session = tale.session()
        if session.stack and session.stack[-1].state == "card":
            return


def gone(tale: Tale) -> Play:
    """Who said that it is mended blocks the bot for days: no survey arrives, an agent rings."""
    yield from tale.files()
    yield from claimed(tale)
    yield tale.office(1, 4)
    tale.acts(tale.handler(), "set_liability", liability="operator", finding=tale.matter.finding)
    tale.acts(tale.handler(), "done_without_proposal", proof=tale.matter.proof)
    yield tale.awake(2, 6)
    tale.presses("fixed")
    tale.month.unwell[tale.chat] = lambda _now: Gone("blocked by the user")
    yield tale.later(4.5 * DAY)
    yield tale.awake(1, 5)
    del tale.month.unwell[tale.chat]
    tale.says("谢谢" if tale.matter.chinese else "thank you")


def blocked(tale: Tale) -> Play:
    """The bot is blocked while staff have an offer; a call later the person is back."""
    yield from tale.files()
    yield from found_out(tale)
    tale.month.unwell[tale.chat] = lambda _now: Gone("blocked by the user")
    yield from offered(tale)
    yield tale.office(2, 5)
    words = {"zh-CN": "电话联系上用户，已说明方案", "en": "Reached by phone, the offer explained"}
    tale.acts("agent", "note", words=tale.words(words), call=True, told="M09")
    yield tale.awake(4, 10)
    del tale.month.unwell[tale.chat]
    tale.says(tale.matter.phrase("again", tale.rng))


def undeliverable(tale: Tale) -> Play:
    """One message is never taken by the network; staff are told of it."""
    yield from tale.files()
    yield from claimed(tale)
    tale.month.unwell[tale.chat] = lambda _now: Refused("message is too odd")
    tale.acts(tale.handler(), "reply", words=tale.matter.phrase("replies", tale.rng))
    del tale.month.unwell[tale.chat]
    handed_over(tale)
    yield from settled(tale)


def handed_over(tale: Tale) -> None:
    """A lead lays the ticket back, finds it less or more grave, and gives it to somebody."""
    tale.acts("lead", "release", words=tale.words({"zh-CN": "今天轮休", "en": "off today"}))
    why = {"zh-CN": "核对后调整", "en": "after a second look"}
    tale.acts("lead", "set_level", level=1 if tale.look().level > 1 else 2, reason=tale.words(why))
    tale.acts("lead", "assign", staff=tale.desk[tale.handler()])
    tale.acts("lead", "grade", severity=1)


def hoped_for(tale: Tale) -> Play:
    """The person names the day by which they need it; the offer comes after that."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.later(4 * DAY)
    yield from settled_from_offer(tale)


def settled_from_offer(tale: Tale) -> Play:
    """What is left once it is known who is liable."""
    yield from offered(tale)


def reward_due(tale: Tale) -> Play:
    """A reward is promised for a day, which passes."""
    yield from tale.files()
    yield from found_out(tale)
    yield tale.later(11 * DAY)
    yield from offered(tale)


def reward_kept(tale: Tale) -> Play:
    """A reward is promised for a day, and delivered before it."""
    yield from tale.files()
    yield from settled(tale)


def too_old(tale: Tale) -> Play:
    """It happened months ago: the last day for an appeal comes near, and is told."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)


def at_night(tale: Tale) -> Play:
    """Written late in the evening: what may wait until the morning does."""
    yield from tale.files()
    yield from settled(tale)
