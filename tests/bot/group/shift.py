"""A shift in the group: a subscriber on Telegram, a handler and a lead who are linked."""

from dataclasses import dataclass
from datetime import timedelta

from dialogs.model import Address, Phrase
from dialogs.tickets import limits, moves
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket, Wish
from dialogs.values import replace
from storage import Connection, chats, staff_cards, tickets
from tests.bot.group.room import Room
from tests.peers.people import Person
from tests.peers.world import Message

BREATH = timedelta(seconds=7)  # between two things that somebody does
CHARGE = Filing(
    story="2月1日关了流量，27日仍被扣费停机",
    category="BIL",
    subtype="after_cancel",
    amount=9400,
    service_number="+8613400000029",
    wishes=(Wish(code="double_refund", minor=18800), Wish(code="written_apology")),
    promise_cited="double_refund",
)


@dataclass
class Shift:
    """`ann` complains, `lin` is 陈工 of billing, `mei` the supervisor 赵敏; `bob` is nobody's."""

    room: Room
    ann: Person
    lin: Person
    mei: Person
    bob: Person
    chen: Actor
    zhao: Actor
    ticket: int

    @classmethod
    async def begins(cls, room: Room, filing: Filing = CHARGE) -> "Shift":
        """The ticket is filed and its card stands."""
        people = [room.api.person(name) for name in ("Ann", "Lin", "Mei", "Bob")]
        ann, lin, mei, bob = people
        chen = await room.employs("陈工", department="BIL")
        zhao = await room.employs("赵敏", Role.SUPERVISOR, "BIL")
        await room.linked(chen, lin)
        await room.linked(zhao, mei)
        await ann.says("/help")
        await room.hears()
        made = cls(room, ann, lin, mei, bob, chen, zhao, 0)
        made.ticket = await made.files(filing)
        await room.draws()
        return made

    async def files(self, filing: Filing) -> int:
        """Ann files this in her chat."""
        room = self.room

        def put(c: Connection) -> int:
            where = Address("telegram", room.bot, str(self.ann.id))
            here = chats.locate(c, where, room.now, "zh-CN", "Ann")
            chats.agree(c, here, room.stage.house.catalogue.notice, room.now)
            opened = moves.open_ticket(
                filing,
                id=tickets.next_id(c),
                number=tickets.next_number(c, room.now, room.stage.house.zone),
                chat=here,
                subscriber=chats.person(c, here).subscriber,
                language="zh-CN",
                now=room.now,
                house=room.stage.house,
            )
            clocks = limits.delivered(opened.ticket, "M01", room.now, room.stage.house)
            tickets.insert(c, replace(opened.ticket, clocks=clocks), opened.entries)
            staff_cards.mark(c, opened.ticket.id, room.chat, room.now)
            return opened.ticket.id

        return await room.store.write(put)

    # What people do.

    async def taps(self, who: Person, label: str, on: Message | None = None) -> str:
        """A button in the group, on the newest message that has it; returns what they were told."""
        self.room.now += BREATH
        press = await who.taps(label, on, to=self.room.group)
        await self.room.hears()
        assert press.answer is not None, f"the press of {label} was not answered"
        return press.answer.text

    async def says(self, who: Person, words: str, to: Message | None = None) -> Message:
        """Words in the ticket's own topic, or in reply to a message of the bot."""
        self.room.now += BREATH
        topic = 0 if to is not None else self.own
        said = await who.says(words, to=self.room.group, reply_to=to, topic=topic)
        await self.room.hears()
        return said

    async def claimed(self) -> None:
        """Lin claims it, and all is drawn."""
        await self.taps(self.lin, "认领")
        await self.room.draws()

    # What stands there.

    @property
    def own(self) -> int:
        """The thread of the ticket's own topic."""
        return self.room.group.topic("取消后仍被扣费")

    @property
    def newest(self) -> Message:
        """The newest message of the bot in the group."""
        return [one for one in self.room.group.chat if one.by_bot][-1]

    @property
    def draft(self) -> Message:
        """The newest message of the bot that can be cancelled."""
        return [
            one for one in self.room.group.chat if any(key.label == "取消" for key in one.keys)
        ][-1]

    async def now(self) -> Ticket:
        return await self.room.ticket(self.ticket)

    def words(self, key: str) -> str:
        """A text of the house."""
        return self.room.stage.texts.words("zh-CN", Phrase(key), self.room.now)
