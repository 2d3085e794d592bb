"""The office that ticket tests happen in: the shipped catalogue, a calendar, people, one ticket."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from dialogs.catalogue.law import standing
from dialogs.catalogue.reading import parse
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.texts import Texts
from dialogs.tickets.applied import Applied, NotAllowed
from dialogs.tickets.lifecycle import MOVES
from dialogs.tickets.moves import apply, open_ticket
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket, When, Where, Wish
from dialogs.understand.guess import Line, train
from dialogs.understand.places import places_of
from dialogs.workdays import Workdays

ZONE = "Asia/Shanghai"

ANN = Actor(Role.SUBSCRIBER)
BOT = Actor(Role.BOT)
CLOCK = Actor(Role.CLOCK)
LI = Actor(Role.AGENT, 1, "李敏", "CS")
WANG = Actor(Role.HANDLER, 2, "王强", "BIL")
ZHAO = Actor(Role.SUPERVISOR, 3, "赵云", "BIL")
QIAN = Actor(Role.DIRECTOR, 4, "钱程", "BIL")
ROOT = Actor(Role.ADMIN, 5, "root")
PEOPLE = (ANN, BOT, CLOCK, LI, WANG, ZHAO, QIAN, ROOT)


def at(text: str) -> datetime:
    """A time in Shanghai, as an instant: "2026-11-16 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


MONDAY = at("2026-11-16 10:00")


@cache
def house() -> House:
    """The house with the shipped catalogue; what understands free text is not asked here."""
    catalogue = tomllib.loads(files("dialogs").joinpath("catalog.toml").read_text("utf-8"))
    return House(
        catalogue=parse(catalogue, MOVES),
        guesser=train([Line(text="扣费", category="BIL", subtype="billing_error")]),
        places=places_of([("110000", "北京市", "Beijing")]),
        workdays=Workdays({}, frozenset({2026})),
        zone=ZONE,
    )


@cache
def texts() -> Texts:
    """Both languages."""
    room = files("dialogs.texts")
    sources = {tag: [(room / f"{tag}.ftl").read_text("utf-8")] for tag in ("zh-CN", "en")}
    return Texts(sources, ZONE, standing(house().catalogue.laws))


CHARGE = Filing(
    story="2月1日关闭流量,27日仍被扣费停机",
    category="BIL",
    subtype="after_cancel",
    when=When(words="2月"),
    where=Where(words="北京", province="110000"),
    amount=9400,
    service_number="+8613400000029",
    wishes=(Wish(code="double_refund", minor=18800), Wish(code="written_apology")),
    promise_cited="double_refund",
)
NETWORK = Filing(story="家里没有信号", category="NET-M", subtype="no_signal")


def filed(filing: Filing = CHARGE, now: datetime = MONDAY) -> Applied:
    """A complaint just filed."""
    return open_ticket(
        filing,
        id=7,
        number="TS26110004277",
        chat=1,
        subscriber=1,
        language="zh-CN",
        now=now,
        house=house(),
    )


def make(
    ticket: Ticket,
    name: str,
    actor: Actor,
    now: datetime = MONDAY,
    fields: Mapping[str, Json] | None = None,
) -> Applied:
    """A move that is allowed."""
    made = apply(ticket, Move(ticket.id, name, fields or {}), actor, now, house())
    assert isinstance(made, Applied), made
    return made


def refuse(
    ticket: Ticket,
    name: str,
    actor: Actor,
    now: datetime = MONDAY,
    fields: Mapping[str, Json] | None = None,
) -> str:
    """Why a move is not allowed, as its key."""
    made = apply(ticket, Move(ticket.id, name, fields or {}), actor, now, house())
    assert isinstance(made, NotAllowed), made
    return made.key


OFFER: Mapping[str, Json] = {
    "liability": "operator",
    "finding": "2月1日已关闭流量,之后的94元属误扣",
    "reviewed": True,
    "items": [
        {"code": "refund", "words": "", "minor": 9400, "due": "2026-11-25"},
        {"code": "written_apology", "words": "", "due": "2026-11-27"},
    ],
}
