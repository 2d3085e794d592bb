"""Any sequence of what can happen to a chat desk leaves every promise kept (reliability.md §4)."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dialogs.house import House
from dialogs.model import Tap, Text
from dialogs.texts import Texts
from storage.migrate import migrate
from storage.seal import new_keys, read_keys
from storage.soundness import faults
from tests.faults.checker import check
from tests.faults.inside import CHATS, Inside
from tests.postgres.server import Server

T = TypeVar("T")

EXAMPLES = int(os.environ.get("FAULTS_EXAMPLES", "12"))
KEYS = read_keys(new_keys())
CHAT = st.sampled_from(CHATS)
WORDS = st.sampled_from(
    ["上个月话费多扣了30元，请退给我", "13426000029", "94", "好", "返回", "取消", "谢谢", "/start"]
)
ENOUGH = timedelta(minutes=11)  # for the longest pause between two tries


class Desk(RuleBasedStateMachine):
    """Three chats, one Redress at a time. `place` gives the address of a fresh database."""

    house: ClassVar[House]
    texts: ClassVar[Texts]
    place: Callable[[], str]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    @initialize()
    def opened(self) -> None:
        self.runner = asyncio.Runner()
        self.inside = Inside(self.place(), KEYS, self.house, self.texts)
        self.repeats = 0
        self.run(self._start())

    async def _start(self) -> None:
        await self.inside.start()
        await self.inside.settle()

    @rule(chat=CHAT, words=WORDS)
    def writes(self, chat: int, words: str) -> None:
        self.run(self._take(self.inside.event(chat, Text(words))))

    @rule(chat=CHAT, which=st.integers(0, 5))
    def presses(self, chat: int, which: int) -> None:
        shown = self.inside.network.shown.get(chat)
        if shown:
            number = str(len(self.inside.events))
            key = shown[which % len(shown)]
            tap = Tap(key.data, query=f"q{number}")
            self.run(self._take(self.inside.event(chat, tap, key.label)))

    @rule(chat=CHAT, other=CHAT, words=WORDS, more=WORDS)
    def writes_twice_at_once(self, chat: int, other: int, words: str, more: str) -> None:
        events = [self.inside.event(chat, Text(words)), self.inside.event(other, Text(more))]
        self.run(self._take(*events))

    @precondition(lambda self: self.inside.events)
    @rule(which=st.integers(0, 200), chat=CHAT, words=WORDS)
    def comes_again_out_of_order(self, which: int, chat: int, words: str) -> None:
        """An update that was taken before stands behind a newer one."""
        old = self.inside.events[which % len(self.inside.events)]
        self.repeats += 1
        self.run(self._take(self.inside.event(chat, Text(words)), old))

    @rule(how=st.sampled_from(["429", "403", "unknown", "500"]), chat=CHAT, words=WORDS)
    def a_call_fails(self, how: str, chat: int, words: str) -> None:
        self.inside.network.endings.append(how)
        self.run(self._take(self.inside.event(chat, Text(words))))

    @rule(how=st.sampled_from(["429", "403", "unknown", "500", ""]), chat=CHAT, words=WORDS)
    def a_call_ends_behind_more_words(self, how: str, chat: int, words: str) -> None:
        """Its end is written down after the person has written again."""
        self.run(self._overtaken(how, chat, words))

    @rule(seconds=st.sampled_from([1, 3, 20, 400, 90000]))
    def time_passes(self, seconds: int) -> None:
        self.run(self._passes(timedelta(seconds=seconds)))

    @rule(seconds=st.sampled_from([2, 200, 3600, 90000]))
    def the_clock_is_set_back(self, seconds: int) -> None:
        self.run(self._passes(timedelta(seconds=-seconds)))

    @rule(chat=CHAT, words=WORDS)
    def dies_with_an_answer_on_the_wire(self, chat: int, words: str) -> None:
        self.run(self._dies(chat, words))

    @rule()
    def dies(self) -> None:
        self.run(self._again(kill=True))

    @rule()
    def is_stopped_and_started(self) -> None:
        self.run(self._again(kill=False))

    async def _take(self, *events: Any) -> None:
        await self.inside.take(*events)
        await self.inside.settle()

    async def _passes(self, by: timedelta) -> None:
        await self.inside.passes(by)
        await self.inside.settle()

    async def _overtaken(self, how: str, chat: int, words: str) -> None:
        inside = self.inside
        inside.network.endings.append(how)
        await self._begins(chat, words)
        await inside.take(inside.event(chat, Text(words)))
        inside.network.gate.set()
        await inside.settle()

    async def _dies(self, chat: int, words: str) -> None:
        await self._begins(chat, words)
        await self._again(kill=True)

    async def _begins(self, chat: int, words: str) -> None:
        """Words come, and what goes out for them stays on the wire, if anything does."""
        inside = self.inside
        inside.network.arrived.clear()
        inside.network.gate.clear()
        before = len(inside.network.calls)
        await inside.take(inside.event(chat, Text(words)))
        if len(inside.network.calls) == before and inside.delivery.held:
            await asyncio.wait_for(inside.network.arrived.wait(), 5)

    async def _again(self, *, kill: bool) -> None:
        await (self.inside.kill() if kill else self.inside.stop())
        await self._start()

    @invariant()
    def every_promise_is_kept(self) -> None:
        """But that something may still wait for its time."""
        if hasattr(self, "inside"):
            waiting = {"unsent", "unanswered"}
            self.run(self._holds(but=waiting))

    async def _holds(self, but: set[str]) -> None:
        history = await self.inside.history()
        wrong = [one for one in check(history).violations if one.kind not in but]
        assert wrong == [], wrong
        places: dict[int, list[int]] = {}
        for row in history.rows:
            places.setdefault(row.chat, []).append(row.seq)
        assert all(seqs == list(range(1, len(seqs) + 1)) for seqs in places.values())
        counts = await self.inside.taken()
        assert counts == {
            "accepted": len(self.inside.events),
            "duplicate": self.repeats,
            "parked": 0,
        }

    def teardown(self) -> None:
        """In the end everybody writes, and everything arrives once the clock is right again."""
        if not hasattr(self, "inside"):
            return
        try:
            self.run(self._ends())
        finally:
            self.run(self._closed())
            self.runner.close()
            self.gone()

    async def _ends(self) -> None:
        self.inside.network.endings.clear()
        for chat in CHATS:
            await self._take(self.inside.event(chat, Text("谢谢")))
        await self._passes(self.inside.latest - self.inside.now + ENOUGH)
        await self._holds(but=set())
        assert await self.inside.store.read(lambda c: faults(c, self.inside.now)) == {}

    async def _closed(self) -> None:
        self.inside.network.gate.set()
        await self.inside.stop()

    def gone(self) -> None:
        """Clear the database away."""


FIXED = settings(
    max_examples=EXAMPLES,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_on_a_file(house: House, texts: Texts, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    migrate(f"sqlite+aiosqlite:///{fresh}", KEYS)

    class OnFile(Desk):
        def place(self) -> str:
            self.folder = Path(tempfile.mkdtemp(dir=tmp_path))
            shutil.copy(fresh, self.folder / "redress.db")
            return f"sqlite+aiosqlite:///{self.folder / 'redress.db'}"

        def gone(self) -> None:
            shutil.rmtree(self.folder)

    OnFile.house, OnFile.texts = house, texts
    run_state_machine_as_test(OnFile, settings=FIXED)


def test_on_postgresql(
    house: House, texts: Texts, postgresql: Server, postgres_template: str
) -> None:
    class OnServer(Desk):
        def place(self) -> str:
            self.name = postgresql.database(postgres_template)
            return postgresql.url(self.name)

        def gone(self) -> None:
            postgresql.drop(self.name)

    OnServer.house, OnServer.texts = house, texts
    # A step costs four times as much here.
    fewer = settings(FIXED, max_examples=max(1, EXAMPLES // 3))
    run_state_machine_as_test(OnServer, settings=fewer)
