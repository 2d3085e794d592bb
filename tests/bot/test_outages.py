"""After an outage each open question comes once more: to whom, when, and never twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.asking_again import GRACE
from bot.channels.base import Message, Request
from bot.dispatch import Dispatcher
from bot.pulse import Pulse
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address, Command, Event, Phrase, Reachable, What
from dialogs.texts import Texts
from storage import Connection, chats, messages, outages, sessions
from storage.errors import StoreBroken
from storage.outages import LONG
from storage.outbox import NOTICE
from storage.seal import Keys
from storage.store import Store
from tests.bot.postman import Postman

MORNING = datetime(2026, 11, 18, 2, tzinfo=UTC)  # 10:00 there
EVENING = datetime(2026, 11, 18, 13, 55, tzinfo=UTC)  # 21:55 there
MINUTE = timedelta(minutes=1)
PEOPLE, ENGLISH = "12345", "3"


@dataclass
class Failing(Postman):
    """A channel for which messages with these words cannot even be made."""

    fails: str = ""
    failure: Exception = field(default_factory=lambda: ValueError("bad"))

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        if self.fails and self.fails in message.text:
            raise self.failure
        return super().requests(message, edit=edit)


@dataclass
class Office:
    """A dispatcher on a clock that the test moves."""

    stage: Stage
    store: Store
    now: datetime
    said: int = 0

    def __post_init__(self) -> None:
        self.dispatcher = Dispatcher(self.stage, self.store, lambda: self.now, {})
        words, away = self.stage.texts.words, Phrase("engine-away")
        self.away = (words("zh-CN", away, self.now), words("en", away, self.now))

    async def hears(self, who: str, what: What) -> None:
        self.said += 1
        where = Address("telegram", "7", who)
        name = f"{self.now.isoformat()} {self.said}"
        event = Event(name, where, self.now, what, language="en" if who == ENGLISH else "zh")
        await self.dispatcher.take([(event, None)])

    async def open_questions(self, people: Sequence[str] = PEOPLE) -> None:
        for one in people:
            await self.hears(one, Command("new"))

    async def beat(self, channel: str = "telegram") -> None:
        now = self.now
        await self.store.write(lambda c: outages.beat(c, channel, now))

    async def outage(self, span: timedelta) -> None:
        await self.beat()
        self.now += span
        await self.beat()

    async def ticks(self, after: timedelta = GRACE, times: int = 3) -> None:
        self.now += after
        for _ in range(times):
            await self.dispatcher.tick()

    async def asked(self, people: Sequence[str] = PEOPLE) -> list[int]:
        """How often each was asked again."""
        return [await self._asked(one) for one in people]

    async def _asked(self, who: str) -> int:
        chat = await self.chat(who)
        said = await self.store.read(lambda c: messages.latest(c, chat))
        return sum(one.words.startswith(self.away) for one in said)

    async def chat(self, who: str) -> int:
        found = await self.store.read(lambda c: chats.find(c, Address("telegram", "7", who)))
        assert found is not None
        return found


@pytest.fixture
def office(stage: Stage, store: Store) -> Office:
    return Office(stage, store, MORNING)


async def test_an_open_question_is_asked_once_and_gives_way_to_answers(office: Office) -> None:
    await office.open_questions()
    await office.outage(10 * MINUTE)
    await office.ticks()
    await office.ticks(10 * MINUTE)
    assert await office.asked() == [1] * 5
    assert await office.store.read(outages.pending) == []
    rows = "SELECT count(*) FROM outbox WHERE priority = ?"
    again = await office.store.read(lambda c: c.exec_driver_sql(rows, (NOTICE,)).scalar())
    assert again == 5


async def test_what_was_sent_meanwhile_comes_in_first(office: Office) -> None:
    await office.open_questions()
    await office.outage(10 * MINUTE)
    await office.ticks(GRACE - timedelta(seconds=1))
    assert await office.asked() == [0] * 5
    await office.hears("3", Command("help"))
    await office.ticks(2 * MINUTE)
    assert await office.asked() == [1, 1, 0, 1, 1]


@pytest.mark.parametrize("span", [timedelta(seconds=100), LONG])
async def test_a_short_outage_asks_nobody(office: Office, span: timedelta) -> None:
    await office.open_questions()
    await office.outage(span)
    await office.ticks(10 * MINUTE)
    assert await office.asked() == [0] * 5


async def test_who_is_not_waiting_for_us_is_not_asked(office: Office) -> None:
    """Closed dialogs, those who cannot be reached, those whom staff talk to, old drafts."""
    await office.open_questions("5")
    office.now += timedelta(hours=23)
    await office.open_questions("1234")
    await office.hears("1", Command("cancel"))
    await office.hears("2", Reachable(reachable=False))
    await office.store.write(_silent(await office.chat("3"), office.now + timedelta(hours=2)))
    office.now += 70 * MINUTE
    await office.outage(10 * MINUTE)
    await office.ticks()
    assert await office.asked() == [0, 0, 0, 1, 0]


def _silent(chat: int, until: datetime) -> Callable[[Connection], None]:
    """A named person has the word until then."""

    def write(c: Connection) -> None:
        loaded = sessions.load(c, chat)
        sessions.keep(c, chat, replace(loaded.session, silent_until=until), loaded.version)

    return write


async def test_at_night_the_question_waits_for_the_morning(office: Office) -> None:
    office.now = EVENING
    await office.open_questions()
    await office.outage(10 * MINUTE)
    await office.ticks()
    await office.ticks(9 * 60 * MINUTE)
    assert await office.asked() == [0] * 5
    await office.hears("2", Command("help"))
    await office.ticks(2 * 60 * MINUTE)
    assert await office.asked() == [1, 0, 1, 1, 1]


async def test_two_outages_in_one_night_ask_once(office: Office) -> None:
    office.now = EVENING
    await office.open_questions()
    for _ in range(3):
        await office.outage(60 * MINUTE)
        await office.ticks()
    await office.ticks(9 * 60 * MINUTE)
    assert await office.asked() == [1] * 5


async def test_who_was_nudged_at_the_start_is_not_asked_as_well(office: Office) -> None:
    await office.open_questions()
    office.now += timedelta(hours=23)
    await office.outage(120 * MINUTE)
    await office.ticks()
    chat = await office.chat("1")
    said = await office.store.read(lambda c: messages.latest(c, chat))
    nudges = [one for one in said if one.at == office.now]
    assert (len(nudges), await office.asked()) == (1, [0] * 5)


async def test_each_outage_asks_again(office: Office) -> None:
    await office.open_questions()
    for _ in range(2):
        await office.outage(10 * MINUTE)
        await office.ticks()
    assert await office.asked() == [2] * 5


async def test_an_outage_of_one_channel_is_not_anothers(office: Office) -> None:
    await office.open_questions()
    await office.beat("web")
    await office.beat()
    for _ in range(10):
        office.now += MINUTE
        await office.beat()
    await office.beat("web")
    await office.ticks()
    assert await office.asked() == [0] * 5


async def test_a_crash_in_the_middle_neither_repeats_nor_skips(
    house: House, texts: Texts, url: str, keys: Keys
) -> None:
    store, failing = await Store.open(url, keys), Failing()
    office = Office(Stage(house, ROOMS, texts, {"telegram": failing}), store, MORNING)
    await office.open_questions()
    await office.outage(10 * MINUTE)
    failing.fails, failing.failure = office.away[1], StoreBroken("the power is gone")
    with pytest.raises(StoreBroken):
        await office.ticks()
    assert await office.asked() == [1, 1, 0, 0, 0]
    await store.close()
    failing.fails = ""
    after = await Store.open(url, keys)
    again = Office(office.stage, after, office.now)
    await again.beat()
    await again.ticks()
    assert await again.asked() == [1] * 5
    await after.close()


async def test_one_bad_chat_keeps_nobody_waiting(
    house: House, texts: Texts, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    failing = Failing()
    office = Office(Stage(house, ROOMS, texts, {"telegram": failing}), store, MORNING)
    await office.open_questions()
    await office.outage(10 * MINUTE)
    failing.fails = office.away[1]
    await office.ticks()
    assert await office.asked() == [1, 1, 0, 1, 1]
    assert caplog.text.count("not asked again") == 1


async def test_two_runs_on_the_same_rows_ask_once(office: Office) -> None:
    """The second looks before the first has written anything, as another replica may."""
    await office.open_questions()
    await office.outage(10 * MINUTE)
    (seen,) = await office.store.read(outages.pending)
    await office.ticks()
    passed = [await office.chat(one) for one in PEOPLE]
    late = await office.store.write(lambda c: [outages.passed(c, seen, one) for one in passed])
    assert late == [False] * 5
    await office.outage(10 * MINUTE)
    await office.store.write(lambda c: outages.end(c, seen))
    assert await office.store.write(lambda c: outages.passed(c, seen, passed[0])) is False
    await office.ticks()
    assert await office.asked() == [2] * 5


async def test_the_pulse_tells_an_outage_of_what_is_reached(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reached = ["web", "telegram"]
    pulse = Pulse(office.store, tmp_path, lambda: office.now, lambda: reached)
    assert await pulse.beat() == ""
    reached.remove("telegram")
    for _ in range(3):
        office.now += MINUTE
        assert await pulse.beat() == ""
    assert await office.store.read(outages.pending) == []
    reached.append("telegram")
    assert await pulse.beat() == ""
    (found,) = await office.store.read(outages.pending)
    assert (found.channel, found.until, found.cursor) == ("telegram", office.now, 0)
    assert "telegram: nobody could reach us" in caplog.text
