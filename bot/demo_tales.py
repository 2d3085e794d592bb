"""How the demo's complaints go on after filing: what staff and subscribers do, and when."""

import logging
import tomllib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from random import Random
from zoneinfo import ZoneInfo

from bot.demo import Over, Tale
from bot.stage import Stage
from dialogs.model import Json, Text
from dialogs.tickets.ticket import Actor, Role
from storage import Connection, demo, staff
from storage.store import Store

log = logging.getLogger(__name__)

TOLD = 20  # people between two words on how far it is
SPREAD = 30  # days over which the complaints are filed
SURNAMES = "王李张刘陈杨赵黄周吴徐孙"
GIVEN = ("伟", "芳", "敏", "静", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明")
ENGLISH = ("Ann Reed", "Tom Hale", "Maria Sousa", "John Park", "Eve Lind", "Sam Okoro")
PEOPLE = (
    ("周敏", Role.AGENT, "CS"),
    ("吴强", Role.HANDLER, "BIL"),
    ("徐静", Role.HANDLER, "NET"),
    ("孙涛", Role.SUPERVISOR, "CS"),
)


@dataclass(frozen=True, slots=True)
class Plot:
    """A story told once: its words, what staff find and offer, what the person answers."""

    language: str
    text: str
    finding: str
    items: tuple[Mapping[str, Json], ...]
    reject: str
    proof: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays the staff; `rng` decides the rest, so that the same seed plays the same demo."""

    agent: Actor
    handler: Actor
    supervisor: Actor
    rng: Random


Way = Callable[[Tale, Plot, Cast], Awaitable[None]]


async def play(stage: Stage, store: Store, count: int, now: datetime) -> int:
    """Play so many complaints of the last weeks; returns how many were filed."""
    before = await store.read(demo.count)
    rng = Random(f"demo {before}")  # noqa: S311  a play, not a secret
    cast = _cast(await store.write(_people), rng)
    stories = tomllib.loads((files("bot") / "demo_stories.toml").read_text("utf-8"))["story"]
    for number in range(before, before + count):
        begun = _moment(now, rng, stage.house.zone)
        plot = _plot(rng.choice(stories), begun, number, rng, stage.house.zone)
        tale = Tale(
            stage=stage,
            store=store,
            name=f"demo-{number}",
            language=plot.language,
            now=begun,
            until=now,
            answers=plot.answers,
        )
        await _told(tale, plot, cast)
        if number % TOLD == TOLD - 1:
            log.info("%s of the demo's people have told their story", number + 1)
    return await store.read(demo.count) - before


async def _told(tale: Tale, plot: Plot, cast: Cast) -> None:
    """One complaint from its filing as far as its days reach."""
    try:
        await tale.files(plot.text)
        if tale.ticket:
            await cast.rng.choices(list(WAYS), list(WAYS.values()))[0](tale, plot, cast)
            await tale.waits(days=2 * SPREAD)
    except Over:
        return


def _people(c: Connection) -> dict[Role, Actor]:
    """The demo's staff, made once."""
    known = [one for one in (staff.load(c, number) for number in demo.employed(c)) if one]
    if not known:
        ids = [staff.add(c, *person) for person in PEOPLE]
        demo.employ(c, ids)
        known = [one for one in (staff.load(c, number) for number in ids) if one]
    return {one.role: Actor(one.role, one.id, one.name, one.department) for one in known}


def _cast(people: Mapping[Role, Actor], rng: Random) -> Cast:
    return Cast(people[Role.AGENT], people[Role.HANDLER], people[Role.SUPERVISOR], rng)


def _moment(now: datetime, rng: Random, zone: str) -> datetime:
    """A moment of the last weeks, at an hour at which people write."""
    day = (now - timedelta(days=rng.random() * SPREAD)).astimezone(ZoneInfo(zone))
    at = day.replace(hour=rng.randint(8, 20), minute=rng.randint(0, 59)).astimezone(now.tzinfo)
    return min(at, now - timedelta(minutes=rng.randint(5, 55)))


def _plot(story: Mapping[str, Json], begun: datetime, number: int, rng: Random, zone: str) -> Plot:
    chinese = story["language"] == "zh-CN"
    happened = (begun - timedelta(days=rng.randint(2, 12))).astimezone(ZoneInfo(zone))
    amounts = story.get("amount")
    amount = rng.choice(amounts) if isinstance(amounts, list) else 0
    day = f"{happened.month}月{happened.day}日" if chinese else f"{happened.day} {happened:%B}"
    told = {"amount": amount, "day": day, "serial": f"{number:06}"}
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) if chinese else rng.choice(ENGLISH)
    answers = {
        "name": name,
        "number": f"138000{number % 100_000:05}",
        "when": "昨天" if chinese else "yesterday",
        "place": str(story.get("place") or ("北京市海淀区" if chinese else "Haidian, Beijing")),
        "amount": str(amount or 30),
        "remedy": "1 2",
    }
    listed = story["items"]
    assert isinstance(listed, list)
    return Plot(
        language=str(story["language"]),
        text=str(story["text"]).format(**told),
        finding=str(story["finding"]),
        items=tuple(_item(one, amount) for one in listed if isinstance(one, dict)),
        reject=str(story.get("reject") or ("补偿太少了，请再考虑。" if chinese else "Too little.")),
        proof=str(story["proof"]).format(**told),
        answers=answers,
    )


