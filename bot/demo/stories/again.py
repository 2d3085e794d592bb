"""The same matter once more: added, reopened, linked, judged by staff; and key accounts."""

from dataclasses import replace

from bot.demo.month import Play
from bot.demo.stories.steps import claimed, offered, settled
from bot.demo.tale import Tale
from bot.key_accounts import Keeping
from dialogs.model import Command
from dialogs.tickets.ticket import State
from storage import staff

DAY = 24.0
STILL = {
    "zh-CN": "还是没有解决，同样的问题又出现了，没人回复。",
    "en": "Still not solved, the same problem again, and nobody has replied.",
}


def _once_more(tale: Tale, **ways: str) -> Play:
    """The same is filed once more in this chat; `ways` answers what is asked of the earlier one."""
    tale.says(Command("new"))
    yield tale.later(0.005, 0.01)
    yield from tale.answers_all(ways={"story": tale.matter.text, **ways})


def hurried(tale: Tale) -> Play:
    """Filed again while it is open, twice and a third time: no second ticket, a supervisor."""
    yield from tale.files()
    for _ in range(2):
        yield tale.awake(20, 26)
        yield from _once_more(tale, same=":same:")
        yield tale.later(0.01, 0.02)
        tale.says(tale.words(STILL))
    yield from settled(tale)


def came_back(tale: Tale) -> Play:
    """Settled, and a week later it is there again: reopened."""
    yield from tale.files()
    yield from settled(tale, days=3)
    yield tale.awake(5 * DAY, 6 * DAY)
    yield from _once_more(tale, finished=":reopen")
    yield from settled(tale)


def unhappy(tale: Tale) -> Play:
    """Settled, and not well: filed anew, linked to the first, a level higher."""
    yield from tale.files()
    yield from settled(tale, days=3)
    yield tale.awake(5 * DAY, 6 * DAY)
    why = tale.matter.phrase("grumbles", tale.rng)
    yield from _once_more(tale, finished=":again", unhappy=why)
    yield from settled(tale)


def months_later(tale: Tale) -> Play:
    """Too late to be reopened: a new ticket, with the reason."""
    yield from tale.files()
    yield from settled(tale, days=2)
    yield tale.awake(31 * DAY, 32 * DAY)
    yield from _once_more(tale, unhappy=tale.matter.phrase("grumbles", tale.rng))
    yield from claimed(tale)


def _elsewhere(tale: Tale) -> Tale:
    """Somebody else, who types the same number in another chat."""
    other = replace(tale.matter, person=f"{tale.matter.person[0]}女士")
    return Tale(tale.month, tale.desk, f"{tale.name}-2", other, tale.rng)


def two_chats(tale: Tale) -> Play:
    """The same number in two chats: only staff see that, and join the two."""
    yield from tale.files()
    yield from claimed(tale)
    other = _elsewhere(tale)
    yield tale.awake(5, 12)
    yield from other.files()
    yield other.office(0.5, 2)
    other.acts("agent", "same_matter")
    yield from settled(other)
    yield from settled(tale)


def look_alike(tale: Tale) -> Play:
    """The same number in two chats, about different things: staff keep them apart."""
    yield from tale.files()
    other = _elsewhere(tale)
    yield tale.awake(5, 12)
    yield from other.files()
    yield other.office(0.5, 2)
    other.acts("agent", "apart")
    yield from settled(other)
    yield from settled(tale)


def _keeping(tale: Tale) -> Keeping:
    month = tale.month
    return Keeping(month.c, month.stage.house, month.now, staff.load(month.c, tale.desk["lead"]))


def key_account(tale: Tale) -> Play:
    """A number of the list: a department of its own, half the time, and the director when late."""
    _keeping(tale).put(tale.number, "云帆物流")
    yield from tale.files()
    yield tale.later(5 * DAY)
    yield from settled(tale)


def key_in_time(tale: Tale) -> Play:
    """A number of the list, answered within its shorter time."""
    _keeping(tale).put(tale.number, "海棠酒店")
    yield from tale.files()
    yield from settled(tale)


def became_key(tale: Tale) -> Play:
    """Put on the list while a complaint is open, and taken off again when it is over."""
    yield from tale.files()
    yield tale.office(0.5, 2)
    _keeping(tale).put(tale.number, "启明学校")
    tale.settle()
    yield from claimed(tale)
    yield from offered(tale)
    if tale.state is State.PROPOSED:
        _keeping(tale).take_off(tale.number)
        tale.settle()
