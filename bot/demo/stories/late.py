"""What goes wrong at the desk: nobody takes it, nobody answers, dates pass. Each limit once."""

from bot.demo.month import Play
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    claimed,
    confirmed,
    found_out,
    offered,
    scored,
    settled,
)
from bot.demo.tale import Tale

DAY = 24.0


def _written(tale: Tale, days: float) -> None:
    """An answer with content and a date."""
    words = tale.matter.phrase("replies", tale.rng)
    tale.acts(tale.handler(), "reply", words=words, until=tale.date(days))


def unsigned(tale: Tale) -> Play:
    """Nobody of the department takes it for more than two weeks."""
    yield from tale.files()
    yield tale.later(17.2 * DAY)
    yield from settled(tale)


def unnoticed(tale: Tale) -> Play:
    """A fault that nobody looks at for days."""
    yield from tale.files()
    yield tale.later(4.5 * DAY)
    yield from settled(tale)


def unanswered(tale: Tale) -> Play:
    """Taken at once, and then the subscriber hears nothing."""
    yield from tale.files()
    yield from claimed(tale, 0.1, 0.5)
    yield tale.later(6 * DAY)
    yield from settled(tale)


def slow_department(tale: Tale) -> Play:
    """Answered the next day, and then the department needs two weeks to find out."""
    yield from tale.files()
    yield from claimed(tale, 0.1, 0.5)
    yield tale.office(3, 6)
    words = tale.matter.phrase("replies", tale.rng)
    tale.acts(tale.handler(), "reply", words=words, until=tale.working_date(9))
    yield tale.working(8)
    yield from settled(tale)


def slow_repair(tale: Tale) -> Play:
    """Answered, and the repair takes a week."""
    yield from tale.files()
    yield from claimed(tale, 0.1, 0.5)
    yield tale.office(1, 2)
    _written(tale, 9)
    tale.acts(tale.handler(), "set_liability", liability="operator", finding=tale.matter.finding)
    _written(tale, 9)
    yield tale.later(6.5 * DAY)
    tale.acts(tale.handler(), "done_without_proposal", proof=tale.matter.proof)
    yield from confirmed(tale)
    yield from scored(tale, 3, 6)


def broken_promise(tale: Tale) -> Play:
    """Found out quickly; then one date after another passes, told in time twice and no more."""
    yield from tale.files()
    yield from found_out(tale, 0.5, 2)
    yield tale.working(13)
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)


def long_drawn(tale: Tale) -> Play:
    """Always answered, never decided: the fifteen days of the law pass."""
    yield from tale.files()
    yield from found_out(tale, 0.5, 2)
    for _ in range(5):
        _written(tale, 6)
        yield tale.later(4 * DAY)
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)


def never_decided(tale: Tale) -> Play:
    """A little longer than that, until the director has heard of it several times."""
    yield from long_drawn(tale)


def slow_hands(tale: Tale) -> Play:
    """Agreed, and not done: put off twice, then over its day."""
    yield from tale.files()
    yield from found_out(tale, 0.5, 2)
    yield from offered(tale, days=3)
    yield from accepted(tale)
    yield tale.working(11)
    yield from carried_out(tale)
    yield from confirmed(tale)
    yield from scored(tale, 2, 5, tale.matter.phrase("grumbles", tale.rng))


def put_off(tale: Tale) -> Play:
    """Agreed, and put off by its handler, with a reason and a date."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale, days=3)
    yield from accepted(tale)
    yield tale.office(4, 8)
    words = {"zh-CN": "配件下周一到货", "en": "the part arrives on Monday"}
    tale.acts(tale.handler(), "late", item=1, due=tale.date(6), reason=tale.words(words))
    yield from carried_out(tale, 8, 12)
    yield from confirmed(tale)
    yield from scored(tale, 6, 8)


def delayed(tale: Tale) -> Play:
    """Its handler says in time that it takes longer, and why."""
    yield from tale.files()
    yield from claimed(tale)
    yield tale.office(6, 9)
    words = {
        "zh-CN": "需要向省公司调取录音",
        "en": "a recording has to be fetched from the province",
    }
    tale.acts(tale.handler(), "delay", until=tale.date(4), reason=tale.words(words))
    yield tale.later(2 * DAY)
    yield from settled(tale)


def sent_back(tale: Tale) -> Play:
    """The wrong department: back within the hour, and on to the right one."""
    yield from tale.files()
    yield tale.office(0.5, 1.5)
    words = "属于计费问题，不在本部门"
    tale.acts(tale.handler(), "return_routing", reason=words)
    yield tale.office(0.2, 0.4)
    tale.acts("agent", "dispatch", department="BIL")
    yield from settled(tale)


def left_lying(tale: Tale) -> Play:
    """The wrong department: back, and nobody sends it on for half a day."""
    yield from tale.files()
    yield tale.office(0.5, 1.5)
    tale.acts(tale.handler(), "return_routing", reason="资料不全，无法判断归属")
    yield tale.office(3, 5)
    tale.acts("lead", "dispatch", department="CS")
    yield from settled(tale)


def unwritten(tale: Tale) -> Play:
    """Mended, and who was liable is written up days later."""
    yield from tale.files()
    yield from claimed(tale)
    yield tale.office(1, 4)
    tale.acts(tale.handler(), "done_without_proposal", proof=tale.matter.proof)
    yield tale.awake(2, 10)
    tale.presses("fixed")
    yield tale.later(2 * DAY)
    tale.acts(tale.handler(), "note", liability="operator", words=tale.matter.finding)


def _outage(tale: Tale, hours: float) -> Play:
    yield from tale.files()
    yield tale.later(0.2, 0.4)  # the people on duty
    tale.acts(tale.handler(), "sign_in")
    words = {"zh-CN": "确认中断，抢修队已出发", "en": "Outage confirmed, the crew is on its way"}
    tale.acts(tale.handler(), "note", words=tale.words(words), outage=True)
    _written(tale, 6)
    yield tale.later(hours)
    over = {"zh-CN": "业务已恢复", "en": "Service is back"}
    tale.acts(tale.handler(), "note", words=tale.words(over), restored=True)
    yield tale.office(0.5, 2)
    tale.acts(tale.handler(), "done_without_proposal", proof=tale.matter.proof)
    yield from confirmed(tale)
    yield from scored(tale, 6, 9)


def outage(tale: Tale) -> Play:
    """An outage, over within the hour and a half."""
    yield from _outage(tale, 1.6)


def long_outage(tale: Tale) -> Play:
    """An outage of four days."""
    yield from _outage(tale, 4.2 * DAY)


def rush(tale: Tale) -> Play:
    """Many at once for one department, which is told of them as a number and takes its time."""
    yield from tale.files()
    yield tale.later(5.5, 6)
    yield from settled(tale)
