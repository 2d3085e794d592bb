"""What can be asked for in the group: a ticket by its number, one's own, the week, how it works."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Button
from bot.group.carding import here, told, url
from bot.group.drafting import Place
from bot.group.pictures import REPORT
from bot.group.saying import Words, post, rows_of, say, with_file
from bot.stage import Work
from dialogs.group.card import matter, owner
from dialogs.model import Arg, Command, Event, Json, Phrase
from dialogs.tickets.numbers import read_number
from dialogs.tickets.showing import deadline, deadlines
from dialogs.tickets.ticket import Ticket
from storage import desk, tickets
from storage.desk import Filter, Looking
from storage.staff import Staff

COMMANDS = ("find", "mine", "report", "help")
MINE = 15  # tickets shown at once
WEEK = timedelta(days=6)  # and today


def heard(work: Work, event: Event, who: Staff | None, place: Place) -> None:
    """Answer a command; one that is not ours is another bot's."""
    assert isinstance(event.what, Command)
    name, argument = event.what.name, event.what.argument
    if name not in (*COMMANDS, "start"):
        return
    if who is None:
        _answer(work, place, Words(told(work, Phrase("group-not-linked"))))
        return
    match name:
        case "find":
            _answer(work, place, _find(work, argument))
        case "mine":
            _answer(work, place, _mine(work, who))
        case "report":
            _report(work, place)
        case _:
            _answer(work, place, Words(told(work, Phrase("group-help"))))


def _answer(work: Work, place: Place, words: Words) -> None:
    say(work, place.chat, words, thread=place.thread, reply_to=place.message)


def _report(work: Work, place: Place) -> None:
    """The figures of the last seven days as a picture, made when it goes."""
    until = work.now.astimezone(ZoneInfo(work.stage.house.zone)).date()
    since = until - WEEK
    said = Phrase("group-report-title", {"since": since, "until": until})
    row = rows_of(Words(told(work, said)), place.thread, place.message)[0]
    kind = f"{REPORT}:{since.isoformat()}/{until.isoformat()}"
    file: dict[str, Json] = {"kind": kind, "ticket": 0, "name": f"week-{until.isoformat()}.png"}
    post(work, place.chat, with_file(row, "sendPhoto", file))


def _find(work: Work, typed: str) -> Words:
    """The ticket of this number: how it stands, and ways to it."""
    number = read_number(typed)
    ticket = tickets.by_number(work.c, number) if number else None
    if ticket is None:
        key = "group-find-how" if not typed else "group-find-none"
        return Words(told(work, Phrase(key, {"typed": typed[:40]} if typed else {})))
    return Words(
        told(work, (_line(work, ticket), owner(ticket, work.stage.house))), ways(work, ticket)
    )


def ways(work: Work, ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    """Buttons to the ticket's place in the group, and to its page at the desk."""
    found = (("group-open-here", here(work, ticket)), ("group-open", url(work, ticket)))
    row = tuple(Button(told(work, Phrase(key)), "", url=to) for key, to in found if to)
    return (row,) if row else ()


def _mine(work: Work, who: Staff) -> Words:
    """The open tickets of this person, those in haste first."""
    wanted = Filter(clocks=deadlines(work.stage.house.catalogue))
    by = Looking(who.id, work.now)
    found = desk.page(work.c, "mine", wanted, by, "left", range(MINE))
    if not found:
        return Words(told(work, Phrase("group-mine-none")))
    loaded = {one.id: one for one in tickets.load_many(work.c, found)}
    lines = tuple(_line(work, loaded[one]) for one in found if one in loaded)
    head = Phrase("group-mine", {"count": desk.counts(work.c, wanted, by)["mine"]})
    return Words(told(work, (head, *lines)))


def _line(work: Work, ticket: Ticket) -> Phrase:
    """A ticket in one line: its number, what it is about, how it stands, and what is due."""
    house = work.stage.house
    clock = deadline(ticket, deadlines(house.catalogue)) if ticket.open else None
    args: dict[str, Arg] = {
        "no": ticket.number,
        "matter": matter(ticket, house),
        "state": Phrase(f"state-{ticket.state}"),
    }
    if clock is None:
        return Phrase("group-line", args)
    return Phrase("group-line-due", {**args, "due": clock.due})
