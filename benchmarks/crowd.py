"""Subscribers in a closed loop: each answers as soon as the bot's reply is there.

Every conversation is a new person in a new chat. `N` conversations are under way at any moment;
who is done, or gives up, makes room for the next.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.bot_api import BotApi, Shown, message, unused
from benchmarks.script import Ends, Presses, Script, Types, act_on

FIRST_CHAT = 1_000_000_001
CHATS = 500_000_000
ENOUGH = 30  # inputs after which a person gives up on a dialog that turns in circles


@dataclass(frozen=True, slots=True)
class Manner:
    """How people are: seconds of thought before an answer, and how long they wait for a reply.

    Who waits in vain sends the same once more, then gives up; 0 is to wait for ever.
    """

    thought: tuple[float, float] = (0.0, 0.0)
    patience: float = 0.0


@dataclass(slots=True)
class Tally:
    """What became of a crowd. `latencies` are (moment of the reply, seconds it took)."""

    latencies: list[tuple[float, float]] = field(default_factory=list)
    begun: int = 0
    finished: int = 0
    given_up: int = 0
    lost: int = 0  # replies that were not there in time
    rescued: int = 0  # of them, those that came when the input was sent again
    repeated: int = 0  # messages that came again with the same words
    odd: Counter[str] = field(default_factory=Counter)  # messages that no line of the script knows
    told: set[str] = field(default_factory=set)  # tickets that were announced
    inputs: Counter[int] = field(default_factory=Counter)  # inputs of a conversation -> how often


class Crowd:
    """`size` people at a time, `most` conversations in all (0: as many as time allows)."""

    def __init__(
        self, api: BotApi, script: Script, size: int, *, most: int = 0, manner: Manner | None = None
    ) -> None:
        self.api, self.script, self.manner = api, script, manner or Manner()
        self.tally = Tally()
        self.over = asyncio.Event()
        self.dice = random.Random(size)
        self.loop = asyncio.get_running_loop()
        self.on_end: Callable[[int], None] = lambda _: None  # told how many have ended
        self.presses = 0
        self._size, self._most = size, most
        self._under_way = 0
        self._stopped = False
        self._next = FIRST_CHAT + unused() % CHATS  # nobody of an earlier run on the same database

    def begin(self) -> None:
        """Let the first of them write."""
        for _ in range(min(self._size, self._most or self._size)):
            self._enter()

    def stop(self) -> None:
        """Nobody writes any more."""
        self._stopped = True
        self.over.set()

    @property
    def stopped(self) -> bool:
        return self._stopped

    def done(self) -> None:
        """A conversation ended, well or not; the next may begin."""
        self._under_way -= 1
        self.on_end(self.tally.finished + self.tally.given_up)
        if self._stopped:
            return
        if not self._most or self.tally.begun < self._most:
            self._enter()
        elif not self._under_way:
            self.stop()

    def _enter(self) -> None:
        chat, self._next = self._next, self._next + 1
        self.tally.begun += 1
        self._under_way += 1
        person = Person(self, chat)
        self.api.join(chat, person)
        person.thinks("/start", "")


class Person:
    """One subscriber with one complaint."""

    __slots__ = (
        "_asked",
        "_awaits",
        "_chat",
        "_crowd",
        "_inputs",
        "_last",
        "_resent",
        "_since",
        "_timer",
        "_words",
        "ended",
    )

    def __init__(self, crowd: Crowd, chat: int) -> None:
        self._crowd, self._chat = crowd, chat
        self._last: tuple[str, tuple[tuple[str, str], ...]] | None = None
        self._asked = Shown(0, "")  # the message whose button is pressed
        self._words, self._since = ("", ""), 0.0  # what was sent last (words, data), and when
        self._awaits, self._resent, self.ended = False, False, False
        self._inputs = 0
        self._timer: asyncio.TimerHandle | None = None

    def thinks(self, words: str, data: str) -> None:
        """Answer with these words, or press the button of that data, after some thought."""
        self._words, self._resent = (words, data), False
        low, high = self._crowd.manner.thought
        if high:
            self._crowd.loop.call_later(self._crowd.dice.uniform(low, high), self._sends)
        else:
            self._sends()

    def hears(self, shown: Shown) -> None:
        """A message of the bot: a reply, if one is awaited."""
        tally = self._crowd.tally
        content = (shown.text, shown.buttons)
        if content == self._last:
            tally.repeated += 1
            return
        self._last, self._asked = content, shown
        act = act_on(self._crowd.script, shown)
        if isinstance(act, Ends):
            tally.told.update(act.number.findall(shown.text))
        if not self._awaits or self._crowd.stopped:
            return
        if act is None:
            tally.odd[shown.text] += 1
            return
        self._replied()
        if self._inputs > ENOUGH:
            tally.odd[shown.text] += 1
            self._ends(well=False)
            return
        match act:
            case Types():
                self.thinks(act.words.format(person=f"{self._chat % 10**8:08}"), "")
            case Presses():
                self.thinks("", act.data(shown))
            case Ends():
                self._ends(well=True)

    def _replied(self) -> None:
        now = time.monotonic()
        self._awaits = False
        self._crowd.tally.latencies.append((now, now - self._since))
        if self._resent:
            self._crowd.tally.rescued += 1
        if self._timer is not None:
            self._timer.cancel()

    def _sends(self) -> None:
        if self._crowd.stopped or self.ended:
            return
        crowd, (words, data) = self._crowd, self._words
        self._since, self._awaits = time.monotonic(), True
        self._inputs += 1
        if crowd.manner.patience:
            self._timer = crowd.loop.call_later(crowd.manner.patience, self._waited)
        if data:
            crowd.presses += 1
            crowd.api.put("callback_query", self._press(data))
        else:
            crowd.api.put("message", self._message(words))

    def _waited(self) -> None:
        """No reply in time: once more, then never again."""
        if self.ended or not self._awaits or self._crowd.stopped:
            return
        self._crowd.tally.lost += 1
        if self._resent:
            self._ends(well=False)
        else:
            self._resent = True
            self._inputs -= 1  # the same input, not another one
            self._sends()

    def _ends(self, *, well: bool) -> None:
        self.ended, self._awaits = True, False
        tally = self._crowd.tally
        if well:
            tally.finished += 1
            tally.inputs[self._inputs] += 1
        else:
            tally.given_up += 1
        self._crowd.done()

    def _message(self, words: str) -> dict[str, object]:
        sent = message(self._chat, Shown(self._crowd.api.message_id(), words), by_bot=False)
        if words.startswith("/"):
            sent["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words)}]
        return sent

    def _press(self, data: str) -> dict[str, object]:
        number = self._crowd.api.message_id()
        return {
            "id": str(10**17 + number),
            "from": message(self._chat, Shown(0, ""), by_bot=False)["from"],
            "message": message(self._chat, self._asked, by_bot=True),
            "chat_instance": str(self._chat),
            "data": data,
        }
