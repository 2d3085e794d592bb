"""A desk in the middle of a day: tickets in every stage, a chat with pictures, things to do."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from dialogs.model import Address, File
from dialogs.tickets.ticket import Role, Task, Ticket
from storage import Connection, chats, files, messages, tasks
from storage.files import Kept
from storage.messages import Said
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office

SOON = "2026-11-20"
LATER = "2026-11-24"
OFFER = {
    "liability": "operator",
    "finding": "10月30日的订购没有您的二次确认记录，属我方差错。",
    "code_1": "double_refund",
    "money_1": "188",
    "due_1": SOON,
    "promise_1": "double_refund",
    "code_2": "written_apology",
    "words_2": "书面道歉",
    "due_2": LATER,
    "reviewed": "yes",
}
ENGLISH = replace(
    WRONG_CHARGE,
    story="Since Monday the signal at home drops out every evening. I work from there.",
    category="NET-M",
    subtype="no_signal",
    amount=None,
    service_number="+8615011112222",
    contact_phone="+8615011112222",
    name="Ann Smith",
    window="",
    reported_before="",
)


async def busy(here: Office) -> tuple[Browser, Ticket]:
    """The browser of a supervisor, and the ticket that there is most to see on."""
    late = await here.filed(replace(NO_NETWORK, story="又断了，上周刚修过。"), "c1")
    here.clock.at += timedelta(hours=26)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    ticket = await here.filed()
    await picture(here, ticket)
    await agent.done(ticket, "claim")
    await agent.done(
        ticket, "note", words="查了订购日志：10月30日 09:12 由外呼渠道写入，没有二次确认。"
    )
    await agent.done(
        ticket, "reply", words="您好，已经找到 10月30日的订购记录，正在核对录音。", until=SOON
    )
    await boss.done(ticket, "propose", **OFFER)
    await here.subscriber(ticket, "reject", reason="amount", wish="除了 188 元，还要书面道歉盖章")
    await others(here, agent)
    await duties(here, late)
    return boss, ticket


async def others(here: Office, agent: Browser) -> None:
    """The rest of the queue."""
    network = await here.filed(NO_NETWORK, "b2")
    await agent.done(network, "claim")
    await agent.done(network, "ask", words="光猫上 LOS 灯是常亮还是闪烁？")
    english = await here.filed(ENGLISH, "e1", language="en")
    await agent.done(english, "claim")
    await here.filed(replace(ENGLISH, story="Charged twice in October.", category="BIL",
                             subtype="unexplained_fee", service_number="+8618600000909"), "e2",
                     language="en")  # fmt: skip
    done = await here.filed(replace(WRONG_CHARGE, service_number="+8613988008800"), "d1")
    await agent.done(done, "claim")
    await agent.done(
        done, "done_without_proposal", proof="退费 94 元，流水 T20261118", wish_met="yes"
    )
    await here.subscriber(done, "fixed")
    await here.subscriber(done, "score", score="3", solved="partly", words="退得太慢")


async def duties(here: Office, late: Ticket) -> None:
    """Somebody asks for a person before filing, somebody cannot be reached."""
    now = here.clock()

    def put(c: Connection) -> None:
        asking = chats.locate(c, Address("web", "", "h1"), now, "zh-CN", "")
        messages.log_in(c, Said(chat=asking, at=now, direction="in", words="转人工，说不清楚"))
        due = now + timedelta(minutes=25)
        person = Task(kind="human", role=Role.AGENT, due=due, words="话费和宽带都有问题，说不清楚")
        tasks.add(c, person, None, asking, now)
        gone = Task(kind="unreachable", role=Role.AGENT, due=now + timedelta(days=1))
        tasks.add(c, gone, late.id, late.chat, now)

    await here.store.write(put)


async def picture(here: Office, ticket: Ticket) -> int:
    """A screenshot that the subscriber sent; returns the file's id."""
    image = Image.new("RGB", (360, 220), "#f3efe6")
    drawn = ImageDraw.Draw(image)
    drawn.rounded_rectangle((24, 24, 336, 120), 14, fill="#ffffff", outline="#c9c4b6")
    drawn.text((44, 50), "10086  30 Oct 09:12", fill="#333333")
    drawn.text((44, 78), "Video pack 30.00/month is on", fill="#333333")
    out = BytesIO()
    image.save(out, "PNG")
    return await sent(here, ticket, out.getvalue(), File("photo", "p1", "短信.png", "image/png"))


async def sent(here: Office, ticket: Ticket, content: bytes, file: File) -> int:
    """A file of the subscriber's, kept in the folder and shown in the chat."""
    name = sha256(content).hexdigest()
    place = here.door.attachments / name[:2] / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    now = here.clock()

    def put(c: Connection) -> int:
        kept = files.want(c, ticket.chat, file, ticket.id, now)
        files.kept(c, kept, Kept(path=f"{name[:2]}/{name}", sha256=name, size=len(content),
                                 mime=file.mime))  # fmt: skip
        said = Said(chat=ticket.chat, at=now, direction="in", words="", attachment=kept)
        messages.log_in(c, said)
        return kept

    return await here.store.write(put)
