"""Grave complaints: what is heard in words, level 3, referrals, and people who want a person."""

from collections.abc import Callable

from bot import desk_acts
from bot.demo.month import Play, Stuck
from bot.demo.stories.heard import ANGRY, SAID
from bot.demo.stories.steps import claimed, settled
from bot.demo.tale import Tale
from dialogs.tickets.ticket import State

DAY = 24.0


def calmed(tale: Tale) -> Play:
    """What is grave gets its people: a lead takes note, a person joins and hands back."""
    yield from claimed(tale)
    yield tale.later(0.02, 0.1)
    _joined(tale, "agent")
    yield tale.later(0.02, 0.05)
    tale.says(tale.matter.phrase("again", tale.rng))
    tale.acts("agent", "reply", words=tale.matter.phrase("replies", tale.rng))
    yield tale.later(0.02, 0.1)
    desk_acts.hand_back(tale.month.work, tale.desk["agent"], tale.chat, tale.look())
    tale.settle()
    yield from settled(tale)


def _joined(tale: Tale, who: str) -> None:
    if not desk_acts.join(tale.month.work, tale.desk[who], tale.chat, tale.look()):
        raise Stuck(f"{who} could not join the chat")
    tale.settle()


def told_at_once(code: str) -> Callable[[Tale], Play]:
    """The words of a trigger stand in the story itself."""

    def play(tale: Tale) -> Play:
        yield from tale.files()
        yield from calmed(tale)

    play.__name__ = f"heard_{code}"
    return play


def told_later(code: str) -> Callable[[Tale], Play]:
    """The words of a trigger come with a later message."""

    def play(tale: Tale) -> Play:
        yield from tale.files()
        yield tale.awake(10, 30)
        tale.says(tale.words(SAID[code]))
        yield from calmed(tale)

    play.__name__ = f"said_{code}"
    return play


def angry(tale: Tale) -> Play:
    """Only how it sounds: angry words, and after an answer the threat to make it public."""
    yield from tale.files()
    yield tale.later(0.2, 1)
    tale.says(tale.words(ANGRY))
    yield from claimed(tale)
    tale.acts(tale.handler(), "reply", words=tale.matter.phrase("replies", tale.rng))
    yield from settled(tale)


def unseen(tale: Tale) -> Play:
    """Grave, and for days nobody looks."""
    yield from tale.files()
    yield tale.working(6)
    yield from calmed(tale)


def unhelped(tale: Tale) -> Play:
    """Grave and taken, and yet nothing is written for days; then no lasting measure either."""
    yield from tale.files()
    yield tale.later(0.03, 0.08)
    tale.acts("director", "note", words="已知悉，请升级专岗跟进")
    tale.noticed = True
    yield from claimed(tale, 0.1, 0.3)
    yield tale.working(6)
    words = tale.matter.phrase("replies", tale.rng)
    tale.acts(tale.handler(), "reply", words=words, until=tale.working_date(9))
    yield tale.working(8)
    yield from settled(tale)


def unmended(tale: Tale) -> Play:
    """Grave and answered within the hour; what it would take for good, nobody says for a week."""
    yield from tale.files()
    yield from claimed(tale)
    words = tale.matter.phrase("replies", tale.rng)
    tale.acts(tale.handler(), "reply", words=words, until=tale.working_date(9))
    yield tale.working(7)
    yield from settled(tale)


def questioned(tale: Tale) -> Play:
    """Grave: a fact is asked for before anything is answered, then it rests for somebody else."""
    yield from tale.files()
    yield from claimed(tale)
    tale.acts(tale.handler(), "ask", words=tale.matter.phrase("asks", tale.rng))
    yield tale.later(1, 3)
    tale.says(tale.matter.answers["when"])
    yield tale.office(0.5, 2)
    tale.acts(tale.handler(), "reply", words=tale.matter.phrase("replies", tale.rng))
    tale.acts("lead", "hold", reason="等公安机关回函", until=tale.date(1))
    yield tale.later(2 * DAY)
    yield from settled(tale)


