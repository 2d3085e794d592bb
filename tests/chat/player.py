"""Plays a script against the real dispatcher, store, outbox and renderer, and writes what it heard.

People's lines and stage lines of the script are played; everything else in it is what must be
heard. `-- restart` closes and opens the store on the same file, `-- outage 10 min` leaves it
closed for so long; time is a value. Beside Ann there is Li, who sits at the web page; what the bot
says there is `bot to li: `. `-- li proves 13812345678` has a number verified by a code.
`-- 3 neighbours file the same` as the first ticket says; what they hear is not written down.
`hand agent: {"origin": "hotline", "story": "…", …}` is a complaint that staff file by hand, and
`{"says": "accept"}` what is answered on the phone; `desk tells: ` is what rests for a call,
`{"told": 1}` that it was told; `{"link": 1}` makes the link, opened by `/start follow-LINK`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.calendars import adopt
from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.dispatch import Dispatcher
from bot.presses import Answering
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Move
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage import Connection, calendar, chats, duty, outages, staff, tickets
from storage.seal import Keys
from storage.store import Store
from storage.workdays_seed import seed
from tests.chat import by_phone, crowding, recording
from tests.chat.acting import TALKS, acted, on_incident, talked
from tests.chat.networks import Heard, Network, TelegramNetwork, WebNetwork
from tests.chat.outages import announce, fault
from tests.chat.sending import deliver


@dataclass
class Player:
    """One script on one network: what was played and heard, line by line."""

    network: Network
    page: WebNetwork
    house: House
    texts: Texts
    url: str
    keys: Keys
    now: datetime
    lines: list[str] = field(default_factory=list)
    inputs: int = 0
    after: list[str] = field(default_factory=list)  # the bot's messages once a ticket is filed
    answers: int = 0  # the person's inputs once a ticket is filed
    link: str = "LINK"  # the newest link of a filing by hand
    filed: int = 0  # inputs that it took to file
    _number: int = 0
    _rested: set[str] = field(default_factory=set)
    _seen: dict[str, int] = field(default_factory=dict)
    _last: tuple[dict[str, Any], datetime] | None = None

    async def open(self) -> None:
        """Open the store and put the dispatcher on it."""
        self.store = await Store.open(self.url, self.keys)
        channels: dict[str, Channel] = {one.name: one.channel for one in self.networks}
        channels[crowding.CHANNEL] = crowding.channel()
        stage = Stage(self.house, ROOMS, self.texts, channels, self.texts.languages[0])
        answering: dict[str, Answering] = {"web": self.page.answer}
        if isinstance(self.network, TelegramNetwork) and isinstance(self.network.channel, Telegram):
            answering["telegram"] = self.network.channel.answer
        self.dispatcher = Dispatcher(stage, self.store, lambda: self.now, answering)

    @property
    def zone(self) -> ZoneInfo:
        """The operator's, in which scripts tell their time."""
        return ZoneInfo(self.house.zone)

    @property
    def networks(self) -> tuple[Network, ...]:
        return self.network, self.page

    async def play(self, script: str) -> str:
        """Play a whole script; returns the chat as it was heard."""
        await self.open()
        if "\n-- calendar " in script:
            await self.store.write(lambda c: calendar.seed(c, seed((2026,)), self.now))
            await adopt(self.dispatcher.stage, self.store)
        try:
            for line in script.splitlines():
                await self.line(line)
        except AssertionError as error:
            self.lines.append(f"!! {error}")
        finally:
            await self.store.close()
        return "\n".join(self.lines) + "\n"

    async def line(self, line: str) -> None:
        """One line of a script; what the bot says is not played but heard."""
        if line.startswith("#"):
            self.lines.append(line)
        elif line.startswith("-- "):
            self.lines.append(line)
            await self.stage(line[3:].strip())
        elif line.startswith("ann: "):
            self.lines.append(line)
            await self.person(line[5:].replace("⏎", "\n").replace("LINK", self.link))
        elif line.startswith("li: "):
            self.lines.append(line)
            await self.beside(line[4:].replace("⏎", "\n").replace("LINK", self.link))
        elif line.startswith("ann twice: "):
            self.lines.append(line)
            await self.twice(line[11:])
        elif line.startswith("desk ") and not line.startswith(("desk hears", "desk tells")):
            self.lines.append(line)
            await self.desk(line[5:])
        elif line.startswith("hand "):
            self.lines.append(line)
            await self.hand(line[5:])
        elif line.startswith("== "):
            self.lines.append(await self.seen(line))

    async def seen(self, line: str) -> str:
        """What staff see beside the chat, or a ticket's own fields."""
        stage, store = self.dispatcher.stage, self.store
        match line.split():
            case [_, "hints", number]:
                return await recording.hints(stage, store, int(number), self.now)
            case [_, "tasks", number]:
                return await recording.todo(stage, store, int(number))
            case [_, "report", place]:
                return await recording.report(stage, store, int(place), self.now)
        return await self.check(line)

    async def person(self, line: str) -> None:
        """The person does something; redelivery and taps at once come as stage lines."""
        self._number += 1
        self.inputs += 1
        before = await self.count()
        raw = self.network.update(self._number, line, self.now)
        self._last = (raw, self.now)
        await self.take(raw, self.now)
        if before:
            self.answers += 1
        elif await self.count():
            self.filed = self.inputs
        await self.listen()

    async def beside(self, line: str) -> None:
        """The other person does something, in a chat of their own."""
        self._number += 1
        raw = self.page.update(self._number, line, self.now)
        await self.dispatcher.take([(self.page.read(raw, self.now), json.dumps(raw))])
        await self.dispatcher.drain()
        await self.listen()

    async def twice(self, line: str) -> None:
        """Two presses at once, as two updates in one batch."""
        batch = []
        for _ in range(2):
            self._number += 1
            raw = self.network.update(self._number, line, self.now)
            batch.append((self.network.read(raw, self.now), json.dumps(raw)))
        await self.dispatcher.take(batch)
        await self.dispatcher.drain()
        await self.listen()

    async def take(self, raw: dict[str, Any], at: datetime) -> None:
        event = self.network.read(raw, at)
        await self.dispatcher.take([(event, json.dumps(raw))])
        await self.dispatcher.drain()

    async def stage(self, line: str) -> None:
        """Time, restarts, redelivery, failures."""
        word, *rest = line.split()
        match word:
            case "restart":
                await self.store.close()
                await self.open()
            case "again" if self._last:
                await self.take(*self._last)
            case "ann" | "li":
                await self.prove(self.network if word == "ann" else self.page, rest[-1])
            case "outage":
                await self.outage(timedelta(**{_unit(rest[1]): int(rest[0])}))
            case "planned":
                await announce(self.dispatcher, line.removeprefix("planned "))
            case "fault":
                await fault(self.dispatcher, line.removeprefix("fault "))
            case "send":
                self.network.failing = int(rest[-1])
            case "calendar":
                await self.calendar(rest)
            case "records":
                await recording.take(self.store, rest, self.zone, self.now)
            case "at":
                self.now = datetime.fromisoformat(" ".join(rest)).replace(tzinfo=self.zone)
                self.now = self.now.astimezone(UTC)
            case _ if word.isdecimal():
                await self.count_on(int(word), rest)
            case _:
                raise AssertionError(f"unknown stage line: {line}")
        await self.listen()

    async def count_on(self, number: int, what: list[str]) -> None:
        """So many minutes, hours or days; or so many neighbours, who complain."""
        if what[0] != "neighbours":
            await self.wait(timedelta(**{_unit(what[0]): number}))
            return
        file = partial(crowding.file, stage=self.dispatcher.stage, count=number)
        await self.store.write(partial(file, now=self.now))

    async def calendar(self, words: list[str]) -> None:
        """`-- calendar 2027-01-04 off` or `-- calendar confirm 2027`, as a supervisor does."""
        by, now = calendar.By("陈工", "通知"), self.now

        def change(c: Connection) -> None:
            if words[0] == "confirm":
                calendar.confirm(c, int(words[1]), by, now)
            else:
                calendar.put(c, {date.fromisoformat(words[0]): words[1] == "work"}, by, now)

        await self.store.write(change)

    async def prove(self, network: Network, number: str) -> None:
        """The number is verified as this person's own, by a one-time code."""
        address = network.read(network.update(0, "x", self.now), self.now).address
        now, phone = self.now, f"+86{number}"

        def put(c: Connection) -> None:
            chats.verify(c, chats.locate(c, address, now, "zh-CN", ""), phone, "code", now)

        await self.store.write(put)

    async def outage(self, span: timedelta) -> None:
        """Nobody serves for so long: no clock ticks, and nothing that is sent comes in."""
        await self.beat()
        await self.store.close()
        self.now += span
        await self.open()
        await self.beat()

    async def beat(self) -> None:
        """Say that people reach us, as a running server does every few seconds."""
        now, channel = self.now, self.network.name
        await self.store.write(lambda c: outages.beat(c, channel, now))

    async def wait(self, span: timedelta) -> None:
        """Let time pass, stopping wherever something is due, as a running clock would."""
        until = self.now + span
        while True:
            due = await self.store.read(duty.next_due)
            if due is None or due > until:
                break
            self.now = max(self.now, due)
            await self.dispatcher.tick()
            await self.listen()
        self.now = until
        await self.dispatcher.tick()

    async def desk(self, line: str) -> None:
        """A staff member's act: `desk handler: propose {"finding": "…"}`."""
        who, _, act = line.partition(": ")
        name, _, given = act.partition(" ")
        role, _, called = who.partition(" ")
        fields: Mapping[str, Any] = json.loads(given) if given else {}
        number = int(fields.pop("ticket", 1)) if isinstance(fields, dict) else 1
        person = await self.staff(Role(role), called or "王敏")
        if name == "incident":
            why = await on_incident(self.dispatcher, person, fields)
        else:
            why = await self.does(person, name, number, fields)
        if why:
            self.lines.append(f"desk hears: {why}")
        await self.listen()

    async def hand(self, line: str) -> None:
        """What staff do by phone, as `by_phone.acted` has it."""
        who, _, given = line.partition(": ")
        role, _, called = who.partition(" ")
        clerk = await self.staff(Role(role), called or "王敏")
        came = await by_phone.acted(self.dispatcher, clerk, json.loads(given))
        self.link = came.link or self.link
        if came.why:
            self.lines.append(f"desk hears: {came.why}")
        await self.listen()

    async def does(self, person: int, name: str, number: int, fields: Mapping[str, Any]) -> str:
        """An act on a ticket or in its chat; "", or why it was not done."""
        return (
            await talked(self.dispatcher, person, name, number, fields)
            if name in TALKS
            else await acted(self.dispatcher, person, Move(number, name, fields))
        )

    async def staff(self, role: Role, name: str) -> int:
        def find(c: Connection) -> int:
            known = next((p for p in staff.everybody(c) if (p.name, p.role) == (name, role)), None)
            return known.id if known else staff.add(c, name, role, "BIL")

        return await self.store.write(find)

    async def check(self, line: str) -> str:
        """`== ticket 1 proposed rounds=1 …`: the ticket as it is now, by the names asked for."""
        _, kind, number, *names = line.split()
        if kind == "incident":
            return await self.store.read(lambda c: crowding.standing(c, int(number)))
        names = names[1:]
        ticket = await self.store.read(lambda c: tickets.load(c, int(number)))
        if ticket is None:
            return f"== ticket {number} is not there"
        told = [f"{name}={_field(ticket, name)}" for name in (n.partition("=")[0] for n in names)]
        return " ".join(("==", "ticket", number, str(ticket.state), *told))

    async def count(self) -> int:
        loaded = await self.store.read(lambda c: tickets.load(c, 1))
        return 1 if loaded else 0

    async def listen(self) -> None:
        """Deliver what is owed and write down what the person now sees."""
        await deliver(self.dispatcher.stage, self.store, lambda: self.now, self._later)
        for network in self.networks:
            whom = "bot" if network is self.network else "bot to li"
            for heard in network.heard[self._seen.get(network.name, 0) :]:
                self.lines += written(heard, whom)
                if network is self.network and await self.count() and heard.how == "says":
                    self.after.append(heard.text)
            self._seen[network.name] = len(network.heard)
        for told in await by_phone.rests(self.dispatcher, self._rested):
            first, *rest = told.splitlines() or [""]
            self.lines += ["desk tells: " + first, *(f"     {one}".rstrip() for one in rest)]

    def _later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def written(heard: Heard, whom: str = "bot") -> list[str]:
    """How the chat shows it: words, the file, the buttons in brackets."""
    verb = {"says": f"{whom}: ", "edits": f"{whom} edits: ", "toasts": f"{whom} toasts: "}[
        heard.how
    ]
    first, *rest = heard.text.splitlines() or [""]
    lines = [verb + first, *(f"     {line}".rstrip() for line in rest)]
    if heard.file:
        lines.append(f"     ({heard.file})")
    if heard.buttons and not all(data.isdecimal() or data == word for word, data in heard.buttons):
        lines.append("     " + " ".join(f"[{words}]" for words, _ in heard.buttons))
    return lines


def _unit(word: str) -> str:
    return word if word.endswith("s") else word + "s"


def _field(ticket: Ticket, name: str) -> str:
    """A field by its path ("scores.0.score"); "-" where there is nothing."""
    place: Any = ticket
    for part in name.split("."):
        if part.isdecimal():
            place = place[int(part)] if int(part) < len(place) else None
        else:
            place = getattr(place, part, None)
    return str(place).replace(" ", "_") if place not in (None, "") else "-"
