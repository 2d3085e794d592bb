"""Subscribers: they read what the bot really sent and answer that, each in their own manner."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum

from tests.e2e.letter import STORY as LETTER
from tests.e2e.letter import number_in
from tests.e2e.words import said
from tests.faults.history import Input, Subscriber
from tests.faults.witness import Witness
from tests.peers.people import Person
from tests.peers.world import Message

PATIENCE = 60.0  # seconds of silence until they write again; the longest rest is 16
READING = 0.02  # seconds, on average, that they take to read
MOMENT = 3.0  # seconds that they wait for a second answer once one is there
LETTERS = "bcdfghjklmnpqrstvwxz"  # of marks: no word of any language is made of these alone
CHARGED = "上个月话费多扣了30元，请退给我"
OFFLINE = "家里宽带昨晚八点到现在都上不了网"
CALLING = "在吗"
JPEG = b"\xff\xd8\xff\xe0 picture "


class Manner(Enum):
    """How somebody goes about it."""

    PLAIN = "says the story at once"
    ORDERLY = "starts, taps, is asked"
    HASTY = "writes two messages before the answer"
    TWICE = "taps each button twice"
    WORDY = "pastes the whole letter"
    LATER = "adds a word after filing"
    SHOWING = "sends a picture and a word after filing"
    ASKED = "is asked something by staff, and answers"


@dataclass(frozen=True, slots=True)
class Around:
    """What all share: the server, the diary of what was sent, staff, and how long they wait.

    `work` hands a ticket's number to staff; `patience` is in seconds.
    """

    server: Witness
    inputs: list[Input]
    work: Callable[[str], Awaitable[None]]
    patience: float = PATIENCE


@dataclass
class Tale:
    """A person, what they have to tell, and how it goes."""

    person: Person
    manner: Manner
    mark: str
    phone: str
    rng: random.Random
    around: Around
    numbers: list[str] = field(default_factory=list)
    told: bool = False
    confirmed: bool = False
    finished: bool = False
    silences: int = 0
    _read: int = 0
    _sent: int = 0  # since they read the last time
    _tapped: set[str] = field(default_factory=set)
    _last: Callable[[], Awaitable[None]] | None = None

    @property
    def story(self) -> str:
        words = {Manner.WORDY: LETTER, Manner.ORDERLY: OFFLINE}.get(self.manner, CHARGED)
        return f"{words} {self.mark} "

    def subscriber(self) -> Subscriber:
        return Subscriber(
            chat=self.person.id,
            mark=self.mark,
            confirmed=self.confirmed,
            finished=self.finished,
            numbers=tuple(dict.fromkeys(self.numbers)),
            silences=self.silences,
        )

    async def live(self) -> None:
        """From the first word to the number of the ticket, and the word after it."""
        await self.files()
        if self.manner in (Manner.LATER, Manner.SHOWING):
            await self._do(self._adds)
            await self._until("tell-noted")
        elif self.manner is Manner.ASKED:
            await self.around.work(self.numbers[0])
            await self._until("m06")
            await self._do(lambda: self.says(f"是这样的 {self.mark}"))
            await self._until("tell-answered")
        self.finished = True

    async def files(self) -> None:
        """From the first word to the number of the ticket."""
        await self._do(self._begins)
        while not self.numbers:
            await self._react(await self._hears("m01"))

    async def _until(self, key: str) -> None:
        while said(key) not in (await self._hears(key)).text:
            continue

    async def _begins(self) -> None:
        if self.manner is Manner.ORDERLY:
            await self.says("/start")
        elif self.manner is Manner.HASTY:
            await self.tells()
            await self.says("请快一点处理")
        else:
            await self.tells()

    async def _adds(self) -> None:
        if self.manner is Manner.SHOWING:
            caption = f"账单 {self.mark}"
            self._sent += 1
            self.around.inputs.append(Input(self.person.id, caption))
            await self.person.sends_photo(JPEG + self.mark.encode(), caption)
        await self.says(f"补充一点 {self.mark}")

    async def _hears(self, key: str) -> Message:
        """What says this of all that was not read yet, else the newest of it.

        Where nothing comes, they write again, once.
        """
        try:
            return await self._newest(said(key))
        except TimeoutError:
            self.silences += 1
            assert self._last is not None
            await self._last()
            return await self._newest(said(key))

    async def _newest(self, wanted: str) -> Message:
        home = self.person.home
        async with asyncio.timeout(self.around.patience):
            while True:
                if len(home.said) > self._read:
                    await self._reads()
                    unread, self._read = home.said[self._read :], len(home.said)
                    return next((one for one in unread if wanted in one.text), unread[-1])
                if self.person.id in self.around.server.barred:
                    self.around.server.barred.discard(self.person.id)
                    await self.says(CALLING)
                await home.bell.wait()

    async def _reads(self) -> None:
        """Wait for the answers that are still to come, a moment each, and read.

        Whoever answers at once what was said before their last word is never done.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(MOMENT):
                while len(self.person.home.said) - self._read < self._sent:
                    await self.person.home.bell.wait()
        self._sent = 0
        await asyncio.sleep(self.rng.expovariate(1 / READING))

    async def _react(self, message: Message) -> None:
        """Do what the message asks for."""
        keys = {one.label for one in message.keys}
        if said("m01") in message.text:
            self.numbers.append(number_in(message))
        elif said("button-submit") in keys:
            self.confirmed = True
            await self._taps(said("button-submit"), message)
        elif said("button-file") in keys:
            await self._taps(said("button-file"), message)
        else:
            asked = next((key for key in QUESTIONS if said(key) in message.text), None)
            if asked is not None:
                await self._do(lambda: QUESTIONS[asked](self))

    async def _taps(self, label: str, message: Message) -> None:
        async def act() -> None:
            # Once for each button: twice as much for every answer would never end.
            twice = self.manner is Manner.TWICE and label not in self._tapped
            self._tapped.add(label)
            for _ in range(2 if twice else 1):
                press = await self.person.taps(label, message)
                self._sent += 1
                self.around.inputs.append(Input(self.person.id, label, press.query))

        await self._do(act)

    async def _do(self, act: Callable[[], Awaitable[None]]) -> None:
        self._last = act
        await act()

    async def tells(self) -> None:
        self.told = True
        await self.says(self.story)

    async def says(self, words: str) -> None:
        self._sent += 1
        self.around.inputs.append(Input(self.person.id, words))
        await self.person.says(words)


# question -> the answer to it
QUESTIONS: Mapping[str, Callable[[Tale], Awaitable[None]]] = {
    "complaint-number": lambda tale: tale.says(tale.phone),
    "complaint-story": lambda tale: tale.tells(),
    "complaint-place-network": lambda tale: tale.says("朝阳区建国路88号3号楼"),
    "complaint-when": lambda tale: tale.says("昨天"),
    "complaint-amount": lambda tale: tale.says("30"),
    "complaint-remedy": lambda tale: tale.says("1 3"),
    "complaint-category-guess": lambda tale: tale.says("1"),
}


def tale(around: Around, place: int, rng: random.Random) -> Tale:
    """The person of this place in the crowd; equal seeds make equal people."""
    mark = "".join(rng.choice(LETTERS) for _ in range(9))
    return Tale(
        person=around.server.person(f"subscriber {place}"),
        manner=rng.choice(list(Manner)),
        mark=mark,
        phone=f"134{place:08d}",
        rng=random.Random(mark),
        around=around,
    )