def _referred(tale: Tale, days: float) -> Play:
    yield from tale.files()
    yield tale.office(1, 3)
    tale.acts(
        "lead2",
        "refer",
        body="省通信管理局",
        reference=f"TG{tale.rng.randrange(10**6):06}",
        until=tale.date(days),
    )


def referred(tale: Tale) -> Play:
    """An authority sent it on: looked at, and answered within its date."""
    yield from _referred(tale, 11)
    yield from calmed(tale)
    _answered(tale, "platform")


def _answered(tale: Tale, way: str) -> None:
    """The written answer goes to the authority."""
    tale.acts("ESC", "answer_body", way=way)


def referred_late(tale: Tale) -> Play:
    """Sent on by an authority, and its date passes."""
    yield from _referred(tale, 5)
    yield from claimed(tale, 0.1, 0.3)
    tale.acts(tale.handler(), "reply", words=tale.matter.phrase("replies", tale.rng))
    yield tale.later(6.5 * DAY)
    yield from settled(tale)
    _answered(tale, "letter")


def referred_back(tale: Tale) -> Play:
    """Sent on by an authority, returned by the wrong desk, and sent on again in time."""
    yield from _referred(tale, 11)
    yield from _returned(tale, 0.1)
    _answered(tale, "mail")


def referred_twice(tale: Tale) -> Play:
    """The same, and for hours nobody sends it on."""
    yield from _referred(tale, 9)
    yield from _returned(tale, 5)


def _returned(tale: Tale, hours: float) -> Play:
    yield tale.office(0.2, 0.3)
    if tale.state is State.DISPATCHED:
        tale.acts("ESC", "return_routing", reason="需要由计费部门先核对")
    yield tale.office(hours, hours + 0.1)
    tale.acts("lead2", "dispatch", department="BIL")
    yield from settled(tale)


def wants_a_person(tale: Tale) -> Play:
    """A person is asked for, joins, talks, and gives the word back."""
    yield from tale.files()
    yield tale.office(0.5, 2)
    tale.says("转人工" if tale.matter.chinese else "human")
    yield tale.later(0.05, 0.2)
    _joined(tale, "agent2")
    words = {"zh-CN": "您好，我是林晓，您的情况我看到了。", "en": "Hello, this is Lin Xiao."}
    desk_acts.speak(tale.month.work, tale.desk["agent2"], tale.chat, tale.words(words))
    tale.settle()
    yield tale.later(0.02, 0.05)
    tale.says(tale.matter.phrase("again", tale.rng))
    yield tale.later(0.05, 0.1)
    desk_acts.hand_back(tale.month.work, tale.desk["agent2"], tale.chat, tale.look())
    tale.settle()
    yield from settled(tale)


def call_me(tale: Tale) -> Play:
    """Nobody is there in the evening: the person asks to be rung."""
    yield from tale.files()
    yield tale.awake(2, 6)
    tale.says("转人工" if tale.matter.chinese else "human")
    yield tale.later(0.02, 0.05)
    tale.taps(":call")
    yield tale.office(1, 3)
    words = {"zh-CN": "已按约回电，用户补充了时间", "en": "Rang as agreed"}
    tale.acts("agent", "note", words=tale.words(words), call=True)
    yield from settled(tale)


def taken_over(tale: Tale) -> Play:
    """The director takes it over and answers; it is still open."""
    yield from tale.files()
    yield from claimed(tale)
    tale.acts("director", "escalate", reason="涉及多个部门，由我牵头")
    yield tale.office(0.5, 2)
    tale.acts("director", "reply", words=tale.matter.phrase("replies", tale.rng))


def escalated(tale: Tale) -> Play:
    """The handler passes it up: the supervisor takes it over."""
    yield from tale.files()
    yield from claimed(tale)
    tale.acts(tale.handler(), "escalate", reason="涉及多个部门，需要主管协调")
    yield tale.office(0.5, 2)
    tale.acts(tale.rng.choice(("lead", "lead2", "director")), "escalate", reason="由我牵头")
    yield from settled(tale)