def _item(said: Mapping[str, Json], amount: object) -> Mapping[str, Json]:
    """An item of an offer; its money in minor units: a share of the amount, or a sum of its own."""
    share = said.get("minor")
    if not isinstance(share, int) or not isinstance(amount, int | float):
        return {"code": said["code"]}
    return {"code": said["code"], "minor": int(amount) * share if amount else share}


def _hours(cast: Cast, most: float) -> float:
    return 0.3 + cast.rng.random() * most


async def _worked(tale: Tale, plot: Plot, cast: Cast, *, by: float = 30) -> None:
    """Somebody takes it, looks into it and finds out."""
    await tale.waits(hours=_hours(cast, 5))
    await tale.acts(cast.handler, "claim")
    await tale.waits(hours=_hours(cast, by))
    await tale.acts(cast.handler, "set_liability", liability="operator", finding=plot.finding)


async def _offered(tale: Tale, plot: Plot, cast: Cast) -> None:
    await tale.waits(hours=_hours(cast, 8))
    due = (tale.now + timedelta(days=5)).isoformat()
    items: list[Json] = [{**item, "due": due} for item in plot.items]
    await tale.acts(
        cast.handler,
        "propose",
        liability="operator",
        finding=plot.finding,
        items=items,
        reviewed=True,
    )
    await tale.waits(hours=_hours(cast, 20))


async def _accepted(tale: Tale, plot: Plot, cast: Cast) -> None:
    await tale.presses("accept")
    await tale.taps(":yes")
    for place in range(len(plot.items)):
        await tale.waits(hours=_hours(cast, 20))
        await tale.acts(cast.handler, "item_done", item=place + 1, proof=plot.proof)
    await tale.waits(hours=_hours(cast, 10))
    await tale.presses("fixed")


async def _scored(tale: Tale, cast: Cast, least: int, most: int) -> None:
    """The survey comes when it is due; the score is typed."""
    await tale.waits(hours=30 + _hours(cast, 8))
    await tale.says(Text(str(cast.rng.randint(least, most))))


async def agreed(tale: Tale, plot: Plot, cast: Cast) -> None:
    """The first offer is accepted, carried out, and the score is good."""
    await _worked(tale, plot, cast)
    await _offered(tale, plot, cast)
    await _accepted(tale, plot, cast)
    await _scored(tale, cast, 7, 10)


async def bargained(tale: Tale, plot: Plot, cast: Cast) -> None:
    """The first offer is declined, the second accepted."""
    await _worked(tale, plot, cast)
    await _offered(tale, plot, cast)
    await tale.presses("reject")
    await tale.says(Text(plot.reject))
    await _offered(tale, plot, cast)
    await _accepted(tale, plot, cast)
    await _scored(tale, cast, 5, 9)


async def disappointed(tale: Tale, plot: Plot, cast: Cast) -> None:
    """Carried out, and yet a low score; some open it again."""
    await _worked(tale, plot, cast)
    await _offered(tale, plot, cast)
    await _accepted(tale, plot, cast)
    await _scored(tale, cast, 1, 4)
    await tale.waits(hours=_hours(cast, 2))
    if cast.rng.random() < 0.5:
        await tale.presses("reopen")


async def undecided(tale: Tale, plot: Plot, cast: Cast) -> None:
    """The offer is there, and the person thinks."""
    await _worked(tale, plot, cast)
    await _offered(tale, plot, cast)


async def asked(tale: Tale, plot: Plot, cast: Cast) -> None:
    """Staff need one more fact; half of the people answer."""
    await tale.waits(hours=_hours(cast, 6))
    await tale.acts(cast.handler, "claim")
    await tale.waits(hours=_hours(cast, 6))
    words = {"zh-CN": "请问短信里的订购时间是几点？", "en": "At what time did that text arrive?"}
    await tale.acts(cast.handler, "ask", words=words[plot.language])
    if cast.rng.random() < 0.5:
        await tale.waits(hours=_hours(cast, 10))
        await tale.says(Text("09:12" if plot.language == "en" else "上午九点十二分"))
        await undecided(tale, plot, cast)


async def reminded(tale: Tale, plot: Plot, cast: Cast) -> None:
    """Nothing is heard for a day, and the person asks."""
    await tale.waits(hours=26)
    await tale.presses("remind")
    await agreed(tale, plot, cast)


async def withdrawn(tale: Tale, _plot: Plot, cast: Cast) -> None:
    """It settled itself."""
    await tale.waits(hours=_hours(cast, 30))
    await tale.presses("withdraw")
    await tale.taps(":yes")


async def untouched(tale: Tale, _plot: Plot, cast: Cast) -> None:
    """Nobody has taken it yet: only for what was filed today."""
    if tale.until - tale.now > timedelta(days=1):
        await tale.acts(cast.agent, "claim")


WAYS: Mapping[Way, int] = {
    agreed: 34,
    bargained: 16,
    disappointed: 10,
    undecided: 10,
    asked: 10,
    reminded: 8,
    withdrawn: 4,
    untouched: 8,
}
