"""What most complaints come to: an offer, accepted at once or after some words, and a score."""

from bot.demo.month import Play, Stuck
from bot.demo.stories.checked import details
from bot.demo.stories.steps import (
    accepted,
    carried_out,
    claimed,
    confirmed,
    declined,
    finished,
    found_out,
    mended,
    offered,
    scored,
    settled,
)
from bot.demo.tale import Tale
from dialogs.model import Command


def agreed(tale: Tale) -> Play:
    """The first offer is accepted, carried out, and the score is good."""
    yield from tale.files()
    yield from settled(tale)


def bargained(tale: Tale) -> Play:
    """The first offer is declined with a wish, the second accepted."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale, share=0.5)
    yield from declined(tale)
    yield from offered(tale)
    yield from finished(tale, 6, 9)


def disappointed(tale: Tale) -> Play:
    """Carried out, and yet a low score; a supervisor rings."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield from finished(tale, 1, 4, tale.matter.phrase("grumbles", tale.rng))
    yield tale.office(1, 6)
    words = {"zh-CN": "已回访，用户对等待时间不满，已致歉。", "en": "Rang: unhappy with the wait."}
    tale.acts("lead", "note", words=tale.words(words), call=True)


def reopened(tale: Tale) -> Play:
    """A low score, and taken up again at once: a level higher, by somebody else."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield from finished(tale, 2, 4, tale.matter.phrase("grumbles", tale.rng))
    yield tale.awake(0.5, 20)
    tale.presses("reopen")
    yield tale.later(0.01, 0.05)
    if tale.session().stack:
        tale.says(tale.matter.phrase("grumbles", tale.rng))
    yield from settled(tale)


def undecided(tale: Tale) -> Play:
    """The offer is there, and the person thinks, looks, asks; then accepts late."""
    yield from tale.files()
    yield from found_out(tale)
    yield from offered(tale)
    yield tale.awake(1, 10)
    tale.presses("think")
    yield tale.awake(60, 80)
    tale.presses("question_proposal")
    yield tale.later(0.01, 0.1)
    words = {"zh-CN": "退的钱是退到话费里还是原路退回？", "en": "Will the money come as credit?"}
    tale.says(tale.words(words))
    yield tale.office(0.5, 3)
    told = {"zh-CN": "退到话费账户，当月可用。", "en": "As credit, which you can use at once."}
    tale.acts(tale.handler(), "reply", words=tale.words(told))
    yield tale.awake(20, 40)
    yield from accepted(tale)
    yield from carried_out(tale)


def asked(tale: Tale) -> Play:
    """Staff need one more fact, and it comes the same day."""
    yield from tale.files()
    yield from claimed(tale)
    yield tale.office(0.5, 3)
    tale.acts(tale.handler(), "ask", words=tale.matter.phrase("asks", tale.rng))
    yield tale.awake(1, 12)
    tale.says(tale.matter.answers["when"])
    yield from settled(tale)


def reminded(tale: Tale) -> Play:
    """Nothing is heard for a day: the person asks, again within the hour, and in the evening."""
    yield from tale.files()
    yield tale.awake(20, 26)
    tale.presses("remind")
    yield tale.later(0.3, 0.8)
    tale.presses("remind")
    yield tale.later(4.2, 5)
    tale.says(Command("status"))
    tale.presses("remind")
    yield from settled(tale)


def withdrawn(tale: Tale) -> Play:
    """It settled itself."""
    yield from tale.files()
    yield tale.awake(2, 30)
    tale.presses("withdraw")
    yield tale.later(0.01, 0.02)
    tale.taps(":yes")


def untouched(tale: Tale) -> Play:
    """Nobody has taken it yet: for the last hours of the month."""
    yield from tale.files()
    yield from claimed(tale, 6, 8)


def on_the_spot(tale: Tale) -> Play:
    """An agent settles it while the person is still there."""
    yield from tale.files()
    yield tale.later(0.1, 0.3)
    tale.acts(tale.handler(), "return_routing", reason="可以当场办结")
    yield tale.later(0.05, 0.1)
    tale.acts("agent", "solve", words=tale.matter.proof)
    yield tale.later(0.1, 0.5)
    tale.presses("fixed")
    tale.acts("agent", "note", liability="operator", words=tale.matter.finding)
    yield from scored(tale, 8, 10)


def repaired(tale: Tale) -> Play:
    """A fault, mended without an offer."""
    yield from tale.files()
    yield from claimed(tale)
    yield from mended(tale)
    yield from confirmed(tale)
    yield from scored(tale, 7, 10)


def repaired_twice(tale: Tale) -> Play:
    """A fault, mended, that comes back and is mended again."""
    yield from tale.files()
    yield from claimed(tale)
    yield from mended(tale)
    yield tale.awake(2, 14)
    tale.presses("not_fixed")
    yield tale.later(0.01, 0.1)
    tale.says(tale.matter.phrase("again", tale.rng))
    yield from mended(tale)
    yield from confirmed(tale)
    yield from scored(tale, 6, 9)


def more_said(tale: Tale) -> Play:
    """The category's questions are answered, and something is added the next day."""
    yield from tale.files()
    yield tale.later(0.05, 0.2)
    yield from details(tale, {})
    yield tale.awake(10, 20)
    tale.says(tale.matter.phrase("again", tale.rng))
    yield from found_out(tale)
    yield from offered(tale, share=0.4)
    yield from finished(tale, 8, 10)


def two_matters(tale: Tale) -> Play:
    """A wrong bill and a fault in one story: a ticket each, filed together, each with its end."""
    yield from tale.files(ways={"several": ":apart"})
    others = tale.look().siblings
    if len(others) != 1:
        raise Stuck("what was told apart was filed as one")
    first, second = sorted((*others, tale.ticket))
    for one in (second, first):
        tale.ticket = one
        yield from claimed(tale)
    yield from found_out(tale)
    yield from offered(tale)
    yield from accepted(tale)
    yield from carried_out(tale)
    yield from confirmed(tale)
    tale.ticket = second
    yield from mended(tale)
    yield from confirmed(tale)
