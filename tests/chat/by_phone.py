"""Staff file by hand, call, and give the link to follow by: as the desk's pages have them do."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot import by_hand, calls
from bot.by_hand import Unfiled, Written
from bot.desk_acts import Made, Overtaken, Refused
from bot.dispatch import Dispatcher
from bot.stage import Work
from dialogs.dialog import Scene
from dialogs.house import Facts
from dialogs.intake import by_hand as sheets
from dialogs.model import Address, Event, Frame, Move, Text
from dialogs.tickets.ticket import Ticket
from storage import Connection, tickets


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it: why it was not done, "" if it was; the token of a link that was made."""

    why: str = ""
    link: str = ""


async def acted(dispatcher: Dispatcher, who: int, typed: Mapping[str, Any]) -> Came:
    """File (a `story`), note an answer (`says`) or that all was told (`told`), make a `link`."""
    if "link" in typed:
        return Came(link=await linked(dispatcher, who, int(typed["link"])))
    if "told" in typed:
        return Came(await told(dispatcher, who, int(typed["told"])))
    way = answered if "says" in typed else filed
    return Came(await way(dispatcher, who, typed))


def _work(dispatcher: Dispatcher, c: Connection) -> Work:
    return Work(dispatcher.stage, c, dispatcher.now())


async def filed(dispatcher: Dispatcher, who: int, typed: Mapping[str, Any]) -> str:
    """File it as the form would; what is missing or wrong comes back as words."""
    stage, now = dispatcher.stage, dispatcher.now()
    language = typed.get("language", "zh-CN")
    facts = Facts(now=now, language=language, agreed=stage.house.catalogue.notice)
    blank = Event("desk", Address("hand", "", ""), now, Text(""))
    scene = Scene(Frame("complaint", 1, 1), facts, stage.house, blank)
    form = sheets.Typed(
        story=typed["story"],
        fields={name: typed[name] for name in sheets.TYPED if name in typed},
        origin=typed["origin"],
        wish=typed.get("wish", ""),
        window=typed.get("window", ""),
    )
    sheet = sheets.read(form, scene)
    if not sheet.complete:
        return f"lacks {', '.join((*sheet.gaps, *sheet.wrong))}"
    written = Written(
        draft=sheet.to_file,
        language=language,
        consent=typed.get("consent", "read_out"),
        mark=secrets.token_hex(16),
        referral={name: typed[name] for name in ("body", "reference", "until") if name in typed},
    )
    try:
        await dispatcher.store.write(lambda c: by_hand.file(_work(dispatcher, c), who, written))
    except Unfiled as error:
        return stage.texts.words(stage.default, error.refused.words, now)
    return ""


async def answered(dispatcher: Dispatcher, who: int, typed: Mapping[str, Any]) -> str:
    """What the caller answers on the phone, as their own move."""
    fields = {name: one for name, one in typed.items() if name not in ("says", "ticket")}
    order = Move(int(typed.get("ticket", 1)), str(typed["says"]), fields)

    def run(c: Connection) -> Made | Refused | Overtaken:
        ticket = _ticket(c, order.ticket)
        return calls.says(_work(dispatcher, c), who, order, ticket.revision)

    made = await dispatcher.store.write(run)
    if isinstance(made, Refused):
        return dispatcher.stage.texts.words(dispatcher.stage.default, made.words, dispatcher.now())
    assert isinstance(made, Made), made
    return ""


async def linked(dispatcher: Dispatcher, who: int, number: int) -> str:
    """A fresh link's token for a ticket filed by hand."""

    def run(c: Connection) -> str | Refused:
        return calls.link(_work(dispatcher, c), who, _ticket(c, number))

    made = await dispatcher.store.write(run)
    assert isinstance(made, str), made
    return made


async def told(dispatcher: Dispatcher, who: int, number: int) -> str:
    """All that rests was told on the phone; returns ""."""

    def run(c: Connection) -> Made | Refused | Overtaken:
        work, ticket = _work(dispatcher, c), _ticket(c, number)
        heard = {one.mark for one in calls.rests(work, ticket)}
        return calls.told(work, who, ticket, heard)

    made = await dispatcher.store.write(run)
    assert isinstance(made, Made), made
    return ""


async def rests(dispatcher: Dispatcher, known: set[str]) -> list[str]:
    """What rests for a call and was not seen before; `known` grows by it."""

    def look(c: Connection) -> list[str]:
        work = _work(dispatcher, c)
        ids = range(1, 10)
        mine = [one for one in tickets.load_many(c, list(ids)) if one.filing.origin]
        fresh = [one for ticket in mine for one in calls.rests(work, ticket)]
        said = [one.words for one in fresh if one.mark not in known]
        known.update(one.mark for one in fresh)
        return said

    return await dispatcher.store.read(look)


def _ticket(c: Connection, number: int) -> Ticket:
    found = tickets.load(c, number)
    assert found is not None
    return found
